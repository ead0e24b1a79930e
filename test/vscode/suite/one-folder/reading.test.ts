import { assert } from 'chai';
import * as vscode from 'vscode';
import { fileIn, open, placeOf, revert, type } from '../editor.ts';

const company = fileIn('company.strategy');
const growth = fileIn('okrs/growth.strategy');

describe('reading', () => {
  it('shows a metric on hover, where it is named', async () => {
    const { document } = await open(growth);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', growth, placeOf(document, 'metric activation', 9));
    const text = hovers.flatMap(({ contents }) => contents).map((content) => content instanceof vscode.MarkdownString ? content.value : '').join('\n');
    assert.include(text, 'Trial teams that deploy in week one');
  });

  it('leads from a name to its declaration in another file', async () => {
    const { document } = await open(growth);
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', growth, placeOf(document, 'owner  growth', 8));
    assert.lengthOf(found, 1);
    const [first] = found;
    const place = first === undefined ? null : 'targetUri' in first ? { uri: first.targetUri, range: first.targetSelectionRange ?? first.targetRange } : first;
    assert.equal(place?.uri.toString(), company.toString());
    const target = await vscode.workspace.openTextDocument(company);
    assert.equal(place === null ? '' : target.getText(place.range), 'growth');
  });

  it('completes the goals after supports', async () => {
    const editor = await open(growth);
    const line = '  supports ';
    const start = placeOf(editor.document, '  owner');
    await type(editor, start, `${line}\n`);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', growth, start.translate(0, line.length));
    const labels = list.items.map(({ label }) => typeof label === 'string' ? label : label.label);
    assert.include(labels, 'win-midmarket');
    assert.notInclude(labels, 'finance');
    await revert(editor);
  });

  it('lists what a file declares', async () => {
    await open(growth);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', growth);
    assert.lengthOf(symbols, 1);
    assert.include(`${symbols[0]?.name ?? ''} ${symbols[0]?.detail ?? ''}`, 'self-serve');
    assert.lengthOf(symbols[0]?.children ?? [], 2);
  });

  it('gives a strategy file its language, with words that keep their hyphens', async () => {
    const { document } = await open(growth);
    assert.equal(document.languageId, 'strategy');
    assert.equal(document.getText(document.getWordRangeAtPosition(placeOf(document, 'FY26-Q1'))), 'FY26-Q1');
  });
});
