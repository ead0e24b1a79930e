/** Files of the disk by their paths, everything else by its URI: what the server reads in Node. */

import { URI } from 'vscode-uri';
import { FileSystemError, type Entry, type EntryType, type FileSystem } from './file-system.ts';
import { parseUri, type Locations } from './locations.ts';
import { slashed } from './node-file-system.ts';

/** A URI, and no path: `C:/a` has a scheme of one letter. */
function isUri(path: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(path);
}

export const nodeLocations: Locations = {
  pathOf: (uri) => {
    const parsed = parseUri(uri);
    if (parsed === null) return uri;
    return parsed.scheme === 'file' ? slashed(parsed.fsPath) : parsed.toString();
  },
  uriOf: (path) => (isUri(path) ? path : URI.file(path).toString()),
};

/** The disk, and what the client reads of virtual workspaces; `virtual` is null where it reads nothing. */
export class MixedFileSystem implements FileSystem {
  readonly ignoresCase: boolean;
  readonly #disk: FileSystem;
  readonly #virtual: FileSystem | null;

  constructor(disk: FileSystem, virtual: FileSystem | null) {
    this.ignoresCase = disk.ignoresCase;
    this.#disk = disk;
    this.#virtual = virtual;
  }

  async list(folder: string): Promise<readonly Entry[]> {
    return await this.#having(folder).list(folder);
  }

  async read(file: string): Promise<Uint8Array> {
    return await this.#having(file).read(file);
  }

  async stat(path: string): Promise<EntryType | null> {
    return await this.#having(path).stat(path);
  }

  child(folder: string, name: string): string {
    return this.#having(folder).child(folder, name);
  }

  parent(path: string): { readonly folder: string; readonly name: string } | null {
    return isUri(path) && this.#virtual === null ? null : this.#having(path).parent(path);
  }

  #having(path: string): FileSystem {
    if (!isUri(path)) return this.#disk;
    if (this.#virtual === null) throw new FileSystemError('is not on this disk');
    return this.#virtual;
  }
}
