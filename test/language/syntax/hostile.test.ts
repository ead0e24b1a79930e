/** Texts made to hang, to fill the memory, or to drown the reader in findings. */

import assert from 'node:assert/strict';
import { MOST_PROBLEMS, parseFile } from '../../../grammar/parse.ts';
import { MOST_BYTES, MOST_DEPTH } from '../../../grammar/split.ts';
import type { SyntaxTree } from '../../../grammar/tree.ts';

const MEGABYTE = 1024 * 1024;

function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

function messages({ chunks, problems }: SyntaxTree): string[] {
  return [...chunks.flatMap(({ chunk }) => chunk.problems), ...problems].map(({ message }) => message);
}

describe('a file of 20 MB', () => {
  const files: Readonly<Record<string, string>> = {
    'of one declaration': `objective o "O" {\n${filled('  owner a\n', 20 * MEGABYTE)}`,
    'of quotes': filled('"', 20 * MEGABYTE),
    'of one line': filled('x', 20 * MEGABYTE),
    'of one line of declarations': filled('team a "A" ', 20 * MEGABYTE),
    'of spaces': filled(' ', 20 * MEGABYTE),
    'of one number': filled('1_', 20 * MEGABYTE),
    'of quotes of another kind': filled('«', 20 * MEGABYTE),
    'of one name beyond ASCII': filled('e\u0301', 20 * MEGABYTE),
  };
  for (const [name, text] of Object.entries(files)) {
    it(`${name} ends in one finding`, () => {
      assert.deepEqual(messages(parseFile(text)), ['This file is larger than 4 MiB. It is not read from here on; divide it into several.']);
    });
  }

  for (const prefix of ['', 'goal g "G" ', 'goal g "G" { owner a ']) {
    it(`of open braces after ${JSON.stringify(prefix)} ends in one finding`, () => {
      const found = messages(parseFile(prefix + filled('{', 20 * MEGABYTE)));
      assert.deepEqual(found, [
        'Braces stand in one another more than 64 deep. The file is not read from here on.',
      ]);
    });
  }
});

describe('a text of one thing', () => {
  const pieces = [
    '{}', '}', '""', '"""', ',', '.', '-', '/', '// a\n', '/// a\n', "'", "'a ", '“', '’a', '\\', '5 ', '1/a', '2026-', '2026-01-01 .. ', 'a.', 'team\n',
    'goal g "G"\nfoo\n', 'foo bar\n', 'kr "K"\n}\n', 'goal g "G" {\n', 'kr k "K" metric m ', '"""\ngoal g', '\u200b', '\u200b ', '😀', 'é', '\r', '5 users users ', 'period ',
    'objective o "O" metric m from 1 to 2 ', 'at at ', '\ngoal', '\n kr', '$', '?', 'x"', '# {\n', 'a:', 'strategy "S""', '"a""', '/* ', '/*/ ', '??', "1'200", '1 200 ', 'and ', '01.02.2026 - ', 'May 5 ', 'team team ', '<<<<<<< a\n', '\n=======\n', '<<<<<<< a\n=======\n', '\n>>>>>>> b\n', '<<<<<<< a\n=======\n>>>>>>>\n',
  ];
  for (const prefix of ['', 'goal g "G" {\n', 'objective o "O" {\n kr k "K" {\n', 'goal g "', 'strategy "S" { vision """', 'goal g "G" { supports ', 'objective o "O" { kr "K" from 1 to ']) {
    it(`after ${JSON.stringify(prefix)} ends in few findings`, () => {
      for (const piece of pieces) {
        const found = messages(parseFile(prefix + filled(piece, MEGABYTE / 8)));
        assert.ok(found.length <= MOST_PROBLEMS + 2, `${JSON.stringify(piece)}: ${found.length}`);
      }
    });
  }
});

describe('the limits', () => {
  it('keep what was complete before the file became too large', () => {
    const text = `goal g "G" {\n  owner a\n}\nobjective o "O" {\n  supports g\n${filled('  // more\n', MOST_BYTES)}  period 2026\n}\nteam a\n`;
    const tree = parseFile(text);
    const declarations = tree.chunks.flatMap(({ chunk }) => chunk.declarations);
    assert.deepEqual(declarations.map(({ name, properties }) => [name?.text, properties.map((property) => property.name)]), [['g', ['owner']], ['o', ['supports']]]);
    assert.equal(messages(tree).length, 1);
    assert.equal(tree.chunks.map(({ chunk }) => chunk.text).join(''), text);
  });

  it('count bytes, not characters', () => {
    const text = `team a "${'é'.repeat(MOST_BYTES / 2)}"\n`;
    assert.deepEqual(parseFile(text).problems.map(({ span }) => span.start), ['team a "'.length + MOST_BYTES / 2 - 4]);
    assert.deepEqual(parseFile(`team a "${'é'.repeat(MOST_BYTES / 2 - 5)}"`).problems, []);
  });

  it('pass over a file that is just as large as may be', () => {
    const text = `team a${' '.repeat(MOST_BYTES - 6)}`;
    assert.deepEqual(messages(parseFile(text)), []);
    assert.equal(messages(parseFile(`${text} `)).length, 1);
  });

  it('tell where braces are too deep, and keep what was complete before', () => {
    const text = `goal g "G" {\n  owner a\n}\ngoal h "H" ${'{'.repeat(MOST_DEPTH + 1)}\n`;
    const tree = parseFile(text);
    assert.deepEqual(tree.problems.map(({ span }) => span.start), [text.lastIndexOf('{')]);
    assert.deepEqual(tree.chunks.flatMap(({ chunk }) => chunk.declarations.map(({ name }) => name?.text)), ['g', 'h']);
  });

  it('end the list of problems of a file, and say so once', () => {
    const tree = parseFile('goal\n'.repeat(MOST_PROBLEMS + 500));
    assert.equal(tree.chunks.flatMap(({ chunk }) => chunk.problems).length, MOST_PROBLEMS);
    assert.deepEqual(tree.problems.map(({ message, span }) => [message, span.start]), [
      ['There are more than 1000 syntax errors in this file. Those from here on are not listed.', MOST_PROBLEMS * 'goal\n'.length + 'goal'.length],
    ]);
  });

  it('lose no problem of a file with fewer', () => {
    const tree = parseFile('goal\n'.repeat(MOST_PROBLEMS));
    assert.equal(messages(tree).length, MOST_PROBLEMS);
    assert.deepEqual(tree.problems, []);
  });

  it('are forgotten once the file is mended', () => {
    const broken = parseFile('goal\n'.repeat(MOST_PROBLEMS + 10));
    const mended = `${'goal g "G"\n'.repeat(20)}${'goal\n'.repeat(MOST_PROBLEMS - 10)}`;
    assert.deepEqual(parseFile(mended, broken), parseFile(mended));
  });
});
