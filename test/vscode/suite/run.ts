/** What the extension host calls: runs the tests that are loaded and reports each to the runner. */

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
  const details = 'actual' in error && 'expected' in error
    ? `\nactual:   ${JSON.stringify(error.actual)}\nexpected: ${JSON.stringify(error.expected)}`
    : '';
  return `${error.stack ?? error.message}${details}`;
}

/** Resolves when all tests have run and the runner has heard of them; rejects when one failed. */
export async function run(): Promise<void> {
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
