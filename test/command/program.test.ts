import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  createProtocolConnection, ExitNotification, InitializedNotification, ShutdownRequest, StreamMessageReader, StreamMessageWriter,
  type InitializeResult,
} from 'vscode-languageserver-protocol/node';
import { ALIGNED, COMMAND, Folder, removeFolders, SETTINGS } from './command.ts';

afterEach(removeFolders);

const COMMANDS = ['check', 'format', 'review', 'export', 'explain', 'log', 'churn', 'merge', 'lsp'];

/** The Node that the machine has, beside the one that the project brings. */
function machineNode(): string {
  const found = (process.env.PATH ?? '').split(delimiter)
    .filter((folder) => !folder.includes('node_modules')).map((folder) => join(folder, 'node')).find((path) => existsSync(path));
  if (found === undefined) throw new Error('there is no node on the PATH beside the one in node_modules; install Node 20 or later');
  return found;
}

describe('the command as a whole', () => {
  it('prints the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    const folder = await Folder.with({});
    assert.deepEqual(await folder.throughline(['--version']), { status: 0, out: `${version}\n`, error: '' });
  });

  it('prints help that lists every command and nothing that is not there', async () => {
    const folder = await Folder.with({});
    const { status, out, error } = await folder.throughline(['--help']);
    assert.deepEqual([status, error], [0, '']);
    assert.deepEqual(out.match(/^ {2}([a-z]+)(?= |$)/gm)?.map((line) => line.trim()), [...COMMANDS, 'help']);
  });

  for (const command of COMMANDS) {
    it(`has help for ${command}`, async () => {
      const folder = await Folder.with({});
      const { status, out, error } = await folder.throughline([command, '--help']);
      assert.deepEqual([status, error], [0, '']);
      assert.match(out, new RegExp(`^Usage: throughline ${command} `));
      assert.equal((await folder.throughline(['help', command])).out, out);
    });
  }

  it('refuses a command that is not there in one line, with status 2', async () => {
    const folder = await Folder.with({ 'a.strategy': ALIGNED });
    assert.deepEqual(await folder.throughline(['approve']), { status: 2, out: '', error: 'throughline: unknown command \'approve\'\n' });
    assert.deepEqual(await folder.throughline(['chek']), { status: 2, out: '', error: 'throughline: unknown command \'chek\' (Did you mean check?)\n' });
  });

  it('without a command prints its help on standard error, with status 2', async () => {
    const folder = await Folder.with({});
    const { status, out, error } = await folder.throughline([]);
    assert.deepEqual([status, out], [2, '']);
    assert.match(error, /^Usage: throughline /);
  });

  it('runs on the Node of the machine', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED });
    const node = machineNode();
    const major = Number(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.replace(/^v(\d+).*\s*$/, '$1'));
    assert.ok(major >= 20, `${node} is version ${major}`);
    for (const args of [['check'], ['check', '--format', 'sarif'], ['format', '--check'], ['export'], ['explain', 'syntax']]) {
      const { status, out, error } = await folder.throughline(args, { node });
      assert.deepEqual([status, error], [0, ''], args.join(' '));
      assert.equal(out, (await folder.throughline(args)).out);
    }
  });
});

describe('throughline lsp', () => {
  it('speaks the Language Server Protocol on standard input and output', async () => {
    const server = spawn(process.execPath, [COMMAND, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => server.on('close', resolve));
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', { processId: null, capabilities: {} });
    assert.equal(capabilities.hoverProvider, true);
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await ended, 0);
    connection.dispose();
  });

  it('says how to call it where --stdio is missing', async () => {
    const folder = await Folder.with({});
    const { status, out, error } = await folder.throughline(['lsp']);
    assert.deepEqual([status, out], [2, '']);
    assert.match(error, /^throughline: write `throughline lsp --stdio`.*\n$/);
  });
});
