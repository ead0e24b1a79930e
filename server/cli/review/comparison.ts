/** What `review BASE [HEAD]` compares: revisions, the work tree or two folders (review.md section 1). */

import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { Revision } from '../../review/review.ts';
import type { State } from '../../review/state.ts';
import { slashed, systemReason } from '../../workspace/node-file-system.ts';
import type { Environment } from '../git/git.ts';
import { Repository } from '../git/repository.ts';
import type { Sources } from '../git/sources.ts';
import { readFolderState, readGitStates, type GitSide } from '../git/state.ts';
import { UsageError } from '../output.ts';

/** Where the command runs. */
export interface Surroundings {
  /** The current folder, links resolved, with `/`. */
  readonly folder: string;
  readonly environment: Environment;
}

/** What is asked for, as it was typed. */
export interface Asked {
  readonly base: string;
  /** null where it is left out. */
  readonly head: string | null;
  /** BASE itself, and not the merge base. */
  readonly direct: boolean;
}

export interface Comparison {
  /** Its commit is the one whose files are compared. */
  readonly base: Pick<Revision, 'given' | 'commit'>;
  readonly head: Revision;
  readonly baseState: State;
  readonly headState: State;
  /** The top of the repository's work tree, or the head's folder: what paths in the review count from. null of a bare repository. */
  readonly top: string | null;
}

/** Reads both sides. Rejects with `UsageError` where they cannot be compared, in one line that says what to do. */
export async function readComparison(surroundings: Surroundings, asked: Asked, sources: Sources): Promise<Comparison> {
  const given = asked.head === null ? [asked.base] : [asked.base, asked.head];
  if (given.includes('')) throw new UsageError('a revision is empty; name a branch, a tag, a commit or a folder');
  let repository: Repository;
  try {
    repository = await Repository.open(surroundings.folder, surroundings.environment);
  } catch (error) {
    const folders = await Promise.all(given.map(async (argument) => looksLikeFolder(argument) || isFolder(surroundings, argument)));
    if (error instanceof UsageError && folders.includes(true)) return compareFolders(surroundings, asked, null, sources);
    throw error;
  }
  try {
    if (given.some(looksLikeFolder)) return await compareFolders(surroundings, asked, repository, sources);
    const revisions = await revisionsOf(repository, asked);
    if (revisions !== null) return await compareRevisions(repository, revisions, sources);
    for (const argument of given) {
      if (await repository.commitOf(argument) === null && await isFolder(surroundings, argument)) {
        return await compareFolders(surroundings, asked, repository, sources);
      }
    }
    return await compareRevisions(repository, { base: asked.base, head: asked.head, direct: asked.direct }, sources);
  } finally {
    repository.close();
  }
}

/** The revisions to compare. `head` is null for the work tree. */
interface Revisions {
  readonly base: string;
  readonly head: string | null;
  readonly direct: boolean;
}

/** `A..B` and `A...B`; an end that is left out is HEAD, as in git. null where it is no range. */
async function revisionsOf(repository: Repository, { base, head, direct }: Asked): Promise<Revisions | null> {
  const range = /^(?<from>.*?)(?<dots>\.\.\.?)(?<to>.*)$/s.exec(base)?.groups;
  // `:/fixes ..` and the like are revisions that happen to hold dots; no name of a branch does.
  if (range === undefined || await repository.commitOf(base) !== null) return null;
  if (head !== null) throw new UsageError(`'${base}' names both sides already; leave out '${head}'`);
  const { from = '', dots, to = '' } = range;
  return { base: from === '' ? 'HEAD' : from, head: to === '' ? 'HEAD' : to, direct: direct || dots === '..' };
}

async function compareRevisions(repository: Repository, { base, head, direct }: Revisions, sources: Sources): Promise<Comparison> {
  if (head === null && repository.top === null) {
    throw new UsageError('this repository has no work tree; name the revision to compare with: throughline review BASE HEAD');
  }
  const from = { given: base, commit: await repository.commit(base) };
  const to = { given: head ?? 'HEAD', commit: await repository.commit(head ?? 'HEAD') };
  const baseCommit = direct ? from.commit : await repository.mergeBase(from, to);
  const headSide: GitSide = head === null ? { type: 'work-tree' } : { type: 'commit', commit: to.commit };
  const [baseState, headState] = await readGitStates(repository, [{ type: 'commit', commit: baseCommit }, headSide], sources);
  if (baseState === undefined || headState === undefined) throw new Error('a state for each side');
  return {
    base: { given: base, commit: baseCommit },
    head: { given: head, commit: to.commit, workTree: head === null },
    baseState, headState, top: repository.top,
  };
}

async function compareFolders(surroundings: Surroundings, { base, head, direct }: Asked, repository: Repository | null, sources: Sources): Promise<Comparison> {
  if (direct) throw new UsageError('--direct is for revisions; two folders are always compared directly');
  if (head === null) throw new UsageError(`'${base}' is a folder; name the folder to compare it with, too`);
  for (const [one, other] of [[base, head], [head, base]] as const) {
    if (await isFolder(surroundings, one) && !looksLikeFolder(other) && !await isFolderAndNoRevision(surroundings, repository, other)) {
      throw new UsageError(`'${one}' is a folder and '${other}' is none; two revisions are compared, or two folders`);
    }
  }
  const [baseFolder, headFolder] = [await folderAt(surroundings, base), await folderAt(surroundings, head)];
  return {
    base: { given: base, commit: null },
    head: { given: head, commit: null, workTree: false },
    baseState: await readFolderState(baseFolder, sources),
    headState: await readFolderState(headFolder, sources),
    top: headFolder,
  };
}

/** By the way it is written: no revision begins with `.` or `/`. */
function looksLikeFolder(argument: string): boolean {
  return argument.startsWith('.') || isAbsolute(argument);
}

async function isFolderAndNoRevision(surroundings: Surroundings, repository: Repository | null, argument: string): Promise<boolean> {
  if (!await isFolder(surroundings, argument)) return false;
  return repository === null || await repository.commitOf(argument) === null;
}

async function isFolder({ folder }: Surroundings, argument: string): Promise<boolean> {
  if (argument.includes('\0')) return false;
  try {
    return (await stat(resolve(folder, argument))).isDirectory();
  } catch (error) {
    systemReason(error);
    return false;
  }
}

async function folderAt({ folder }: Surroundings, argument: string): Promise<string> {
  try {
    const path = await realpath(resolve(folder, argument));
    if ((await stat(path)).isDirectory()) return slashed(path);
  } catch (error) {
    throw new UsageError(`${argument}: ${systemReason(error)}`);
  }
  throw new UsageError(`${argument}: is a file; two folders are compared`);
}
