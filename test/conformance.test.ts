/**
 * The conformance cases: random strategies with the findings and numbers of an independent reading of language.md.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDate } from '../grammar/calendar.ts';
import { parseFile } from '../grammar/parse.ts';
import { analyze, type Analysis } from '../server/analysis.ts';
import type { Standing } from '../server/model/strategy.ts';
import { rules } from '../server/rules/index.ts';

const CASES = join(import.meta.dirname, 'conformance');
const SHARED = join(import.meta.dirname, '..', '..', 'shared', 'conformance');

interface ExpectedStanding { readonly score: number | null; readonly expected: number | null; readonly health: string }
interface ExpectedKeyResult extends ExpectedStanding { readonly progress: number | null }
interface Expected {
  readonly asOf: string;
  readonly findings: readonly string[];
  readonly goals: Readonly<Record<string, ExpectedStanding>>;
  readonly objectives: Readonly<Record<string, ExpectedStanding & { readonly keyResults: readonly ExpectedKeyResult[] }>>;
}

/** The cases leave out what reads words. */
const UNTOLD = new Set(['title-disagrees', ...rules.filter((rule) => rule.group === 'words').map((rule) => rule.code)]);

function filesBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    if (statSync(join(folder, path)).isDirectory()) return filesBelow(folder, path);
    return name.endsWith('.strategy') ? [path] : [];
  });
}

function readCase(name: string): { expected: Expected; analysis: Analysis } {
  const folder = join(CASES, name);
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  const files = filesBelow(folder).map((path) => ({ path, tree: parseFile(readFileSync(join(folder, path), 'utf8')) }));
  const asOf = parseDate(expected.asOf);
  assert.ok(asOf !== null);
  return { expected, analysis: analyze({ files, settingsText: null, asOf, today: asOf }) };
}

function found(analysis: Analysis): string[] {
  return analysis.diagnostics
    .filter(({ code }) => !UNTOLD.has(code))
    .map(({ file, range, code }) => `${file}:${range.start.line + 1}: ${code}`)
    .sort();
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e6) / 1e6;
}

function standing({ score, expected, health }: Standing): ExpectedStanding {
  return { score: rounded(score), expected: rounded(expected), health };
}

/** Numbers within 1e-6 of the expected ones are taken as those. */
function settle(actual: unknown, expected: unknown): unknown {
  if (typeof actual === 'number' && typeof expected === 'number') return Math.abs(actual - expected) <= 1.000001e-6 ? expected : actual;
  if (Array.isArray(actual)) return actual.map((item, index) => settle(item, Array.isArray(expected) ? expected[index] : undefined));
  if (typeof actual !== 'object' || actual === null) return actual;
  const other = typeof expected === 'object' && expected !== null ? expected as Record<string, unknown> : {};
  return Object.fromEntries(Object.entries(actual).map(([key, value]) => [key, settle(value, other[key])]));
}

function numbers(analysis: Analysis): Pick<Expected, 'goals' | 'objectives'> {
  const { goals, objectives } = analysis.strategy;
  return {
    goals: Object.fromEntries(goals.filter((goal) => goal.laterThan === null).map((goal) => [goal.id, standing(goal)])),
    objectives: Object.fromEntries(objectives.filter((objective) => objective.laterThan === null).map((objective) => [objective.id, {
      ...standing(objective),
      keyResults: objective.keyResults.filter((keyResult) => keyResult.laterThan === null)
        .map((keyResult) => ({ progress: rounded(keyResult.progress), ...standing(keyResult) })),
    }])),
  };
}

describe('conformance', () => {
  for (const name of readdirSync(CASES).filter((entry) => /^\d+$/.test(entry))) {
    it(`case ${name}: findings`, () => {
      const { expected, analysis } = readCase(name);
      assert.deepEqual(found(analysis), [...expected.findings].sort());
    });
    it(`case ${name}: scores, expected and health`, () => {
      const { expected, analysis } = readCase(name);
      const { goals, objectives } = expected;
      assert.deepEqual(settle(numbers(analysis), expected), { goals, objectives });
    });
  }

  it('is the newest copy of the cases, where their origin is at hand', () => {
    if (!existsSync(SHARED)) return;
    const names = (folder: string): string[] => readdirSync(folder).filter((entry) => /^\d+$/.test(entry)).sort();
    assert.deepEqual(names(CASES), names(SHARED));
    for (const name of names(SHARED)) {
      for (const path of ['expected.json', ...filesBelow(join(SHARED, name))]) {
        assert.equal(readFileSync(join(CASES, name, path), 'utf8'), readFileSync(join(SHARED, name, path), 'utf8'), `${name}/${path}`);
      }
    }
  });
});
