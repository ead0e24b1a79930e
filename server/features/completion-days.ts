/** Periods and days to complete: those around the day by which the strategy is judged. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { formatDay, parseCalendarPeriod, parseDate, type CalendarPeriod, type Day } from '../../grammar/calendar.ts';
import type { DeclarationKind } from '../../grammar/tree.ts';
import type { Suggestion } from './completion.ts';
import type { Snapshot } from './snapshot.ts';

/** Declared periods, then the calendar periods around as-of; what is over stands last. */
export function periodItems({ analysis }: Snapshot, names: readonly DeclarationKind[]): readonly Suggestion[] {
  if (!names.includes('period') || analysis === null) return [];
  const { asOf, strategy } = analysis;
  const declared = strategy.periods.filter(({ laterThan }) => laterThan === null).map(({ id, days }) => ({ id, days }));
  const calendar = calendarAround(asOf).map((period) => ({ id: period.id, days: period }));
  const all = [...declared, ...calendar];
  const isOver = ({ days }: (typeof all)[number]): boolean => days !== null && days.end < asOf;
  return [...all.filter((period) => !isOver(period)), ...all.filter(isOver)].map(({ id, days }) => ({
    label: id, kind: CompletionItemKind.Event, detail: days === null ? 'period' : `${formatDay(days.start)} .. ${formatDay(days.end)}`,
  }));
}

/** This year and the next, by their quarters, halves, and as a whole. */
function calendarAround(asOf: Day): readonly CalendarPeriod[] {
  const year = Number(formatDay(asOf).slice(0, 4));
  const parts = ['-Q1', '-Q2', '-Q3', '-Q4', '-H1', '-H2', ''];
  return [year, year + 1].flatMap((one) => parts.flatMap((part) => parseCalendarPeriod(`${String(one).padStart(4, '0')}${part}`) ?? []));
}

/** The day by which the strategy is judged: of what is written down, most is of today. `last` ends the period that it is in. */
export function dayItems({ analysis }: Snapshot, last: Day | null = null): readonly Suggestion[] {
  if (analysis === null) return [];
  return [
    ...last === null || last === analysis.asOf ? [] : [dayItem(last, 'the last day of its period')],
    dayItem(analysis.asOf, 'the day by which the strategy is judged'),
  ];
}

/** First days of a new period around as-of; with the day on which it begins, its last days. */
export function boundItems({ analysis }: Snapshot, from: string | null): readonly Suggestion[] {
  if (analysis === null) return [];
  const start = from === null ? null : parseDate(from);
  if (from !== null && start === null) return [];
  const days = start === null ? calendarAround(analysis.asOf).map((period) => period.start) : [3, 6, 12].flatMap((months) => endAfter(start, months) ?? []);
  const label = start === null ? () => 'the first day of a quarter' : (_: Day, index: number) => ['a quarter', 'half a year', 'a year'][index] ?? '';
  return [...new Set(days)].sort((a, b) => a - b).map((day, index) => dayItem(day, label(day, index)));
}

/** The day before the same day some months later. */
function endAfter(start: Day, months: number): Day | null {
  const [year = 0, month = 0, day = 0] = formatDay(start).split('-').map(Number);
  const later = month - 1 + months;
  const next = parseDate([String(year + Math.floor(later / 12)).padStart(4, '0'), String((later % 12) + 1).padStart(2, '0'), String(day).padStart(2, '0')].join('-'));
  return next === null ? null : next - 1 as Day;
}

function dayItem(day: Day, detail: string): Suggestion {
  return { label: formatDay(day), kind: CompletionItemKind.Value, detail };
}
