/** What a strategy is compared with: a commit of git, or what is saved. */

import type { Uri} from 'vscode';
import { workspace } from 'vscode';
import type { BaseFile, ReviewBase } from '../../server/review-protocol.ts';
import { toBase64 } from '../base64.ts';
import type { FileDifference, GitApi, Repository } from './git-api.ts';

/** A base that was chosen. */
export interface Base {
  /** As it was chosen: `main`. */
  readonly given: string;
  /** The commit that it is, once it was read; null where it is none. */
  readonly commit: string | null;
  /** The folder from which paths of the review count. */
  readonly folder: Uri;
  /** Reads what it has of files that are not the same on the disk. */
  read(): Promise<ReviewBase>;
  /** The document that a file was in it; null where it has none to show. */
  documentOf(file: Uri): Uri | null;
}

/** A commit of a repository: a revision itself, or where the branch that is checked out left it. */
export class CommitBase implements Base {
  readonly given: string;
  readonly folder: Uri;
  readonly #api: GitApi;
  readonly #repository: Repository;
  readonly #direct: boolean;
  #commit = '';

  constructor(api: GitApi, repository: Repository, given: string, direct: boolean) {
    this.#api = api;
    this.#repository = repository;
    this.#direct = direct;
    this.given = given;
    this.folder = repository.rootUri;
  }

  get commit(): string {
    return this.#commit;
  }

  /** Both may have moved since it was read last. Rejects where git knows no such revision. */
  async read(): Promise<ReviewBase> {
    const repository = this.#repository;
    const left = this.#direct ? undefined : await repository.getMergeBase(this.given, 'HEAD');
    const commit = left ?? (await repository.getCommit(this.given)).hash;
    this.#commit = commit;
    await repository.status();
    const { state } = repository;
    const different = [...await repository.diffWith(commit), ...state.workingTreeChanges, ...state.untrackedChanges ?? []];
    const files = await mapBounded([...strategyFiles(different).values()], (uri) => this.#file(commit, uri));
    return { folder: this.folder.toString(), given: this.given, commit, files };
  }

  async #file(commit: string, uri: Uri): Promise<BaseFile> {
    try {
      return { uri: uri.toString(), base64: toBase64(await this.#repository.buffer(commit, uri.fsPath)) };
    } catch {
      // The extension tells in no other way that a revision has no such file.
      return { uri: uri.toString(), base64: null };
    }
  }

  documentOf(file: Uri): Uri {
    return this.#api.toGitUri(file, this.#commit);
  }
}

/** What is saved, where there is no git: it shows what was typed since. */
export class SavedBase implements Base {
  readonly given: string;
  readonly commit = null;
  readonly folder: Uri;

  constructor(given: string, folder: Uri) {
    this.given = given;
    this.folder = folder;
  }

  read(): Promise<ReviewBase> {
    return Promise.resolve({ folder: this.folder.toString(), given: this.given, commit: null, files: [] });
  }

  documentOf(): null {
    return null;
  }
}

/** The folder of the workspace in which the active document stands, else the first. */
export function currentFolder(document: Uri | undefined): Uri | undefined {
  const own = document === undefined ? undefined : workspace.getWorkspaceFolder(document);
  return (own ?? workspace.workspaceFolders?.[0])?.uri;
}

function strategyFiles(differences: readonly FileDifference[]): ReadonlyMap<string, Uri> {
  const files = differences.flatMap(({ uri, originalUri, renameUri }) => [uri, originalUri, ...renameUri === undefined ? [] : [renameUri]]);
  return new Map(files.filter(({ path }) => /\.strategy$|\/throughline\.json$/.test(path)).map((uri) => [uri.toString(), uri]));
}

/** How many files are asked of git at a time: each is a process. */
const AT_ONCE = 8;

async function mapBounded<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
