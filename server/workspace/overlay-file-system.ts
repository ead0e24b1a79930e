/** A file system in which the documents open in the editor are files too, saved or not. */

import type { Entry, EntryType, FileSystem } from './file-system.ts';

export class OverlayFileSystem implements FileSystem {
  readonly ignoresCase: boolean;
  readonly #below: FileSystem;
  /** Names of open documents by the folder they stand in. */
  readonly #names = new Map<string, Set<string>>();

  /** `open` are the paths of the documents. */
  constructor(below: FileSystem, open: Iterable<string>) {
    this.ignoresCase = below.ignoresCase;
    this.#below = below;
    for (const path of open) {
      const parent = below.parent(path);
      if (parent === null) continue;
      const names = this.#names.get(parent.folder) ?? new Set();
      this.#names.set(parent.folder, names.add(parent.name));
    }
  }

  async list(folder: string): Promise<readonly Entry[]> {
    const entries = await this.#below.list(folder);
    const names = new Set(this.#names.get(folder));
    for (const { name } of entries) names.delete(name);
    return names.size === 0 ? entries : [...entries, ...Array.from(names, (name): Entry => ({ name, type: 'file', target: null }))];
  }

  read(file: string): Promise<Uint8Array> {
    return this.#below.read(file);
  }

  stat(path: string): Promise<EntryType | null> {
    return this.#below.stat(path);
  }

  child(folder: string, name: string): string {
    return this.#below.child(folder, name);
  }

  parent(path: string): { readonly folder: string; readonly name: string } | null {
    return this.#below.parent(path);
  }
}
