import { formatDay, parseCalendarPeriod, parseDate } from '../../grammar/calendar.ts';
import type { ByClause, CalendarLiteral, DateLiteral, DateRange, PeriodExpression, Property, Span } from '../../grammar/tree.ts';
import { label, shortLabel } from '../model/naming.ts';
import type { Entity, Period, Strategy } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { reportOwnMistakes, type OwnCheck, type OwnMistake } from './own-mistakes.ts';
import { placeIn, placeOf } from './places.ts';
import { defineRule, type Finding } from './rule.ts';

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
  looksAt: { subjects: ['strategy', 'period', 'team', 'person', 'metric', 'goal', 'objective', 'kr', 'initiative'], circles: ['in'] },
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
  check(scope, report) {
    reportOwnMistakes(ownMistakes, scope, report);
    const circling = periodsOnCircles(scope.strategy);
    for (const period of scope.periods) {
      if (!circling.has(period)) checkContainment(period, report);
    }
  },
});

/** Every date, calendar period and range, wherever it stands. */
const ownMistakes: OwnCheck = (declaration, _text, found) => {
  if (declaration.kind === 'period') checkRange(declaration.range, found);
  checkPeriod(declaration.in, found);
  for (const property of declaration.properties) checkProperty(property, found);
};

type Found = (mistake: OwnMistake) => void;

function checkProperty(property: Property, found: Found): void {
  switch (property.name) {
    case 'period':
      checkPeriod(property.value, found);
      return;
    case 'status': case 'evidence': case 'checkin':
      checkDate(property.value.date, found);
      return;
    case 'by':
      checkDeadline(property.value, found);
      return;
    case 'metric': case 'measure':
      for (const clause of property.value.by) checkDeadline(clause, found);
      return;
    default:
      return;
  }
}

function checkDeadline({ date, period }: ByClause, found: Found): void {
  checkDate(date, found);
  checkPeriod(period, found);
}

function checkPeriod(expression: PeriodExpression | null, found: Found): void {
  if (expression?.type === 'calendar') checkCalendar(expression.literal, found);
  else if (expression?.type === 'range') checkRange(expression.range, found);
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function checkDate(date: DateLiteral | null, found: Found): void {
  if (date?.day !== null) return;
  found({
    span: date,
    says: `names the day ${date.text}, which does not exist. ${dateAdvice(date.text)}`,
    fixes: rewritten(date, paddedDate(date.text)),
  });
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

function checkCalendar(literal: CalendarLiteral, found: Found): void {
  if (literal.period !== null) return;
  found({
    span: literal,
    says: `names the period ${literal.text}, which does not exist. Write a year (2026), a half (2026-H1, 2026-H2), a quarter (2026-Q1 to 2026-Q4), a month (2026-01 to 2026-12), or the name of a declared period.`,
    fixes: rewritten(literal, knownCalendarPeriod(literal.text)),
  });
}

/** `2026-q1` and `2026-3` as the period that is meant; else null. */
function knownCalendarPeriod(text: string): string | null {
  const candidate = text.toUpperCase().replace(/^(\d{4})-(\d)$/, '$1-0$2');
  return candidate !== text && parseCalendarPeriod(candidate) !== null ? candidate : null;
}

function rewritten(span: Span, newText: string | null): OwnMistake['fixes'] & object {
  return newText === null ? [] : [{ title: `Write ${newText}`, edits: [{ span, newText }] }];
}

function checkRange(range: DateRange | null, found: Found): void {
  if (range === null) return;
  const { from, to } = range;
  checkDate(from, found);
  checkDate(to, found);
  if (from.day === null || to.day === null || from.day <= to.day) return;
  // In another year the year is as likely to be the slip.
  const sameYear = from.text.slice(0, 4) === to.text.slice(0, 4);
  found({
    span: range,
    says: `has days that run backwards, from ${from.text} to ${to.text}. Write the first day first.`,
    fixes: sameYear ? [{ title: 'Swap the two dates', edits: [{ span: from, newText: to.text }, { span: to, newText: from.text }] }] : [],
  });
}

function checkContainment(period: Period, report: (finding: Finding) => void): void {
  const { days, within, declaration: { in: container } } = period;
  if (days === null || within === null || container === null || container.type === 'range') return;
  if (days.start >= within.start && days.end <= within.end) return;
  const target = period.links.find(({ kind }) => kind === 'in')?.target ?? null;
  const span = container.type === 'name' ? container.reference : container.literal;
  const name = target === null ? span.text : shortLabel(target);
  report({
    place: placeIn(period, span),
    message: `${label(period)} lasts from ${formatDay(days.start)} to ${formatDay(days.end)}, which is not within ${name} (${formatDay(within.start)} to ${formatDay(within.end)}). Change its days, or name the period in which they lie.`,
    related: target === null ? [] : [{ place: placeOf(target), message: `${label(target)} lasts from ${formatDay(within.start)} to ${formatDay(within.end)}` }],
  });
}

function periodsOnCircles(strategy: Strategy): ReadonlySet<Entity> {
  return new Set(strategy.cycles.filter(({ kind }) => kind === 'in').flatMap(({ members }) => [...members]));
}
