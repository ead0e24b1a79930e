/** An editor as the server sees it: a real server process, and a real client of the protocol at the other end. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection, StreamMessageReader, StreamMessageWriter,
  type ClientCapabilities, type Diagnostic, type InitializeResult, type Position, type ProtocolConnection,
  type PublishDiagnosticsParams, type RegistrationParams, type WorkspaceFolder,
} from 'vscode-languageserver-protocol/node';

const SERVER = join(import.meta.dirname, '../../server/main.ts');
const PATIENCE = 10_000;

type Files = Readonly<Record<string, string | Uint8Array>>;

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Folders below the disk that are opened; the disk itself without it, none for []. */
  readonly folders?: readonly string[];
  /** Arguments of the process; `--stdio` without it. */
  readonly command?: readonly string[];
  /** False for a test that initializes by itself. */
  readonly initialize?: boolean;
}

/** What a client that is asked for findings says of itself. */
export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** What a client that is told of findings says of itself. */
export const pushed: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } } },
};

export class Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** The folder in which the files are. */
  readonly disk: string;
  /** Everything that was published, in the order it came. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registrations: RegistrationParams['registrations'] = [];
  /** What the server told of `throughline/status`. */
  readonly statuses: unknown[] = [];
  readonly log: string[] = [];
  refreshes = 0;
  #initialized: InitializeResult | null = null;
  #versions = new Map<string, number>();
  #waiting: (() => void)[] = [];

  private constructor(process: ChildProcess, disk: string) {
    this.process = process;
    this.disk = disk;
    const { stdin, stdout } = process;
    if (stdin === null || stdout === null) throw new Error('A server without standard input and output');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#hear();
    this.connection.listen();
  }

  /** Writes the files, starts a server and opens the folders in it. */
  static async open(files: Files, options: EditorOptions = {}): Promise<Editor> {
    const disk = await realpath(await mkdtemp(join(tmpdir(), 'throughline-')));
    await writeFiles(disk, files);
    const child = spawn(process.execPath, options.command ?? [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const editor = new Editor(child, disk);
    if (options.initialize !== false) {
      const died = once(child, 'exit').then(([status]) => { throw new Error(`The server ended with status ${String(status)} before it began`); });
      await Promise.race([editor.initialize(options), died]);
      died.catch(() => undefined);
    }
    return editor;
  }

  async initialize({ capabilities = pushed, initializationOptions, folders = [''] }: EditorOptions): Promise<void> {
    const params = {
      processId: process.pid, rootUri: null, capabilities, initializationOptions,
      workspaceFolders: folders.map((folder) => this.folder(folder)),
    };
    this.#initialized = await this.connection.sendRequest<InitializeResult>('initialize', params);
    await this.connection.sendNotification('initialized', {});
  }

  #hear(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#stir();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.#stir();
    });
    connection.onNotification('throughline/status', (params: unknown) => {
      this.statuses.push(params);
      this.#stir();
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations);
      this.#stir();
    });
    connection.onRequest('client/unregisterCapability', () => undefined);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes += 1;
      this.#stir();
    });
  }

  #stir(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  get initialized(): InitializeResult {
    if (this.#initialized === null) throw new Error('The server did not initialize');
    return this.#initialized;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.disk, path)).href;
  }

  folder(path: string): WorkspaceFolder {
    return { uri: this.uri(path), name: path === '' ? 'disk' : path };
  }

  /** Opens a file in the editor, with this text. */
  async show(path: string, text: string, languageId = 'strategy'): Promise<void> {
    await this.showUri(this.uri(path), text, languageId);
  }

  async showUri(uri: string, text: string, languageId = 'strategy'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces a range of an open file, as typing does; the whole of it without a range. */
  async type(path: string, newText: string, range?: { readonly start: Position; readonly end: Position }): Promise<void> {
    const uri = this.uri(path);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const change = range === undefined ? { text: newText } : { range, text: newText };
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Writes a file outside the editor, of which nobody tells. */
  async put(path: string, text: string): Promise<void> {
    await writeFiles(this.disk, { [path]: text });
  }

  /** Writes a file outside the editor, and tells the server as a file watcher would. */
  async write(path: string, text: string, change: 'created' | 'changed' = 'changed'): Promise<void> {
    await this.put(path, text);
    await this.changed(path, change);
  }

  /** Deletes a file or a folder outside the editor. */
  async delete(path: string): Promise<void> {
    await rm(join(this.disk, path), { recursive: true });
    await this.changed(path, 'deleted');
  }

  async changed(path: string, change: 'created' | 'changed' | 'deleted'): Promise<void> {
    const type = { created: 1, changed: 2, deleted: 3 }[change];
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type }] });
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** What was last published of a file; undefined where nothing was. */
  last(path: string): PublishDiagnosticsParams | undefined {
    return this.lastOf(this.uri(path));
  }

  lastOf(uri: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast((params) => params.uri === uri);
  }

  /** Waits until something holds of what the server told; what it was then. */
  async until<T>(what: string, look: () => T | undefined | false): Promise<T> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`Waited in vain until ${what}. Published: ${JSON.stringify(this.published.slice(-5))}; logged: ${this.log.join('\n')}`);
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        timer = setTimeout(resolve, left);
      });
      clearTimeout(timer);
    }
  }

  /** Waits until the codes that were last published of a file are these, in order. */
  async untilFound(path: string, codes: readonly string[]): Promise<readonly Diagnostic[]> {
    const wanted = codes.join(' ');
    const told = await this.until(`${path} has [${wanted}]`, () => {
      const params = this.last(path);
      return params?.diagnostics.map(({ code }) => String(code)).join(' ') === wanted && params;
    });
    return told.diagnostics;
  }

  /** Waits until everything is read, analysed and told. */
  async settled(): Promise<void> {
    await this.request('throughline/check', {});
    // What was published before this answer comes before it.
    await this.request('throughline/check', {});
  }

  /** Ends the server as an editor does; its exit status. */
  async quit(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    const exited = once(this.process, 'exit') as Promise<[number | null]>;
    await this.connection.sendNotification('exit');
    const [status] = await exited;
    await this.end();
    return status;
  }

  /** Leaves nothing behind, whatever state the server is in. */
  async end(): Promise<void> {
    this.connection.dispose();
    this.process.kill('SIGKILL');
    await rm(this.disk, { recursive: true, force: true });
  }
}

/** A message as text, whatever form it has. */
export function messageOf(finding: Diagnostic | undefined): string {
  const message = finding?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}

async function writeFiles(disk: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(disk, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
