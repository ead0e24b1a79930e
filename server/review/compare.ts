/** The comparison of two states of one strategy by meaning (review.md sections 1 to 4): pure, and the same for command and editor. */

import { compareExistence } from './changes/existence.ts';
import { compareThing } from './changes/index.ts';
import { compareSettings } from './changes/settings.ts';
import { compareStrategyHeader } from './changes/strategy.ts';
import { compareSuppressions } from './changes/suppressions.ts';
import { compareSyntax } from './changes/syntax.ts';
import { compareWeights } from './changes/weights.ts';
import { noteAlignment } from './effects/alignment.ts';
import { noteLostNames } from './effects/lost-names.ts';
import { noteMetrics } from './effects/metric.ts';
import { noteInheritance } from './effects/period.ts';
import { noteScores } from './effects/score.ts';
import { GoalReach } from './goal-reach.ts';
import { Hidden } from './hidden.ts';
import { Ledger } from './ledger.ts';
import { Matching } from './matching.ts';
import type { Comparison, Pair, ReviewSide } from './review.ts';
import { isSameText } from './same-text.ts';
import { View, type Comparing } from './view.ts';

/** What changed from base to head in one root. Both sides are built with one as-of. */
export function compareStrategies(base: ReviewSide, head: ReviewSide): Comparison {
  const pairs = new Matching(base.strategy, head.strategy);
  const reach = new GoalReach();
  const ledger = new Ledger(base, head, reach);
  const comparing: Comparing = { base, head, asOf: head.asOf, pairs, ledger, reach };
  const hidden = new Hidden(base, head);
  const changed = pairs.all.filter(unlessAlike(pairs));
  compareExistence(comparing, hidden);
  compareStrategyHeader(comparing, hidden);
  for (const pair of changed) compareThing(new View(pair, comparing));
  for (const { base: was, head: is, by } of changed) {
    if (was.kind === 'objective' && is.kind === 'objective' && by !== 'replaced') compareWeights(was, is, comparing);
  }
  compareSettings(comparing);
  compareSuppressions(comparing, hidden);
  compareSyntax(comparing);
  for (const { base: was, head: is, by } of changed) if (by !== 'replaced') noteLostNames(was, is, comparing);
  noteInheritance(comparing);
  noteMetrics(comparing);
  noteAlignment(comparing);
  noteScores(comparing);
  return {
    changes: ledger.changes(), pairs, unreadable: hidden.list(), notes: pairs.notes,
    complete: !hidden.headIsDamaged,
  };
}

/** Leaves out pairs of which the text is the same and every name in it means the same: most of a strategy. */
function unlessAlike(pairs: Matching): (pair: Pair) => boolean {
  return ({ base, head }) => !isSameText(base, head) || base.links.some(({ target }, index) => {
    const other = head.links[index]?.target ?? null;
    return target === null || other === null ? target !== other : pairs.ofBase(target)?.head !== other;
  });
}
