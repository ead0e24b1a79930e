/** The cases in `cases/`, each against a real server. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LSPErrorCodes, ResponseError, type CodeAction, type CompletionList } from 'vscode-languageserver-protocol/node';
import { showAnswer } from './answers.ts';
import { parseCase, takeCursor, withAnswer } from './case-file.ts';
import { Editor } from './editor.ts';

const FOLDER = join(import.meta.dirname, 'cases');
const DEFAULTS: Readonly<Record<string, object>> = {
  'textDocument/references': { context: { includeDeclaration: true } },
  'textDocument/semanticTokens/full/delta': { previousResultId: 'forgotten' },
  'textDocument/inlayHint': { range: { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } } },
  'textDocument/codeAction': { context: { diagnostics: [] } },
  'textDocument/onTypeFormatting': { options: { tabSize: 2, insertSpaces: true } },
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
    if (request.follow !== undefined) exercised.add(request.follow);

    it(`${name}: ${title}`, async () => {
      const { files, cursor } = takeCursor(given);
      const opened = { path: cursor?.path ?? Object.keys(files).at(-1) ?? '', text: '' };
      opened.text = files[opened.path] ?? '';
      const editor = await Editor.open(files, {
        capabilities: {
          textDocument: { definition: { linkSupport: true }, codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
        }, initializationOptions: { showPlaces: true },
      });
      await editor.show(opened.path, opened.text);
      try {
        const at = cursor === null ? {} : {
          position: cursor.position, positions: [cursor.position], range: { start: cursor.position, end: cursor.position },
        };
        const first: unknown = await editor.request(request.method, {
          textDocument: { uri: editor.uri(opened.path) }, ...at, ...DEFAULTS[request.method], ...request.params,
        }).catch(refused);
        if (request.take !== undefined) {
          const taken = (first as CodeAction[]).find(({ title: action }) => action === request.take);
          exercised.add('codeAction/resolve');
          if (taken !== undefined) Object.assign(taken, await editor.request('codeAction/resolve', taken));
        }
        const result: unknown = request.follow === undefined ? first : await editor.request(request.follow, followed(request.follow, first));
        const shown = first instanceof ResponseError ? `refused: ${first.message}\n` : showAnswer(request, result, opened, (uri) => {
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
    const announced = Object.keys(capabilities).filter((key) => key.endsWith('Provider')).flatMap(methodsOf);
    assert.deepEqual([...exercised].sort(), announced.sort());
  });
});

/** The parameters of a request that asks more of the first item of an answer. */
function followed(method: string, answer: unknown): object {
  if (method === 'completionItem/resolve') return (answer as CompletionList).items[0] ?? {};
  return { item: (answer as unknown[])[0] };
}

/** The error with which the server refuses what cannot be done, which is an answer too. */
function refused(error: unknown): ResponseError<unknown> {
  if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed) return error;
  throw error;
}

/** The messages of what is announced under a name that is not theirs. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  codeAction: ['textDocument/codeAction', 'codeAction/resolve'],
  completion: ['textDocument/completion', 'completionItem/resolve'],
  rename: ['textDocument/rename', 'textDocument/prepareRename'],
  documentFormatting: ['textDocument/formatting'],
  documentOnTypeFormatting: ['textDocument/onTypeFormatting'],
  documentRangeFormatting: ['textDocument/rangeFormatting'],
  callHierarchy: ['textDocument/prepareCallHierarchy', 'callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'],
  typeHierarchy: ['textDocument/prepareTypeHierarchy', 'typeHierarchy/supertypes', 'typeHierarchy/subtypes'],
  semanticTokens: ['textDocument/semanticTokens/full', 'textDocument/semanticTokens/full/delta', 'textDocument/semanticTokens/range'],
  workspaceSymbol: ['workspace/symbol'],
};

/** `hoverProvider` to `textDocument/hover`. */
function methodsOf(capability: string): readonly string[] {
  const name = capability.replace(/Provider$/, '');
  return METHODS[name] ?? [`textDocument/${name}`];
}
