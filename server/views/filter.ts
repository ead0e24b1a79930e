/** Which elements a filter asks for. */

import { parseCalendarPeriod, type DayRange } from '../../grammar/calendar.ts';
import { knownDays } from '../model/planning.ts';
import type { Goal, Initiative, KeyResult, Objective, Person, Strategy, Team } from '../model/strategy.ts';
import type { ViewFilter } from './view.ts';

/** What has an owner, a period and a place in the strategy. */
export type PlannedElement = Goal | Objective | KeyResult | Initiative;

/** Whether a filter asks for an element. */
export type Matcher = (element: PlannedElement) => boolean;

/** The test that a filter makes; null for a filter that asks for nothing. */
export function matcherOf(strategy: Strategy, filter: ViewFilter): Matcher | null {
  const words = filter.text.normalize('NFC').toLocaleLowerCase('en').split(/\s+/).filter((word) => word !== '');
  const owners = new Set(filter.owners);
  const teams = new Set(filter.teams);
  const kinds: ReadonlySet<string> = new Set(filter.kinds);
  const health: ReadonlySet<string> = new Set(filter.health);
  const periods = filter.periods.map((id) => ({ id, days: daysOf(strategy, id) }));
  const tests: Matcher[] = [];
  if (owners.size > 0) tests.push((element) => element.owners.some(({ id }) => owners.has(id)));
  if (teams.size > 0) tests.push((element) => element.owners.some((owner) => teamsOf(owner).some(({ id }) => teams.has(id))));
  if (periods.length > 0) tests.push((element) => periods.some((period) => isIn(element, period)));
  if (kinds.size > 0) tests.push(({ kind }) => kinds.has(kind));
  if (health.size > 0) tests.push((element) => health.has(element.kind === 'initiative' ? element.status.value : element.health));
  if (words.length > 0) tests.push((element) => holdsAll(`${element.title ?? ''} ${element.id}`, words));
  return tests.length === 0 ? null : (element) => tests.every((test) => test(element));
}

function holdsAll(text: string, words: readonly string[]): boolean {
  const searched = text.normalize('NFC').toLocaleLowerCase('en');
  return words.every((word) => searched.includes(word));
}

function daysOf(strategy: Strategy, id: string): DayRange | null {
  const declared = strategy.byId.get(id);
  return declared?.kind === 'period' ? declared.days : parseCalendarPeriod(id);
}

function isIn({ period }: PlannedElement, asked: { readonly id: string; readonly days: DayRange | null }): boolean {
  if (period.state !== 'known') return false;
  if (period.period.id === asked.id) return true;
  const days = knownDays(period);
  return days !== null && asked.days !== null && days.start >= asked.days.start && days.end <= asked.days.end;
}

/** The team itself or a person's, and every team that it is in, the nearest first; each once, though they run in a circle. */
export function teamsOf(owner: Person | Team): readonly Team[] {
  const teams = new Set<Team>();
  for (let team = owner.kind === 'team' ? owner : owner.team; team !== null && !teams.has(team); team = team.parent) teams.add(team);
  return [...teams];
}
