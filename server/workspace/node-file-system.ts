/** The file system of Node: the one file of the workspace that may touch the disk. */

import { constants } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { FileSystemError, type Entry, type EntryType, type FileSystem } from './file-system.ts';

/** A file above this is no strategy: reading it would take all the memory there is. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Without blocking: opening a pipe would wait for somebody to write to it. Windows has neither such pipes nor the flag. */
const READ_AT_ONCE = platform() === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'a symbolic link that leads to itself',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  EIO: 'the disk does not answer',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
};

/** A native path with `/` between its parts: the paths of `NodeFileSystem`. */
export function slashed(path: string): string {
  return platform() === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** What went wrong, in words for the user; what the operating system did not report is thrown on. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  if (code === null) throw error;
  return REASONS[code] ?? `the system says ${code}`;
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function failure(error: unknown): FileSystemError {
  return new FileSystemError(systemReason(error), { cause: error });
}

interface Kinded {
  isFile(): boolean;
  isDirectory(): boolean;
}

function typeOf(entry: Kinded): EntryType {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

export class NodeFileSystem implements FileSystem {
  readonly ignoresCase = platform() === 'win32' || platform() === 'darwin';

  async list(folder: string): Promise<readonly Entry[]> {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return await Promise.all(entries.map(async (entry): Promise<Entry> => {
        if (entry.isSymbolicLink()) return this.#link(folder, entry.name);
        return { name: entry.name, type: typeOf(entry), target: null };
      }));
    } catch (error) {
      throw failure(error);
    }
  }

  async #link(folder: string, name: string): Promise<Entry> {
    const path = this.child(folder, name);
    try {
      const target = await realpath(path);
      return { name, type: typeOf(await lstat(target)), target: slashed(target) };
    } catch (error) {
      // Only the operating system can say that a link leads nowhere.
      systemReason(error);
      return { name, type: 'other', target: path };
    }
  }

  /** `file` may be bytes too: names on a disk need not be text. */
  async read(file: string | Buffer): Promise<Uint8Array> {
    try {
      const handle = await open(file, READ_AT_ONCE);
      try {
        const status = await handle.stat();
        if (status.isDirectory()) throw new FileSystemError('is a folder, not a file');
        if (!status.isFile()) throw new FileSystemError('is neither a file nor a folder');
        if (status.size > MAX_BYTES) {
          throw new FileSystemError(`is too large to be read (${Math.round(status.size / 1024 / 1024)} MB)`);
        }
        return await handle.readFile();
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw error instanceof FileSystemError ? error : failure(error);
    }
  }

  async stat(path: string): Promise<EntryType | null> {
    try {
      return typeOf(await stat(path));
    } catch (error) {
      const code = systemCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw failure(error);
    }
  }

  child(folder: string, name: string): string {
    return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
  }

  parent(path: string): { readonly folder: string; readonly name: string } | null {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (slash < 0 || name === '') return null;
    // `/a` stands in `/`, `C:/a` in `C:/`.
    const top = slash === 0 || /^[A-Za-z]:$/.test(path.slice(0, slash));
    return { folder: path.slice(0, top ? slash + 1 : slash), name };
  }
}
