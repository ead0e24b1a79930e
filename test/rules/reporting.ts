/** Tests of one rule: the source shows in `«»` where it reports, and without them that it does not. */

import assert from 'node:assert/strict';
import type { Diagnostic } from '../../server/rules/diagnostic.ts';
import { check, marked, sourcesOf, unmarkedSources, type CheckOptions, type Sources } from './checking.ts';

/** Holds the findings of one rule against the marks in the sources, and gives them. */
export function assertReports(code: string, source: string | Sources, options: CheckOptions = {}): readonly Diagnostic[] {
  const sources = unmarkedSources(source);
  const own = check(sources, options).diagnostics.filter((diagnostic) => diagnostic.code === code);
  const found = Object.fromEntries(Object.entries(sources).map(([path, text]) => [path, marked(path, text, own)]));
  assert.deepEqual(found, sourcesOf(source), own.map(({ message }) => message).join('\n'));
  return own;
}
