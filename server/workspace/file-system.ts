/**
 * The files that the product reads, behind a narrow interface: Node in the command and the desktop server, requests
 * to the client in a web worker, a map in tests.
 *
 * A path is what the file system itself hands out (an absolute path with `/` in Node, a URI in a web worker); nobody
 * else takes it apart or puts it together.
 */

/** `other` is what is neither: a pipe, a device, a link that leads nowhere. */
export type EntryType = 'file' | 'folder' | 'other';

/** What stands in a folder. `type` is that of what a link leads to. */
export interface Entry {
  readonly name: string;
  readonly type: EntryType;
  /** Of a symbolic link the path that it leads to in the end, null for everything else. */
  readonly target: string | null;
}

export interface FileSystem {
  /** True where names that differ in case alone are the same file. */
  readonly ignoresCase: boolean;
  /** What stands in a folder, in any order. Rejects with `FileSystemError`. */
  list(folder: string): Promise<readonly Entry[]>;
  /** The bytes of a file. Rejects with `FileSystemError`. */
  read(file: string): Promise<Uint8Array>;
  /** What stands at a path, links followed; null for nothing. Rejects with `FileSystemError` where that cannot be told. */
  stat(path: string): Promise<EntryType | null>;
  /** The path of what bears that name in a folder. */
  child(folder: string, name: string): string;
  /** The folder in which a path stands, and its name there; null at the top. */
  parent(path: string): { readonly folder: string; readonly name: string } | null;
}

/** Why something could not be read, in a few words for the user: `permission denied`. */
export class FileSystemError extends Error {
  override readonly name = 'FileSystemError';
}

/** The reason of a failure in a few words; what is no `FileSystemError` is a mistake of ours and is thrown on. */
export function reasonOf(error: unknown): string {
  if (error instanceof FileSystemError) return error.message;
  throw error;
}
