/** What started the workflow, as far as it matters here. */

import { readFile } from 'node:fs/promises';
import type { Environment } from '../cli/git/git.ts';
import { isRecord } from './github-api.ts';
import type { PullRequest } from './sticky-comment.ts';

export interface PullRequestEvent extends PullRequest {
  /** The commit that the target branch was at. */
  readonly baseCommit: string;
  readonly baseBranch: string;
  /** The commit that was pushed last. */
  readonly headCommit: string;
  /** It comes from another repository, whose workflows may not write here. */
  readonly isFork: boolean;
}

/** The pull request that a workflow runs for; null where it runs for something else. */
export async function pullRequestOf(environment: Environment): Promise<PullRequestEvent | null> {
  const path = environment.GITHUB_EVENT_PATH ?? '';
  const [owner = '', repository = ''] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  if (path === '' || owner === '' || repository === '') return null;
  const event: unknown = JSON.parse(await readFile(path, 'utf8'));
  const pullRequest = recordIn(event, 'pull_request');
  const [base, head] = [recordIn(pullRequest, 'base'), recordIn(pullRequest, 'head')];
  const { number } = pullRequest;
  const [baseCommit, baseBranch, headCommit] = [base.sha, base.ref, head.sha];
  if (typeof number !== 'number' || typeof baseCommit !== 'string' || typeof baseBranch !== 'string' || typeof headCommit !== 'string') return null;
  // A fork that was deleted has no repository any more.
  const isFork = recordIn(head, 'repo').full_name !== recordIn(base, 'repo').full_name;
  return { owner, repository, number, baseCommit, baseBranch, headCommit, isFork };
}

function recordIn(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const found = isRecord(value) ? value[key] : null;
  return isRecord(found) ? found : {};
}
