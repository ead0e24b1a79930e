/** Where the picture stands: zoom and place. The browser's own scrolling moves it, so that wheel, touch and bars do what they do everywhere. */

import { make } from './dom.ts';
import { patch } from './patch.ts';
import { t } from './texts.ts';

/** How a picture was looked at. `left` and `top` are of the scrolled content, in pixels. */
export interface Look {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const LEAST_ZOOM = 0.02;
const MOST_ZOOM = 8;
const STEP = 1.25;
/** A picture is shown whole at first where it is not smaller than this, else as wide as the stage: what cannot be read says nothing. */
const COMFORTABLE = 0.8;
const READABLE = 0.55;
/** Pixels around what is brought into sight. */
const MARGIN = 24;

export class Stage {
  readonly element: HTMLElement;
  readonly #holder: HTMLElement;
  readonly #onLook: () => void;
  #size: Size | null = null;
  #zoom = 1;
  /** Whether the whole picture is kept in sight while the window changes. */
  #fitted = false;

  /** `page`: it is what the page is about. `part`: one of several in a document, which the keyboard reaches in turn. */
  constructor(onLook: () => void, of: 'page' | 'part' = 'page') {
    this.#onLook = onLook;
    this.#holder = make('div', { class: 'holder' });
    this.element = of === 'page'
      ? make('main', { 'class': 'stage', 'tabindex': -1, 'aria-label': t('picture') }, this.#holder)
      : make('div', { 'class': 'stage', 'role': 'group', 'tabindex': 0, 'aria-label': t('picture') }, this.#holder);
    this.element.addEventListener('wheel', (event) => { this.#wheel(event); }, { passive: false });
    this.element.addEventListener('scroll', onLook, { passive: true });
    new ResizeObserver(() => { if (this.#fitted) this.fit(); }).observe(this.element);
  }

  /** What holds the picture. */
  get holder(): HTMLElement {
    return this.#holder;
  }

  /** Shows a picture; one of another view from its start, or as it was looked at before. */
  show(html: string, size: Size | null, look: Look | null, again: boolean): void {
    patch(this.#holder, html);
    this.#size = size;
    this.#holder.classList.toggle('drawn', size !== null);
    if (again) this.#apply(this.#zoom);
    else if (look !== null) this.look = look;
    else this.#first();
  }

  /** Takes a picture that is there already. */
  adopt(picture: Element, size: Size): void {
    this.#holder.replaceChildren(picture);
    this.#size = size;
    this.#holder.classList.add('drawn');
    this.#first();
  }

  get look(): Look {
    return { zoom: this.#zoom, left: this.element.scrollLeft, top: this.element.scrollTop };
  }

  set look({ zoom, left, top }: Look) {
    this.#apply(zoom);
    this.element.scrollTo({ left, top, behavior: 'instant' });
  }

  /** Width to height. */
  get aspect(): number {
    const { clientWidth, clientHeight } = this.element;
    return clientHeight === 0 ? 16 / 9 : Math.round(clientWidth / clientHeight * 10) / 10;
  }

  get zoom(): number {
    return this.#zoom;
  }

  zoomIn(): void {
    this.zoomTo(this.#zoom * STEP);
  }

  zoomOut(): void {
    this.zoomTo(this.#zoom / STEP);
  }

  /** Shows the whole picture. */
  fit(): void {
    this.#apply(this.#whole());
    this.element.scrollTo({ left: 0, top: 0, behavior: 'instant' });
    this.#fitted = true;
    this.#onLook();
  }

  /** What is at `x` and `y` (in the stage; its middle without them) stays there. */
  zoomTo(zoom: number, x = this.element.clientWidth / 2, y = this.element.clientHeight / 2): void {
    const { element } = this;
    const before = this.#zoom;
    const at = this.#origin();
    const [left, top] = [(element.scrollLeft + x - at.left) / before, (element.scrollTop + y - at.top) / before];
    this.#apply(zoom);
    const after = this.#origin();
    element.scrollTo({ left: left * this.#zoom + after.left - x, top: top * this.#zoom + after.top - y, behavior: 'instant' });
    this.#fitted = false;
    this.#onLook();
  }

  /** Brings an element into sight; nothing moves where it is in sight already. */
  reveal(target: Element): void {
    const frame = this.element.getBoundingClientRect();
    const box = target.getBoundingClientRect();
    const across = shift(box.left - frame.left, box.right - frame.left, this.element.clientWidth);
    const down = shift(box.top - frame.top, box.bottom - frame.top, this.element.clientHeight);
    if (across === 0 && down === 0) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches || document.body.classList.contains('vscode-reduce-motion');
    this.element.scrollBy({ left: across, top: down, behavior: still ? 'instant' : 'smooth' });
  }

  /** Moves the picture under the pointer. */
  pan(x: number, y: number): void {
    this.element.scrollBy({ left: -x, top: -y, behavior: 'instant' });
  }

  /** The zoom at which a drawn picture is wholly in sight; what flows is as wide as the stage anyway. */
  #whole(): number {
    if (this.#size === null) return 1;
    const { clientWidth, clientHeight } = this.element;
    return Math.min(1, (clientWidth - 2) / this.#size.width, (clientHeight - this.#around() - 2) / this.#size.height);
  }

  /** The height of what stands above and below a drawn picture. */
  #around(): number {
    const drawn = this.#holder.querySelector('svg.picture');
    return drawn === null ? 0 : Math.max(0, this.#holder.scrollHeight - drawn.getBoundingClientRect().height);
  }

  #first(): void {
    const whole = this.#whole();
    this.#fitted = whole >= COMFORTABLE;
    const wide = this.#size === null ? 1 : (this.element.clientWidth - 2) / this.#size.width;
    this.#apply(this.#fitted ? whole : Math.min(1, Math.max(READABLE, wide)));
    this.element.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  }

  /** Where the picture's upper left corner stands in the scrolled content: a small one stands in the middle. */
  #origin(): { readonly left: number; readonly top: number } {
    const drawn = this.#holder.querySelector('svg.picture') ?? this.#holder;
    const box = drawn.getBoundingClientRect();
    const frame = this.element.getBoundingClientRect();
    return { left: box.left - frame.left + this.element.scrollLeft, top: box.top - frame.top + this.element.scrollTop };
  }

  #apply(zoom: number): void {
    this.#zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom));
    const { style } = this.#holder;
    style.setProperty('--zoom', String(this.#zoom));
    style.setProperty('--width', String(this.#size?.width ?? 0));
    style.setProperty('--height', String(this.#size?.height ?? 0));
    this.#holder.toggleAttribute('data-far', this.#size !== null && this.#zoom < 0.3);
  }

  /** With Ctrl (which a pinch on a trackpad is too) the wheel zooms about the pointer. */
  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const frame = this.element.getBoundingClientRect();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.zoomTo(this.#zoom * Math.exp(-event.deltaY * lines * 0.0025), event.clientX - frame.left, event.clientY - frame.top);
  }
}

/** How far content must be scrolled so that what stands from `start` to `end` is in sight. */
function shift(start: number, end: number, size: number): number {
  if (start >= 0 && end <= size) return 0;
  // What is larger than the window is shown from its start.
  if (start < MARGIN || end - start > size - 2 * MARGIN) return start - MARGIN;
  return end - size + MARGIN;
}
