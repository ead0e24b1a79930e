/**
 * The GitHub Action: checks, reviews, annotates, comments. It reads files and git's objects and runs nothing of what it
 * reads. Only what the strategy is worth makes it fail; what GitHub refuses is told in the log and in the summary.
 */

import { realpath, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Context } from '../cli/context.ts';
import type { Environment } from '../cli/git/git.ts';
import { UsageError, type Output } from '../cli/output.ts';
import { escapeMarkdown } from '../model/markdown.ts';
import { MARKER } from '../review/markdown/markdown.ts';
import { NodeFileSystem, slashed, systemReason } from '../workspace/node-file-system.ts';
import { checkPart, type CheckPart } from './check-part.ts';
import { uploadSarif } from './code-scanning.ts';
import { pullRequestOf, type PullRequestEvent } from './event.ts';
import { GitHubApi } from './github-api.ts';
import { readInputs } from './inputs.ts';
import { reviewPart, type ReviewPart } from './review-part.ts';
import { updateComment, type CommentOutcome } from './sticky-comment.ts';
import { limited, logLine, message, writeOutputs, writeSummary } from './workflow-commands.ts';

export interface ActionWorld {
  readonly environment: Environment;
  readonly output: Output;
  readonly now: Date;
}

/** Runs it; 0 or 1, as the job shall end. */
export async function runAction(world: ActionWorld): Promise<0 | 1> {
  try {
    return await perform(world);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await world.output.write(message('error', error.message));
    await summarize(world.environment, [`**Throughline could not do its work:** ${escapeMarkdown(error.message)}`]);
    return 1;
  }
}

async function perform({ environment, output, now }: ActionWorld): Promise<0 | 1> {
  const inputs = readInputs(environment);
  const pullRequest = await pullRequestOf(environment);
  const folder = await folderOf(environment, inputs.path);
  const context: Context = { folder, environment, fileSystem: new NodeFileSystem(), output, input: process.stdin, now };
  const review = await reviewPart(context, { base: inputs.base, pullRequest, failOn: inputs.failOn, asOf: inputs.asOf });
  const check = inputs.check ? await checkPart(context, inputs) : null;

  for (const line of limited([...review?.annotations ?? [], ...check?.annotations ?? []])) await output.write(`${line}\n`);
  for (const notice of review?.notices ?? []) await output.write(message('notice', notice));
  if (review !== null) await output.write(logLine(review.review.summary.verdict));

  const api = inputs.token === null ? null : new GitHubApi({ url: environment.GITHUB_API_URL ?? 'https://api.github.com', token: inputs.token });
  const comment = review === null || pullRequest === null || !inputs.comment ? null : await commentOn(api, pullRequest, review, inputs.path);
  const notes = comment === null || pullRequest === null ? [] : commentNotes(comment, pullRequest);
  if (inputs.sarif && check !== null) notes.push(...await uploadNotes(api, environment, check));
  for (const note of notes) await output.write(message('notice', note));

  await summarize(environment, [
    ...notes.map((note) => `> ${escapeMarkdown(note)}`),
    ...review === null ? [] : [review.markdown],
    ...check === null ? [] : [check.markdown],
  ]);
  await outputsOf(environment, review, check, comment);
  return (review?.failed ?? false) || (check?.failed ?? false) ? 1 : 0;
}

/** The folder of the strategy, links resolved; it lies in the workspace. */
async function folderOf({ GITHUB_WORKSPACE: workspace = process.cwd() }: Environment, path: string): Promise<string> {
  try {
    const top = await realpath(workspace);
    const folder = await realpath(resolve(top, path));
    const below = slashed(relative(top, folder));
    if (below === '..' || below.startsWith('../')) throw new UsageError(`the input 'path' leads out of the workspace: ${path}`);
    return slashed(folder);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path}: ${systemReason(error)}; is there a step with actions/checkout before this one?`);
  }
}

async function commentOn(api: GitHubApi | null, pullRequest: PullRequestEvent, { markdown, touched }: ReviewPart, path: string): Promise<CommentOutcome> {
  if (api === null) return { done: 'refused', status: null, reason: 'there is no token' };
  // Each strategy of a repository has a comment of its own.
  const marker = path === '.' ? MARKER : MARKER.replace(' -->', () => ` ${encodeURIComponent(path).replaceAll('-', '%2D')} -->`);
  return updateComment(api, pullRequest, marker, markdown.replace(MARKER, () => marker), touched);
}

/** What a reader of the summary should know about the comment. */
function commentNotes(comment: CommentOutcome, { isFork }: PullRequestEvent): string[] {
  if (comment.done !== 'refused') return [];
  if (comment.reason === 'there is no token') return ['There is no token, so the review is not a comment on the pull request; it stands in the summary of this run.'];
  if (isFork && (comment.status === 401 || comment.status === 403 || comment.status === 404)) {
    return ['This pull request comes from a fork, where a workflow may not write: the review is not a comment on it, and stands in the summary of this run.'];
  }
  const advice = comment.status === 403 ? ' Give the job the permission `pull-requests: write`.' : '';
  return [`The review could not become a comment on the pull request, and stands in the summary of this run. ${comment.reason}.${advice}`];
}

async function uploadNotes(api: GitHubApi | null, environment: Environment, { sarif }: CheckPart): Promise<readonly string[]> {
  const [owner = '', repository = ''] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  const { GITHUB_SHA: commit = '', GITHUB_REF: ref = '' } = environment;
  if (api === null) return ['There is no token, so the findings were not handed to code scanning.'];
  const outcome = await uploadSarif(api, { owner, repository, commit, ref }, sarif);
  return outcome.ok ? [] : [`The findings could not be handed to code scanning, which needs the permission \`security-events: write\`. ${outcome.reason}.`];
}

async function summarize({ GITHUB_STEP_SUMMARY: file = '' }: Environment, parts: readonly string[]): Promise<void> {
  if (file !== '') await writeSummary(file, `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`);
}

async function outputsOf(environment: Environment, review: ReviewPart | null, check: CheckPart | null, comment: CommentOutcome | null): Promise<void> {
  const { GITHUB_OUTPUT: file = '', RUNNER_TEMP: temporary = '' } = environment;
  if (file === '') return;
  const summary = review?.review.summary;
  const count = (value: number | undefined): string => (value === undefined ? '' : String(value));
  let reviewFile = '';
  if (review !== null && temporary !== '') {
    reviewFile = join(temporary, 'throughline-review.json');
    await writeFile(reviewFile, review.json);
  }
  await writeOutputs(file, {
    'verdict': summary?.verdict ?? '',
    'worst': summary?.worst ?? '',
    'changes': count(summary?.total),
    'high': count(summary?.high),
    'complete': review === null ? '' : String(review.review.complete),
    'errors': count(check?.report.counts.error),
    'warnings': count(check?.report.counts.warning),
    'review-file': reviewFile,
    'comment-url': comment === null || !('url' in comment) ? '' : comment.url ?? '',
  });
}
