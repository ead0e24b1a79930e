/** What can be folded: bodies, strings of several lines, and runs of comments. */

import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { Comment, Declaration, PlacedChunk, Span, SyntaxTree } from '../../grammar/tree.ts';
import { linesOf } from '../rules/lines.ts';
import type { Snapshot } from './snapshot.ts';

/** The folds of a file, by lines. */
export function folding({ document: { tree } }: Snapshot): FoldingRange[] {
  return tree.chunks.flatMap((chunk) => [
    ...chunk.chunk.declarations.flatMap((declaration) => declarationFolds(tree, chunk, declaration)),
    ...commentFolds(tree, chunk),
  ]);
}

function declarationFolds(tree: SyntaxTree, chunk: PlacedChunk, declaration: Declaration): FoldingRange[] {
  const { body, children, documentation, properties, span } = declaration;
  const end = body?.close ?? { start: span.end, end: span.end };
  return [
    ...(documentation === null ? [] : fold(tree, chunk, documentation, FoldingRangeKind.Comment)),
    // The closing brace stays visible.
    ...(body === null ? [] : fold(tree, chunk, { start: body.open.start, end: end.start }, undefined, body.close === null ? 0 : 1)),
    ...properties.flatMap((property) => fold(tree, chunk, property.span)),
    ...children.flatMap((child) => declarationFolds(tree, chunk, child)),
  ];
}

/** Comments on lines of their own, one directly below the other. */
function commentFolds(tree: SyntaxTree, chunk: PlacedChunk): FoldingRange[] {
  const folds: FoldingRange[] = [];
  let run: Comment[] = [];
  const end = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (first !== undefined && last !== undefined) {
      folds.push(...fold(tree, chunk, { start: first.start, end: last.end }, FoldingRangeKind.Comment));
    }
    run = [];
  };
  const lines = linesOf(tree);
  const lineOf = (offset: number): number => lines.positionAt(chunk.start + offset).line;
  for (const comment of chunk.chunk.comments) {
    const previous = run.at(-1);
    if (!comment.alone || (previous !== undefined && lineOf(comment.start) !== lineOf(previous.start) + 1)) end();
    if (comment.alone) run.push(comment);
  }
  end();
  return folds;
}

function fold(tree: SyntaxTree, chunk: PlacedChunk, span: Span, kind?: FoldingRangeKind, linesKept = 0): FoldingRange[] {
  const lines = linesOf(tree);
  const startLine = lines.positionAt(chunk.start + span.start).line;
  const endLine = lines.positionAt(chunk.start + span.end).line - linesKept;
  if (endLine <= startLine) return [];
  return [kind === undefined ? { startLine, endLine } : { startLine, endLine, kind }];
}
