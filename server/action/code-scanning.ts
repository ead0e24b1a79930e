/** Findings handed to GitHub's code scanning, where they stay until they are mended. */

import { gzipSync } from 'node:zlib';
import { isRecord, type GitHubApi } from './github-api.ts';

export interface AnalyzedCommit {
  readonly owner: string;
  readonly repository: string;
  readonly commit: string;
  /** `refs/heads/…`, `refs/pull/…/merge`. */
  readonly ref: string;
}

export type UploadOutcome =
  | { readonly ok: true; readonly id: string | null }
  | { readonly ok: false; readonly reason: string };

/** Uploads a SARIF log; needs the permission `security-events: write`. */
export async function uploadSarif(api: GitHubApi, { owner, repository, commit, ref }: AnalyzedCommit, sarif: string): Promise<UploadOutcome> {
  const result = await api.request('POST', `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}/code-scanning/sarifs`, {
    commit_sha: commit, ref, sarif: gzipSync(sarif).toString('base64'), tool_name: 'Throughline',
  });
  if (!result.ok) return { ok: false, reason: result.reason };
  return { ok: true, id: isRecord(result.body) && typeof result.body.id === 'string' ? result.body.id : null };
}
