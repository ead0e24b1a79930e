/** The review of a pull request: what `throughline review` does, told to a workflow. */

import { dayOfMoment, type Day } from '../../grammar/calendar.ts';
import type { Context } from '../cli/context.ts';
import { Git, type Environment } from '../cli/git/git.ts';
import { entries, pathText } from '../cli/git/path-names.ts';
import { isOfStrategies } from '../cli/git/strategy-names.ts';
import { UsageError } from '../cli/output.ts';
import type { Asked } from '../cli/review/comparison.ts';
import { reviewFormats } from '../cli/review/formats.ts';
import { reviewOf } from '../cli/review/review-of.ts';
import { hasFailed, type FailOn } from '../review/failing.ts';
import { commitLinks, pullRequestLinks, type LinkTo } from '../review/markdown/links.ts';
import { reviewMarkdown } from '../review/markdown/markdown.ts';
import type { Review } from '../review/review.ts';
import { acceptedIn } from './accepted.ts';
import type { PullRequestEvent } from './event.ts';

export interface ReviewPart {
  readonly review: Review;
  readonly failed: boolean;
  readonly annotations: readonly string[];
  /** Its first line is `MARKER`, by which the comment is found again. */
  readonly markdown: string;
  readonly json: string;
  /** The pull request changes a file of a strategy. */
  readonly touched: boolean;
  /** What the reader of the log should know. */
  readonly notices: readonly string[];
}

export interface ReviewWish {
  /** A revision asked for by name; null leaves it to the pull request. */
  readonly base: string | null;
  readonly pullRequest: PullRequestEvent | null;
  readonly failOn: FailOn;
  readonly asOf: Day | null;
}

/** Compares the checked-out commit with the base; null where there is nothing to compare with. */
export async function reviewPart(context: Context, { base, pullRequest, failOn, asOf }: ReviewWish): Promise<ReviewPart | null> {
  const git = new Git(context.folder, context.environment);
  const asked = await askedFor(git, base, pullRequest);
  if (asked === null) return null;
  const { accepted, malformed } = await acceptedIn(git, asked.base, 'HEAD');
  const reviewed = await reviewOf(context, asked, { asOf, today: dayOfMoment(context.now), accepted });
  const review = pullRequest === null || base !== null ? reviewed.review : named(reviewed.review, pullRequest);
  const report = { ...reviewed, review, failOn };
  const text = (format: 'github' | 'json'): string => [...reviewFormats[format](report, context)].join('');
  return {
    review, failed: hasFailed(review, failOn),
    annotations: text('github').split('\n').filter((line) => line.startsWith('::')),
    markdown: reviewMarkdown(review, { linkTo: linksOf(context.environment, pullRequest, review), footer: footerOf(review) }), json: text('json'),
    touched: await touches(git, review),
    notices: malformed.map((line) => `The trailer 'Throughline-accept: ${line}' accepts nothing: write a fingerprint of 12 digits, a space and the reason.`),
  };
}

async function askedFor(git: Git, base: string | null, pullRequest: PullRequestEvent | null): Promise<Asked | null> {
  if (base !== null) return { base, head: 'HEAD', direct: false };
  if (pullRequest === null) return null;
  // What actions/checkout takes of a pull request is its merge with the target branch: the first parent is that branch.
  const [target, head] = [await commitOf(git, 'HEAD^1'), await commitOf(git, 'HEAD^2')];
  if (target !== null && head === pullRequest.headCommit) return { base: target, head: 'HEAD', direct: true };
  if (await commitOf(git, pullRequest.baseCommit) !== null) return { base: pullRequest.baseCommit, head: 'HEAD', direct: false };
  if (await commitOf(git, 'HEAD') === null) throw new UsageError('there is no checked-out repository here; put a step with actions/checkout before this one');
  throw new UsageError('the commit that this pull request is compared with is not here; give actions/checkout `fetch-depth: 0`');
}

async function commitOf(git: Git, revision: string): Promise<string | null> {
  const { status, out } = await git.run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  return status === 0 ? out.toString().trim() : null;
}

/** The review of a pull request speaks of branches, as people do. */
function named(review: Review, { baseBranch, headCommit }: PullRequestEvent): Review {
  return { ...review, base: { ...review.base, given: baseBranch }, head: { ...review.head, given: headCommit.slice(0, SHORT_ID) } };
}

const SHORT_ID = 7;

/** Of a pull request to its changed files, which stay in place from push to push; else to the files of both commits. */
function linksOf(environment: Environment, pullRequest: PullRequestEvent | null, { base, head }: Review): LinkTo {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = environment;
  if (pullRequest !== null) return pullRequestLinks(`${server}/${repository}/pull/${pullRequest.number}`);
  return commitLinks(`${server}/${repository}/blob`, { base: base.commit, head: head.commit });
}

function footerOf({ changes }: Review): readonly string[] {
  if (!changes.some(({ risk, accepted }) => accepted === null && (risk === 'high' || risk === 'medium'))) return [];
  return [
    '<sub>A change that is meant can be accepted: end the message of a commit with the line `Throughline-accept: FINGERPRINT reason`. '
    + 'The fingerprint stands with each change; a later edit has another one.</sub>',
  ];
}

async function touches(git: Git, { base, head }: Review): Promise<boolean> {
  if (base.commit === null || head.commit === null) return true;
  const changed: string[] = [];
  const { status } = await git.run(['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--end-of-options', base.commit, head.commit], entries((name) => {
    changed.push(pathText(name));
  }));
  return status !== 0 || changed.some(isOfStrategies);
}
