/** The alignment group, beyond the examples of its rules. */

import assert from 'node:assert/strict';
import { check, findings } from './checking.ts';

const COMPANY = `metric arr "Revenue" { unit $ better up }
person maya "Maya"
goal win "Win" { kind business owner maya period 2026 metric arr }
goal old "Old" { kind business owner maya period 2026 metric arr status dropped }
`;
const KEY_RESULTS = 'kr k "Trials" from 10 to 20 kr l "Buyers" from 1 to 2';
const LINE = COMPANY.split('\n').length;

function objective(name: string, text: string): string {
  return `objective ${name} "${name.toUpperCase()}" { owner maya period 2026-Q1 ${text} ${text.includes('kr ') ? '' : KEY_RESULTS} }\n`;
}

/** Findings of the rules, by lines counted from the one after the company. */
function told(text: string, ...only: readonly string[]): string[] {
  return findings(`${COMPANY}${text}`, { only }).map((finding) => {
    const [line = '', code = ''] = finding.split(': ');
    return `${Number(line) - LINE + 1}: ${code}`;
  });
}

describe('unaligned-objective', () => {
  const codes = ['unaligned-objective', 'unaligned-support', 'no-goals'] as const;

  it('names the active goals of the strategy', () => {
    const { diagnostics } = check(`${COMPANY}goal more "More" { kind growth owner maya metric arr }\n${objective('a', '')}`);
    const [found] = diagnostics.filter(({ code }) => code === 'unaligned-objective');
    assert.ok(found !== undefined);
    assert.equal(found.message, "Objective 'A' (a) supports no goal. Add `supports` and the goal that it serves; the goals of this strategy are win, more.");
    assert.deepEqual(found.fixes, [], 'which one of two is not certain');
  });

  it('is fixed by the one goal that there is, in a body of whatever layout', () => {
    for (const [before, after] of [
      ['objective a "A"\n', 'objective a "A" {\n  supports win\n}\n'],
      ['objective a "A" { period 2026-Q1 }\n', 'objective a "A" { supports win period 2026-Q1 }\n'],
      ['objective a "A" { // note\n}\n', 'objective a "A" {\n  supports win // note\n}\n'],
    ] as const) {
      const text = `${COMPANY}${before}`;
      const [found] = check(text).diagnostics.filter(({ code }) => code === 'unaligned-objective');
      const [edit] = found?.fixes[0]?.edits() ?? [];
      const lines = text.split('\n');
      const at = lines.slice(0, edit?.range.start.line).join('\n').length + 1 + (edit?.range.start.character ?? 0);
      assert.equal(text.slice(0, at) + (edit?.newText ?? '') + text.slice(at), `${COMPANY}${after}`);
    }
  });

  it('a dropped goal aligns nothing, unless it supports one that is not dropped', () => {
    assert.deepEqual(told(objective('a', 'supports old'), ...codes), ['1: unaligned-objective']);
    assert.deepEqual(told(`goal older "Older" { status dropped supports win }\n${objective('a', 'supports older')}`, ...codes), []);
  });

  it('a path leads through whatever: drafts, what is closed, key results', () => {
    assert.deepEqual(told(`${objective('a', 'supports b.k')}${objective('b', 'supports c status done')}${objective('c', 'supports win status draft')}`, ...codes), []);
  });

  it('one that supports a draft that serves nothing is to be mended itself', () => {
    assert.deepEqual(told(`${objective('a', 'supports b')}${objective('b', 'status draft')}`, ...codes), ['1: unaligned-objective']);
  });

  it('one that supports a paused objective that serves nothing is to be mended itself', () => {
    assert.deepEqual(told(`${objective('a', 'supports b')}${objective('b', 'status paused')}`, ...codes), ['1: unaligned-objective']);
  });

  it('the information stands on the first reference that leads to something unaligned', () => {
    const { diagnostics } = check(`${COMPANY}${objective('a', 'supports old, b, c.k')}${objective('b', '')}${objective('c', '')}`);
    const [found] = diagnostics.filter(({ code }) => code === 'unaligned-support');
    assert.match(found?.message ?? '', /Objective 'A' \(a\) supports 'B' \(b\), which serves no goal/);
    assert.equal(found?.severity, 'info');
  });

  it('is decided whatever is silenced or switched off', () => {
    const text = `${COMPANY}${objective('a', 'supports b')}// throughline-ignore unaligned-objective: an experiment\n${objective('b', '')}`;
    assert.deepEqual(findings(text, { only: codes }), [`${LINE}: unaligned-support`]);
    assert.deepEqual(findings(text, { only: codes, settings: { rules: { 'unaligned-objective': 'off' } } }), [`${LINE}: unaligned-support`]);
  });

  it('is unknown where the path meets a circle, or a reference that means nothing', () => {
    assert.deepEqual(told(`${objective('a', 'supports b')}${objective('b', 'supports c')}${objective('c', 'supports b')}${objective('d', 'supports e')}${objective('e', 'supports nothing')}`, ...codes), []);
  });
});

describe('supports-closed', () => {
  it('is said of each reference to something closed, where the objective is aligned', () => {
    assert.deepEqual(told(`${objective('a', 'supports win, old, b, b.l, c')}${objective('b', 'supports win kr k "K" from 1 to 2 kr l "L" from 1 to 2 { status dropped }')}${objective('c', 'supports win status done')}`, 'supports-closed'),
      ['1: supports-closed', '1: supports-closed', '1: supports-closed']);
    assert.deepEqual(told(objective('a', 'supports old'), 'supports-closed'), []);
  });
});

describe('unsupported-goal', () => {
  const goal = (name: string, text = ''): string => `goal ${name} "${name.toUpperCase()}" { kind growth owner maya period 2026 metric arr ${text} }\n`;
  const unsupported = (text: string): string[] => told(text + objective('base', 'supports win'), 'unsupported-goal');

  it('spares a goal without a name, which nothing could support', () => {
    assert.deepEqual(unsupported('goal "G" { kind growth owner maya period 2026 metric arr }\n'), []);
  });

  it('counts support through things that are neither draft nor dropped', () => {
    assert.deepEqual(unsupported(`${goal('g')}${objective('a', 'supports b')}${objective('b', 'supports g status done')}`), []);
    assert.deepEqual(unsupported(`${goal('g')}${objective('a', 'supports b')}${objective('b', 'supports g status paused')}`), []);
    assert.deepEqual(unsupported(`${goal('g')}${objective('a', 'supports b')}${objective('b', 'supports g status draft')}`), ['1: unsupported-goal']);
    assert.deepEqual(unsupported(`${goal('g')}${objective('a', 'supports b.k')}${objective('b', 'supports g status done kr k "K" from 1 to 2 { status dropped }')}`), ['1: unsupported-goal']);
    assert.deepEqual(unsupported(`${goal('g')}${goal('h', 'supports g status draft')}${objective('a', 'supports h')}`), ['1: unsupported-goal']);
  });

  it('does not count what is done or paused as working on it', () => {
    assert.deepEqual(unsupported(`${goal('g')}${objective('a', 'supports g status done')}`), ['1: unsupported-goal']);
    assert.deepEqual(unsupported(`${goal('g')}${objective('a', 'supports g status paused')}`), ['1: unsupported-goal']);
  });

  it('tells only the goal that is to be supported, where another one hands on', () => {
    assert.deepEqual(unsupported(`${goal('top')}${goal('middle', 'supports top')}${goal('low', 'supports middle')}`), ['3: unsupported-goal']);
    assert.deepEqual(unsupported(`${goal('top')}${goal('middle', 'supports top status draft')}${goal('low', 'supports middle')}`), ['1: unsupported-goal', '3: unsupported-goal']);
  });

  it('is not said of goals that are not active', () => {
    assert.deepEqual(unsupported(`${goal('a', 'status paused')}${goal('b', 'status draft')}${goal('c', 'status done')}goal d "D" { period 2024 }\n`), []);
  });
});

describe('outside-goal-period', () => {
  const outside = (period: string, goal = 'period 2026-Q2'): string[] => told(`goal g "G" { kind growth owner maya metric arr ${goal} }\nobjective a "A" { supports g, win owner maya period ${period} ${KEY_RESULTS} }\n`, 'outside-goal-period');

  it('is said where no day is common', () => {
    assert.deepEqual(outside('2026-01-01 .. 2026-03-31'), ['2: outside-goal-period']);
    assert.deepEqual(outside('2026-01-01 .. 2026-04-01'), []);
    assert.deepEqual(outside('2026-06-30 .. 2026-12-31'), []);
    assert.deepEqual(outside('2026-07-01 .. 2026-12-31'), ['2: outside-goal-period']);
  });

  it('is not said of closed goals, or where a period is not known', () => {
    assert.deepEqual(outside('2026-Q1', 'period 2026-Q2 status done'), []);
    assert.deepEqual(outside('2026-Q1', ''), []);
    assert.deepEqual(outside('2026-Q1', 'period 2026-Q9'), []);
  });
});

describe('untraced-metric', () => {
  const METRICS = `metric signups "Signups" { unit % drives arr }\nmetric talks "Talks" { unit talks }\nmetric lost "Lost" { unit % drives nothing }\nmetric loop "Loop" { unit % drives loop }\n`;
  const untraced = (measure: string, supports = 'win'): string[] => told(`${METRICS}${objective('a', `supports ${supports} kr "K" { ${measure} }`)}`, 'untraced-metric');

  it('follows `drives`', () => {
    assert.deepEqual(untraced('metric signups from 1% to 2%'), []);
    assert.deepEqual(untraced('metric talks from 1 to 2'), ['5: untraced-metric']);
    assert.deepEqual(untraced('metric talks'), ['5: untraced-metric']);
  });

  it('leaves health measures alone, and what is not known', () => {
    assert.deepEqual(untraced('metric talks keep at least 2'), []);
    assert.deepEqual(untraced('metric lost from 1% to 2%'), []);
    assert.deepEqual(untraced('metric loop from 1% to 2%'), []);
    assert.deepEqual(untraced('metric nothing from 1% to 2%'), []);
  });

  it('is not said where no goal has a metric', () => {
    assert.deepEqual(told(`${METRICS}goal g "G" { kind growth owner maya }\n${objective('a', 'supports g kr "K" { metric talks from 1 to 2 }')}`, 'untraced-metric'), []);
  });
});
