/** Findings for an editor that asks for them. */

import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { Editor, pulling } from './editor.ts';
import { goals, lost, okrs, sound } from './strategies.ts';

describe('findings that are pulled', () => {
  let editor: Editor;

  afterEach(async () => {
    assert.deepEqual(editor.published, [], 'never both');
    try {
      assert.equal(await editor.quit(), 0);
      assert.deepEqual(editor.log, []);
    } finally {
      await editor.end();
    }
  });

  const pull = (path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> => (
    editor.request('textDocument/diagnostic', { textDocument: { uri: editor.uri(path) }, previousResultId })
  );
  const pullAll = (previous: Readonly<Record<string, string>> = {}): Promise<WorkspaceDiagnosticReport> => editor.request('workspace/diagnostic', {
    previousResultIds: Object.entries(previous).map(([path, value]) => ({ uri: editor.uri(path), value })),
  });
  const codes = (report: DocumentDiagnosticReport | undefined): unknown => report?.kind === 'full' ? report.items.map(({ code }) => code) : report?.kind;

  it('are announced', async () => {
    editor = await Editor.open(sound, { capabilities: pulling });
    assert.deepEqual(editor.initialized.capabilities.diagnosticProvider, {
      identifier: 'throughline', interFileDependencies: true, workspaceDiagnostics: true,
    });
  });

  it('of a document know the last edit', async () => {
    editor = await Editor.open(sound, { capabilities: pulling });
    await editor.show('okrs.strategy', okrs);
    assert.deepEqual(codes(await pull('okrs.strategy')), []);
    await editor.type('okrs.strategy', lost);
    assert.deepEqual(codes(await pull('okrs.strategy')), ['unknown-reference']);
    await editor.type('okrs.strategy', okrs);
    assert.deepEqual(codes(await pull('okrs.strategy')), []);
  });

  it('are unchanged as long as they say the same, whatever was typed', async () => {
    editor = await Editor.open({ ...sound, 'okrs.strategy': lost }, { capabilities: pulling });
    await editor.show('okrs.strategy', lost);
    const { resultId } = await pull('okrs.strategy');
    await editor.type('okrs.strategy', `${lost}\n// nothing new\n`);
    assert.deepEqual(await pull('okrs.strategy', resultId), { kind: 'unchanged', resultId });
  });

  it('of the workspace name the files that have some, open or not', async () => {
    editor = await Editor.open({ ...sound, 'okrs.strategy': lost }, { capabilities: pulling });
    const { items } = await pullAll();
    // The goal that nothing supports, and the objective that supports nothing known.
    assert.deepEqual(items.map(({ uri }) => uri).sort(), [editor.uri('goals.strategy'), editor.uri('okrs.strategy')]);
    assert.deepEqual(items.map(({ version }) => version), [null, null]);
  });

  it('of the workspace are not told again, and are cleared for a file that is gone', async () => {
    editor = await Editor.open({ ...sound, 'okrs.strategy': lost }, { capabilities: pulling });
    const first = await pullAll();
    const known = Object.fromEntries(first.items.map(({ uri, resultId }) => [uri.slice(editor.uri('').length + 1), resultId ?? '']));
    assert.deepEqual((await pullAll(known)).items.map(({ kind }) => kind), ['unchanged', 'unchanged']);
    await editor.delete('okrs.strategy');
    const { items } = await pullAll(known);
    const gone = items.find(({ uri }) => uri === editor.uri('okrs.strategy'));
    assert.deepEqual(codes(gone), []);
  });

  it('are offered anew when those of other files changed', async () => {
    editor = await Editor.open({ ...sound, 'okrs.strategy': lost }, { capabilities: pulling });
    await editor.show('okrs.strategy', lost);
    await editor.show('goals.strategy', goals);
    assert.deepEqual(codes(await pull('okrs.strategy')), ['unknown-reference']);
    await pullAll();
    const before = editor.refreshes;
    await editor.type('goals.strategy', goals.replace('goal grow', 'goal gorw'));
    await editor.until('the server asks for a pull', () => editor.refreshes > before);
    assert.deepEqual(codes(await pull('okrs.strategy')), []);
  });

  it('of a document without a root are its syntax errors', async () => {
    editor = await Editor.open(sound, { capabilities: pulling });
    const uri = 'untitled:Untitled-1';
    await editor.showUri(uri, 'objective alone "Alone" {}\nteam\n');
    const report = await editor.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(codes(report), ['syntax']);
  });

  it('can be given up', async () => {
    editor = await Editor.open(sound, { capabilities: pulling });
    const controller = new (await import('vscode-languageserver-protocol/node')).CancellationTokenSource();
    const answer = editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, controller.token);
    controller.cancel();
    await assert.rejects(answer, { code: -32800 });
  });
});
