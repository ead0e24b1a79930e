/** A file system that is a map: what tests read, and what a caller has who holds every file already. */

import { FileSystemError, type Entry, type EntryType, type FileSystem } from './file-system.ts';

/** What stands at a path: a text, bytes, a link to another path, or a reason why it cannot be read. */
export type MemoryFile = string | Uint8Array | { readonly link: string } | { readonly unreadable: string };

/** Absolute paths with `/`; the folders are those that the paths speak of. */
export class MemoryFileSystem implements FileSystem {
  readonly ignoresCase = false;
  readonly #files: ReadonlyMap<string, MemoryFile>;
  readonly #folders: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(files: Readonly<Record<string, MemoryFile>>) {
    this.#files = new Map(Object.entries(files));
    const folders = new Map<string, Set<string>>([['/', new Set()]]);
    for (const path of this.#files.keys()) {
      for (let at = this.parent(path); at !== null; at = this.parent(at.folder)) {
        const names = folders.get(at.folder) ?? new Set();
        folders.set(at.folder, names.add(at.name));
      }
    }
    this.#folders = folders;
  }

  async list(folder: string): Promise<readonly Entry[]> {
    const path = this.#follow(folder);
    const file = path === null ? undefined : this.#files.get(path);
    if (typeof file === 'object' && 'unreadable' in file) throw new FileSystemError(file.unreadable);
    const names = path === null ? undefined : this.#folders.get(path);
    if (path === null || names === undefined) throw new FileSystemError('no such file or folder');
    return [...names].map((name) => this.#entry(this.child(path, name), name));
  }

  #entry(path: string, name: string): Entry {
    const target = this.#follow(path);
    return { name, type: this.#type(target) ?? 'other', target: target === path ? null : target ?? path };
  }

  async read(file: string): Promise<Uint8Array> {
    const path = this.#follow(file);
    const content = path === null ? undefined : this.#files.get(path);
    if (content === undefined) throw new FileSystemError('no such file or folder');
    if (typeof content === 'string') return new TextEncoder().encode(content);
    if (content instanceof Uint8Array) return content;
    throw new FileSystemError('unreadable' in content ? content.unreadable : 'no such file or folder');
  }

  async stat(path: string): Promise<EntryType | null> {
    return this.#type(this.#follow(path));
  }

  #type(path: string | null): EntryType | null {
    if (path === null) return null;
    if (this.#folders.has(path)) return 'folder';
    return this.#files.has(path) ? 'file' : null;
  }

  /** Where a path leads, through links; null where that is a circle. */
  #follow(path: string): string | null {
    const seen = new Set<string>();
    for (let at = path; !seen.has(at);) {
      seen.add(at);
      const file = this.#files.get(at);
      if (typeof file !== 'object' || !('link' in file)) return at;
      at = file.link;
    }
    return null;
  }

  child(folder: string, name: string): string {
    return folder === '/' ? `/${name}` : `${folder}/${name}`;
  }

  parent(path: string): { readonly folder: string; readonly name: string } | null {
    const slash = path.lastIndexOf('/');
    if (path === '/' || slash < 0) return null;
    return { folder: slash === 0 ? '/' : path.slice(0, slash), name: path.slice(slash + 1) };
  }
}
