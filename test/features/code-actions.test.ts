/** Quick fixes, and silencing with a reason. */

import assert from 'node:assert/strict';
import type { CodeAction, SnippetTextEdit } from 'vscode-languageserver-types';
import { codeActions } from '../../server/features/code-actions.ts';
import type { ClientAbilities } from '../../server/features/snapshot.ts';
import { marked } from './marked.ts';

const LIVE = { isCancellationRequested: false };

function actionsAt(source: string, client: Partial<ClientAbilities> = {}, only?: string[]): CodeAction[] {
  const { snapshot, params: { position } } = marked(source, client);
  return codeActions(snapshot, { range: { start: position, end: position }, context: only === undefined ? {} : { only } }, LIVE);
}

const GOAL = 'person ann "Ann"\ngoal grow "Grow" {\n  kind business\n  owner ann\n  period 2026\n}\n';

describe('code actions', () => {
  it('mend the document that the client knows, by its version', () => {
    const [fix] = actionsAt(`${GOAL}objective a "A" {\n  supports gro‸w2\n}\n`);
    assert.equal(fix?.title, "Replace with 'grow'");
    assert.equal(fix.isPreferred, true);
    assert.deepEqual(fix.edit, {
      documentChanges: [{
        textDocument: { uri: 'file:///a.strategy', version: 7 },
        edits: [{ range: { start: { line: 7, character: 11 }, end: { line: 7, character: 16 } }, newText: 'grow' }],
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
    assert.deepEqual(titles.filter((title) => title.includes('unknown-reference')), []);
  });

  it('are none where other kinds are asked for', () => {
    assert.deepEqual(actionsAt(`${GOAL}objective a "A" {\n  supports gro‸w2\n}\n`, {}, ['refactor']), []);
    assert.notDeepEqual(actionsAt(`${GOAL}objective a "A" {\n  supports gro‸w2\n}\n`, {}, ['quickfix']), []);
  });
});
