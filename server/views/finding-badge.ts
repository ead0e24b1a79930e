/** Findings on an element of an SVG picture: the gravest as a sign, and how many there are. */

import type { Diagnostic } from '../rules/diagnostic.ts';
import type { Severity } from '../rules/rule.ts';
import { worstSeverity } from './findings-of.ts';
import { h, type MarkupElement } from './markup.ts';

/** Within a square of 12. */
const SIGNS: Readonly<Record<Severity, { readonly shape: string; readonly sign: string }>> = {
  error: { shape: 'M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12z', sign: 'M4 4l4 4M8 4l-4 4' },
  warning: { shape: 'M6 .6L12 11.4H0z', sign: 'M6 4.6v3M6 9.3v.3' },
  info: { shape: 'M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12z', sign: 'M6 5.4v3.4M6 3.2v.3' },
  hint: { shape: 'M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12z', sign: 'M4.2 6h3.6' },
};
/** As many messages as a tooltip names. */
const NAMED = 6;

/** The badge of one finding or more, its right upper corner at (right, y); `small` leaves the number out. */
export function findingBadge(findings: readonly Diagnostic[], right: number, y: number, small = false): MarkupElement {
  const severity = worstSeverity(findings) ?? 'hint';
  const { shape, sign } = SIGNS[severity];
  const count = small ? '' : String(findings.length);
  const left = right - 12;
  const messages = findings.slice(0, NAMED).map(({ severity: grade, message }) => `${grade}: ${message}`);
  const more = findings.length > NAMED ? [`and ${findings.length - NAMED} more`] : [];
  return h('g', { class: `finding ${severity}` },
    h('title', {}, [...messages, ...more].join('\n')),
    count === '' ? null : h('text', { class: 'finding-count', x: left - 3, y: y + 10, 'text-anchor': 'end' }, count),
    h('g', { transform: `translate(${left} ${y})` }, h('path', { class: 'finding-shape', d: shape }), h('path', { class: 'finding-sign', d: sign })));
}
