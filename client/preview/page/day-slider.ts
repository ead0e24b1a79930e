/** As-of: a slider through the days on which something was checked in. At its end stands the day by which the strategy is judged. */

import { make } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './texts.ts';

export class DaySlider {
  readonly element: HTMLElement;
  readonly #range: HTMLInputElement;
  readonly #day = make('output', { class: 'day' });
  readonly #onChange: (asOf: string | null) => void;
  #days: readonly string[] = [];

  constructor(onChange: (asOf: string | null) => void) {
    this.#onChange = onChange;
    this.#range = make('input', { 'type': 'range', 'min': 0, 'max': 0, 'step': 1, 'aria-label': t('asOf'), 'oninput': () => { this.#moved(); } });
    this.element = make('div', { class: 'day-slider', hidden: true, title: t('asOf') }, icon('history'), this.#range, this.#day);
  }

  /** `days` are those of check-ins, `today` the day by which the strategy is judged, `asOf` the one shown (null for that). */
  update(days: readonly string[], today: string, asOf: string | null): void {
    this.#days = [...new Set([...days.filter((day) => day < today), today])].sort();
    this.element.hidden = this.#days.length < 2;
    this.#range.max = String(this.#days.length - 1);
    if (document.activeElement === this.#range && asOf !== null) {
      this.#tell();
      return;
    }
    const last = this.#days.length - 1;
    const found = asOf === null ? last : this.#days.findLastIndex((day) => day <= asOf);
    this.#range.value = String(found === -1 ? 0 : found);
    this.#tell();
  }

  #moved(): void {
    this.#tell();
    const index = this.#range.valueAsNumber;
    this.#onChange(index >= this.#days.length - 1 ? null : this.#days[index] ?? null);
  }

  #tell(): void {
    const day = this.#days[this.#range.valueAsNumber] ?? '';
    this.#day.textContent = day;
    this.#range.setAttribute('aria-valuetext', t('asOfDay', day));
    this.element.toggleAttribute('data-on', this.#range.valueAsNumber < this.#days.length - 1);
  }
}
