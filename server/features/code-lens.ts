/** Code lens: over goals and objectives where they stand, what supports them, and when they were last checked in. */

import type { CodeLens, Command, Location, Range } from 'vscode-languageserver-types';
import { formatDay, type Day } from '../../grammar/calendar.ts';
import type { Span } from '../../grammar/tree.ts';
import type { Entity, Goal, KeyResult, Objective } from '../model/strategy.ts';
import { latestCheckin } from '../model/values.ts';
import { RECORD_CHECKIN, SHOW_PLACES, type RecordCheckinArguments, type ShowPlacesArguments } from '../protocol.ts';
import { placeOf } from '../rules/places.ts';
import { canBeCheckedIn } from './checkin.ts';
import { entityOf } from './cursor.ts';
import { nameOf } from './destinations.ts';
import { HEALTH_WORDS } from '../model/health-words.ts';
import { locationOf, rangeOf } from './places.ts';
import type { Cancellation, Snapshot } from './snapshot.ts';

/** In the order of the declarations. */
export function codeLens(snapshot: Snapshot, _params: unknown, token: Cancellation): CodeLens[] {
  const { document: { path, tree }, analysis } = snapshot;
  if (analysis === null) return [];
  const { strategy } = analysis;
  const latest = new LatestCheckins(strategy.asOf);
  return tree.chunks.flatMap((placed) => placed.chunk.declarations.flatMap((declaration) => {
    const entity = token.isCancellationRequested ? undefined : entityOf(strategy, path, declaration);
    if ((entity?.kind !== 'goal' && entity?.kind !== 'objective') || entity.laterThan !== null) return [];
    const range = rangeOf(tree, placeOf(entity).span, placed.start);
    const told = lenses(snapshot, latest, entity).map((lens): CodeLens => ({ range, command: command(snapshot, range, lens) }));
    return [...told, ...recording(snapshot, entity).map((asked): CodeLens => ({ range, command: asked }))];
  }));
}

/** A line of text that leads to some places; without any it only tells. */
interface Lens {
  readonly title: string;
  readonly places: readonly Location[];
}

function lenses(snapshot: Snapshot, latest: LatestCheckins, entity: Goal | Objective): Lens[] {
  return [standing(snapshot, entity), ...support(snapshot, entity), ...checkedIn(snapshot, latest, entity)];
}

/** Over an objective with key results that can be checked in, the command that does it. */
function recording({ client, document: { uri } }: Snapshot, entity: Goal | Objective): Command[] {
  if (!client.recordCheckin || entity.kind !== 'objective' || !entity.active || !entity.keyResults.some(canBeCheckedIn)) return [];
  const asked: RecordCheckinArguments = [entity.id, uri];
  return [{ title: 'record check-in', command: RECORD_CHECKIN, arguments: [...asked] }];
}

/** Health, score and expected; leads to what the score is made of. */
function standing(snapshot: Snapshot, entity: Goal | Objective): Lens {
  const { health, score, expected } = entity;
  const running = health === 'on-track' || health === 'at-risk' || health === 'off-track';
  const told = score === null ? '' : ` ${Math.round(score * 100)}%`;
  const against = running && score !== null && expected !== null ? `, expected ${Math.round(expected * 100)}%` : '';
  const parts = entity.kind === 'objective' ? entity.keyResults : supporters(entity);
  return { title: `${HEALTH_WORDS[health]}${told}${against}`, places: namesOf(snapshot, parts) };
}

/** How many things support it; of an objective nothing where none does, as most are not made for that. */
function support(snapshot: Snapshot, entity: Goal | Objective): Lens[] {
  const found = supporters(entity);
  if (found.length === 0) return entity.kind === 'goal' ? [{ title: 'nothing supports this', places: [] }] : [];
  const objectives = found.filter(({ kind }) => kind === 'objective').length;
  const counts = [counted(objectives, 'objective'), counted(found.length - objectives, 'goal')].filter((count) => count !== '');
  return [{ title: `${counts.join(' and ')} ${found.length === 1 ? 'supports' : 'support'} this`, places: namesOf(snapshot, found) }];
}

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** What names it, or one of its krs, in `supports`: each once. */
function supporters(entity: Goal | Objective): readonly Entity[] {
  const named = entity.kind === 'objective' ? [entity, ...entity.keyResults] : [entity];
  return [...new Set(named.flatMap(({ usedBy }) => usedBy).filter(({ kind }) => kind === 'supports').map(({ from }) => from))];
}

/** The latest check-in, up to as-of, of its krs; of a goal of those of the objectives that support it. Of an active objective also that there is none. */
function checkedIn(snapshot: Snapshot, latest: LatestCheckins, entity: Goal | Objective): Lens[] {
  const objectives = entity.kind === 'objective' ? [entity] : supporters(entity).filter((supporter) => supporter.kind === 'objective');
  const found = later(objectives.map((objective) => latest.of(objective)));
  if (found === null) return entity.kind === 'objective' && entity.active && entity.keyResults.length > 0 ? [{ title: 'no check-in yet', places: [] }] : [];
  const place = locationOf(snapshot, found.kr.origin, found.span);
  return [{ title: `last check-in ${formatDay(found.day)}`, places: place === null ? [] : [place] }];
}

interface DatedCheckin {
  readonly kr: KeyResult;
  readonly day: Day;
  readonly span: Span;
}

/** The latest check-in of objectives, each looked through once. */
class LatestCheckins {
  readonly #asOf: Day;
  readonly #known = new Map<Objective, DatedCheckin | null>();

  constructor(asOf: Day) {
    this.#asOf = asOf;
  }

  of(objective: Objective): DatedCheckin | null {
    let found = this.#known.get(objective);
    if (found === undefined) {
      found = later(objective.keyResults.map((kr) => {
        const checkin = latestCheckin(kr.checkins, this.#asOf, () => true);
        return checkin === null || checkin.day === null ? null : { kr, day: checkin.day, span: checkin.property.span };
      }));
      this.#known.set(objective, found);
    }
    return found;
  }
}

/** The latest of several; of one day the first. */
function later(found: readonly (DatedCheckin | null)[]): DatedCheckin | null {
  return found.reduce((latest, one) => (one !== null && (latest === null || one.day > latest.day) ? one : latest), null);
}

/** As many places as somebody looks through. */
const MOST = 200;

function namesOf(snapshot: Snapshot, entities: readonly Entity[]): Location[] {
  return entities.slice(0, MOST).flatMap((entity) => nameOf(snapshot, entity) ?? []);
}

/** Without a place to lead to, and for a client that cannot show places, a title that does nothing. */
function command({ client, document: { uri } }: Snapshot, { start }: Range, { title, places }: Lens): Command {
  if (!client.showPlaces || places.length === 0) return { title, command: '' };
  const shown: ShowPlacesArguments = [uri, start, places];
  return { title, command: SHOW_PLACES, arguments: [...shown] };
}
