/** What an editor may do wrong, and how fast it may do it. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Editor } from './editor.ts';
import { lost, okrs, sound } from './strategies.ts';

describe('the server', () => {
  let editor: Editor;

  afterEach(async () => { await editor.end(); });

  it('tells the state after the last of many edits, and nothing older after it', async () => {
    editor = await Editor.open(sound);
    await editor.show('okrs.strategy', okrs);
    for (let count = 0; count < 200; count += 1) await editor.type('okrs.strategy', count % 2 === 0 ? lost : okrs);
    await editor.settled();
    assert.deepEqual(editor.last('okrs.strategy')?.diagnostics, []);
    await editor.type('okrs.strategy', lost);
    await editor.settled();
    assert.deepEqual(editor.last('okrs.strategy')?.diagnostics.map(({ code }) => code), ['unknown-reference']);
    assert.equal(await editor.quit(), 0);
  });

  it('answers from the last edit while it is analysing the one before', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`team-${index}.strategy`, okrs.replace('objective start', `objective start-${index}`)]));
    editor = await Editor.open({ ...sound, ...many });
    await editor.show('okrs.strategy', okrs);
    const text = (name: string): string => okrs.replace('objective start', `objective ${name}`);
    for (const name of ['one', 'two', 'three']) {
      await editor.type('okrs.strategy', text(name));
      const symbols = await editor.request<{ detail: string }[]>('textDocument/documentSymbol', { textDocument: { uri: editor.uri('okrs.strategy') } });
      assert.deepEqual(symbols.map(({ detail }) => detail.split(' · ')[0]), [`objective ${name}`]);
    }
    assert.equal(await editor.quit(), 0);
  });

  it('gives a client that reads slowly the last state, and keeps nothing of those between', async () => {
    editor = await Editor.open(sound);
    await editor.show('okrs.strategy', okrs);
    await editor.untilFound('okrs.strategy', []);
    editor.process.stdout?.pause();
    for (let count = 0; count < 100; count += 1) {
      await editor.type('okrs.strategy', `${lost}\n// ${'x'.repeat(1000)} ${count}\n`);
    }
    await editor.type('okrs.strategy', okrs);
    editor.process.stdout?.resume();
    await editor.settled();
    assert.deepEqual(editor.last('okrs.strategy')?.diagnostics, []);
    assert.equal(await editor.quit(), 0);
  });

  it('survives messages that make no sense, and answers those that ask for something', async () => {
    editor = await Editor.open(sound);
    const { connection } = editor;
    const uri = editor.uri('okrs.strategy');
    await connection.sendNotification('textDocument/didOpen', { nothing: true });
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 3 }, contentChanges: [{ text: 'early' }] });
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri }, contentChanges: 7 });
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'no uri at all' } });
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'http://[broken', languageId: 'strategy', version: 1, text: 'goal' } });
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [null, { uri: 3 }, { uri: 'file:///x', type: 9 }] });
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: 'x' } });
    await connection.sendNotification('workspace/didChangeConfiguration', {});
    await connection.sendNotification('no/such/thing', {});
    for (const params of [{}, { textDocument: { uri }, position: { line: -1, character: 0 } }, { textDocument: 1, position: null }]) {
      await assert.rejects(connection.sendRequest('textDocument/hover', params), { code: -32602 });
    }
    await assert.rejects(connection.sendRequest('no/such/request', {}), { code: -32601 });
    const far = { line: 1_000_000, character: 1_000_000 };
    assert.equal(await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: far }), null);
    await editor.show('okrs.strategy', lost);
    await editor.untilFound('okrs.strategy', ['unknown-reference']);
    await editor.type('okrs.strategy', '', { start: far, end: far });
    await editor.settled();
    assert.equal(await editor.quit(), 0);
  });

  it('tells items, positions and searches that make no sense from those that do', async () => {
    editor = await Editor.open(sound);
    const { connection } = editor;
    const uri = editor.uri('okrs.strategy');
    const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const item of [null, 3, { uri }, { uri, selectionRange: 1 }, { uri: 1, selectionRange: place }, { uri, selectionRange: { ...place, start: { line: -1, character: 0 } } }]) {
      await assert.rejects(connection.sendRequest('callHierarchy/incomingCalls', { item }), { code: -32602 });
    }
    assert.deepEqual(await connection.sendRequest('typeHierarchy/subtypes', { item: { uri, selectionRange: place, data: '__proto__' } }), []);
    assert.equal(await connection.sendRequest('callHierarchy/outgoingCalls', { item: { uri: 'file:///elsewhere', selectionRange: place } }), null);
    for (const positions of [1, [null], [{ line: 0 }]]) {
      await assert.rejects(connection.sendRequest('textDocument/selectionRange', { textDocument: { uri }, positions }), { code: -32602 });
    }
    for (const method of ['hover', 'rename', 'selectionRange', 'inlayHint', 'references', 'codeAction', 'prepareCallHierarchy', 'semanticTokens/range']) {
      await assert.rejects(connection.sendRequest(`textDocument/${method}`, { textDocument: { uri } }), { code: -32602 }, method);
    }
    await assert.rejects(connection.sendRequest('textDocument/references', { textDocument: { uri }, position: place.start }), { code: -32602 });
    await assert.rejects(connection.sendRequest('typeHierarchy/supertypes', { textDocument: { uri } }), { code: -32602 });
    for (const query of [undefined, 7, null]) await assert.rejects(connection.sendRequest('workspace/symbol', { query }), { code: -32602 });
    assert.ok(await connection.sendRequest('textDocument/semanticTokens/full/delta', { textDocument: { uri }, previousResultId: { no: 'id' } }));
    assert.equal(await editor.quit(), 0);
  });

  it('survives bytes that are no message', async () => {
    editor = await Editor.open(sound);
    const body = '{ "jsonrpc": "2.0", "method": ';
    editor.process.stdin?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    editor.process.stdin?.write('Content-Length: 4\r\n\r\nnull');
    await editor.show('okrs.strategy', lost);
    await editor.untilFound('okrs.strategy', ['unknown-reference']);
    assert.equal(await editor.quit(), 0);
  });

  it('answers nothing before it is initialized, and initializes once', async () => {
    editor = await Editor.open(sound, { initialize: false });
    const { connection } = editor;
    const hover = { textDocument: { uri: editor.uri('okrs.strategy') }, position: { line: 4, character: 0 } };
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: hover.textDocument.uri, languageId: 'strategy', version: 1, text: 'goal' } });
    await assert.rejects(connection.sendRequest('textDocument/hover', hover), { code: -32002 });
    await editor.initialize({});
    assert.equal(await connection.sendRequest('textDocument/hover', hover), null);
    await assert.rejects(editor.initialize({}), { code: -32600 });
    await editor.settled();
    assert.deepEqual(editor.published, []);
    assert.equal(await editor.quit(), 0);
  });

  it('answers nothing after it is shut down', async () => {
    editor = await Editor.open(sound);
    await editor.connection.sendRequest('shutdown');
    await assert.rejects(editor.request('throughline/check', {}), { code: -32600 });
    const exited = once(editor.process, 'exit');
    await editor.connection.sendNotification('exit');
    assert.deepEqual(await exited, [0, null]);
  });

  it('ends with status 1 when it is told to exit without a shutdown, and when its input ends', async () => {
    for (const end of [() => editor.connection.sendNotification('exit'), async () => { editor.process.stdin?.end(); }]) {
      editor = await Editor.open(sound);
      const exited = once(editor.process, 'exit');
      await end();
      assert.deepEqual(await exited, [1, null]);
    }
  });

  it('counts characters in UTF-16 units', async () => {
    editor = await Editor.open(sound);
    const text = 'objective start "🚀🚀" { supports gorw }\n';
    await editor.show('okrs.strategy', text);
    await editor.until('the name is found unknown', () => editor.last('okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
    const finding = editor.last('okrs.strategy')?.diagnostics.find(({ code }) => code === 'unknown-reference');
    const start = text.indexOf('gorw');
    assert.deepEqual(finding?.range, { start: { line: 0, character: start }, end: { line: 0, character: start + 4 } });
    assert.equal(await editor.quit(), 0);
  });
});
