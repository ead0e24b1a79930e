/** Editing in a picture: a title or a value of one thing as it is written, and the edit that writes it anew. */

import type { Day } from '../../../grammar/calendar.ts';
import { parseFile } from '../../../grammar/parse.ts';
import { analyze } from '../../analysis.ts';
import { label } from '../../model/naming.ts';
import type { Entity, SourceFile } from '../../model/strategy.ts';
import type { Field, FieldAnswer, FieldName, FieldParams, SetFieldParams } from '../../preview-protocol.ts';
import { comparePositions } from '../../rules/diagnostic.ts';
import { inFile, insertedProperty } from '../body-lines.ts';
import type { Change } from '../layout.ts';
import { locationOf, rangeOf } from '../places.ts';
import { carryOut } from '../plan.ts';
import { Refusal } from '../refusal.ts';
import type { Snapshot } from '../snapshot.ts';
import { placeOfField, propertyOfField, type FieldPlace } from './field-places.ts';
import { thing } from './things.ts';

/** The field as it is written; with an empty text and no place where it is not written yet. */
export function field(snapshot: Snapshot, { id, field: name }: FieldParams): Field | Refusal {
  const { analysis } = snapshot;
  const entity = thing(analysis?.strategy, id);
  if (entity instanceof Refusal || analysis === null) return entity instanceof Refusal ? entity : new Refusal('Nothing is known yet.');
  const place = placeOfField(entity, name, analysis.asOf);
  if (place !== null) return { text: textOf(place, name), place: locationOf(snapshot, place.entity.origin, place.span) };
  return propertyOfField(entity, name) === null ? missing(entity, name) : { text: '', place: null };
}

/** The edit that writes the field, or what is wrong with the text; neither where it is as it was. */
export function setField(snapshot: Snapshot, { id, field: name, text }: SetFieldParams): FieldAnswer | Refusal {
  const { analysis } = snapshot;
  const entity = thing(analysis?.strategy, id);
  if (entity instanceof Refusal || analysis === null) return entity instanceof Refusal ? entity : new Refusal('Nothing is known yet.');
  const place = placeOfField(entity, name, analysis.asOf);
  const property = propertyOfField(entity, name);
  if (place === null && property === null) return missing(entity, name);
  const told = oneLine(text);
  if (told === '') return { problem: 'Write something, or press Escape to leave it as it is.', edit: null };
  if (place !== null && told === oneLine(textOf(place, name))) return { problem: null, edit: null };
  const written = name === 'title' ? `"${told.replace(/[\\"]/g, '\\$&')}"` : told;
  const change = place === null
    ? insertedProperty(entity, property ?? 'now', `${property ?? 'now'} ${written}`)
    : inFile(place.entity, { ...place.span, newText: written });
  const target = place?.entity ?? entity;
  const problem = problemOf(target, change, name, written, analysis.asOf);
  if (problem !== null) return { problem, edit: null };
  return { problem: null, edit: carryOut(snapshot, { changes: [{ file: target.origin.file, ...change }] }) };
}

/** Without line ends and control characters, which a field in a picture cannot show. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function textOf({ entity, span }: FieldPlace, name: FieldName): string {
  if (name === 'title') return entity.title ?? '';
  return entity.origin.chunk.chunk.text.slice(span.start, span.end);
}

function missing(entity: Entity, name: FieldName): Refusal {
  return new Refusal(`${label(entity)} has no ${WORDS[name]} that could be edited here.`);
}

const WORDS: Readonly<Record<FieldName, string>> = {
  title: 'title', value: 'value', confidence: 'confidence', from: 'start', to: 'target', size: 'size of a change', low: 'lower bound', high: 'upper bound',
};

/** What a text can be that is none of these. */
const WRONG: ReadonlySet<string> = new Set(['syntax', 'invalid-value', 'unit-mismatch', 'invalid-period']);

/** What is wrong with a field after a change, judged as the whole strategy is: with its thing and the metric of it alone; null where nothing is. */
function problemOf(entity: Entity, { start, end, newText }: Change, name: FieldName, written: string, asOf: Day): string | null {
  const { chunk, start: base } = entity.origin.chunk;
  const tree = parseFile(`${chunk.text.slice(0, start - base)}${newText}${chunk.text.slice(end - base)}`);
  const file: SourceFile = { path: 'okrs.strategy', tree };
  const metric: SourceFile[] = entity.kind === 'kr' && entity.metric !== null && entity.metric.origin.chunk.chunk !== chunk
    ? [{ path: 'metric.strategy', tree: parseFile(entity.metric.origin.chunk.chunk.text) }]
    : [];
  const { strategy, diagnostics } = analyze({ files: [file, ...metric], settingsText: null, asOf, today: asOf });
  const changed = rangeOf(tree, { start: start - base, end: start - base + newText.length });
  const found = diagnostics.find(({ file: path, code, range }) => (
    path === file.path && WRONG.has(code) && comparePositions(range.end, changed.start) > 0 && comparePositions(range.start, changed.end) <= 0
  ));
  if (found !== undefined) return found.message;
  // It must be the field as a whole: what is more than a value (`22% now 3`) is something else.
  const after = strategy.byId.get(entity.id);
  const place = after?.origin.file === file ? placeOfField(after, name, asOf) : null;
  const reread = place === null || place.entity !== after ? null : after.origin.chunk.chunk.text.slice(place.span.start, place.span.end);
  return reread === written ? null : `'${written}' cannot stand there.`;
}
