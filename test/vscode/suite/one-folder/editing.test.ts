import { assert } from 'chai';
import * as vscode from 'vscode';
import { codes, fileIn, findings, open, placeOf, replaceAll, revert, type, until, untilCodes } from '../editor.ts';

const company = fileIn('company.strategy');
const growth = fileIn('okrs/growth.strategy');
const retention = fileIn('okrs/retention.strategy');

describe('editing', () => {
  it('makes a finding go as one types what mends it, and come back when that is taken away', async () => {
    const editor = await open(growth);
    await untilCodes(growth, ['unaligned-objective']);

    await type(editor, placeOf(editor.document, '  owner'), '  supports win-midmarket\n');
    await untilCodes(growth, []);
    await untilCodes(company, ['unused-declaration']);

    await revert(editor);
    await untilCodes(growth, ['unaligned-objective']);
    await untilCodes(company, ['unsupported-goal', 'unused-declaration']);
  });

  it('shows a syntax error where it is typed, and keeps the rest understood', async () => {
    const editor = await open(growth);
    await type(editor, placeOf(editor.document, '  period'), '  ownr maya\n');
    await until(() => codes(growth), (found) => found.includes('syntax'));
    const [broken] = (await findings(growth)).filter(({ code }) => code === 'syntax');
    assert.equal(broken?.diagnostic.range.start.line, 2);
    await revert(editor);
    await untilCodes(growth, ['unaligned-objective']);
  });

  it('offers to write the name that was meant, and does it', async () => {
    const editor = await open(retention);
    await untilCodes(retention, ['unknown-reference']);
    const [unknown] = await findings(retention);
    assert.equal(unknown?.text, 'win-midmarkt');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', retention, unknown?.diagnostic.range ?? new vscode.Range(0, 0, 0, 0), undefined, 10);
    const fix = actions.find(({ title }) => title.includes('win-midmarket'));
    assert.exists(fix?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(fix.edit);
    await untilCodes(retention, []);
    await revert(editor);
    await untilCodes(retention, ['unknown-reference']);
  });

  it('renames what several files name, in all of them', async () => {
    const editor = await open(growth);
    const place = placeOf(editor.document, 'growth', 1);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', growth, place, 'self-service');
    assert.includeMembers(edit.entries().map(([uri]) => uri.path), [growth.path, company.path]);
    await vscode.workspace.applyEdit(edit);
    assert.include(editor.document.getText(), 'owner  self-service');
    await untilCodes(growth, ['unaligned-objective']);
    const declared = await open(company);
    assert.include(declared.document.getText(), 'team self-service');
    await revert(declared);
    await revert(await open(growth));
    await untilCodes(growth, ['unaligned-objective']);
  });

  it('says why something cannot be renamed', async () => {
    const editor = await open(growth);
    const place = placeOf(editor.document, 'growth', 1);
    let reason = '';
    try {
      await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', growth, place, 'maya');
    } catch (error) {
      reason = String(error);
    }
    assert.match(reason, /'maya' is taken by Person/);
  });

  it('takes in a file that appears beside the editor, and forgets it when it is gone', async () => {
    const extra = fileIn('okrs/extra.strategy');
    await vscode.workspace.fs.writeFile(extra, new TextEncoder().encode('objective lonely "Nobody knows why"\n'));
    await until(() => codes(extra), (found) => found.includes('unaligned-objective'));
    await vscode.workspace.fs.delete(extra);
    await untilCodes(extra, []);
  });

  it('judges anew when throughline.json changes', async () => {
    const settings = fileIn('throughline.json');
    const before = await vscode.workspace.fs.readFile(settings);
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('{ "asOf": "2026-03-01", "rules": { "unaligned-objective": "off" } }\n'));
    await untilCodes(growth, []);
    await vscode.workspace.fs.writeFile(settings, before);
    await untilCodes(growth, ['unaligned-objective']);
  });

  it('puts the properties of a body in a column', async () => {
    const editor = await open(growth);
    await replaceAll(editor, 'objective a "A" {\n owner maya\n      supports win-midmarket\n}\n');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', growth, { insertSpaces: true, tabSize: 2 });
    const edit = new vscode.WorkspaceEdit();
    edit.set(growth, edits);
    await vscode.workspace.applyEdit(edit);
    assert.equal(editor.document.getText(), 'objective a "A" {\n  owner    maya\n  supports win-midmarket\n}\n');
    await revert(editor);
  });
});
