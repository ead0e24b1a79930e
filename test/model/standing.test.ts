/** Scores, expected and health (language.md section 5). */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertClose, goal, keyResult, objective, onlyKeyResult, strategyOf } from './reading.ts';

describe('the example of the language', () => {
  const example = readFileSync(join(import.meta.dirname, 'example.strategy'), 'utf8');

  it('is on track, with the score and the expected score that the reference works out', () => {
    const selfServe = objective(strategyOf(example), 'self-serve');
    assertClose(selfServe.score, (4 / 17 + 24 / 68 + 0) / 3);
    assertClose(selfServe.expected, (29 / 89 + 29 / 89 + 0) / 3);
    assert.equal(selfServe.health, 'on-track');
  });
});

describe('the score of an objective', () => {
  const score = (krs: string): number | null => objective(strategyOf(`objective o "O" {\n${krs}\n}`), 'o').score;

  it('is the mean of its key results by weight', () => {
    assert.equal(score('kr a "A" from 0 to 10 now 10 { weight 3 }\nkr b "B" from 0 to 10 now 0'), 0.75);
  });
  it('takes a weight that is none as 1', () => {
    assert.equal(score('kr a "A" from 0 to 10 now 10 { weight -3 }\nkr b "B" from 0 to 10 now 0'), 0.5);
  });
  it('leaves health measures out while another has a measure', () => {
    assert.equal(score('kr a "A" from 0 to 10 now 5\nkr b "B" keep at most 3 now 2'), 0.5);
    assert.equal(score('kr a "A" from 0 to ? now 5\nkr b "B" keep at most 3 now 2'), null);
  });
  it('is the mean of health measures where there are no others', () => {
    assert.equal(score('kr a "A"\nkr b "B" keep at most 3 now 2\nkr c "C" keep at most 1 now 2'), 0.5);
  });
  it('leaves out what is dropped or draft itself', () => {
    assert.equal(score('kr a "A" from 0 to 10 now 5\nkr b "B" from 0 to 10 now 0 { status dropped }\nkr c "C" from 0 to 10 { status draft }'), 0.5);
  });
  it('is none where the weights sum to 0', () => {
    assert.equal(score('kr a "A" from 0 to 10 now 10 { weight 0 }'), null);
  });
});

describe('the score of a goal', () => {
  const kr = (now: number): string => `kr "K" from 0 to 10 now ${now}`;

  it('is the mean of the objectives below, by their shares', () => {
    const strategy = strategyOf(`goal g "G"\ngoal h "H"
      objective a "A" { supports g 75%, h\n ${kr(10)} }
      objective b "B" { supports g 25%\n ${kr(0)} }`);
    assert.equal(goal(strategy, 'g').score, 0.75);
    assert.equal(goal(strategy, 'h').score, 1);
  });
  it('counts what flows through objectives, key results and goals', () => {
    const strategy = strategyOf(`goal top "T"\ngoal mid "M" { supports top }
      objective a "A" { supports mid\n kr k "K" from 0 to 10 now 4 }
      objective b "B" { supports a.k 50%\n ${kr(10)} }`);
    assertClose(goal(strategy, 'top').score, (0.4 + 0.5 * 1) / 1.5);
  });
  it('counts nothing that flows through a draft or a circle', () => {
    const strategy = strategyOf(`goal g "G"
      objective a "A" { supports g, b\n ${kr(0)} }
      objective b "B" { supports a\n ${kr(0)} }
      objective c "C" { supports g\n status draft\n ${kr(0)} }
      objective d "D" { supports c\n ${kr(0)} }
      objective e "E" { supports g\n ${kr(10)} }`);
    assert.equal(goal(strategy, 'g').score, 1);
  });
});

describe('expected', () => {
  it('is the elapsed part of the period up to the deadline', () => {
    assertClose(onlyKeyResult('kr k "K" from 0 to 10').expected, 60 / 90);
    assert.equal(onlyKeyResult('kr k "K" from 0 to 10 by 2026-02-28').expected, 1);
  });
  it('of a milestone that is not partly done is 0 up to its day and 1 after', () => {
    assert.equal(onlyKeyResult('kr k "K" done by 2026-03-01').expected, 0);
    assert.equal(onlyKeyResult('kr k "K" done by 2026-02-28').expected, 1);
    assertClose(onlyKeyResult('kr k "K" done now 50%').expected, 60 / 90);
  });
  it('is unknown without a period', () => {
    assert.equal(keyResult(strategyOf('objective o "O" { kr k "K" from 0 to 10 by 2026-03-31 }'), 'o.k').expected, null);
  });
});

describe('health', () => {
  const health = (kr: string, asOf?: string): string => onlyKeyResult(kr, '', asOf).health;

  it('follows how far the score lies behind what is expected', () => {
    assert.equal(health('kr k "K" from 0 to 90 now 51'), 'on-track');
    assert.equal(health('kr k "K" from 0 to 90 now 50'), 'at-risk');
    assert.equal(health('kr k "K" from 0 to 90 now 33'), 'at-risk');
    assert.equal(health('kr k "K" from 0 to 90 now 32'), 'off-track');
  });
  it('is done at score 1, not started before the period', () => {
    assert.equal(health('kr k "K" from 0 to 90 now 90', '2025-12-31'), 'done');
    assert.equal(health('kr k "K" from 0 to 90 now 10', '2025-12-31'), 'not-started');
  });
  it('of a health measure is off track when broken, and done once the period is over', () => {
    assert.equal(health('kr k "K" keep at most 3 now 4'), 'off-track');
    assert.equal(health('kr k "K" keep at most 3 now 2'), 'on-track');
    assert.equal(health('kr k "K" keep at most 3 now 2', '2026-04-01'), 'done');
  });
  it('of an objective is off track when one of its active health measures is broken', () => {
    const source = (status: string): string => `objective o "O" { period 2026-Q1\n kr a "A" from 0 to 1 now 1\n kr b "B" keep at most 3 now 4 { status ${status} } }`;
    assert.equal(objective(strategyOf(source('active')), 'o').health, 'off-track');
    assert.equal(objective(strategyOf(source('paused')), 'o').health, 'done');
  });
  it('is the status where that is not active, the objective\'s for what stands in it', () => {
    const strategy = strategyOf('objective o "O" { status paused\n kr k "K" done\n kr l "L" done { status dropped } }');
    assert.deepEqual(['o', 'o.k', 'o.l'].map((id) => (strategy.byId.get(id) as { health: string }).health), ['paused', 'paused', 'dropped']);
  });
});
