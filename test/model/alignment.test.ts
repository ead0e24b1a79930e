/** Names, alignment, traced metrics and circles (language.md sections 3 and 5). */

import assert from 'node:assert/strict';
import { keyResult, objective, strategyOf } from './reading.ts';

describe('alignment', () => {
  const alignment = (source: string): string => objective(strategyOf(source), 'o').alignment;

  it('is by a path of supports, through key results and whatever else, to a goal that is not dropped', () => {
    assert.equal(alignment('goal g "G"\nobjective p "P" { supports g\n status dropped\n kr k "K" }\nobjective o "O" { supports p.k }'), 'aligned');
    assert.equal(alignment('goal g "G" { status dropped }\nobjective o "O" { supports g }'), 'unaligned');
    assert.equal(alignment('objective o "O"'), 'unaligned');
  });
  it('is unknown where the path meets a name that means nothing or a circle', () => {
    assert.equal(alignment('objective p "P" { supports nothing }\nobjective o "O" { supports p }'), 'unknown');
    assert.equal(alignment('objective o "O" { supports o }'), 'unknown');
  });
});

describe('names', () => {
  it('inside the objective come first where they are of a kind that may stand there', () => {
    const strategy = strategyOf('initiative x "X"\nobjective o "O" { kr x "X"\n initiative y "Y" { needs x } }');
    assert.deepEqual(strategy.initiatives.find(({ id }) => id === 'o.y')?.links[0]?.target?.id, 'o.x');
  });
  it('inside the objective are not looked up in its supports', () => {
    const strategy = strategyOf('goal x "X"\nobjective o "O" { supports x\n kr x "X" }');
    assert.equal(objective(strategy, 'o').links[0]?.target?.kind, 'goal');
  });
  it('are compared after NFC', () => {
    assert.equal(objective(strategyOf('goal zo\u00eb "G"\nobjective o "O" { supports zoe\u0308 }'), 'o').alignment, 'aligned');
  });
  it('declared twice mean the first by file and place, whatever its kind', () => {
    const strategy = strategyOf({ 'b.strategy': 'goal x "Second"', 'a.strategy': 'team x "First"\nobjective o "O" { supports x\n owner x }' });
    assert.deepEqual(objective(strategy, 'o').links.map(({ kind, resolution }) => [kind, resolution]), [['supports', 'unclear'], ['owner', 'found']]);
  });
  it('of key results without an id are told by their title, with a count for the second of one title', () => {
    const strategy = strategyOf('objective o "O" { kr "Say \\"yes\\""\n kr "Say \\"yes\\"" }');
    assert.deepEqual(strategy.keyResults.map(({ id }) => id), ['o."Say \\"yes\\""', 'o."Say \\"yes\\""#2']);
  });
});

describe('a traced metric', () => {
  const traced = (metrics: string): boolean | null =>
    keyResult(strategyOf(`${metrics}\ngoal g "G" { metric top }\nobjective o "O" { supports g\n kr k "K" { metric m to 5 } }`), 'o.k').traced;

  it('leads to a metric of a goal by a path of drives', () => {
    assert.equal(traced('metric m "M" { drives mid }\nmetric mid "Mid" { drives top }\nmetric top "Top"'), true);
    assert.equal(traced('metric m "M"\nmetric top "Top"'), false);
  });
  it('is unknown where a name on the path, or the metric of the goal, means nothing', () => {
    assert.equal(traced('metric m "M" { drives nothing }\nmetric top "Top"'), null);
    assert.equal(traced('metric m "M"'), null);
  });
});

describe('circles', () => {
  it('are found once for each set, with the first reference and a shortest way round', () => {
    const strategy = strategyOf('goal a "A" { supports b, c }\ngoal b "B" { supports c }\ngoal c "C" { supports a }');
    assert.deepEqual(strategy.cycles.map(({ kind, steps }) => [kind, ...steps.map(({ from }) => from.id)]), [['supports', 'a', 'b', 'c']]);
  });
  it('take a key result for its objective in supports', () => {
    const strategy = strategyOf('objective a "A" { supports b.k\n kr j "J" }\nobjective b "B" { supports a.j\n kr k "K" }');
    assert.equal(strategy.cycles.length, 1);
  });
  it('of a long chain are found without running out of stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => `goal g${index} "G" { supports g${(index + 1) % 20_000} }`).join('\n');
    assert.equal(strategyOf(chain).cycles[0]?.steps.length, 20_000);
  });
});
