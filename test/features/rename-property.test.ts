/** Renaming anything, in the strategies of the conformance cases, changes what it is called and nothing else. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { parseDate } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { lineIndex } from '../../grammar/positions.ts';
import { analyze, type Analysis } from '../../server/analysis.ts';
import { Refusal } from '../../server/features/refusal.ts';
import { rename } from '../../server/features/rename.ts';
import type { Entity } from '../../server/model/strategy.ts';
import { locate } from '../../server/rules/diagnostics.ts';
import { snapshotOf } from './marked.ts';

const CASES = join(import.meta.dirname, '../conformance');
const FRESH = 'zz-fresh-name';

type Files = Readonly<Record<string, string>>;

function filesOf(name: string): Files {
  const folder = join(CASES, name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.strategy'));
  return Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]));
}

function analysed(files: Files, asOf: string): Analysis {
  const day = parseDate(asOf);
  assert.ok(day !== null);
  return analyze({ files: Object.entries(files).map(([path, text]) => ({ path, tree: parseFile(text) })), settingsText: null, asOf: day, today: day });
}

/** The files with an entity renamed; null where it is refused. */
function renamed(files: Files, analysis: Analysis, entity: Entity, newName: string): Files | null {
  const { name } = entity.declaration;
  if (name === null) return null;
  const { file, range } = locate({ origin: entity.origin, span: name });
  const result = rename(snapshotOf(analysis, file), { position: range.start, newName });
  if (result instanceof Refusal) return null;
  const after: Record<string, string> = { ...files };
  for (const { textDocument: { uri }, edits } of (result.documentChanges ?? []) as TextDocumentEdit[]) {
    const path = uri.slice('file:///'.length);
    after[path] = applied(after[path] ?? '', edits as TextEdit[]);
  }
  return after;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = lineIndex(text);
  return edits.map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);
}

/** What a strategy says of itself, without what things are called. */
function told({ diagnostics, strategy }: Analysis): readonly string[] {
  return [
    ...diagnostics.map(({ file, range, code, severity }) => `${file}:${range.start.line + 1} ${code} ${severity}`),
    ...strategy.goals.map(({ score, expected, health }) => `goal ${score} ${expected} ${health}`),
    ...strategy.objectives.map(({ score, expected, health, alignment, goals, supports }) => (
      `objective ${score} ${expected} ${health} ${alignment} ${goals.size} ${supports.map(({ share }) => share).join()}`
    )),
    ...strategy.keyResults.map(({ score, progress, health, traced }) => `kr ${score} ${progress} ${health} ${traced}`),
    ...strategy.entities.map(({ kind, links }) => `${kind} ${links.map((link) => `${link.kind} ${link.resolution} ${link.target?.kind}`).join()}`),
  ].sort();
}

describe('renaming any name', () => {
  for (const name of readdirSync(CASES).filter((entry) => /^\d+$/.test(entry))) {
    it(`keeps what strategy ${name} means, and takes itself back`, () => {
      const { asOf } = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8')) as { readonly asOf: string };
      const files = filesOf(name);
      const before = analysed(files, asOf);
      const meaning = told(before);
      let count = 0;
      // A name that is declared twice is another matter: renaming one of the two mends that.
      const doubled = new Set(before.strategy.entities.flatMap((entity) => (entity.laterThan === null ? [] : [entity, entity.laterThan])));
      for (const entity of before.strategy.entities.filter((candidate) => !doubled.has(candidate))) {
        const after = renamed(files, before, entity, FRESH);
        if (after === null) continue;
        const analysis = analysed(after, asOf);
        assert.deepEqual(told(analysis), meaning, `${entity.kind} ${entity.id}`);
        const again = analysis.strategy.entities.find((candidate) => candidate.declaration.name?.text === FRESH);
        assert.ok(again !== undefined);
        assert.deepEqual(renamed(after, analysis, again, entity.declaration.name?.text ?? ''), files, `${entity.kind} ${entity.id}, and back`);
        count += 1;
      }
      assert.ok(count > 5, `only ${count} renamed`);
    });
  }
});
