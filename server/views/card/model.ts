/** What a card says of one thing, for hovers and pictures alike: title, documentation, where it stands, who answers for it, what it serves. */

import { formatDay, type Day } from '../../../grammar/calendar.ts';
import { describeUnit } from '../../../grammar/quantity.ts';
import { firstProperty, type Span } from '../../../grammar/tree.ts';
import { days, elapsed, percent } from '../../model/figures.ts';
import { currentText } from '../../model/measure-words.ts';
import { kindWord } from '../../model/naming.ts';
import type {
  Entity, Goal, Health, Initiative, KeyResult, Link, Metric, Objective, Period, PeriodReading, Person, Strategy, Team,
} from '../../model/strategy.ts';

/** As many things of a kind as a card lists before it counts the rest. */
const LISTED = 8;

/** A piece of a line: text of whatever origin, source text, or the name of a thing. */
export type CardPiece = string | { readonly code: string } | { readonly thing: Entity };

/** Pieces that belong together: `owner Growth`. */
export type CardFact = readonly CardPiece[];

export type CardParagraph =
  | { readonly type: 'standing'; readonly score: number | null; readonly expected: number | null; readonly health: Health }
  /** Never empty. */
  | { readonly type: 'facts'; readonly facts: readonly CardFact[] }
  | { readonly type: 'key-results'; readonly keyResults: readonly KeyResult[]; readonly more: number };

export interface Card {
  /** `Key result`. */
  readonly kind: string;
  /** null of what has no name of its own. */
  readonly id: string | null;
  readonly title: string | null;
  /** Markdown. */
  readonly documentation: string | null;
  readonly paragraphs: readonly CardParagraph[];
}

/** The card of one thing. */
export function cardOf(entity: Entity, strategy: Strategy): Card {
  const { declaration } = entity;
  const word = kindWord(entity.kind);
  return {
    kind: `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    id: declaration.name === null ? null : entity.id,
    title: entity.title,
    documentation: declaration.documentation?.markdown ?? null,
    paragraphs: [...details(entity, strategy), line(linked(entity, 'needs', 'needs')), line(uses(entity, ['needs'], 'needed by'))].filter((paragraph) => paragraph !== null),
  };
}

type Paragraphs = readonly (CardParagraph | null)[];

function details(entity: Entity, strategy: Strategy): Paragraphs {
  switch (entity.kind) {
    case 'strategy': return entity.declaration.properties.flatMap((property) => (
      (property.name === 'vision' || property.name === 'mission') && property.value !== null ? [line([`${property.name} ${property.value.value}`])] : []
    ));
    case 'period': return periodDetails(entity, strategy);
    case 'team': return teamDetails(entity);
    case 'person': return personDetails(entity);
    case 'metric': return metricDetails(entity);
    case 'goal': return goalDetails(entity);
    case 'objective': return objectiveDetails(entity);
    case 'kr': return keyResultDetails(entity);
    case 'initiative': return initiativeDetails(entity);
    default: return entity satisfies never;
  }
}

function periodDetails(entity: Period, { asOf }: Strategy): Paragraphs {
  return [
    entity.days === null ? null : facts([[days(entity.days)], [elapsed(entity.days, asOf)]]),
    line(linked(entity, 'in', 'in')),
    line(uses(entity, ['in'], 'holds')),
    line(uses(entity, ['period'], 'period of')),
  ];
}

function teamDetails(team: Team): Paragraphs {
  const inside = team.usedBy.filter(({ kind }) => kind === 'in').map(({ from }) => from);
  return [
    facts([
      team.parent === null ? null : ['in ', { thing: team.parent }],
      linked(team, 'lead', 'lead'),
      team.capacity === null ? null : [`capacity ${team.capacity.text}`],
    ]),
    line(things(inside.filter(({ kind }) => kind === 'team'), 'teams')),
    line(things(inside.filter(({ kind }) => kind === 'person'), 'people')),
    line(ownedBy(team)),
  ];
}

function personDetails(person: Person): Paragraphs {
  const role = firstProperty(person.declaration, 'role')?.value ?? null;
  return [
    facts([
      role === null ? null : [role.value],
      person.team === null ? null : ['in ', { thing: person.team }],
      person.capacity === null ? null : [`capacity ${person.capacity.text}`],
    ]),
    line(uses(person, ['lead'], 'leads')),
    line(ownedBy(person)),
  ];
}

/** The active goals and objectives for which somebody is accountable. */
function ownedBy(owner: Team | Person): CardFact | null {
  const owned = owner.usedBy.filter(({ kind }) => kind === 'owner').map(({ from }) => from);
  return things(owned.filter((entity) => (entity.kind === 'goal' || entity.kind === 'objective') && entity.active), 'accountable for');
}

function metricDetails(metric: Metric): Paragraphs {
  return [
    facts([
      metric.unit === null ? null : [`in ${describeUnit(metric.unit)}`],
      metric.better === null ? null : [`better ${metric.better}`],
      [metric.current === null ? 'no value yet' : `now ${currentText(metric.current)}`],
      linked(metric, 'owner', 'owner'),
    ]),
    line(linked(metric, 'drives', 'drives')),
    line(uses(metric, ['drives'], 'driven by')),
    line(uses(metric, ['metric'], 'measured by')),
  ];
}

function goalDetails(goal: Goal): Paragraphs {
  return [
    standing(goal),
    facts([goal.goalKind === null ? null : [`${goal.goalKind} goal`], owners(goal), linked(goal, 'sponsor', 'sponsor'), period(goal.period), status(goal)]),
    line(linked(goal, 'supports', 'supports')),
    line(linked(goal, 'metric', 'measured by')),
    line(uses(goal, ['supports'], 'supported by') ?? ['No objective supports it.']),
  ];
}

function objectiveDetails(objective: Objective): Paragraphs {
  const keyResults = objective.keyResults.slice(0, LISTED);
  // A kr stands for its objective.
  const whole = { usedBy: [objective, ...objective.keyResults].flatMap(({ usedBy }) => usedBy) };
  return [
    standing(objective),
    facts([objective.type === null ? null : [objective.type], owners(objective), period(objective.period), status(objective)]),
    line(linked(objective, 'supports', 'supports')),
    objective.alignment === 'unaligned' ? line(['It serves no goal.']) : null,
    keyResults.length === 0 ? null : { type: 'key-results', keyResults, more: objective.keyResults.length - keyResults.length },
    line(uses(whole, ['supports'], 'supported by')),
    line(uses(whole, ['advances'], 'advanced by')),
  ];
}

function keyResultDetails(kr: KeyResult): Paragraphs {
  const { reading } = kr;
  return [
    standing(kr),
    facts([
      [reading === null ? 'no measure' : { code: sourceOf(kr, reading.measure.span) }],
      kr.current === null ? (kr.noData ? ['no value yet'] : null) : [`now ${currentText(kr.current)}`],
      dayOrNone('by', kr.by?.day ?? null),
      kr.confidence === null ? null : [`confidence ${percent(kr.confidence.value)}`],
      kr.segment === null ? null : [`for ${kr.segment}`],
    ]),
    facts([owners(kr), period(kr.period), status(kr)]),
    kr.metric === null ? null : line(['metric ', { thing: kr.metric }]),
    line(['of ', { thing: kr.objective }]),
    line(uses(kr, ['supports'], 'supported by')),
    line(uses(kr, ['advances'], 'advanced by')),
  ];
}

function initiativeDetails(initiative: Initiative): Paragraphs {
  const hypothesis = firstProperty(initiative.declaration, 'hypothesis')?.value ?? null;
  return [
    facts([owners(initiative), period(initiative.period), status(initiative), initiative.effort === null ? null : [`effort ${initiative.effort.text}`]]),
    hypothesis === null ? null : line([hypothesis.value]),
    line(linked(initiative, 'advances', 'advances')),
    initiative.objective === null ? null : line(['of ', { thing: initiative.objective }]),
  ];
}

function standing({ score, expected, health }: Goal | Objective | KeyResult): CardParagraph {
  return { type: 'standing', score, expected, health };
}

function facts(parts: readonly (CardFact | null)[]): CardParagraph | null {
  const found = parts.filter((part) => part !== null);
  return found.length === 0 ? null : { type: 'facts', facts: found };
}

function line(fact: CardFact | null): CardParagraph | null {
  return facts([fact]);
}

function owners({ owners: found }: { readonly owners: readonly Entity[] }): CardFact | null {
  return found.length === 0 ? null : ['owner ', ...separated(found.map((thing) => ({ thing })))];
}

function status(entity: Goal | Objective | KeyResult | Initiative): CardFact | null {
  const { value: held, date, reason } = entity.status;
  if (held === 'active') return entity.past ? ['past'] : null;
  return [`${held}${date === null ? '' : ` since ${formatDay(date)}`}${reason === null ? '' : `: ${reason}`}`];
}

function period(reading: PeriodReading): CardFact | null {
  if (reading.state !== 'known') return null;
  const { id, days: range } = reading.period;
  return [id === null ? days(range) : `${id} (${days(range)})`];
}

function dayOrNone(word: string, day: Day | null): CardFact | null {
  return day === null ? null : [`${word} ${formatDay(day)}`];
}

/** What it names itself, in links of a kind; what means nothing as it is written. */
function linked(entity: Entity, kind: Link['kind'], word: string): CardFact | null {
  const links = entity.links.filter((link) => link.kind === kind);
  return listed(links.map(({ target, reference }): CardPiece => (target === null ? reference.text : { thing: target })), word);
}

/** What names it in links of these kinds, each thing once. */
function uses(entity: Pick<Entity, 'usedBy'>, kinds: readonly Link['kind'][], word: string): CardFact | null {
  return things(entity.usedBy.filter(({ kind }) => kinds.includes(kind)).map(({ from }) => from), word);
}

function things(found: readonly Entity[], word: string): CardFact | null {
  return listed([...new Set(found)].map((thing) => ({ thing })), word);
}

function listed(pieces: readonly CardPiece[], word: string): CardFact | null {
  if (pieces.length === 0) return null;
  const rest = pieces.length - LISTED;
  return [`${word} `, ...separated(pieces.slice(0, LISTED)), ...rest > 0 ? [` and ${rest} more`] : []];
}

function separated(pieces: readonly CardPiece[]): readonly CardPiece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [', ', piece]));
}

function sourceOf(entity: Entity, span: Span): string {
  return entity.origin.chunk.chunk.text.slice(span.start, span.end);
}
