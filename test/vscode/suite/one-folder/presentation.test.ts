import { assert } from 'chai';
import * as vscode from 'vscode';
import { fileIn, open, placeOf, revert, type, until } from '../editor.ts';

const company = fileIn('company.strategy');
const growth = fileIn('okrs/growth.strategy');

describe('presentation', () => {
  before(async () => {
    const editor = await open(growth);
    await type(editor, placeOf(editor.document, '  owner'), '  supports win-midmarket\n');
  });

  after(async () => { await revert(await open(growth)); });

  it('has lenses over an objective, and goes where one leads', async () => {
    const { document } = await open(company);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', company, 100);
    const support = lenses.find(({ command }) => command?.title === '1 objective supports this');
    assert.equal(document.getText(support?.range), 'win-midmarket');
    await vscode.commands.executeCommand(support?.command?.command ?? '', ...(support?.command?.arguments ?? []) as unknown[]);
    const editor = await until(() => vscode.window.activeTextEditor, (active) => active?.document.uri.toString() === growth.toString());
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text.startsWith('objective '), true);
  });

  it('shows no lens where the user wants none', async () => {
    await open(company);
    const settings = vscode.workspace.getConfiguration('throughline');
    const count = async (): Promise<number> => (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', company)).length;
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Global);
    await until(count, (lenses) => lenses === 0);
    await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Global);
    await until(count, (lenses) => lenses > 0);
  });

  it('shows the days of a period that is named', async () => {
    const { document } = await open(growth);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', growth, all);
    const labels = hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    assert.isTrue(labels.some((label) => /^\d{4}-\d{2}-\d{2} \.\. \d{4}-\d{2}-\d{2}$/.test(label)), labels.join(', '));
  });

  it('colours words by what they mean', async () => {
    await open(growth);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', growth);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', growth);
    const types = new Set(Array.from(tokens.data, (value, index) => (index % 5 === 3 ? legend.tokenTypes[value] : '')));
    assert.includeMembers([...types], ['keyword', 'class', 'interface', 'number']);
  });

  it('leads from a hover to what it names', async () => {
    const { document } = await open(growth);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', growth, placeOf(document, 'win-midmarket'));
    const text = hovers.flatMap(({ contents }) => contents).map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
    assert.match(text, /supported by \[[^\]]+\]\([^)]+growth\.strategy#L\d+,\d+\)/);
  });

  it('goes up and down the hierarchy of alignment', async () => {
    const { document } = await open(growth);
    const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', growth, placeOf(document, 'win-midmarket'));
    if (item === undefined) throw new Error('no item');
    const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    assert.lengthOf(incoming, 1);
    const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', incoming[0]?.from);
    assert.deepEqual(outgoing.map(({ to }) => to.name), [item.name]);
  });

  it('finds a thing of the workspace by its title', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'deploy week one');
    assert.isAbove(found.length, 0);
  });
});
