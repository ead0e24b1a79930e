/** The strategy files of a commit, as a file system. */

import { posix } from 'node:path';
import { FileSystemError, type EntryType } from '../../workspace/file-system.ts';
import { ListedFileSystem, type ListedFile } from './listed-file-system.ts';
import type { Repository, TreeEntry } from './repository.ts';
import type { Content } from './sources.ts';
import { isOfStrategies } from './strategy-names.ts';

/** A path of links is followed no further than git and the operating system do. */
const MOST_LINKS = 40;

/** A side of a review that git holds. */
export interface GitFiles {
  readonly fileSystem: ListedFileSystem;
  /** The commits of submodules, by path. */
  readonly submodules: ReadonlyMap<string, string>;
}

/** Lists a commit; what is in its files is read when it is asked for. `exclude` is the text of `.git/info/exclude`. */
export async function commitFiles(repository: Repository, commit: string, exclude: string | null): Promise<GitFiles> {
  const entries = await repository.filesOf(commit, isOfStrategies);
  const files: ListedFile[] = [];
  for (const entry of entries) {
    if (entry.type === 'file') files.push({ path: entry.path, type: 'file', target: null, content: contentOf(repository, entry.id) });
    if (entry.type === 'link') files.push(await linkedFile(repository, commit, entry));
  }
  return {
    fileSystem: new ListedFileSystem(files, exclude),
    submodules: new Map(entries.filter(({ type }) => type === 'submodule').map(({ path, id }) => [path, id])),
  };
}

/** What a blob holds, read when it is asked for. */
export function contentOf(repository: Repository, id: string): () => Promise<Content> {
  return async () => ({
    id,
    bytes: async () => {
      const object = await repository.objects.read(id);
      switch (object.state) {
        case 'read': return object.bytes;
        case 'too-large': throw new FileSystemError(`is too large to be read (${Math.round(object.size / 1024 / 1024)} MB)`);
      }
    },
  });
}

/** A symbolic link, followed within the commit; one that leads out of it leads nowhere. */
async function linkedFile(repository: Repository, commit: string, link: TreeEntry): Promise<ListedFile> {
  let at = link;
  for (let steps = 0; steps < MOST_LINKS; steps += 1) {
    const content = await contentOf(repository, at.id)();
    const written = Buffer.from(await content.bytes()).toString();
    const path = posix.normalize(posix.join(posix.dirname(at.path), written)).replace(/\/$/, '');
    if (posix.isAbsolute(written) || path === '..' || path.startsWith('../')) break;
    const [target] = await repository.entriesAt(commit, [path]);
    if (target === undefined) break;
    if (target.type === 'file') return listed(link, 'file', `/${path}`, contentOf(repository, target.id));
    if (target.type === 'submodule') break;
    at = target;
  }
  return listed(link, 'other', `/${link.path}`, async () => { throw new FileSystemError('a symbolic link that leads to no file of the repository'); });
}

function listed(link: TreeEntry, type: EntryType, target: string, content: ListedFile['content']): ListedFile {
  return { path: link.path, type, target, content };
}
