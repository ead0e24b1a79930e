/** Which declarations stand in a part of a file. */

import type { Span } from '../../grammar/tree.ts';
import type { Entity, SourceFile, Strategy } from '../model/strategy.ts';
import { compareText } from './diagnostic.ts';

/** Finds entities by halving: they stand by file and place, what stands in an objective after it. */
export class Subjects {
  readonly #entities: readonly Entity[];

  constructor(strategy: Strategy) {
    this.#entities = strategy.entities;
  }

  /** What a file declares, in the order written. */
  inFile(file: SourceFile): readonly Entity[] {
    return this.#entities.slice(this.#firstAfter(file, -1), this.#firstAfter(file, Infinity));
  }

  /** The innermost declaration that holds the start of a range in a file (absolute), and those that begin in it. */
  inRange(file: SourceFile, { start, end }: Span): readonly Entity[] {
    const holding = this.#holding(file, start);
    const beginning = this.#entities.slice(this.#firstAfter(file, start), this.#firstAfter(file, end - 1));
    return holding === null ? beginning : [holding, ...beginning];
  }

  #holding(file: SourceFile, offset: number): Entity | null {
    const last = this.#entities[this.#firstAfter(file, offset) - 1];
    if (last?.origin.file.path !== file.path) return null;
    for (let entity: Entity | null = last; entity !== null; entity = parentOf(entity)) {
      if (offset < entity.origin.chunk.start + entity.declaration.span.end) return entity;
    }
    return null;
  }

  /** The index of the first entity that begins after an offset of a file. */
  #firstAfter(file: SourceFile, offset: number): number {
    let low = 0;
    let high = this.#entities.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const entity = this.#entities[middle];
      if (entity !== undefined && beginsBy(entity, file, offset)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function beginsBy({ origin, declaration }: Entity, file: SourceFile, offset: number): boolean {
  if (origin.file.path !== file.path) return compareText(origin.file.path, file.path) < 0;
  return origin.chunk.start + declaration.span.start <= offset;
}

function parentOf(entity: Entity): Entity | null {
  return entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
}
