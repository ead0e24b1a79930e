/** The requests of a review in the editor, as they come over the wire. */

import { ErrorCodes, LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import type { LiveReview } from './live-review.ts';
import { isDocumentParams } from './requests.ts';
import { historyRequest, reviewBaseRequest, reviewRequest, type BaseFile, type HistoryAnswer, type ReviewBase } from './review-protocol.ts';

/** Tells the life of one thing of the strategy in a folder, as Markdown. Rejects with a reason for the user. */
export type TellHistory = (folder: string, id: string) => Promise<string>;

export interface ReviewHost {
  /** Throws where the server serves nobody. */
  readonly live: () => LiveReview;
  /** The folder of the strategy to which a document belongs; null without one. */
  readonly folderOf: (uri: string) => Promise<string | null>;
  /** null where there is no git. */
  readonly history: TellHistory | null;
}

/** Answers them. */
export function answerReviewRequests(connection: Connection, { live, folderOf, history }: ReviewHost): void {
  connection.onRequest(reviewBaseRequest, async (params: unknown) => {
    const base = reviewBaseOf(params);
    if (base === undefined) throw invalid('The parameters are not those of a base');
    await live().setBase(base);
    return null;
  });
  connection.onRequest(reviewRequest, () => live().review());
  connection.onRequest(historyRequest, async (params: unknown): Promise<HistoryAnswer> => {
    if (!isDocumentParams(params) || !('id' in params) || typeof params.id !== 'string') throw invalid('The parameters name no thing of a document');
    const folder = await folderOf(params.textDocument.uri);
    if (folder === null) throw refused('This file belongs to no strategy.');
    if (history === null) throw refused('There is no git here: the history of a strategy is told on the desktop, and by `throughline log`.');
    try {
      return { markdown: await history(folder, params.id) };
    } catch (error) {
      throw refused(error instanceof Error ? error.message : String(error));
    }
  });
}

function invalid(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

function refused(reason: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
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
