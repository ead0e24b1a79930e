/** Other ways to write the same: the result is in canonical layout and means what was meant before. */

import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { parseDate } from '../../grammar/calendar.ts';
import { formatTree } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import { analyze } from '../../server/analysis.ts';
import { codeActions } from '../../server/features/code-actions.ts';
import type { Strategy } from '../../server/model/strategy.ts';
import { takeCursor } from '../protocol/case-file.ts';
import { applied } from './applied.ts';
import { marked } from './marked.ts';

type Files = Readonly<Record<string, string>>;

function actionsAt(files: Files, only = 'refactor'): CodeAction[] {
  const { snapshot, params: { position } } = marked(files);
  return codeActions(snapshot, { range: { start: position, end: position }, context: { only: [only] } }, { isCancellationRequested: false });
}

function titles(source: string): string[] {
  return actionsAt({ 'a.strategy': source }).map(({ title }) => title);
}

/** The files after the refactoring of that title, once both promises are held. */
function refactored(given: string | Files, title: string): Files {
  const files = typeof given === 'string' ? { 'a.strategy': given } : given;
  const clean = takeCursor(files).files;
  const actions = actionsAt(files);
  const action = actions.find((one) => one.title === title);
  assert.ok(action !== undefined, actions.map((one) => one.title).join('\n'));
  const after = applied(clean, action.edit);
  for (const [path, text] of Object.entries(after)) assert.equal(text, formatTree(parseFile(text)), path);
  assert.deepEqual(meaning(after), meaning(clean));
  return after;
}

/** What the strategy says: everything with where it stands, what it names, whose it is and how far it is. */
function meaning(files: Files): unknown {
  const asOf = parseDate('2026-03-01');
  assert.ok(asOf !== null);
  const sources = Object.entries(files).map(([path, text]) => ({ path, tree: parseFile(text) }));
  const { strategy } = analyze({ files: sources, settingsText: null, asOf, today: asOf });
  return things(strategy).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function things({ entities }: Strategy) {
  return entities.filter(({ kind }) => kind !== 'metric').map((entity) => ({
    id: entity.id, title: entity.title, documentation: entity.declaration.documentation?.markdown,
    // An objective may get the owner whom all of it had.
    owners: 'owners' in entity && entity.kind !== 'objective' ? entity.owners.map(({ id }) => id) : [],
    score: 'score' in entity ? entity.score : null,
    current: entity.kind === 'kr' ? entity.current?.amount : null,
    target: entity.kind === 'kr' ? entity.reading?.target : null,
  }));
}

const inObjective = (kr: string): string => `objective o "O" {\n  owner  ann\n  period 2026-Q1\n\n${kr}}\n\nperson ann "Ann"\n`;

describe('refactoring', () => {
  describe('extracts a metric from a key result', () => {
    it('that is written on one line', () => {
      const { 'a.strategy': text } = refactored(inObjective('  kr act‸ive "Teams deploy" from 18% to 35% now 22%\n'), "Extract the metric 'active'");
      assert.equal(text, `${inObjective('  kr active "Teams deploy" {\n    metric active from 18% to 35% now 22%\n  }\n')}\nmetric active "Teams deploy" {\n  unit   %\n  better up\n}\n`);
    });

    it('that has a body, beside the other metrics', () => {
      const after = refactored({
        'a.strategy': inObjective('  kr active "Teams deploy" {\n    ‸from    3d to 4h\n    checkin 2026-02-01 2d\n  }\n'),
        'metrics.strategy': 'metric arr "ARR" {\n  unit $\n}\n\nteam t "T"\n',
      }, "Extract the metric 'active'");
      assert.equal(after['a.strategy'], inObjective('  kr active "Teams deploy" {\n    metric  active from 3d to 4h\n    checkin 2026-02-01 2d\n  }\n'));
      assert.equal(after['metrics.strategy'], 'metric arr "ARR" {\n  unit $\n}\n\nmetric active "Teams deploy" {\n  unit   d\n  better down\n}\n\nteam t "T"\n');
    });

    it('under a name that nothing has or uses', () => {
      assert.ok(titles(`${inObjective('  kr active‸ "A" keep at most 200ms\n')}\nteam active "Active"\n`).includes("Extract the metric 'active-metric'"));
      assert.ok(titles(inObjective('  kr "A‸" from 1 users to 2 users\n')).includes("Extract the metric 'metric'"));
    });

    it('but not from a milestone, a plain number, or one with a metric', () => {
      for (const kr of ['done', 'from 1 to 2', '{\n    metric m from 1% to 2%\n  }']) {
        assert.ok(titles(inObjective(`  kr k‸ "K" ${kr}\n`)).every((title) => !title.startsWith('Extract')));
      }
    });
  });

  describe('writes a key result', () => {
    const line = inObjective('  kr k "K" from 18% to 35% now 22% by 2026-03-20\n');
    const body = inObjective('  kr k "K" {\n    from 18% to 35% now 22% by 2026-03-20\n  }\n');

    it('with a body, and on one line again', () => {
      assert.equal(refactored(line.replace('kr k', 'kr ‸k'), 'Write it with a body')['a.strategy'], body);
      assert.equal(refactored(body.replace('kr k', 'kr ‸k'), 'Write it on one line')['a.strategy'], line);
    });

    it('on one line only where nothing in the body is lost', () => {
      for (const inside of ['from 1 to 2 // so', 'from 1 to 2\n    owner ann', 'metric m from 1 to 2', 'now 1\n    from 1 to 2']) {
        assert.ok(!titles(inObjective(`  kr k‸ "K" {\n    ${inside}\n  }\n`)).includes('Write it on one line'), inside);
      }
    });
  });

  describe('tells a change', () => {
    for (const [target, size] of [
      ['from 18% to 23%', 'from 18% up 5pp'],
      ['from 3d to 1d', 'from 3d down 2d'],
      ['from $4.2M to $9M', 'from $4.2M up $4.8M'],
      ['from 10 demos per month to 25 demos per month', 'from 10 demos per month up 15 demos per month'],
      ['from 1_200 to 1_500', 'from 1_200 up 300'],
    ] as const) {
      it(`by its size or by its target: ${target}`, () => {
        const [by, to] = [size, target].map((measure) => measure.replace(/^from .* (?=up|down|to )/, ''));
        const source = (measure: string): string => inObjective(`  kr k "K" ${measure}\n`);
        assert.equal(refactored(source(target).replace('kr k', 'kr ‸k'), `Tell it by its change: \`${by}\``)['a.strategy'], source(size));
        assert.equal(refactored(source(size).replace('kr k', 'kr ‸k'), `Tell it by its target: \`${to}\``)['a.strategy'], source(target));
      });
    }

    it('by its target where it is told by a share or a factor', () => {
      assert.equal(refactored(inObjective('  kr ‸k "K" from 1_200 up 25%\n'), 'Tell it by its target: `to 1_500`')['a.strategy'], inObjective('  kr k "K" from 1_200 to 1_500\n'));
      assert.equal(refactored(inObjective('  kr ‸k "K" from 3 times 2\n'), 'Tell it by its target: `to 6`')['a.strategy'], inObjective('  kr k "K" from 3 to 6\n'));
    });

    it('only where the number can be written exactly and the start is known', () => {
      for (const measure of ['from 1 times 1.23456789', 'up 25%', 'to 5%', 'from 1 to 1', 'at least 5', 'from ? to 5']) {
        assert.ok(titles(inObjective(`  kr k‸ "K" ${measure}\n`)).every((title) => !title.startsWith('Tell')), measure);
      }
    });
  });

  describe('says an owner once', () => {
    it('at the objective, where all parts have the same', () => {
      const { 'a.strategy': text } = refactored(
        'objective o‸ "O" {\n  kr "K" from 1 to 2 {\n    owner ann\n  }\n  kr "L" from 1 to 2 {\n    weight 2\n    owner  ann\n  }\n}\n\nperson ann "Ann"\n',
        'Move the owner ann to the objective',
      );
      assert.match(text ?? '', /^objective o "O" \{\n {2}owner ann\n {2}kr "K" from 1 to 2\n {2}kr "L" from 1 to 2 \{\n {4}weight 2\n {2}\}\n\}/);
    });

    it('and not again where the objective has it already', () => {
      assert.equal(
        refactored(inObjective('  kr k‸ "K" from 1 to 2 {\n    owner ann\n    weight 2\n  }\n').replace('owner ann\n    weight 2', 'owner  ann\n    weight 2'), 'Leave the owner ann to the objective')['a.strategy'],
        inObjective('  kr k "K" from 1 to 2 {\n    weight 2\n  }\n'),
      );
    });

    it('but gives nobody an owner who had none', () => {
      assert.ok(titles('objective o‸ "O" {\n  kr "K" from 1 to 2 { owner ann }\n  kr "L" from 1 to 2 { owner ann }\n  initiative i "I"\n}\nperson ann "Ann"\n').every((title) => !title.includes('owner')));
    });
  });

  describe('moves a declaration with its comments', () => {
    const files = {
      'a.strategy': '// All of it.\n\n// Why we do it\n/// Board.\ngoal ‸grow "Grow" {\n  owner ann\n} // end\n\nperson ann "Ann"\n',
      'goals.strategy': 'goal keep "Keep"\n\nteam t "T"\n',
    };

    it('to where others of its kind stand', () => {
      const after = refactored(files, 'Move to goals.strategy');
      assert.deepEqual(after, {
        'a.strategy': '// All of it.\n\nperson ann "Ann"\n',
        'goals.strategy': 'goal keep "Keep"\n\n// Why we do it\n/// Board.\ngoal grow "Grow" {\n  owner ann\n} // end\n\nteam t "T"\n',
      });
    });

    it('to a new file of its name', () => {
      const after = refactored(files, 'Move to a new file grow.strategy');
      assert.equal(after['grow.strategy'], '// Why we do it\n/// Board.\ngoal grow "Grow" {\n  owner ann\n} // end\n');
      assert.equal(after['a.strategy'], '// All of it.\n\nperson ann "Ann"\n');
    });

    it('from the end of a file, with all of an objective', () => {
      const after = refactored({ 'a.strategy': 'team t "T"\n\nobjective o "O" {\n  kr ‸k "K" from 1 to 2\n}\n', 'b.strategy': 'team u "U"\n' }, 'Move to b.strategy');
      assert.deepEqual(after, { 'a.strategy': 'team t "T"\n', 'b.strategy': 'team u "U"\n\nobjective o "O" {\n  kr k "K" from 1 to 2\n}\n' });
    });

    it('but not one whose name stands twice', () => {
      const actions = actionsAt({ 'a.strategy': 'goal ‸grow "Grow"\nteam t "T"\n', 'b.strategy': 'goal grow "Again"\n' }, 'refactor.move');
      assert.deepEqual(actions, []);
    });
  });

  describe('sorts the declarations of a file', () => {
    const source = '// The company.\n\ngoal z‸ "Z" {\n  owner bob\n}\n\n// Bob\nperson bob "Bob"\nperson ann "Ann" // Ann\n\ngoal a "A"\n\nperiod Q2 2026-04-01 .. 2026-06-30\nperiod Q1 2026-01-01 .. 2026-03-31\n';

    it('by kind', () => {
      assert.equal(
        refactored(source, 'Sort the declarations of this file by kind')['a.strategy'],
        '// The company.\n\nperiod Q2 2026-04-01 .. 2026-06-30\nperiod Q1 2026-01-01 .. 2026-03-31\n\n// Bob\nperson bob "Bob"\nperson ann "Ann" // Ann\n\ngoal z "Z" {\n  owner bob\n}\n\ngoal a "A"\n',
      );
    });

    it('by kind and name, periods by their first day', () => {
      assert.equal(
        refactored(source, 'Sort the declarations of this file by kind and name')['a.strategy'],
        '// The company.\n\nperiod Q1 2026-01-01 .. 2026-03-31\nperiod Q2 2026-04-01 .. 2026-06-30\n\nperson ann "Ann" // Ann\n\n// Bob\nperson bob "Bob"\n\ngoal a "A"\n\ngoal z "Z" {\n  owner bob\n}\n',
      );
    });

    it('but not where it is sorted, broken, or something stands between that belongs to none', () => {
      for (const text of ['team a "A"\ngoal ‸b "B"\n', 'goal ‸b "B"\nteam a\n"A" 7\n', 'goal ‸b "B"\n\n// Loose.\n\nteam a "A"\n', 'goal ‸b "B" team a "A"\n']) {
        assert.ok(titles(text).every((title) => !title.startsWith('Sort the declarations of this file by kind and') && title !== 'Sort the declarations of this file by kind'), text);
      }
    });
  });
});
