/** Quick fixes of the findings under the cursor, and silencing them with a reason. */

import {
  CodeActionKind,
  type CodeAction, type Range, type SnippetTextEdit, type TextEdit,
} from 'vscode-languageserver-types';
import type { Diagnostic } from '../rules/diagnostic.ts';
import { toProtocol } from './diagnostics.ts';
import { workspaceEdit } from './edits.ts';
import { silencing } from './silencing.ts';
import type { Cancellation, Snapshot } from './snapshot.ts';

export interface CodeActionParams {
  readonly range: Range;
  readonly context: { readonly only?: readonly string[] };
}

/** The fixes of each finding that the range touches, then ways to silence it. */
export function codeActions(snapshot: Snapshot, { range, context }: CodeActionParams, token: Cancellation): CodeAction[] {
  if (context.only !== undefined && !context.only.some((kind) => isOrHolds(kind, CodeActionKind.QuickFix))) return [];
  const found = snapshot.findings.filter((finding) => overlap(finding.range, range));
  const fixes = found.flatMap((finding) => (token.isCancellationRequested ? [] : fixesOf(snapshot, finding)));
  return [...fixes, ...found.flatMap((finding) => silence(snapshot, finding))];
}

/** Whether a kind that is asked for is `kind` or holds it: `quickfix` is asked for by `quickfix` and by the empty kind. */
function isOrHolds(asked: string, kind: string): boolean {
  return asked === '' || asked === kind;
}

/** The first fix is the one to take where several are offered. */
function fixesOf(snapshot: Snapshot, finding: Diagnostic): CodeAction[] {
  return finding.fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toProtocol(finding, snapshot.uriOf, snapshot.client)],
    isPreferred: index === 0,
    edit: workspaceEdit(snapshot, fix.edits()),
  }));
}

function silence(snapshot: Snapshot, finding: Diagnostic): CodeAction[] {
  const comment = silencing(snapshot.document.tree, finding);
  if (comment === null) return [];
  const { before, reason, after } = comment;
  const { uri, path } = snapshot.document;
  const textDocument = { uri, version: snapshot.versionOf(path) };
  // With a placeholder the author goes on to type the reason; without one, the finding that asks for it does.
  const edit: SnippetTextEdit | TextEdit = snapshot.client.snippetEdits
    ? { range: comment.range, snippet: { kind: 'snippet', value: `${escapeSnippet(before)}\${1:${escapeSnippet(reason)}}${escapeSnippet(after)}` } }
    : { range: comment.range, newText: `${before}${after}` };
  const edits = 'newText' in edit && !snapshot.client.documentChanges
    ? { changes: { [uri]: [edit] } }
    : { documentChanges: [{ textDocument, edits: [edit] }] };
  return [{
    title: `Silence '${finding.code}' here with a reason`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toProtocol(finding, snapshot.uriOf, snapshot.client)],
    edit: edits,
  }];
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
