/** What there is to see in a map, in one sentence. */

import type { Health } from '../../model/strategy.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import type { MapModel } from './model.ts';

/** Counted of goals and objectives, the gravest first. */
const TOLD: readonly Health[] = ['off-track', 'at-risk', 'on-track'];

/** `4 goals, 9 objectives, 29 key results; 1 off track, 2 at risk; 1 objective serves no goal; 1 conflict.` */
export function mapSummary({ nodes, lanes, conflicts, history }: MapModel): string {
  const all = [...nodes.values()];
  const goals = all.filter(({ element }) => element.kind === 'goal').length;
  const objectives = all.flatMap(({ element }) => (element.kind === 'objective' ? [element] : []));
  const keyResults = all.reduce((sum, { rows }) => sum + rows.length, 0);
  const alone = lanes.find(({ kind }) => kind === 'unaligned')?.nodes.length ?? 0;
  const health = TOLD.map((word) => ({ word, count: objectives.filter((objective) => objective.health === word).length })).filter(({ count }) => count > 0);
  const parts = [
    [counted(goals, 'goal'), counted(objectives.length, 'objective'), counted(keyResults, 'key result')].join(', '),
    health.map(({ word, count }) => `${count} ${HEALTH_WORDS[word]}`).join(', '),
    alone === 0 ? '' : `${counted(alone, 'objective')} ${alone === 1 ? 'serves' : 'serve'} no goal`,
    conflicts.length === 0 ? '' : counted(conflicts.length, 'conflict'),
    history === 0 ? '' : `${history} past or dropped not shown`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
