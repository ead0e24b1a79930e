/** Files that could not be read whole, and what they may hide (review.md section 1, "Damaged files"). */

import type { Entity, SourceFile } from '../model/strategy.ts';
import { syntaxDiagnostics } from '../rules/diagnostics.ts';
import { isDamaged, pathInReview, type Range, type ReviewSide, type SideName, type Unreadable } from './review.ts';

const FILE_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export class Hidden {
  readonly #sides: Readonly<Record<SideName, ReadonlyMap<string, SourceFile>>>;
  readonly #ids = new Map<SourceFile, string[]>();
  readonly #root: string;

  constructor(base: ReviewSide, head: ReviewSide) {
    this.#root = head.root;
    this.#sides = { base: damagedFiles(base), head: damagedFiles(head) };
  }

  /** Whether a thing that is missing on a side may stand in what could not be read there; it is noted. */
  hides(side: SideName, entity: Entity): boolean {
    const file = this.#sides[side].get(entity.origin.file.path);
    if (file === undefined) return false;
    const ids = this.#ids.get(file);
    if (ids === undefined) this.#ids.set(file, [entity.id]);
    else ids.push(entity.id);
    return true;
  }

  /** A file of head could not be read whole. */
  get headIsDamaged(): boolean {
    return this.#sides.head.size > 0;
  }

  isDamaged(side: SideName, path: string): boolean {
    return this.#sides[side].has(path);
  }

  damagedPaths(side: SideName): Iterable<string> {
    return this.#sides[side].keys();
  }

  /** Every damaged file, base's first, by path, with its first syntax error. */
  list(): readonly Unreadable[] {
    return (['base', 'head'] as const).flatMap((side) => [...this.#sides[side].values()].map((file): Unreadable => {
      const [first] = syntaxDiagnostics(file);
      return {
        side, file: pathInReview(this.#root, file.path), range: first?.range ?? FILE_START,
        message: first?.message ?? 'This file could not be read.',
        hides: (this.#ids.get(file) ?? []).sort(),
      };
    }));
  }
}

function damagedFiles({ strategy }: ReviewSide): ReadonlyMap<string, SourceFile> {
  return new Map(strategy.files.filter(isDamaged).map((file) => [file.path, file]));
}
