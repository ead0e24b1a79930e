/** What a hover says of one thing: title, documentation, where it stands, who answers for it, what it serves. */

import { formatDay, type Day, type DayRange } from '../../grammar/calendar.ts';
import { describeUnit } from '../../grammar/quantity.ts';
import { firstProperty, type Span } from '../../grammar/tree.ts';
import { kindWord } from '../model/naming.ts';
import type {
  CurrentValue, Entity, Goal, Health, Initiative, KeyResult, Link, Metric, Objective, PeriodReading, Person, Standing, Strategy, Team,
} from '../model/strategy.ts';
import { code, documentation, escapeMarkdown } from './markdown.ts';

/** As many things of a kind as a card lists before it counts the rest. */
const LISTED = 8;

/** Markdown of one thing; everything the author wrote is escaped, but for the documentation, which is Markdown. */
export function card(entity: Entity, strategy: Strategy): string {
  const { declaration } = entity;
  const word = kindWord(entity.kind);
  const id = declaration.name === null ? '' : ` ${code(entity.id)}`;
  const title = entity.title === null ? '' : `  \n**${escapeMarkdown(entity.title)}**`;
  const paragraphs = [
    `${word.charAt(0).toUpperCase()}${word.slice(1)}${id}${title}`,
    declaration.documentation === null ? '' : documentation(declaration.documentation.markdown),
    ...details(entity, strategy),
    list(entity.links.filter(({ kind }) => kind === 'needs'), 'needs'),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function details(entity: Entity, strategy: Strategy): readonly string[] {
  switch (entity.kind) {
    case 'strategy': return entity.declaration.properties.flatMap((property) => (
      (property.name === 'vision' || property.name === 'mission') && property.value !== null ? [`${property.name} ${escapeMarkdown(property.value.value)}`] : []
    ));
    case 'period': return entity.days === null ? [] : [`${days(entity.days)}${elapsed(entity.days, strategy)}`];
    case 'team': return teamDetails(entity, strategy);
    case 'person': return personDetails(entity);
    case 'metric': return metricDetails(entity);
    case 'goal': return goalDetails(entity, strategy);
    case 'objective': return objectiveDetails(entity);
    case 'kr': return keyResultDetails(entity);
    case 'initiative': return initiativeDetails(entity);
    default: return entity satisfies never;
  }
}

function teamDetails(team: Team, strategy: Strategy): readonly string[] {
  const members = strategy.people.filter((person) => person.team === team);
  return [
    facts([
      team.parent === null ? '' : `in ${named(team.parent)}`,
      fact(team, 'lead'),
      team.capacity === null ? '' : `capacity ${escapeMarkdown(team.capacity.text)}`,
    ]),
    entities(members, 'people'),
    ownedBy(team),
  ];
}

function personDetails(person: Person): readonly string[] {
  const role = firstProperty(person.declaration, 'role')?.value ?? null;
  return [
    facts([
      role === null ? '' : escapeMarkdown(role.value),
      person.team === null ? '' : `in ${named(person.team)}`,
      person.capacity === null ? '' : `capacity ${escapeMarkdown(person.capacity.text)}`,
    ]),
    ownedBy(person),
  ];
}

/** The active goals and objectives for which somebody is accountable. */
function ownedBy(owner: Team | Person): string {
  const owned = owner.usedBy.filter(({ kind }) => kind === 'owner').map(({ from }) => from);
  return entities(owned.filter((entity) => (entity.kind === 'goal' || entity.kind === 'objective') && entity.active), 'accountable for');
}

function metricDetails(metric: Metric): readonly string[] {
  const users = metric.usedBy.filter(({ kind }) => kind === 'metric').map(({ from }) => from);
  return [
    facts([
      metric.unit === null ? '' : `in ${escapeMarkdown(describeUnit(metric.unit))}`,
      metric.better === null ? '' : `better ${metric.better}`,
      metric.current === null ? 'no value yet' : `now ${value(metric, metric.current)}`,
    ]),
    list(metric.links.filter(({ kind }) => kind === 'drives'), 'drives'),
    entities(users, 'measured by'),
  ];
}

function goalDetails(goal: Goal, strategy: Strategy): readonly string[] {
  const served = strategy.objectives.filter((objective) => objective.laterThan === null && objective.supports.some(({ target }) => target === goal));
  return [
    standing(goal),
    facts([goal.goalKind === null ? '' : `${goal.goalKind} goal`, owners(goal), fact(goal, 'sponsor'), period(goal.period), status(goal)]),
    list(goal.links.filter(({ kind }) => kind === 'supports'), 'supports'),
    list(goal.links.filter(({ kind }) => kind === 'metric'), 'measured by'),
    served.length === 0 ? 'No objective supports it.' : entities(served, 'served by'),
  ];
}

function objectiveDetails(objective: Objective): readonly string[] {
  const keyResults = objective.keyResults.slice(0, LISTED).map((kr) => `- ${bar(kr.score)} ${escapeMarkdown(kr.title ?? kr.id)}`);
  const rest = objective.keyResults.length - keyResults.length;
  return [
    standing(objective),
    facts([objective.type ?? '', owners(objective), period(objective.period), status(objective)]),
    list(objective.links.filter(({ kind }) => kind === 'supports'), 'supports'),
    objective.alignment === 'unaligned' ? 'It serves no goal.' : '',
    [...keyResults, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n'),
  ];
}

function keyResultDetails(kr: KeyResult): readonly string[] {
  const { reading } = kr;
  return [
    standing(kr),
    facts([
      reading === null ? 'no measure' : code(sourceOf(kr, reading.measure.span)),
      kr.current === null ? (kr.noData ? 'no value yet' : '') : `now ${value(kr, kr.current)}`,
      dayOrNone('by', kr.by?.day ?? null),
      kr.confidence === null ? '' : `confidence ${percent(kr.confidence.value)}`,
      kr.segment === null ? '' : `for ${escapeMarkdown(kr.segment)}`,
    ]),
    facts([owners(kr), status(kr)]),
    kr.metric === null ? '' : `metric ${named(kr.metric)}`,
    `of ${named(kr.objective)}`,
  ];
}

function initiativeDetails(initiative: Initiative): readonly string[] {
  return [
    facts([
      owners(initiative), period(initiative.period), status(initiative),
      initiative.effort === null ? '' : `effort ${escapeMarkdown(initiative.effort.text)}`,
    ]),
    list(initiative.links.filter(({ kind }) => kind === 'advances'), 'advances'),
    initiative.objective === null ? '' : `of ${named(initiative.objective)}`,
  ];
}

const HEALTH_WORDS: Readonly<Record<Health, string>> = {
  dropped: 'dropped', paused: 'paused', draft: 'draft', done: 'done', 'off-track': 'off track', 'at-risk': 'at risk',
  'on-track': 'on track', 'not-started': 'not started', unknown: 'health unknown',
};

function standing({ score, expected, health }: Standing): string {
  const against = score === null || expected === null ? '' : `, ${percent(expected)} expected by now`;
  return score === null ? `**${HEALTH_WORDS[health]}**` : `${bar(score)} **${HEALTH_WORDS[health]}**${against}`;
}

const CELLS = 10;

/** A score as a bar with its percentage; a dash where it is unknown. */
function bar(score: number | null): string {
  if (score === null) return '–';
  const full = Math.round(score * CELLS);
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${percent(score)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function facts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function owners({ owners: found }: { readonly owners: readonly Entity[] }): string {
  return found.length === 0 ? '' : `owner ${found.map(named).join(', ')}`;
}

function status(entity: Goal | Objective | KeyResult | Initiative): string {
  const { value: held, date, reason } = entity.status;
  if (held === 'active') return entity.past ? 'past' : '';
  const since = date === null ? '' : ` since ${formatDay(date)}`;
  return `${held}${since}${reason === null ? '' : `: ${escapeMarkdown(reason)}`}`;
}

function period(reading: PeriodReading): string {
  if (reading.state !== 'known') return '';
  const { id, days: range } = reading.period;
  return id === null ? days(range) : `${escapeMarkdown(id)} (${days(range)})`;
}

function days({ start, end }: DayRange): string {
  return `${formatDay(start)} .. ${formatDay(end)}`;
}

function dayOrNone(word: string, day: Day | null): string {
  return day === null ? '' : `${word} ${formatDay(day)}`;
}

function elapsed({ start, end }: DayRange, { asOf }: Strategy): string {
  if (asOf < start || asOf > end) return '';
  return ` · ${percent((asOf - start + 1) / (end - start + 1))} elapsed`;
}

function fact(entity: Entity, kind: Link['kind']): string {
  return list(entity.links.filter((link) => link.kind === kind), kind);
}

function list(links: readonly Link[], word: string): string {
  return listed(links.map(({ target, reference }) => (target === null ? escapeMarkdown(reference.text) : named(target))), word);
}

function entities(found: readonly Entity[], word: string): string {
  return listed(found.map(named), word);
}

function listed(names: readonly string[], word: string): string {
  if (names.length === 0) return '';
  const rest = names.length - LISTED;
  return `${word} ${names.slice(0, LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function named(entity: Entity): string {
  return entity.title === null ? code(entity.id) : `${escapeMarkdown(entity.title)} (${code(entity.id)})`;
}

/** As written, where it was written as a quantity; of a milestone whether it is done. */
function value(entity: Entity, current: CurrentValue): string {
  if (current.quantity !== null) return escapeMarkdown(current.quantity.text);
  return entity.kind === 'kr' && current.amount >= 1 ? 'done' : 'not done';
}

function sourceOf(entity: Entity, span: Span): string {
  return entity.origin.chunk.chunk.text.slice(span.start, span.end);
}
