/** The cases in `cases/`, each against a real server. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { showAnswer } from './answers.ts';
import { parseCase, takeCursor, withAnswer } from './case-file.ts';
import { Editor } from './editor.ts';

const FOLDER = join(import.meta.dirname, 'cases');
const DEFAULTS: Readonly<Record<string, object>> = {
  'textDocument/references': { context: { includeDeclaration: true } },
  'textDocument/codeAction': { context: { diagnostics: [] } },
  'textDocument/formatting': { options: { tabSize: 2, insertSpaces: true } },
  'textDocument/rangeFormatting': { options: { tabSize: 2, insertSpaces: true } },
};

describe('the cases', () => {
  const exercised = new Set<string>();

  for (const name of readdirSync(FOLDER).sort()) {
    const path = join(FOLDER, name);
    const markdown = readFileSync(path, 'utf8');
    const { title, files: given, request, answer } = parseCase(markdown);

    exercised.add(request.method);

    it(`${name}: ${title}`, async () => {
      const { files, cursor } = takeCursor(given);
      const opened = { path: cursor?.path ?? Object.keys(files).at(-1) ?? '', text: '' };
      opened.text = files[opened.path] ?? '';
      const editor = await Editor.open(files, { capabilities: { textDocument: { definition: { linkSupport: true } } } });
      await editor.show(opened.path, opened.text);
      try {
        const at = cursor === null ? {} : { position: cursor.position, range: { start: cursor.position, end: cursor.position } };
        const result = await editor.request(request.method, {
          textDocument: { uri: editor.uri(opened.path) }, ...at, ...DEFAULTS[request.method], ...request.params,
        });
        const shown = showAnswer(request, result, opened, (uri) => {
          const file = uri.slice(editor.uri('').length + 1);
          return { path: file, text: files[file] ?? '' };
        });
        assert.equal(await editor.quit(), 0);
        if (process.env.UPDATE === '1') writeFileSync(path, withAnswer(markdown, shown));
        else assert.equal(shown, answer);
      } finally {
        await editor.end();
      }
    });
  }

  it('exercise everything that the server says it can do with a document', async () => {
    const editor = await Editor.open({});
    const { capabilities } = editor.initialized;
    await editor.quit();
    const announced = Object.keys(capabilities).filter((key) => key.endsWith('Provider')).map(methodOf);
    assert.deepEqual([...exercised].sort(), announced.sort());
  });
});

/** `documentFormattingProvider` to `textDocument/formatting`. */
function methodOf(capability: string): string {
  const name = capability.replace(/Provider$/, '');
  if (name === 'documentFormatting') return 'textDocument/formatting';
  return name === 'documentRangeFormatting' ? 'textDocument/rangeFormatting' : `textDocument/${name}`;
}
