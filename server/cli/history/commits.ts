/** The commits that touch strategy files. */

import type { Git } from '../git/git.ts';

export interface Commit {
  readonly id: string;
  /** Those of its parents, or of their ancestors, that touch strategy files too; none of the first. */
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string };
  /** When it was written: ISO 8601 with the author's time zone. */
  readonly date: string;
  /** When it was committed as it stands, such as merged: ISO 8601. */
  readonly committed: string;
  /** The whole message. */
  readonly message: string;
}

const FIELDS = ['%H', '%P', '%aN', '%aE', '%aI', '%cI', '%B'];
const FILES = [':(top,glob)**/*.strategy', ':(top,glob)**/throughline.json'];

export interface CommitQuery {
  /** A commit, or `A..B` of two commits. */
  readonly range: string;
  /** Only what was merged, not what led to it. */
  readonly firstParent: boolean;
}

/** The commits of a range that touch strategy files, children before parents. */
export async function strategyCommits(git: Git, { range, firstParent }: CommitQuery): Promise<readonly Commit[]> {
  const out = await git.output([
    '--no-literal-pathspecs', 'log', '-z', '--topo-order', '--parents', '--no-show-signature', '--encoding=UTF-8', ...firstParent ? ['--first-parent'] : [],
    `--format=format:${FIELDS.join('%x00')}`, '--end-of-options', range, '--', ...FILES,
  ], 'the history could not be read');
  if (out.length === 0) return [];
  const fields = out.toString().split('\0');
  const commits: Commit[] = [];
  for (let index = 0; index + FIELDS.length <= fields.length; index += FIELDS.length) {
    const [id = '', parents = '', name = '', email = '', date = '', committed = '', message = ''] = fields.slice(index, index + FIELDS.length);
    commits.push({ id, parents: parents.split(' ').filter((parent) => parent !== ''), author: { name, email }, date, committed, message: message.trim() });
  }
  return commits;
}
