/** The requests of a review in the editor, as they come over the wire. */

import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import type { LiveReview } from './live-review.ts';
import { reviewBaseRequest, reviewRequest, type BaseFile, type ReviewBase } from './review-protocol.ts';

/** Answers them; `live` throws where the server serves nobody. */
export function answerReviewRequests(connection: Connection, live: () => LiveReview): void {
  connection.onRequest(reviewBaseRequest, async (params: unknown) => {
    const base = reviewBaseOf(params);
    if (base === undefined) throw new ResponseError(ErrorCodes.InvalidParams, 'The parameters are not those of a base');
    await live().setBase(base);
    return null;
  });
  connection.onRequest(reviewRequest, () => live().review());
}

/** null ends the review; undefined is no base. */
function reviewBaseOf(params: unknown): ReviewBase | null | undefined {
  if (params === null || (Array.isArray(params) && params[0] === null)) return null;
  if (!isFields(params)) return undefined;
  const { folder, given, commit, files } = params;
  if (typeof folder !== 'string' || typeof given !== 'string' || !isTextOrNull(commit)) return undefined;
  return Array.isArray(files) && files.every(isBaseFile) ? { folder, given, commit, files } : undefined;
}

function isBaseFile(value: unknown): value is BaseFile {
  return isFields(value) && typeof value.uri === 'string' && isTextOrNull(value.base64);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
