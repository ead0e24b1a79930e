/** A file system that holds what git lists: a commit, or the work tree without what git ignores. */

import { FileSystemError, type Entry, type EntryType, type FileSystem } from '../../workspace/file-system.ts';
import type { Content, ContentSource } from './sources.ts';

/** A file or what stands for one, by its path from the top. */
export interface ListedFile {
  readonly path: string;
  readonly type: EntryType;
  /** Of a symbolic link the location that it leads to. */
  readonly target: string | null;
  readonly content: () => Promise<Content>;
}

/** Locations begin with `/`, which is the top of the repository. */
export class ListedFileSystem implements FileSystem, ContentSource {
  readonly ignoresCase = false;
  readonly #files = new Map<string, ListedFile>();
  readonly #folders = new Map<string, Map<string, Entry>>([['/', new Map()]]);
  readonly #exclude: string | null;

  /** `exclude` is the text of `.git/info/exclude`; null without one. */
  constructor(files: Iterable<ListedFile>, exclude: string | null) {
    this.#exclude = exclude;
    for (const file of files) {
      const location = `/${file.path}`;
      this.#files.set(location, file);
      this.#enter(location, file.type, file.target);
    }
  }

  #enter(location: string, type: EntryType, target: string | null): void {
    const { folder, name } = this.#split(location);
    let names = this.#folders.get(folder);
    if (names === undefined) {
      this.#folders.set(folder, names = new Map<string, Entry>());
      this.#enter(folder, 'folder', null);
    }
    names.set(name, { name, type, target });
  }

  #split(location: string): { readonly folder: string; readonly name: string } {
    const slash = location.lastIndexOf('/');
    return { folder: slash === 0 ? '/' : location.slice(0, slash), name: location.slice(slash + 1) };
  }

  async list(folder: string): Promise<readonly Entry[]> {
    return [...this.#folders.get(folder)?.values() ?? []];
  }

  async read(file: string): Promise<Uint8Array> {
    if (file === EXCLUDE && this.#exclude !== null) return new TextEncoder().encode(this.#exclude);
    return (await this.content(file)).bytes();
  }

  async content(file: string): Promise<Content> {
    const listed = this.#files.get(file);
    if (listed === undefined) throw new FileSystemError('no such file or folder');
    return listed.content();
  }

  async stat(path: string): Promise<EntryType | null> {
    // The top of a repository is told by what stands in it.
    if (path === '/.git' || this.#folders.has(path)) return 'folder';
    return this.#files.get(path)?.type ?? null;
  }

  child(folder: string, name: string): string {
    return folder === '/' ? `/${name}` : `${folder}/${name}`;
  }

  parent(path: string): { readonly folder: string; readonly name: string } | null {
    return path === '/' ? null : this.#split(path);
  }
}

const EXCLUDE = '/.git/info/exclude';
