/** Renaming, and what it refuses. */

import assert from 'node:assert/strict';
import type { Range, TextDocumentEdit } from 'vscode-languageserver-types';
import { lineIndex } from '../../grammar/positions.ts';
import { Refusal } from '../../server/features/refusal.ts';
import { prepareRename, rename } from '../../server/features/rename.ts';
import { takeCursor } from '../protocol/case-file.ts';
import { marked } from './marked.ts';

type Source = string | Readonly<Record<string, string>>;

function outcome(source: Source, newName: string) {
  const { snapshot, params } = marked(source);
  return rename(snapshot, { ...params, newName });
}

/** The files after the renaming, the one of a single file as its text. */
function renamed(source: Source, newName: string): Source {
  const result = outcome(source, newName);
  if (result instanceof Refusal) throw new Error(result.reason);
  const { files } = takeCursor(typeof source === 'string' ? { 'a.strategy': source } : source);
  const after: Record<string, string> = { ...files };
  for (const { textDocument: { uri }, edits } of (result.documentChanges ?? []) as TextDocumentEdit[]) {
    const path = uri.slice('file:///'.length);
    after[path] = applied(after[path] ?? '', edits as { range: Range; newText: string }[]);
  }
  return typeof source === 'string' ? after['a.strategy'] ?? '' : after;
}

function applied(text: string, edits: readonly { readonly range: Range; readonly newText: string }[]): string {
  const lines = lineIndex(text);
  return edits.map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);
}

function refusal(source: Source, newName: string): string {
  const result = outcome(source, newName);
  return result instanceof Refusal ? result.reason : 'not refused';
}

describe('renaming', () => {
  it('changes a name where it is declared and in every file that uses it', () => {
    assert.deepEqual(renamed({
      'goals.strategy': 'goal gr‸ow "Grow"\ngoal more "More" { supports grow }\n',
      'okrs.strategy': 'objective a "A grow" {\n  supports grow 50%, more\n}\n// grow\n',
    }, 'thrive'), {
      'goals.strategy': 'goal thrive "Grow"\ngoal more "More" { supports thrive }\n',
      'okrs.strategy': 'objective a "A grow" {\n  supports thrive 50%, more\n}\n// grow\n',
    });
  });

  it('begins at a use as well as at the declaration', () => {
    assert.equal(renamed('team a "A"\nperson p in ‸a\n', 'b'), 'team b "A"\nperson p in b\n');
  });

  it('changes a kr by its short name and by its qualified one', () => {
    assert.equal(
      renamed('objective a "A" {\n  kr spe‸ed "S" from 1 to 2\n  initiative i "I" { advances speed }\n}\nobjective b "B" { supports a.speed }\n', 'pace'),
      'objective a "A" {\n  kr pace "S" from 1 to 2\n  initiative i "I" { advances pace }\n}\nobjective b "B" { supports a.pace }\n',
    );
  });

  it('changes an objective before the dot of its key results', () => {
    assert.equal(
      renamed('objective a "A" {\n  kr speed "S" from 1 to 2\n}\nobjective b "B" { supports ‸a.speed, a }\n', 'first'),
      'objective first "A" {\n  kr speed "S" from 1 to 2\n}\nobjective b "B" { supports first.speed, first }\n',
    );
  });

  it('changes periods after `in`, `period` and `by`', () => {
    assert.equal(
      renamed('period F‸Y 2026-01-01 .. 2026-12-31\nperiod Q 2026-01-01 .. 2026-03-31 in FY\nobjective a "A" {\n  period FY\n  kr "K" from 1 to 2 by FY\n}\n', 'year'),
      'period year 2026-01-01 .. 2026-12-31\nperiod Q 2026-01-01 .. 2026-03-31 in year\nobjective a "A" {\n  period year\n  kr "K" from 1 to 2 by year\n}\n',
    );
  });

  it('finds names that are written decomposed, and writes them composed', () => {
    assert.equal(
      renamed('objective e\u0301 "E" {\n  kr k "K" from 1 to 2\n}\nobjective b "B" { supports e\u0301.‸k }\n', 'e\u0301te\u0301'),
      'objective e\u0301 "E" {\n  kr \u00e9t\u00e9 "K" from 1 to 2\n}\nobjective b "B" { supports e\u0301.\u00e9t\u00e9 }\n',
    );
  });

  it('works in a file with syntax errors', () => {
    assert.equal(renamed('goal gr‸ow "Grow" {\n  kind\n  owner\n}\nobjective a "A" {\n  supports grow,\n', 'win'), 'goal win "Grow" {\n  kind\n  owner\n}\nobjective a "A" {\n  supports win,\n');
  });

  it('leaves a thing of the same name in another objective alone', () => {
    assert.equal(
      renamed('objective a "A" {\n  kr ‸k "K" from 1 to 2\n  initiative i "I" { advances k }\n}\nobjective b "B" {\n  kr k "K" from 1 to 2\n  initiative j "J" { advances k }\n}\n', 'x'),
      'objective a "A" {\n  kr x "K" from 1 to 2\n  initiative i "I" { advances x }\n}\nobjective b "B" {\n  kr k "K" from 1 to 2\n  initiative j "J" { advances k }\n}\n',
    );
  });

  it('may give a word of the language as a name', () => {
    assert.equal(renamed('goal gr‸ow "Grow"\nobjective a "A" {\n  supports grow\n}\n', 'supports'), 'goal supports "Grow"\nobjective a "A" {\n  supports supports\n}\n');
  });

  it('refuses a word of the language where at the start of a line it would begin something else', () => {
    assert.match(refusal('goal gr‸ow "Grow"\ngoal b "B"\nobjective a "A" {\n  supports b,\n    grow\n}\n', 'owner'), /would be read as something else/);
  });

  it('refuses what is no name', () => {
    for (const name of ['', '  ', '2x', 'a b', 'a.b', '"a"', '-a', '2026-Q1', 'a\nb', '{']) assert.match(refusal('goal gr‸ow "Grow"\n', name), /is no name/, name);
  });

  it('refuses a name that is taken, and says by whom', () => {
    assert.equal(refusal({ 'a.strategy': 'goal gr‸ow "Grow"\n', 'b.strategy': 'team core "Core"\n' }, 'core'), "'core' is taken by Team 'Core' (core) in b.strategy.");
    assert.match(refusal('objective a "A" {\n  kr ‸k "K" from 1 to 2\n  kr l "L" from 1 to 2\n}\n', 'l'), /'l' is taken by Key result 'L'/);
  });

  it('refuses a name inside an objective that would catch what means something at the top', () => {
    const source = 'objective far "Far" {}\nobjective a "A" {\n  initiative ‸i "I" {}\n  initiative j "J" { needs far }\n}\n';
    assert.match(refusal(source, 'far'), /'far' in a.strategy, line 4, would mean Initiative 'I' \(a.i\) instead of Objective 'Far' \(far\)/);
  });

  it('gives a name inside an objective that only what is not looked up there bears', () => {
    const source = 'objective far "Far" {}\nobjective a "A" {\n  supports far\n  kr ‸k "K" from 1 to 2\n}\n';
    assert.equal(renamed(source, 'far'), source.replace('‸k', 'far'));
  });

  it('refuses a name at the top that something inside an objective would catch', () => {
    const source = 'objective ‸far "Far" {}\nobjective a "A" {\n  kr near "Near" from 1 to 2\n  initiative j "J" { needs far }\n}\n';
    assert.match(refusal(source, 'near'), /would mean Key result 'Near' \(a.near\) instead of Objective 'Far' \(far\)/);
  });

  it('refuses a name that something would mean which means nothing now', () => {
    assert.match(refusal('goal gr‸ow "Grow"\nobjective a "A" { supports win }\n', 'win'), /which means nothing now/);
  });

  it('changes only itself where it is a later declaration of a name', () => {
    assert.equal(renamed('goal grow "Grow"\ngoal ‸grow "Again"\nobjective a "A" { supports grow }\n', 'other'), 'goal grow "Grow"\ngoal other "Again"\nobjective a "A" { supports grow }\n');
  });

  it('changes nothing where the name stays', () => {
    assert.equal(renamed('goal gr‸ow "Grow"\n', 'grow'), 'goal grow "Grow"\n');
  });
});

describe('preparing to rename', () => {
  const prepared = (source: string) => {
    const { snapshot, params } = marked(source);
    return prepareRename(snapshot, params);
  };

  it('offers the name under the cursor, of a name with a dot the part', () => {
    const source = 'objective a "A" {\n  kr speed "S" from 1 to 2\n}\nobjective b "B" { supports a.spe‸ed }\n';
    assert.deepEqual(prepared(source), { placeholder: 'speed', range: { start: { line: 3, character: 29 }, end: { line: 3, character: 34 } } });
    assert.deepEqual(prepared(source.replace('a.spe‸ed', '‸a.speed')), { placeholder: 'a', range: { start: { line: 3, character: 27 }, end: { line: 3, character: 28 } } });
  });

  for (const [where, source, reason] of [
    ['on a title', 'goal grow "Gr‸ow"\n', /This is a title/],
    ['on a kr without a name', 'objective a "A" {\n  kr "K‸" from 1 to 2\n}\n', /no name that others use/],
    ['on a name that means nothing', 'objective a "A" { supports gr‸ow }\n', /means nothing yet/],
    ['on a word of the language', 'goal grow "Grow" {\n  ki‸nd business\n}\n', /no name here/],
    ['on a calendar period', 'goal grow "Grow" {\n  period 2026-‸Q1\n}\n', /no name here/],
    ['on nothing', 'goal grow "Grow"\n\n‸', /no name here/],
  ] as const) {
    it(`says why not ${where}`, () => {
      const result = prepared(source);
      assert.match(result instanceof Refusal ? result.reason : 'not refused', reason);
    });
  }
});
