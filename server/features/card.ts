/** What a hover says of one thing: title, documentation, where it stands, who answers for it, what it serves. */

import { formatDay, type Day } from '../../grammar/calendar.ts';
import { describeUnit } from '../../grammar/quantity.ts';
import { firstProperty, type Span } from '../../grammar/tree.ts';
import { currentText } from '../model/measure-words.ts';
import { kindWord } from '../model/naming.ts';
import type {
  Entity, Goal, Initiative, KeyResult, Link, Metric, Objective, PeriodReading, Period, Person, Standing, Strategy, Team,
} from '../model/strategy.ts';
import { plainNaming, type Naming } from './entity-links.ts';
import { bar, days, elapsed, percent } from '../model/figures.ts';
import { HEALTH_WORDS } from '../model/health-words.ts';
import { code, documentation, escapeMarkdown } from '../model/markdown.ts';

/** As many things of a kind as a card lists before it counts the rest. */
const LISTED = 8;

/** Markdown of one thing; everything the author wrote is escaped, but for the documentation, which is Markdown. `named` writes other things. */
export function card(entity: Entity, strategy: Strategy, named: Naming = plainNaming): string {
  const { declaration } = entity;
  const word = kindWord(entity.kind);
  const id = declaration.name === null ? '' : ` ${code(entity.id)}`;
  const title = entity.title === null ? '' : `  \n**${escapeMarkdown(entity.title)}**`;
  const paragraphs = [
    `${word.charAt(0).toUpperCase()}${word.slice(1)}${id}${title}`,
    declaration.documentation === null ? '' : documentation(declaration.documentation.markdown),
    ...details(entity, strategy, named),
    linked(entity, 'needs', 'needs', named),
    uses(entity, ['needs'], 'needed by', named),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function details(entity: Entity, strategy: Strategy, named: Naming): readonly string[] {
  switch (entity.kind) {
    case 'strategy': return entity.declaration.properties.flatMap((property) => (
      (property.name === 'vision' || property.name === 'mission') && property.value !== null ? [`${property.name} ${escapeMarkdown(property.value.value)}`] : []
    ));
    case 'period': return periodDetails(entity, strategy, named);
    case 'team': return teamDetails(entity, named);
    case 'person': return personDetails(entity, named);
    case 'metric': return metricDetails(entity, named);
    case 'goal': return goalDetails(entity, named);
    case 'objective': return objectiveDetails(entity, named);
    case 'kr': return keyResultDetails(entity, named);
    case 'initiative': return initiativeDetails(entity, named);
    default: return entity satisfies never;
  }
}

function periodDetails(entity: Period, { asOf }: Strategy, named: Naming): readonly string[] {
  return [
    entity.days === null ? '' : `${days(entity.days)} · ${elapsed(entity.days, asOf)}`,
    linked(entity, 'in', 'in', named),
    uses(entity, ['in'], 'holds', named),
    uses(entity, ['period'], 'period of', named),
  ];
}

function teamDetails(team: Team, named: Naming): readonly string[] {
  return [
    facts([
      team.parent === null ? '' : `in ${named(team.parent)}`,
      linked(team, 'lead', 'lead', named),
      team.capacity === null ? '' : `capacity ${escapeMarkdown(team.capacity.text)}`,
    ]),
    entities(team.usedBy.filter(({ kind, from }) => kind === 'in' && from.kind === 'team').map(({ from }) => from), 'teams', named),
    entities(team.usedBy.filter(({ kind, from }) => kind === 'in' && from.kind === 'person').map(({ from }) => from), 'people', named),
    ownedBy(team, named),
  ];
}

function personDetails(person: Person, named: Naming): readonly string[] {
  const role = firstProperty(person.declaration, 'role')?.value ?? null;
  return [
    facts([
      role === null ? '' : escapeMarkdown(role.value),
      person.team === null ? '' : `in ${named(person.team)}`,
      person.capacity === null ? '' : `capacity ${escapeMarkdown(person.capacity.text)}`,
    ]),
    uses(person, ['lead'], 'leads', named),
    ownedBy(person, named),
  ];
}

/** The active goals and objectives for which somebody is accountable. */
function ownedBy(owner: Team | Person, named: Naming): string {
  const owned = owner.usedBy.filter(({ kind }) => kind === 'owner').map(({ from }) => from);
  return entities(owned.filter((entity) => (entity.kind === 'goal' || entity.kind === 'objective') && entity.active), 'accountable for', named);
}

function metricDetails(metric: Metric, named: Naming): readonly string[] {
  return [
    facts([
      metric.unit === null ? '' : `in ${escapeMarkdown(describeUnit(metric.unit))}`,
      metric.better === null ? '' : `better ${metric.better}`,
      metric.current === null ? 'no value yet' : `now ${escapeMarkdown(currentText(metric.current))}`,
      linked(metric, 'owner', 'owner', named),
    ]),
    linked(metric, 'drives', 'drives', named),
    uses(metric, ['drives'], 'driven by', named),
    uses(metric, ['metric'], 'measured by', named),
  ];
}

function goalDetails(goal: Goal, named: Naming): readonly string[] {
  return [
    standing(goal),
    facts([goal.goalKind === null ? '' : `${goal.goalKind} goal`, owners(goal, named), linked(goal, 'sponsor', 'sponsor', named), period(goal.period), status(goal)]),
    linked(goal, 'supports', 'supports', named),
    linked(goal, 'metric', 'measured by', named),
    uses(goal, ['supports'], 'supported by', named) || 'No objective supports it.',
  ];
}

function objectiveDetails(objective: Objective, named: Naming): readonly string[] {
  const keyResults = objective.keyResults.slice(0, LISTED).map((kr) => `- ${bar(kr.score)} ${named(kr)}`);
  const rest = objective.keyResults.length - keyResults.length;
  const whole = { usedBy: [objective, ...objective.keyResults].flatMap(({ usedBy }) => usedBy) };
  return [
    standing(objective),
    facts([objective.type ?? '', owners(objective, named), period(objective.period), status(objective)]),
    linked(objective, 'supports', 'supports', named),
    objective.alignment === 'unaligned' ? 'It serves no goal.' : '',
    [...keyResults, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n'),
    // A kr stands for its objective.
    uses(whole, ['supports'], 'supported by', named),
    uses(whole, ['advances'], 'advanced by', named),
  ];
}

function keyResultDetails(kr: KeyResult, named: Naming): readonly string[] {
  const { reading } = kr;
  return [
    standing(kr),
    facts([
      reading === null ? 'no measure' : code(sourceOf(kr, reading.measure.span)),
      kr.current === null ? (kr.noData ? 'no value yet' : '') : `now ${escapeMarkdown(currentText(kr.current))}`,
      dayOrNone('by', kr.by?.day ?? null),
      kr.confidence === null ? '' : `confidence ${percent(kr.confidence.value)}`,
      kr.segment === null ? '' : `for ${escapeMarkdown(kr.segment)}`,
    ]),
    facts([owners(kr, named), period(kr.period), status(kr)]),
    kr.metric === null ? '' : `metric ${named(kr.metric)}`,
    `of ${named(kr.objective)}`,
    uses(kr, ['supports'], 'supported by', named),
    uses(kr, ['advances'], 'advanced by', named),
  ];
}

function initiativeDetails(initiative: Initiative, named: Naming): readonly string[] {
  const hypothesis = firstProperty(initiative.declaration, 'hypothesis')?.value ?? null;
  return [
    facts([
      owners(initiative, named), period(initiative.period), status(initiative),
      initiative.effort === null ? '' : `effort ${escapeMarkdown(initiative.effort.text)}`,
    ]),
    hypothesis === null ? '' : escapeMarkdown(hypothesis.value),
    linked(initiative, 'advances', 'advances', named),
    initiative.objective === null ? '' : `of ${named(initiative.objective)}`,
  ];
}

function standing({ score, expected, health }: Standing): string {
  const against = score === null || expected === null ? '' : `, ${percent(expected)} expected by now`;
  return score === null ? `**${HEALTH_WORDS[health]}**` : `${bar(score)} **${HEALTH_WORDS[health]}**${against}`;
}

function facts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function owners({ owners: found }: { readonly owners: readonly Entity[] }, named: Naming): string {
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

function dayOrNone(word: string, day: Day | null): string {
  return day === null ? '' : `${word} ${formatDay(day)}`;
}

/** What it names itself, in links of a kind; what means nothing as it is written. */
function linked(entity: Entity, kind: Link['kind'], word: string, named: Naming): string {
  const links = entity.links.filter((link) => link.kind === kind);
  return listed(links, word, ({ target, reference }) => (target === null ? escapeMarkdown(reference.text) : named(target)));
}

/** What names it in links of these kinds, each thing once. */
function uses(entity: Pick<Entity, 'usedBy'>, kinds: readonly Link['kind'][], word: string, named: Naming): string {
  return entities(entity.usedBy.filter(({ kind }) => kinds.includes(kind)).map(({ from }) => from), word, named);
}

function entities(found: readonly Entity[], word: string, named: Naming): string {
  return listed([...new Set(found)], word, named);
}

function listed<T>(items: readonly T[], word: string, write: (item: T) => string): string {
  if (items.length === 0) return '';
  const rest = items.length - LISTED;
  return `${word} ${items.slice(0, LISTED).map(write).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function sourceOf(entity: Entity, span: Span): string {
  return entity.origin.chunk.chunk.text.slice(span.start, span.end);
}
