/**
 * Every `cases/GROUP/NAME.strategy` is read and compared with the outline beside it (`NAME.txt`); `UPDATE=1` writes the
 * outlines anew, to be reviewed in the diff. In the source `«…»` marks where a problem is, in order: `«»` between
 * two characters where something is missing.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile } from '../../../grammar/parse.ts';
import type { Span, SyntaxTree } from '../../../grammar/tree.ts';
import { outlineOf } from './outline.ts';

const CASES = join(import.meta.dirname, 'cases');

function marked(source: string): { readonly text: string; readonly marks: readonly Span[] } {
  const marks: Span[] = [];
  let text = '';
  for (const part of source.split(/(«[^»]*»)/)) {
    const start = text.length;
    const isMark = part.startsWith('«');
    text += isMark ? part.slice(1, -1) : part;
    if (isMark) marks.push({ start, end: text.length });
  }
  return { text, marks };
}

function problemSpans({ chunks, problems }: SyntaxTree): readonly Span[] {
  const inChunks = chunks.flatMap(({ start, chunk }) => chunk.problems.map(({ span }) => ({ start: start + span.start, end: start + span.end })));
  return [...inChunks, ...problems.map(({ span }) => span)];
}

/** What each fix of the text leaves of it. */
function mended(text: string): { readonly title: string; readonly text: string }[] {
  return parseFile(text).chunks.flatMap(({ start, chunk }) => chunk.problems.flatMap(({ fix }) => {
    if (fix === null) return [];
    return [{ title: fix.title, text: text.slice(0, start + fix.span.start) + fix.newText + text.slice(start + fix.span.end) }];
  }));
}

/** The source with a mark at each span; of those at one place the order stays. */
function withMarks(text: string, spans: readonly Span[]): string {
  let written = '';
  let end = 0;
  for (const span of spans) {
    written += `${text.slice(end, span.start)}«${text.slice(span.start, span.end)}»`;
    end = span.end;
  }
  return written + text.slice(end);
}

describe('syntax', () => {
  for (const group of readdirSync(CASES).sort()) {
    describe(group, () => {
      const names = readdirSync(join(CASES, group)).filter((name) => name.endsWith('.strategy')).sort();
      for (const name of names) {
        it(name.slice(0, -'.strategy'.length).replaceAll('-', ' '), () => {
          const { text, marks } = marked(readFileSync(join(CASES, group, name), 'utf8'));
          const tree = parseFile(text);
          const outlinePath = join(CASES, group, name.replace(/\.strategy$/, '.txt'));
          const outline = outlineOf(tree);
          if (process.env.UPDATE === '1') writeFileSync(outlinePath, outline);
          assert.equal(withMarks(text, problemSpans(tree)), withMarks(text, marks));
          for (const fix of mended(text)) assert.ok(problemSpans(parseFile(fix.text)).length < marks.length, `${fix.title} mends nothing:\n${fix.text}`);
          assert.equal(outline, existsSync(outlinePath) ? readFileSync(outlinePath, 'utf8') : '');
        });
      }
    });
  }
});
