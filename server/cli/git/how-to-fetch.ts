/** What a clone lacks, and the command that gets it, in one line. */

/** What the repository can be asked for. */
export interface Fetching {
  readonly isShallow: boolean;
  readonly remotes: readonly string[];
}

/** Names that mean the same in every shell. */
const PLAIN = /^[A-Za-z0-9_][A-Za-z0-9_./-]*$/;
const COMMIT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const PART_OF_ID = /^[0-9a-f]{7,64}$/;

/** There is no such revision. `known` is the name under which a remote's is there; null where none is. */
export function howToFetch(revision: string, fetching: Fetching, known: string | null): string {
  const missing = `there is no revision '${revision}' in this ${fetching.isShallow ? 'shallow clone' : 'repository'}`;
  const command = fetchCommand(revision, fetching);
  return command === null
    ? `${missing}, and it has no remote to fetch it from; git branch --all and git tag list those that are there`
    : `${missing}; ${known === null ? '' : `'${known}' is there, or `}fetch it with: ${command}`;
}

/** Two revisions have no common ancestor here. */
export function howToFetchHistory(base: string, head: string, { isShallow, remotes }: Fetching): string {
  const missing = `'${base}' and '${head}' have no merge base`;
  if (!isShallow) return `${missing}: their histories have nothing in common; --direct compares them all the same`;
  const remote = remoteOf(remotes);
  const command = remote === null ? 'git fetch --unshallow' : `git fetch --unshallow ${remote}`;
  return `${missing} in this shallow clone; fetch the history with: ${command} (actions/checkout: fetch-depth: 0), or compare them as they are with --direct`;
}

function fetchCommand(revision: string, { isShallow, remotes }: Fetching): string | null {
  const remote = remoteOf(remotes);
  if (remote === null) return null;
  const unshallow = `git fetch --unshallow ${remote}`;
  if (COMMIT_ID.test(revision)) return `git fetch ${remote} ${revision}`;
  if (PART_OF_ID.test(revision)) return isShallow ? unshallow : `git fetch ${remote}`;
  const ofRemote = remotes.find((name) => PLAIN.test(name) && revision.startsWith(`${name}/`));
  const branch = ofRemote === undefined ? revision : revision.slice(ofRemote.length + 1);
  if (!PLAIN.test(branch) || branch.includes('..') || branch === 'HEAD') return isShallow ? unshallow : `git fetch --tags ${remote}`;
  return ofRemote === undefined
    ? `git fetch ${remote} ${branch}:${branch}`
    : `git fetch ${ofRemote} ${branch}:refs/remotes/${ofRemote}/${branch}`;
}

function remoteOf(remotes: readonly string[]): string | null {
  const plain = remotes.filter((name) => PLAIN.test(name));
  return plain.find((name) => name === 'origin') ?? plain[0] ?? null;
}
