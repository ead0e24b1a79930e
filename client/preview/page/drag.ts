/** Realigning by hand: an objective or a goal is dragged onto what it shall support. The background is dragged to move the picture. */

import { elementAround, idOf, make } from './dom.ts';
import type { Stage } from './stage.ts';
import { t } from './texts.ts';

/** Pixels before a press becomes a drag. */
const THRESHOLD = 5;
/** Nearer to an edge than this, the picture moves along. */
const EDGE = 40;

export interface DragHost {
  /** Whether things can be realigned here at all. */
  readonly canRealign: boolean;
  /** `id` was dropped on `to`. */
  readonly onDrop: (id: string, to: string) => void;
}

/** What a drag moves. */
type Carried = { readonly type: 'picture' } | { readonly type: 'element'; readonly id: string; readonly title: string; readonly ghost: HTMLElement };

export class Drag {
  readonly #stage: Stage;
  readonly #host: DragHost;
  #carried: Carried | null = null;
  #target: Element | null = null;
  #suppressClick = false;

  constructor(stage: Stage, host: DragHost) {
    this.#stage = stage;
    this.#host = host;
    stage.element.addEventListener('pointerdown', (event) => { this.#press(event); });
    stage.element.addEventListener('click', (event) => {
      if (!this.#suppressClick) return;
      this.#suppressClick = false;
      event.stopPropagation();
      event.preventDefault();
    }, { capture: true });
  }

  /** Whether something is being dragged. */
  get isActive(): boolean {
    return this.#carried !== null;
  }

  /** Gives up what is being dragged. */
  cancel(): void {
    this.#end(false);
  }

  #press(event: PointerEvent): void {
    const middle = event.button === 1;
    if ((event.button !== 0 && !middle) || !(event.target instanceof Element) || event.target.closest('input, button, summary, a, select') !== null) return;
    // A press on a bar of the scrolled window is no press on the picture.
    const frame = this.#stage.element.getBoundingClientRect();
    if (event.clientX - frame.left > this.#stage.element.clientWidth || event.clientY - frame.top > this.#stage.element.clientHeight) return;
    // Elsewhere dragging selects text.
    if (!middle && event.target.closest('svg.picture') === null) return;
    const pressed = middle ? null : this.#carriable(event.target);
    const start = { x: event.clientX, y: event.clientY };
    let last = start;
    const move = (moved: PointerEvent): void => {
      if (this.#carried === null && Math.hypot(moved.clientX - start.x, moved.clientY - start.y) < THRESHOLD) return;
      if (this.#carried === null) this.#begin(pressed);
      this.#move(moved, last);
      last = { x: moved.clientX, y: moved.clientY };
    };
    const stop = (stopped: PointerEvent): void => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', stop);
      removeEventListener('pointercancel', stop);
      if (this.#carried === null) return;
      this.#suppressClick = stopped.type === 'pointerup';
      setTimeout(() => { this.#suppressClick = false; });
      this.#end(stopped.type === 'pointerup');
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', stop);
    addEventListener('pointercancel', stop);
    if (middle) event.preventDefault();
  }

  /** The objective or goal that a press takes hold of. */
  #carriable(target: Element): Element | null {
    if (!this.#host.canRealign) return null;
    const element = elementAround(target);
    const kind = element?.getAttribute('data-kind');
    return kind === 'objective' || kind === 'goal' ? element : null;
  }

  #begin(pressed: Element | null): void {
    getSelection()?.removeAllRanges();
    document.body.classList.add('dragging');
    if (pressed === null) {
      this.#carried = { type: 'picture' };
      return;
    }
    const title = titleOf(pressed);
    const ghost = make('div', { 'class': 'ghost', 'aria-hidden': 'true' }, title);
    document.body.append(ghost);
    this.#carried = { type: 'element', id: idOf(pressed), title, ghost };
  }

  #move(event: PointerEvent, last: { readonly x: number; readonly y: number }): void {
    const carried = this.#carried;
    if (carried === null) return;
    if (carried.type === 'picture') {
      this.#stage.pan(event.clientX - last.x, event.clientY - last.y);
      return;
    }
    this.#aim(this.#targetAt(event, carried.id));
    const { ghost } = carried;
    ghost.textContent = this.#target === null ? carried.title : t('dropHere', titleOf(this.#target));
    ghost.style.setProperty('left', `${Math.min(event.clientX + 12, innerWidth - ghost.offsetWidth - 4)}px`);
    ghost.style.setProperty('top', `${Math.min(event.clientY + 12, innerHeight - ghost.offsetHeight - 4)}px`);
    const frame = this.#stage.element.getBoundingClientRect();
    this.#stage.pan(-pull(event.clientX, frame.left, frame.right), -pull(event.clientY, frame.top, frame.bottom));
  }

  #targetAt(event: PointerEvent, id: string): Element | null {
    for (const node of document.elementsFromPoint(event.clientX, event.clientY)) {
      const element = elementAround(node);
      const kind = element?.getAttribute('data-kind');
      if (element !== null && (kind === 'goal' || kind === 'objective' || kind === 'kr')) return idOf(element) === id ? null : element;
    }
    return null;
  }

  #aim(target: Element | null): void {
    if (target === this.#target) return;
    this.#target?.removeAttribute('data-drop');
    this.#target = target;
    target?.setAttribute('data-drop', '');
  }

  #end(drop: boolean): void {
    const carried = this.#carried;
    const target = this.#target;
    this.#aim(null);
    this.#carried = null;
    document.body.classList.remove('dragging');
    if (carried?.type !== 'element') return;
    carried.ghost.remove();
    if (drop && target !== null) this.#host.onDrop(carried.id, idOf(target));
  }
}

/** What an element is called: the start of what it says to a screen reader. */
function titleOf(element: Element): string {
  return element.getAttribute('data-title') ?? element.getAttribute('aria-label') ?? idOf(element);
}

/** How fast the picture moves when the pointer is near an edge, in pixels a move. */
function pull(at: number, start: number, end: number): number {
  if (at < start + EDGE) return Math.max(-20, (at - start - EDGE) / 2);
  return at > end - EDGE ? Math.min(20, (at - end + EDGE) / 2) : 0;
}
