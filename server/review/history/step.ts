/** Two states of a strategy that follow one another in its history, compared once and asked about many things. */

import type { Day } from '../../../grammar/calendar.ts';
import { buildStrategy } from '../../model/build.ts';
import type { Strategy } from '../../model/strategy.ts';
import { compareStrategies } from '../compare.ts';
import type { Change, Pairs, ReviewSide } from '../review.ts';
import { settingsOfSides } from '../rule-set.ts';
import type { RootState } from '../state.ts';
import { wholeStrategy } from '../whole-strategy.ts';

export interface Step {
  /** null where the strategy is not there. */
  readonly before: Strategy | null;
  readonly after: Strategy | null;
  readonly changes: readonly Change[];
  /** null where the strategy is on one side only. */
  readonly pairs: Pairs | null;
}

/** Compares two states of one root as of a day; null where their files are the same. */
export function stepBetween(before: RootState | null, after: RootState | null, asOf: Day): Step | null {
  if (before !== null && after !== null && isSame(before, after)) return null;
  const settings = settingsOfSides(before?.settingsText ?? null, after?.settingsText ?? null);
  const side = ({ root, files, settingsText }: RootState, own: typeof settings.base): ReviewSide => ({
    strategy: buildStrategy(files, { asOf, pastDays: settings.common.past }), settings: own, asOf, root, settingsText,
  });
  const [base, head] = [before === null ? null : side(before, settings.base), after === null ? null : side(after, settings.head)];
  if (base !== null && head !== null) {
    const { changes, pairs } = compareStrategies(base, head);
    return { before: base.strategy, after: head.strategy, changes, pairs };
  }
  if (after !== null && head !== null) return { before: null, after: head.strategy, changes: [wholeStrategy('head', after, head.strategy)], pairs: null };
  if (before !== null && base !== null) return { before: base.strategy, after: null, changes: [wholeStrategy('base', before, base.strategy)], pairs: null };
  return null;
}

/** Files with equal content are one object, see `Sources`. */
function isSame(one: RootState, other: RootState): boolean {
  return one.settingsText === other.settingsText && one.files.length === other.files.length && one.files.every((file, index) => file === other.files[index]);
}
