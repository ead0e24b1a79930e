/** A git repository as far as reviews need it: its revisions, and which files each of them and the work tree hold. */

import { readFile, realpath } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { slashed, systemReason } from '../../workspace/node-file-system.ts';
import { UsageError } from '../output.ts';
import { firstLine, Git, type Environment } from './git.ts';
import { howToFetch, howToFetchHistory, type Fetching } from './how-to-fetch.ts';
import { ObjectReader } from './object-reader.ts';
import { entries, pathText } from './path-names.ts';

/** A file, a symbolic link or a submodule as git has it. */
export interface TreeEntry {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  /** The same as the disk has it. */
  readonly bytes: Buffer;
  readonly type: 'file' | 'link' | 'submodule';
  /** Of a file or a link its blob, of a submodule its commit. */
  readonly id: string;
}

/** A file that the work tree may hold: of the index, or untracked and not ignored. */
export interface WorkTreeEntry {
  readonly path: string;
  readonly bytes: Buffer;
  /** Not checked out (a sparse checkout): its content is this blob. null where the disk says what it is. */
  readonly absent: { readonly type: 'file' | 'link'; readonly id: string } | null;
  /** The commit of a submodule; null for everything else. */
  readonly submodule: string | null;
}

const TYPES: Readonly<Record<string, TreeEntry['type']>> = { '100644': 'file', '100755': 'file', '100664': 'file', '120000': 'link', '160000': 'submodule' };

export class Repository {
  readonly #git: Git;
  readonly #folder: string;
  #exclude: Promise<string | null> | null = null;
  readonly objects: ObjectReader;
  /** The top of the work tree, links resolved, with `/`; null where there is none (a bare repository). */
  readonly top: string | null;
  /** The current folder below the top, without a slash at its end; '' at the top. */
  readonly prefix: string;
  readonly isShallow: boolean;
  /** The digest that names its objects. */
  readonly objectFormat: 'sha1' | 'sha256';

  private constructor(git: Git, folder: string, { top, prefix, isShallow, objectFormat }: Pick<Repository, 'top' | 'prefix' | 'isShallow' | 'objectFormat'>) {
    this.#git = git;
    this.#folder = folder;
    this.objects = new ObjectReader(git);
    this.top = top;
    this.prefix = prefix;
    this.isShallow = isShallow;
    this.objectFormat = objectFormat;
  }

  /** The repository that holds a folder. Rejects with `UsageError` where none does, or it cannot be read. */
  static async open(folder: string, environment: Environment): Promise<Repository> {
    const git = new Git(folder, environment);
    const { status, out, error } = await git.run(['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-object-format']);
    if (status !== 0) {
      const reason = firstLine(error);
      throw new UsageError(reason.startsWith('not a git repository')
        ? `${folder}: not in a git repository; name two folders to compare them without one`
        : `the git repository of ${folder} could not be read: ${reason}`);
    }
    const [inside, shallow, format] = out.toString().split('\n');
    const kind = { isShallow: shallow === 'true', objectFormat: format === 'sha256' ? 'sha256' : 'sha1' } as const;
    if (inside !== 'true') return new Repository(git, folder, { top: null, prefix: '', ...kind });
    const shown = await git.output(['rev-parse', '--show-toplevel'], 'the top of the work tree could not be found');
    const top = slashed(await realpath(pathText(shown).replace(/\r?\n$/, '')));
    return new Repository(git, folder, { top, prefix: slashed(relative(top, await realpath(folder))), ...kind });
  }

  /** The text of `.git/info/exclude`; null where there is none. Asked for with every state, and read once. */
  async exclude(): Promise<string | null> {
    return this.#exclude ??= this.#readExclude();
  }

  async #readExclude(): Promise<string | null> {
    const shown = await this.#git.output(['rev-parse', '--git-path', 'info/exclude'], 'the folder of git could not be found');
    try {
      return await readFile(resolve(this.#folder, pathText(shown).replace(/\r?\n$/, '')), 'utf8');
    } catch (error) {
      systemReason(error);
      return null;
    }
  }

  /** The id of the commit that a revision names; null where there is none. */
  async commitOf(revision: string): Promise<string | null> {
    if (revision === '' || revision.includes('\0')) return null;
    const id = await this.#verified(revision);
    return id === null ? null : this.#verified(`${id}^{commit}`);
  }

  async #verified(expression: string): Promise<string | null> {
    const { status, out } = await this.#git.run(['rev-parse', '--verify', '--quiet', '--end-of-options', expression]);
    const id = out.toString().trim();
    return status === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : null;
  }

  /** The id of the commit that a revision names. Rejects with a `UsageError` that says how to fetch it. */
  async commit(revision: string): Promise<string> {
    const id = await this.commitOf(revision);
    if (id !== null) return id;
    if (revision === 'HEAD') throw new UsageError('this repository has no commit yet; there is nothing to compare with');
    if (await this.#isObject(revision)) throw new UsageError(`'${revision}' is no commit (a file or a folder of one); name a branch, a tag or a commit`);
    const fetching = await this.#fetching();
    throw new UsageError(howToFetch(revision, fetching, await this.#nameOnRemote(revision, fetching.remotes)));
  }

  /** The branch of that name as a remote had it, where it was fetched. */
  async #nameOnRemote(revision: string, remotes: readonly string[]): Promise<string | null> {
    for (const remote of remotes) if (await this.commitOf(`refs/remotes/${remote}/${revision}`) !== null) return `${remote}/${revision}`;
    return null;
  }

  /** Whether a revision names something that is there: a full id is taken for one without a look. */
  async #isObject(revision: string): Promise<boolean> {
    const id = revision === '' || revision.includes('\0') ? null : await this.#verified(revision);
    return id !== null && await this.#verified(`${id}^{object}`) !== null;
  }

  /** The best common ancestor of two commits. Rejects with a `UsageError` where there is none, or it is not here. */
  async mergeBase(a: { readonly given: string; readonly commit: string }, b: { readonly given: string; readonly commit: string }): Promise<string> {
    const { status, out, error } = await this.#git.run(['merge-base', a.commit, b.commit]);
    const id = out.toString().split('\n')[0] ?? '';
    if (status === 0 && id !== '') return id;
    if (status !== 1) throw new UsageError(`the merge base of '${a.given}' and '${b.given}' could not be found: ${firstLine(error)}`);
    throw new UsageError(howToFetchHistory(a.given, b.given, await this.#fetching()));
  }

  async #fetching(): Promise<Fetching> {
    const { out } = await this.#git.run(['remote']);
    const remotes = out.toString().split('\n').filter((name) => name !== '');
    return { isShallow: this.isShallow, remotes };
  }

  /** The files of a commit of which `wanted` approves, in git's order. */
  async filesOf(commit: string, wanted: (path: string) => boolean): Promise<readonly TreeEntry[]> {
    return this.#list(['ls-tree', '-r', '-z', '--full-tree', commit], wanted);
  }

  /** What stands at these paths of a commit, folders left out. */
  async entriesAt(commit: string, paths: readonly string[]): Promise<readonly TreeEntry[]> {
    return paths.length === 0 ? [] : this.#list(['ls-tree', '-z', '--full-tree', commit, '--', ...paths], () => true);
  }

  async #list(args: readonly string[], wanted: (path: string) => boolean): Promise<readonly TreeEntry[]> {
    const found: TreeEntry[] = [];
    const { status, error } = await this.#git.run(args, entries((entry) => {
      const tab = entry.indexOf(0x09);
      const bytes = entry.subarray(tab + 1);
      const path = pathText(bytes);
      const [mode = '', , id = ''] = entry.toString('latin1', 0, tab).split(' ');
      const type = TYPES[mode];
      if (type !== undefined && (type === 'submodule' || wanted(path))) found.push({ path, bytes: Buffer.from(bytes), type, id });
    }));
    if (status !== 0) throw new UsageError(`the files of a commit could not be listed: ${firstLine(error)}`);
    return found;
  }

  /** The files of the work tree of which `wanted` approves: those of the index, and untracked ones that are not ignored. */
  async workTreeFiles(wanted: (path: string) => boolean): Promise<readonly WorkTreeEntry[]> {
    const found = new Map<string, WorkTreeEntry>();
    // `S 100644 <id> 0<TAB>path`; a file in conflict stands there up to three times.
    await this.#listWorkTree(['ls-files', '-z', '--full-name', '-t', '-s', '--cached'], (entry) => {
      const tab = entry.indexOf(0x09);
      const bytes = Buffer.from(entry.subarray(tab + 1));
      const path = pathText(bytes);
      const [tag, mode = '', id = ''] = entry.toString('latin1', 0, tab).split(' ');
      const type = TYPES[mode];
      if (type === 'submodule') found.set(path, { path, bytes, absent: null, submodule: id });
      else if (type !== undefined && wanted(path)) found.set(path, { path, bytes, absent: tag === 'S' ? { type, id } : null, submodule: null });
    });
    await this.#listWorkTree(['ls-files', '-z', '--full-name', '--others', '--exclude-standard'], (entry) => {
      const path = pathText(entry);
      if (wanted(path)) found.set(path, { path, bytes: Buffer.from(entry), absent: null, submodule: null });
    });
    return [...found.values()];
  }

  /** From the top: what stands beside the current folder may be part of its strategy. */
  async #listWorkTree(args: readonly string[], onEntry: (entry: Buffer) => void): Promise<void> {
    const { status, error } = await this.#git.run(['-C', this.top ?? '.', ...args], entries(onEntry));
    if (status !== 0) throw new UsageError(`the files of the work tree could not be listed: ${firstLine(error)}`);
  }

  /** Ends what runs in the background. */
  close(): void {
    this.objects.close();
  }
}
