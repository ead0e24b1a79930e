/** Parts of a review in words, the same in every format. */

import type { Risk } from './kinds.ts';
import type { Change, Effect, Review, Subject } from './review.ts';

export const RISK_TITLES: Readonly<Record<Risk, string>> = { high: 'High risk', medium: 'Medium risk', low: 'Low risk', info: 'For information' };

/** What changed from what to what, each as `write` gives it; null where a change has neither. */
export function stepOf({ before, after }: Pick<Change, 'before' | 'after'>, write: (text: string) => string = String): string | null {
  if (before === null && after === null) return null;
  return `${before === null ? 'nothing' : write(before)} → ${after === null ? 'nothing' : write(after)}`;
}

/** `score of 'Win the mid-market' (win-midmarket): 0.31 → 0.4`. */
export function effectText({ subject, what, before, after }: Effect): string {
  return `${what} of ${nameOf(subject)}: ${valueText(what, before)} → ${valueText(what, after)}`;
}

function valueText(what: string, value: string | number | null): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return value;
  return what === 'score' ? `${Math.round(value * 100)}%` : String(value);
}

/** Title and id, as messages name a thing. */
export function nameOf({ title, id }: Pick<Subject, 'title' | 'id'>): string {
  return title === null ? `'${id}'` : `'${title}' (${id})`;
}

/** `7 changes: 1 high, 2 medium, 1 low, 3 info; 1 accepted.` */
export function countText({ total, high, medium, low, info, accepted }: Review['summary']): string {
  const parts = [[high, 'high'], [medium, 'medium'], [low, 'low'], [info, 'info']] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(', ');
  return `${total} ${total === 1 ? 'change' : 'changes'}: ${told}${accepted === 0 ? '' : `; ${accepted} accepted`}.`;
}

/** `main (1a2b3c4) → work tree`. */
export function sidesText({ base, head }: Pick<Review, 'base' | 'head'>): string {
  const side = (given: string | null, commit: string | null): string => (commit === null ? given ?? 'work tree' : `${given ?? 'work tree'} (${commit.slice(0, SHORT_ID)})`);
  return `${side(base.given, base.commit)} → ${head.workTree ? 'work tree' : side(head.given, head.commit)}`;
}

const SHORT_ID = 7;
