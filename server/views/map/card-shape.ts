/** How a card's texts are broken into lines, and how high that makes it. */

import type { FindingsOf } from '../findings-of.ts';
import type { KeyResult } from '../../model/strategy.ts';
import { nameOf } from '../element.ts';
import { fitText } from '../text-fit.ts';
import { metaWords, metricWords, rowWords, servesWords } from './card-words.ts';
import type { MapLane, MapNode, MapRow } from './model.ts';

export interface TextStyle {
  readonly name: 'lead' | 'title' | 'meta' | 'serves' | 'row' | 'value' | 'reason' | 'note';
  /** Font size and line height in pixels. */
  readonly size: number;
  readonly line: number;
  readonly bold: boolean;
  /** Lines at most. */
  readonly most: number;
}

const STYLES = {
  lead: { name: 'lead', size: 16, line: 21, bold: true, most: 3 },
  title: { name: 'title', size: 13, line: 17, bold: true, most: 3 },
  meta: { name: 'meta', size: 11.5, line: 16, bold: false, most: 3 },
  serves: { name: 'serves', size: 11.5, line: 16, bold: false, most: 2 },
  row: { name: 'row', size: 12, line: 15, bold: false, most: 2 },
  value: { name: 'value', size: 11, line: 14, bold: false, most: 2 },
  reason: { name: 'reason', size: 11.5, line: 16, bold: true, most: 3 },
  note: { name: 'note', size: 11.5, line: 16, bold: true, most: 2 },
} satisfies Record<TextStyle['name'], TextStyle>;

/** One line of text at its baseline, from the card's upper left corner. */
export interface TextLine {
  readonly style: TextStyle;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface RowShape {
  readonly row: MapRow;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

export interface CardShape {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly rows: readonly RowShape[];
  /** The upper edge of the bar of progress; null for what has none. */
  readonly bar: number | null;
}

/** Space within a card, and left of its text for the mark of its health. */
export const PAD = 12;
export const MARK = 16;
const TEXT_LEFT = PAD + MARK + 8;
/** Right of the title for the badge of findings, and of a row for its score. */
const BADGE = 34;
export const SCORE = 46;
/** Down to the end of the bar below a row's score. */
const LEAST_ROW = 26;
/** Left of a row's text for its mark. */
export const ROW_LEFT = PAD + 12 + 8;

/** The card of an element at a width in pixels. */
export function cardShape(node: MapNode, width: number, findings: FindingsOf): CardShape {
  const { element, reason, mark, folded } = node;
  const text = new TextColumn(11);
  const badge = findings(element).length > 0 || folded > 0 ? BADGE : 0;
  const isLead = element.kind === 'goal' && node.hangs === null;
  text.add(nameOf(element), isLead ? STYLES.lead : STYLES.title, TEXT_LEFT, width - PAD - badge);
  text.add(metaWords(element), STYLES.meta, TEXT_LEFT, width - PAD);
  for (const words of servesWords(node)) text.add(words, STYLES.serves, TEXT_LEFT, width - PAD);
  if (element.kind === 'goal') for (const metric of element.metrics) text.add(metricWords(metric), STYLES.meta, TEXT_LEFT, width - PAD);
  if (reason !== null) text.add(reason, STYLES.reason, TEXT_LEFT, width - PAD);
  if (mark !== null) text.add(mark.note ?? mark.change, STYLES.note, TEXT_LEFT, width - PAD);
  let bar: number | null = null;
  if (element.kind !== 'initiative') {
    bar = text.y + 6;
    text.y += 22;
  }
  const rows = node.rows.map((row) => rowShape(row, width, text, findings(row.keyResult).length > 0));
  return { width, height: Math.ceil(text.y + (rows.length > 0 ? 4 : 10)), lines: text.lines, rows, bar };
}

/** From this width on, the words of a row stand beside its title, not below. */
const WIDE = 440;
const TITLE_SHARE = 0.5;

function rowShape(row: MapRow, width: number, column: TextColumn, hasFindings: boolean): RowShape {
  const { keyResult, mark } = row;
  const right = width - PAD - SCORE - 2 - (hasFindings ? 14 : 0);
  const isWide = width >= WIDE;
  const middle = isWide ? ROW_LEFT + (right - ROW_LEFT) * TITLE_SHARE : right;
  const title = new TextColumn(7);
  const details = isWide ? new TextColumn(7.5) : title;
  title.add(nameOf(keyResult), STYLES.row, ROW_LEFT, middle);
  details.add(rowDetails(keyResult), STYLES.value, isWide ? middle + 14 : ROW_LEFT, right);
  if (mark !== null) title.add(mark.note ?? mark.change, STYLES.note, ROW_LEFT, middle);
  const height = Math.max(title.y, details.y, LEAST_ROW) + 7;
  const y = column.y;
  column.y += height;
  return { row, y, height, lines: isWide ? [...title.lines, ...details.lines] : title.lines };
}

function rowDetails(keyResult: KeyResult): string {
  const { owners, objective } = keyResult;
  const isOwn = keyResult.ownerWritten && owners.some((owner) => !objective.owners.includes(owner));
  return isOwn ? `${rowWords(keyResult)} · ${owners.map(nameOf).join(', ')}` : rowWords(keyResult);
}

/** The heading of a lane at a width. */
export function laneShape({ title, meaning, nodes }: MapLane, width: number): CardShape {
  const text = new TextColumn(12);
  text.add(title, STYLES.lead, TEXT_LEFT, width - PAD);
  text.add(meaning, STYLES.meta, TEXT_LEFT, width - PAD);
  text.add(nodes.length === 1 ? '1 stands apart' : `${nodes.length} stand apart`, STYLES.meta, TEXT_LEFT, width - PAD);
  return { width, height: Math.ceil(text.y + 10), lines: text.lines, rows: [], bar: null };
}

/** Texts below each other. */
class TextColumn {
  readonly lines: TextLine[] = [];
  y: number;

  constructor(top: number) {
    this.y = top;
  }

  add(text: string, style: TextStyle, left: number, right: number): void {
    for (const line of fitText(text, right - left, style.most, style.size, style.bold).lines) {
      this.lines.push({ style, x: left, y: this.y + style.line * 0.76, text: line });
      this.y += style.line;
    }
  }
}
