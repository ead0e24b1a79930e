/** Ways to mend how a key result is measured. */

import { formatDay } from '../../../grammar/calendar.ts';
import type { Property, Span } from '../../../grammar/tree.ts';
import type { KeyResult, SourceFile } from '../../model/strategy.ts';
import { linesOf } from '../../rules/lines.ts';
import { currentValue } from '../completion-amounts.ts';
import { inFile } from '../body-lines.ts';
import type { Plan } from '../plan.ts';
import type { Found, Proposal } from './proposal.ts';

/** A key result without a measure may be a milestone. */
export function milestone({ entity }: Found): readonly Proposal[] {
  if (entity.kind !== 'kr' || entity.metricLink !== null || entity.declaration.title === null) return [];
  const { end } = entity.declaration.title;
  return [{ title: 'Make it a milestone (`done`)', plan: () => changed(entity, { start: end, end }, ' done') }];
}

/** `to` without a start: begin with what is known, or reach a level. */
export function baseline({ entity }: Found): readonly Proposal[] {
  if (entity.kind !== 'kr' || entity.reading === null) return [];
  const { measure, metric } = entity.reading;
  const { to, word } = measure;
  if (to === null || measure.form !== 'to' || measure.from !== null) return [];
  const known = currentValue(entity);
  const level = metric?.better === 'down' ? 'at most' : 'at least';
  return [
    ...known === null ? [] : [{ title: `Start from ${known}, the value it has now`, plan: () => changed(entity, { start: word.start, end: word.start }, `from ${known} `) }],
    { title: `Write \`${level} ${to.text}\`: a level to reach`, plan: () => changed(entity, word, level) },
  ];
}

/** A `by` outside the objective's period becomes its last day. */
export function withinPeriod({ entity }: Found): readonly Proposal[] {
  if (entity.kind !== 'kr' || entity.by === null || entity.objective.period.state !== 'known') return [];
  const { span } = entity.by;
  const day = formatDay(entity.objective.period.period.days.end);
  return [{ title: `Write ${day}, the last day of its objective's period`, plan: () => changed(entity, span, day) }];
}

/** Two measures are two key results: the second one becomes its own. A property that says the same twice stands once. */
export function split({ entity, finding }: Found): readonly Proposal[] {
  const { tree } = entity.origin.file;
  if (tree === null) return [];
  const later = entity.declaration.properties.find((property) => isAt(entity.origin.chunk.start, property, finding.range.start, tree));
  if (later === undefined) return [];
  const { text } = entity.origin.chunk.chunk;
  const said = ({ span }: Property): string => text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const first = entity.declaration.properties.find(({ name }) => name === later.name);
  if (first !== undefined && first !== later && said(first) === said(later)) return [{ title: 'Remove the second one', plan: () => changed(entity, wholeLine(text, later.span), '') }];
  if (entity.kind !== 'kr' || later.name !== 'measure' || entity.declaration.title === null) return [];
  return [{ title: 'Make the second measure a key result of its own', plan: () => ownKeyResult(entity, later.span) }];
}

function ownKeyResult(kr: KeyResult, span: Span): Plan {
  const { text } = kr.origin.chunk.chunk;
  const { title, span: whole } = kr.declaration;
  const written = title === null ? '""' : text.slice(title.start, title.end);
  const file = kr.origin.file;
  return {
    changes: [
      { file, ...inFile(kr, { ...wholeLine(text, span), newText: '' }) },
      { file, ...inFile(kr, { start: whole.end, end: whole.end, newText: `\nkr ${written} ${text.slice(span.start, span.end)}` }) },
    ],
  };
}

/** With the line end before it, where nothing else stands on its line. */
export function wholeLine(text: string, span: Span): Span {
  const start = span.start - (/[^\S\r\n]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0);
  const alone = /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(span.end)) && /(?:\r\n|[\r\n])$/.test(text.slice(0, start));
  if (!alone) return { start, end: span.end };
  return { start: start - (text.slice(0, start).endsWith("\r\n") ? 2 : 1), end: span.end };
}

function changed(kr: Found['entity'], span: Span, newText: string): Plan {
  return { changes: [{ file: kr.origin.file, ...inFile(kr, { start: span.start, end: span.end, newText }) }] };
}

function isAt(base: number, { word }: Property, start: Found['finding']['range']['start'], tree: NonNullable<SourceFile['tree']>): boolean {
  return linesOf(tree).offsetAt(start) === base + word.start;
}
