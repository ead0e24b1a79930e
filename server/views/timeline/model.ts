/**
 * The timeline as data: objectives with their key results and initiatives, by the period in which they begin; what needs
 * what, what is late, what was checked in when. Days count from 1970-01-01, first and last included.
 */

import type { Day, DayRange } from '../../../grammar/calendar.ts';
import { formatDay } from '../../../grammar/calendar.ts';
import { percent, periodName } from '../../model/figures.ts';
import { currentText } from '../../model/measure-words.ts';
import { knownDays } from '../../model/planning.ts';
import type { Checkin, Initiative, KeyResult, Objective, Strategy } from '../../model/strategy.ts';
import { initiativeOverdueSince, keyResultOverdueSince, overdueSince } from '../../rules/overdue.ts';
import { matcherOf, type Matcher } from '../filter.ts';
import { amountShown } from '../titles.ts';
import type { ViewOptions } from '../view.ts';
import { bandsOf, type PeriodBand } from './bands.ts';
import { dependenciesOf, type Dependency } from './dependencies.ts';

export type TimelineElement = Objective | KeyResult | Initiative;

/** A check-in of a key result. */
export interface CheckinMark {
  readonly day: Day;
  /** `2026-05-18: 27%, confidence 70%`, and the note. */
  readonly words: string;
}

export interface TimelineRow {
  readonly element: TimelineElement;
  /** 1 for what stands in the objective above. */
  readonly depth: 0 | 1;
  /** null where its period is not known. */
  readonly days: DayRange | null;
  /** The day by which a key result is due, where it has one of its own. */
  readonly due: Day | null;
  /** The day on which it was to be done, where that has passed and it is not; else null. */
  readonly overdueSince: Day | null;
  readonly checkins: readonly CheckinMark[];
  /** How many rows are folded away below it. */
  readonly folded: number;
}

export interface TimelineGroup {
  /** Of the group: the period's id or days. */
  readonly key: string;
  readonly title: string;
  readonly days: DayRange | null;
  readonly rows: readonly TimelineRow[];
}

export interface TimelineModel {
  readonly title: string;
  readonly asOf: Day;
  /** From the first to the last day on which anything stands; null where nothing has a day. */
  readonly days: DayRange | null;
  /** The periods that are named, the longest on top. */
  readonly bands: readonly (readonly PeriodBand[])[];
  readonly groups: readonly TimelineGroup[];
  readonly dependencies: readonly Dependency[];
  /** Elements that are left out because they are past or dropped. */
  readonly history: number;
}

/** The timeline that the options ask for. */
export function timelineModel(strategy: Strategy, options: ViewOptions): TimelineModel {
  const { asOf } = strategy;
  const reader = new RowReader(strategy, options);
  const heads = [...strategy.objectives, ...strategy.initiatives.filter(({ objective }) => objective === null)].filter(({ laterThan }) => laterThan === null);
  const shown = grouped(heads.toSorted(byDays).map((head) => ({ head, rows: reader.rows(head) })).filter(({ rows }) => rows.length > 0));
  const elements = new Set(shown.flatMap(({ rows }) => rows.map(({ element }) => element)));
  const days = extentOf(shown, asOf);
  return {
    title: strategy.header?.title ?? 'Strategy', asOf, days,
    bands: days === null ? [] : bandsOf(strategy, shown.flatMap(({ rows }) => rows.map(({ element }) => element)), days),
    groups: shown,
    dependencies: dependenciesOf(elements),
    history: reader.history,
  };
}

interface Headed {
  readonly head: Objective | Initiative;
  readonly rows: readonly TimelineRow[];
}

/** By period. What has days of its own stands with the shortest period that holds them. */
function grouped(all: readonly Headed[]): readonly TimelineGroup[] {
  const groups = new Map<string, { readonly title: string; readonly days: DayRange | null; readonly members: Headed[] }>();
  const groupOf = (title: string, days: DayRange | null): { readonly members: Headed[] } => {
    let group = groups.get(title);
    if (group === undefined) groups.set(title, group = { title, days, members: [] });
    return group;
  };
  for (const one of all) if (isNamed(one)) groupOf(periodName(one.head.period) ?? '', knownDays(one.head.period)).members.push(one);
  const named = [...groups.values()];
  for (const one of all.filter((other) => !isNamed(other))) {
    const days = knownDays(one.head.period);
    const around = named.filter((group) => group.days !== null && days !== null && group.days.start <= days.start && group.days.end >= days.end);
    const nearest = around.toSorted((a, b) => lengthOf(a.days) - lengthOf(b.days))[0];
    (nearest ?? groupOf(days === null ? 'Without a period' : 'Days of their own', null)).members.push(one);
  }
  return [...groups.values()].map(({ title, days, members }) => ({ key: `period:${title}`, title, days, rows: members.toSorted((a, b) => byDays(a.head, b.head)).flatMap(({ rows }) => rows) }));
}

function isNamed({ head: { period } }: Headed): boolean {
  return period.state === 'known' && period.period.id !== null;
}

function lengthOf(days: DayRange | null): number {
  return days === null ? 0 : days.end - days.start + 1;
}

/** By first day, then by last; what has no days comes last. */
function byDays(a: Objective | Initiative, b: Objective | Initiative): number {
  const left = knownDays(a.period);
  const right = knownDays(b.period);
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left.start - right.start || left.end - right.end || Number(a.kind === 'initiative') - Number(b.kind === 'initiative');
}

class RowReader {
  readonly #strategy: Strategy;
  readonly #options: ViewOptions;
  readonly #matches: Matcher | null;
  history = 0;

  constructor(strategy: Strategy, options: ViewOptions) {
    this.#strategy = strategy;
    this.#options = options;
    this.#matches = matcherOf(strategy, options.filter);
  }

  /** An objective or an initiative of its own, with what stands in it; nothing where nothing of it is asked for. */
  rows(head: Objective | Initiative): readonly TimelineRow[] {
    if (!this.#isOpen(head)) {
      this.history += 1;
      return [];
    }
    const inside = head.kind === 'objective' ? this.#inside(head) : [];
    if (inside.length === 0 && !this.#isAsked(head)) return [];
    const isFolded = this.#options.collapsed.has(head.id);
    return [this.#row(head, 0, isFolded ? inside.length : 0), ...isFolded ? [] : inside];
  }

  /** Key results of which there is something to see in time, and initiatives. */
  #inside(objective: Objective): readonly TimelineRow[] {
    const isAsked = (element: KeyResult | Initiative): boolean => element.laterThan === null && this.#isOpen(element)
      && (this.#isAsked(element) || (this.#isKindAsked(element.kind) && this.#isAsked(objective)));
    return [
      ...objective.keyResults.filter((keyResult) => isAsked(keyResult) && isInTime(keyResult)).map((keyResult) => this.#row(keyResult, 1, 0)),
      ...objective.initiatives.filter(isAsked).map((initiative) => this.#row(initiative, 1, 0)),
    ];
  }

  #isOpen({ past, status }: TimelineElement): boolean {
    return this.#options.history || !(past || status.value === 'dropped');
  }

  #isAsked(element: TimelineElement): boolean {
    return this.#matches === null || this.#matches(element);
  }

  #isKindAsked(kind: 'kr' | 'initiative'): boolean {
    const { kinds } = this.#options.filter;
    return kinds.length === 0 || kinds.includes(kind);
  }

  #row(element: TimelineElement, depth: 0 | 1, folded: number): TimelineRow {
    const days = knownDays(element.period);
    const due = element.kind === 'kr' ? element.by?.day ?? null : null;
    return {
      element, depth, days, due, folded,
      overdueSince: this.#overdueSince(element),
      checkins: element.kind === 'kr' ? checkinsOf(element.checkins, this.#strategy.asOf) : [],
    };
  }

  #overdueSince(element: TimelineElement): Day | null {
    const { asOf } = this.#strategy;
    switch (element.kind) {
      case 'objective': return overdueSince(element, asOf);
      case 'kr': return keyResultOverdueSince(element, asOf);
      case 'initiative': return initiativeOverdueSince(element, asOf);
      default: return element satisfies never;
    }
  }
}

function isInTime({ by, checkins, links, usedBy }: KeyResult): boolean {
  const isNeeded = (kind: string): boolean => kind === 'needs';
  return by !== null || checkins.length > 0 || links.some(({ kind }) => isNeeded(kind)) || usedBy.some(({ kind }) => isNeeded(kind));
}

/** Those up to as-of, in the order of their days. */
function checkinsOf(checkins: readonly Checkin[], asOf: Day): readonly CheckinMark[] {
  return checkins
    .flatMap((checkin): CheckinMark[] => (checkin.day === null || checkin.day > asOf ? [] : [{ day: checkin.day, words: checkinWords(checkin, checkin.day) }]))
    .toSorted((a, b) => a.day - b.day);
}

function checkinWords({ value, confidence, note }: Checkin, day: Day): string {
  const parts = [
    value === null ? '' : amountShown(currentText(value)),
    confidence === null ? '' : `confidence ${percent(confidence)}`,
    note ?? '',
  ].filter((part) => part !== '');
  return `${formatDay(day)}: ${parts.length === 0 ? 'checked in' : parts.join(', ')}`;
}

/** The day as of which it is judged belongs to the timeline, unless that lies far away. */
function extentOf(groups: readonly TimelineGroup[], asOf: Day): DayRange | null {
  const days = groups.flatMap(({ rows }) => rows.flatMap(({ days: range, due, checkins }) => [range?.start, range?.end, due, checkins[0]?.day, checkins.at(-1)?.day]))
    .filter((day) => day !== null && day !== undefined);
  const [first] = days;
  if (first === undefined) return null;
  const range: DayRange = {
    start: days.reduce((least, day) => (day < least ? day : least), first),
    end: days.reduce((most, day) => (day > most ? day : most), first),
  };
  const reach = Math.max(30, (range.end - range.start) / 2);
  if (asOf < range.start - reach || asOf > range.end + reach) return range;
  return { start: asOf < range.start ? asOf : range.start, end: asOf > range.end ? asOf : range.end };
}
