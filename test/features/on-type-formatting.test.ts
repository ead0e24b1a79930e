/** Formatting at a closing brace and at a line end. */

import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { onTypeFormatting } from '../../server/features/on-type-formatting.ts';
import { formatTree } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import { takeCursor } from '../protocol/case-file.ts';
import { marked } from './marked.ts';

/** The source after what was typed before the cursor. */
function typed(source: string, ch: string): string {
  const { snapshot, params } = marked(source);
  const text = takeCursor({ 'a.strategy': source }).files['a.strategy'] ?? '';
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), onTypeFormatting(snapshot, { ...params, ch }));
}

describe('formatting while typing', () => {
  it('lays out the body that a brace closes, and nothing else', () => {
    assert.equal(
      typed('team   a    "A"\ngoal g "G" {\nkind business\n   owner  a\n}‸\nteam   b    "B"\n', '}'),
      'team   a    "A"\ngoal g "G" {\n  kind  business\n  owner a\n}\nteam   b    "B"\n',
    );
  });

  it('lays out an inner body by itself', () => {
    assert.equal(
      typed('objective o "O" {\n  owner a\n  supports g\n  kr "K" from 1 to 2 {\n  weight 2\n  owner a\n}‸\n}\n', '}'),
      'objective o "O" {\n  owner a\n  supports g\n  kr "K" from 1 to 2 {\n    weight 2\n    owner  a\n  }\n}\n',
    );
  });

  it('leaves a body with a mistake in it alone', () => {
    const source = 'goal g "G" {\nkind business\n   owner  ,\n}‸\n';
    assert.equal(typed(source, '}'), source.replace('‸', ''));
  });

  it('does so with a mistake in another declaration', () => {
    assert.equal(typed('goal\ngoal g "G" {\nkind business\n}‸\n', '}'), 'goal\ngoal g "G" {\n  kind business\n}\n');
  });

  it('begins a line as far in as its body is deep', () => {
    assert.equal(typed('objective o "O" {\n‸', '\n'), 'objective o "O" {\n  ');
    assert.equal(typed('objective o "O" {\n  kr "K" {\n‸\n', '\n'), 'objective o "O" {\n  kr "K" {\n    \n');
    assert.equal(typed('objective o "O" {\n‸}\n', '\n'), 'objective o "O" {\n}\n');
    assert.equal(typed('goal g "G" {\n}\n    ‸', '\n'), 'goal g "G" {\n}\n');
  });

  it('begins a line in a list that goes on where formatting puts it', () => {
    const next = typed('objective o "O" {\n  supports a,\n‸', '\n');
    const whole = `${next}b\n}\n`;
    assert.equal(formatTree(parseFile(whole)), whole);
  });

  it('lays out the line that was left', () => {
    assert.equal(
      typed('goal g "G" {\n  kind  business\n  owner   a\n‸\n}\n', '\n'),
      'goal g "G" {\n  kind  business\n  owner a\n  \n}\n',
    );
  });

  it('changes nothing in a text of several lines or behind a comment', () => {
    for (const source of ['goal g """\n  a\n‸\n  """\n', '/// a\n‸']) assert.equal(typed(source, '\n'), source.replace('‸', ''));
  });

  it('keeps line ends', () => {
    assert.equal(typed('goal g "G" {\r\nkind business\r\n}‸\r\n', '}'), 'goal g "G" {\r\n  kind business\r\n}\r\n');
    assert.equal(typed('goal g "G" {\r\n‸\r\n}\r\n', '\n'), 'goal g "G" {\r\n  \r\n}\r\n');
  });
});
