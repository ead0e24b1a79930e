/** What the card of an element says in the map, as plain text. */

import { percent, periodName } from '../../model/figures.ts';
import { currentText, measureText } from '../../model/measure-words.ts';
import type { GoalMetric, KeyResult } from '../../model/strategy.ts';
import { nameOf } from '../element.ts';
import { amountShown } from '../titles.ts';
import { cardOf } from './hanging.ts';
import type { MapEdge, MapElement, MapNode } from './model.ts';

/** Who answers for it and when: `Growth · FY26-Q1`. */
export function metaWords(element: MapElement): string {
  const owners = element.owners.map(nameOf).join(', ');
  const kind = element.kind === 'goal' && element.goalKind !== null ? `${element.goalKind} goal` : '';
  return [kind, owners, periodName(element.period) ?? '', statusWords(element)].filter((part) => part !== '').join(' · ');
}

/** The status, where it does not go without saying and health does not say it. */
function statusWords(element: MapElement): string {
  if (element.past) return 'past';
  return element.kind === 'initiative' && element.status.value !== 'active' ? element.status.value : '';
}

/** As many things as a card names one by one. */
const NAMED = 4;

/** What it serves where the picture alone does not say it: a key result of the card above, and other things. */
export function servesWords({ element, hangs, others }: MapNode): readonly string[] {
  const lines: string[] = [];
  const within = new Set([...hangs === null ? [] : [hangs], ...others]
    .filter(({ to, change }) => change !== 'removed' && to.kind === 'kr' && isAbove(element, hangs, cardOf(to))));
  const [first] = within;
  if (first !== undefined) lines.push(`${first.kind === 'advances' ? 'moves' : 'for'}: ${[...within].slice(0, NAMED).map(({ to }) => nameOf(to)).join('; ')}${within.size > NAMED ? `; and ${within.size - NAMED} more` : ''}`);
  for (const edge of others) {
    if (within.has(edge)) continue;
    const how = edge.change === 'removed' ? 'no longer ' : hangs === null && lines.length === 0 ? '' : 'also ';
    lines.push(`${how}${shareWords(edge)}${edge.kind === 'advances' ? 'moves' : 'for'}: ${nameOf(edge.to)}`);
  }
  return lines.length <= NAMED + 1 ? lines : [...lines.slice(0, NAMED), `and ${lines.length - NAMED} more`];
}

function isAbove(element: MapElement, hangs: MapEdge | null, card: MapElement): boolean {
  if (hangs !== null) return cardOf(hangs.to) === card;
  return element.kind === 'initiative' && element.objective === card;
}

/** `40% `; nothing where there is no share to tell. */
export function shareWords({ share }: MapEdge): string {
  return share === null ? '' : `${percent(share)} `;
}

/** A metric of a goal: `Bookings: 2_900 now, from 2_100 times 2`. */
export function metricWords({ metric, reading, current, link }: GoalMetric): string {
  const name = metric === null ? link.reference.text : nameOf(metric);
  const now = current === null ? 'no value yet' : `${currentText(current)} now`;
  return `${name}: ${amountShown(`${now}${reading === null ? '' : `, ${measureText(reading.measure)}`}`)}`;
}

/** Where a key result stands: `31% now, from 24% to 40%`. */
export function rowWords(keyResult: KeyResult): string {
  const { reading, current } = keyResult;
  if (reading?.kind === 'milestone') return milestoneWords(keyResult);
  const now = current === null ? 'no value yet' : `${currentText(current)} now`;
  return reading === null ? 'no measure' : amountShown(`${now}, ${measureText(reading.measure)}`);
}

function milestoneWords({ current, score }: KeyResult): string {
  if (score === 1) return 'milestone, done';
  return current?.quantity === null || current === null ? 'milestone, not done' : `milestone, ${currentText(current)} done`;
}

/** The score as a card shows it; a dash for none. */
export function scoreWords({ score }: { readonly score: number | null }): string {
  return score === null ? '–' : percent(score);
}

