/** What a preview's page and the extension say to each other. Types only. */

import type { CardAnswer, ExportFormat, Field, FieldName, Grouping, Sorting, ViewAnswer, ViewFilter, ViewName } from '../../server/preview-protocol.ts';

/** What the page wants to see. */
export interface Wanted {
  readonly view: ViewName;
  /** null for the day by which the strategy is judged. */
  readonly asOf: string | null;
  readonly filter: ViewFilter;
  readonly collapsed: readonly string[];
  readonly history: boolean;
  /** Of the scorecard. */
  readonly grouping: Grouping;
  readonly sorting: Sorting | null;
  /** Width to height of the place where it is shown. */
  readonly aspect: number;
}

/** How a picture can be kept. */
export type SaveFormat = ExportFormat | 'png';

/** What the page asks; each is answered with its number. */
export type Question =
  | { readonly type: 'card'; readonly id: string; readonly asOf: string | null }
  | { readonly type: 'field'; readonly id: string; readonly field: FieldName }
  | { readonly type: 'setField'; readonly id: string; readonly field: FieldName; readonly text: string };

export interface Answers {
  readonly card: CardAnswer | null;
  readonly field: Field;
  /** The problem, in a sentence; null where it is written. */
  readonly setField: string | null;
}

/** Page to extension. */
export type FromPage =
  /** The page runs, and wants to show this: what it showed before, or what is shown first. */
  | { readonly type: 'ready'; readonly wanted: Wanted }
  | { readonly type: 'show'; readonly wanted: Wanted }
  /** Something was selected in the picture: `open` takes it to the source, `focus` the cursor too. */
  | { readonly type: 'select'; readonly id: string; readonly open: boolean; readonly focus: boolean }
  /** `to` is what it was dropped on; null lets the user choose. */
  | { readonly type: 'realign'; readonly id: string; readonly to: string | null }
  | { readonly type: 'checkin'; readonly id: string }
  /** Takes back what was changed from here last, or does it again. */
  | { readonly type: 'undo'; readonly redo: boolean }
  | { readonly type: 'png'; readonly base64: string | null; readonly copied: boolean }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'question'; readonly number: number; readonly question: Question };

/** What the extension keeps for a preview, so that it comes back after a reload. */
export interface PreviewIdentity {
  /** A document of the strategy that is shown. */
  readonly uri: string;
  readonly locked: boolean;
  /** The map marks what changed since the base of the review that is shown. */
  readonly changes: boolean;
}

/** Extension to page. */
export type ToPage =
  | { readonly type: 'identity'; readonly identity: PreviewIdentity }
  | { readonly type: 'picture'; readonly answer: ViewAnswer; readonly wanted: Wanted }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly message: string }
  /** The cursor stands in these, from the innermost out. */
  | { readonly type: 'selected'; readonly ids: readonly string[] }
  | { readonly type: 'view'; readonly view: ViewName }
  | { readonly type: 'command'; readonly command: PageCommand; readonly id: string | null }
  /** Make a picture in pixels of what is shown, or of an SVG document; `copy` puts it on the clipboard. */
  | { readonly type: 'rasterise'; readonly svg: string | null; readonly copy: boolean }
  | { readonly type: 'answer'; readonly number: number; readonly value: unknown; readonly error: string | null };

/** What commands of VS Code ask of the page. */
export type PageCommand = 'search' | 'fit' | 'zoomIn' | 'zoomOut' | 'edit' | 'collapseAll' | 'expandAll';
