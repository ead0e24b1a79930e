/** The one comment of a pull request: made once, then changed where there is something new to say. */

import { isRecord, type ApiResult, type GitHubApi } from './github-api.ts';

export interface PullRequest {
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
}

export type CommentOutcome =
  | { readonly done: 'created' | 'updated' | 'unchanged'; readonly url: string | null }
  /** There was none, and none was wanted. */
  | { readonly done: 'none' }
  | { readonly done: 'refused'; readonly status: number | null; readonly reason: string };

interface FoundComment {
  readonly id: number;
  readonly body: string;
  readonly url: string | null;
}

/** GitHub's most. */
const PER_PAGE = 100;
const MOST_PAGES = 100;

/**
 * Brings the comment that begins with `marker` up to date. Where there is none yet, one is made only if `wanted`. Only
 * a comment of our own account is ours: anybody may write the marker.
 */
export async function updateComment(api: GitHubApi, pullRequest: PullRequest, marker: string, body: string, wanted: boolean): Promise<CommentOutcome> {
  const found = await find(api, pullRequest, marker);
  if ('done' in found) return found;
  const { comment } = found;
  if (comment === null && !wanted) return { done: 'none' };
  if (comment === null) return create(api, pullRequest, marker, body);
  if (sameText(comment.body, body)) return { done: 'unchanged', url: comment.url };
  const result = await api.request('PATCH', `/repos/${nameOf(pullRequest)}/issues/comments/${comment.id}`, { body });
  return result.ok ? { done: 'updated', url: urlIn(result.body) } : refused(result);
}

async function create(api: GitHubApi, pullRequest: PullRequest, marker: string, body: string): Promise<CommentOutcome> {
  const path = `/repos/${nameOf(pullRequest)}/issues/${pullRequest.number}/comments`;
  const result = await api.request('POST', path, { body });
  if (result.ok) return { done: 'created', url: urlIn(result.body) };
  const lost = result.status === null || result.status >= 500;
  if (!lost) return refused(result);
  // Nobody knows whether it was made: a look tells, so that there are never two.
  const found = await find(api, pullRequest, marker);
  if ('done' in found) return found;
  if (found.comment !== null) return { done: 'created', url: found.comment.url };
  const again = await api.request('POST', path, { body });
  return again.ok ? { done: 'created', url: urlIn(again.body) } : refused(again);
}

async function find(api: GitHubApi, pullRequest: PullRequest, marker: string): Promise<{ readonly comment: FoundComment | null } | Extract<CommentOutcome, { done: 'refused' }>> {
  const candidates: { readonly comment: FoundComment; readonly author: Author }[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const result = await api.request('GET', `/repos/${nameOf(pullRequest)}/issues/${pullRequest.number}/comments?per_page=${PER_PAGE}&page=${page}`);
    if (!result.ok) return refused(result);
    const comments: readonly unknown[] = Array.isArray(result.body) ? result.body : [];
    candidates.push(...comments.flatMap((comment) => marked(comment, marker)));
    if (!result.more) break;
  }
  if (candidates.length === 0) return { comment: null };
  const me = await login(api);
  const own = candidates.find(({ author }) => (me === null ? author.isBot : author.login === me));
  return { comment: own?.comment ?? null };
}

interface Author {
  readonly login: string;
  readonly isBot: boolean;
}

/** The comment, if it begins with the marker. */
function marked(comment: unknown, marker: string): readonly { readonly comment: FoundComment; readonly author: Author }[] {
  if (!isRecord(comment) || typeof comment.id !== 'number' || typeof comment.body !== 'string' || !comment.body.startsWith(marker)) return [];
  const user = isRecord(comment.user) ? comment.user : {};
  const author = { login: typeof user.login === 'string' ? user.login : '', isBot: user.type === 'Bot' };
  return [{ comment: { id: comment.id, body: comment.body, url: urlIn(comment) }, author }];
}

/** Whose token this is; null for that of a workflow, which belongs to a bot and may not ask. */
async function login(api: GitHubApi): Promise<string | null> {
  const result = await api.request('GET', '/user');
  return result.ok && isRecord(result.body) && typeof result.body.login === 'string' ? result.body.login : null;
}

function nameOf({ owner, repository }: PullRequest): string {
  return `${encodeURIComponent(owner)}/${encodeURIComponent(repository)}`;
}

/** GitHub may give line ends and the end of a text back in another way. */
function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd();
}

function urlIn(body: unknown): string | null {
  return isRecord(body) && typeof body.html_url === 'string' ? body.html_url : null;
}

function refused({ status, reason }: Extract<ApiResult, { ok: false }>): Extract<CommentOutcome, { done: 'refused' }> {
  return { done: 'refused', status, reason };
}
