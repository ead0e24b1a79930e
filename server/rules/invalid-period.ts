import { formatDay, parseCalendarPeriod, parseDate } from '../../grammar/calendar.ts';
import type { CalendarLiteral, DateLiteral, DateRange, Declaration, PeriodExpression, Property, Span } from '../../grammar/tree.ts';
import { label, shortLabel } from '../model/naming.ts';
import type { Entity, Period, Strategy } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { placeIn, placeOf } from './places.ts';
import { defineRule, type Finding, type Fix } from './rule.ts';

export const rule = defineRule({
  code: 'invalid-period',
  group: 'structure',
  severity: 'error',
  title: 'Date or period that is none',
  summary: 'A date or calendar period does not exist, a range runs backwards, or a declared period does not lie within the one it is `in`.',
  rationale: `A deadline that is not in the calendar is no deadline. What it means for progress, for being late and for who waits on it cannot be told,
and the quarter ends while everybody reads the line differently.`,
  exceptions: `Dates are written \`2026-04-15\`, calendar periods \`2026\`, \`2026-H1\`, \`2026-Q1\` or \`2026-03\`. Days of a fiscal year are declared:
\`period FY26-Q1 2026-02-01 .. 2026-04-30\`. A period that lies outside the one it is \`in\` keeps its days.`,
  related: ['missing-period', 'late-date', 'containment-cycle'],
  options: {},
  dependsOnAsOf: false,
  examples: {
    bad: [
      {
        title: 'February has 28 days in 2026.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr soc2 "SOC 2 Type II report issued" done by «2026-02-30»
}
`,
      },
      {
        title: 'A year has four quarters.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period «2026-Q5»
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
      {
        title: 'The two dates of a range were swapped.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period «2026-04-30 .. 2026-02-01»
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
        fixed: {
          title: 'Swap the two dates',
          source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-02-01 .. 2026-04-30
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
        },
      },
      {
        title: 'The fiscal year was moved, and its first quarter was forgotten.',
        source: `${COMPANY}period FY26 2026-02-01 .. 2027-01-31
period FY26-Q1 2026-01-01 .. 2026-03-31 in «FY26»
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period FY26-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
    ],
    good: [
      {
        title: 'A fiscal quarter is declared once, within its year; calendar periods exist by themselves.',
        source: `${COMPANY}period FY26 2026-02-01 .. 2027-01-31
period FY26-Q1 2026-02-01 .. 2026-04-30 in FY26
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period FY26-Q1
  kr "More trial teams deploy in week one" from 18% to 35% by 2026-03
}
`,
      },
    ],
  },
  check(strategy, report) {
    const circling = periodsOnCircles(strategy);
    for (const entity of strategy.entities) {
      for (const part of datesOf(entity.declaration)) {
        const finding = part.type === 'date' ? dateFinding(entity, part.date)
          : part.type === 'calendar' ? calendarFinding(entity, part.literal)
          : rangeFinding(entity, part.range);
        if (finding !== null) report(finding);
      }
      if (entity.kind !== 'period' || circling.has(entity)) continue;
      const finding = containmentFinding(entity);
      if (finding !== null) report(finding);
    }
  },
});

type DatePart =
  | { readonly type: 'date'; readonly date: DateLiteral }
  | { readonly type: 'calendar'; readonly literal: CalendarLiteral }
  | { readonly type: 'range'; readonly range: DateRange };

/** Every date, calendar period and range of a declaration, wherever it stands; not those of what stands in it. */
function* datesOf(declaration: Declaration): Generator<DatePart> {
  if (declaration.kind === 'period' && declaration.range !== null) yield* partsOfRange(declaration.range);
  yield* partsOf(declaration.in);
  for (const property of declaration.properties) yield* partsOfProperty(property);
}

function* partsOfProperty(property: Property): Generator<DatePart> {
  switch (property.name) {
    case 'period':
      yield* partsOf(property.value);
      return;
    case 'status': case 'evidence': case 'checkin':
      yield* partsOfDate(property.value.date);
      return;
    case 'by':
      yield* partsOfDate(property.value.date);
      yield* partsOf(property.value.period);
      return;
    case 'metric': case 'measure':
      for (const { date, period } of property.value.by) {
        yield* partsOfDate(date);
        yield* partsOf(period);
      }
      return;
    default: return;
  }
}

function* partsOfDate(date: DateLiteral | null): Generator<DatePart> {
  if (date !== null) yield { type: 'date', date };
}

function* partsOf(expression: PeriodExpression | null): Generator<DatePart> {
  if (expression?.type === 'calendar') yield { type: 'calendar', literal: expression.literal };
  else if (expression?.type === 'range') yield* partsOfRange(expression.range);
}

function* partsOfRange(range: DateRange): Generator<DatePart> {
  yield { type: 'date', date: range.from };
  yield { type: 'date', date: range.to };
  yield { type: 'range', range };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function dateFinding(entity: Entity, date: DateLiteral): Finding | null {
  if (date.day !== null) return null;
  return {
    place: placeIn(entity, date),
    message: `${label(entity)} names the day ${date.text}, which does not exist. ${dateAdvice(date.text)}`,
    fixes: rewritten(entity, date, paddedDate(date.text)),
  };
}

function dateAdvice(text: string): string {
  const [year, month, dayOfMonth] = text.split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || year === undefined || dayOfMonth === undefined) return 'Write year, month and day as 2026-04-15.';
  if (name === undefined) return 'Months count from 01 to 12: write year, month and day as 2026-04-15.';
  const next = parseCalendarPeriod(text.slice(0, 7));
  if (next === null) return 'Write year, month and day as 2026-04-15.';
  return `${name} ${year} has the days 01 to ${formatDay(next.end).slice(8)}.`;
}

/** `2026-4-5` as `2026-04-05`, where that is a day; else null. */
function paddedDate(text: string): string | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', dayOfMonth = ''] = match;
  const padded = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return parseDate(padded) === null ? null : padded;
}

function calendarFinding(entity: Entity, literal: CalendarLiteral): Finding | null {
  if (literal.period !== null) return null;
  return {
    place: placeIn(entity, literal),
    message: `${label(entity)} names the period ${literal.text}, which does not exist. Write a year (2026), a half (2026-H1, 2026-H2), a quarter (2026-Q1 to 2026-Q4), a month (2026-01 to 2026-12), or the name of a declared period.`,
    fixes: rewritten(entity, literal, knownCalendarPeriod(literal.text)),
  };
}

/** `2026-q1` and `2026-3` as the period that is meant; else null. */
function knownCalendarPeriod(text: string): string | null {
  const candidate = text.toUpperCase().replace(/^(\d{4})-(\d)$/, '$1-0$2');
  return candidate !== text && parseCalendarPeriod(candidate) !== null ? candidate : null;
}

function rewritten(entity: Entity, span: Span, newText: string | null): readonly Fix[] {
  if (newText === null) return [];
  return [{ title: `Write ${newText}`, edits: () => [{ place: placeIn(entity, span), newText }] }];
}

function rangeFinding(entity: Entity, range: DateRange): Finding | null {
  const { from, to } = range;
  if (from.day === null || to.day === null || from.day <= to.day) return null;
  // In another year the year is as likely to be the slip.
  const swap: readonly Fix[] = from.text.slice(0, 4) !== to.text.slice(0, 4) ? [] : [{
    title: 'Swap the two dates',
    edits: () => [{ place: placeIn(entity, from), newText: to.text }, { place: placeIn(entity, to), newText: from.text }],
  }];
  return {
    place: placeIn(entity, range),
    message: `The days of ${label(entity).charAt(0).toLowerCase()}${label(entity).slice(1)} run backwards, from ${from.text} to ${to.text}. Write the first day first.`,
    fixes: swap,
  };
}

function containmentFinding(period: Period): Finding | null {
  const { days, within, declaration: { in: container } } = period;
  if (days === null || within === null || container === null || container.type === 'range') return null;
  if (days.start >= within.start && days.end <= within.end) return null;
  const target = period.links.find(({ kind }) => kind === 'in')?.target ?? null;
  const span = container.type === 'name' ? container.reference : container.literal;
  const name = target === null ? span.text : shortLabel(target);
  return {
    place: placeIn(period, span),
    message: `${label(period)} lasts from ${formatDay(days.start)} to ${formatDay(days.end)}, which is not within ${name} (${formatDay(within.start)} to ${formatDay(within.end)}). Change its days, or name the period in which they lie.`,
    related: target === null ? [] : [{ place: placeOf(target), message: `${label(target)} lasts from ${formatDay(within.start)} to ${formatDay(within.end)}` }],
  };
}

function periodsOnCircles(strategy: Strategy): ReadonlySet<Entity> {
  return new Set(strategy.cycles.filter(({ kind }) => kind === 'in').flatMap(({ members }) => [...members]));
}
