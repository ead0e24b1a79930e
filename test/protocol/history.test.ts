import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';
import { pathToFileURL } from 'node:url';
import { historyRequest, type HistoryAnswer, type HistoryParams } from '../../server/review-protocol.ts';
import { Editor } from './editor.ts';

const BEFORE = 'objective grow "Companies find us" {\n  owner maya\n  period 2026-Q1\n\n  kr trials "More trials" from 10 to 40\n}\n\nperson maya "Maya"\n';

let editor: Editor;
function git(...parameters: readonly string[]): void {
  const person = { GIT_AUTHOR_NAME: 'Maya', GIT_AUTHOR_EMAIL: 'maya@example.com', GIT_COMMITTER_NAME: 'Maya', GIT_COMMITTER_EMAIL: 'maya@example.com' };
  const date = { GIT_AUTHOR_DATE: '2026-02-10T09:00:00Z', GIT_COMMITTER_DATE: '2026-02-10T09:00:00Z' };
  execFileSync('git', parameters, { cwd: editor.disk, stdio: 'ignore', env: { ...process.env, ...person, ...date, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull } });
}

function historyOf(id: string): Promise<HistoryAnswer> {
  const params: HistoryParams = { textDocument: { uri: pathToFileURL(`${editor.disk}/a.strategy`).toString() }, id };
  return editor.connection.sendRequest<HistoryAnswer>(historyRequest, params);
}

describe('the history of one thing in an editor', () => {
  afterEach(() => editor.end());

  it('tells what changed in which commit', async () => {
    editor = await Editor.open({ 'throughline.json': '{ "asOf": "2026-03-01" }', 'a.strategy': BEFORE });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'The quarter begins');
    await editor.write('a.strategy', BEFORE.replace('to 40', 'to 30'));
    git('commit', '--quiet', '--all', '--message', 'A softer target');
    const { markdown } = await historyOf('grow.trials');
    assert.match(markdown, /More trials/);
    assert.match(markdown, /A softer target/);
    assert.match(markdown, /lowered from 40 to 30/);
    await assert.rejects(historyOf('nobody'), /nobody/);
  });

  it('says so where there is no repository', async () => {
    editor = await Editor.open({ 'a.strategy': BEFORE });
    await assert.rejects(historyOf('grow'), /git repository/);
  });
});
