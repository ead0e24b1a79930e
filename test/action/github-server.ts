/**
 * A local server that speaks GitHub's REST API as far as the Action uses it: the paths, headers and bodies are those of
 * GitHub's documentation and of answers that were recorded. What goes wrong is scripted by a test.
 */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const TOKEN = 'ghs_0123456789abcdefSECRET';

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
  readonly body: unknown;
}

/** An answer in place of the ordinary one; `reset` cuts the connection. */
export interface Scripted {
  readonly method?: string;
  readonly path?: RegExp;
  readonly status: number | 'reset';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The request takes effect all the same: only its answer is lost. */
  readonly after?: true;
}

const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;

/** Bodies as GitHub sends them. */
export const RECORDED = {
  forbidden: { message: 'Resource not accessible by integration', documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment', status: '403' },
  notFound: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
  tooLong: {
    message: 'Validation Failed', errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is too long (maximum is 65536 characters)' }],
    documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment', status: '422',
  },
  rateLimit: { message: 'API rate limit exceeded for installation ID 1.', documentation_url: 'https://docs.github.com/rest/overview/resources-in-the-rest-api#rate-limiting', status: '403' },
  secondaryLimit: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits', status: '403' },
  badCredentials: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
} as const;

export class GitHubServer {
  readonly #server: Server;
  readonly comments: Comment[] = [];
  readonly asked: Asked[] = [];
  readonly sarifs: { readonly commit_sha: string; readonly ref: string; readonly sarif: string; readonly tool_name: string }[] = [];
  readonly #scripted: Scripted[] = [];
  #nextId = 1001;
  /** Whose token it is; null for a workflow's own. */
  user: string | null = null;

  private constructor() {
    this.#server = createServer((request, response) => { void this.#answer(request, response); });
  }

  static async start(): Promise<GitHubServer> {
    const server = new GitHubServer();
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** The next request of that method and path gets this answer. */
  script(...answers: readonly Scripted[]): void {
    this.#scripted.push(...answers);
  }

  addComment(body: string, user: Comment['user'] = BOT): Comment {
    const comment: Comment = { id: this.#nextId, body, user };
    this.#nextId += 1;
    this.comments.push(comment);
    return comment;
  }

  /** What was asked, in short. */
  get calls(): readonly string[] {
    return this.asked.map(({ method, path }) => `${method} ${path}`);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const method = request.method ?? '';
    const path = request.url ?? '';
    const body: unknown = text === '' ? null : JSON.parse(text);
    this.asked.push({ method, path, authorization: request.headers.authorization ?? null, body });
    const index = this.#scripted.findIndex((one) => (one.method ?? method) === method && (one.path?.test(path) ?? true));
    const [scripted] = index < 0 ? [] : this.#scripted.splice(index, 1);
    if (scripted === undefined || scripted.after === true) this.#ordinary(method, path, body, scripted === undefined ? response : null);
    if (scripted === undefined) return;
    if (scripted.status === 'reset') request.socket.destroy();
    else send(response, scripted.status, scripted.body ?? null, scripted.headers);
  }

  #ordinary(method: string, path: string, body: unknown, response: ServerResponse | null): void {
    const url = new URL(path, this.url);
    const fields = (body ?? {}) as Record<string, string>;
    const answer = (status: number, content: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      if (response !== null) send(response, status, content, headers);
    };
    if (method === 'GET' && url.pathname === '/user') {
      if (this.user === null) answer(403, RECORDED.forbidden);
      else answer(200, { login: this.user, id: 1, type: 'User' });
      return;
    }
    const comments = /^\/repos\/acme\/strategy\/issues\/(\d+)\/comments$/.exec(url.pathname);
    if (comments !== null && method === 'GET') {
      const [perPage, page] = [Number(url.searchParams.get('per_page') ?? 30), Number(url.searchParams.get('page') ?? 1)];
      const shown = this.comments.slice((page - 1) * perPage, page * perPage);
      const more = page * perPage < this.comments.length;
      const next = `<${this.url}${url.pathname}?per_page=${perPage}&page=${page + 1}>; rel="next", <${this.url}${url.pathname}?per_page=${perPage}&page=9>; rel="last"`;
      answer(200, shown.map((comment) => this.#shown(comment)), more ? { link: next } : {});
      return;
    }
    if (comments !== null && method === 'POST') {
      answer(201, this.#shown(this.addComment(fields.body ?? '')));
      return;
    }
    const one = /^\/repos\/acme\/strategy\/issues\/comments\/(\d+)$/.exec(url.pathname);
    const comment = this.comments.find(({ id }) => String(id) === one?.[1]);
    if (comment !== undefined && method === 'PATCH') {
      comment.body = fields.body ?? '';
      answer(200, this.#shown(comment));
      return;
    }
    if (method === 'POST' && url.pathname === '/repos/acme/strategy/code-scanning/sarifs') {
      this.sarifs.push(body as GitHubServer['sarifs'][number]);
      answer(202, { id: '47177e22-5596-11eb-80a1-c1e54ef945c6', url: `${this.url}${url.pathname}/47177e22` });
      return;
    }
    answer(404, RECORDED.notFound);
  }

  #shown({ id, body, user }: Comment): unknown {
    return { id, node_id: `IC_${id}`, url: `${this.url}/repos/acme/strategy/issues/comments/${id}`, html_url: `https://github.example/acme/strategy/pull/7#issuecomment-${id}`, user, body, author_association: 'NONE', reactions: {} };
  }
}

function send(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
