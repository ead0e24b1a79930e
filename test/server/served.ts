/** A server in the same process, with an editor that holds all files in memory and answers the questions about them. */

import { PassThrough } from 'node:stream';
import {
  createProtocolConnection, RequestType, StreamMessageReader, StreamMessageWriter,
  type ClientCapabilities, type ProtocolConnection, type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import type { Clock } from '../../server/day.ts';
import {
  readDirectoryRequest, readFileRequest, statRequest,
  type DirectoryEntries, type FileBytes, type FileFailure, type FileParams, type FileStat,
} from '../../server/protocol.ts';
import { serve } from '../../server/server.ts';
import { ClientFileSystem } from '../../server/workspace/client-file-system.ts';
import { uriLocations } from '../../server/workspace/locations.ts';
import { FileSystemError } from '../../server/workspace/file-system.ts';

export interface ServedOptions {
  readonly folders: readonly string[];
  readonly clock?: Clock;
  readonly files?: boolean;
  readonly capabilities?: ClientCapabilities;
}

export class Served {
  readonly client: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  /** By URI; what is here is there, and may change. */
  readonly files: Map<string, string>;

  private constructor(files: Readonly<Record<string, string>>, clock: Clock) {
    this.files = new Map(Object.entries(files));
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
      locations: uriLocations,
      fileSystem: (ask) => new ClientFileSystem(ask ?? (() => Promise.reject(new FileSystemError('no files')))),
      clock, version: '0', history: null,
    });
    this.client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => { this.published.push(params); });
    this.client.onNotification('window/logMessage', ({ message }: { message: string }) => { this.log.push(message); });
    this.client.onRequest(new RequestType<FileParams, DirectoryEntries | FileFailure, void>(readDirectoryRequest), ({ uri }) => this.#list(uri));
    this.client.onRequest(new RequestType<FileParams, FileBytes | FileFailure, void>(readFileRequest), ({ uri }) => this.#read(uri));
    this.client.onRequest(new RequestType<FileParams, FileStat | FileFailure, void>(statRequest), ({ uri }) => this.#stat(uri));
    this.client.listen();
  }

  static async open(
    files: Readonly<Record<string, string>>, { folders, clock = () => Date.parse('2026-03-01T12:00:00Z'), files: answers = true, capabilities = {} }: ServedOptions,
  ): Promise<Served> {
    const served = new Served(files, clock);
    await served.client.sendRequest('initialize', {
      processId: null, rootUri: null, capabilities, initializationOptions: { files: answers },
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    });
    await served.client.sendNotification('initialized', {});
    return served;
  }

  #list(uri: string): DirectoryEntries | FileFailure {
    const names = new Map<string, 'file' | 'folder'>();
    for (const file of this.files.keys()) {
      if (!file.startsWith(`${uri}/`)) continue;
      const [name, ...below] = file.slice(uri.length + 1).split('/');
      if (name !== undefined) names.set(decodeURIComponent(name), below.length === 0 ? 'file' : 'folder');
    }
    return names.size === 0 ? { failure: 'missing' } : { entries: Array.from(names, ([name, type]) => ({ name, type })) };
  }

  #read(uri: string): FileBytes | FileFailure {
    const text = this.files.get(uri);
    return text === undefined ? { failure: 'missing' } : { base64: Buffer.from(text).toString('base64') };
  }

  #stat(uri: string): FileStat | FileFailure {
    if (this.files.has(uri)) return { type: 'file' };
    return [...this.files.keys()].some((file) => file.startsWith(`${uri}/`)) ? { type: 'folder' } : { failure: 'missing' };
  }

  async open(uri: string, text: string): Promise<void> {
    await this.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'strategy', version: 1, text } });
  }

  /** Waits until everything is read, analysed and told. */
  async settled(): Promise<void> {
    await this.client.sendRequest('throughline/check');
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }

  /** The codes that were last told of a file; undefined where nothing was. */
  codes(uri: string): readonly unknown[] | undefined {
    return this.published.findLast((params) => params.uri === uri)?.diagnostics.map(({ code }) => code);
  }

  async end(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
  }
}
