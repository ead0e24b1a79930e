/**
 * The syntax tree of a strategy file.
 *
 * A file is a sequence of chunks. A chunk holds one top-level declaration (more, where a file is
 * damaged or two stand on one line) with the comments above it, and is a pure function of its own
 * text: every place in it counts from the chunk's start. An edit elsewhere in the file moves the
 * chunk and changes nothing in it.
 *
 * The tree says what is written, not what it means: names are not looked up, doubled properties
 * are both there, and a word outside its list is kept as it stands.
 */

import type { CalendarPeriod, Day } from './calendar.ts';
import type { Unit } from './quantity.ts';

/** A half-open range of UTF-16 units, relative to the start of the chunk it stands in. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An identifier where something is declared; `text` is NFC-normalised. */
export interface Name extends Span {
  readonly text: string;
}

/**
 * An identifier or `objective.kr` where something is named; `text` is NFC-normalised.
 * `head` is what stands before the dot (all of it without one), `local` what stands after it.
 */
export interface Reference extends Span {
  readonly text: string;
  readonly head: string;
  readonly local: string | null;
}

/** A string, decoded (escapes resolved, indentation of `"""` removed). */
export interface Text extends Span {
  readonly value: string;
  readonly triple: boolean;
}

/** A word of a closed list (`business`, `committed`, …), or what stands in its place. */
export interface Word extends Span {
  readonly text: string;
}

/** A date as written; `day` is null where it is none (`2026-02-30`), which is `invalid-period`. */
export interface DateLiteral extends Span {
  readonly text: string;
  readonly day: Day | null;
}

/** A calendar period as written; `period` is null where it is none (`2026-Q7`). */
export interface CalendarLiteral extends Span {
  readonly text: string;
  readonly period: CalendarPeriod | null;
}

/** `DATE .. DATE`. */
export interface DateRange extends Span {
  readonly from: DateLiteral;
  readonly to: DateLiteral;
}

/** What may stand after `period`, `in` of a period, and `by`. */
export type PeriodExpression =
  | { readonly type: 'name'; readonly reference: Reference }
  | { readonly type: 'calendar'; readonly literal: CalendarLiteral }
  | { readonly type: 'range'; readonly range: DateRange };

/** A quantity as written. `value` has its magnitude worked out (`4.2M` is 4_200_000); null is `?`. */
export interface Quantity extends Span {
  /** As written, with inner white space reduced to one space. */
  readonly text: string;
  readonly value: number | null;
  readonly unit: Unit;
  /** The word after `per`, else null. */
  readonly per: string | null;
}

/** What stands after `unit` in a metric. */
export interface UnitExpression extends Span {
  readonly text: string;
  readonly unit: Unit;
  readonly per: string | null;
}

/** A current value: a quantity, or `done` / `not done`. */
export type Value =
  | { readonly type: 'quantity'; readonly span: Span; readonly quantity: Quantity }
  | { readonly type: 'done'; readonly span: Span; readonly done: boolean };

/** `now VALUE`, on a line of its own, in a header or at the end of a measure. */
export interface NowClause {
  readonly word: Span;
  readonly span: Span;
  /** null where it could not be read. */
  readonly value: Value | null;
}

/** `by DATE` or `by PERIOD`. */
export interface ByClause {
  readonly word: Span;
  readonly span: Span;
  readonly date: DateLiteral | null;
  /** Set instead of `date` where a calendar period or a period's name stands there. */
  readonly period: PeriodExpression | null;
}

/**
 * A measure as written, without the `now` and `by` that follow it (see `Measured`).
 * `from`, `to`, `size`, `low` and `high` are null where they are not written or could not be read.
 */
export interface Measure {
  readonly span: Span;
  /** The first word: `from`, `to`, `up`, …, `at`, `between`, `keep`, `done`. */
  readonly word: Span;
  readonly form:
    | 'to'        // from? to!
    | 'up' | 'down' | 'times'   // from? size!
    | 'at-least'  // low!
    | 'at-most'   // high!
    | 'between'   // low! high!
    | 'done';
  readonly keep: boolean;
  readonly from: Quantity | null;
  readonly to: Quantity | null;
  readonly size: Quantity | null;
  readonly low: Quantity | null;
  readonly high: Quantity | null;
  /** True where a part that the form needs could not be read. */
  readonly broken: boolean;
}

/** A measure with the `now` and `by` on its tail, in the order written. */
export interface Measured {
  readonly measure: Measure | null;
  readonly now: readonly NowClause[];
  readonly by: readonly ByClause[];
}

/** One target of `supports`, with its percentage. */
export interface SupportTarget {
  readonly reference: Reference;
  /** A quantity in `%`; null where none is written. */
  readonly share: Quantity | null;
}

/** The names of properties, by what stands after the word. */
export type TextProperty = 'vision' | 'mission' | 'link' | 'email' | 'role' | 'source' | 'hypothesis' | 'segment';
export type ReferencesProperty = 'owner' | 'with' | 'needs' | 'drives' | 'advances' | 'lead' | 'sponsor';
export type QuantityProperty = 'capacity' | 'effort' | 'weight' | 'confidence';
export type ChoiceProperty = 'kind' | 'type' | 'better';

interface PropertyBase {
  /** From the word to the last token of the value. */
  readonly span: Span;
  /** The word that begins it. */
  readonly word: Span;
  /** True where a syntax error stands in it; the value is what could be read. */
  readonly broken: boolean;
}

export type Property =
  | (PropertyBase & { readonly name: TextProperty; readonly value: Text | null })
  | (PropertyBase & { readonly name: ReferencesProperty; readonly value: readonly Reference[] })
  | (PropertyBase & { readonly name: QuantityProperty; readonly value: Quantity | null })
  | (PropertyBase & { readonly name: ChoiceProperty; readonly value: Word | null })
  /** Of a goal each `share` is null. */
  | (PropertyBase & { readonly name: 'supports'; readonly value: readonly SupportTarget[] })
  | (PropertyBase & { readonly name: 'period'; readonly value: PeriodExpression | null })
  | (PropertyBase & { readonly name: 'unit'; readonly value: UnitExpression | null })
  | (PropertyBase & { readonly name: 'status'; readonly value: { readonly word: Word | null; readonly date: DateLiteral | null; readonly reason: Text | null } })
  | (PropertyBase & { readonly name: 'evidence'; readonly value: { readonly word: Word | null; readonly date: DateLiteral | null; readonly text: Text | null } })
  | (PropertyBase & { readonly name: 'metric'; readonly value: Measured & { readonly reference: Reference | null } })
  /**
   * In a kr: a measure in the header or on its own line, with what follows it on its tail. A `now` or `by`
   * without a measure before it (in the header or on its own line) is a `now` / `by` property.
   */
  | (PropertyBase & { readonly name: 'measure'; readonly value: Measured })
  | (PropertyBase & { readonly name: 'now'; readonly value: NowClause })
  | (PropertyBase & { readonly name: 'by'; readonly value: ByClause })
  | (PropertyBase & { readonly name: 'checkin'; readonly value: { readonly date: DateLiteral | null; readonly value: Value | null; readonly confidence: Quantity | null; readonly note: Text | null } });

export type PropertyName = Property['name'];
/** The property of that name, with the type of its value. */
export type PropertyNamed<N extends PropertyName> = Property extends infer P ? (P extends { readonly name: infer M } ? (N extends M ? P & { readonly name: N } : never) : never) : never;

export interface Documentation extends Span {
  /** Markdown: the `///` lines without their marks. */
  readonly markdown: string;
}

interface DeclarationBase {
  /** From its word to its last token. */
  readonly span: Span;
  /** The word that begins it. */
  readonly word: Span;
  readonly name: Name | null;
  readonly title: Text | null;
  readonly documentation: Documentation | null;
  /** `in X` of a period (a calendar period may stand there), a team or a person. */
  readonly in: PeriodExpression | null;
  /** Of a kr: `measure`, `now` and `by` in its header; then what stands in the body. In the order written. */
  readonly properties: readonly Property[];
  /** Krs and initiatives of an objective, in the order written. */
  readonly children: readonly (KeyResultDeclaration | InitiativeDeclaration)[];
  /** The braces of the body (null without one; `close` null where it is missing). */
  readonly body: { readonly open: Span; readonly close: Span | null } | null;
  /** True where a syntax error stands in it or in what stands in it. */
  readonly broken: boolean;
}

export interface StrategyDeclaration extends DeclarationBase { readonly kind: 'strategy' }
/** `range` is null where it could not be read. */
export interface PeriodDeclaration extends DeclarationBase { readonly kind: 'period'; readonly range: DateRange | null }
export interface TeamDeclaration extends DeclarationBase { readonly kind: 'team' }
export interface PersonDeclaration extends DeclarationBase { readonly kind: 'person' }
export interface MetricDeclaration extends DeclarationBase { readonly kind: 'metric' }
export interface GoalDeclaration extends DeclarationBase { readonly kind: 'goal' }
export interface ObjectiveDeclaration extends DeclarationBase { readonly kind: 'objective' }
export interface KeyResultDeclaration extends DeclarationBase { readonly kind: 'kr' }
export interface InitiativeDeclaration extends DeclarationBase { readonly kind: 'initiative' }

export type Declaration =
  | StrategyDeclaration | PeriodDeclaration | TeamDeclaration | PersonDeclaration | MetricDeclaration
  | GoalDeclaration | ObjectiveDeclaration | KeyResultDeclaration | InitiativeDeclaration;
export type DeclarationKind = Declaration['kind'];

/** A syntax error. What begins like a date or calendar period and is none is not one: it is a literal with null. */
export interface SyntaxProblem {
  readonly span: Span;
  /** For a reader who is no programmer: what is expected here, and what to write. */
  readonly message: string;
  /** What would mend it, where that is certain (`1,200` -> `1_200`). */
  readonly fix: { readonly title: string; readonly span: Span; readonly newText: string } | null;
}

/** An ordinary comment (`//`), not documentation. */
export interface Comment extends Span {
  readonly text: string;
  /** True where nothing but white space stands before it on its line. */
  readonly alone: boolean;
}

export interface Chunk {
  readonly text: string;
  readonly declarations: readonly Declaration[];
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
}

export interface PlacedChunk {
  readonly start: number;
  readonly chunk: Chunk;
}

/** A parsed file: the chunks cover it from the first unit to the last, without a gap. */
export interface SyntaxTree {
  readonly text: string;
  readonly chunks: readonly PlacedChunk[];
  /** Problems of the file as a whole (too large, too deep), with absolute places. */
  readonly problems: readonly SyntaxProblem[];
  /** The file is too large or too deep, and was not read to its end. */
  readonly isCut: boolean;
}

/**
 * Everything a kr says of its measure, its current value and its deadline, in the order written. A second `metric`
 * is left out with all on its tail: of a property that stands twice the first counts.
 */
export function measuredParts(declaration: KeyResultDeclaration): readonly Measured[] {
  const parts: Measured[] = [];
  let metricSeen = false;
  for (const property of declaration.properties) {
    if (property.name === 'measure') parts.push(property.value);
    else if (property.name === 'now') parts.push({ measure: null, now: [property.value], by: [] });
    else if (property.name === 'by') parts.push({ measure: null, now: [], by: [property.value] });
    else if (property.name === 'metric' && !metricSeen) {
      metricSeen = true;
      parts.push(property.value);
    }
  }
  return parts;
}

/** The first property of that name, which is the one that counts; undefined without one. */
export function firstProperty<N extends PropertyName>(declaration: Declaration, name: N): PropertyNamed<N> | undefined {
  for (const property of declaration.properties) if (property.name === name) return property as PropertyNamed<N>;
  return undefined;
}

/** All properties of that name, in the order written (for those that may stand more than once). */
export function allProperties<N extends PropertyName>(declaration: Declaration, name: N): readonly PropertyNamed<N>[] {
  return declaration.properties.filter((property): property is PropertyNamed<N> => property.name === name);
}
