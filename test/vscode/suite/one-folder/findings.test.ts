import { assert } from 'chai';
import * as vscode from 'vscode';
import { fileIn, findings, open, untilCodes } from '../editor.ts';

const company = fileIn('company.strategy');
const growth = fileIn('okrs/growth.strategy');
const retention = fileIn('okrs/retention.strategy');

describe('findings', () => {
  it('are shown for every file of the strategy, open or not', async () => {
    await untilCodes(growth, ['unaligned-objective']);
    await untilCodes(retention, ['unknown-reference']);
    await untilCodes(company, ['unsupported-goal', 'unused-declaration']);
  });

  it('stand on the name of the objective that serves no goal, say what to do, and link to the rule', async () => {
    await open(growth);
    await untilCodes(growth, ['unaligned-objective']);
    const [finding] = await findings(growth);
    assert.equal(finding?.text, 'self-serve');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    assert.include(finding?.diagnostic.message, 'Mid-market teams start without talking to us');
    assert.include(finding?.diagnostic.message, 'win-midmarket');
    const code = finding?.diagnostic.code;
    assert.include(typeof code === 'object' ? code.target.toString() : '', 'unaligned-objective');
  });

  it('fade what nothing uses', async () => {
    await untilCodes(company, ['unsupported-goal', 'unused-declaration']);
    const unused = (await findings(company)).find(({ code }) => code === 'unused-declaration');
    assert.equal(unused?.text, 'finance');
    assert.deepEqual(unused?.diagnostic.tags, [vscode.DiagnosticTag.Unnecessary]);
  });
});
