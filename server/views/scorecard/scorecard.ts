/** The scorecard as a table. */

import { dayCount } from '../../model/figures.ts';
import { kindWord } from '../../model/naming.ts';
import type { Entity, Strategy } from '../../model/strategy.ts';
import { confidenceMark } from '../confidence-mark.ts';
import { elementAttributes } from '../element.ts';
import { findingNote } from '../finding-note.ts';
import { findingsOf, type FindingsOf } from '../findings-of.ts';
import { healthBadge } from '../health-mark.ts';
import { h, type Attributes, type Markup, type MarkupElement } from '../markup.ts';
import { progressBar } from '../progress-bar.ts';
import { sparkline } from '../sparkline.ts';
import { strategyTitle } from '../strategy-title.ts';
import { amountShown, shortened, titleText } from '../titles.ts';
import type { SortKey, Sorting, View, ViewOptions } from '../view.ts';
import { scorecard } from './build.ts';
import type { CheckinNote, Scorecard, ScorecardGroup, ScorecardRow } from './model.ts';
import { scorecardStyle } from './style.ts';
import { countWords, healthWords, meanWords, scorecardSummary } from './summary.ts';

/** The view. */
export const scorecardView: View = {
  name: 'scorecard',
  title: 'Scorecard',
  style: scorecardStyle,
  draw(strategy, findings, options) {
    const model = scorecard(strategy, options);
    const title = `Scorecard of ${strategyTitle(strategy)}`;
    const writer = new Writer(strategy, findingsOf(strategy, findings), options);
    return { view: 'scorecard', title, summary: scorecardSummary(model), body: writer.table(model, title), size: null, text: null, hints: null };
  },
};

interface Column {
  readonly name: string;
  readonly title: string;
  /** What its button sorts by; null for one without. */
  readonly sort: SortKey | null;
  readonly cell: (row: ScorecardRow) => Markup;
  /** What a double click edits. */
  readonly field?: 'value' | 'confidence';
}

/** Beside the title, which is the head of its row. */
const COLUMNS: readonly Column[] = [
  { name: 'owner', title: 'Owner', sort: 'owner', cell: (row) => ownerCell(row) },
  { name: 'health', title: 'Health', sort: 'health', cell: ({ health }) => (health === null ? null : healthBadge(health)) },
  { name: 'progress', title: 'Progress', sort: 'gap', cell: ({ score, expected, health, kind, measure }) => (kind === 'metric' && measure === null ? null : progressBar(score, expected, health)) },
  { name: 'measure', title: 'Measure', sort: null, cell: ({ measure, kind }) => (measure === null ? (kind === 'kr' ? h('span', { class: 'muted' }, 'no measure') : null) : amountShown(measure)) },
  { name: 'current', title: 'Now', sort: null, field: 'value', cell: (row) => currentCell(row) },
  { name: 'trend', title: 'Trend', sort: null, cell: ({ trend }) => sparkline(trend) },
  { name: 'confidence', title: 'Confidence', sort: 'confidence', field: 'confidence', cell: ({ confidence }) => confidenceMark(confidence) },
  { name: 'checkin', title: 'Last check-in', sort: 'checkin', cell: ({ lastCheckin }) => checkinCell(lastCheckin) },
];

class Writer {
  readonly #strategy: Strategy;
  readonly #findings: FindingsOf;
  readonly #options: ViewOptions;

  constructor(strategy: Strategy, findings: FindingsOf, options: ViewOptions) {
    this.#strategy = strategy;
    this.#findings = findings;
    this.#options = options;
  }

  table({ groups, totals }: Scorecard, title: string): MarkupElement {
    const { sorting, grouping } = this.#options;
    return h('div', { class: 'table-frame', 'data-key': 'scorecard' },
      h('table', { class: `scorecard by-${grouping}`, 'data-grouping': grouping },
        h('caption', { class: 'visually-hidden' }, title),
        h('colgroup', {}, h('col', { class: 'title' }), COLUMNS.map(({ name }) => h('col', { class: name }))),
        h('thead', {}, h('tr', {}, head('title', 'Goal, objective, key result', 'title', sorting), COLUMNS.map((column) => head(column.name, column.title, column.sort, sorting)))),
        groups.map((group, index) => this.#group(group, index)),
      ),
      groups.length === 0
        ? h('p', { class: 'empty' }, 'Nothing to show. Widen the filter, or write a goal with an objective that supports it.')
        : h('p', { class: 'all-together' }, h('strong', {}, 'All together'), ' ', joined([countWords(totals), healthWords(totals), meanWords(totals), uncheckedWords(totals.unchecked)])),
    );
  }

  #group({ of, title, rows, totals }: ScorecardGroup, index: number): MarkupElement {
    const isGoal = of?.kind === 'goal';
    return h('tbody', { 'data-key': `group:${of?.kind ?? 'rest'}:${of?.id ?? index}` },
      isGoal ? null : h('tr', { class: 'group' },
        // No cell spans columns, since narrow pages leave some out: the text runs over the empty ones.
        h('th', { scope: 'rowgroup' }, h('div', { class: 'group-title' }, titleText(title), h('span', { class: 'totals' }, joined([countWords(totals), healthWords(totals)])))),
        COLUMNS.map(({ name }) => h('td', { class: name })),
      ),
      rows.map((row) => this.#row(row, 0, row.kind)),
    );
  }

  /** A row and those below it; `path` tells the rows of one thing apart. */
  #row(row: ScorecardRow, depth: number, path: string): readonly Markup[] {
    const entity = this.#strategy.byId.get(row.id);
    if (entity === undefined) return [];
    const folded = this.#options.collapsed.has(row.id);
    const attributes: Attributes = {
      ...elementAttributes(entity, this.#findings, this.#options, row.kind === 'metric' ? path : ''),
      // A row stays a row for a screen reader, which reads its cells.
      role: null, 'aria-label': null,
      class: `row ${row.kind}${row.context ? ' context' : ''}`,
      'data-depth': depth,
    };
    return [
      h('tr', attributes,
        h('th', { scope: 'row' }, this.#titleCell(row, entity, depth, folded)),
        COLUMNS.map(({ name, cell, field }) => h('td', { class: name, 'data-field': field !== undefined && row.kind === 'kr' ? field : null }, cell(row))),
      ),
      ...folded ? [] : row.rows.map((below) => this.#row(below, depth + 1, row.id)),
    ];
  }

  #titleCell(row: ScorecardRow, entity: Entity, depth: number, folded: boolean): Markup {
    const below = row.rows.length;
    return h('div', { class: `title-cell depth-${Math.min(depth, 3)}` },
      below === 0 ? h('span', { class: 'no-fold' }) : h('button', {
        type: 'button', class: 'fold', 'data-fold': row.id, 'aria-expanded': folded ? 'false' : 'true', 'aria-label': `${folded ? 'Show' : 'Hide'} what stands below`,
      }, folded ? '▸' : '▾'),
      h('span', { class: 'title-text' },
        h('span', { class: 'visually-hidden' }, `${kindWord(entity.kind)} `),
        h('span', { class: 'name', 'data-field': row.kind === 'metric' ? null : 'title' }, titleText(row.title)),
        findingNote(this.#findings(entity)),
        this.#below(row),
      ),
    );
  }

  /** Under a title, what is not told elsewhere: what it serves, its period, that it serves no goal. */
  #below({ kind, of, aligned, period }: ScorecardRow): Markup {
    const parts: Markup[] = [];
    if (of !== null) parts.push([kind === 'kr' ? 'of ' : 'serves ', titleText(of.title)]);
    if (aligned === false) parts.push(h('strong', { class: 'unaligned' }, 'serves no goal'));
    if (period !== null && this.#options.grouping !== 'period' && (kind === 'objective' || kind === 'goal')) parts.push(titleText(period));
    return parts.length === 0 ? null : h('span', { class: 'below' }, parts.map((part, index) => (index === 0 ? part : [' · ', part])));
  }
}

function head(name: string, title: string, sort: SortKey | null, sorting: Sorting | null): MarkupElement {
  if (sort === null) return h('th', { scope: 'col', class: name }, title);
  const sorted = sorting?.by === sort ? (sorting.descending ? 'descending' : 'ascending') : null;
  return h('th', { scope: 'col', class: name, 'aria-sort': sorted },
    h('button', { type: 'button', class: 'sort', 'data-sort': sort, 'data-sorted': sorted }, title, h('span', { class: 'sort-arrow', 'aria-hidden': 'true' }, sorted === null ? '' : sorted === 'ascending' ? ' ↑' : ' ↓')),
    // Browsers leave buttons out where they repeat the head on the next page.
    h('span', { class: 'sort-printed', 'aria-hidden': 'true' }, title),
  );
}

function ownerCell({ owners, kind }: ScorecardRow): Markup {
  if (owners.length === 0) return kind === 'metric' ? null : h('span', { class: 'muted' }, 'nobody');
  return owners.map(({ title }, index) => [index === 0 ? null : ', ', titleText(title)]);
}

function currentCell({ current, noData, kind }: ScorecardRow): Markup {
  if (current !== null) return amountShown(current);
  return noData && kind === 'kr' ? h('span', { class: 'muted' }, 'no data') : null;
}

function checkinCell(checkin: CheckinNote | null): Markup {
  if (checkin === null) return null;
  const { day, ago, note } = checkin;
  const distance = ago === 0 ? 'today' : `${dayCount(ago)} ago`;
  return h('span', { title: note === null ? null : shortened(note) }, h('time', { datetime: day }, day), h('span', { class: 'ago', title: distance }, `${ago} d`, h('span', { class: 'visually-hidden' }, ' ago')));
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function uncheckedWords(count: number): string {
  return count === 0 ? '' : `${count} without a check-in`;
}

