/** The samples: strategies that users open first. Each says in its README what is to be found in it. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTree } from '../grammar/format.ts';
import { parseFile } from '../grammar/parse.ts';
import type { SyntaxTree } from '../grammar/tree.ts';
import { analyze, type Analysis } from '../server/analysis.ts';
import { constructsOf, everyConstruct } from './constructs.ts';
import { day } from './rules/checking.ts';

const SAMPLES = join(import.meta.dirname, '..', 'samples');
const NAMES = ['acme-cloud', 'first-okrs', 'scale-up'];

interface SampleFile {
  readonly path: string;
  readonly text: string;
  readonly tree: SyntaxTree;
}

function sampleFiles(name: string): readonly SampleFile[] {
  const paths = readdirSync(join(SAMPLES, name), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return paths.filter((path) => path.endsWith('.strategy')).sort().map((path) => {
    const text = readFileSync(join(SAMPLES, name, path), 'utf8');
    return { path, text, tree: parseFile(text) };
  });
}

function analyzed(name: string): Analysis {
  const settingsText = readFileSync(join(SAMPLES, name, 'throughline.json'), 'utf8');
  return analyze({ files: sampleFiles(name), settingsText, asOf: null, today: day('2000-01-01') });
}

/** The table of a README: `| okrs.strategy:3 | [`rule`](…) | what is wrong |`. */
function listedFindings(name: string): string[] {
  const readme = readFileSync(join(SAMPLES, name, 'README.md'), 'utf8');
  const rows = readme.matchAll(/^\| (?<place>\S+\.strategy:\d+) \| \[`(?<code>[a-z-]+)`\]\(\.\.\/\.\.\/docs\/rules\/\k<code>\.md\) \| (?<text>.+) \|$/gm);
  return Array.from(rows, ({ groups }) => `${groups?.place ?? ''}: ${groups?.code ?? ''}`);
}

function found({ diagnostics }: Analysis): string[] {
  return diagnostics.map(({ file, range, code }) => `${file}:${range.start.line + 1}: ${code}`);
}

describe('samples', () => {
  for (const name of NAMES) {
    it(`${name} is judged as of a day of its own and explains itself`, () => {
      const { settings } = analyzed(name);
      assert.notEqual(settings.asOf, null);
      assert.match(readFileSync(join(SAMPLES, name, 'README.md'), 'utf8'), /^# /);
    });

    it(`${name} is in canonical layout`, () => {
      for (const { path, text, tree } of sampleFiles(name)) assert.equal(formatTree(tree), text, path);
    });
  }

  it('are several strategies: the folder above them is no root', () => {
    const folders = readdirSync(SAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    assert.deepEqual(folders.filter((name) => existsSync(join(SAMPLES, name, 'throughline.json'))).sort(), NAMES);
    assert.ok(!existsSync(join(SAMPLES, 'throughline.json')));
  });
});

describe('acme-cloud', () => {
  it('has no finding at all', () => {
    assert.deepEqual(analyzed('acme-cloud').diagnostics.map(({ file, range, code, message }) => `${file}:${range.start.line + 1}: ${code}: ${message}`), []);
  });

  it('is on its way: nothing that is active is behind', () => {
    const { strategy } = analyzed('acme-cloud');
    const behind = [...strategy.goals, ...strategy.objectives, ...strategy.keyResults]
      .filter(({ active, health }) => active && (health === 'off-track' || health === 'at-risk' || health === 'unknown'));
    assert.deepEqual(behind.map(({ id, health, score, expected }) => `${id}: ${health} ${score} of ${expected}`), []);
  });

  it('has about a dozen files', () => {
    const count = sampleFiles('acme-cloud').length;
    assert.ok(count >= 11 && count <= 14, String(count));
  });

  it('uses every construct of the language', () => {
    const used = new Set(sampleFiles('acme-cloud').flatMap(({ tree }) => [...constructsOf(tree)]));
    assert.deepEqual(everyConstruct().filter((construct) => !used.has(construct)), []);
  });
});

describe('first-okrs', () => {
  it('has exactly the findings that its README lists', () => {
    assert.deepEqual(found(analyzed('first-okrs')), listedFindings('first-okrs'));
  });

  it('shows about 25 different rules, each once', () => {
    const codes = analyzed('first-okrs').diagnostics.map(({ code }) => code);
    assert.deepEqual(codes.filter((code, index) => codes.indexOf(code) !== index), []);
    assert.ok(codes.length >= 24 && codes.length <= 28, String(codes.length));
  });
});

describe('scale-up', () => {
  it('has exactly the findings that its README lists', () => {
    assert.deepEqual(found(analyzed('scale-up')), listedFindings('scale-up'));
  });

  it('cascades at least three deep through key results', () => {
    const { strategy } = analyzed('scale-up');
    const depth = (id: string): number => {
      const objective = strategy.objectives.find((candidate) => candidate.id === id);
      const above = objective?.supports.map(({ target }) => (target?.kind === 'kr' ? 1 + depth(target.objective.id) : 0)) ?? [];
      return Math.max(0, ...above);
    };
    assert.ok(Math.max(...strategy.objectives.map(({ id }) => depth(id))) >= 3);
  });

  it('has objectives that are done, on track and behind, and check-ins in two quarters', () => {
    const { strategy } = analyzed('scale-up');
    const healths = new Set(strategy.objectives.map(({ health }) => health));
    for (const health of ['done', 'on-track', 'at-risk', 'off-track', 'dropped'] as const) assert.ok(healths.has(health), health);
    const days = strategy.keyResults.flatMap(({ checkins }) => checkins.map((checkin) => checkin.day ?? day('2000-01-01')));
    assert.ok(days.some((checked) => checked < day('2026-05-01')) && days.some((checked) => checked >= day('2026-05-01')));
  });
});
