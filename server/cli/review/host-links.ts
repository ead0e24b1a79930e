/** Where the host of a report shows the files in it: GitHub and GitLab say so in the environment of their jobs. */

import type { Review } from '../../review/review.ts';
import { commitLinks, relativeLinks, type LinkTo } from '../../review/markdown/links.ts';
import type { Environment } from '../git/git.ts';

/** Links to the files in the commits that are compared; relative ones where no host is known, and into the work tree. */
export function hostLinks({ base, head }: Pick<Review, 'base' | 'head'>, environment: Environment): LinkTo {
  const blob = blobAddress(environment);
  if (blob === null) return relativeLinks;
  return commitLinks(blob, { base: base.commit, head: head.workTree ? null : head.commit });
}

/** The address of the repository's files, before the commit; null where no host is known. */
function blobAddress({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, CI_PROJECT_URL: project }: Environment): string | null {
  if (isAddress(server) && repository !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository)) return `${server}/${repository}/blob`;
  return isAddress(project) ? `${project}/-/blob` : null;
}

/** An address in which nothing ends a link. */
function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/[\w.:/~-]+$/.test(text);
}
