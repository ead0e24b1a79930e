/**
 * How steady a strategy is: how often targets moved, promises were dropped, owners changed and dates slipped after the
 * thing had begun, for each team and each quarter. What changes before its period begins is planning, and only counted.
 */

import type { Day, DayRange } from '../../../grammar/calendar.ts';
import { knownDays } from '../../model/planning.ts';
import type { Entity, KeyResult, Strategy } from '../../model/strategy.ts';
import type { Change } from '../review.ts';
import { hasBegun } from '../risk.ts';
import { ownersOf } from '../subject.ts';
import { quarterAt, type Quarter } from './quarters.ts';
import type { Step } from './step.ts';

/** `redirected`: it serves something else, or nothing. */
export type ChurnWhat = 'target' | 'dropped' | 'owner' | 'date' | 'redirected';

const WHAT: ReadonlyMap<string, ChurnWhat> = new Map([
  ...['target-lowered', 'target-raised', 'target-shifted', 'target-withdrawn', 'baseline-moved', 'baseline-removed', 'measure-changed', 'goal-metric-removed'].map((kind) => [kind, 'target'] as const),
  ...['goal-dropped', 'objective-dropped', 'kr-dropped', 'goal-removed', 'objective-removed', 'kr-removed', 'replaced'].map((kind) => [kind, 'dropped'] as const),
  ...['owner-changed', 'owner-removed', 'owner-added'].map((kind) => [kind, 'owner'] as const),
  ...['date-slipped', 'period-changed'].map((kind) => [kind, 'date'] as const),
  ...['unaligned', 'realigned', 'kr-moved'].map((kind) => [kind, 'redirected'] as const),
]);
/** What makes a target easier, or takes it away. */
const LOWERED: ReadonlySet<string> = new Set(['target-lowered', 'target-withdrawn']);
const PROMISES: ReadonlySet<string> = new Set(['goal', 'objective', 'kr']);

export interface ChurnCommit {
  readonly id: string;
  readonly author: string;
  /** The first line of its message. */
  readonly message: string;
}

export interface ChurnEvent {
  readonly what: ChurnWhat;
  readonly commit: ChurnCommit;
  readonly day: Day;
  readonly quarter: string;
  /** Ids of the owners' teams; none where nobody owns it. */
  readonly teams: readonly string[];
  readonly change: Change;
}

export interface ChurnCounts {
  /** Key results that were in play: neither drafts nor closed, in a period that overlaps. */
  readonly keyResults: number;
  /** Of these, those that kept their target. */
  readonly kept: number;
  /** Those whose target moved and that were not dropped. */
  readonly moved: number;
  /** Those that were dropped or removed, by themselves or with their objective. */
  readonly dropped: number;
  readonly targetsMoved: number;
  readonly targetsLowered: number;
  readonly objectivesDropped: number;
  readonly ownersChanged: number;
  readonly datesSlipped: number;
  readonly redirected: number;
}

export interface ChurnTeam {
  /** null for what nobody owns. */
  readonly id: string | null;
  readonly title: string | null;
}

export interface Churn {
  readonly total: ChurnCounts;
  /** Changes of that kind to what had not begun. */
  readonly beforeStart: number;
  readonly quarters: readonly (Quarter & { readonly counts: ChurnCounts })[];
  readonly teams: readonly (ChurnTeam & { readonly counts: ChurnCounts })[];
  /** Those in which something was in play or happened. */
  readonly cells: readonly { readonly team: string | null; readonly quarter: string; readonly counts: ChurnCounts }[];
  /** In the order in which they happened. */
  readonly events: readonly ChurnEvent[];
}

/** A commit's date may be anything: a picture of a thousand years says nothing. */
const MOST_QUARTERS = 400;
const NOBODY = '';

/** Follows a strategy from step to step and counts. */
export class ChurnCounter {
  readonly #total = new Tally();
  readonly #ofQuarter = new Map<string, Tally>();
  readonly #ofTeam = new Map<string, Tally>();
  readonly #cells = new Map<string, Map<string, Tally>>();
  readonly #quarters = new Map<string, Quarter>();
  readonly #titles = new Map<string, string | null>();
  readonly #events: ChurnEvent[] = [];
  /** What a key result was called first, by what it is called now. */
  #firstNames = new Map<string, string>();
  #strategy: Strategy | null;
  #day: Day;
  #beforeStart = 0;

  /** `strategy` is the state in which it begins, null where there is none yet, and `day` the day of that. */
  constructor(strategy: Strategy | null, day: Day) {
    this.#strategy = strategy;
    this.#day = day;
  }

  /** A step, which a commit took on a day. Days that run backwards are taken as the day before. */
  add(step: Step, commit: ChurnCommit, day: Day): void {
    this.#observe(day);
    this.#strategy = step.before ?? this.#strategy;
    for (const change of step.changes) this.#count(change, step, commit);
    this.#rename(step);
    this.#strategy = step.after;
  }

  /** What was counted up to a day. */
  result(day: Day): Churn {
    this.#observe(day);
    const quarters = [...this.#quarters.values()].sort((a, b) => a.start - b.start || a.end - b.end);
    const order = new Map(quarters.map(({ id }, index) => [id, index]));
    const teams = [...this.#ofTeam].map(([id, tally]) => ({ id: id === NOBODY ? null : id, title: this.#titles.get(id) ?? null, counts: tally.counts() })).sort(byName);
    return {
      total: this.#total.counts(), beforeStart: this.#beforeStart, teams, events: this.#events,
      quarters: quarters.map((quarter) => ({ ...quarter, counts: this.#tallyOf(this.#ofQuarter, quarter.id).counts() })),
      cells: teams.flatMap(({ id }) => [...this.#cells.get(id ?? NOBODY) ?? []]
        .sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        .map(([quarter, tally]) => ({ team: id, quarter, counts: tally.counts() }))),
    };
  }

  /** Notes what was in play from the last day on up to a day. */
  #observe(until: Day): void {
    const last = Math.max(until, this.#day) as Day;
    const strategy = this.#strategy;
    for (let day = this.#day; day <= last && this.#quarters.size < MOST_QUARTERS;) {
      const quarter = this.#quarterAt(day);
      const seen = { start: day, end: Math.min(quarter.end, last) as Day };
      for (const keyResult of strategy?.keyResults ?? []) {
        if (isInPlay(keyResult, seen)) for (const tally of this.#tallies(keyResult, quarter.id)) tally.inPlay.add(this.#firstName(keyResult.id));
      }
      day = quarter.end + 1 as Day;
    }
    this.#day = last;
  }

  #count(change: Change, { before }: Step, commit: ChurnCommit): void {
    const what = WHAT.get(change.kind);
    const { type, id, was } = change.subject;
    if (what === undefined || !PROMISES.has(type)) return;
    const entity = before?.byId.get(was ?? id);
    if (entity === undefined) return;
    if (!hasBegun(entity, this.#day)) {
      this.#beforeStart += 1;
      return;
    }
    const quarter = this.#quarterAt(this.#day);
    this.#events.push({ what, commit, day: this.#day, quarter: quarter.id, teams: teamsOf(entity).filter((team) => team !== NOBODY), change });
    for (const tally of this.#tallies(entity, quarter.id)) this.#add(tally, what, change, entity);
  }

  #add(tally: Tally, what: ChurnWhat, { kind }: Change, entity: Entity): void {
    switch (what) {
      case 'target':
        tally.targetsMoved += 1;
        if (LOWERED.has(kind)) tally.targetsLowered += 1;
        if (entity.kind === 'kr') tally.take(tally.moved, this.#firstName(entity.id));
        return;
      case 'dropped':
        if (entity.kind === 'objective') tally.objectivesDropped += 1;
        for (const keyResult of entity.kind === 'objective' ? entity.keyResults : entity.kind === 'kr' ? [entity] : []) {
          if (!keyResult.closed) tally.take(tally.dropped, this.#firstName(keyResult.id));
        }
        return;
      case 'owner':
        tally.ownersChanged += 1;
        return;
      case 'date':
        tally.datesSlipped += 1;
        return;
      case 'redirected':
        tally.redirected += 1;
        return;
    }
  }

  /** Where something of an entity is counted: once in all, once in its quarter, and for each team. */
  #tallies(entity: Entity, quarter: string): readonly Tally[] {
    const teams = teamsOf(entity);
    for (const owner of ownersOf(entity)) {
      const team = owner.kind === 'person' ? owner.team : owner.kind === 'team' ? owner : null;
      if (team !== null) this.#titles.set(team.id, team.title);
    }
    return [
      this.#total, this.#tallyOf(this.#ofQuarter, quarter),
      ...teams.flatMap((team) => {
        let cells = this.#cells.get(team);
        if (cells === undefined) this.#cells.set(team, cells = new Map<string, Tally>());
        return [this.#tallyOf(this.#ofTeam, team), this.#tallyOf(cells, quarter)];
      }),
    ];
  }

  #tallyOf(tallies: Map<string, Tally>, key: string): Tally {
    let tally = tallies.get(key);
    if (tally === undefined) tallies.set(key, tally = new Tally());
    return tally;
  }

  #quarterAt(day: Day): Quarter {
    const quarter = quarterAt(this.#strategy, day);
    const known = this.#quarters.get(quarter.id);
    if (known !== undefined) return known;
    this.#quarters.set(quarter.id, quarter);
    return quarter;
  }

  #firstName(id: string): string {
    return this.#firstNames.get(id) ?? id;
  }

  #rename({ pairs }: Step): void {
    if (pairs === null) return;
    const names = new Map<string, string>();
    for (const { base, head } of pairs.all) {
      if (base.kind !== 'kr') continue;
      const first = this.#firstName(base.id);
      if (first !== head.id) names.set(head.id, first);
    }
    this.#firstNames = names;
  }
}

class Tally {
  readonly inPlay = new Set<string>();
  readonly moved = new Set<string>();
  readonly dropped = new Set<string>();
  targetsMoved = 0;
  targetsLowered = 0;
  objectivesDropped = 0;
  ownersChanged = 0;
  datesSlipped = 0;
  redirected = 0;

  /** What something happens to was in play. */
  take(set: Set<string>, keyResult: string): void {
    set.add(keyResult);
    this.inPlay.add(keyResult);
  }

  counts(): ChurnCounts {
    const { targetsMoved, targetsLowered, objectivesDropped, ownersChanged, datesSlipped, redirected } = this;
    const moved = [...this.moved].filter((keyResult) => !this.dropped.has(keyResult)).length;
    return {
      keyResults: this.inPlay.size, kept: this.inPlay.size - moved - this.dropped.size, moved, dropped: this.dropped.size,
      targetsMoved, targetsLowered, objectivesDropped, ownersChanged, datesSlipped, redirected,
    };
  }
}

/** Neither a draft nor closed, in a period that overlaps these days. */
function isInPlay({ status, closed, laterThan, objective }: KeyResult, { start, end }: DayRange): boolean {
  if (status.value === 'draft' || closed || laterThan !== null) return false;
  const days = knownDays(objective.period);
  return days === null || (days.start <= end && days.end >= start);
}

/** The teams of its owners; that of nobody where it has none. */
function teamsOf(entity: Entity): readonly string[] {
  const teams = ownersOf(entity).map((owner) => (owner.kind === 'team' ? owner.id : owner.kind === 'person' ? owner.team?.id ?? NOBODY : NOBODY));
  return teams.length === 0 ? [NOBODY] : [...new Set(teams)];
}

/** By title, and what nobody owns last. */
function byName(a: ChurnTeam, b: ChurnTeam): number {
  if (a.id === null || b.id === null) return Number(a.id === null) - Number(b.id === null);
  const [one, other] = [a.title ?? a.id, b.title ?? b.id];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
}
