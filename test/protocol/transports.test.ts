/** The ways in which an editor starts the server. */

import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  createProtocolConnection, IPCMessageReader, IPCMessageWriter, type InitializeResult,
} from 'vscode-languageserver-protocol/node';
import { Editor } from './editor.ts';
import { lost, sound } from './strategies.ts';

const root = join(import.meta.dirname, '../..');

describe('the server starts', () => {
  it('with `throughline lsp --stdio`, for any editor', async () => {
    const editor = await Editor.open({ ...sound, 'okrs.strategy': lost }, { command: [join(root, 'server/cli/main.ts'), 'lsp', '--stdio'] });
    try {
      await editor.untilFound('okrs.strategy', ['unknown-reference']);
      assert.equal(await editor.quit(), 0);
    } finally {
      await editor.end();
    }
  });

  it('over the channel between processes, as VS Code starts it', async () => {
    const server = fork(join(root, 'server/main.ts'), ['--node-ipc'], { execArgv: [] });
    try {
      const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
      connection.listen();
      const result = await connection.sendRequest<InitializeResult>('initialize', { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null });
      assert.equal(result.serverInfo?.name, 'Throughline');
      await connection.sendRequest('shutdown');
      const exited = once(server, 'exit');
      await connection.sendNotification('exit');
      assert.deepEqual(await exited, [0, null]);
      connection.dispose();
    } finally {
      server.kill('SIGKILL');
    }
  });
});
