/** Files that could not be read whole, and what they may hide (review.md section 1, "Damaged files"). */

import type { Entity, SourceFile } from '../model/strategy.ts';
import { compareText, SETTINGS_FILE } from '../rules/diagnostic.ts';
import { settingsDiagnostics, syntaxDiagnostics } from '../rules/diagnostics.ts';
import { readSettings } from '../rules/settings.ts';
import { isDamaged, pathInReview, type Range, type ReviewSide, type SideName, type Unreadable } from './review.ts';
import { settingsAreDamaged } from './rule-set.ts';

const FILE_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export class Hidden {
  readonly #sides: Readonly<Record<SideName, ReadonlyMap<string, SourceFile>>>;
  readonly #ids = new Map<SourceFile, string[]>();
  readonly #root: string;
  readonly #settings: readonly Unreadable[];

  constructor(base: ReviewSide, head: ReviewSide) {
    this.#root = head.root;
    this.#settings = [...damagedSettings('base', base), ...damagedSettings('head', head)];
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

  /** A file of head, its settings too, could not be read whole. */
  get headIsDamaged(): boolean {
    return this.#sides.head.size > 0 || this.#settings.some(({ side }) => side === 'head');
  }

  isDamaged(side: SideName, path: string): boolean {
    return this.#sides[side].has(path);
  }

  /** Every damaged file, base's first, by path, with its first syntax error. */
  list(): readonly Unreadable[] {
    const files = (['base', 'head'] as const).flatMap((side) => [...this.#sides[side].values()].map((file): Unreadable => {
      const [first] = syntaxDiagnostics(file);
      return {
        side, file: pathInReview(this.#root, file.path), range: first?.range ?? FILE_START,
        message: first?.message ?? 'This file could not be read.',
        hides: (this.#ids.get(file) ?? []).sort(),
      };
    }));
    return [...files, ...this.#settings].sort((a, b) => compareText(a.side, b.side) || compareText(a.file, b.file));
  }
}

/** Of settings that could not be read whole: where they begin to be unreadable. */
function damagedSettings(side: SideName, { settingsText, root }: ReviewSide): readonly Unreadable[] {
  if (settingsText === null || !settingsAreDamaged(settingsText)) return [];
  const [first] = settingsDiagnostics(settingsText, readSettings(settingsText).findings);
  return [{ side, file: pathInReview(root, SETTINGS_FILE), range: first?.range ?? FILE_START, message: first?.message ?? 'This file could not be read.', hides: [] }];
}

function damagedFiles({ strategy }: ReviewSide): ReadonlyMap<string, SourceFile> {
  return new Map(strategy.files.filter(isDamaged).map((file) => [file.path, file]));
}
