/** The part of the API of VS Code's built-in git extension (version 1) that reviews use. */

import { extensions, type Event, type Uri } from 'vscode';

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<'uninitialized' | 'initialized'>;
  readonly repositories: readonly Repository[];
  getRepository(uri: Uri): Repository | null;
  /** The document that a file was at a revision. */
  toGitUri(uri: Uri, ref: string): Uri;
}

export interface Repository {
  readonly rootUri: Uri;
  readonly state: RepositoryState;
  getRefs(query: { readonly sort?: 'alphabetically' | 'committerdate' }): Promise<readonly Ref[]>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  /** The branch from which another was made, as far as git knows. */
  getBranchBase?(name: string): Promise<Branch | undefined>;
  getCommit(ref: string): Promise<Commit>;
  log(options: { readonly maxEntries: number }): Promise<readonly Commit[]>;
  /** Looks anew at the work tree. */
  status(): Promise<void>;
  /** What differs between a commit and the work tree, of files that git knows. */
  diffWith(ref: string): Promise<readonly FileDifference[]>;
  /** The content of a file, by its absolute path. Rejects where the revision has none. */
  buffer(ref: string, path: string): Promise<Uint8Array>;
}

export interface RepositoryState {
  readonly HEAD: Branch | undefined;
  readonly workingTreeChanges: readonly FileDifference[];
  readonly untrackedChanges?: readonly FileDifference[];
  readonly onDidChange: Event<void>;
}

/** `type`: 0 is a branch, 1 a branch of a remote, 2 a tag. */
export interface Ref {
  readonly type: 0 | 1 | 2;
  readonly name?: string;
  readonly commit?: string;
  readonly remote?: string;
}

export interface Branch extends Ref {
  readonly upstream?: { readonly remote: string; readonly name: string };
}

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
  readonly authorDate?: Date;
}

export interface FileDifference {
  readonly uri: Uri;
  readonly originalUri: Uri;
  readonly renameUri: Uri | undefined;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The API, once it has looked for repositories; null where there is no git: in a browser, or turned off. */
export async function gitApi(): Promise<GitApi | null> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return null;
  try {
    const git = extension.isActive ? extension.exports : await extension.activate();
    if (!git.enabled) return null;
    const api = git.getAPI(1);
    if (api.state !== 'initialized') await initialized(api);
    return api;
  } catch {
    // It says itself what is wrong with it.
    return null;
  }
}

function initialized(api: GitApi): Promise<void> {
  return new Promise((resolve) => {
    const listening = api.onDidChangeState((state) => {
      if (state !== 'initialized') return;
      listening.dispose();
      resolve();
    });
  });
}
