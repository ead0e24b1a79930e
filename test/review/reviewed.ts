/** Sources to a whole review, for the tests. */

import assert from 'node:assert/strict';
import { parseDate } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import type { FindingEntry, Review } from '../../server/review/review.ts';
import { reviewStates } from '../../server/review/review-states.ts';
import type { State } from '../../server/review/state.ts';
import { AS_OF, type Source } from './reviewing.ts';

export interface ReviewedOptions {
  readonly asOf?: string;
  readonly accepted?: Readonly<Record<string, string>>;
}

/** The review of one root, `.`, from one state to the other. */
export function reviewed(base: Source, head: Source, { asOf = AS_OF, accepted = {} }: ReviewedOptions = {}): Review {
  const day = parseDate(asOf);
  assert.ok(day !== null);
  return reviewStates({
    base: { given: 'main', commit: null }, head: { given: null, commit: null, workTree: true }, baseState: stateOf(base), headState: stateOf(head),
    asOf: day, today: day, accepted: new Map(Object.entries(accepted)),
  }).review;
}

function stateOf(source: Source): State {
  const texts = typeof source === 'string' ? { 'a.strategy': source } : source;
  const files = Object.entries(texts).filter(([path]) => path.endsWith('.strategy')).map(([path, text]) => ({ path, tree: parseFile(text) }));
  return { roots: new Map([['.', { root: '.', files, settingsText: texts['throughline.json'] ?? null, unreadable: [] }]]), submodules: new Map() };
}

/** `severity code subject` of each finding. */
export function told(findings: readonly FindingEntry[]): readonly string[] {
  return findings.map(({ severity, code, subject }) => `${severity} ${code} ${subject?.id ?? '-'}`);
}

/** What became of findings, the empty parts left out. */
export function findingsIn({ findings }: Review): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(findings).filter(([, entries]) => entries.length > 0).map(([name, entries]) => [name, told(entries)]));
}
