/** The card of the element under the pointer, or of the selected one: shown after a moment, gone when one goes elsewhere. */

import { idOf, make } from './dom.ts';

/** In milliseconds. */
const PATIENCE = 450;
const GRACE = 200;
/** Pixels between an element and its card. */
const GAP = 8;

/** The HTML of the card of a thing, which is the server's and escaped there; null where there is none. */
export type FetchCard = (id: string) => Promise<string | null>;

export class HoverCard {
  readonly #fetch: FetchCard;
  readonly #card = make('aside', { class: 'hover-card throughline', role: 'tooltip', id: 'hover-card', hidden: true });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: Element | null = null;
  #wanted: Element | null = null;

  constructor(area: HTMLElement, fetch: FetchCard, elementAt: (event: Event) => Element | null, onName: (id: string) => void) {
    this.#fetch = fetch;
    document.body.append(this.#card);
    area.addEventListener('pointerover', (event) => {
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      const element = elementAt(event);
      if (element === this.#wanted) return;
      this.#later(element, element === null ? GRACE : PATIENCE);
    });
    area.addEventListener('pointerleave', () => { this.#later(null, GRACE); });
    area.addEventListener('pointerdown', () => { this.hide(); });
    area.addEventListener('scroll', () => { this.hide(); }, { passive: true });
    this.#card.addEventListener('click', ({ target }) => {
      const name = target instanceof Element ? target.closest('[data-ref]')?.getAttribute('data-ref') : null;
      if (name === null || name === undefined) return;
      this.hide();
      onName(name);
    });
    this.#card.addEventListener('pointerenter', () => { clearTimeout(this.#timer); });
    this.#card.addEventListener('pointerleave', () => { this.#later(null, GRACE); });
  }

  get isShown(): boolean {
    return !this.#card.hidden;
  }

  /** Shows the card of an element at once. */
  async show(element: Element): Promise<void> {
    clearTimeout(this.#timer);
    this.#wanted = element;
    const html = await this.#fetch(idOf(element));
    // Meanwhile one may be somewhere else, or the picture another.
    if (this.#wanted !== element || !element.isConnected) return;
    if (html === null) {
      this.hide();
      return;
    }
    const template = document.createElement('template');
    template.innerHTML = html;
    this.#card.replaceChildren(template.content);
    this.#card.hidden = false;
    this.#shown?.removeAttribute('aria-describedby');
    this.#shown = element;
    element.setAttribute('aria-describedby', this.#card.id);
    this.#place(element.getBoundingClientRect());
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#wanted = null;
    this.#shown?.removeAttribute('aria-describedby');
    this.#shown = null;
    this.#card.hidden = true;
  }

  #later(element: Element | null, milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#wanted = element;
    this.#timer = setTimeout(() => {
      if (element === null) this.hide();
      else void this.show(element);
    }, milliseconds);
  }

  /** Beside the element, where there is room: right, left, below, above. */
  #place(box: DOMRect): void {
    const { offsetWidth: width, offsetHeight: height } = this.#card;
    const right = box.right + GAP + width <= innerWidth;
    const left = box.left - GAP - width >= 0;
    const x = right ? box.right + GAP : left ? box.left - GAP - width : box.left;
    const below = box.bottom + GAP + height <= innerHeight;
    const y = right || left ? box.top : below ? box.bottom + GAP : box.top - GAP - height;
    this.#card.style.setProperty('left', `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`);
    this.#card.style.setProperty('top', `${Math.max(4, Math.min(y, innerHeight - height - 4))}px`);
  }
}
