/**
 * GitHub's REST API as far as the Action needs it: plain requests, patient with rate limits and with a network that
 * fails for a moment. What was refused is a value, for nothing that the Action tells a pull request is worth a red build.
 */

import { setTimeout as timer } from 'node:timers/promises';

export interface ApiOptions {
  /** `GITHUB_API_URL`; the token is sent nowhere else. */
  readonly url: string;
  /** null asks without one. */
  readonly token: string | null;
  /** Seconds that one request may wait in all before it is given up. */
  readonly patience?: number;
  /** Seconds after which a request without an answer has failed. */
  readonly timeout?: number;
  /** How it waits; the seconds are handed over. */
  readonly wait?: (seconds: number) => Promise<unknown>;
}

export type Method = 'GET' | 'POST' | 'PATCH';

export type ApiResult =
  | { readonly ok: true; readonly body: unknown; readonly more: boolean }
  /** `status` is null where there was no answer. `reason` is for people, and holds no secret. */
  | { readonly ok: false; readonly status: number | null; readonly reason: string };

const MOST_TRIES = 4;
const PATIENCE = 90;
const TIMEOUT = 30;
/** Seconds before the second try, where the server does not say; each further one waits twice as long. */
const FIRST_WAIT = 1;
/** Characters of what a server says. */
const LONGEST_REASON = 300;

export class GitHubApi {
  readonly #url: string;
  readonly #token: string | null;
  readonly #patience: number;
  readonly #timeout: number;
  readonly #wait: (seconds: number) => Promise<unknown>;

  constructor({ url, token, patience = PATIENCE, timeout = TIMEOUT, wait = async (seconds) => timer(seconds * 1000) }: ApiOptions) {
    this.#url = url.replace(/\/+$/, '');
    this.#token = token;
    this.#patience = patience;
    this.#timeout = timeout;
    this.#wait = wait;
  }

  /**
   * Asks, and asks again where that can help: after a rate limit, and, unless it would make something twice (`POST`),
   * after a failure of the server or the network. `path` begins with `/`; its parts are escaped by the caller.
   */
  async request(method: Method, path: string, body?: unknown): Promise<ApiResult> {
    let patience = this.#patience;
    let backoff = FIRST_WAIT;
    for (let tries = 1; ; tries += 1) {
      const { result, retryAfter } = await this.#once(method, path, body);
      if (result.ok || retryAfter === null || tries === MOST_TRIES) return result;
      const seconds = retryAfter === 'soon' ? backoff : retryAfter;
      if (seconds > patience) return { ...result, reason: `${result.reason} (it asks to wait ${Math.ceil(seconds)} seconds)` };
      await this.#wait(seconds);
      patience -= seconds;
      backoff *= 2;
    }
  }

  async #once(method: Method, path: string, body: unknown): Promise<{ readonly result: ApiResult; readonly retryAfter: number | 'soon' | null }> {
    const again = method === 'POST' ? null : 'soon';
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.#url}${path}`, {
        method,
        headers: {
          'accept': 'application/vnd.github+json', 'user-agent': 'throughline-action', 'x-github-api-version': '2022-11-28',
          ...this.#token === null ? {} : { authorization: `Bearer ${this.#token}` },
          ...body === undefined ? {} : { 'content-type': 'application/json' },
        },
        ...body === undefined ? {} : { body: JSON.stringify(body) },
        signal: AbortSignal.timeout(this.#timeout * 1000),
      });
      text = await response.text();
    } catch (error) {
      return { result: { ok: false, status: null, reason: this.#harmless(`GitHub could not be reached: ${networkReason(error)}`) }, retryAfter: again };
    }
    const { status, headers } = response;
    if (response.ok) {
      const parsed = parse(text);
      if (parsed === undefined) return { result: { ok: false, status, reason: 'GitHub answered with something that is no JSON' }, retryAfter: null };
      return { result: { ok: true, body: parsed, more: /<[^>]*>\s*;[^,]*\brel="?next"?/.test(headers.get('link') ?? '') }, retryAfter: null };
    }
    const result: ApiResult = { ok: false, status, reason: this.#harmless(`GitHub answered ${status}${saidIn(text)}`) };
    const limited = rateLimitWait(status, headers, text);
    return { result, retryAfter: limited ?? (status >= 500 ? again : null) };
  }

  /** The token stands in nothing that is printed, whoever sent it back. */
  #harmless(text: string): string {
    return this.#token === null || this.#token === '' ? text : text.replaceAll(this.#token, '***');
  }
}

/** Seconds to wait where a request met a rate limit, primary or secondary (GitHub's REST documentation); null where it did not. */
function rateLimitWait(status: number, headers: Headers, text: string): number | 'soon' | null {
  if (status !== 403 && status !== 429) return null;
  const after = Number(headers.get('retry-after') ?? NaN);
  if (Number.isFinite(after) && after >= 0) return after;
  const reset = Number(headers.get('x-ratelimit-reset') ?? NaN);
  if (headers.get('x-ratelimit-remaining') === '0' && Number.isFinite(reset)) return Math.max(0, reset - Date.now() / 1000) + 1;
  return status === 429 || /secondary rate limit/i.test(text) ? 'soon' : null;
}

/** What the server says in its `message`, with the first of its errors. */
function saidIn(text: string): string {
  const body = parse(text);
  if (!isRecord(body) || typeof body.message !== 'string') return '';
  const errors: readonly unknown[] = Array.isArray(body.errors) ? body.errors : [];
  const first = errors.map((error) => (isRecord(error) ? error.message : error)).find((message) => typeof message === 'string');
  return `: ${first === undefined ? body.message : `${body.message} (${first})`}`.slice(0, LONGEST_REASON);
}

function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it did not answer in time';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

/** undefined where the text is no JSON; an empty one is null. */
function parse(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
