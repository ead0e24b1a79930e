/** The declarations of a file in the order in which a reader needs them. */

import type { DeclarationKind } from '../../../grammar/tree.ts';
import { DECLARATIONS } from '../../../grammar/vocabulary.ts';
import { compareText } from '../../rules/diagnostic.ts';
import { blocksOf, type Block } from './blocks.ts';
import type { Given, Offer, Refactoring } from './refactoring.ts';

export const sort: Refactoring = { kind: 'refactor.rewrite', offers };

const ORDER: readonly DeclarationKind[] = DECLARATIONS.map(({ kind }) => kind);

function offers({ entity, strategy }: Given): readonly Offer[] {
  const { file } = entity.origin;
  const { tree } = file;
  const blocks = tree === null ? null : blocksOf(tree);
  const [first] = blocks ?? [];
  const last = blocks?.at(-1);
  if (tree === null || blocks === null || first === undefined || last === undefined) return [];
  // What stands between declarations and belongs to none would be moved past them; of a name that stands twice the first counts.
  const loose = blocks.some((block, index) => index > 0 && tree.text.slice(blocks[index - 1]?.end, block.start).trim() !== '');
  if (loose || tree.chunks.some(({ chunk }) => chunk.problems.length > 0) || strategy.entities.some((one) => one.origin.file === file && one.laterThan !== null)) return [];
  const orders: readonly (readonly [string, (a: Block, b: Block) => number])[] = [
    ['Sort the declarations of this file by kind', byKind],
    ['Sort the declarations of this file by kind and name', (a, b) => byKind(a, b) || byName(a, b)],
  ];
  return orders.flatMap(([title, compare]) => {
    const sorted = blocks.toSorted(compare);
    if (sorted.every((block, index) => block === blocks[index])) return [];
    return [{ title, plan: () => ({ changes: [{ file, start: first.start, end: last.end, newText: joined(tree.text, sorted) }] }) }];
  });
}

function byKind(a: Block, b: Block): number {
  return ORDER.indexOf(a.declaration.kind) - ORDER.indexOf(b.declaration.kind);
}

/** Periods by the day on which they begin. */
function byName({ declaration: a }: Block, { declaration: b }: Block): number {
  const days = a.kind === 'period' && b.kind === 'period' ? (a.range?.from.day ?? 0) - (b.range?.from.day ?? 0) : 0;
  return days || compareText(a.name?.text ?? '', b.name?.text ?? '');
}

/** One-line declarations of a kind stand together, everything else apart. */
function joined(text: string, blocks: readonly Block[]): string {
  return blocks.map((block, index) => {
    const before = blocks[index - 1];
    const written = text.slice(block.start, block.end).trim();
    const together = before?.declaration.kind === block.declaration.kind && before.declaration.body === null && block.declaration.body === null && !written.includes('\n');
    return `${index === 0 ? '' : together ? '\n' : '\n\n'}${written}`;
  }).join('') + (/[\r\n]$/.test(text.slice(0, blocks.reduce((end, block) => Math.max(end, block.end), 0))) ? '\n' : '');
}
