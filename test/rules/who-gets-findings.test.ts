/** "Who gets findings" (language.md section 6), sentence by sentence. */

import assert from 'node:assert/strict';
import type { Diagnostic } from '../../server/rules/diagnostic.ts';
import { rules } from '../../server/rules/index.ts';
import { check, findings, type Sources } from './checking.ts';

const COMPANY = `metric arr "Revenue" { unit $ better up }
person maya "Maya"
goal win "Win" { kind business owner maya period 2026 metric arr }
objective serve "Serve" { supports win owner maya period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }
`;

function told(text: string): string[] {
  const sources: Sources = { 'a.strategy': COMPANY, 'b.strategy': text };
  return findings(sources).filter((finding) => finding.startsWith('b.strategy:')).map((finding) => finding.replace('b.strategy:', ''));
}

/** An objective and a goal in which nearly everything is missing or wrong, but for the structure group. */
const sloppy = (status: string): string => `objective a "Launch 100% of it" {
  ${status}
  kr "Help better"
  kr "Launch" from 4 to 4
}
goal b "Grow" {
  ${status}
}
initiative c "Do" {
  ${status}
}
`;

const structure = (status: string): string => `objective a "A" {
  ${status}
  owner nobody
  type urgent
  kr "One" from 1 day to 2% by 2026-02-30
}
`;

describe('who gets findings', () => {
  it('an active objective gets them all', () => {
    assert.ok(told(sloppy('status active')).length > 6);
  });

  for (const [what, status] of [['drafts', 'status draft'], ['what is done', 'status done'], ['what is dropped', 'status dropped'], ['what is past', 'period 2024-Q1']] as const) {
    it(`${what}: of no group but the first`, () => {
      assert.deepEqual(told(sloppy(status)), []);
      assert.deepEqual(told(structure(status)), ['3: unknown-reference', '4: invalid-value', '5: unit-mismatch', '5: invalid-period']);
    });
  }

  it('what is paused gets what is not said of active things alone', () => {
    assert.deepEqual(told('objective a "A" {\n  status paused\n  kr "One"\n}\n').filter((finding) => finding.includes('unmeasured')), ['3: unmeasured-key-result']);
    assert.ok(!told('objective a "A" {\n  status paused\n  kr "One"\n}\n').some((finding) => finding.includes('missing-owner')));
  });

  it('what ended up to `past` days ago is still judged', () => {
    const ended = (settings: unknown): string[] => findings({ 'a.strategy': COMPANY, 'b.strategy': 'objective old "Old" { supports win owner maya period 2025-12-01 .. 2025-12-31 }\n' }, { settings })
      .filter((finding) => finding.includes('no-key-results'));
    assert.deepEqual(ended({ past: 60 }), ['b.strategy:1: no-key-results']);
    assert.deepEqual(ended({ past: 59 }), []);
  });

  it('later declarations of a name: of no group but the first', () => {
    assert.deepEqual(told('objective serve "Again" {\n  owner nobody\n  kr "One"\n}\n'), ['1: duplicate-name', '2: unknown-reference']);
  });

  it('what they name counts as named', () => {
    assert.deepEqual(told('team crew "Crew"\nobjective old "Old" { status done owner crew }\n'), []);
    assert.deepEqual(told('team crew "Crew"\nobjective serve "Again" { owner crew }\n'), ['2: duplicate-name']);
  });

  it('what a later, active declaration supports is supported', () => {
    assert.deepEqual(told(`goal stay "Stay" { kind customer owner maya period 2026 metric arr }
objective serve "Again" { supports stay }
`), ['2: duplicate-name']);
    assert.deepEqual(told(`goal stay "Stay" { kind customer owner maya period 2026 metric arr }
objective serve "Again" { supports stay status done }
`), ['1: unsupported-goal', '2: duplicate-name']);
  });

  it('things that rest on them are judged as usual', () => {
    assert.deepEqual(told(`objective old "Old" { status draft }
objective next "Next" { supports old owner maya period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }
`), ['2: unaligned-objective']);
  });

  it('the objectives that are past are counted', () => {
    assert.equal(check(`${COMPANY}objective old "Old" { period 2024-Q1 }\nobjective older "Older" { period 2023-Q1 status done }\n`).past, 2);
    assert.equal(check(COMPANY).past, 0);
  });

  it('a rule that is off says nothing, and one that is off by default can be switched on', () => {
    const goal = 'goal win "Win" { kind business owner maya period 2026 metric arr }\nmetric arr "Revenue" { unit $ better up }\nperson maya "Maya"\nobjective serve "Serve" { supports win owner maya period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n';
    assert.deepEqual(findings(goal), []);
    assert.deepEqual(findings(goal, { settings: { rules: { 'no-evidence': 'warning' } } }), ['1: no-evidence']);
    const everythingOff = Object.fromEntries(rules.map(({ code }) => [code, 'off']));
    assert.deepEqual(findings(sloppy('status active'), { settings: { rules: everythingOff } }), []);
  });

  it('severities are those of the settings', () => {
    const { diagnostics } = check('objective a "A" { period 2026-Q1 }\n', { settings: { rules: { 'no-goals': 'hint' } } });
    assert.deepEqual(diagnostics.filter(({ code }) => code === 'no-goals').map(({ severity }) => severity), ['hint']);
  });

  it('findings are ordered by file, place, code and message', () => {
    const { diagnostics } = check({ 'b.strategy': sloppy('status active'), 'a/z.strategy': structure('status active'), 'B.strategy': structure('status draft') }, { settings: '{ "rulez": 1 }' });
    const files = [...new Set(diagnostics.map(({ file }) => file))];
    assert.deepEqual(files, ['B.strategy', 'a/z.strategy', 'b.strategy', 'throughline.json']);
    const order = ({ file, range: { start, end }, code, message }: Diagnostic): readonly (string | number)[] => [file, start.line, start.character, end.line, end.character, code, message];
    for (const [index, diagnostic] of diagnostics.entries()) {
      const before = order(diagnostics[index - 1] ?? diagnostic);
      const after = order(diagnostic);
      const at = before.findIndex((part, place) => part !== after[place]);
      assert.ok(at === -1 || (before[at] ?? '') < (after[at] ?? ''), JSON.stringify([before, after]));
    }
  });

  it('every finding has a link to its page', () => {
    for (const { code, url } of check(structure('status active')).diagnostics) {
      assert.equal(url, `https://github.com/throughline/throughline/blob/main/docs/rules/${code}.md`);
    }
  });
});
