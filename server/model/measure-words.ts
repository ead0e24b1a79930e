/** Measures and values in the words in which one would write them. */

import type { Measure, Quantity } from '../../grammar/tree.ts';
import type { CurrentValue } from './strategy.ts';

/** A measure on one line, without its `now` and `by`: `from 18% to 35%`. */
export function measureText(measure: Measure): string {
  const part = (word: string, quantity: Quantity | null): string[] => (quantity === null ? [] : [word, quantity.text]);
  const words = measure.keep ? ['keep'] : [];
  switch (measure.form) {
    case 'to': words.push(...part('from', measure.from), ...part('to', measure.to)); break;
    case 'up': case 'down': case 'times': words.push(...part('from', measure.from), ...part(measure.form, measure.size)); break;
    case 'at-least': words.push(...part('at least', measure.low)); break;
    case 'at-most': words.push(...part('at most', measure.high)); break;
    case 'between': words.push(...part('between', measure.low), ...part('and', measure.high)); break;
    case 'done': words.push('done'); break;
    default: measure.form satisfies never;
  }
  return words.join(' ');
}

/** What something has now, as written; of a milestone that is told without a share, whether it is done. */
export function currentText({ quantity, amount }: CurrentValue): string {
  if (quantity !== null) return quantity.text;
  return amount >= 1 ? 'done' : 'not done';
}
