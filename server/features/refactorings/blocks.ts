/** The top-level declarations of a file as blocks of text: each with the comments directly above it and behind it. */

import type { Declaration, PlacedChunk, Span, SyntaxTree } from '../../../grammar/tree.ts';

export interface Block extends Span {
  readonly declaration: Declaration;
}

/** Whole lines each; null where two declarations share a line, or a file-wide suppression would be moved with one. */
export function blocksOf(tree: SyntaxTree): readonly Block[] | null {
  const blocks: Block[] = [];
  let last = 0;
  for (const placed of tree.chunks) {
    for (const declaration of placed.chunk.declarations) {
      const block = blockOf(tree.text, placed, declaration);
      if (block === null || block.start < last) return null;
      last = block.end;
      blocks.push({ ...block, declaration });
    }
  }
  return blocks;
}

/** The lines of a declaration; null where something else stands on one of them. */
function blockOf(text: string, { start: base }: PlacedChunk, { span }: Declaration): Span | null {
  let start = startOfLine(text, base + span.start);
  if (text.slice(start, base + span.start).replace('\u{FEFF}', '').trim() !== '') return null;
  for (;;) {
    if (start === 0) break;
    const above = startOfLine(text, start - (text.slice(0, start).endsWith('\r\n') ? 2 : 1));
    const line = text.slice(above, start).trim();
    if (!line.startsWith('//') || line.includes('throughline-ignore-file')) break;
    start = above;
  }
  const behind = /^[^\r\n]*(?:\r\n|[\r\n]|$)/.exec(text.slice(base + span.end))?.[0] ?? '';
  if (behind.trim() !== '' && !behind.trim().startsWith('//')) return null;
  return { start, end: base + span.end + behind.length };
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return start;
}
