/** What a changed measure alone does to the score of its objective: the part of it that is no progress. */

import { unitsComparable } from '../../../grammar/quantity.ts';
import type { KeyResult, Objective } from '../../model/strategy.ts';
import { measureProgress, scoreOf } from '../../model/progress.ts';
import { countedKeyResults } from '../../model/standing.ts';
import { equalAmounts } from '../../model/values.ts';
import type { Entry, FoundChange } from '../ledger.ts';
import type { Comparing } from '../view.ts';

const OF_MEASURE = /^(?:target-|baseline-|measure-changed$)/;

/** Notes at each change of a kr's measure, and at krs that came, went, were dropped or revived, how its objective's score moves by it. */
export function noteScores({ ledger, pairs }: Comparing): void {
  const ofMeasures = new Map<KeyResult, Entry>();
  for (const entry of ledger.entries) {
    const { found } = entry;
    if ('subject' in found) continue;
    // Of a start and a target that both changed the target, which is told last, says what they do together.
    if (OF_MEASURE.test(found.kind) && found.head?.kind === 'kr') ofMeasures.set(found.head, entry);
    else if (/^kr-(?:added|removed|dropped|revived)$/.test(found.kind)) noteMember(entry, found, pairs);
  }
  for (const [head, entry] of ofMeasures) {
    const base = pairs.ofHead(head)?.base;
    if (base?.kind === 'kr') note(entry, base.objective, pairs, new Map([[base, { score: scoreBy(base, head), weight: base.weight }]]));
  }
}

interface Counted {
  readonly score: number | null;
  readonly weight: number;
}

function noteMember(entry: Entry, { base, head, kind }: FoundChange, pairs: Comparing['pairs']): void {
  if (kind === 'kr-added' || kind === 'kr-revived') {
    const before = head?.kind === 'kr' ? pairs.ofHead(head.objective)?.base : undefined;
    if (head?.kind !== 'kr' || before?.kind !== 'objective' || !countedKeyResults(head.objective).keyResults.includes(head)) return;
    note(entry, before, pairs, new Map([[base?.kind === 'kr' ? base : head, head]]));
  } else if (base?.kind === 'kr') {
    note(entry, base.objective, pairs, new Map([[base, { score: null, weight: 0 }]]));
  }
}

/** The score of base's value by head's measure; null where they do not go together. */
function scoreBy(base: KeyResult, head: KeyResult): number | null {
  const [was, is] = [base.reading, head.reading];
  if (is === null) return null;
  const agree = was === null || was.unit === null || is.unit === null || unitsComparable(was.unit, is.unit);
  return agree ? scoreOf(measureProgress(is, base.current)) : null;
}

/** Notes the score of base's objective, with some of its krs counted otherwise. */
function note(entry: Entry, base: Objective, pairs: Comparing['pairs'], otherwise: ReadonlyMap<KeyResult, Counted>): void {
  const head = pairs.ofBase(base)?.head;
  if (head?.kind !== 'objective') return;
  const counted = new Map<KeyResult, Counted>(countedKeyResults(base).keyResults.map((keyResult) => [keyResult, keyResult]));
  for (const [keyResult, other] of otherwise) if (counted.has(keyResult) || keyResult.objective !== base || other === keyResult) counted.set(keyResult, other);
  const after = mean(counted.values());
  if (after === base.score || (after !== null && base.score !== null && equalAmounts(after, base.score))) return;
  entry.add({ base, head, what: 'score', before: base.score, after });
}

function mean(counted: Iterable<Counted>): number | null {
  let scores = 0;
  let weights = 0;
  for (const { score, weight } of counted) {
    if (score === null) continue;
    scores += score * weight;
    weights += weight;
  }
  return weights === 0 ? null : scores / weights;
}
