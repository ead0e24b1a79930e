/** Lenses and hints as the user has set them, and shown anew when something changed elsewhere. */

import assert from 'node:assert/strict';
import type { CodeLens, InlayHint, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol/node';
import { Editor } from './editor.ts';
import { okrs, sound } from './strategies.ts';

const ALL = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('lenses, hints and colours', () => {
  let editor: Editor;

  afterEach(async () => { await editor.end(); });

  const document = (): object => ({ textDocument: { uri: editor.uri('okrs.strategy') } });
  const lenses = (): Promise<CodeLens[] | null> => editor.request('textDocument/codeLens', document());
  const hints = (): Promise<InlayHint[] | null> => editor.request('textDocument/inlayHint', { ...document(), range: ALL });

  it('are there unless the user has turned them off', async () => {
    editor = await Editor.open(sound);
    await editor.show('okrs.strategy', okrs);
    assert.notDeepEqual(await lenses() ?? [], []);
    assert.notDeepEqual(await hints() ?? [], []);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { throughline: { codeLens: { enabled: false }, inlayHints: { enabled: true } } },
    });
    assert.equal(await lenses(), null);
    assert.notDeepEqual(await hints() ?? [], []);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { throughline: { inlayHints: { enabled: false } } } });
    assert.notDeepEqual(await lenses() ?? [], []);
    assert.equal(await hints(), null);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: 'nonsense' });
    assert.notDeepEqual(await hints() ?? [], []);
    assert.equal(await editor.quit(), 0);
  });

  it('are as a client says that is asked for its settings', async () => {
    let enabled = false;
    editor = await Editor.open(sound, { initialize: false });
    editor.connection.onRequest('workspace/configuration', () => [{ codeLens: { enabled }, inlayHints: { enabled: !enabled } }]);
    await editor.initialize({ capabilities: { workspace: { configuration: true } } });
    await editor.show('okrs.strategy', okrs);
    assert.equal(await lenses(), null);
    assert.notDeepEqual(await hints() ?? [], []);
    enabled = true;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.notDeepEqual(await lenses() ?? [], []);
    assert.equal(await hints(), null);
    assert.equal(await editor.quit(), 0);
  });

  it('are asked for anew when another file changed', async () => {
    const asked = new Map<string, number>();
    let stir = (): void => undefined;
    editor = await Editor.open(sound, { initialize: false });
    for (const what of ['codeLens', 'inlayHint', 'semanticTokens']) {
      editor.connection.onRequest(`workspace/${what}/refresh`, () => {
        asked.set(what, (asked.get(what) ?? 0) + 1);
        stir();
        return null;
      });
    }
    await editor.initialize({ capabilities: { workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true }, semanticTokens: { refreshSupport: true } } } });
    await editor.show('okrs.strategy', okrs);
    await lenses();
    const before = asked.get('codeLens') ?? 0;
    const again = new Promise<void>((resolve) => { stir = () => { if ((asked.get('codeLens') ?? 0) > before) resolve(); }; });
    await editor.write('more.strategy', 'team another "Another"\n', 'created');
    await again;
    await lenses();
    assert.ok(['codeLens', 'inlayHint', 'semanticTokens'].every((what) => (asked.get(what) ?? 0) > 0));
    assert.equal(await editor.quit(), 0);
  });

  it('come as the difference to the last answer', async () => {
    editor = await Editor.open(sound);
    await editor.show('okrs.strategy', okrs);
    const before = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', document());
    const start = { line: 0, character: 0 };
    await editor.type('okrs.strategy', 'team first "First"\n', { start, end: start });
    const change = await editor.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', { ...document(), previousResultId: before.resultId });
    const after = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', document());
    const data = [...before.data];
    for (const { start: from, deleteCount, data: added = [] } of change.edits) data.splice(from, deleteCount, ...added);
    assert.deepEqual(data, after.data);
    assert.ok(change.edits.every(({ data: added = [] }) => added.length <= 20));
    const none = await editor.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', { ...document(), previousResultId: after.resultId });
    assert.deepEqual(none.edits, []);
    assert.equal(await editor.quit(), 0);
  });
});
