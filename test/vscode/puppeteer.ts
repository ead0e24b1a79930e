/** The runner's end of `puppet.ts`: one action at a time, each answered when it is done. */

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Action =
  | { readonly type: 'setting'; readonly key: string; readonly value: unknown }
  | { readonly type: 'command'; readonly command: string; readonly parameters: readonly unknown[] }
  /** Opens a file of the workspace with the cursor `into` units after the start of the text `at`, or at its top. */
  | { readonly type: 'open'; readonly path: string; readonly at: string | null; readonly into: number };

export interface Puppeteer {
  readonly address: string;
  /** Resolves when the extension host runs. */
  readonly ready: Promise<void>;
  perform(action: Action): Promise<void>;
  close(): void;
}

export async function startPuppeteer(): Promise<Puppeteer> {
  let waiting: ServerResponse | null = null;
  let answered: (answer: string) => void = () => undefined;
  const next = (): Promise<string> => new Promise((resolve) => { answered = resolve; });
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.setHeader('access-control-allow-origin', '*');
      waiting = response;
      answered(Buffer.concat(parts).toString());
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
      if (answer !== 'done') throw new Error(`${JSON.stringify(action)}: ${answer}`);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
