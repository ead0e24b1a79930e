/** Which strategy files there are below a folder, and to which root each belongs (language.md section 4). */

import { AT_ONCE, eachBounded } from './bounded.ts';
import { decode } from './decode.ts';
import { FileSystemError, reasonOf, type Entry, type FileSystem } from './file-system.ts';
import { IgnoreRules } from './ignore-rules.ts';

export const SETTINGS_FILE = 'throughline.json';
const STRATEGY_SUFFIX = '.strategy';

export interface FoundFile {
  /** Below the root, with `/`. */
  readonly path: string;
  /** For the file system. */
  readonly location: string;
}

/** Something below a root that could not be looked into, and why, in a few words. */
export interface Unreadable extends FoundFile {
  readonly reason: string;
}

/** A folder that makes one strategy of the files below it. */
export interface FoundRoot {
  readonly location: string;
  /** Where its `throughline.json` is; null without one. */
  readonly settings: string | null;
  /** Its strategy files, by path (UTF-16). */
  readonly files: readonly FoundFile[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly Unreadable[];
}

/** By its name: `*.strategy`. */
export function isStrategyFile(name: string): boolean {
  return name.endsWith(STRATEGY_SUFFIX);
}

/** By path, compared by UTF-16 code units. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

/** The nearest folder at or above `folder` that holds a `throughline.json`; null where none does. */
export async function settingsFolder(fileSystem: FileSystem, folder: string): Promise<string | null> {
  for (let at: string | null = folder; at !== null; at = fileSystem.parent(at)?.folder ?? null) {
    if (await isFile(fileSystem, fileSystem.child(at, SETTINGS_FILE))) return at;
  }
  return null;
}

async function isFile(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    return await fileSystem.stat(path) === 'file';
  } catch (error) {
    // What may not be looked at is not seen; if it matters, reading it says so.
    reasonOf(error);
    return false;
  }
}

interface Growing {
  readonly location: string;
  settings: string | null;
  readonly files: (FoundFile & { readonly target: string | null })[];
  readonly unreadable: Unreadable[];
}

/** A folder still to be looked into: its path below the root, and below the base of the ignore rules. */
interface Folder {
  readonly location: string;
  readonly root: Growing;
  readonly path: string;
  readonly ignorePath: string;
  readonly rules: IgnoreRules;
}

/**
 * The root at `top` and those below it: every folder with its own `throughline.json` is one, and no part of the root
 * above it. `enter` says which of these are looked into (all of them without it). Links to folders are not followed,
 * as in git, so that a circle of links has no end to reach; a link to a file that is found anyway is passed over.
 * The root at `top` comes first, then the others by location. `onFile` is told of each strategy file as it is found.
 */
export async function discover(
  fileSystem: FileSystem, top: string,
  options: { readonly enter?: (root: string) => boolean; readonly onFile?: () => void } = {},
): Promise<readonly FoundRoot[]> {
  const first = newRoot(top);
  const roots: Growing[] = [first];
  const { rules, path } = await outerRules(fileSystem, top);
  await eachBounded<Folder>(
    [{ location: top, root: first, path: '', ignorePath: path, rules }],
    AT_ONCE,
    async (folder, add) => {
      const entries = await list(fileSystem, folder);
      const settings = entries.find((entry) => entry.name === SETTINGS_FILE && entry.type === 'file');
      let { root, path: below } = folder;
      if (settings !== undefined && folder.location !== top) {
        if (options.enter?.(folder.location) === false) return;
        root = newRoot(folder.location);
        below = '';
        roots.push(root);
      }
      if (settings !== undefined) root.settings = fileSystem.child(folder.location, SETTINGS_FILE);
      const inner = await withOwnRules(fileSystem, folder, entries);
      for (const entry of entries) {
        const location = fileSystem.child(folder.location, entry.name);
        const entryPath = join(below, entry.name);
        const ignorePath = join(folder.ignorePath, entry.name);
        if (entry.type === 'folder') {
          if (entry.target !== null || inner.ignores(ignorePath, true)) continue;
          add({ location, root, path: entryPath, ignorePath, rules: inner });
        } else if (isStrategyFile(entry.name) && !inner.ignores(ignorePath, false)) {
          root.files.push({ path: entryPath, location, target: entry.target });
          options.onFile?.();
        }
      }
    },
  );
  return withoutDoubles(roots);
}

function newRoot(location: string): Growing {
  return { location, settings: null, files: [], unreadable: [] };
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

async function list(fileSystem: FileSystem, folder: Folder): Promise<readonly Entry[]> {
  try {
    return await fileSystem.list(folder.location);
  } catch (error) {
    folder.root.unreadable.push({ path: folder.path, location: folder.location, reason: reasonOf(error) });
    return [];
  }
}

/** The rules that hold in a folder: those from above and its own `.gitignore`. */
async function withOwnRules(fileSystem: FileSystem, folder: Folder, entries: readonly Entry[]): Promise<IgnoreRules> {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.type === 'file')) return folder.rules;
  const text = await textAt(fileSystem, fileSystem.child(folder.location, '.gitignore'));
  return text === null ? folder.rules : folder.rules.and(folder.ignorePath, text);
}

/** The text of a file that need not be there; null where it is not, or cannot be read. */
async function textAt(fileSystem: FileSystem, path: string): Promise<string | null> {
  try {
    const decoded = decode(await fileSystem.read(path));
    return decoded.ok ? decoded.text : null;
  } catch (error) {
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}

/**
 * The rules that hold in `top` from above it: those of the repository it stands in, from the repository's top down.
 * `path` is that of `top` below the repository's top. Rules that would ignore `top` itself are dropped with the
 * others: whoever names a folder means it.
 */
async function outerRules(fileSystem: FileSystem, top: string): Promise<{ readonly rules: IgnoreRules; readonly path: string }> {
  const none = IgnoreRules.none(fileSystem.ignoresCase);
  const folders = await foldersFromRepository(fileSystem, top);
  const [repository, ...lower] = folders;
  if (repository === undefined) return { rules: none, path: '' };
  const exclude = await textAt(fileSystem, ['.git', 'info', 'exclude'].reduce((at, name) => fileSystem.child(at, name), repository.location));
  let rules = exclude === null ? none : none.and('', exclude);
  let path = '';
  let at = repository.location;
  for (const folder of lower) {
    const text = await textAt(fileSystem, fileSystem.child(at, '.gitignore'));
    if (text !== null) rules = rules.and(path, text);
    path = join(path, folder.name);
    at = folder.location;
  }
  return { rules: path !== '' && rules.ignores(path, true) ? none : rules, path };
}

/** The folders from the top of the repository that holds `top` down to `top`; none where it is in no repository. */
async function foldersFromRepository(fileSystem: FileSystem, top: string): Promise<readonly { readonly location: string; readonly name: string }[]> {
  const folders: { location: string; name: string }[] = [];
  for (let location = top; ;) {
    const parent = fileSystem.parent(location);
    folders.unshift({ location, name: parent?.name ?? '' });
    if (await exists(fileSystem, fileSystem.child(location, '.git'))) return folders;
    if (parent === null) return [];
    location = parent.folder;
  }
}

async function exists(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    return await fileSystem.stat(path) !== null;
  } catch (error) {
    reasonOf(error);
    return false;
  }
}

function withoutDoubles(roots: readonly Growing[]): readonly FoundRoot[] {
  const found = new Set(roots.flatMap((root) => root.files.filter((file) => file.target === null).map((file) => file.location)));
  const [first, ...others] = roots;
  if (first === undefined) return [];
  others.sort((a, b) => (a.location < b.location ? -1 : 1));
  return [first, ...others].map((root): FoundRoot => {
    const files: FoundFile[] = [];
    for (const { path, location, target } of root.files.toSorted(byPath)) {
      if (target !== null) {
        if (found.has(target)) continue;
        found.add(target);
      }
      files.push({ path, location });
    }
    return { location: root.location, settings: root.settings, files, unreadable: root.unreadable.toSorted(byPath) };
  });
}
