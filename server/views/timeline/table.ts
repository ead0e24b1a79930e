/** The timeline as a table: the same for those who cannot see it. */

import { formatDay } from '../../../grammar/calendar.ts';
import { days, dayCount } from '../../model/figures.ts';
import { kindWord } from '../../model/naming.ts';
import { nameOf, standingWords } from '../element.ts';
import { h, type MarkupElement } from '../markup.ts';
import { dependencyWords } from './draw-dependencies.ts';
import type { TimelineModel, TimelineRow } from './model.ts';

const COLUMNS = ['What', 'Kind', 'Days', 'Due', 'Standing', 'Check-ins'];

/** Every row of a timeline in words, then what needs what. */
export function timelineTable(model: TimelineModel): MarkupElement {
  return h('div', { class: 'timeline-table', 'data-key': 'timeline-table' },
    h('table', {},
      h('thead', {}, h('tr', {}, COLUMNS.map((name) => h('th', { scope: 'col' }, name)))),
      model.groups.map(({ title, rows }) => h('tbody', {},
        h('tr', {}, h('th', { scope: 'rowgroup', colspan: COLUMNS.length }, title)),
        rows.map((row) => tableRow(row, model))))),
    model.dependencies.length === 0 ? null : h('ul', {}, model.dependencies.map((dependency) => h('li', {}, dependencyWords(dependency)))));
}

function tableRow(row: TimelineRow, { asOf }: TimelineModel): MarkupElement {
  const { element, due, overdueSince, checkins } = row;
  const standing = element.kind === 'initiative' ? element.status.value : standingWords(element);
  const late = overdueSince === null ? '' : `, ${dayCount(asOf - overdueSince)} late`;
  return h('tr', { 'data-ref': element.id },
    h('th', { scope: 'row' }, nameOf(element)),
    h('td', {}, kindWord(element.kind)),
    h('td', {}, row.days === null ? '' : days(row.days)),
    h('td', {}, due === null ? '' : formatDay(due)),
    h('td', {}, `${standing}${late}`),
    h('td', {}, checkins.map(({ words }) => words).join('; ')));
}
