/** Files that the editor reads for the server: all of them in a web worker, those of virtual workspaces in Node. */

import { URI, Utils } from 'vscode-uri';
import {
  readDirectoryRequest, readFileRequest, statRequest,
  type DirectoryEntries, type FileBytes, type FileFailure, type FileParams, type FileStat,
} from '../protocol.ts';
import { FileSystemError, type Entry, type EntryType, type FileSystem } from './file-system.ts';

/** Asks the client; the part of a connection that is needed for it. */
export type Ask = (method: string, params: FileParams) => Promise<unknown>;

const REASONS: Readonly<Record<FileFailure['failure'], string>> = {
  missing: 'no such file or folder',
  forbidden: 'permission denied',
  unreadable: 'could not be read',
};

/** Its paths are URIs. */
export class ClientFileSystem implements FileSystem {
  readonly ignoresCase = false;
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async list(folder: string): Promise<readonly Entry[]> {
    const answer = await this.#answer<DirectoryEntries>(readDirectoryRequest, folder);
    return answer.entries.map(({ name, type }) => ({ name, type, target: null }));
  }

  async read(file: string): Promise<Uint8Array> {
    const { base64 } = await this.#answer<FileBytes>(readFileRequest, file);
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  }

  async stat(path: string): Promise<EntryType | null> {
    const answer = await this.#send<FileStat>(statRequest, path);
    if ('type' in answer) return answer.type;
    if (answer.failure === 'missing') return null;
    throw new FileSystemError(REASONS[answer.failure]);
  }

  async #answer<T extends object>(method: string, uri: string): Promise<T> {
    const answer = await this.#send<T>(method, uri);
    if ('failure' in answer) throw new FileSystemError(REASONS[answer.failure]);
    return answer;
  }

  async #send<T extends object>(method: string, uri: string): Promise<T | FileFailure> {
    try {
      return await this.#ask(method, { uri }) as T | FileFailure;
    } catch (error) {
      throw new FileSystemError('the editor did not answer', { cause: error });
    }
  }

  child(folder: string, name: string): string {
    return Utils.joinPath(URI.parse(folder), name).toString();
  }

  parent(path: string): { readonly folder: string; readonly name: string } | null {
    const uri = URI.parse(path);
    const folder = Utils.dirname(uri);
    return folder.path === uri.path ? null : { folder: folder.toString(), name: Utils.basename(uri) };
  }
}
