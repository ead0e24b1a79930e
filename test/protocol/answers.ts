/** Answers of the server as text, so that a case shows what a reader wants to see of them. */

import {
  CompletionItemKind, DocumentHighlightKind, SymbolKind,
  type CallHierarchyIncomingCall, type CallHierarchyOutgoingCall, type CodeAction, type CodeLens, type CompletionItem, type CompletionList, type DocumentHighlight,
  type DocumentLink, type DocumentSymbol, type FoldingRange, type Hover, type InlayHint, type LinkedEditingRanges, type Location, type LocationLink, type Range, type SelectionRange,
  type SemanticTokens, type SignatureHelp, type SymbolInformation, type TextEdit, type TypeHierarchyItem, type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { legend } from '../../server/features/semantic-tokens.ts';
import type { CaseRequest } from './case-file.ts';

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** `fileAt` has the path and the text of a file by its URI. */
export function showAnswer(request: CaseRequest, answer: unknown, opened: Source, fileAt: (uri: string) => Source): string {
  if (answer === null) return 'nothing\n';
  switch (request.follow ?? request.method) {
    case 'textDocument/hover': return showHover(answer as Hover, opened);
    case 'textDocument/definition': case 'textDocument/declaration': case 'textDocument/implementation': case 'textDocument/typeDefinition': return list((answer as LocationLink[]).map((link) => showPlace(fileAt(link.targetUri), link.targetSelectionRange)));
    case 'textDocument/references': return list((answer as Location[]).map(({ uri, range }) => showPlace(fileAt(uri), range)));
    case 'textDocument/documentHighlight': return list((answer as DocumentHighlight[]).map(({ range, kind }) => `${kind === DocumentHighlightKind.Write ? 'write' : 'read'} ${showPlace(opened, range)}`));
    case 'textDocument/prepareCallHierarchy': case 'textDocument/prepareTypeHierarchy': case 'typeHierarchy/supertypes': case 'typeHierarchy/subtypes':
      return list((answer as TypeHierarchyItem[]).map((item) => showItem(item, fileAt)));
    case 'callHierarchy/incomingCalls': return list((answer as CallHierarchyIncomingCall[]).flatMap(({ from, fromRanges }) => [showItem(from, fileAt), ...fromRanges.map((range) => `  by ${showPlace(fileAt(from.uri), range)}`)]));
    case 'callHierarchy/outgoingCalls': return list((answer as CallHierarchyOutgoingCall[]).flatMap(({ to, fromRanges }) => [showItem(to, fileAt), ...fromRanges.map((range) => `  by ${showPlace(opened, range)}`)]));
    case 'workspace/symbol': return list((answer as SymbolInformation[]).map(({ name, containerName, location }) => `${name} [${containerName ?? ''}] ${showPlace(fileAt(location.uri), location.range)}`));
    case 'textDocument/documentLink': return list((answer as DocumentLink[]).map(({ range, target }) => `${showPlace(opened, range)} -> ${target ?? ''}`));
    case 'textDocument/selectionRange': return list((answer as SelectionRange[]).flatMap((selection) => showSelection(selection, opened)));
    case 'textDocument/semanticTokens/full': case 'textDocument/semanticTokens/full/delta': case 'textDocument/semanticTokens/range': return list(showTokens(answer as SemanticTokens, opened));
    case 'textDocument/inlayHint': return showHints(answer as InlayHint[], opened.text);
    case 'textDocument/codeLens': return list((answer as CodeLens[]).flatMap((lens) => showLens(lens, fileAt)));
    case 'textDocument/documentSymbol': return list((answer as DocumentSymbol[]).flatMap((symbol) => showSymbol(symbol, '')));
    case 'textDocument/foldingRange': return list((answer as FoldingRange[]).map(({ startLine, endLine, kind }) => `lines ${startLine + 1} to ${endLine + 1}${kind === undefined ? '' : `: ${kind}`}`));
    case 'textDocument/completion': return list((answer as CompletionList).items.map(showCompletion));
    case 'textDocument/codeAction': return showActions(request, answer as CodeAction[], opened, fileAt);
    case 'completionItem/resolve': return showResolved(answer as CompletionItem);
    case 'textDocument/prepareRename': return showPrepared(answer as { range: Range; placeholder: string }, opened);
    case 'textDocument/rename': return showChanges(answer as WorkspaceEdit, fileAt);
    case 'textDocument/linkedEditingRange': return list((answer as LinkedEditingRanges).ranges.map((range) => showPlace(opened, range)));
    case 'textDocument/signatureHelp': return showSignatures(answer as SignatureHelp);
    case 'textDocument/onTypeFormatting': case 'textDocument/formatting': case 'textDocument/rangeFormatting': return apply(opened.text, answer as TextEdit[]);
    default: return `${JSON.stringify(answer, null, 2)}\n`;
  }
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? 'nothing\n' : `${lines.join('\n')}\n`;
}

function showHover({ contents, range }: Hover, { text }: Source): string {
  if (typeof contents === 'string' || Array.isArray(contents) || !('kind' in contents)) throw new Error('A hover of the old kind');
  // Where the files are differs from run to run.
  const value = contents.value.replace(/\(file:[^)#]*\/([^/)#]+#)/g, '($1');
  return `${value}\n\n(on ${JSON.stringify(range === undefined ? '' : textIn(text, range))})\n`;
}

function showPlace({ path, text }: Source, range: Range): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1}: ${textIn(text, range)}`;
}

function showItem({ name, detail, uri, selectionRange }: TypeHierarchyItem, fileAt: (uri: string) => Source): string {
  return `${name} (${detail ?? ''}) ${showPlace(fileAt(uri), selectionRange)}`;
}

/** The text with the hints in it, in `«»`. */
function showHints(hints: readonly InlayHint[], text: string): string {
  return apply(text, hints.map(({ position, label }) => (
    { range: { start: position, end: position }, newText: ` «${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}»` }
  )));
}

function showLens({ range, command }: CodeLens, fileAt: (uri: string) => Source): string[] {
  const places = (command?.arguments?.[2] ?? []) as Location[];
  return [
    `${range.start.line + 1}: ${command?.title ?? ''}${command?.command === '' ? '' : ` (${command?.command ?? ''})`}`,
    ...places.map((place) => `  ${showPlace(fileAt(place.uri), place.range)}`),
  ];
}

function showSelection({ range, parent }: SelectionRange, opened: Source): string[] {
  return [JSON.stringify(textIn(opened.text, range)), ...(parent === undefined ? [] : showSelection(parent, opened))];
}

/** One token a line: what it is, and its text. */
export function showTokens({ data }: SemanticTokens, { text }: Source): string[] {
  const shown: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const range = { start: { line, character }, end: { line, character: character + length } };
    const names = [legend.tokenTypes[type], ...legend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0)];
    shown.push(`${line + 1}:${character + 1} ${names.join('.')} ${textIn(text, range)}`);
  }
  return shown;
}

function showSymbol({ name, detail, kind, children }: DocumentSymbol, indentation: string): string[] {
  const word = Object.entries(SymbolKind).find(([, value]) => value === kind)?.[0] ?? '';
  return [`${indentation}${name} (${detail ?? ''}) ${word}`, ...(children ?? []).flatMap((child) => showSymbol(child, `${indentation}  `))];
}

function showCompletion({ label, detail, kind }: CompletionItem): string {
  const word = Object.entries(CompletionItemKind).find(([, value]) => value === kind)?.[0] ?? '';
  return `${label} [${word}]${detail === undefined ? '' : ` ${detail}`}`;
}

/** One form a line, the part that comes next in `«»`. */
function showSignatures({ signatures, activeParameter }: SignatureHelp): string {
  return list(signatures.map(({ label, parameters }) => {
    const at = parameters?.[activeParameter ?? 0]?.label;
    return typeof at === 'string' || at === undefined ? label : `${label.slice(0, at[0])}«${label.slice(...at)}»${label.slice(at[1])}`;
  }));
}

function showResolved({ label, documentation }: CompletionItem): string {
  return `${label}\n\n${typeof documentation === 'string' ? documentation : documentation?.value ?? ''}\n`.replaceAll(/file:[^)]*\//g, '');
}

function showActions({ take }: CaseRequest, actions: readonly CodeAction[], opened: Source, fileAt: (uri: string) => Source): string {
  if (take === undefined) return list(actions.map(({ title, isPreferred }) => `${title}${isPreferred === true ? ' (preferred)' : ''}`));
  const action = actions.find(({ title }) => title === take);
  if (action === undefined) throw new Error(`No '${take}' among ${actions.map(({ title }) => title).join(', ')}`);
  const changes = Object.entries(action.edit?.changes ?? {});
  if (changes.length > 1) return showChanges(action.edit ?? {}, fileAt);
  const [uri, edits] = changes[0] ?? ['', []];
  return apply(uri === '' ? opened.text : fileAt(uri).text, edits);
}

function showPrepared({ range, placeholder }: { readonly range: Range; readonly placeholder: string }, opened: Source): string {
  return `${showPlace(opened, range)} (${placeholder})\n`;
}

/** Every file that changes, with its new text. */
function showChanges({ changes }: WorkspaceEdit, fileAt: (uri: string) => Source): string {
  return Object.entries(changes ?? {}).map(([uri, edits]) => {
    const { path, text } = fileAt(uri);
    return `--- ${path}\n${apply(text, edits)}`;
  }).sort().join('');
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]).replace(/\n?$/, '\n');
}

function textIn(text: string, range: Range): string {
  return TextDocument.create('', '', 0, text).getText(range);
}
