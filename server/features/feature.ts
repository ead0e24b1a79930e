/** What a feature of the server is: its message, what it announces, and a function of a snapshot. */

import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import type { Cancellation, Snapshot } from './snapshot.ts';

export interface Feature<Params, Result> {
  /** Of the request in the protocol. */
  readonly method: string;
  /** What the server says of it in `initialize`. */
  readonly capabilities: ServerCapabilities;
  /**
   * `strategy`: the analysis must know every edit, so that no answer is stale. `document`: the tree of the document
   * does, and the last analysis will do for the rest, so that the answer comes at once.
   */
  readonly reads: 'strategy' | 'document';
  /** True where it has something to say of `throughline.json` too. */
  readonly settings?: boolean;
  readonly run: (snapshot: Snapshot, params: Params, token: Cancellation) => Result;
}

/** A feature whose parameters are checked no further than that they name a document. */
export type AnyFeature = Feature<never, unknown>;

/** Keeps the types of parameters and result together while a feature is declared. */
export function feature<Params, Result>(declared: Feature<Params, Result>): Feature<Params, Result> {
  return declared;
}
