/** Quick fixes, and silencing with a reason. */

import assert from 'node:assert/strict';
import type { CodeAction, SnippetTextEdit } from 'vscode-languageserver-types';
import { codeActions, resolveCodeAction } from '../../server/features/code-actions.ts';
import type { ClientAbilities } from '../../server/features/snapshot.ts';
import { takeCursor } from '../protocol/case-file.ts';
import { applied } from './applied.ts';
import { marked } from './marked.ts';

const LIVE = { isCancellationRequested: false };

function actionsAt(source: string, client: Partial<ClientAbilities> = {}, only?: string[]): CodeAction[] {
  const { snapshot, params: { position } } = marked(source, client);
  return codeActions(snapshot, { range: { start: position, end: position }, context: only === undefined ? {} : { only } }, LIVE);
}

const GOAL = 'person ann "Ann"\n\ngoal grow "Grow" {\n  kind   business\n  owner  ann\n  period 2026\n}\n\n';

const TWO_GOALS = `${GOAL}goal other "Other" {
  kind  business
  owner bob
}

goal done "Done" {
  status dropped
}

person bob "Bob"

`;

describe('code actions', () => {
  it('mend the document that the client knows, by its version', () => {
    const [fix] = actionsAt(`${GOAL}objective a "A" {\n  supports gro‸w2\n}\n`);
    assert.equal(fix?.title, "Replace with 'grow'");
    assert.equal(fix.isPreferred, true);
    assert.deepEqual(fix.edit, {
      documentChanges: [{
        textDocument: { uri: 'file:///a.strategy', version: 7 },
        edits: [{ range: { start: { line: 9, character: 11 }, end: { line: 9, character: 16 } }, newText: 'grow' }],
      }],
    });
    assert.equal(fix.diagnostics?.[0]?.code, 'unknown-reference');
  });

  it('put a placeholder where the reason goes, where the client takes one', () => {
    const action = actionsAt(`${GOAL}objective a "A" {\n  supports gro‸w2\n}\n`).find(({ title }) => title.startsWith('Silence'));
    const [change] = action?.edit?.documentChanges ?? [];
    const [edit] = change !== undefined && 'edits' in change ? change.edits : [];
    assert.deepEqual((edit as SnippetTextEdit).snippet, {
      kind: 'snippet', value: '  // throughline-ignore unknown-reference: ${1:why this is well}\n',
    });
  });

  it('silence no syntax error', () => {
    assert.ok(actionsAt('goal a‸ {\n}\n').every(({ title }) => !title.includes("'syntax'")));
  });

  it('silence nothing where the comment would be part of a text', () => {
    const source = 'objective a """\n  A\n  """ {\n  kr "K" from 1 to 2\n  supports grow } objective b """\n  B""" { supp‸orts nothing }\n';
    const titles = actionsAt(source.replace('supp‸orts nothing', 'supports not‸hing')).map(({ title }) => title);
    assert.deepEqual(titles.filter((title) => title.startsWith('Silence')), []);
  });

  describe('that mend a finding', () => {
    for (const [what, source, title, after] of [
      ['align to a goal, its own team\'s first', `${TWO_GOALS}objective o‸ "O" {\n  owner ann\n  kr "K" from 1 to 2\n}\n`, "Align to 'Grow' (grow)", `${TWO_GOALS}objective o "O" {\n  supports grow\n  owner    ann\n  kr "K" from 1 to 2\n}\n`],
      ['align through one more target', `${TWO_GOALS}objective o‸ "O" {\n  supports done // soon\n}\n`, "Align to 'Other' (other)", `${TWO_GOALS}objective o "O" {\n  supports done, other // soon\n}\n`],
      ['add an owner', `${GOAL}objective o‸ "O" {\n  supports grow\n  period   2026\n}\n`, "Make 'Ann' (ann) the owner", `${GOAL}objective o "O" {\n  supports grow\n  owner    ann\n  period   2026\n}\n`],
      ['add an owner to what has no body', `${GOAL}goal o‸ "O"\n`, "Make 'Ann' (ann) the owner", `${GOAL}goal o "O" {\n  owner ann\n}\n`],
      ['add the period that runs', `${GOAL}objective o‸ "O" {\n  supports grow\n}\n`, 'Add `period 2026-Q1`', `${GOAL}objective o "O" {\n  supports grow\n  period   2026-Q1\n}\n`],
      ['add a kind', `goal o‸ "O" {\n  period 2026\n}\n`, 'Add `kind customer`', `goal o "O" {\n  kind   customer\n  period 2026\n}\n`],
      ['add a unit', `metric m‸ "M" {\n  better up\n  now    3 users per week\n}\n`, 'Add `unit users per week`', `metric m "M" {\n  unit   users per week\n  better up\n  now    3 users per week\n}\n`],
      ['make a milestone', `objective o "O" {\n  kr k‸ "K" {\n    owner ann\n  }\n}\n`, 'Make it a milestone (`done`)', `objective o "O" {\n  kr k "K" done {\n    owner ann\n  }\n}\n`],
      ['write points', `objective o "O" {\n  kr k "K" from 18% up ‸5%\n}\n`, 'Write 5pp', `objective o "O" {\n  kr k "K" from 18% up 5pp\n}\n`],
      ['split a compound key result', `objective o "O" {\n  kr k "K" from 1 to 2 {\n    ‸from 10% to 20%\n    owner ann\n  }\n}\n`, 'Make the second measure a key result of its own', `objective o "O" {\n  kr k "K" from 1 to 2 {\n    owner ann\n  }\n  kr "K" from 10% to 20%\n}\n`],
      ['remove what is said twice', `goal o "O" {\n  owner ann\n  ‸owner ann\n}\n`, 'Remove the second one', `goal o "O" {\n  owner ann\n}\n`],
      ['begin where the value is', `objective o "O" {\n  kr k "K" ‸to 35% now 22%\n}\n`, 'Start from 22%, the value it has now', `objective o "O" {\n  kr k "K" from 22% to 35% now 22%\n}\n`],
      ['reach a level', `objective o "O" {\n  kr k "K" ‸to 35%\n}\n`, 'Write `at least 35%`: a level to reach', `objective o "O" {\n  kr k "K" at least 35%\n}\n`],
      ['end within the period', `objective o "O" {\n  period 2026-Q1\n  kr k "K" from 1 to 2 by ‸2026-04-15\n}\n`, "Write 2026-03-31, the last day of its objective's period", `objective o "O" {\n  period 2026-Q1\n  kr k "K" from 1 to 2 by 2026-03-31\n}\n`],
      ['declare a person beside the others', `person ann "Ann"\n\ngoal o "O" {\n  owner ‸bea-lee\n}\n`, "Declare the person 'bea-lee'", `person ann     "Ann"\nperson bea-lee "Bea lee"\n\ngoal o "O" {\n  owner bea-lee\n}\n`],
      ['declare a metric in the unit of its measure', `goal o "O" {\n  metric ‸mrr from $1M to $2M\n}\n`, "Declare the metric 'mrr'", `goal o "O" {\n  metric mrr from $1M to $2M\n}\n\nmetric mrr "Mrr" {\n  unit $\n}\n`],
      ['declare a goal with the owner and the time of what supports it', `team core "Core"\nobjective o "O" {\n  supports ‸big\n  owner    core\n  period   2026-Q1\n}\n`, "Declare the goal 'big'", `team core "Core"\n\nobjective o "O" {\n  supports big\n  owner    core\n  period   2026-Q1\n}\n\ngoal big "Big" {\n  kind   business\n  owner  core\n  period 2026\n}\n`.replace('"Core"\n\nobjective', '"Core"\nobjective')],
      ['declare a key result in its objective', `objective o "O" {\n  kr k "K" from 1 to 2\n}\nobjective p "P" {\n  supports o.‸fast\n}\n`, "Declare the key result 'fast' in 'o'", `objective o "O" {\n  kr k    "K" from 1 to 2\n  kr fast "Fast"\n}\nobjective p "P" {\n  supports o.fast\n}\n`],
    ] as const) {
      it(what, () => {
        const { files } = takeCursor({ 'a.strategy': source });
        const actions = actionsAt(source);
        const action = actions.find((one) => one.title === title);
        assert.ok(action !== undefined, actions.map((one) => one.title).join('\n'));
        assert.equal(applied(files, action.edit)['a.strategy'], after);
      });
    }

    it('declare where most of the kind stand', () => {
      const files = { 'people.strategy': 'person ann "Ann" // hers\nperson bob "Bob"\n\nteam x "X"\n', 'a.strategy': 'person lone "Lone"\ngoal o "O" {\n  owner ‸cyd\n}\n' };
      const { snapshot, params: { position } } = marked(files);
      const action = codeActions(snapshot, { range: { start: position, end: position }, context: {} }, LIVE).find(({ title }) => title === "Declare the person 'cyd'");
      assert.equal(applied(files, action?.edit)['people.strategy'], 'person ann "Ann" // hers\nperson bob "Bob"\nperson cyd "Cyd"\n\nteam x "X"\n');
    });

    it('record a check-in where one is due, if the client can', () => {
      const source = `${GOAL}objective o "O" {\n  supports grow\n  owner    ann\n  period   2026-Q1\n  kr k‸ "K" from 1 to 2 {\n    checkin 2026-01-02 1\n  }\n}\n`;
      const command = (client: Partial<ClientAbilities>): unknown => actionsAt(source, client).find(({ title }) => title === 'Record a check-in')?.command;
      assert.deepEqual(command({}), { title: 'Record a check-in', command: 'throughline.recordCheckin', arguments: ['o.k', 'file:///a.strategy'] });
      assert.equal(command({ recordCheckin: false }), undefined);
    });
  });

  describe('that set the severity of a rule', () => {
    const source = 'goal o‸ "O" {\n  period 2026\n}\n\n';
    const after = (settings: string | null, title: string, client: Partial<ClientAbilities> = {}): string | undefined => {
      const files = { 'a.strategy': source, ...settings === null ? {} : { 'throughline.json': settings } };
      const { snapshot, params: { position } } = marked(files, client);
      const action = codeActions(snapshot, { range: { start: position, end: position }, context: {} }, LIVE).find((one) => one.title === title);
      return action === undefined ? undefined : applied(files, action.edit)['throughline.json'];
    };

    it('write it into the settings, and keep what stands there', () => {
      assert.equal(
        after('{\n  // ours\n  "rules": {\n    "no-goals": "off",\n  },\n}\n', "Switch 'goal-without-kind' off in throughline.json"),
        '{\n  // ours\n  "rules": {\n    "no-goals": "off",\n    "goal-without-kind": "off",\n  },\n}\n',
      );
      assert.equal(after('{ "rules": { "missing-owner": "warning" } }', "Make 'missing-owner' an error in throughline.json"), '{ "rules": { "missing-owner": "error" } }');
    });

    it('keep the options of the rule', () => {
      assert.equal(after('{ "rules": { "missing-owner": ["info", {}] } }', "Make 'missing-owner' a hint in throughline.json"), '{ "rules": { "missing-owner": ["hint", {}] } }');
    });

    it('make the settings where there are none, if the client can', () => {
      assert.equal(after(null, "Make 'missing-owner' a warning in throughline.json"), '{\n  "rules": {\n    "missing-owner": "warning"\n  }\n}\n');
      assert.equal(after(null, "Make 'missing-owner' a warning in throughline.json", { createsFiles: false }), undefined);
    });

    it('are none where the settings cannot be read, and for what is no rule', () => {
      assert.equal(after('{ "rules": ', "Make 'missing-owner' a warning in throughline.json"), undefined);
      assert.ok(actionsAt('goal a‸ {\n}\n').every(({ title }) => !title.includes("'syntax'")));
    });
  });

  describe('that fix all', () => {
    const source = `${GOAL}objective a "A" {\n  kr "K" from 18% up ‸5%\n  kr "L" from 10% down 2%\n  kr "M" from 1,200 to 1_300\n}\n`;

    it('of one kind in the file', () => {
      const { files } = takeCursor({ 'a.strategy': source });
      const action = actionsAt(source).find(({ title }) => title === "Fix all 'ambiguous-change' in this file");
      assert.equal(applied(files, action?.edit)['a.strategy'], files['a.strategy']?.replace('5%', '5pp').replace('2%', '2pp'));
    });

    it('that has one certain fix, where it is asked for', () => {
      const { files } = takeCursor({ 'a.strategy': source });
      assert.ok(actionsAt(source).every(({ kind }) => kind !== 'source.fixAll.throughline'));
      for (const only of ['source', 'source.fixAll', 'source.fixAll.throughline']) {
        const [action, ...others] = actionsAt(source, {}, [only]);
        assert.equal(others.length, 0);
        assert.match(applied(files, action?.edit)['a.strategy'] ?? '', /up 5pp\n[^]*down 2pp\n[^]*from 1_200/);
      }
      assert.deepEqual(actionsAt('goal a "A"‸\n', {}, ['source.fixAll']), []);
    });
  });

  it('work out the edits of what is chosen seldom once it is chosen, where the client asks then', () => {
    const source = `${GOAL}objective a "A" {\n  supports gro‸w2\n}\n`;
    const { snapshot, params: { position } } = marked(source, { resolvesEdits: true });
    const actions = codeActions(snapshot, { range: { start: position, end: position }, context: {} }, LIVE);
    const later = actions.filter(({ edit }) => edit === undefined);
    assert.deepEqual(later.map(({ title }) => title).slice(0, 2), ["Declare the goal 'grow2'", "Declare the objective 'grow2'"]);
    assert.equal(actions[0]?.title, "Replace with 'grow'");
    assert.notEqual(actions[0].edit, undefined);
    for (const action of later) assert.notEqual(resolveCodeAction(snapshot, action, LIVE).edit, undefined, action.title);
    assert.match(JSON.stringify(resolveCodeAction(snapshot, later[0] ?? { title: '' }, LIVE).edit), /goal grow2/);
  });

  it('are none where other kinds are asked for', () => {
    assert.ok(actionsAt(`${GOAL}objective a "A" {\n  supports gro‸w2\n}\n`, {}, ['refactor']).every(({ kind }) => kind?.startsWith('refactor')));
    assert.notDeepEqual(actionsAt(`${GOAL}objective a "A" {\n  supports gro‸w2\n}\n`, {}, ['quickfix']), []);
  });
});
