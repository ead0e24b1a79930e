/** Parameters of the previews' requests as they come over the wire: what is not as preview-protocol.ts has it is null. */

import { parseDate } from '../../../grammar/calendar.ts';
import type {
  CardParams, DrawTextParams, ExportFormat, ExportViewParams, FieldName, FieldParams, FilterKind, Grouping, Health, LayoutHints, OutlineGrouping, OutlineParams,
  RealignParams, SetFieldParams, Sorting, SortKey, ThingParams, ViewFilter, ViewName, ViewParams,
} from '../../preview-protocol.ts';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const FIELD_NAMES: readonly FieldName[] = ['title', 'value', 'confidence', 'from', 'to', 'size', 'low', 'high'];
const VIEWS: readonly ViewName[] = ['map', 'scorecard', 'timeline', 'metrics', 'owners'];
const KINDS: readonly FilterKind[] = ['goal', 'objective', 'kr', 'initiative'];
const HEALTH: readonly Health[] = ['dropped', 'paused', 'draft', 'done', 'off-track', 'at-risk', 'on-track', 'not-started', 'unknown'];
/** What a preview can be saved as. */
export const FORMATS: readonly ExportFormat[] = ['svg', 'html', 'report', 'markdown', 'mermaid', 'csv'];
const OUTLINES: readonly OutlineGrouping[] = ['goal', 'owner', 'period'];
const GROUPINGS: readonly Grouping[] = ['goal', 'team', 'owner', 'period'];
const SORT_KEYS: readonly SortKey[] = ['title', 'owner', 'score', 'gap', 'confidence', 'health', 'checkin'];

/** The word of a list that a value is; null where it is none. */
function oneOf<T extends string>(list: readonly T[], value: unknown): T | null {
  return list.find((word) => word === value) ?? null;
}

function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
}

function wordsOf<T extends string>(list: readonly T[], value: unknown): readonly T[] | null {
  return texts(value)?.flatMap((one) => oneOf(list, one) ?? []) ?? null;
}

function documentOf(params: Fields): { readonly uri: string } | null {
  const { textDocument } = params;
  return isFields(textDocument) && typeof textDocument.uri === 'string' ? { uri: textDocument.uri } : null;
}

/** A thing of a strategy. */
export function thingParamsOf(params: unknown): ThingParams | null {
  if (!isFields(params) || typeof params.id !== 'string') return null;
  const textDocument = documentOf(params);
  return textDocument === null ? null : { textDocument, id: params.id };
}

/** A field of a thing. */
export function fieldParamsOf(params: unknown): FieldParams | null {
  const thing = thingParamsOf(params);
  const field = isFields(params) ? oneOf(FIELD_NAMES, params.field) : null;
  return thing === null || field === null ? null : { ...thing, field };
}

/** A field of a thing, and what is to be written there. */
export function setFieldParamsOf(params: unknown): SetFieldParams | null {
  const field = fieldParamsOf(params);
  return field === null || !isFields(params) || typeof params.text !== 'string' ? null : { ...field, text: params.text };
}

/** What is to be realigned, and how. */
export function realignParamsOf(params: unknown): RealignParams | null {
  const thing = thingParamsOf(params);
  if (thing === null || !isFields(params) || typeof params.to !== 'string') return null;
  const { from = null, to } = params;
  return from === null || typeof from === 'string' ? { ...thing, from, to } : null;
}

/** A card, as of a day. */
export function cardParamsOf(params: unknown): CardParams | null {
  const thing = thingParamsOf(params);
  const asOf = asOfOf(params);
  return thing === null || asOf === undefined ? null : { ...thing, asOf };
}

/** How the tree is grouped. */
export function outlineParamsOf(params: unknown): OutlineParams | null {
  const grouping = isFields(params) ? oneOf(OUTLINES, params.grouping) : null;
  return grouping === null ? null : { grouping };
}

/** A strategy in other text. */
export function drawTextParamsOf(params: unknown): DrawTextParams | null {
  return isFields(params) && typeof params.text === 'string' ? { text: params.text } : null;
}

/** A picture; what is left out of its options is as if nothing was asked for. */
export function viewParamsOf(params: unknown): ViewParams | null {
  if (!isFields(params)) return null;
  const textDocument = documentOf(params);
  const view = oneOf(VIEWS, params.view);
  const asOf = asOfOf(params);
  const filter = filterOf(params.filter ?? {});
  const collapsed = texts(params.collapsed ?? []);
  if (textDocument === null || view === null || asOf === undefined || filter === null || collapsed === null) return null;
  return {
    textDocument, view, asOf, filter, collapsed,
    history: params.history === true, changes: params.changes === true, hints: hintsOf(params.hints), grouping: oneOf(GROUPINGS, params.grouping) ?? 'goal', sorting: sortingOf(params.sorting),
    aspect: typeof params.aspect === 'number' && Number.isFinite(params.aspect) ? Math.min(4, Math.max(0.25, params.aspect)) : 16 / 9,
  };
}

function sortingOf(value: unknown): Sorting | null {
  const by = isFields(value) ? oneOf(SORT_KEYS, value.by) : null;
  return by === null || !isFields(value) ? null : { by, descending: value.descending === true };
}

/** A picture to be saved. */
export function exportViewParamsOf(params: unknown): ExportViewParams | null {
  const view = viewParamsOf(params);
  if (view === null || !isFields(params)) return null;
  const format = oneOf(FORMATS, params.format);
  const { script = null } = params;
  return format === null || (script !== null && typeof script !== 'string') ? null : { ...view, format, script };
}

/** undefined for what is no day. */
function asOfOf(params: unknown): string | null | undefined {
  const asOf = isFields(params) ? params.asOf ?? null : null;
  if (asOf === null) return null;
  return typeof asOf === 'string' && parseDate(asOf) !== null ? asOf : undefined;
}

function filterOf(value: unknown): ViewFilter | null {
  if (!isFields(value)) return null;
  const [owners, teams, periods] = [texts(value.owners ?? []), texts(value.teams ?? []), texts(value.periods ?? [])];
  const kinds = wordsOf(KINDS, value.kinds ?? []);
  const health = wordsOf(HEALTH, value.health ?? []);
  const { text = '' } = value;
  if (owners === null || teams === null || periods === null || kinds === null || health === null || typeof text !== 'string') return null;
  return { owners, teams, periods, kinds, health, text };
}

/** Hints come back as they went out; those of another shape are none. */
function hintsOf(value: unknown): LayoutHints | null {
  if (!isFields(value)) return null;
  const view = oneOf(VIEWS, value.view);
  const { choices } = value;
  if (view === null || !isFields(choices)) return null;
  const sound = Object.entries(choices).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]));
  return { view, choices: Object.fromEntries(sound) };
}
