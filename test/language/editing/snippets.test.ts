import assert from 'node:assert/strict';
import snippets from '../../../grammar/snippets.json' with { type: 'json' };
import { formatTree } from '../../../grammar/format.ts';
import { parseFile } from '../../../grammar/parse.ts';

const VARIABLES: Readonly<Record<string, string>> = { CURRENT_YEAR: '2026', CURRENT_MONTH: '03', CURRENT_DATE: '01' };

/** The text that a snippet leaves when one accepts all that it proposes, of choices the one numbered. */
function accepted(body: readonly string[], choice: number): string {
  return body.join('\n').replaceAll('\t', '  ')
    .replaceAll(/(?<!\\)\$([A-Z_]+)/g, (whole, name: string) => VARIABLES[name] ?? whole)
    .replaceAll(/\$\{\d+\|([^|]*)\|\}/g, (_, choices: string) => choices.split(',')[choice % choices.split(',').length] ?? '')
    .replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replaceAll(/(?<!\\)\$\d+/g, '')
    .replaceAll('\\$', '$');
}

/** The snippet where it belongs: in an objective, a kr or a goal. */
function inPlace(text: string): string {
  const indented = text.trimEnd().replaceAll('\n', '\n  ');
  if (text.startsWith('kr ')) return `objective o "O" {\n  ${indented}\n}\n`;
  if (text.startsWith('checkin ') || text.startsWith('evidence ')) return `${text.startsWith('c') ? 'metric' : 'goal'} m "M" {\n  ${indented}\n}\n`;
  return `${text.trimEnd()}\n`;
}

describe('snippets', () => {
  for (const [name, { prefix, description, body }] of Object.entries(snippets)) {
    it(`${name}: each choice is canonical text without a syntax error`, () => {
      for (const choice of [0, 1, 2, 3, 4, 5, 6]) {
        const text = inPlace(accepted(body, choice));
        assert.doesNotMatch(text, /\$\{|\$[A-Z]/, 'a placeholder is left');
        assert.equal(formatTree(parseFile(text)), text);
      }
    });

    it(`${name}: says what it is for`, () => {
      assert.match(description, /^[A-Z].*\.$/);
      assert.notEqual([prefix].flat().length, 0);
    });
  }
});
