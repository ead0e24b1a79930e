/** What a strategy is called where a picture names it. */

import type { Strategy } from '../model/strategy.ts';
import { shortened } from './titles.ts';

/** Its title, else `the strategy`. */
export function strategyTitle({ header }: Strategy): string {
  return header?.title === null || header?.title === undefined || header.title.trim() === '' ? 'the strategy' : shortened(header.title);
}
