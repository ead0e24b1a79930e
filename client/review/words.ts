/** Changes of a review in a few words, for lenses and trees. */

import { l10n } from 'vscode';
import type { Change, Risk } from '../../server/review-protocol.ts';

/** `target lowered`. The kind is a word of the review, not of a language. */
export function whatChanged({ kind, property }: Change): string {
  return kind === 'property-changed' && property !== null ? l10n.t('{0} changed', property) : kind.replace(/^kr-/, 'key result ').replaceAll('-', ' ');
}

/** `target lowered from 40% to 30%`. */
export function inWords(change: Change): string {
  const { before, after } = change;
  const what = whatChanged(change);
  const [was, is] = [short(before), short(after)];
  if (was !== null && is !== null) return l10n.t('{0} from {1} to {2}', what, was, is);
  if (is !== null) return l10n.t('{0}: {1}', what, is);
  return was === null ? what : l10n.t('{0}, was {1}', what, was);
}

/** `40% → 30%`; null where there is neither. */
export function beforeAndAfter({ before, after }: Change): string | null {
  const [was, is] = [short(before), short(after)];
  return was === null && is === null ? null : `${was ?? '–'} → ${is ?? '–'}`;
}

/** A risk as the heading of what has it. */
export function riskInWords(risk: Risk): string {
  switch (risk) {
    case 'high': return l10n.t('High risk');
    case 'medium': return l10n.t('Medium risk');
    case 'low': return l10n.t('Low risk');
    case 'info': return l10n.t('For information');
  }
}

const LONGEST = 60;

/** One line, cut where it is long. */
function short(text: string | null): string | null {
  if (text === null) return null;
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
