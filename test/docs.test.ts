import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parseDate } from '../grammar/calendar.ts';
import { formatTree } from '../grammar/format.ts';
import { parseFile } from '../grammar/parse.ts';
import { lineIndex } from '../grammar/positions.ts';
import { analyze } from '../server/analysis.ts';
import { readSettings } from '../server/rules/settings.ts';

const root = new URL('../', import.meta.url);
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

interface Block {
  readonly path: string;
  readonly line: number;
  readonly language: string;
  /** Says of a strategy that it stands on its own, without an error. */
  readonly complete: boolean;
  readonly source: string;
}

const blocks = pages.flatMap(({ path, text }): Block[] => {
  const lines = lineIndex(text);
  return [...text.matchAll(/^```(\w+)( complete)?[^\n]*\n([\s\S]*?)^```$/gm)].map((match) => ({
    path, line: lines.positionAt(match.index).line + 1, language: match[1] ?? '', complete: match[2] !== undefined, source: match[3] ?? '',
  }));
});
/** The page on syntax errors shows what not to write. */
const strategies = blocks.filter(({ language, path }) => language === 'strategy' && path !== 'docs/rules/syntax.md');
/** What is written by hand; the rules' pages are generated, and their examples tested with the rules. */
const guide = strategies.filter(({ path }) => !path.startsWith('docs/rules/'));
const settings = blocks.filter(({ language, path }) => language === 'jsonc' && path !== 'docs/rules/settings.md');

describe('the documents', () => {
  it('show strategies, some of them complete', () => {
    assert.ok(guide.length > 10);
    assert.ok(guide.some(({ complete }) => complete));
  });

  for (const { path, line, source } of strategies) {
    it(`${path}:${line} shows a strategy without a syntax error`, () => {
      const tree = parseFile(source);
      const problems = [...tree.problems, ...tree.chunks.flatMap(({ chunk }) => chunk.problems)];
      assert.deepEqual(problems.map(({ message }) => message), []);
    });
  }

  for (const { path, line, source } of guide) {
    it(`${path}:${line} shows it in canonical layout`, () => assert.equal(formatTree(parseFile(source)), source));
  }

  for (const { path, line, source } of guide.filter(({ complete }) => complete)) {
    it(`${path}:${line} shows a complete strategy without an error or warning`, () => {
      const asOf = parseDate('2026-03-01');
      assert.ok(asOf !== null);
      const { diagnostics } = analyze({ files: [{ path: 'a.strategy', tree: parseFile(source) }], settingsText: null, asOf, today: asOf });
      assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ message }) => message), []);
    });
  }

  for (const { path, line, source } of settings) {
    it(`${path}:${line} shows settings without a mistake`, () => assert.deepEqual(readSettings(source).findings, []));
  }

  for (const { path, text } of pages) {
    it(`${path} links to pages and headings that exist`, () => {
      const dead = [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
        .filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(path, target));
      assert.deepEqual(dead, []);
    });
  }
});

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', heading] = target.split('#');
  const location = file === '' ? new URL(from, root) : new URL(file, new URL(from, root));
  if (!existsSync(location)) return false;
  return heading === undefined || headingsOf(readFileSync(location, 'utf8')).includes(heading);
}

/** The anchors of a page's headings, as GitHub makes them. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map((match) => (match[1] ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}
