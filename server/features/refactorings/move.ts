/** A declaration moves to another file, where others of its kind stand, or to one of its own. */

import { formatTree } from '../../../grammar/format.ts';
import { parseFile } from '../../../grammar/parse.ts';
import type { Entity, SourceFile, Strategy } from '../../model/strategy.ts';
import type { Change } from '../layout.ts';
import { blocksOf, type Block } from './blocks.ts';
import type { Given, Offer, Refactoring } from './refactoring.ts';

export const move: Refactoring = { kind: 'refactor.move', offers };

/** More files than these a reader does not choose from in a menu. */
const MOST = 5;

function offers({ entity: inner, strategy, createsFiles }: Given): readonly Offer[] {
  const entity = topOf(inner);
  const { file } = entity.origin;
  const { tree } = file;
  const name = entity.declaration.name?.text;
  // Of a name that stands twice the first by file counts: in another file another one might.
  if (tree === null || name === undefined || isDoubled(strategy, entity)) return [];
  const block = blocksOf(tree)?.find(({ declaration }) => declaration === entity.declaration);
  if (block === undefined || blockCount(tree.text, file, block)) return [];
  const text = tree.text.slice(block.start, block.end).trim();
  const taken: Change & { readonly file: SourceFile } = { file, ...withGap(tree.text, block), newText: '' };
  const others = targets(strategy, entity).map((target): Offer => ({
    title: `Move to ${target.path}`, plan: () => ({ changes: [taken, { file: target, ...appended(target, entity, text) }] }),
  }));
  const path = `${/^(?:.*\/)?/.exec(file.path)?.[0] ?? ''}${name}.strategy`;
  const free = createsFiles && /^[\w.-]+$/.test(name) && !strategy.files.some((other) => other.path.toLowerCase() === path.toLowerCase());
  return free ? [...others, { title: `Move to a new file ${path}`, plan: () => ({ changes: [taken], creates: [{ path, text: formatTree(parseFile(`${text}\n`)) ?? `${text}\n` }] }) }] : others;
}

function topOf(entity: Entity): Entity {
  return (entity.kind === 'kr' || entity.kind === 'initiative') && entity.objective !== null ? entity.objective : entity;
}

function isDoubled(strategy: Strategy, entity: Entity): boolean {
  return entity.laterThan !== null || strategy.entities.some(({ laterThan }) => laterThan === entity);
}

/** Whether it is all that the file holds. */
function blockCount(text: string, { tree }: SourceFile, block: Block): boolean {
  const declarations = tree?.chunks.flatMap(({ chunk }) => chunk.declarations).length ?? 0;
  return declarations === 1 && text.slice(0, block.start).trim() === '' && text.slice(block.end).trim() === '';
}

/** With the blank lines behind it, so that none are left over. */
function withGap(text: string, { start, end }: Block): { readonly start: number; readonly end: number } {
  const gap = /^(?:[^\S\r\n]*(?:\r\n|[\r\n]))*/.exec(text.slice(end))?.[0].length ?? 0;
  if (end + gap < text.length) return { start, end: end + gap };
  const before = /(?:[^\S\r\n]*(?:\r\n|[\r\n]))*$/.exec(text.slice(0, start))?.[0] ?? '';
  // The line end of what stands before it stays.
  const first = /^[^\S\r\n]*(?:\r\n|[\r\n])/.exec(before)?.[0].length ?? 0;
  return { start: start - before.length + first, end: end + gap };
}

/** The files that hold things of its kind, those with most of them first; then the others. */
function targets(strategy: Strategy, { kind, origin }: Entity): readonly SourceFile[] {
  const counts = new Map(strategy.files.filter((file) => file !== origin.file && file.tree !== null).map((file) => [file, 0]));
  for (const entity of strategy.entities) {
    const count = counts.get(entity.origin.file);
    if (entity.kind === kind && count !== undefined) counts.set(entity.origin.file, count + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST).map(([file]) => file);
}

/** Behind the last of its kind, else at the end. */
function appended({ tree }: SourceFile, { kind }: Entity, text: string): Change {
  const whole = tree?.text ?? '';
  const last = (tree === null ? null : blocksOf(tree))?.findLast(({ declaration }) => declaration.kind === kind);
  if (last === undefined) {
    const gap = whole.trim() === '' ? '' : /[\r\n]$/.test(whole) ? '\n' : '\n\n';
    return { start: whole.length, end: whole.length, newText: `${gap}${text}\n` };
  }
  const apart = last.declaration.body !== null || text.includes('\n') ? '\n' : '';
  const ended = /[\r\n]$/.test(whole.slice(0, last.end)) ? '' : '\n';
  return { start: last.end, end: last.end, newText: `${ended}${apart}${text}\n` };
}
