/** What the extension host calls: runs the tests that are loaded and reports each to the runner. */

import { workspace } from 'vscode';
import type { Report } from '../results.ts';

/** Where the runner listens; the bundler fills it in. */
declare const RESULTS: string;

let sending: Promise<unknown> = Promise.resolve();

function send(report: Report): void {
  const body = JSON.stringify(report);
  sending = sending.then(() => fetch(RESULTS, { method: 'POST', mode: 'no-cors', body }));
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const details = 'actual' in error && 'expected' in error && error.actual !== error.expected
    ? `\nactual:   ${shorten(error.actual)}\nexpected: ${shorten(error.expected)}`
    : '';
  return `${error.stack ?? error.message}${details}`;
}

/** A value for a reader: of a long one the start. */
function shorten(value: unknown): string {
  const text = JSON.stringify(value, null, 1);
  return text.length > 3000 ? `${text.slice(0, 3000)} …` : text;
}

/** How many folders the workspace has once it is read; a server's may be read after the extension host has started. */
async function countFolders(): Promise<number> {
  for (let wait = 0; wait < 50 && (workspace.workspaceFolders ?? []).length === 0; wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return workspace.workspaceFolders?.length ?? 0;
}

/** Resolves when all tests have run and the runner has heard of them; rejects when one failed. */
export async function run(): Promise<void> {
  const folders = await countFolders();
  send({ type: 'started', folders });
  if (folders === 0) return;
  const failures = await new Promise<number>((resolve) => {
    // Not `mocha.run`, which reads the address of a page that neither host has.
    const runner = new Mocha.Runner(mocha.suite, { delay: false });
    runner.on('pass', (test) => { send({ type: 'passed', title: test.fullTitle() }); });
    runner.on('fail', (test, error) => { send({ type: 'failed', title: test.fullTitle(), error: describeError(error) }); });
    runner.run(resolve);
  });
  send({ type: 'finished' });
  await sending;
  if (failures > 0) throw new Error(`${String(failures)} failed`);
}
