/** A document that was exported: what can be done without the extension. Filter, search, fold, sort of place, zoom, and what is one thing in all views. */

import type { FilterChoices, ViewFilter } from '../../../server/preview-protocol.ts';
import { elementAround, idOf, make, setAttribute } from './dom.ts';
import { FilterPanel, NO_FILTER } from './filter-panel.ts';
import { icon } from './icons.ts';
import { Stage } from './stage.ts';
import { isText, t } from './texts.ts';

/** Where the document says what a filter can ask for. */
const CHOICES = 'throughline-choices';

export class DocumentPage {
  readonly #sections: readonly HTMLElement[] = [...document.querySelectorAll<HTMLElement>('section.view[data-view]')];
  readonly #filter = new FilterPanel((filter) => { this.#ask({ ...filter, text: this.#wanted.text }); });
  readonly #search: HTMLInputElement;
  readonly #count = make('output', { class: 'count', role: 'status' });
  #wanted: ViewFilter = NO_FILTER;
  #folded = new Set<string>();

  constructor() {
    this.#search = make('input', {
      'type': 'search', 'class': 'search', 'placeholder': t('search'), 'aria-label': t('search'),
      'oninput': () => { this.#ask({ ...this.#wanted, text: this.#search.value }); },
    });
    const links = this.#sections.map((section) => {
      const view = section.dataset.view ?? '';
      return make('button', { type: 'button', class: 'tab', onclick: () => { section.scrollIntoView(); } }, isText(view) ? t(view) : view);
    });
    const toolbar = make('header', { 'class': 'toolbar document', 'aria-label': t('tools') },
      make('nav', { 'class': 'tabs', 'aria-label': t('views') }, ...links.length > 1 ? links : []),
      make('div', { class: 'searching' }, icon('search'), this.#search), this.#filter.button, this.#count, this.#filter.panel);
    document.body.classList.add('throughline', 'document');
    document.body.prepend(toolbar);
    this.#filter.update(choices(), NO_FILTER);
    for (const section of this.#sections) frame(section);
    this.#listen();
  }

  #listen(): void {
    document.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element)) return;
      const fold = target.closest('[data-fold]');
      if (fold !== null) this.#fold(fold);
      else if (target.closest('.toolbar, a, summary, button') === null) select(elementAround(target));
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        if (this.#filter.isOpen) this.#filter.close();
        else select(null);
      } else if (event.key === '/' && !(event.target instanceof HTMLInputElement)) {
        event.preventDefault();
        this.#search.focus();
      }
    });
  }

  #ask(filter: ViewFilter): void {
    this.#wanted = filter;
    this.#filter.update(choices(), filter);
    const asks = matcherOf(filter);
    const found = new Set<string>();
    for (const element of this.#elements()) {
      const met = asks === null || asks(element);
      if (met) found.add(idOf(element));
      setAttribute(element, 'data-dimmed', met ? null : '');
    }
    this.#count.textContent = asks === null ? '' : t('shown', String(found.size));
  }

  #elements(): readonly Element[] {
    return this.#sections.flatMap((section) => [...section.querySelectorAll('[data-key][data-id][data-kind]')]);
  }

  /** Hides the rows that stand deeper than the one of the button, as far as they follow it. */
  #fold(button: Element): void {
    const row = button.closest('tr');
    const id = button.getAttribute('data-fold') ?? '';
    if (row === null) return;
    const folded = !this.#folded.has(id);
    if (folded) this.#folded.add(id);
    else this.#folded.delete(id);
    button.setAttribute('aria-expanded', String(!folded));
    button.textContent = folded ? '▸' : '▾';
    const depth = depthOf(row);
    let hidden = folded ? depth : Infinity;
    for (let next = row.nextElementSibling; next instanceof HTMLTableRowElement && depthOf(next) > depth; next = next.nextElementSibling) {
      if (depthOf(next) <= hidden) hidden = Infinity;
      next.hidden = depthOf(next) > hidden;
      if (hidden === Infinity && this.#folded.has(next.querySelector('[data-fold]')?.getAttribute('data-fold') ?? '')) hidden = depthOf(next);
    }
  }
}

/** What the document says that a filter can ask for. */
function choices(): FilterChoices {
  const none: FilterChoices = { owners: [], teams: [], periods: [], kinds: [], health: [] };
  const text = document.getElementById(CHOICES)?.textContent ?? '';
  if (text === '') return none;
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? { ...none, ...parsed as Partial<FilterChoices> } : none;
}

/** Puts a drawn picture into a frame of its own, in which it is moved and scaled. */
function frame(section: HTMLElement): void {
  const svg = section.querySelector('svg.picture');
  if (!(svg instanceof SVGSVGElement)) return;
  const size = { width: Number(svg.getAttribute('width')), height: Number(svg.getAttribute('height')) };
  const level = make('output', { class: 'zoom-level' });
  const stage = new Stage(() => { level.textContent = `${Math.round(stage.zoom * 100)}%`; }, 'part');
  const tool = (name: 'add' | 'remove' | 'screenFull', label: string, onclick: () => void): HTMLButtonElement => (
    make('button', { 'type': 'button', 'class': 'tool', 'title': label, 'aria-label': label, onclick }, icon(name))
  );
  const zoom = make('div', { 'class': 'zoom', 'role': 'group', 'aria-label': t('zoom') },
    tool('remove', t('zoomOut'), () => { stage.zoomOut(); }), level, tool('add', t('zoomIn'), () => { stage.zoomIn(); }), tool('screenFull', t('fit'), () => { stage.fit(); }));
  svg.before(zoom, stage.element);
  stage.adopt(svg, size);
  stage.fit();
}

function depthOf(row: Element): number {
  return Number(row.getAttribute('data-depth') ?? '0');
}

/** Marks every drawing of a thing, and the lines that begin or end there; of nothing, lets go. */
function select(element: Element | null): void {
  for (const marked of document.querySelectorAll('[data-selected], [data-near]')) {
    marked.removeAttribute('data-selected');
    marked.removeAttribute('data-near');
  }
  if (element === null) return;
  const name = CSS.escape(idOf(element));
  for (const drawn of document.querySelectorAll(`[data-key][data-id="${name}"]`)) drawn.setAttribute('data-selected', '');
  for (const line of document.querySelectorAll(`[data-from="${name}"], [data-to="${name}"]`)) line.setAttribute('data-near', '');
}

/** The test that a filter makes of an element, by what it says of itself; null for a filter that asks for nothing. */
function matcherOf(filter: ViewFilter): ((element: Element) => boolean) | null {
  const words = filter.text.toLocaleLowerCase('en').split(/\s+/).filter((word) => word !== '');
  const tests: ((element: Element) => boolean)[] = [];
  const lists = [['data-owners', filter.owners], ['data-teams', filter.teams], ['data-period', filter.periods], ['data-kind', filter.kinds], ['data-health', filter.health]] as const;
  for (const [attribute, asked] of lists) {
    const wanted: ReadonlySet<string> = new Set(asked);
    if (wanted.size > 0) tests.push((element) => (element.getAttribute(attribute) ?? '').split(' ').some((one) => wanted.has(one)));
  }
  if (words.length > 0) {
    tests.push((element) => {
      const text = `${element.getAttribute('aria-label') ?? element.textContent} ${idOf(element)}`.toLocaleLowerCase('en');
      return words.every((word) => text.includes(word));
    });
  }
  return tests.length === 0 ? null : (element) => tests.every((test) => test(element));
}
