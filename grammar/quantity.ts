/** Units, and which quantities can be compared (language.md section 2). */

import type { Quantity } from './tree.ts';

/**
 * A unit. `scale` turns a value into the kind's base unit (seconds, bytes), so that any two durations
 * or sizes compare. `symbol` is the unit as written (`d`, `days`, `MB`).
 */
export type Unit =
  | { readonly kind: 'none' }
  | { readonly kind: 'currency'; readonly code: string }
  | { readonly kind: 'percent' }
  | { readonly kind: 'points' }
  | { readonly kind: 'multiple' }
  | { readonly kind: 'duration'; readonly symbol: string; readonly scale: number }
  | { readonly kind: 'size'; readonly symbol: string; readonly scale: number }
  | { readonly kind: 'score'; readonly denominator: number }
  | { readonly kind: 'word'; readonly word: string };

/** A unit with its rate: what two quantities must share to be comparable. */
export interface RatedUnit {
  readonly unit: Unit;
  readonly per: string | null;
}

/** What is compared: a value (null is `?`) with its unit. */
export type Amount = Pick<Quantity, 'value' | 'unit' | 'per'>;
