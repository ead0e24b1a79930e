/** What a feature of the server is: its message, what it announces, and a function of a snapshot. */

import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import type { OptionalFeature } from '../preferences.ts';
import type { Cancellation, Snapshot } from './snapshot.ts';

/**
 * What a feature needs to know. `document`: the tree of the document. `latest`: that, and some analysis, which may be
 * older than the last edit, so that the answer comes at once. `strategy`: an analysis that knows every edit.
 */
export type Reads = 'document' | 'latest' | 'strategy';

export interface Feature<Params, Result> {
  /** Of the request in the protocol. */
  readonly method: string;
  /** What the server says of it in `initialize`. */
  readonly capabilities: ServerCapabilities;
  readonly reads: Reads;
  /** True where it has something to say of `throughline.json` too. */
  readonly settings?: boolean;
  /** The setting that turns it off; without it, nothing does. */
  readonly optional?: OptionalFeature;
  /** Makes parameters of what came; null for what is none. Without it, they are taken as the protocol has them. */
  readonly read?: (params: unknown) => Params | null;
  readonly run: (snapshot: Snapshot, params: Params, token: Cancellation) => Result;
}

/** A feature whose parameters are checked no further than that they name a document. */
export type AnyFeature = Omit<Feature<never, unknown>, 'read'> & { readonly read?: (params: unknown) => unknown };

/** Keeps the types of parameters and result together while a feature is declared. */
export function feature<Params, Result>(declared: Feature<Params, Result>): Feature<Params, Result> {
  return declared;
}
