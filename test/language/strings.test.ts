/** Texts in quotes: from what is written to what is meant. */

import assert from 'node:assert/strict';
import { decodeTriple, readString } from '../../grammar/strings.ts';

describe('a text on one line', () => {
  it('has four escapes', () => {
    assert.deepEqual(readString(String.raw`"a \" b \\ c \n d \t e"`), { value: 'a " b \\ c \n d \t e', triple: false, problems: [] });
  });

  it('keeps an escape that is none, and says where it is', () => {
    const { value, problems } = readString(String.raw`"C:\dir\x"`);
    assert.equal(value, String.raw`C:\dir\x`);
    assert.deepEqual(problems.map(({ start, end }) => [start, end]), [[3, 5], [7, 9]]);
  });

  it('ends without its quote where the lexer cut it, and says so', () => {
    for (const raw of ['"', '"abc', String.raw`"abc\"`, '"abc\\']) {
      const { problems } = readString(raw);
      assert.deepEqual(problems.map(({ start, end }) => [start, end]), [[raw.length, raw.length]], raw);
    }
  });
});

describe('a text in three quotes', () => {
  const texts: readonly [string, string, string][] = [
    ['has no escapes', String.raw`"""a \n b"""`, String.raw`a \n b`],
    ['loses the common indentation of its lines after the first', '"""One\n    two\n      three"""', 'One\ntwo\n  three'],
    ['loses a first and a last line of nothing but spaces', '"""  \n    One\n    two\n  """', 'One\ntwo'],
    ['keeps empty lines within, which have no indentation', '"""\n    One\n\n      two\n    """', 'One\n\n  two'],
    ['keeps an empty line at its end but one', '"""\n  One\n\n  """', 'One\n'],
    ['ends its lines alike, whatever ended them', '"""\r\n  One\r  two\r\n"""', 'One\ntwo'],
    ['may be empty', '""""""', ''],
    ['may hold nothing but lines of spaces', '"""\n   \n"""', ''],
    ['may hold quotes', '"""say "hi" """', 'say "hi" '],
  ];
  for (const [name, raw, value] of texts) it(name, () => { assert.equal(decodeTriple(raw), value); });
});
