/** What belongs to which strategy. */

import assert from 'node:assert/strict';
import { Editor, messageOf, pushed } from './editor.ts';
import { goals, lost, okrs, settings, sound } from './strategies.ts';

describe('the strategies of a workspace', () => {
  let editor: Editor;

  afterEach(async () => {
    try {
      assert.equal(await editor.quit(), 0);
      assert.deepEqual(editor.log, []);
    } finally {
      await editor.end();
    }
  });

  const under = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> => (
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]))
  );

  it('are one for each folder, and do not see each other', async () => {
    editor = await Editor.open({ ...under('one', sound), ...under('two', { 'throughline.json': settings, 'okrs.strategy': okrs }) }, { folders: ['one', 'two'] });
    await editor.until('the second misses its goal', () => editor.last('two/okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
    await editor.settled();
    assert.equal(editor.last('one/okrs.strategy'), undefined);
  });

  it('are one for each throughline.json below a folder', async () => {
    editor = await Editor.open({ ...sound, 'inner/throughline.json': settings, 'inner/okrs.strategy': okrs });
    await editor.until('the inner one misses its goal', () => editor.last('inner/okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
    await editor.delete('inner/throughline.json');
    // Part of the outer one now, where the name stands already.
    await editor.untilFound('inner/okrs.strategy', []);
    await editor.untilFound('okrs.strategy', ['duplicate-name']);
  });

  it('come and go with the folders of the workspace', async () => {
    editor = await Editor.open({ ...under('one', sound), ...under('two', { ...sound, 'okrs.strategy': lost }) }, { folders: ['one'] });
    await editor.settled();
    assert.deepEqual(editor.published, []);
    const two = editor.folder('two');
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [two], removed: [] } });
    await editor.untilFound('two/okrs.strategy', ['unknown-reference']);
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [two] } });
    await editor.untilFound('two/okrs.strategy', []);
  });

  it('hold the files of the nearest throughline.json above the folder that is opened', async () => {
    editor = await Editor.open({ 'throughline.json': settings, 'goals.strategy': goals, 'okrs/okrs.strategy': lost }, { folders: ['okrs'] });
    const [finding] = await editor.untilFound('okrs/okrs.strategy', ['unknown-reference']);
    assert.match(messageOf(finding), /grow/);
  });

  it('are watched outside the workspace too', async () => {
    const capabilities = { ...pushed, workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } } };
    editor = await Editor.open({ 'throughline.json': settings, 'goals.strategy': goals, 'okrs/okrs.strategy': okrs }, { folders: ['okrs'], capabilities });
    const found = await editor.until('the outer folder is watched', () => editor.registrations.find(({ registerOptions }) => JSON.stringify(registerOptions).includes('baseUri')));
    const { watchers } = found.registerOptions as { watchers: { globPattern: { baseUri: string; pattern: string } }[] };
    assert.deepEqual(watchers[0]?.globPattern, { baseUri: editor.uri('').replace(/\/$/, ''), pattern: '**/*.strategy' });
  });

  it('have a file that is not saved yet', async () => {
    editor = await Editor.open({ 'throughline.json': settings, 'okrs.strategy': okrs });
    await editor.until('the goal is missed', () => editor.last('okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
    await editor.show('goals.strategy', goals);
    await editor.untilFound('okrs.strategy', []);
    await editor.close('goals.strategy');
    await editor.until('the goal is missed again', () => editor.last('okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
  });

  it('have no document of another scheme: it gets its syntax errors, and names nothing', async () => {
    editor = await Editor.open({ 'throughline.json': settings, 'okrs.strategy': okrs });
    await editor.until('the goal is missed', () => editor.last('okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
    for (const uri of ['untitled:Untitled-1', editor.uri('goals.strategy').replace('file:', 'git:')]) {
      await editor.showUri(uri, `${goals}\nobjective alone "Alone" {}\nteam\n`);
      const told = await editor.until(`${uri} is told`, () => editor.lastOf(uri));
      assert.deepEqual(told.diagnostics.map(({ code }) => code), ['syntax']);
    }
    await editor.settled();
    assert.ok(editor.last('okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
  });

  it('are the folder of a file that is opened without one, for as long as it is open', async () => {
    editor = await Editor.open(sound, { folders: [] });
    await editor.show('okrs.strategy', lost);
    const [finding] = await editor.untilFound('okrs.strategy', ['unknown-reference']);
    assert.match(messageOf(finding), /grow/);
    await editor.close('okrs.strategy');
    await editor.untilFound('okrs.strategy', []);
  });

  it('are told of with their findings and health, where the client asks for it', async () => {
    editor = await Editor.open({ ...sound, 'okrs.strategy': lost }, { initializationOptions: { status: true } });
    const status = await editor.until('the status is told', () => editor.statuses[0]);
    const [root] = (status as { roots: { name: string; asOf: string; files: number; findings: object; goals: object }[] }).roots;
    assert.equal(root?.asOf, '2026-02-01');
    assert.equal(root.files, 2);
    assert.deepEqual(root.findings, { error: 1, warning: 1, info: 0, hint: 0 });
  });
});
