/** The filter: a button that says how much is filtered, and a panel to choose by owner, team, period, kind and health. */

import type { FilterChoices, ViewFilter } from '../../../server/preview-protocol.ts';
import { make } from './dom.ts';
import { icon } from './icons.ts';
import { isText, t } from './texts.ts';

type ListName = 'owners' | 'teams' | 'periods' | 'kinds' | 'health';

/** In the order shown, with the text that heads each. */
const LISTS = [['health', 'health'], ['kinds', 'kind'], ['periods', 'period'], ['teams', 'team'], ['owners', 'owner']] as const satisfies readonly (readonly [ListName, string])[];

export const NO_FILTER: ViewFilter = { owners: [], teams: [], periods: [], kinds: [], health: [], text: '' };

export class FilterPanel {
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly #label = make('span', { class: 'label' });
  readonly #lists = make('div', { class: 'lists' });
  readonly #onChange: (filter: ViewFilter) => void;
  #filter: ViewFilter = NO_FILTER;
  #shown = '';

  constructor(onChange: (filter: ViewFilter) => void) {
    this.#onChange = onChange;
    this.button = make('button', {
      'type': 'button', 'class': 'tool', 'aria-expanded': 'false', 'aria-controls': 'filter-panel', 'title': t('filter'), 'onclick': () => { this.toggle(); },
    }, icon('filter'), this.#label);
    const clear = make('button', { type: 'button', class: 'tool', onclick: () => { this.#change({ ...NO_FILTER, text: this.#filter.text }); } }, icon('clearAll'), make('span', { class: 'label' }, t('clearFilter')));
    const close = make('button', { 'type': 'button', 'class': 'tool', 'title': t('close'), 'aria-label': t('close'), 'onclick': () => { this.close(); } }, icon('close'));
    this.panel = make('section', { 'class': 'filter-panel', 'id': 'filter-panel', 'hidden': true, 'aria-label': t('filter') }, make('div', { class: 'filter-head' }, clear, close), this.#lists);
    this.#tell();
  }

  get isOpen(): boolean {
    return !this.panel.hidden;
  }

  toggle(): void {
    if (this.isOpen) {
      this.close();
      return;
    }
    this.panel.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.#lists.querySelector('input')?.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    const inside = this.panel.contains(document.activeElement);
    this.panel.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    if (inside) this.button.focus();
  }

  /** Shows what there is to choose, and what is chosen. */
  update(choices: FilterChoices, filter: ViewFilter): void {
    this.#filter = filter;
    this.#tell();
    const shown = JSON.stringify([choices, { ...filter, text: '' }]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = document.activeElement instanceof HTMLInputElement && this.#lists.contains(document.activeElement) ? document.activeElement.id : null;
    this.#lists.replaceChildren(...LISTS.flatMap(([name, heading]) => {
      const options = optionsOf(choices, name);
      // What is chosen and not there any more can still be let go.
      const gone = filter[name].filter((id) => !options.some((option) => option.id === id)).map((id) => ({ id, title: id }));
      return options.length + gone.length === 0 ? [] : [this.#list(name, t(heading), [...options, ...gone])];
    }));
    if (focused !== null) document.getElementById(focused)?.focus();
  }

  #list(name: ListName, heading: string, options: readonly { readonly id: string; readonly title: string }[]): HTMLElement {
    const chosen: ReadonlySet<string> = new Set(this.#filter[name]);
    const boxes = options.map(({ id, title }) => make('label', {}, make('input', {
      'type': 'checkbox', 'id': `filter-${name}-${id}`, 'data-list': name, 'value': id, 'checked': chosen.has(id),
      'onchange': (event: Event) => { this.#toggled(name, id, event.target instanceof HTMLInputElement && event.target.checked); },
    }), make('bdi', {}, title)));
    return make('fieldset', {}, make('legend', {}, heading), make('div', { class: 'options' }, ...boxes));
  }

  #toggled(name: ListName, id: string, on: boolean): void {
    const rest = this.#filter[name].filter((one) => one !== id);
    this.#change({ ...this.#filter, [name]: on ? [...rest, id] : rest });
  }

  #change(filter: ViewFilter): void {
    this.#filter = filter;
    this.#tell();
    this.#onChange(filter);
  }

  #tell(): void {
    const { owners, teams, periods, kinds, health } = this.#filter;
    const count = owners.length + teams.length + periods.length + kinds.length + health.length;
    this.#label.textContent = count === 0 ? t('filter') : t('filtersOn', String(count));
    this.button.toggleAttribute('data-on', count > 0);
  }
}

function optionsOf(choices: FilterChoices, name: ListName): readonly { readonly id: string; readonly title: string }[] {
  if (name !== 'kinds' && name !== 'health') return choices[name];
  return choices[name].map((id) => ({ id, title: isText(id) ? t(id) : id }));
}
