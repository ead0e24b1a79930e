/** A strategy to data. */

import { formatDay, type Day } from '../../grammar/calendar.ts';
import { allProperties, firstProperty } from '../../grammar/tree.ts';
import type {
  Checkin, Entity, Goal, Initiative, KeyResult, Link, LinkKind, Metric, Objective, Period, PeriodReading, Person, Standing, Status,
  Strategy, Team,
} from '../model/strategy.ts';
import { linesOf } from '../rules/lines.ts';
import { placeOf } from '../rules/places.ts';
import type {
  CheckinData, ElementData, EvidenceData, GoalData, InitiativeData, KeyResultData, LinkData, MetricData, ObjectiveData, PeriodData,
  PeriodSpan, PersonData, QuantityData, StandingData, StatusData, StrategyData, StrategyHeaderData, TeamData,
} from './data.ts';
import { amountData, checkinValue, currentData, measureData, quantityData, unitText } from './measures.ts';

/** The words of `evidence`. */
const EVIDENCE_KINDS: ReadonlySet<string> = new Set(['interview', 'data', 'experiment', 'survey', 'sales', 'internal']);
const EDGE_KINDS: ReadonlySet<LinkKind> = new Set<LinkData['kind']>(['supports', 'drives', 'needs', 'advances', 'in', 'metric', 'owner']);

/**
 * Everything that a strategy says, with what follows from it as of its day. Later declarations of a name are left out,
 * as is what a wrong word or an unknown name would have said. `nameOf` names a file by its path below the root.
 */
export function strategyData(strategy: Strategy, nameOf: (path: string) => string): StrategyData {
  const exporter = new Exporter(nameOf);
  return {
    version: 1,
    asOf: formatDay(strategy.asOf),
    strategy: exporter.header(strategy),
    periods: sorted(strategy.periods).map((period) => exporter.period(period)),
    teams: sorted(strategy.teams).map((team) => exporter.team(team)),
    people: sorted(strategy.people).map((person) => exporter.person(person)),
    metrics: sorted(strategy.metrics).map((metric) => exporter.metric(metric)),
    goals: sorted(strategy.goals).map((goal) => exporter.goal(goal)),
    objectives: sorted(strategy.objectives).map((objective) => exporter.objective(objective)),
    initiatives: sorted(strategy.initiatives).map((initiative) => exporter.initiative(initiative)),
    links: edges(strategy),
  };
}

class Exporter {
  readonly #nameOf: (path: string) => string;

  constructor(nameOf: (path: string) => string) {
    this.#nameOf = nameOf;
  }

  header({ header }: Strategy): StrategyHeaderData {
    if (header === null) return { title: null, vision: null, mission: null, links: [], file: null, range: null, documentation: null };
    return {
      title: header.title,
      vision: firstProperty(header.declaration, 'vision')?.value?.value ?? null,
      mission: firstProperty(header.declaration, 'mission')?.value?.value ?? null,
      links: linkTexts(header),
      ...this.#element(header),
    };
  }

  period(period: Period): PeriodData {
    const container = period.declaration.in;
    return {
      id: period.id,
      start: dayText(period.days?.start),
      end: dayText(period.days?.end),
      in: container?.type === 'calendar' ? container.literal.period?.id ?? null : firstTarget(period, 'in'),
      ...this.#element(period),
    };
  }

  team(team: Team): TeamData {
    return {
      id: team.id, title: team.title,
      in: firstTarget(team, 'in'),
      lead: firstTarget(team, 'lead'),
      capacity: amountData(team.capacity),
      links: linkTexts(team),
      ...this.#element(team),
    };
  }

  person(person: Person): PersonData {
    return {
      id: person.id, title: person.title,
      in: firstTarget(person, 'in'),
      email: firstProperty(person.declaration, 'email')?.value?.value ?? null,
      role: firstProperty(person.declaration, 'role')?.value?.value ?? null,
      capacity: amountData(person.capacity),
      ...this.#element(person),
    };
  }

  metric(metric: Metric): MetricData {
    return {
      id: metric.id, title: metric.title,
      unit: metric.unit === null ? null : unitText(metric.unit.unit),
      per: metric.unit?.per ?? null,
      better: metric.better,
      drives: targets(metric, 'drives'),
      owners: targets(metric, 'owner'),
      source: firstProperty(metric.declaration, 'source')?.value?.value ?? null,
      current: metricCurrent(metric),
      checkins: metric.checkins.map((checkin) => checkinData(checkin, false)),
      links: linkTexts(metric),
      ...this.#element(metric),
    };
  }

  goal(goal: Goal): GoalData {
    return {
      id: goal.id, title: goal.title,
      kind: goal.goalKind,
      owners: ids(goal.owners),
      sponsor: firstTarget(goal, 'sponsor'),
      period: periodSpan(goal.period),
      status: statusData(goal.status),
      past: goal.past,
      supports: ids(goal.supports),
      metrics: goal.metrics.map(({ metric, reading, current, progress }) => ({
        metric: metric?.id ?? null,
        measure: reading === null ? null : measureData(reading),
        current: currentData(current, reading?.kind === 'milestone'),
        progress,
      })).sort((a, b) => byText(a.metric ?? '', b.metric ?? '')),
      evidence: evidenceData(goal),
      links: linkTexts(goal),
      ...standingData(goal),
      ...this.#element(goal),
    };
  }

  objective(objective: Objective): ObjectiveData {
    return {
      id: objective.id, title: objective.title,
      owners: ids(objective.owners),
      with: targets(objective, 'with'),
      period: periodSpan(objective.period),
      type: objective.type,
      status: statusData(objective.status),
      past: objective.past,
      supports: objective.supports
        .flatMap(({ target, share }) => (target === null ? [] : [{ to: target.id, share }]))
        .sort((a, b) => byText(a.to, b.to) || a.share - b.share),
      needs: targets(objective, 'needs'),
      evidence: evidenceData(objective),
      links: linkTexts(objective),
      aligned: objective.alignment === 'unknown' ? null : objective.alignment === 'aligned',
      ...standingData(objective),
      keyResults: objective.keyResults.filter(counts).map((keyResult) => this.#keyResult(keyResult)),
      ...this.#element(objective),
    };
  }

  #keyResult(keyResult: KeyResult): KeyResultData {
    const { reading } = keyResult;
    const isMilestone = reading?.kind === 'milestone';
    return {
      id: keyResult.id, title: keyResult.title,
      metric: keyResult.metric?.id ?? null,
      segment: keyResult.segment,
      owners: ids(keyResult.owners),
      with: targets(keyResult, 'with'),
      measure: reading === null ? null : measureData(reading),
      by: dayText(keyResult.by?.day),
      current: currentData(keyResult.current, isMilestone),
      progress: keyResult.progress,
      ...standingData(keyResult),
      weight: keyResult.weight,
      confidence: keyResult.confidence?.value ?? null,
      needs: targets(keyResult, 'needs'),
      status: statusData(keyResult.status),
      links: linkTexts(keyResult),
      checkins: keyResult.checkins.map((checkin) => checkinData(checkin, isMilestone)),
      ...this.#element(keyResult),
    };
  }

  initiative(initiative: Initiative): InitiativeData {
    return {
      id: initiative.id, title: initiative.title,
      objective: initiative.objective?.id ?? null,
      owners: ids(initiative.owners),
      with: targets(initiative, 'with'),
      period: periodSpan(initiative.period),
      advances: targets(initiative, 'advances'),
      needs: targets(initiative, 'needs'),
      hypothesis: firstProperty(initiative.declaration, 'hypothesis')?.value?.value ?? null,
      effort: amountData(initiative.effort),
      status: statusData(initiative.status),
      links: linkTexts(initiative),
      ...this.#element(initiative),
    };
  }

  #element(entity: Entity): ElementData {
    const { origin, span } = placeOf(entity);
    const { tree, path } = origin.file;
    if (tree === null) throw new Error(`An element of ${path}, which could not be read`);
    const lines = linesOf(tree);
    return {
      file: this.#nameOf(path),
      range: { start: lines.positionAt(origin.chunk.start + span.start), end: lines.positionAt(origin.chunk.start + span.end) },
      documentation: entity.declaration.documentation?.markdown ?? null,
    };
  }
}

/** Whether it is in the data: the first declaration of a name that could be read; of a kr the title does as well. */
function counts({ laterThan, declaration }: Entity): boolean {
  return laterThan === null && (declaration.name !== null || (declaration.kind === 'kr' && declaration.title !== null));
}

/** What is in the data, by id. */
function sorted<E extends Entity>(entities: readonly E[]): readonly E[] {
  return entities.filter(counts).toSorted((a, b) => byText(a.id, b.id));
}

/** By UTF-16 units, whatever the language of the machine. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Each id once, in order: a list means the same however it is written. */
function ids(entities: readonly Entity[]): readonly string[] {
  return [...new Set(entities.map(({ id }) => id))].sort(byText);
}

function linksOf(entity: Entity, kind: LinkKind): readonly Link[] {
  return entity.links.filter((link) => link.kind === kind);
}

function targets(entity: Entity, kind: LinkKind): readonly string[] {
  return ids(linksOf(entity, kind).flatMap(({ target }) => (target === null ? [] : [target])));
}

function firstTarget(entity: Entity, kind: LinkKind): string | null {
  return linksOf(entity, kind).find(({ target }) => target !== null)?.target?.id ?? null;
}

function linkTexts({ declaration }: Entity): readonly string[] {
  return allProperties(declaration, 'link').flatMap(({ value }) => (value === null ? [] : [value.value])).sort(byText);
}

function dayText(day: Day | null | undefined): string | null {
  return day === null || day === undefined ? null : formatDay(day);
}

function metricCurrent({ current }: Metric): QuantityData | null {
  const quantity = current?.quantity ?? null;
  return quantity === null ? null : quantityData(quantity);
}

function periodSpan(reading: PeriodReading): PeriodSpan | null {
  if (reading.state !== 'known') return null;
  const { id, days } = reading.period;
  return { id, start: formatDay(days.start), end: formatDay(days.end) };
}

function statusData({ value, date, reason }: Status): StatusData {
  return { value, date: dayText(date), reason };
}

function standingData({ score, expected, health }: Standing): StandingData {
  return { score, expected, health };
}

function checkinData(checkin: Checkin, isMilestone: boolean): CheckinData {
  return { date: dayText(checkin.day), value: checkinValue(checkin, isMilestone), confidence: checkin.confidence, note: checkin.note };
}

function evidenceData({ declaration }: Goal | Objective): readonly EvidenceData[] {
  return allProperties(declaration, 'evidence').map(({ value: { word, date, text } }) => ({
    kind: word !== null && EVIDENCE_KINDS.has(word.text) ? word.text : null,
    date: dayText(date?.day),
    text: text?.value ?? null,
  }));
}

/** Every resolved edge as written, once, by from, kind, to. */
function edges(strategy: Strategy): readonly LinkData[] {
  const found = new Map<string, LinkData>();
  for (const entity of strategy.entities) {
    if (!counts(entity)) continue;
    for (const { kind, target } of entity.links) {
      if (target !== null && isEdge(kind)) found.set(JSON.stringify([entity.id, kind, target.id]), { from: entity.id, to: target.id, kind });
    }
  }
  return [...found.values()].sort((a, b) => byText(a.from, b.from) || byText(a.kind, b.kind) || byText(a.to, b.to));
}

function isEdge(kind: LinkKind): kind is LinkData['kind'] {
  return EDGE_KINDS.has(kind);
}
