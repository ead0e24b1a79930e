/** The strategy files of the work tree, untracked ones that git does not ignore among them, as a file system. */

import { createHash } from 'node:crypto';
import { lstat, realpath, stat } from 'node:fs/promises';
import { AT_ONCE, eachBounded } from '../../workspace/bounded.ts';
import type { EntryType } from '../../workspace/file-system.ts';
import { NodeFileSystem, slashed, systemReason } from '../../workspace/node-file-system.ts';
import { contentOf, type GitFiles } from './commit-files.ts';
import { ListedFileSystem, type ListedFile } from './listed-file-system.ts';
import type { Repository, WorkTreeEntry } from './repository.ts';
import type { Content } from './sources.ts';
import { isOfStrategies } from './strategy-names.ts';

/** Lists the work tree below `top`. `exclude` is the text of `.git/info/exclude`. */
export async function workTreeFiles(repository: Repository, top: string, exclude: string | null): Promise<GitFiles> {
  const entries = await repository.workTreeFiles(isOfStrategies);
  const files: ListedFile[] = [];
  await eachBounded(entries, AT_ONCE, async (entry) => {
    const file = entry.submodule === null ? await fileOf(repository, top, entry) : null;
    if (file !== null) files.push(file);
  });
  return {
    fileSystem: new ListedFileSystem(files, exclude),
    submodules: new Map(entries.flatMap(({ path, submodule }) => (submodule === null ? [] : [[path, submodule] as const]))),
  };
}

/** A file of the work tree; null where nothing stands there any more. */
async function fileOf(repository: Repository, top: string, { path, bytes, absent }: WorkTreeEntry): Promise<ListedFile | null> {
  if (absent !== null) return absent.type === 'file' ? { path, type: 'file', target: null, content: contentOf(repository, absent.id) } : null;
  const location = Buffer.concat([Buffer.from(`${top}/`), bytes]);
  const content = contentOnDisk(location, repository.objectFormat);
  try {
    const status = await lstat(location);
    return status.isSymbolicLink() ? { path, content, ...await linked(top, path, location) } : { path, type: typeOf(status), target: null, content };
  } catch (error) {
    // Deleted: only the operating system can say so.
    systemReason(error);
    return null;
  }
}

/** Where a symbolic link leads; one that leads nowhere is a file that cannot be read, as in `check`. */
async function linked(top: string, path: string, location: Buffer): Promise<Pick<ListedFile, 'type' | 'target'>> {
  try {
    return { type: typeOf(await stat(location)), target: withinTop(top, slashed(await realpath(location, 'utf8'))) };
  } catch (error) {
    systemReason(error);
    return { type: 'other', target: `/${path}` };
  }
}

function typeOf(status: { isFile(): boolean; isDirectory(): boolean }): EntryType {
  if (status.isFile()) return 'file';
  return status.isDirectory() ? 'folder' : 'other';
}

/** Where a link leads, as the file system calls it; outside of the work tree by a name that nothing in it has. */
function withinTop(top: string, location: string): string {
  return location.startsWith(`${top}/`) ? location.slice(top.length) : `outside ${location}`;
}

const disk = new NodeFileSystem();

/** What stands at a path, with the id that git would give it, so that what is not changed is known as such. */
export function contentOnDisk(location: string | Buffer, digest: 'sha1' | 'sha256'): () => Promise<Content> {
  return async () => {
    const bytes = await disk.read(location);
    return { id: createHash(digest).update(`blob ${bytes.length}\0`).update(bytes).digest('hex'), bytes: async () => bytes };
  };
}
