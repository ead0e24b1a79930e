/** What a feature reads: one document, and the strategy that it belongs to, as of one moment. Read-only. */

import type { SyntaxTree } from '../../grammar/tree.ts';
import type { Analysis } from '../analysis.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import type { Changes } from '../views/view.ts';

/** The document that a request is about. */
export interface DocumentView {
  /** As the client writes it. */
  readonly uri: string;
  /** As the findings name it: the path below the root; of a document without a root, its URI. */
  readonly path: string;
  /** Of `throughline.json`, which is no strategy file, one without chunks. */
  readonly tree: SyntaxTree;
}

export interface Snapshot {
  readonly document: DocumentView;
  /** The findings of the document; those of an analysis that may be older than its last edit, where a feature asks for no fresh one. */
  readonly findings: readonly Diagnostic[];
  /** null for a document that belongs to no root, and before the first analysis. */
  readonly analysis: Analysis | null;
  /** The text of `throughline.json`; null where there is none. */
  readonly settingsText: string | null;
  /** The URI of a file by the path that findings name it by; of an open document, as the client writes it. */
  readonly uriOf: (path: string) => string;
  /** The version of an open document; null where it is not open. */
  readonly versionOf: (path: string) => number | null;
  readonly client: ClientAbilities;
  /** What changed in the strategy since the base of a review; null, or not there, without one. */
  readonly changes?: Changes | null;
}

/** What the client can do, of what makes a difference for an answer. */
export interface ClientAbilities {
  /** Takes text edits with placeholders in a workspace edit. */
  readonly snippetEdits: boolean;
  /** Shows a title beside the label of a completion. */
  readonly labelDetails: boolean;
  /** Asks for the edit of a code action once it is chosen. */
  readonly resolvesEdits: boolean;
  /** Takes workspace edits that create files. */
  readonly createsFiles: boolean;
  /** Has the command that records a check-in. */
  readonly recordCheckin: boolean;
  /** Takes completions with places to fill in. */
  readonly snippets: boolean;
  /** Has the snippets of whole declarations itself. */
  readonly ownSnippets: boolean;
  /** Takes completions that say what they replace and before what they are put. */
  readonly insertReplace: boolean;
  /** Takes workspace edits that name a document's version. */
  readonly documentChanges: boolean;
  /** Takes links with the range that leads there, for every jump that it knows. */
  readonly definitionLinks: boolean;
  /** Has the command that goes to places. */
  readonly showPlaces: boolean;
  /** Shows Markdown on hover. */
  readonly markdown: boolean;
  /** Shows the related places of findings. */
  readonly relatedInformation: boolean;
}

/** Tells a feature that nobody waits for its answer any more. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}
