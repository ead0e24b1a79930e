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
  const sums = new Sums(pairs);
  const ofMeasures = new Map<KeyResult, Entry>();
  for (const entry of ledger.entries) {
    const { found } = entry;
    if ('subject' in found) continue;
    // Of a start and a target that both changed the target, which is told last, says what they do together.
    if (OF_MEASURE.test(found.kind) && found.head?.kind === 'kr') ofMeasures.set(found.head, entry);
    else if (/^kr-(?:added|removed|dropped|revived)$/.test(found.kind)) noteMember(entry, found, sums);
  }
  for (const [head, entry] of ofMeasures) {
    const base = pairs.ofHead(head)?.base;
    if (base?.kind === 'kr') note(entry, base.objective, sums, base, { score: scoreBy(base, head), weight: base.weight });
  }
}

interface Counted {
  readonly score: number | null;
  readonly weight: number;
}

function noteMember(entry: Entry, { base, head, kind }: FoundChange, sums: Sums): void {
  if (kind === 'kr-added' || kind === 'kr-revived') {
    const before = head?.kind === 'kr' ? sums.pairs.ofHead(head.objective)?.base : undefined;
    if (head?.kind === 'kr' && before?.kind === 'objective' && sums.of(head.objective).counted.has(head)) note(entry, before, sums, head, head);
  } else if (base?.kind === 'kr') {
    note(entry, base.objective, sums, base, { score: null, weight: 0 });
  }
}

/** The score of base's value by head's measure; null where they do not go together. */
function scoreBy(base: KeyResult, head: KeyResult): number | null {
  const [was, is] = [base.reading, head.reading];
  if (is === null) return null;
  const agree = was === null || was.unit === null || is.unit === null || unitsComparable(was.unit, is.unit);
  return agree ? scoreOf(measureProgress(is, base.current)) : null;
}

/** Notes the score of base's objective, with one of its krs counted otherwise, or one more. */
function note(entry: Entry, base: Objective, sums: Sums, keyResult: KeyResult, otherwise: Counted): void {
  const head = sums.pairs.ofBase(base)?.head;
  if (head?.kind !== 'objective') return;
  const { scores, weights, counted } = sums.of(base);
  const isCounted = counted.has(keyResult);
  if (!isCounted && otherwise !== keyResult) return;
  const [was, is] = [isCounted ? partOf(keyResult) : NOTHING, partOf(otherwise)];
  const total = weights - was.weight + is.weight;
  const after = total <= 0 ? null : (scores - was.score + is.score) / total;
  if (after === base.score || (after !== null && base.score !== null && equalAmounts(after, base.score))) return;
  entry.add({ base, head, what: 'score', before: base.score, after });
}

const NOTHING = { score: 0, weight: 0 };

/** What a kr adds to the sums: nothing where it has no score. */
function partOf({ score, weight }: Counted): typeof NOTHING {
  return score === null ? NOTHING : { score: score * weight, weight };
}

/** The sums from which the score of an objective is worked out, once for each. */
class Sums {
  readonly pairs: Comparing['pairs'];
  readonly #known = new Map<Objective, { readonly scores: number; readonly weights: number; readonly counted: ReadonlySet<KeyResult> }>();

  constructor(pairs: Comparing['pairs']) {
    this.pairs = pairs;
  }

  of(objective: Objective) {
    let sums = this.#known.get(objective);
    if (sums === undefined) {
      const { keyResults } = countedKeyResults(objective);
      const parts = keyResults.map(partOf);
      sums = { scores: parts.reduce((sum, { score }) => sum + score, 0), weights: parts.reduce((sum, { weight }) => sum + weight, 0), counted: new Set(keyResults) };
      this.#known.set(objective, sums);
    }
    return sums;
  }
}
