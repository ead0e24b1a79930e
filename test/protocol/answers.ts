/** Answers of the server as text, so that a case shows what a reader wants to see of them. */

import {
  CompletionItemKind, SymbolKind,
  type CodeAction, type CompletionItem, type DocumentSymbol, type FoldingRange, type Hover, type Location, type LocationLink, type Range, type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CaseRequest } from './case-file.ts';

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** `fileAt` has the path and the text of a file by its URI. */
export function showAnswer(request: CaseRequest, answer: unknown, opened: Source, fileAt: (uri: string) => Source): string {
  if (answer === null) return 'nothing\n';
  switch (request.method) {
    case 'textDocument/hover': return showHover(answer as Hover, opened);
    case 'textDocument/definition': return list((answer as LocationLink[]).map((link) => showPlace(fileAt(link.targetUri), link.targetSelectionRange)));
    case 'textDocument/references': return list((answer as Location[]).map(({ uri, range }) => showPlace(fileAt(uri), range)));
    case 'textDocument/documentSymbol': return list((answer as DocumentSymbol[]).flatMap((symbol) => showSymbol(symbol, '')));
    case 'textDocument/foldingRange': return list((answer as FoldingRange[]).map(({ startLine, endLine, kind }) => `lines ${startLine + 1} to ${endLine + 1}${kind === undefined ? '' : `: ${kind}`}`));
    case 'textDocument/completion': return list((answer as CompletionItem[]).map(showCompletion));
    case 'textDocument/codeAction': return showActions(request, answer as CodeAction[], opened, fileAt);
    case 'textDocument/formatting': case 'textDocument/rangeFormatting': return apply(opened.text, answer as TextEdit[]);
    default: return `${JSON.stringify(answer, null, 2)}\n`;
  }
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? 'nothing\n' : `${lines.join('\n')}\n`;
}

function showHover({ contents, range }: Hover, { text }: Source): string {
  if (typeof contents === 'string' || Array.isArray(contents) || !('kind' in contents)) throw new Error('A hover of the old kind');
  return `${contents.value}\n\n(on ${JSON.stringify(range === undefined ? '' : textIn(text, range))})\n`;
}

function showPlace({ path, text }: Source, range: Range): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1}: ${textIn(text, range)}`;
}

function showSymbol({ name, detail, kind, children }: DocumentSymbol, indentation: string): string[] {
  const word = Object.entries(SymbolKind).find(([, value]) => value === kind)?.[0] ?? '';
  return [`${indentation}${name} (${detail ?? ''}) ${word}`, ...(children ?? []).flatMap((child) => showSymbol(child, `${indentation}  `))];
}

function showCompletion({ label, detail, kind }: CompletionItem): string {
  const word = Object.entries(CompletionItemKind).find(([, value]) => value === kind)?.[0] ?? '';
  return `${label} [${word}]${detail === undefined ? '' : ` ${detail}`}`;
}

function showActions({ take }: CaseRequest, actions: readonly CodeAction[], opened: Source, fileAt: (uri: string) => Source): string {
  if (take === undefined) return list(actions.map(({ title, isPreferred }) => `${title}${isPreferred === true ? ' (preferred)' : ''}`));
  const action = actions.find(({ title }) => title === take);
  if (action === undefined) throw new Error(`No '${take}' among ${actions.map(({ title }) => title).join(', ')}`);
  const changes = Object.entries(action.edit?.changes ?? {});
  if (changes.length !== 1) throw new Error('A case takes an action that changes one file');
  const [uri, edits] = changes[0] ?? ['', []];
  return apply(uri === '' ? opened.text : fileAt(uri).text, edits);
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]).replace(/\n?$/, '\n');
}

function textIn(text: string, range: Range): string {
  return TextDocument.create('', '', 0, text).getText(range);
}
