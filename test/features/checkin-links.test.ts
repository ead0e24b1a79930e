/** The ways that lead to a check-in: over an objective, and under the card of a key result. */

import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { codeLens } from '../../server/features/code-lens.ts';
import { hover } from '../../server/features/hover.ts';
import type { ClientAbilities } from '../../server/features/snapshot.ts';
import { marked } from './marked.ts';

const SOURCE = 'objective o "O" {\n  kr k‸ "K" from 1 to 2\n  kr "It (is) \'so\'" from 1 to 2\n}\n';

function hovered(source: string, client: Partial<ClientAbilities> = {}): string {
  const { snapshot, params } = marked(source, client);
  return (hover(snapshot, params)?.contents as MarkupContent).value;
}

describe('a check-in is recorded', () => {
  it('from a lens over an active objective, for a client that has the command', () => {
    const commands = (source: string, client: Partial<ClientAbilities> = {}) => {
      const { snapshot } = marked(source, client);
      return codeLens(snapshot, {}, { isCancellationRequested: false }).flatMap(({ command }) => (command?.command === 'throughline.recordCheckin' ? [command.arguments] : []));
    };
    assert.deepEqual(commands(SOURCE), [['o', 'file:///a.strategy']]);
    assert.deepEqual(commands(SOURCE, { recordCheckin: false }), []);
    assert.deepEqual(commands('objective o "O" {\n  status paused\n  kr k‸ "K" from 1 to 2\n}\n'), []);
    assert.deepEqual(commands('objective o "O" {\n  kr k‸ "K"\n}\ngoal g "G"\n'), []);
  });

  it('from the card of a key result, by a link that nothing in its name can end', () => {
    assert.match(hovered(SOURCE), /\n\n\[Record a check-in\]\(command:throughline\.recordCheckin\?%5B%22o\.k%22%5D\)$/);
    const [, query = ''] = /\(command:throughline\.recordCheckin\?([^)\s]*)\)$/.exec(hovered(SOURCE.replace('‸', '').replace('It', 'I‸t'))) ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(query)), ['o."It (is) \'so\'"']);
  });

  it('from no card of what is over, and none for a client without the command', () => {
    assert.ok(!hovered(SOURCE, { recordCheckin: false }).includes('Record'));
    assert.ok(!hovered(SOURCE, { markdown: false }).includes('Record'));
    assert.ok(!hovered(SOURCE.replace('"K" from 1 to 2', '"K" from 1 to 2 { status done }')).includes('Record'));
  });
});
