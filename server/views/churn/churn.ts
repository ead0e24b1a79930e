/**
 * The picture of churn: of each team, quarter by quarter, how many key results kept their target, had it moved, or were
 * dropped. One square is one key result, so that a leader sees sizes and not only shares.
 */

import { formatDay, type Day } from '../../../grammar/calendar.ts';
import { percent } from '../../model/figures.ts';
import type { Churn, ChurnCounts } from '../../review/history/churn.ts';
import { churnVerdict, happenings, steadiness } from '../../review/history/churn-words.ts';
import { h, serialize, style, type Markup } from '../markup.ts';
import { styleSheet } from '../style.ts';
import { fitLine, fitText, textWidth } from '../text-fit.ts';
import { churnStyle } from './style.ts';

export interface ChurnPictureOptions {
  /** What the strategy is called. */
  readonly title: string | null;
  readonly from: Day;
  readonly to: Day;
}

const PADDING = 28;
const TEAM_COLUMN = 190;
const COLUMN = 196;
const SQUARE = 12;
const GAP = 3;
/** Squares in a row of a cell. */
const ACROSS = 11;
/** Squares of a cell; the words beside say how many there are. */
const MOST_SQUARES = 4 * ACROSS;
const LINE = 15;
const SMALL = 11;
/** From the top to the first row, without the lines of the verdict after its first. */
const HEAD = 118;
const VERDICT_LINE = 18;

/** An SVG file with its own style sheet, light or dark as the reader's system is. */
export function churnPicture(churn: Churn, { title, from, to }: ChurnPictureOptions): string {
  const { quarters, teams, cells, total } = churn;
  // Of one quarter what happened in all is what happened in it.
  const hasTotal = quarters.length !== 1;
  const columns = [...quarters.map(({ id }) => id), ...hasTotal ? ['In all'] : []];
  const width = Math.max(680, 2 * PADDING + TEAM_COLUMN + columns.length * COLUMN);
  const of = new Map(cells.map(({ team, quarter, counts }) => [JSON.stringify([team, quarter]), counts]));
  const rows = [
    ...teams.map((team) => ({
      name: team.title ?? team.id ?? 'Nobody', counts: [...quarters.map(({ id }) => of.get(JSON.stringify([team.id, id]))), ...hasTotal ? [team.counts] : []],
    })),
    { name: 'All teams', counts: [...quarters.map(({ counts }) => counts), ...hasTotal ? [total] : []] },
  ];
  const verdict = churnVerdict(churn);
  const verdictLines = fitText(verdict, width - 2 * PADDING, 4, 13).lines;
  const head = HEAD + (verdictLines.length - 1) * VERDICT_LINE;
  const parts: Markup[] = [];
  let y = head;
  for (const [index, { name, counts }] of rows.entries()) {
    const drawn = counts.map((one, column) => drawCell(one, cellLeft(column), y + 10));
    const height = Math.max(40, ...drawn.map((cell) => cell.height)) + 20;
    const isTotal = index === rows.length - 1;
    if (isTotal) parts.push(h('rect', { class: 'total', x: PADDING, y, width: width - 2 * PADDING, height }));
    parts.push(
      fitText(name, TEAM_COLUMN - 16, 2, 13, true).lines.map((line, at) => h('text', { class: 'strong team', x: PADDING + 6, y: y + 22 + at * LINE }, line)),
      drawn.map(({ markup }) => markup),
      h('line', { class: 'rule', x1: PADDING, x2: width - PADDING, y1: y + height, y2: y + height }),
    );
    y += height;
  }
  const height = y + PADDING;
  const name = title === null ? 'How steady the strategy is' : `How steady the strategy of ${title} is`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(h('svg', { class: 'throughline picture churn', xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': name },
    h('title', {}, name), h('desc', {}, verdict), style(styleSheet('auto', [{ style: churnStyle }])),
    h('rect', { class: 'ground', width, height }),
    h('text', { class: 'picture-title', x: PADDING, y: 34 }, fitLine(name, width - 2 * PADDING, 18, true)),
    verdictLines.map((line, index) => h('text', { class: 'verdict', x: PADDING, y: 58 + index * VERDICT_LINE }, line)),
    legend(width, head - 38), h('text', { class: 'muted', x: PADDING, y: head - 38 }, `${formatDay(from)} to ${formatDay(to)}`),
    columns.map((column, index) => h('text', { class: 'column', x: cellLeft(index), y: head - 10 }, fitLine(column, COLUMN - 16, 12, true))),
    h('line', { class: 'head-rule', x1: PADDING, x2: width - PADDING, y1: head, y2: head }),
    parts,
  ))}\n`;
}

function cellLeft(column: number): number {
  return PADDING + TEAM_COLUMN + column * COLUMN;
}

interface DrawnCell {
  readonly markup: Markup;
  readonly height: number;
}

/** A square for each key result, then in words what is counted. */
function drawCell(counts: ChurnCounts | undefined, left: number, top: number): DrawnCell {
  const share = counts === undefined ? null : steadiness(counts);
  if (counts === undefined || share === null) return { markup: h('text', { class: 'muted', x: left, y: top + 12 }, '–'), height: LINE };
  const looks = [...looksOf('dropped', counts.dropped), ...looksOf('moved', counts.moved), ...looksOf('kept', counts.kept)].slice(0, MOST_SQUARES);
  const squares = looks.map((look, index) => square(look, left + (index % ACROSS) * (SQUARE + GAP), top + Math.floor(index / ACROSS) * (SQUARE + GAP)));
  const below = top + Math.ceil(looks.length / ACROSS) * (SQUARE + GAP);
  const words = [`${counts.kept} of ${counts.keyResults} kept, ${percent(share)}`, ...happenings(counts)];
  const lines = words.flatMap((text) => fitText(text, COLUMN - 14, 2, SMALL).lines);
  return {
    markup: [squares, lines.map((line, index) => h('text', { class: index === 0 ? 'kept-words' : 'detail', x: left, y: below + 12 + index * LINE }, line))],
    height: below - top + lines.length * LINE,
  };
}

type Look = 'kept' | 'moved' | 'dropped';

function looksOf(look: Look, count: number): readonly Look[] {
  return Array.from({ length: Math.min(count, MOST_SQUARES) }, () => look);
}

/** Told apart by shape as well as by colour: full, with a dash, crossed out. */
function square(look: Look, x: number, y: number): Markup {
  const [right, bottom, middle] = [x + SQUARE, y + SQUARE, y + SQUARE / 2];
  return h('g', { class: `square ${look}` },
    h('rect', { class: 'square-box', x: x + 0.75, y: y + 0.75, width: SQUARE - 1.5, height: SQUARE - 1.5, rx: 2 }),
    look === 'moved' ? h('path', { class: 'square-sign', d: `M${x + 3} ${middle}H${right - 3}` }) : null,
    look === 'dropped' ? h('path', { class: 'square-sign', d: `M${x + 3} ${y + 3}L${right - 3} ${bottom - 3}M${right - 3} ${y + 3}L${x + 3} ${bottom - 3}` }) : null,
  );
}

/** What the squares mean, on a line of which the words stand on `y`. */
function legend(width: number, y: number): Markup {
  const entries: readonly (readonly [Look, string])[] = [['kept', 'kept its target'], ['moved', 'target moved'], ['dropped', 'dropped']];
  let x = width - PADDING - entries.reduce((sum, [, words]) => sum + SQUARE + 6 + textWidth(words, SMALL) + 16, -16);
  return entries.map(([look, words]) => {
    const drawn = [square(look, x, y - 10), h('text', { class: 'legend-words', x: x + SQUARE + 6, y }, words)];
    x += SQUARE + 6 + textWidth(words, SMALL) + 16;
    return drawn;
  });
}
