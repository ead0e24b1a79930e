/** How much each key result counts in its objective: once per objective, by the weights of those on both sides. */

import { quoted } from '../../model/declare.ts';
import { countedKeyResults } from '../../model/standing.ts';
import { isBelow } from '../../model/values.ts';
import type { KeyResult, Objective } from '../../model/strategy.ts';
import { exactOf, plus, sameExact, signOf, times, ZERO, type Exact } from '../exact.ts';
import { midLabel, wasIs } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import { propertyText } from '../text.ts';
import type { Comparing } from '../view.ts';

/** Records other weights of the krs of an objective that stayed in it. */
export function compareWeights(base: Objective, head: Objective, comparing: Comparing): void {
  const pairs = stayed(base, head, comparing);
  if (pairs.every(([was, is]) => was.weight === is.weight)) return;
  if (sameShares(pairs)) {
    for (const [was, is] of pairs) if (was.weight !== is.weight) recordWeight(was, is, comparing);
    return;
  }
  const [before, after] = [weightsText(pairs.map(([was]) => was)), weightsText(pairs.map(([, is]) => is))];
  const effect = scoreByWeights(base, pairs);
  const rises = effect !== null && base.score !== null && isBelow(base.score, effect);
  const entry = comparing.ledger.record({
    kind: 'weight-changed', base, head, property: 'weight', before, after, ...rises ? { risk: 'high' as const } : {},
    message: `The weights of the key results of ${midLabel(head)} changed${wasIs(before, after)}${rises ? '; its score rises by that' : ''}.`,
  });
  if (effect !== null && base.score !== null && Math.abs(effect - base.score) >= 1e-9) {
    entry.add({ base, head, what: 'score', before: base.score, after: effect });
  }
}

function stayed(base: Objective, head: Objective, { pairs }: Comparing): readonly (readonly [KeyResult, KeyResult])[] {
  return base.keyResults.flatMap((was): (readonly [KeyResult, KeyResult])[] => {
    const pair = pairs.ofBase(was);
    return pair?.head.kind === 'kr' && pair.head.objective === head && pair.by !== 'replaced' ? [[was, pair.head]] : [];
  });
}

/** Whether each has the same share of all as before. */
function sameShares(pairs: readonly (readonly [KeyResult, KeyResult])[]): boolean {
  const [before, after] = [sum(pairs.map(([was]) => was)), sum(pairs.map(([, is]) => is))];
  if (signOf(before) === 0 || signOf(after) === 0) return signOf(before) === signOf(after);
  return pairs.every(([was, is]) => sameExact(times(exactOf(was.weight), after), times(exactOf(is.weight), before)));
}

function sum(keyResults: readonly KeyResult[]): Exact {
  return keyResults.reduce((total, { weight }) => plus(total, exactOf(weight)), ZERO);
}

function recordWeight(was: KeyResult, is: KeyResult, { ledger }: Comparing): void {
  const [before, after] = [propertyText(was, 'weight'), propertyText(is, 'weight')];
  ledger.record({
    kind: 'property-changed', base: was, head: is, property: 'weight', before, after, spans: [spanOf(was, 'weight'), spanOf(is, 'weight')],
    message: `Weight of ${midLabel(is)} changed${wasIs(before ?? '1', after ?? '1')}; its share of the whole stayed.`,
  });
}

function weightsText(keyResults: readonly KeyResult[]): string {
  return keyResults.map((keyResult) => `${localName(keyResult)} ${propertyText(keyResult, 'weight') ?? '1'}`).sort().join(', ');
}

/** Its local id, or its title. */
function localName({ declaration, id, title }: KeyResult): string {
  return declaration.name?.text ?? (title === null ? id : quoted(title));
}

/** The score of base's objective, were its krs weighed as in head; null where it has none. */
function scoreByWeights(base: Objective, pairs: readonly (readonly [KeyResult, KeyResult])[]): number | null {
  const weights = new Map(pairs.map(([was, is]) => [was, is.weight]));
  let scores = 0;
  let total = 0;
  for (const keyResult of countedKeyResults(base).keyResults) {
    if (keyResult.score === null) continue;
    const weight = weights.get(keyResult) ?? keyResult.weight;
    scores += keyResult.score * weight;
    total += weight;
  }
  return total === 0 ? null : scores / total;
}
