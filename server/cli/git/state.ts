/** A state to compare: every strategy at or below a folder, of a commit, of the work tree or of a folder on the disk. */

import { posix } from 'node:path';
import type { SourceFile } from '../../model/strategy.ts';
import type { RootState, State, UnreadablePath } from '../../review/state.ts';
import { AT_ONCE, eachBounded } from '../../workspace/bounded.ts';
import { byPath, discover, settingsFolder, SETTINGS_FILE, type FoundRoot } from '../../workspace/discover.ts';
import type { FileSystem } from '../../workspace/file-system.ts';
import { NodeFileSystem } from '../../workspace/node-file-system.ts';
import { commitFiles } from './commit-files.ts';
import type { Repository } from './repository.ts';
import type { ContentSource, Sources } from './sources.ts';
import { contentOnDisk, workTreeFiles } from './work-tree-files.ts';

/** What holds the files of a state, and from where on they are looked at. */
interface Place {
  readonly fileSystem: FileSystem;
  readonly contents: ContentSource;
  /** The location that is called `.`. */
  readonly base: string;
  /** Where strategies are looked for: at or below here. */
  readonly top: string;
  readonly submodules: ReadonlyMap<string, string>;
}

/** What is looked at in a repository: a commit by its id, or the work tree. */
export type GitSide = { readonly type: 'commit'; readonly commit: string } | { readonly type: 'work-tree' };

/**
 * Reads states of a repository: every root at or below its current folder, and the one that this folder is part of.
 * The folder from which on strategies are looked for is the same for all of them. What has equal content is read once.
 */
export async function readGitStates(repository: Repository, sides: readonly GitSide[], sources: Sources): Promise<readonly State[]> {
  const exclude = await repository.exclude();
  const places: Place[] = [];
  const folder = repository.prefix === '' ? '/' : `/${repository.prefix}`;
  for (const side of sides) {
    const { fileSystem, submodules } = side.type === 'commit'
      ? await commitFiles(repository, side.commit, exclude)
      : await workTreeFiles(repository, repository.top ?? '', exclude);
    places.push({ fileSystem, contents: fileSystem, base: '/', top: await settingsFolder(fileSystem, folder) ?? folder, submodules });
  }
  // A root above the current folder, on any side: the shortest of these, which all lie on one way up.
  const top = places.reduce((shortest, place) => (place.top.length < shortest.length ? place.top : shortest), folder);
  const states: State[] = [];
  for (const place of places) states.push(await readState({ ...place, top }, sources));
  return states;
}

/** Reads the strategies at or below a folder of the disk. */
export async function readFolderState(folder: string, sources: Sources): Promise<State> {
  const contents: ContentSource = { content: async (location) => contentOnDisk(location, 'sha1')() };
  return readState({ fileSystem: new NodeFileSystem(), contents, base: folder, top: folder, submodules: new Map() }, sources);
}

async function readState(place: Place, sources: Sources): Promise<State> {
  const roots = new Map<string, RootState>();
  for (const found of await discover(place.fileSystem, place.top)) {
    if (found.files.length === 0 && found.settings === null && found.unreadable.length === 0) continue;
    const root = posix.relative(place.base, found.location) || '.';
    roots.set(root, await readRootState(place, root, found, sources));
  }
  return { roots, submodules: place.submodules };
}

async function readRootState({ contents }: Place, root: string, found: FoundRoot, sources: Sources): Promise<RootState> {
  const unreadable: UnreadablePath[] = found.unreadable.map(({ path, reason }) => ({ path, reason }));
  const files: SourceFile[] = [];
  await eachBounded(found.files, AT_ONCE, async ({ path, location }) => {
    const { file, reason } = await sources.file(contents, location, path);
    files.push(file);
    if (reason !== null) unreadable.push({ path, reason });
  });
  const settings = found.settings === null ? null : await sources.text(contents, found.settings);
  if (settings?.ok === false) unreadable.push({ path: SETTINGS_FILE, reason: settings.reason });
  return {
    root, files: files.sort(byPath), unreadable: unreadable.sort(byPath),
    settingsText: settings?.ok === true ? settings.text : null,
  };
}
