/**
 * What makes a finding the same on both sides (review.md section 5): the same rule, subject, property and other
 * things, not the same place or words.
 */

import type { Measured, Span } from '../../../grammar/tree.ts';
import type { Entity } from '../../model/strategy.ts';
import type { RuleFinding } from '../../rules/engine.ts';

/** Names a thing of either side; what is one thing has one name, whatever it is called on each. */
export type NameOf = (entity: Entity) => string;

/** The declaration in which a finding stands; null of one on a comment. */
export function subjectOfFinding({ place }: RuleFinding): Entity | null {
  return place.entity ?? null;
}

/** Equal for findings that are the same. */
export function identityOf(finding: RuleFinding, nameOf: NameOf): string {
  const { rule, place } = finding;
  const subject = subjectOfFinding(finding);
  const others = new Set<string>();
  for (const { place: { entity } } of finding.related ?? []) {
    if (entity !== undefined && entity !== subject) others.add(nameOf(entity));
  }
  return JSON.stringify([
    rule.code,
    subject === null ? null : nameOf(subject),
    subject === null ? null : propertyAt(subject, place.span),
    rule.group === 'suppressions' ? textAt(finding) : namedAt(subject, place.span, nameOf),
    [...others].sort(),
  ]);
}

/** The property in which a place stands, with what tells it from others of that name; null for the name or the title. */
export function propertyAt(subject: Entity, span: Span): string | null {
  const property = subject.declaration.properties.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  if (property === undefined) {
    const within = subject.declaration.in === null ? null : placeOfPeriod(subject.declaration.in);
    return within !== null && within.start <= span.start && span.end <= within.end ? 'in' : null;
  }
  switch (property.name) {
    case 'checkin': case 'evidence': return `${property.name} ${property.value.date?.text ?? ''}`;
    // A measure, and what follows it, means the same in the header, on its own line and after its metric.
    case 'measure': return tailAt(property.value, span) ?? 'measure';
    case 'metric': return tailAt(property.value, span) ?? (subject.kind === 'goal' ? `metric ${property.value.reference?.text ?? ''}` : 'measure');
    default: return property.name;
  }
}

function tailAt({ now, by }: Measured, span: Span): 'now' | 'by' | null {
  const holds = ({ span: clause }: { readonly span: Span }): boolean => clause.start <= span.start && span.end <= clause.end;
  if (now.some(holds)) return 'now';
  return by.some(holds) ? 'by' : null;
}

function placeOfPeriod(expression: NonNullable<Entity['declaration']['in']>): Span {
  switch (expression.type) {
    case 'name': return expression.reference;
    case 'calendar': return expression.literal;
    case 'range': return expression.range;
  }
}

/** What a reference at that place means; where it means nothing, what is written; null where none stands there. */
function namedAt(subject: Entity | null, span: Span, nameOf: NameOf): string | null {
  const link = subject?.links.find(({ reference }) => reference.start === span.start && reference.end === span.end);
  if (link === undefined) return null;
  return link.target === null ? link.reference.text : nameOf(link.target);
}

function textAt({ place: { origin, span } }: RuleFinding): string {
  return origin.chunk.chunk.text.slice(span.start, span.end);
}

/** What findings of something missing speak of; they stand on the name, where nothing else can be pointed at. */
const MISSING: Readonly<Record<string, string>> = {
  'missing-owner': 'owner', 'missing-period': 'period', 'missing-property': 'unit', 'goal-without-kind': 'kind', 'unaligned-objective': 'supports',
  'no-goals': 'supports', 'unmeasured-key-result': 'measure', 'no-key-results': 'kr', 'unmeasured-goal': 'metric', 'unsupported-goal': 'supports', 'no-evidence': 'evidence',
};

/** The property that a finding is about: in which it stands, or which is missing; null for the thing as a whole. */
export function propertyOfFinding(finding: RuleFinding): string | null {
  const subject = subjectOfFinding(finding);
  return (subject === null ? null : propertyAt(subject, finding.place.span)) ?? MISSING[finding.rule.code] ?? null;
}
