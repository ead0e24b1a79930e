/** A syntax tree as text that reads well in a diff: one line a fact, what it says in the order of its parts. */

import type { Unit } from '../../../grammar/quantity.ts';
import type {
  ByClause, Chunk, DateLiteral, Declaration, Measured, NowClause, PeriodExpression, Property, Quantity, Reference, SyntaxTree, Text, Value, Word,
} from '../../../grammar/tree.ts';

/** The declarations of a file, then its problems and comments. */
export function outlineOf(tree: SyntaxTree): string {
  const lines: string[] = [];
  for (const { chunk } of tree.chunks) {
    for (const declaration of chunk.declarations) lines.push(...declarationLines(declaration, ''));
  }
  for (const { start, chunk } of tree.chunks) lines.push(...problemLines(chunk), ...commentLines(chunk, start));
  return `${lines.join('\n')}\n`;
}

function problemLines({ problems, text }: Chunk): string[] {
  return problems.flatMap(({ span, message, fix }) => {
    const place = text.slice(span.start, span.end);
    const told = `! ${place === '' ? '' : `«${place}» `}${message}`;
    if (fix === null) return [told];
    const replaced = text.slice(fix.span.start, fix.span.end);
    return [told, `  fix: ${fix.title}: ${JSON.stringify(replaced)} -> ${JSON.stringify(fix.newText)}`];
  });
}

function commentLines({ comments }: Chunk, start: number): string[] {
  return comments.map((comment) => `# ${start + comment.start}: ${comment.text}${comment.alone ? '' : ' (after something)'}`);
}

function declarationLines(declaration: Declaration, indent: string): string[] {
  const { body, broken, children, documentation, kind, name, properties, title } = declaration;
  const parts = [kind, name?.text ?? (kind === 'strategy' ? '' : '-'), title === null ? '' : JSON.stringify(title.value)];
  if (declaration.kind === 'period') parts.push(declaration.range === null ? 'no days' : `${day(declaration.range.from)} .. ${day(declaration.range.to)}`);
  if (declaration.in !== null) parts.push(`in ${period(declaration.in)}`);
  if (body !== null && body.close === null) parts.push('(not closed)');
  if (broken) parts.push('(broken)');
  return [
    ...(documentation === null ? [] : [`${indent}/// ${JSON.stringify(documentation.markdown)}`]),
    indent + parts.filter((part) => part !== '').join(' '),
    ...properties.map((property) => `${indent}  ${propertyText(property)}${property.broken ? ' (broken)' : ''}`),
    ...children.flatMap((child) => declarationLines(child, `${indent}  `)),
  ];
}

function propertyText(property: Property): string {
  return [property.name, ...valueParts(property)].filter((part) => part !== '').join(' ');
}

function valueParts(property: Property): string[] {
  switch (property.name) {
    case 'vision': case 'mission': case 'link': case 'email': case 'role': case 'source': case 'hypothesis': case 'segment':
      return [text(property.value)];
    case 'owner': case 'with': case 'needs': case 'drives': case 'advances': case 'lead': case 'sponsor':
      return [property.value.map(reference).join(', ')];
    case 'capacity': case 'effort': case 'weight': case 'confidence':
      return [quantity(property.value)];
    case 'kind': case 'type': case 'better':
      return [word(property.value)];
    case 'supports':
      return [property.value.map(({ reference: to, share }) => `${reference(to)}${share === null ? '' : ` ${quantity(share)}`}`).join(', ')];
    case 'period':
      return [property.value === null ? '?' : period(property.value)];
    case 'unit':
      return [property.value === null ? '?' : rated(unit(property.value.unit), property.value.per)];
    case 'status':
      return [word(property.value.word), optional(property.value.date, day), optional(property.value.reason, text)];
    case 'evidence':
      return [word(property.value.word), optional(property.value.date, day), text(property.value.text)];
    case 'metric':
      return [property.value.reference === null ? '?' : reference(property.value.reference), ...measured(property.value)];
    case 'measure':
      return measured(property.value);
    case 'now':
      return [value(property.value.value)];
    case 'by':
      return [deadline(property.value)];
    case 'checkin':
      return [
        optional(property.value.date, day), optional(property.value.value, value),
        property.value.confidence === null ? '' : `confidence ${quantity(property.value.confidence)}`, optional(property.value.note, text),
      ];
  }
}

function measured({ by, measure, now }: Measured): string[] {
  const parts: string[] = [];
  if (measure !== null) {
    const { broken, form, from, high, keep, low, size, to } = measure;
    parts.push(`${keep ? 'keep ' : ''}${form}`);
    for (const [label, part] of Object.entries({ from, to, size, low, high })) {
      if (part !== null) parts.push(`${label}=${quantity(part)}`);
    }
    if (broken) parts.push('(measure broken)');
  }
  return [...parts, ...now.map((clause: NowClause) => `now=${value(clause.value)}`), ...by.map((clause: ByClause) => `by=${deadline(clause)}`)];
}

function deadline({ date, period: within }: ByClause): string {
  if (date !== null) return day(date);
  return within === null ? '?' : period(within);
}

function value(read: Value | null): string {
  if (read === null) return '?';
  if (read.type === 'quantity') return quantity(read.quantity);
  return read.done ? 'done' : 'not-done';
}

/** A quantity as it was understood, not as it was written. */
export function quantity(read: Quantity | null): string {
  if (read === null) return '?';
  return `[${rated(`${read.value ?? 'unknown'}${read.unit.kind === 'none' ? '' : ` ${unit(read.unit)}`}`, read.per)}]`;
}

function rated(amount: string, per: string | null): string {
  return per === null ? amount : `${amount} per ${per}`;
}

function unit(of: Unit): string {
  switch (of.kind) {
    case 'none': return '';
    case 'currency': return of.code;
    case 'percent': return '%';
    case 'points': return 'pp';
    case 'multiple': return 'x';
    case 'duration': return `${of.symbol} of ${of.scale}s`;
    case 'size': return `${of.symbol} of ${of.scale}B`;
    case 'score': return `/${of.denominator}`;
    case 'word': return `'${of.word}'`;
  }
}

function period(of: PeriodExpression): string {
  switch (of.type) {
    case 'name': return reference(of.reference);
    case 'calendar': return of.literal.period === null ? `${of.literal.text} (no period)` : of.literal.text;
    case 'range': return `${day(of.range.from)} .. ${day(of.range.to)}`;
  }
}

function day(of: DateLiteral): string {
  return of.day === null ? `${of.text} (no date)` : of.text;
}

function reference({ head, local }: Reference): string {
  return local === null ? head : `${head}.${local}`;
}

function text(of: Text | null): string {
  return of === null ? '?' : JSON.stringify(of.value);
}

function word(of: Word | null): string {
  return of === null ? '?' : of.text;
}

function optional<T>(part: T | null, show: (part: T) => string): string {
  return part === null ? '' : show(part);
}
