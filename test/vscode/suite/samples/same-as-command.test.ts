import { assert } from 'chai';
import * as vscode from 'vscode';
import { fileIn, until } from '../editor.ts';

interface Expected {
  readonly diagnostics: readonly { readonly file: string; readonly code: string; readonly message: string; readonly range: { readonly start: { readonly line: number; readonly character: number } } }[];
}

/** Every finding below a folder, as FILE:LINE:CHARACTER CODE MESSAGE. */
function shown(folder: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics()
    .filter(([uri]) => uri.path.startsWith(`${folder.path}/`))
    .flatMap(([uri, diagnostics]) => diagnostics.map(({ range, code, message }) =>
      `${uri.path.slice(folder.path.length + 1)}:${range.start.line}:${range.start.character} ${typeof code === 'object' ? code.value : String(code)} ${message}`))
    .sort();
}

describe('the samples', () => {
  for (const name of ['acme-cloud', 'first-okrs', 'scale-up']) {
    it(`${name}: the editor says what the command says`, async () => {
      const folder = fileIn(name);
      const { diagnostics } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(fileIn(`${name}/expected.json`)))) as Expected;
      const expected = diagnostics.map(({ file, range, code, message }) => `${file}:${range.start.line}:${range.start.character} ${code} ${message}`).sort();
      await until(() => shown(folder), (found) => found.length === expected.length).catch(() => null);
      const found = shown(folder);
      assert.deepEqual(found.filter((finding) => !expected.includes(finding)), [], 'only in the editor');
      assert.deepEqual(expected.filter((finding) => !found.includes(finding)), [], 'only in the command');
    });
  }
});
