/** Rename: a name where it is declared and wherever it is used, in all files, or the reason why not. */

import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { identifierEnd } from '../../grammar/characters.ts';
import { label } from '../model/naming.ts';
import type { Entity, Origin, Strategy } from '../model/strategy.ts';
import type { Span } from '../../grammar/tree.ts';
import { locate } from '../rules/diagnostics.ts';
import { targetAt } from './cursor.ts';
import type { PositionParams } from './destinations.ts';
import { workspaceEdit } from './edits.ts';
import { offsetOf, rangeOf, touches } from './places.ts';
import { Refusal } from './refusal.ts';
import { changedMeaning } from './rename-meaning.ts';
import type { Snapshot } from './snapshot.ts';
import { ownPart, usesOf } from './uses.ts';

export interface RenameParams extends PositionParams {
  readonly newName: string;
}

/** What is renamed from a position: the name there, and what it means. */
interface Renamed {
  readonly strategy: Strategy;
  readonly entity: Entity;
  readonly range: Range;
}

/** The name at a position and the text to begin with; the reason where there is none that can be changed. */
export function prepareRename(snapshot: Snapshot, { position }: PositionParams): { readonly range: Range; readonly placeholder: string } | Refusal {
  const found = renamedAt(snapshot, position);
  return found instanceof Refusal ? found : { range: found.range, placeholder: nameOf(found.entity) };
}

/** The edits in all files. Refused where afterwards anything would mean something else than before. */
export function rename(snapshot: Snapshot, { position, newName }: RenameParams): WorkspaceEdit | Refusal {
  const found = renamedAt(snapshot, position);
  if (found instanceof Refusal) return found;
  const { strategy, entity } = found;
  const name = newName.trim().normalize('NFC');
  if (name === '' || identifierEnd(name, 0) !== name.length) {
    return new Refusal(`'${newName}' is no name. A name begins with a letter or '_', and goes on with letters, digits, '_' and '-', without spaces.`);
  }
  if (name === nameOf(entity)) return workspaceEdit(snapshot, []);
  const taken = siblings(strategy, entity).find((other) => nameOf(other) === name);
  if (taken !== undefined) return new Refusal(`'${name}' is taken by ${label(taken)} in ${taken.origin.file.path}.`);
  const places = placesOf(strategy, entity);
  const refused = changedMeaning(strategy, places, name);
  if (refused !== null) return new Refusal(refused);
  return workspaceEdit(snapshot, places.map((place) => ({ ...locate(place), newText: name })));
}

function renamedAt(snapshot: Snapshot, position: Position): Renamed | Refusal {
  const { document: { tree }, analysis } = snapshot;
  if (analysis === null) return new Refusal('This file belongs to no strategy, so nobody can know where its names are used. Open the folder that it is in.');
  const offset = offsetOf(tree, position);
  const target = targetAt(snapshot, offset);
  if (target === null) return new Refusal('There is no name here. Put the cursor on the name of a person, team, period, metric, goal, objective, kr or initiative.');
  const { strategy } = analysis;
  const unread = strategy.files.find((file) => file.tree === null);
  if (unread !== undefined) return new Refusal(`${unread.path} could not be read, so the name cannot be changed where that file uses it.`);
  const { entity, chunk } = target;
  if (entity === null) return new Refusal('This name means nothing yet, so there is nothing to rename. Declare it first.');
  const { name } = entity.declaration;
  if (name === null) return new Refusal(`${label(entity)} has no name that others use. Change its title where it stands.`);
  if (target.type === 'declaration' && !touches(name, offset - chunk.start)) {
    return new Refusal(`This is a title; nothing refers to it, so change it where it stands. The name to rename is '${name.text}'.`);
  }
  const span = target.type === 'declaration' ? name : partAt(target.span, entity, target.link);
  return { strategy, entity, range: rangeOf(tree, span, chunk.start) };
}

/** Of `objective.kr` the part that means `entity`. */
function partAt(span: Span, entity: Entity, link: Parameters<typeof ownPart>[0]): Span {
  return entity === (link.target ?? link.bearer) ? ownPart(link) : span;
}

function nameOf({ declaration: { name } }: Entity): string {
  return name?.text ?? '';
}

/** The others in the namespace of a thing. */
function siblings(strategy: Strategy, entity: Entity): readonly Entity[] {
  const space = spaceOf(entity);
  return strategy.entities.filter((other) => other !== entity && other.declaration.name !== null && spaceOf(other) === space);
}

/** What its namespace belongs to: an objective, or null for the top. */
function spaceOf(entity: Entity): Entity | null {
  return entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
}

/** The name where it is declared, then wherever it is used; of a later declaration of a name nothing but itself. */
function placesOf(strategy: Strategy, entity: Entity): readonly { readonly origin: Origin; readonly span: Span }[] {
  const { name } = entity.declaration;
  const declared = name === null ? [] : [{ origin: entity.origin, span: name }];
  return [...declared, ...usesOf(strategy, entity).map(({ link, span }) => ({ origin: link.from.origin, span }))];
}
