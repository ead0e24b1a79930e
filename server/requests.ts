/** Parameters as they come over the wire: what is not as the protocol has it is told apart here, and nowhere else. */

import type { FileChangeType, PreviousResultId } from 'vscode-languageserver-protocol';
import type { CheckinWords, StarterAnswers } from './protocol.ts';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether parameters name a document. */
export function isDocumentParams(params: unknown): params is { readonly textDocument: { readonly uri: string } } {
  return isFields(params) && isFields(params.textDocument) && typeof params.textDocument.uri === 'string';
}

/** The URI of the document that parameters are about, by itself, by an item of a hierarchy or of a completion; null where there is none. */
export function documentUriOf(params: unknown): string | null {
  if (isDocumentParams(params)) return params.textDocument.uri;
  if (isFields(params) && isFields(params.data) && typeof params.data.uri === 'string') return params.data.uri;
  const item: unknown = isFields(params) ? params.item : null;
  return isFields(item) && typeof item.uri === 'string' && isRange(item.selectionRange) ? item.uri : null;
}

/** Whether `position`, `positions` and `range`, where they are there, are some. */
export function isPositionSound(params: unknown): boolean {
  if (!isFields(params)) return false;
  const { position, positions, range } = params;
  return (position === undefined || isPosition(position))
    && (positions === undefined || (Array.isArray(positions) && positions.every(isPosition)))
    && (range === undefined || isRange(range));
}

/** What must be there beside the document, by method. */
const NEEDED: Readonly<Record<string, string>> = {
  'textDocument/selectionRange': 'positions',
  'textDocument/inlayHint': 'range', 'textDocument/semanticTokens/range': 'range', 'textDocument/codeAction': 'range', 'textDocument/rangeFormatting': 'range',
  'textDocument/hover': 'position', 'textDocument/completion': 'position', 'textDocument/documentHighlight': 'position',
  'textDocument/definition': 'position', 'textDocument/declaration': 'position', 'textDocument/implementation': 'position',
  'textDocument/typeDefinition': 'position', 'textDocument/references': 'position', 'textDocument/rename': 'position', 'textDocument/prepareRename': 'position',
  'throughline/thingsAt': 'position', 'textDocument/signatureHelp': 'position', 'textDocument/onTypeFormatting': 'position', 'textDocument/linkedEditingRange': 'position',
  'textDocument/prepareCallHierarchy': 'position', 'textDocument/prepareTypeHierarchy': 'position',
  'callHierarchy/incomingCalls': 'item', 'callHierarchy/outgoingCalls': 'item', 'typeHierarchy/supertypes': 'item', 'typeHierarchy/subtypes': 'item',
};
/** Methods whose `context` is read. */
const WITH_CONTEXT: ReadonlySet<string> = new Set(['textDocument/references', 'textDocument/codeAction']);

/** Whether nothing is missing that a method cannot do without. */
export function isComplete(method: string, params: unknown): boolean {
  if (!isFields(params)) return false;
  if (method === 'textDocument/rename' && typeof params.newName !== 'string') return false;
  const needed = NEEDED[method];
  if (needed !== undefined && (params[needed] === undefined || params[needed] === null)) return false;
  return !WITH_CONTEXT.has(method) || isFields(params.context);
}

/** What a search asks for; null where it is no text. */
export function queryOf(params: unknown): string | null {
  return isFields(params) && typeof params.query === 'string' ? params.query : null;
}

function isRange(value: unknown): boolean {
  return isFields(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): boolean {
  return isFields(value) && isCount(value.line) && isCount(value.character);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The changes of files that make sense. */
export function fileChangesOf(params: unknown): readonly { readonly uri: string; readonly type: FileChangeType }[] {
  const changes: unknown = isFields(params) ? params.changes : null;
  if (!Array.isArray(changes)) return [];
  return changes.filter((change): change is { readonly uri: string; readonly type: FileChangeType } => (
    isFields(change) && typeof change.uri === 'string' && (change.type === 1 || change.type === 2 || change.type === 3)
  ));
}

/** What the client says that it was last told of each file, in a pull of the whole workspace. */
export function previousResultsOf(params: unknown): PreviousResultId[] {
  const results: unknown = isFields(params) ? params.previousResultIds : null;
  if (!Array.isArray(results)) return [];
  return results.filter((result): result is PreviousResultId => isFields(result) && typeof result.uri === 'string' && typeof result.value === 'string');
}

/** The URIs of the folders that the client opens: those of the workspace, else the one root that older clients name. */
export function foldersOf(params: { readonly workspaceFolders?: unknown; readonly rootUri?: unknown }): readonly string[] {
  if (Array.isArray(params.workspaceFolders)) return urisOf(params.workspaceFolders);
  return typeof params.rootUri === 'string' ? [params.rootUri] : [];
}

/** The folders after some were added and removed. */
export function folderChangesOf(params: unknown, folders: readonly string[]): readonly string[] {
  const event: unknown = isFields(params) ? params.event : null;
  if (!isFields(event)) return folders;
  const removed = new Set(urisOf(event.removed));
  return [...new Set([...folders.filter((uri) => !removed.has(uri)), ...urisOf(event.added)])];
}

function urisOf(folders: unknown): readonly string[] {
  return Array.isArray(folders) ? folders.flatMap((folder) => (isFields(folder) && typeof folder.uri === 'string' ? [folder.uri] : [])) : [];
}

/** null for what holds no answers. */
export function starterAnswersOf(params: unknown): StarterAnswers | null {
  if (!isFields(params)) return null;
  const { organisation, goal, team, owner, quarter, objective } = params;
  if (typeof organisation !== 'string' || typeof goal !== 'string' || typeof team !== 'string') return null;
  if (typeof owner !== 'string' || typeof quarter !== 'string' || typeof objective !== 'string') return null;
  return { organisation, goal, team, owner, quarter, objective };
}

/** null for what tells no check-in. */
export function checkinWordsOf(params: unknown): CheckinWords | null {
  if (!isFields(params)) return null;
  const { kr, value, confidence, note } = params;
  if (typeof kr !== 'string' || typeof value !== 'string' || typeof confidence !== 'string' || typeof note !== 'string') return null;
  return { kr, value, confidence, note };
}

/** The document that a request prefers; null where it names none. */
export function preferredUriOf(params: unknown): string | null {
  return isFields(params) && typeof params.uri === 'string' ? params.uri : null;
}
