/** Pictures for previews, as a client asks for them. */

import assert from 'node:assert/strict';
import {
  drawTextRequest, outlineRequest, realignChoicesRequest, strategiesNotification, thingsAtRequest, viewRequest,
  type DrawTextAnswer, type OutlineAnswer, type StrategiesChanged, type ViewAnswer,
} from '../../server/preview-protocol.ts';
import { Editor } from './editor.ts';
import { okrs, sound } from './strategies.ts';

describe('a picture', () => {
  let editor: Editor;
  let changes: StrategiesChanged[];

  beforeEach(async () => {
    changes = [];
    editor = await Editor.open(sound, { initializationOptions: { views: true } });
    editor.connection.onNotification(strategiesNotification, (change: StrategiesChanged) => { changes.push(change); });
  });
  afterEach(async () => { await editor.end(); });

  const view = (params: object = {}) => editor.request<ViewAnswer | null>(viewRequest, { textDocument: { uri: editor.uri('okrs.strategy') }, view: 'map', ...params });

  it('is of the strategy of a file, with its style and what there is to choose', async () => {
    const answer = await view();
    assert.ok(answer !== null);
    assert.equal(answer.root, editor.uri('').replace(/\/$/, ''));
    assert.match(answer.html, /Teams start without talking to us/);
    assert.match(answer.style, /--vscode-editor-background/);
    assert.deepEqual(answer.choices.kinds, ['goal', 'objective', 'kr']);
    assert.deepEqual(answer.formats, ['svg', 'html', 'report', 'markdown', 'mermaid', 'csv']);
    assert.equal(await editor.quit(), 0);
  });

  it('knows the last edit, and the client is told that there was one', async () => {
    await view();
    await editor.show('okrs.strategy', okrs);
    await editor.settled();
    const before = changes.length;
    await editor.type('okrs.strategy', okrs.replace('Teams start', 'Teams begin'));
    assert.match((await view())?.html ?? '', /Teams begin without/);
    assert.ok(changes.length > before, 'the client is told');
    assert.deepEqual(changes.at(-1)?.roots, [editor.uri('').replace(/\/$/, '')]);
    assert.equal(await editor.quit(), 0);
  });

  it('is none for a file that belongs to no strategy', async () => {
    assert.equal(await view({ textDocument: { uri: 'untitled:new' } }), null);
    assert.equal(await editor.quit(), 0);
  });

  it('is asked for in the terms of the protocol only', async () => {
    for (const params of [{}, { view: 'map' }, { textDocument: { uri: 1 }, view: 'map' }, { textDocument: { uri: editor.uri('okrs.strategy') }, view: 'pie' }]) {
      await assert.rejects(editor.request(viewRequest, params), { code: -32602 });
    }
    await assert.rejects(editor.request(thingsAtRequest, { textDocument: { uri: editor.uri('okrs.strategy') } }), { code: -32602 });
    await assert.rejects(editor.request(realignChoicesRequest, { textDocument: { uri: editor.uri('okrs.strategy') } }), { code: -32602 });
    await assert.rejects(editor.request(outlineRequest, { grouping: 'colour' }), { code: -32602 });
    await assert.rejects(editor.request(drawTextRequest, {}), { code: -32602 });
    assert.equal(await editor.quit(), 0);
  });

  it('of a strategy in other text needs no file', async () => {
    const answer = await editor.request<DrawTextAnswer | null>(drawTextRequest, { text: okrs });
    assert.match(answer?.html ?? '', /^<svg /);
    assert.equal(await editor.quit(), 0);
  });

  it('as a tree has every strategy with a file of it', async () => {
    await editor.settled();
    const { strategies } = await editor.request<OutlineAnswer>(outlineRequest, { grouping: 'goal' });
    assert.deepEqual(strategies.map(({ uri, nodes }) => [uri, nodes.map(({ title }) => title)]), [[editor.uri('goals.strategy'), ['Grow the business']]]);
    assert.equal(await editor.quit(), 0);
  });
});
