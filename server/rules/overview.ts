/**
 * What is known of a strategy as a whole, for rules that cannot tell from one declaration: gathered when first asked
 * for, and kept up with changes by looking at what changed alone.
 */

import { Aspect, type StrategyChange } from '../model/change.ts';
import { each, type Steps } from '../model/steps.ts';
import type { Entity, EntityKind, SourceFile, Strategy } from '../model/strategy.ts';
import { DeclaredNames } from './declared-names.ts';
import { fileAt } from './files.ts';
import type { NearestNames } from './nearest.ts';

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
  readonly #names: DeclaredNames;
  #shared = new Map<unknown, unknown>();

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
    this.#names = new DeclaredNames(strategy);
  }

  get strategy(): Strategy {
    return this.#strategy;
  }

  /** Gathers in short steps what will be asked for, in one walk over everything. */
  * prepare(gatherings: readonly Gathering<unknown>[], fileGatherings: readonly FileGathering<unknown>[]): Steps<void> {
    const all = gatherings.map((gathering) => ({ gathering, gathered: this.#begin(this.#fromEntities, gathering) }));
    yield* each(this.strategy.entities, (entity) => {
      for (const { gathering, gathered } of all) addPart(gathered, entity, gathering.of(entity));
    });
    yield* this.#names.prepare();
    const allFiles = fileGatherings.map((gathering) => ({ gathering, gathered: this.#begin(this.#fromFiles, gathering) }));
    yield* each(this.strategy.files, (file) => {
      for (const { gathering, gathered } of allFiles) addPart(gathered, file.path, gathering.ofFile(file));
    });
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
    return this.#names.of(kinds);
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
    this.#names.update(change);
  }

  #fromEach(gathering: Gathering<unknown>): Gathered<Entity, unknown> {
    const known = this.#fromEntities.get(gathering);
    if (known !== undefined) return known;
    const gathered = this.#begin(this.#fromEntities, gathering);
    for (const entity of this.strategy.entities) addPart(gathered, entity, gathering.of(entity));
    return gathered;
  }

  #fromText(gathering: FileGathering<unknown>): Gathered<string, unknown> {
    const known = this.#fromFiles.get(gathering);
    if (known !== undefined) return known;
    const gathered = this.#begin(this.#fromFiles, gathering);
    for (const file of this.strategy.files) addPart(gathered, file.path, gathering.ofFile(file));
    return gathered;
  }

  #begin<G, S>(all: Map<G, Gathered<S, unknown>>, gathering: G): Gathered<S, unknown> {
    const gathered: Gathered<S, unknown> = { parts: new Map(), revision: 0 };
    all.set(gathering, gathered);
    return gathered;
  }
}

function addPart<S, T>({ parts }: Gathered<S, T>, source: S, part: readonly T[]): void {
  if (part.length > 0) parts.set(source, part);
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
