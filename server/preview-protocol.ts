/** What the previews ask the server for, beyond protocol.ts: pictures, places, edits and trees. Types and constants only. */

import type { Location, Position, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Health } from './model/strategy.ts';
import type { FilterChoices } from './views/filter-choices.ts';
import type { FilterKind, Grouping, LayoutHints, SortKey, Sorting, ViewFilter, ViewName } from './views/view.ts';

export type { FilterChoices, FilterKind, Grouping, Health, LayoutHints, SortKey, Sorting, ViewFilter, ViewName };

/** Server to client: strategies were analysed again; pictures of them may have changed. For a client that announced `views`. */
export const strategiesNotification = 'throughline/strategiesChanged';

export interface StrategiesChanged {
  /** The folders of their roots. */
  readonly roots: readonly string[];
}

/** Client to server: a picture of the strategy to which the document belongs; null where it belongs to none. */
export const viewRequest = 'throughline/view';

export interface ViewParams {
  readonly textDocument: { readonly uri: string };
  readonly view: ViewName;
  /** `YYYY-MM-DD`: shows what was known that day; null for the day by which the strategy is judged. */
  readonly asOf: string | null;
  readonly filter: ViewFilter;
  /** Ids of elements that are folded away. */
  readonly collapsed: readonly string[];
  /** What is past or dropped as well. */
  readonly history: boolean;
  /** Of the scorecard: what stands together, and in which order; null for the order of the strategy. */
  readonly grouping: Grouping;
  readonly sorting: Sorting | null;
  /** Width to height that the picture should have. */
  readonly aspect: number;
  /** Of the map: marks what changed since the base of the review that is shown. */
  readonly changes: boolean;
  /** Those of the answer before, so that unchanged elements keep their place. */
  readonly hints: LayoutHints | null;
}

export interface ViewAnswer {
  /** The folder of the strategy's root. */
  readonly root: string;
  /** The strategy's title, else the folder's name. */
  readonly name: string;
  readonly title: string;
  /** What there is to see, in one sentence. */
  readonly summary: string;
  /** HTML of the picture, with its text equivalent. */
  readonly html: string;
  /** The rules for all views. */
  readonly style: string;
  /** In pixels, of a picture that is one `svg`; null for one that flows. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly hints: LayoutHints | null;
  /** The day shown. */
  readonly asOf: string;
  /** The day by which the strategy is judged. */
  readonly today: string;
  /** The days on which something was checked in, up to `today`, in order. */
  readonly days: readonly string[];
  readonly choices: FilterChoices;
  /** What this view can be saved as. */
  readonly formats: readonly ExportFormat[];
}

/** Client to server: the card of a thing, as HTML. */
export const cardRequest = 'throughline/card';

export interface CardParams extends ThingParams {
  /** As in `ViewParams`. */
  readonly asOf: string | null;
}

export interface CardAnswer {
  readonly html: string;
}

/** Client to server: a view as text or as a document of its own, as the command's `export` writes it. */
export const exportViewRequest = 'throughline/exportView';

/** `report` is the page with all views. */
export type ExportFormat = 'svg' | 'html' | 'markdown' | 'mermaid' | 'csv' | 'report';

export interface ExportViewParams extends ViewParams {
  readonly format: ExportFormat;
  /** Of `html` and `report`: the script of the page, `dist/preview.js`, which keeps its interactions. */
  readonly script: string | null;
}

export interface ExportViewAnswer {
  readonly text: string;
}

/** One thing of the strategy to which the document belongs, by its id. */
export interface ThingParams {
  readonly textDocument: { readonly uri: string };
  readonly id: string;
}

/** Client to server: where a thing is declared, as a `Location`; null where its file could not be read. */
export const placeOfThingRequest = 'throughline/placeOfThing';

/** Client to server: the ids of what stands around a position, from the innermost out. */
export const thingsAtRequest = 'throughline/thingsAt';

export interface ThingsAtParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** What of a thing can be edited in a picture. `from` to `high` are the amounts of a key result's measure. */
export type FieldName = 'title' | 'value' | 'confidence' | 'from' | 'to' | 'size' | 'low' | 'high';

/** Client to server: a field as it is written. */
export const fieldRequest = 'throughline/field';

export interface FieldParams extends ThingParams {
  readonly field: FieldName;
}

export interface Field {
  /** Empty where it is not written yet. */
  readonly text: string;
  /** null where it is not written yet. */
  readonly place: Location | null;
}

/** Client to server: the edit that writes a field. */
export const setFieldRequest = 'throughline/setField';

export interface SetFieldParams extends FieldParams {
  readonly text: string;
}

export interface FieldAnswer {
  /** In a sentence; null where nothing is wrong. */
  readonly problem: string | null;
  /** null where something is wrong, or it is written so already. */
  readonly edit: WorkspaceEdit | null;
}

/** Client to server: what a goal or an objective (of a key result, its objective) supports, and what it could support instead. */
export const realignChoicesRequest = 'throughline/realignChoices';

export interface RealignChoice {
  readonly id: string;
  readonly kind: 'goal' | 'objective' | 'kr';
  readonly title: string;
}

export interface RealignChoices {
  readonly id: string;
  readonly title: string;
  readonly supports: readonly RealignChoice[];
  readonly targets: readonly RealignChoice[];
}

/** Client to server: the `WorkspaceEdit` after which it supports `to`. */
export const realignRequest = 'throughline/realign';

export interface RealignParams extends ThingParams {
  /** What it does not support any more; null to support one thing more. */
  readonly from: string | null;
  readonly to: string;
}

/** Client to server: every strategy of the workspace as a tree to walk in. */
export const outlineRequest = 'throughline/outline';

export type OutlineGrouping = 'goal' | 'owner' | 'period';

export interface OutlineParams {
  readonly grouping: OutlineGrouping;
}

/** By the URIs of their folders. */
export interface OutlineAnswer {
  readonly strategies: readonly Outline[];
}

export interface Outline {
  /** The folder of the strategy's root. */
  readonly root: string;
  /** A file of it, by which requests can name the strategy. */
  readonly uri: string;
  /** The strategy's title, else the folder's name. */
  readonly name: string;
  readonly nodes: readonly OutlineNode[];
}

export interface OutlineNode {
  /** Stays the same as long as it is the same thing at the same place of the tree. */
  readonly key: string;
  /** null of a group and of a period, which nothing declares. */
  readonly id: string | null;
  readonly kind: 'goal' | 'objective' | 'kr' | 'initiative' | 'team' | 'person' | 'period' | 'group';
  readonly title: string;
  /** Beside the title. */
  readonly detail: string;
  readonly health: Health | null;
  /** For a screen reader. */
  readonly spoken: string;
  /** It can be checked in. */
  readonly checkin: boolean;
  /** It can be realigned. */
  readonly realign: boolean;
  /** What is below it is shown where it stands first. */
  readonly again: boolean;
  readonly children: readonly OutlineNode[];
}

/** Client to server: the picture of a strategy that stands in other text, as a code block of a document does; null where there is nothing to see. */
export const drawTextRequest = 'throughline/drawText';

export interface DrawTextParams {
  readonly text: string;
}

export interface DrawTextAnswer {
  /** One `svg` element; its style sheet is `dist/markdown.css`. */
  readonly html: string;
  readonly title: string;
  /** What there is to see, in one sentence. */
  readonly summary: string;
}
