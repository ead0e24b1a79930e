/** When a rule says nothing meanwhile: what is missing may stand in what could not be read. */

import type { Strategy } from '../model/strategy.ts';
import type { Rule } from './rule.ts';

/** Whether a rule is silent while the strategy is as it is. */
export function isSilent({ silentWhile = [] }: Rule, { incomplete, hasSyntaxErrors }: Strategy): boolean {
  return silentWhile.some((gap) => (gap === 'unread-files' ? incomplete : hasSyntaxErrors));
}
