/** Sources to a review, for the tests: what two texts, or two sets of files, differ in. */

import assert from 'node:assert/strict';
import { parseDate } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { buildStrategy } from '../../server/model/build.ts';
import { compareStrategies } from '../../server/review/compare.ts';
import type { Change, Comparison, ReviewSide } from '../../server/review/review.ts';
import { kindNamed } from '../../server/review/risk.ts';
import { readSettings } from '../../server/rules/settings.ts';

/** The files of one state by path, `throughline.json` among them; a string is one file. */
export type Source = string | Readonly<Record<string, string>>;

export const AS_OF = '2026-03-01';

export function sideOf(source: Source, asOf = AS_OF): ReviewSide {
  const texts = typeof source === 'string' ? { 'a.strategy': source } : source;
  const settingsText = texts['throughline.json'] ?? null;
  const { settings } = readSettings(settingsText);
  const day = parseDate(asOf);
  assert.ok(day !== null);
  const files = Object.entries(texts).filter(([path]) => path.endsWith('.strategy')).map(([path, text]) => ({ path, tree: parseFile(text) }));
  return { strategy: buildStrategy(files, { asOf: day, pastDays: settings.past }), settings, asOf: day, root: '.', settingsText };
}

export function compare(base: Source, head: Source, asOf = AS_OF): Comparison {
  return compareStrategies(sideOf(base, asOf), sideOf(head, asOf));
}

/** One line a change: `risk kind subject (was id): before -> after`, then its effects, each on a line of its own. */
export function shown({ risk, kind, subject, property, before, after, effects, confidence, becomes }: Change): readonly string[] {
  const was = subject.was === null ? '' : ` (was ${subject.was})`;
  const what = property === null ? '' : ` ${property}`;
  const values = before === null && after === null ? '' : `: ${before ?? '∅'} → ${after ?? '∅'}`;
  const sure = confidence === null ? '' : ` [${confidence}]`;
  const other = becomes === null ? '' : ` [becomes ${becomes.type} ${becomes.id}]`;
  return [
    `${risk} ${kind} ${subject.type} ${subject.id}${was}${what}${values}${sure}${other}`,
    ...effects.map((effect) => `  ${effect.subject.type} ${effect.subject.id} ${effect.what}: ${figure(effect.before)} → ${figure(effect.after)}`),
  ];
}

function figure(value: string | number | null): string {
  if (value === null) return '∅';
  return typeof value === 'number' ? value.toFixed(3) : value;
}

/** What changes would be, read from head to base: their mirror kinds with before and after exchanged; in one order. */
export function mirrored(changes: readonly Change[]): readonly string[] {
  return changes.map(({ kind, subject, property, before, after }) => {
    const [id, was] = subject.was === null ? [subject.id, null] : [subject.was, subject.id];
    return JSON.stringify([mirrorOf(kind, property, before, after), subject.type, id, was, property, after, before]);
  }).sort();
}

/** Of a check-in that went, how it would come: told as a value it is a later one, told as a whole an earlier one. */
function mirrorOf(kind: string, property: string | null, before: string | null, after: string | null): string {
  if (kind === 'checkin-removed') return property === 'checkin' && after === null && before !== null && /^\d{4}-/.test(before) ? 'checkin-backdated' : 'checkin-added';
  return kindNamed(kind).mirror;
}
