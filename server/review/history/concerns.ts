/**
 * Whether a step can have changed one thing at all, told from texts alone: most commits of a long history touch something
 * else, and need not be compared.
 */

import type { Chunk, SyntaxTree } from '../../../grammar/tree.ts';
import type { SourceFile } from '../../model/strategy.ts';
import type { RootState } from '../state.ts';

/** What a name is made of; more than names is no harm. */
const WORD = /[\p{XID_Continue}-]+/gu;

/**
 * False only where the step leaves the thing as it was: its own text is the same (of what stands in an objective the
 * objective's), and nothing at the top that is declared otherwise bears a name that stands in it: `objective.kr` names its
 * objective too. True where that cannot be told.
 */
export function mayConcern(before: RootState, after: RootState, id: string): boolean {
  const changed = changedChunks(before.files, after.files);
  if (changed === null) return true;
  const words = ownWords(after.files, headOf(id));
  return words === null || changed.some(({ declarations }) => declarations.some(({ name }) => name !== null && words.has(name.text)));
}

/** The chunks that stand on one side only; null where a file could not be read whole. */
function changedChunks(before: readonly SourceFile[], after: readonly SourceFile[]): readonly Chunk[] | null {
  const changed: Chunk[] = [];
  const old = new Map(before.map((file) => [file.path, file]));
  const pairs: [SourceFile | undefined, SourceFile | undefined][] = after.map((file) => {
    const was = old.get(file.path);
    old.delete(file.path);
    return [was, file];
  });
  for (const file of old.values()) pairs.push([file, undefined]);
  for (const [was, is] of pairs) {
    if (was === is) continue;
    if ((was !== undefined && !isWhole(was.tree)) || (is !== undefined && !isWhole(is.tree))) return null;
    const [one, other] = [chunksOf(was), chunksOf(is)];
    changed.push(...[...one].filter((chunk) => !other.has(chunk)), ...[...other].filter((chunk) => !one.has(chunk)));
  }
  return changed;
}

function isWhole(tree: SyntaxTree | null): boolean {
  return tree !== null && tree.problems.length === 0 && tree.chunks.every(({ chunk }) => chunk.problems.length === 0);
}

/** Chunks of equal text are one object in versions of a file that were read one after the other. */
function chunksOf(file: SourceFile | undefined): ReadonlySet<Chunk> {
  return new Set(file?.tree?.chunks.map(({ chunk }) => chunk));
}

/** Every word of the declarations of that name, its own name among them; null where nothing is called so. */
function ownWords(files: readonly SourceFile[], name: string): ReadonlySet<string> | null {
  const words = new Set<string>();
  for (const { tree } of files) {
    for (const { chunk } of tree?.chunks ?? []) {
      if (!chunk.declarations.some((declaration) => declaration.name?.text === name)) continue;
      for (const [word] of chunk.text.normalize('NFC').matchAll(WORD)) words.add(word);
    }
  }
  return words.size === 0 ? null : words;
}

/** The name at the top: of what stands in an objective the objective's. */
function headOf(id: string): string {
  return id.split('.', 1)[0] ?? id;
}
