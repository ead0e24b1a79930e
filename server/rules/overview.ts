/**
 * What is known of a strategy as a whole, for rules that cannot tell from one declaration: gathered when first asked
 * for, and kept up with changes by looking at what changed alone.
 */

import { Aspect, type StrategyChange } from '../model/change.ts';
import type { Entity, EntityKind, SourceFile, Strategy } from '../model/strategy.ts';
import { fileAt } from './files.ts';
import { NearestNames } from './nearest.ts';

/** Something that is gathered from every declaration; most add nothing to it. */
export interface Gathering<T> {
  /** What a declaration adds, from its own text and from what its links mean. */
  readonly of: (entity: Entity) => readonly T[];
}

/** Something that is gathered from the text of every file. */
export interface FileGathering<T> {
  readonly ofFile: (file: SourceFile) => readonly T[];
}

/** What of an entity may change what it adds to a gathering. */
const GATHERED_FROM = Aspect.declaration | Aspect.name | Aspect.links;

interface Gathered<S, T> {
  /** Those that add something, with what they add. */
  readonly parts: Map<S, readonly T[]>;
  /** Counts how often it became another. */
  revision: number;
}

export class Overview {
  #strategy: Strategy;
  readonly #fromEntities = new Map<Gathering<unknown>, Gathered<Entity, unknown>>();
  readonly #fromFiles = new Map<FileGathering<unknown>, Gathered<string, unknown>>();
  /** How often the declared names became others. */
  nameChanges = 0;
  readonly #names = new Map<string, { readonly kinds: readonly EntityKind[]; readonly names: NearestNames }>();
  #shared = new Map<unknown, unknown>();

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
  }

  get strategy(): Strategy {
    return this.#strategy;
  }

  /** The parts of a gathering, by what adds them. */
  gathered<T>(gathering: Gathering<T>): ReadonlyMap<Entity, readonly T[]> {
    return this.#fromEach(gathering).parts as ReadonlyMap<Entity, readonly T[]>;
  }

  /** The parts of a gathering, by the path of the file that adds them. */
  gatheredFromFiles<T>(gathering: FileGathering<T>): ReadonlyMap<string, readonly T[]> {
    return this.#fromText(gathering).parts as ReadonlyMap<string, readonly T[]>;
  }

  /** Another number after every change of a gathering. */
  revision(gathering: Gathering<unknown> | FileGathering<unknown>): number {
    return ('of' in gathering ? this.#fromEach(gathering) : this.#fromText(gathering)).revision;
  }

  /** The names that references to things of these kinds can say from anywhere. */
  namesOf(kinds: readonly EntityKind[]): NearestNames {
    const key = kinds.join();
    let known = this.#names.get(key);
    if (known === undefined) {
      known = { kinds, names: new NearestNames(namesOf(this.strategy, kinds)) };
      this.#names.set(key, known);
    }
    return known.names;
  }

  /** Works something out once for all rules that run on the strategy as it is now. */
  once<T>(workOut: (overview: Overview) => T): T {
    if (!this.#shared.has(workOut)) this.#shared.set(workOut, workOut(this));
    return this.#shared.get(workOut) as T;
  }

  /** Takes a change of its strategy over. */
  update(change: StrategyChange): void {
    this.#strategy = change.strategy;
    this.#shared = new Map();
    if (change.names.size > 0) this.nameChanges += 1;
    for (const [gathering, gathered] of this.#fromEntities) updateParts(gathering, gathered, change);
    for (const [gathering, gathered] of this.#fromFiles) {
      for (const path of change.files) {
        const part = partOfFile(gathering, fileAt(this.#strategy, path));
        if (!isSameList(part, gathered.parts.get(path) ?? [])) setPart(gathered, path, part);
      }
    }
    for (const { kinds, names } of this.#names.values()) {
      for (const id of change.names) {
        const entity = this.strategy.byId.get(id);
        if (entity !== undefined && isReferable(entity, kinds)) names.add(id);
        else names.remove(id);
      }
    }
  }

  #fromEach(gathering: Gathering<unknown>): Gathered<Entity, unknown> {
    let gathered = this.#fromEntities.get(gathering);
    if (gathered === undefined) {
      gathered = { parts: new Map(), revision: 0 };
      for (const entity of this.strategy.entities) {
        const part = gathering.of(entity);
        if (part.length > 0) gathered.parts.set(entity, part);
      }
      this.#fromEntities.set(gathering, gathered);
    }
    return gathered;
  }

  #fromText(gathering: FileGathering<unknown>): Gathered<string, unknown> {
    let gathered = this.#fromFiles.get(gathering);
    if (gathered === undefined) {
      gathered = { parts: new Map(), revision: 0 };
      for (const file of this.strategy.files) {
        const part = gathering.ofFile(file);
        if (part.length > 0) gathered.parts.set(file.path, part);
      }
      this.#fromFiles.set(gathering, gathered);
    }
    return gathered;
  }
}

/** What a declaration adds counts as another where its text changed, since places in it may have. */
function updateParts(gathering: Gathering<unknown>, gathered: Gathered<Entity, unknown>, { touched, removed }: StrategyChange): void {
  for (const entity of removed) setPart(gathered, entity, []);
  for (const [entity, aspects] of touched) {
    if ((aspects & GATHERED_FROM) !== 0) setPart(gathered, entity, gathering.of(entity));
  }
}

function partOfFile<T>(gathering: FileGathering<T>, file: SourceFile | null): readonly T[] {
  return file === null ? [] : gathering.ofFile(file);
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function setPart<S, T>(gathered: Gathered<S, T>, source: S, part: readonly T[]): void {
  if (part.length === 0 && !gathered.parts.has(source)) return;
  gathered.revision += 1;
  if (part.length === 0) gathered.parts.delete(source);
  else gathered.parts.set(source, part);
}

function* namesOf(strategy: Strategy, kinds: readonly EntityKind[]): Generator<string> {
  for (const [id, entity] of strategy.byId) {
    if (isReferable(entity, kinds)) yield id;
  }
}

function isReferable({ kind, declaration }: Entity, kinds: readonly EntityKind[]): boolean {
  return declaration.name !== null && kinds.includes(kind);
}
