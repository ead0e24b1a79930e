/** Arbitrary strategy texts: well-formed ones, damaged ones, and heaps of pieces. */

import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');

function strategiesBelow(folder: string): string[] {
  const paths = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.strategy')).sort();
  return paths.map((path) => readFileSync(join(ROOT, folder, path), 'utf8'));
}

const WRITTEN = [...strategiesBelow('samples'), ...strategiesBelow('test/language/syntax/cases').map((text) => text.replace(/[«»]/g, ''))];

const PIECES = [
  'goal ', 'goal g "G" {\n', 'objective o "O" {\n', 'period ', 'period p 2026-01-01 .. 2026-12-31', 'metric m ', 'metric n "N" {', 'kr ',
  '  kr k "K" {\n', 'initiative i "I" ', 'team t', 'strategy "S"', 'Goal ', 'owner ', 'onwer ', 'supports ', 'unit ', 'checkin ', 'evidence data ',
  'status ', 'from ', 'to ', 'up ', 'between ', 'and ', 'at least ', 'keep ', 'now ', 'by ', 'done ', 'not ', 'in ', 'per ', 'confidence ', 'foo ',
  'a', 'é', 'e\u0301', '😀', '5', '5 k', '1,200', '$', '%', '/5', '?', '-', '2026-', '2026-01-01', '2026-Q1', ' .. ', '..', '.', ',', ':', ';', '#',
  '{', '}', '}\n', '"', '"""', '"x"', '“', '’', '\\', '// c\n', '/// d\n', '/', '\n', '\n  ', '\r', '\r\n', ' ', '\t', '\u2003', '\u200b', '\ufeff',
] as const;

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(''));

/** An edit at a place given as a share of the text, so that it fits whatever the text. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  deleted: fc.nat({ max: 12 }),
  inserted: fc.oneof(fc.constantFrom('', ...PIECES), fc.string({ unit: 'binary', maxLength: 3 })),
});

export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Changes a text as somebody who types does. */
export function applied(text: string, { at, deleted, inserted }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + deleted);
}

export const edits = fc.array(edit, { maxLength: 6 });

const excerpt = fc.record({ text: fc.constantFrom(...WRITTEN), from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat({ max: 900 }) })
  .map(({ text, from, length }) => text.slice(Math.floor(from * text.length)).slice(0, length));

const damaged = fc.tuple(excerpt, edits).map(([text, changes]) => changes.reduce(applied, text));

/** Any text, most of them close to a strategy. */
export const texts = fc.oneof(pieces, excerpt, damaged, fc.string({ unit: 'binary', maxLength: 60 }));
