/** How the card of a metric is divided: its texts broken into lines, and how high that makes it. */

import { amountShown } from '../titles.ts';
import { fitLine, fitText, textWidth } from '../text-fit.ts';
import type { MetricGoal, MetricMover, MetricNode } from './model.ts';
import { apartReason } from './summary.ts';

export const CARD_WIDTH = 290;
export const PAD = 12;
/** Left of a mover's text for the mark of its health. */
export const MARK = 18;
/** Right of a line for a score. */
export const SCORE = 44;
/** Where a card's edges begin and end, from its upper edge. */
export const PORT = 22;
const INNER = CARD_WIDTH - 2 * PAD;
const SPARKLINE_ROOM = 96;
const TITLE_LINE = 17;
/** As many krs as a card lists. */
const LISTED = 8;

export interface CardShape {
  readonly height: number;
  readonly title: readonly string[];
  /** The line of the value, from the upper edge. */
  readonly valueY: number;
  readonly value: string;
  /** The value is written smaller, so that more of it fits. */
  readonly isLong: boolean;
  readonly reason: string | null;
  readonly goals: readonly { readonly goal: MetricGoal; readonly y: number; readonly title: string; readonly measure: string }[];
  readonly movers: readonly { readonly mover: MetricMover; readonly y: number; readonly title: string; readonly detail: string }[];
  readonly more: { readonly y: number; readonly text: string } | null;
}

/** Of a card that is `CARD_WIDTH` wide. */
export function cardShape(metric: MetricNode): CardShape {
  const title = fitText(metric.title, INNER - 24, 2, 13, true).lines;
  const valueY = 26 + title.length * TITLE_LINE;
  const current = metric.current === null ? null : amountShown(metric.current);
  const room = INNER - (metric.trend === null ? 0 : SPARKLINE_ROOM);
  const isLong = current !== null && textWidth(current, 15, true) > room;
  const value = current === null ? 'no value yet' : fitLine(current, room, isLong ? 12 : 15, true);
  let y = valueY + 14;
  const reason = metric.place === 'apart' ? fitLine(apartReason(metric), INNER, 11.5, true) : null;
  if (reason !== null) y += 18;
  const goals = metric.goals.map((goal) => {
    const shape = { goal, y, title: fitLine(goal.goal.title, INNER - MARK - SCORE, 12, true), measure: goal.measure === null ? 'no measure' : fitLine(amountShown(goal.measure), INNER - MARK - SCORE, 11) };
    y += 38;
    return shape;
  });
  const movers = metric.movers.slice(0, LISTED).map((mover) => {
    const owners = mover.owners.map(({ title: owner }) => owner).join(', ');
    const detail = [owners, mover.measure === null ? 'no measure' : amountShown(mover.measure)].filter((part) => part !== '').join(' · ');
    const shape = { mover, y, title: fitLine(mover.keyResult.title, INNER - MARK - SCORE, 12), detail: fitLine(detail, INNER - MARK - SCORE, 11) };
    y += 36;
    return shape;
  });
  const rest = metric.movers.length - movers.length;
  const more = rest > 0 ? { y, text: `and ${rest} more` } : null;
  return { height: y + (more === null ? 4 : 22), title, valueY, value, isLong, reason, goals, movers, more };
}
