/** The owners as tables: load by period, contributions across teams, things without an owner. */

import { kindWord } from '../../model/naming.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import type { Strategy } from '../../model/strategy.ts';
import { elementAttributes } from '../element.ts';
import { findingNote } from '../finding-note.ts';
import { findingsOf, type FindingsOf } from '../findings-of.ts';
import { healthIcon } from '../health-mark.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import type { Mention } from '../mention.ts';
import { strategyTitle } from '../strategy-title.ts';
import { amountShown, shortened, titleText } from '../titles.ts';
import type { View, ViewOptions } from '../view.ts';
import { owners } from './build.ts';
import { matrixOf, type Matrix } from './matrix.ts';
import type { EffortLoad, LoadedElement, LoadPeriod, OwnerLoad, OwnersModel, PeriodLoad } from './model.ts';
import { ownersStyle } from './style.ts';
import { counted, isOver, ownersSummary } from './summary.ts';

/** The view. */
export const ownersView: View = {
  name: 'owners',
  title: 'Owners',
  style: ownersStyle,
  draw(strategy, findings, options) {
    const model = owners(strategy, options);
    const writer = new Writer(strategy, findingsOf(strategy, findings), options);
    return {
      view: 'owners', title: `Owners of ${strategyTitle(strategy)}`, summary: ownersSummary(model), body: writer.body(model), size: null, text: null, hints: null,
    };
  },
};

/** As many objectives of one owner in one period as are drawn. */
const MARKS = 12;
/** In pixels. */
const EFFORT_WIDTH = 72;
const EFFORT_HEIGHT = 8;

class Writer {
  readonly #strategy: Strategy;
  readonly #findings: FindingsOf;
  readonly #options: ViewOptions;

  constructor(strategy: Strategy, findings: FindingsOf, options: ViewOptions) {
    this.#strategy = strategy;
    this.#findings = findings;
    this.#options = options;
  }

  body(model: OwnersModel): MarkupElement {
    return h('div', { class: 'owners-body', 'data-key': 'owners' },
      h('h3', {}, 'Who carries what'),
      h('p', { class: 'lead' }, 'Each mark is an objective, in the period in which it is on. Effort is what runs on one day at most, against capacity.'),
      this.#load(model),
      this.#contributions(model),
      this.#unowned(model),
    );
  }

  #load({ owners: rows, periods }: OwnersModel): MarkupElement {
    if (rows.length === 0) return h('p', { class: 'empty' }, 'No team and no person is declared, or the filter leaves none.');
    return h('div', { class: 'table-frame' },
      h('table', { class: 'load' },
        h('caption', { class: 'visually-hidden' }, 'Load of teams and people by period'),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Team or person'), h('th', { scope: 'col' }, 'Goals'), periods.map(periodHead))),
        h('tbody', {}, rows.map((row) => this.#row(row))),
      ),
    );
  }

  #row({ owner, depth, capacity, goals, loads }: OwnerLoad): Markup {
    const entity = this.#strategy.byId.get(owner.id);
    if (entity === undefined) return null;
    return h('tr', { ...elementAttributes(entity, this.#findings, this.#options), role: null, 'aria-label': null, class: `row ${owner.kind}` },
      h('th', { scope: 'row' }, h('div', { class: `depth-${Math.min(depth, 4)}` },
        h('span', { class: 'owner-name' }, titleText(owner.title)), findingNote(this.#findings(entity)),
        capacity === null ? null : h('span', { class: 'members' }, 'capacity ', amountShown(capacity)),
      )),
      h('td', {}, this.#marks(goals, `goals of ${owner.id}`)),
      loads.map((load, index) => h('td', {}, this.#cell(load, owner, index))),
    );
  }

  #cell({ objectives, keyResults, initiatives, effort, members }: PeriodLoad, owner: Mention, index: number): Markup {
    const counts = [
      ...objectives.length === 0 ? [] : [counted(objectives.length, 'objective', 'objectives')],
      ...keyResults === 0 ? [] : [counted(keyResults, 'key result', 'key results')],
      ...initiatives === 0 ? [] : [counted(initiatives, 'initiative', 'initiatives')],
    ];
    const theirs = [
      ...members.objectives === 0 ? [] : [counted(members.objectives, 'objective', 'objectives')],
      ...members.keyResults === 0 ? [] : [counted(members.keyResults, 'key result', 'key results')],
    ];
    if (counts.length + theirs.length === 0) return h('span', { class: 'nothing' }, '–');
    return [
      this.#marks(objectives, `${owner.id} in ${index}`),
      counts.length === 0 ? null : h('span', { class: 'counts' }, counts.join(', ')),
      theirs.length === 0 ? null : h('span', { class: 'members' }, `${counts.length === 0 ? '' : '+ '}${theirs.join(', ')} of its people and teams`),
      effort === null ? null : effortBar(effort),
    ];
  }

  /** The health of each of these, which leads to where it stands. */
  #marks(elements: readonly LoadedElement[], part: string): Markup {
    if (elements.length === 0) return null;
    return h('span', { class: 'marks' },
      elements.slice(0, MARKS).map((element) => {
        const entity = this.#strategy.byId.get(element.id);
        if (entity === undefined) return null;
        const text = `${shortened(element.title)}: ${HEALTH_WORDS[element.health]}`;
        return h('span', { ...elementAttributes(entity, this.#findings, this.#options, part), role: 'img', 'aria-label': text, class: 'mark', title: text }, healthIcon(element.health));
      }),
      elements.length > MARKS ? h('span', { class: 'muted' }, `+${elements.length - MARKS}`) : null,
    );
  }

  #contributions(model: OwnersModel): Markup {
    if (model.contributions.length === 0) return null;
    const matrix = matrixOf(model);
    return [
      h('h3', {}, 'Who counts on whom'),
      h('p', { class: 'lead' }, 'A row answers for objectives, and counts on the columns for a part of them. A number says for how many.'),
      h('div', { class: 'table-frame' },
        h('table', { class: 'matrix' },
          h('caption', { class: 'visually-hidden' }, 'Contributions across teams: rows answer, columns contribute'),
          h('thead', {}, h('tr', {}, h('th', { scope: 'col', class: 'corner' }, 'counts on'), matrix.contributors.map(({ title }) => h('th', { scope: 'col' }, h('span', { class: 'turned' }, titleText(shortened(title, 40))))))),
          h('tbody', {}, matrix.rows.map((row) => h('tr', {}, h('th', { scope: 'row' }, titleText(row.owner.title)), row.cells.map((cell, index) => matrixCell(cell, row.owner.id === matrix.contributors[index]?.id))))),
        ),
      ),
      matrix.others === 0 ? null : h('p', { class: 'lead' }, `${counted(matrix.others, 'team', 'teams')} with fewer contributions ${matrix.others === 1 ? 'is' : 'are'} left out.`),
      h('p', { class: 'legend' },
        h('span', {}, h('span', { class: 'swatch' }), 'has written down a part of its own'),
        h('span', {}, h('span', { class: 'swatch named' }), 'only named in ', h('code', {}, 'with'), ': nothing of it is planned'),
      ),
    ];
  }

  #unowned({ unowned, unownedMetrics }: OwnersModel): Markup {
    if (unowned.length + unownedMetrics.length === 0) return [h('h3', {}, 'Without an owner'), h('p', { class: 'lead' }, 'Nothing: somebody answers for everything that is on.')];
    return [
      h('h3', {}, 'Without an owner'),
      unowned.length === 0 ? h('p', { class: 'lead' }, 'Somebody answers for every goal, objective, key result and initiative that is on.') : h('ul', { class: 'unowned' }, unowned.map((thing) => this.#unownedItem(thing))),
      unownedMetrics.length === 0 ? null : [h('p', { class: 'lead' }, 'Metrics that nobody looks after:'), h('ul', { class: 'unowned' }, unownedMetrics.map((thing) => this.#unownedItem(thing)))],
    ];
  }

  #unownedItem(thing: Mention): Markup {
    const entity = this.#strategy.byId.get(thing.id);
    if (entity === undefined) return null;
    return h('li', {},
      h('span', { ...elementAttributes(entity, this.#findings, this.#options, 'unowned'), class: 'element' },
        thing.kind === 'metric' ? null : h('span', { class: 'kind' }, `${kindWord(thing.kind)} `), titleText(thing.title)),
    );
  }
}

function periodHead({ title, start, end, current }: LoadPeriod): MarkupElement {
  const days = `${start ?? ''} .. ${end ?? ''}`;
  return h('th', { scope: 'col', class: current ? 'current' : null },
    titleText(title), current ? h('span', { class: 'visually-hidden' }, ' (now)') : null,
    start === null || title === days ? null : h('span', { class: 'period-days' }, days),
  );
}

function effortBar({ text, share }: EffortLoad): MarkupElement {
  const over = isOver(share);
  return h('span', { class: `effort${over ? ' over' : ''}` },
    share === null ? null : h('svg', { viewBox: `0 0 ${EFFORT_WIDTH} ${EFFORT_HEIGHT}`, width: EFFORT_WIDTH, height: EFFORT_HEIGHT, 'aria-hidden': 'true', focusable: 'false' },
      h('rect', { class: 'bar-track', x: 0, y: 0, width: EFFORT_WIDTH, height: EFFORT_HEIGHT, rx: 2 }),
      h('rect', { class: 'effort-value', x: 0, y: 0, width: Math.min(1, share) * EFFORT_WIDTH, height: EFFORT_HEIGHT, rx: 2 }),
      over ? h('line', { class: 'bar-expected', x1: EFFORT_WIDTH / share, x2: EFFORT_WIDTH / share, y1: 0, y2: EFFORT_HEIGHT }) : null,
    ),
    amountShown(text), share === null ? null : ` = ${Math.round(share * 100)}%`,
  );
}

function matrixCell(cell: Matrix['rows'][number]['cells'][number], self: boolean): MarkupElement {
  if (self) return h('td', { class: 'self' });
  if (cell === null) return h('td');
  const told = cell.contributions.slice(0, MARKS).map(({ objective, how }) => `${shortened(objective.title)} (${how.join(', ')})`).join('\n');
  return h('td', { class: cell.answered ? 'part' : 'part named-only', title: told },
    h('span', { class: 'count' }, String(cell.contributions.length)), h('span', { class: 'visually-hidden' }, cell.answered ? '' : ' only named'),
  );
}
