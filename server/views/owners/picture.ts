/** The owners as an SVG picture: load by period, and who counts on whom. */

import type { MarkupElement } from '../markup.ts';
import { tablePicture, type TableBlock, type TableCell } from '../table-picture.ts';
import { amountShown } from '../titles.ts';
import { matrixOf } from './matrix.ts';
import type { OwnersModel, PeriodLoad } from './model.ts';
import { counted, isOver } from './summary.ts';

/** The same tables as in HTML. */
export function ownersPicture(model: OwnersModel, title: string): MarkupElement {
  const { owners, periods, unowned } = model;
  const load: TableBlock = {
    title: 'Who carries what',
    columns: [{ title: 'Team or person', width: 260 }, { title: 'Goals', width: 100 }, ...periods.map(({ title: period, current }) => ({ title: `${period}${current ? ' (now)' : ''}`, width: 270 }))],
    rows: owners.map(({ owner, depth, capacity, goals, loads }) => ({
      look: 'plain',
      cells: [
        { type: 'text', text: owner.title, indent: depth, detail: capacity === null ? '' : `capacity ${amountShown(capacity)}`, ...owner.kind === 'team' ? { look: 'strong' } : {} },
        goals.length === 0 ? null : { type: 'marks', marks: goals.map(({ health }) => health), text: '' },
        ...loads.map(loadCell),
      ],
    })),
  };
  const matrix = matrixOf(model);
  const contributions: TableBlock = {
    title: 'Who counts on whom: rows answer, columns contribute to so many objectives, in brackets where that is only named',
    columns: [{ title: '', width: 180 }, ...matrix.contributors.map((contributor) => ({ title: contributor.title, width: 110 }))],
    rows: matrix.rows.map(({ owner, cells }) => ({
      look: 'plain',
      cells: [{ type: 'text', text: owner.title, look: 'strong' }, ...cells.map((cell): TableCell => (
        cell === null ? null : { type: 'text', text: cell.answered ? String(cell.contributions.length) : `(${cell.contributions.length})`, look: cell.answered ? 'strong' : 'muted' }
      ))],
    })),
  };
  const lost: TableBlock = { title: 'Without an owner', columns: [{ title: 'What', width: 480 }], rows: unowned.map((thing) => ({ look: 'plain', cells: [{ type: 'text', text: thing.title }] })) };
  return tablePicture({ view: 'owners', title, asOf: model.asOf }, [load, ...matrix.rows.length === 0 ? [] : [contributions], ...unowned.length === 0 ? [] : [lost]]);
}

function loadCell({ objectives, keyResults, initiatives, effort }: PeriodLoad): TableCell {
  const text = [
    ...objectives.length === 0 ? [] : [counted(objectives.length, 'objective', 'objectives')],
    ...keyResults === 0 ? [] : [counted(keyResults, 'key result', 'key results')],
    ...initiatives === 0 ? [] : [counted(initiatives, 'initiative', 'initiatives')],
  ].join(', ');
  if (text === '') return { type: 'text', text: '–', look: 'muted' };
  const detail = effort === null ? '' : `${amountShown(effort.text)}${effort.share === null ? '' : ` = ${Math.round(effort.share * 100)}% of capacity`}${isOver(effort.share) ? ', too much' : ''}`;
  return { type: 'marks', marks: objectives.map(({ health }) => health), text, detail };
}
