/** Ways to align an objective: each active goal, those of its own team first. */

import { firstProperty } from '../../../grammar/tree.ts';
import { shortLabel } from '../../model/naming.ts';
import type { Goal, Objective } from '../../model/strategy.ts';
import { inFile, insertedProperty } from '../body-lines.ts';
import { homeOf, isAtHome } from '../completion-surroundings.ts';
import type { Plan } from '../plan.ts';
import type { Found, Proposal } from './proposal.ts';

/** More than these a reader does not choose from in a menu. */
const MOST = 6;

/** Each active goal to support, where the rule does not offer the only one itself. */
export function align({ entity, analysis: { strategy }, finding }: Found): readonly Proposal[] {
  if (entity.kind !== 'objective') return [];
  const home = homeOf(entity);
  const goals = strategy.goals.filter((goal) => goal.active && goal.declaration.name !== null);
  const ordered = [...goals.filter((goal) => isAtHome(goal, home)), ...goals.filter((goal) => !isAtHome(goal, home))];
  // The rule itself offers the only goal there is.
  if (finding.fixes.length > 0) return [];
  return ordered.slice(0, MOST).map((goal) => ({ title: `Align to ${shortLabel(goal)}`, plan: () => supporting(entity, goal) }));
}

function supporting(objective: Objective, goal: Goal): Plan {
  const { file } = objective.origin;
  const last = firstProperty(objective.declaration, 'supports')?.value.at(-1);
  if (last === undefined) return { changes: [{ file, ...insertedProperty(objective, 'supports', `supports ${goal.id}`) }] };
  const { end } = last.share ?? last.reference;
  return { changes: [{ file, ...inFile(objective, { start: end, end, newText: `, ${goal.id}` }) }] };
}
