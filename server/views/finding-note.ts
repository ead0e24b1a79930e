/** That something is found of an element, beside its title in HTML. */

import type { Diagnostic } from '../rules/diagnostic.ts';
import { worstSeverity } from './findings-of.ts';
import { h, type Markup } from './markup.ts';

/** As much of a message as shows on a touch. */
const LONGEST = 600;

/** A mark with the messages of the findings; nothing without any graver than a hint. */
export function findingNote(findings: readonly Diagnostic[]): Markup {
  const told = findings.filter(({ severity }) => severity !== 'hint');
  const worst = worstSeverity(told);
  if (worst === null) return null;
  const text = told.map(({ message }) => message).join('\n');
  return h('span', { class: `finding-note ${worst}`, title: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text },
    h('span', { 'aria-hidden': 'true' }, worst === 'info' ? 'i' : '!'),
    h('span', { class: 'visually-hidden' }, told.length === 1 ? ` 1 finding` : ` ${told.length} findings`),
  );
}
