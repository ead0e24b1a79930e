/** What every picture says of an element to a page, to a screen reader and to a test. */

import { linesOf } from '../rules/lines.ts';
import { placeOf } from '../rules/places.ts';
import { percent } from '../model/figures.ts';
import { HEALTH_WORDS } from '../model/health-words.ts';
import { kindWord } from '../model/naming.ts';
import type { Entity, Standing } from '../model/strategy.ts';
import { teamsOf } from './filter.ts';
import { shortened } from './titles.ts';
import { worstSeverity, type FindingsOf } from './findings-of.ts';
import type { Attributes } from './markup.ts';
import type { ViewOptions } from './view.ts';

/**
 * The attributes of an element of the strategy in a picture:
 * - `data-key`: the same as long as it is the same thing in this picture; `part` tells several of one element apart;
 * - `data-id`, `data-kind`, `data-health` (of an initiative its status), `data-owners`, `data-teams` (theirs, and those above), `data-period`: ids with spaces between;
 * - `data-severity`: the gravest of its findings;
 * - `data-file`, `data-line`, `data-character`: where its name stands, counted from 0, where the options ask for places;
 * - `role`, `aria-label` and `tabindex`, so that keyboard and screen reader reach it.
 */
export function elementAttributes(entity: Entity, findings: FindingsOf, options: ViewOptions, part = ''): Attributes {
  return {
    'data-key': keyOf(entity, part),
    'data-id': entity.id,
    'data-kind': entity.kind,
    ...filterAttributes(entity),
    'data-severity': worstSeverity(findings(entity)),
    ...options.places ? placeAttributes(entity) : {},
    role: 'group',
    tabindex: -1,
    'aria-label': describe(entity, findings),
  };
}

/** The stable key of an element, or of a part of it, in a picture. */
export function keyOf(entity: Entity, part = ''): string {
  return part === '' ? `${entity.kind}:${entity.id}` : `${entity.kind}:${entity.id}/${part}`;
}

function filterAttributes(entity: Entity): Attributes {
  if (entity.kind !== 'goal' && entity.kind !== 'objective' && entity.kind !== 'kr' && entity.kind !== 'initiative') return {};
  return {
    'data-health': entity.kind === 'initiative' ? entity.status.value : entity.health,
    'data-owners': entity.owners.map(({ id }) => id).join(' ') || null,
    'data-teams': [...new Set(entity.owners.flatMap(teamsOf).map(({ id }) => id))].join(' ') || null,
    'data-period': entity.period.state === 'known' ? entity.period.period.id : null,
  };
}

/** Where an element's name stands; nothing for one whose file could not be read. */
export function placeAttributes(entity: Entity): Attributes {
  const { origin, span } = placeOf(entity);
  if (origin.file.tree === null) return {};
  const { line, character } = linesOf(origin.file.tree).positionAt(origin.chunk.start + span.start);
  return { 'data-file': origin.file.path, 'data-line': line, 'data-character': character };
}

/** As much of a title as is read out. */
const SPOKEN = 1000;

/** An element in one line, for a screen reader: kind, title, standing, owners, period, how many findings. */
export function describe(entity: Entity, findings: FindingsOf): string {
  const word = kindWord(entity.kind);
  const count = findings(entity).length;
  const parts = [`${word.charAt(0).toUpperCase()}${word.slice(1)} ${shortened(nameOf(entity), SPOKEN)}`];
  if (entity.kind === 'goal' || entity.kind === 'objective' || entity.kind === 'kr') parts.push(standingWords(entity));
  if (entity.kind === 'initiative') parts.push(entity.status.value);
  if ('owners' in entity && entity.owners.length > 0) parts.push(`owner ${entity.owners.map(nameOf).join(', ')}`);
  if ('period' in entity && entity.period.state === 'known' && entity.period.period.id !== null) parts.push(entity.period.period.id);
  if (count > 0) parts.push(count === 1 ? '1 finding' : `${count} findings`);
  return parts.join(', ');
}

/** `at risk, 20% done, 35% expected`. */
export function standingWords({ score, expected, health }: Standing): string {
  if (score === null) return HEALTH_WORDS[health];
  return `${HEALTH_WORDS[health]}, ${percent(score)} done${expected === null ? '' : `, ${percent(expected)} expected`}`;
}

/** A person's or a team's name as a picture shows it. */
export function nameOf(entity: Entity): string {
  return entity.title ?? entity.id;
}
