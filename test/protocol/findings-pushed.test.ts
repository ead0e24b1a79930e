/** Findings for an editor that waits for them. */

import assert from 'node:assert/strict';
import { Editor, messageOf } from './editor.ts';
import { broken, goals, lost, okrs, settings, sound } from './strategies.ts';

describe('findings that are pushed', () => {
  let editor: Editor;

  afterEach(async () => {
    try {
      assert.equal(await editor.quit(), 0);
      assert.deepEqual(editor.log, []);
    } finally {
      await editor.end();
    }
  });

  it('come for files that nobody opened', async () => {
    editor = await Editor.open({ ...sound, 'okrs.strategy': lost });
    const [finding] = await editor.untilFound('okrs.strategy', ['unknown-reference']);
    assert.deepEqual(finding?.range, { start: { line: 1, character: 11 }, end: { line: 1, character: 15 } });
    assert.match(messageOf(finding), /grow/);
    assert.equal(finding.severity, 1);
    assert.equal(finding.source, 'throughline');
    assert.match(finding.codeDescription?.href ?? '', /unknown-reference/);
  });

  it('come empty for an open file in which there is nothing to find, with its version', async () => {
    editor = await Editor.open(sound);
    await editor.show('okrs.strategy', okrs);
    await editor.untilFound('okrs.strategy', []);
    assert.equal(editor.last('okrs.strategy')?.version, 1);
    assert.deepEqual(editor.published.map(({ uri }) => uri), [editor.uri('okrs.strategy')]);
  });

  it('follow the typing: a mistake comes and goes', async () => {
    editor = await Editor.open(sound);
    await editor.show('okrs.strategy', okrs);
    const name = { start: { line: 1, character: 11 }, end: { line: 1, character: 15 } };
    await editor.type('okrs.strategy', 'gorw', name);
    await editor.untilFound('okrs.strategy', ['unknown-reference']);
    await editor.type('okrs.strategy', 'grow', name);
    await editor.untilFound('okrs.strategy', []);
  });

  it('of other files follow what is typed in one', async () => {
    editor = await Editor.open({ ...sound, 'okrs.strategy': lost });
    await editor.untilFound('okrs.strategy', ['unknown-reference']);
    await editor.show('goals.strategy', goals);
    await editor.type('goals.strategy', goals.replace('goal grow', 'goal gorw'));
    await editor.untilFound('okrs.strategy', []);
  });

  it('are published for the files in which they changed, and for no others', async () => {
    editor = await Editor.open({ ...sound, 'okrs.strategy': lost, 'more.strategy': lost.replace('objective start', 'objective more') });
    await editor.show('okrs.strategy', lost);
    await editor.settled();
    const before = editor.published.length;
    await editor.type('okrs.strategy', `${lost}\nteam \n`);
    await editor.until('the edit is told', () => editor.published.length > before);
    await editor.settled();
    assert.deepEqual(editor.published.slice(before).map(({ uri }) => uri), [editor.uri('okrs.strategy')]);
  });

  it('of the text that is open stand before those of the file on the disk, until it is closed', async () => {
    editor = await Editor.open(sound);
    await editor.show('okrs.strategy', lost);
    await editor.untilFound('okrs.strategy', ['unknown-reference']);
    await editor.write('okrs.strategy', `${okrs}\nteam twice "Twice"\nteam twice "Twice"\n`);
    await editor.settled();
    await editor.untilFound('okrs.strategy', ['unknown-reference']);
    await editor.close('okrs.strategy');
    await editor.untilFound('okrs.strategy', ['unused-declaration', 'duplicate-name']);
  });

  it('name the related places, fade what is unused, and say which fixes there are', async () => {
    editor = await Editor.open({ ...sound, 'more.strategy': 'team core "Core again"\nteam idle "Idle"\n' });
    await editor.settled();
    const [duplicate] = editor.last('more.strategy')?.diagnostics ?? editor.last('goals.strategy')?.diagnostics ?? [];
    assert.equal(duplicate?.code, 'duplicate-name');
    assert.equal(duplicate.relatedInformation?.length, 1);
    assert.equal(duplicate.relatedInformation[0]?.location.uri, editor.uri('goals.strategy'));
    const unused = editor.last('more.strategy')?.diagnostics.find(({ code }) => code === 'unused-declaration');
    assert.ok(unused !== undefined);
    assert.deepEqual(unused.tags, [1]);
    assert.ok(Array.isArray((unused.data as { fixes: unknown }).fixes));
  });

  it('of a file that is no UTF-8 say so', async () => {
    editor = await Editor.open({ ...sound, 'broken.strategy': Buffer.from([0xff, 0xfe, 0x41, 0x00]) });
    const told = await editor.until('the broken file is told', () => editor.last('broken.strategy'));
    assert.match(messageOf(told.diagnostics[0]), /UTF-8/);
    await editor.write('broken.strategy', '// mended\n');
    await editor.untilFound('broken.strategy', []);
  });
});

describe('findings that are pushed, as files change outside the editor', () => {
  let editor: Editor;

  afterEach(async () => {
    try {
      assert.equal(await editor.quit(), 0);
      assert.deepEqual(editor.log, []);
    } finally {
      await editor.end();
    }
  });

  it('go with a file that is deleted, and come where it is missed', async () => {
    editor = await Editor.open({ ...sound, 'more.strategy': lost.replace('objective start', 'objective more') });
    await editor.untilFound('more.strategy', ['unknown-reference']);
    await editor.delete('more.strategy');
    await editor.untilFound('more.strategy', []);
    await editor.delete('goals.strategy');
    await editor.until('the goal is missed', () => editor.last('okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
  });

  it('go with a folder that is deleted, though only the folder is told of', async () => {
    editor = await Editor.open({ ...sound, 'teams/a.strategy': lost.replace('objective start', 'objective a'), 'teams/b.strategy': broken });
    await editor.untilFound('teams/b.strategy', ['syntax']);
    await editor.delete('teams');
    await editor.untilFound('teams/a.strategy', []);
    await editor.untilFound('teams/b.strategy', []);
  });

  it('come with a file and with a folder that are created', async () => {
    editor = await Editor.open({ 'throughline.json': settings, 'okrs.strategy': okrs });
    await editor.until('the goal is missed', () => editor.last('okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
    await editor.write('goals/goals.strategy', goals, 'created');
    await editor.untilFound('okrs.strategy', []);
    await editor.write('late/a.strategy', broken, 'created');
    await editor.untilFound('late/a.strategy', ['syntax']);
  });

  it('of a new folder come though only the folder is told of', async () => {
    editor = await Editor.open({ 'throughline.json': settings, 'okrs.strategy': okrs, 'elsewhere.txt': '' });
    await editor.until('the goal is missed', () => editor.last('okrs.strategy')?.diagnostics.some(({ code }) => code === 'unknown-reference'));
    await editor.put('moved/goals.strategy', goals);
    await editor.changed('moved', 'created');
    await editor.untilFound('okrs.strategy', []);
  });

  it('follow a file that another program changes', async () => {
    editor = await Editor.open(sound);
    await editor.write('okrs.strategy', lost);
    await editor.untilFound('okrs.strategy', ['unknown-reference']);
    await editor.write('okrs.strategy', okrs);
    await editor.untilFound('okrs.strategy', []);
  });

  it('follow the settings, on the disk and as they are typed', async () => {
    editor = await Editor.open({ ...sound, 'okrs.strategy': lost });
    await editor.untilFound('okrs.strategy', ['unknown-reference']);
    await editor.write('throughline.json', '{ "asOf": "2026-02-01", "rules": { "unknown-reference": "off" } }');
    await editor.untilFound('okrs.strategy', []);
    await editor.show('throughline.json', '{ "asOf": "2026-02-01", "rules": { "unknown-reference": "warning" } }', 'jsonc');
    const [finding] = await editor.untilFound('okrs.strategy', ['unknown-reference']);
    assert.equal(finding?.severity, 2);
    await editor.type('throughline.json', '{ "asOf": "2026-02-30" }');
    await editor.untilFound('throughline.json', ['settings']);
  });

  it('leave to the schema what the schema says, where the editor has it', async () => {
    const files = { ...sound, 'throughline.json': '{ "asOf": "2026-02-01", "rules": { "no-such-rule": "off", "no-such-rule": "off" }, "asOf": "2026-02-01" }' };
    editor = await Editor.open(files, { initializationOptions: { settingsSchema: true } });
    const [finding] = await editor.untilFound('throughline.json', ['settings']);
    assert.match(messageOf(finding), /twice/);
  });

  it('stop for what .gitignore passes over', async () => {
    editor = await Editor.open({ ...sound, 'draft/a.strategy': broken });
    await editor.untilFound('draft/a.strategy', ['syntax']);
    await editor.write('.gitignore', 'draft/\n', 'created');
    await editor.untilFound('draft/a.strategy', []);
    await editor.show('draft/a.strategy', `${broken}\n`);
    await editor.untilFound('draft/a.strategy', ['syntax']);
  });

  it('are asked for by watching the files, where the editor can', async () => {
    editor = await Editor.open(sound, { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
    const registration = await editor.until('the server registers', () => editor.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles'));
    const { watchers } = registration.registerOptions as { watchers: { globPattern: string; kind?: number }[] };
    const globs = watchers.filter(({ kind }) => kind === undefined).map(({ globPattern }) => globPattern);
    assert.deepEqual(globs, ['**/*.strategy', '**/throughline.json', '**/.gitignore']);
  });
});
