/** How a suite in an extension host tells the runner what came of it: lines of JSON, by HTTP on this machine. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Report =
  /** The suite begins: reports before it were of an extension host that is no more. */
  | { readonly type: 'started'; readonly folders: number }
  | { readonly type: 'passed'; readonly title: string }
  | { readonly type: 'failed'; readonly title: string; readonly error: string }
  | { readonly type: 'finished' };

export interface Inbox {
  readonly address: string;
  /** The reports in the order in which they came, until the suite has finished; rejects after `seconds` without one. */
  collect(seconds: number): Promise<readonly Report[]>;
  close(): Promise<void>;
}

/** Opens a place to which one suite reports. `onReport` hears each report as it comes. */
export async function openInbox(onReport: (report: Report) => void): Promise<Inbox> {
  const reports: Report[] = [];
  let heard = (): void => undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
      if (request.method !== 'POST') return;
      const report = JSON.parse(Buffer.concat(parts).toString()) as Report;
      if (report.type === 'started') reports.length = 0;
      reports.push(report);
      onReport(report);
      heard();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}/`,
    collect: (seconds) => new Promise((resolve, reject) => {
      const expire = (): void => { reject(new Error(`nothing was heard from the suite for ${String(seconds)} s`)); };
      let timer = setTimeout(expire, seconds * 1000);
      heard = () => {
        clearTimeout(timer);
        if (reports.at(-1)?.type === 'finished') resolve(reports);
        else timer = setTimeout(expire, seconds * 1000);
      };
      if (reports.length > 0) heard();
    }),
    close: () => new Promise((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); }),
  };
}
