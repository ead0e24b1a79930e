/** The bar above the picture: views, search, filter, as-of, zoom. */

import type { Grouping, ViewFilter, ViewName } from '../../../server/preview-protocol.ts';
import type { Wanted } from '../messages.ts';
import { DaySlider } from './day-slider.ts';
import { make } from './dom.ts';
import { FilterPanel } from './filter-panel.ts';
import { icon, type IconName } from './icons.ts';
import type { PageText } from '../page-texts.ts';
import { t } from './texts.ts';

export const VIEWS: readonly ViewName[] = ['map', 'scorecard', 'timeline', 'metrics', 'owners'];

const GROUPINGS: readonly Grouping[] = ['goal', 'team', 'owner', 'period'];
const GROUPING_TEXTS = { goal: 'byGoal', team: 'byTeam', owner: 'byOwner', period: 'byPeriod' } as const satisfies Record<Grouping, PageText>;

/** Milliseconds after the last letter of a search. */
const PAUSE = 120;

export interface ToolbarHost {
  readonly onView: (view: ViewName) => void;
  readonly onText: (text: string) => void;
  readonly onFilter: (filter: ViewFilter) => void;
  readonly onDay: (asOf: string | null) => void;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly onHistory: (history: boolean) => void;
  readonly onZoom: (change: 'in' | 'out' | 'fit') => void;
  readonly onHelp: () => void;
  /** The user is done with searching and wants to go on in the picture. */
  readonly onSearched: () => void;
}

export class Toolbar {
  readonly element: HTMLElement;
  readonly filter: FilterPanel;
  readonly days: DaySlider;
  readonly search: HTMLInputElement;
  readonly #tabs: ReadonlyMap<ViewName, HTMLButtonElement>;
  readonly #history: HTMLInputElement;
  readonly #grouping: HTMLSelectElement;
  readonly #zoom = make('output', { class: 'zoom-level' });

  constructor(host: ToolbarHost) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.filter = new FilterPanel(host.onFilter);
    this.days = new DaySlider(host.onDay);
    this.#tabs = new Map(VIEWS.map((view) => [view, make('button', {
      'type': 'button', 'role': 'tab', 'class': 'tab', 'data-tab': view, 'aria-controls': 'stage', 'onclick': () => { host.onView(view); },
    }, t(view))]));
    const tabs = make('div', { 'role': 'tablist', 'class': 'tabs', 'aria-label': t('views'), 'onkeydown': (event: KeyboardEvent) => { this.#walk(event, host); } }, ...this.#tabs.values());
    this.search = make('input', {
      'type': 'search', 'class': 'search', 'placeholder': t('search'), 'aria-label': t('search'), 'spellcheck': 'false',
      'oninput': () => {
        clearTimeout(timer);
        timer = setTimeout(() => { host.onText(this.search.value); }, PAUSE);
      },
      'onkeydown': (event: KeyboardEvent) => {
        if (event.key !== 'Enter') return;
        clearTimeout(timer);
        host.onText(this.search.value);
        host.onSearched();
      },
    });
    this.#history = make('input', { type: 'checkbox', onchange: () => { host.onHistory(this.#history.checked); } });
    this.#grouping = make('select', {
      'class': 'grouping', 'aria-label': t('grouping'), 'title': t('grouping'),
      'onchange': () => { host.onGrouping(GROUPINGS.find((grouping) => grouping === this.#grouping.value) ?? 'goal'); },
    }, ...GROUPINGS.map((grouping) => make('option', { value: grouping }, t(GROUPING_TEXTS[grouping]))));
    this.filter.panel.append(make('label', { class: 'history' }, this.#history, t('past')));
    const zoom = make('div', { 'class': 'zoom', 'role': 'group', 'aria-label': t('zoom') },
      tool('remove', t('zoomOut'), () => { host.onZoom('out'); }), this.#zoom, tool('add', t('zoomIn'), () => { host.onZoom('in'); }),
      tool('screenFull', t('fit'), () => { host.onZoom('fit'); }),
    );
    this.element = make('header', { 'class': 'toolbar', 'aria-label': t('tools') },
      tabs, make('div', { class: 'searching' }, icon('search'), this.search), this.filter.button, this.#grouping, this.days.element, make('span', { class: 'gap' }), zoom,
      tool('question', t('keysTitle'), host.onHelp), this.filter.panel,
    );
  }

  /** Shows which view is on. */
  showView(view: ViewName): void {
    for (const [name, tab] of this.#tabs) {
      tab.setAttribute('aria-selected', String(name === view));
      tab.tabIndex = name === view ? 0 : -1;
    }
  }

  showZoom(zoom: number): void {
    this.#zoom.textContent = `${Math.round(zoom * 100)}%`;
  }

  /** Shows what is asked for, unless it is being typed. */
  showWanted({ filter, history, grouping, view }: Wanted): void {
    if (document.activeElement !== this.search) this.search.value = filter.text;
    this.#history.checked = history;
    this.#grouping.value = grouping;
    this.#grouping.hidden = view !== 'scorecard';
  }

  /** The arrow keys walk along the tabs, as they do in any list of tabs. */
  #walk(event: KeyboardEvent, host: ToolbarHost): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = VIEWS.findIndex((view) => this.#tabs.get(view) === document.activeElement);
    const next = VIEWS[(at + step + VIEWS.length) % VIEWS.length];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    host.onView(next);
    this.#tabs.get(next)?.focus();
  }
}

function tool(name: IconName, label: string, onclick: () => void): HTMLButtonElement {
  return make('button', { 'type': 'button', 'class': 'tool', 'title': label, 'aria-label': label, onclick }, icon(name));
}
