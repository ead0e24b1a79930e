/** The scorecard as an SVG picture. */

import { percent } from '../../model/figures.ts';
import type { MarkupElement } from '../markup.ts';
import { tablePicture, type TableCell, type TableColumn, type TableRow } from '../table-picture.ts';
import { amountShown } from '../titles.ts';
import type { Scorecard, ScorecardGroup, ScorecardRow } from './model.ts';
import { countWords, healthWords } from './summary.ts';

const COLUMNS: readonly TableColumn[] = [
  { title: 'Goal, objective, key result', width: 350 }, { title: 'Owner', width: 140 }, { title: 'Health', width: 116 }, { title: 'Progress', width: 150 },
  { title: 'Measure', width: 190 }, { title: 'Now', width: 130 }, { title: 'Trend', width: 106 }, { title: 'Confidence', width: 90 }, { title: 'Last check-in', width: 106 },
];

/** The same table as in HTML. */
export function scorecardPicture(model: Scorecard, title: string): MarkupElement {
  const rows = model.groups.flatMap((group) => [...headOf(group), ...group.rows.flatMap((row) => rowsOf(row, 0, group))]);
  return tablePicture({ view: 'scorecard', title, asOf: model.asOf }, [{ title: null, columns: COLUMNS, rows }]);
}

/** A goal is the head of its own group. */
function headOf({ of, title, totals }: ScorecardGroup): readonly TableRow[] {
  if (of?.kind === 'goal') return [];
  return [{ look: 'head', cells: [{ type: 'text', text: title, look: 'strong', detail: [countWords(totals), healthWords(totals)].filter((part) => part !== '').join(' · ') }] }];
}

function rowsOf(row: ScorecardRow, depth: number, group: ScorecardGroup): readonly TableRow[] {
  const isHead = row.kind === 'goal' && group.of?.kind === 'goal';
  return [{ look: isHead ? 'head' : 'plain', cells: cellsOf(row, depth) }, ...row.rows.flatMap((below) => rowsOf(below, depth + 1, group))];
}

function cellsOf(row: ScorecardRow, depth: number): readonly TableCell[] {
  const { kind, title, of, aligned, owners, health, score, expected, measure, current, noData, trend, confidence, lastCheckin } = row;
  const look = kind === 'goal' || kind === 'objective' ? { look: 'strong' as const } : kind === 'metric' ? { look: 'muted' as const } : {};
  const below = [of === null ? '' : `${kind === 'kr' ? 'of' : 'serves'} ${of.title}`, aligned === false ? 'serves no goal' : ''].filter((part) => part !== '').join(' · ');
  return [
    { type: 'text', text: title, indent: depth, detail: below, ...look },
    text(owners.map((owner) => owner.title).join(', ')),
    health === null ? null : { type: 'health', health },
    score === null ? null : { type: 'progress', score, expected, health },
    text(measure === null ? '' : amountShown(measure)),
    text(current === null ? (noData && kind === 'kr' ? 'no data' : '') : amountShown(current)),
    trend === null ? null : { type: 'trend', trend },
    text(confidence === null ? '' : percent(confidence.value)),
    text(lastCheckin?.day ?? ''),
  ];
}

function text(value: string): TableCell {
  return value === '' ? null : { type: 'text', text: value };
}
