import { assert } from 'chai';
import * as vscode from 'vscode';
import { parseFile } from '../../../../grammar/parse.ts';
import { analyze } from '../../../../server/analysis.ts';
import { fileIn, open, placeOf, revert, until } from '../editor.ts';
import { SESSIONS, type Session } from './keystrokes.ts';

const FILES = ['company.strategy', 'okrs/growth.strategy', 'okrs/retention.strategy'];

/** The findings of each file by its path, as one text each. */
type Told = Readonly<Record<string, string>>;

/** What an analysis from scratch says of the texts as they are now. */
function expected(documents: readonly vscode.TextDocument[], settingsText: string): Told {
  const files = documents.map((document, index) => ({ path: FILES[index] ?? '', tree: parseFile(document.getText()) }));
  const { diagnostics } = analyze({ files, settingsText, asOf: null, today: 0 as never });
  return Object.fromEntries(FILES.map((file) => [file, list(diagnostics.filter((finding) => finding.file === file))]));
}

/** What the editor shows. */
function shown(file: string): string {
  return list(vscode.languages.getDiagnostics(fileIn(file)).map(({ code, range, message }) => ({ code: typeof code === 'object' ? String(code.value) : String(code), range, message })));
}

interface Listed { readonly code: string; readonly range: { readonly start: { readonly line: number; readonly character: number } }; readonly message: string }

function list(findings: readonly Listed[]): string {
  return findings.map(({ code, range: { start }, message }) => `${start.line + 1}:${start.character} ${code} ${message}`).sort().join('\n');
}

/** Each edit of a session: what it does in the editor. */
function* edits({ keys }: Session, editor: vscode.TextEditor): Generator<() => Thenable<unknown>> {
  const run = (command: string, ...parameters: unknown[]) => () => vscode.commands.executeCommand(command, ...parameters);
  for (const [, click, paste, key = ''] of keys.matchAll(/⇢([^⇠]*)⇠|⟦([^⟧]*)⟧|(.)/gsu)) {
    if (click !== undefined) {
      const place = placeOf(editor.document, click, click.length);
      editor.selection = new vscode.Selection(place, place);
    } else if (paste !== undefined) yield () => editor.edit((edit) => { edit.insert(editor.selection.active, paste); });
    else if (key === '⌫') yield run('deleteLeft');
    else if (key === '⌦') yield run('deleteRight');
    else if (key === '↶') yield run('undo');
    else yield run('type', { text: key === '⏎' ? '\n' : key });
  }
}

describe('while somebody writes', function () {
  this.timeout(180_000);

  for (const session of SESSIONS) {
    it(`no finding is lost or stale: ${session.title}`, async () => {
      const settings = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileIn('throughline.json')));
      const editor = await open(fileIn(session.file));
      const documents = await Promise.all(FILES.map((file) => vscode.workspace.openTextDocument(fileIn(file))));
      const history: Told[] = [expected(documents, settings)];
      const typing = vscode.workspace.onDidChangeTextDocument(() => { history.push(expected(documents, settings)); });
      const seen = new Map(FILES.map((file) => [file, 0]));
      const stale: string[] = [];
      const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        for (const file of FILES.filter((path) => uris.some((uri) => uri.toString() === fileIn(path).toString()))) {
          const from = seen.get(file) ?? 0;
          const version = history.findIndex((told, index) => index >= from && told[file] === shown(file));
          if (version < 0) stale.push(`after edit ${history.length - 1}, ${file}:\n${shown(file)}`);
          else seen.set(file, version);
        }
      });
      try {
        let count = 0;
        for (const edit of edits(session, editor)) {
          await edit();
          count += 1;
          // Now and then the writer stops to read; in between the keys come as fast as the editor takes them.
          if (count % 4 !== 0) continue;
          const now = history.at(-1);
          await until(() => FILES.filter((file) => shown(file) !== now?.[file]), (behind) => behind.length === 0);
        }
        assert.isAtLeast(count, 200);
        const last = history.at(-1);
        await until(() => FILES.map(shown), (all) => all.join() === FILES.map((file) => last?.[file]).join());
        assert.deepEqual(stale, []);
        assert.isAbove(new Set(history.map((told) => JSON.stringify(told))).size, 20, 'the session changes what is found');
      } finally {
        listening.dispose();
        typing.dispose();
        await revert(editor);
      }
    });
  }
});
