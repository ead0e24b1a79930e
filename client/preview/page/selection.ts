/** What is selected in the picture: one element at a time, which the keyboard moves. It has the only stop of the Tab key. */

import { nearest, type Direction } from './directions.ts';
import { elementAround, idOf, setAttribute } from './dom.ts';
import { elementOfKey } from './patch.ts';
import type { Stage } from './stage.ts';

/** Told of what the user selected. */
export type OnSelect = (id: string) => void;

export class Selection {
  readonly #stage: Stage;
  readonly #onSelect: OnSelect;
  #id: string | null = null;
  /** Tells several drawings of one thing apart. */
  #key: string | null = null;

  constructor(stage: Stage, onSelect: OnSelect) {
    this.#stage = stage;
    this.#onSelect = onSelect;
  }

  get id(): string | null {
    return this.#id;
  }

  /** The element that is selected; null where the picture has none. */
  get element(): HTMLElement | SVGElement | null {
    const { holder } = this.#stage;
    const byKey = this.#key === null ? null : elementOfKey(holder, this.#key);
    if (byKey !== null || this.#id === null) return byKey;
    return holder.querySelector<HTMLElement | SVGElement>(`[data-key][data-id="${CSS.escape(this.#id)}"]`);
  }

  /** Selects what the picture shows of a thing, because the text says so; whether it shows it. */
  mark(id: string): boolean {
    const { holder } = this.#stage;
    const found = holder.querySelector(`[data-key][data-id="${CSS.escape(id)}"]`);
    if (found === null) return false;
    if (this.#id !== id) {
      this.#id = id;
      this.#key = found.getAttribute('data-key');
      this.refresh();
      this.#stage.reveal(found);
    }
    return true;
  }

  /** Selects an element, because the user says so. */
  select(element: Element): void {
    this.#id = idOf(element);
    this.#key = element.getAttribute('data-key');
    this.refresh();
    if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
    this.#stage.reveal(element);
    this.#onSelect(this.#id);
  }

  /** Selects nothing. */
  clear(): void {
    this.#id = null;
    this.#key = null;
    this.refresh();
  }

  /** Selects what was selected before a reload, and tells nobody. */
  restore(id: string | null): void {
    this.#id = id;
    this.#key = null;
    this.refresh();
  }

  /** Shows the selection in a picture that has changed: every drawing of it, and the lines that begin or end there. */
  refresh(): void {
    const { holder } = this.#stage;
    const { element } = this;
    const id = this.#id;
    for (const marked of holder.querySelectorAll('[data-selected], [data-near]')) {
      if (marked.getAttribute('data-id') !== id) marked.removeAttribute('data-selected');
      marked.removeAttribute('data-near');
    }
    for (const stop of holder.querySelectorAll('[data-key][tabindex="0"]')) if (stop !== element) stop.setAttribute('tabindex', '-1');
    const stop = element ?? this.#elements()[0];
    if (stop !== undefined) setAttribute(stop, 'tabindex', '0');
    holder.toggleAttribute('data-has-selection', element !== null);
    if (id === null) return;
    const name = CSS.escape(id);
    for (const drawn of holder.querySelectorAll(`[data-key][data-id="${name}"]`)) setAttribute(drawn, 'data-selected', '');
    for (const line of holder.querySelectorAll(`[data-from="${name}"], [data-to="${name}"]`)) setAttribute(line, 'data-near', '');
  }

  /** Moves to what is next in a direction; to the first of all where nothing is selected. */
  move(direction: Direction): void {
    const { element } = this;
    if (element === null) {
      this.moveToEnd('first');
      return;
    }
    const boxes = new Map<Element, DOMRect>();
    for (const other of this.#elements()) if (other !== element) boxes.set(other, other.getBoundingClientRect());
    const found = nearest(element.getBoundingClientRect(), boxes.keys(), (other) => boxes.get(other) ?? new DOMRect(), direction);
    if (found !== null) this.select(found);
  }

  moveToEnd(end: 'first' | 'last'): void {
    const found = this.#elements().at(end === 'first' ? 0 : -1);
    if (found !== undefined) this.select(found);
  }

  /** What the keyboard can go to. Small pictures of a thing within one of another, as a mention, can be clicked only. */
  #elements(): readonly Element[] {
    return [...this.#stage.holder.querySelectorAll('[data-key][data-id][tabindex]')].filter((element) => element.getClientRects().length > 0);
  }
}

/** The element under an event, when it is one that can be selected. */
export function selectable(event: Event): Element | null {
  return elementAround(event.target);
}
