/** Texts of a strategy in HTML pictures: no longer than one reads, and in a direction of their own. */

import { h, type MarkupElement } from './markup.ts';

/** Characters that a cell shows of a title; the whole stands in the source. */
const LONGEST = 240;

/** No more of a text than one reads in a table, with `…` for the rest; no character that is written with two units is torn. */
export function shortened(text: string, longest = LONGEST): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A title, isolated from the direction of what stands around it. */
export function titleText(text: string): MarkupElement {
  return h('bdi', {}, shortened(text));
}

/** A quantity or a measure as pictures show it: thousands apart by a thin space, as print does, and not by `_`. */
export function amountShown(text: string): string {
  return shortened(text.replace(/(?<=\d)_(?=\d)/g, '\u202f'));
}
