/** Key results and initiatives that now stand in another objective. */

import { label, shortLabel } from '../../model/naming.ts';
import { knownDays } from '../../model/planning.ts';
import type { KeyResult, Objective } from '../../model/strategy.ts';
import { objectiveOf } from '../matching.ts';
import { sameGoals } from './alignment.ts';
import { effectsOfMove } from '../effects/inherited.ts';
import type { View } from '../view.ts';

/** Records a move; true where there was one. */
export function compareObjective(view: View): boolean {
  const { base, head, pair, comparing } = view;
  if ((base.kind !== 'kr' && base.kind !== 'initiative') || head.kind !== base.kind) return false;
  const [from, to] = [objectiveOf(base), objectiveOf(head)];
  if ((from === null ? null : comparing.pairs.ofBase(from)?.head ?? from) === to) return false;
  const isRisky = base.kind === 'kr' && head.kind === 'kr' && (!sameGoals(base, head, comparing) || isTooLate(base, head));
  const [before, after] = [nameOf(from), nameOf(to)];
  const entry = comparing.ledger.record({
    kind: `${head.kind}-moved`, base, head, property: 'objective', before, after, ...isRisky ? { risk: 'high' as const } : {},
    confidence: pair.by === 'likely' ? 'likely' : 'proven',
    message: `${label(head)} moved${from === null ? '' : ` out of ${shortLabel(from)}`}${to === null ? '' : ` into ${shortLabel(to)}`}${isRisky ? ': it serves other goals or ends later now' : ''}.`,
  });
  for (const effect of effectsOfMove(base, head, comparing)) entry.add(effect);
  return true;
}

function nameOf(objective: Objective | null): string | null {
  return objective?.id ?? null;
}

/** Its deadline is now after the period of the objective that it was in. */
function isTooLate(base: KeyResult, head: KeyResult): boolean {
  const days = knownDays(base.objective.period);
  return days !== null && head.lastDay !== null && head.lastDay > days.end;
}
