/** The runner's end of `puppet.ts`: one action at a time, each answered when it is done. */

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Action =
  | { readonly type: 'setting'; readonly key: string; readonly value: unknown }
  | { readonly type: 'command'; readonly command: string; readonly parameters: readonly unknown[] }
  /** Opens a file of the workspace with the cursor `into` units after the start of the text `at`, or at its top. */
  | { readonly type: 'open'; readonly path: string; readonly at: string | null; readonly into: number; readonly column?: number }
  /** The text of a file as the editor has it. */
  | { readonly type: 'text'; readonly path: string }
  /** Replaces the first `old` in a file. */
  | { readonly type: 'replace'; readonly path: string; readonly old: string; readonly new: string }
  /** What is selected in a file that is in sight; null where it is not. */
  | { readonly type: 'selected'; readonly path: string }
  /** The active file and the labels of all tabs. */
  | { readonly type: 'state' };

/** `ready` comes once, when an extension host begins. */
export type Answer = { readonly type: 'ready' } | { readonly type: 'done'; readonly value: unknown } | { readonly type: 'failed'; readonly message: string };

export interface Puppeteer {
  readonly address: string;
  /** Resolves when the extension host runs. */
  readonly ready: Promise<void>;
  /** What the action gives. */
  perform(action: Action): Promise<unknown>;
  /** Resolves when another extension host runs: to be asked before the window is loaded anew. */
  restarted(): Promise<void>;
  close(): void;
}

export async function startPuppeteer(): Promise<Puppeteer> {
  let waiting: ServerResponse | null = null;
  let answered: (answer: Answer) => void = () => undefined;
  let restarted: () => void = () => undefined;
  const next = (): Promise<Answer> => new Promise((resolve) => { answered = resolve; });
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.setHeader('access-control-allow-origin', '*');
      waiting = response;
      const answer = JSON.parse(Buffer.concat(parts).toString()) as Answer;
      if (answer.type === 'ready') restarted();
      answered(answer);
    });
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    ready: next().then(() => undefined),
    async perform(action) {
      const done = next();
      waiting?.end(JSON.stringify(action));
      const answer = await done;
      if (answer.type === 'failed') throw new Error(`${JSON.stringify(action)}: ${answer.message}`);
      return answer.type === 'done' ? answer.value : null;
    },
    restarted: () => new Promise((resolve) => { restarted = resolve; }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
