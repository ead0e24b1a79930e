/** What can be done about the findings under the cursor, and how what stands there can be written otherwise. */

import {
  CodeActionKind, CreateFile, TextDocumentEdit,
  type CodeAction, type Range, type SnippetTextEdit, type TextEdit, type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { RECORD_CHECKIN, type RecordCheckinArguments } from '../protocol.ts';
import { SETTINGS_FILE, type Diagnostic, type DiagnosticEdit } from '../rules/diagnostic.ts';
import { escapeSnippet } from './completion-snippets.ts';
import { entityAround, targetAt } from './cursor.ts';
import { toProtocol } from './diagnostics.ts';
import { workspaceEdit } from './edits.ts';
import { PROPOSALS } from './fixes/index.ts';
import { fixAllKind, fixedAll, mendable } from './fix-all.ts';
import { keepingLayout } from './kept-layout.ts';
import { offsetOf } from './places.ts';
import { carryOut } from './plan.ts';
import { REFACTORINGS } from './refactorings/index.ts';
import { newSettings, otherSeverities, severityEdits } from './severity.ts';
import { silencing } from './silencing.ts';
import type { Cancellation, Snapshot } from './snapshot.ts';

export interface CodeActionParams {
  readonly range: Range;
  readonly context: { readonly only?: readonly string[] };
}

/** What an action remembers for the request that works out its edit. */
export interface CodeActionData {
  readonly uri: string;
  readonly range: Range;
}

/** An action before its edit is worked out; null where it would change nothing. */
interface Action extends Omit<CodeAction, 'edit' | 'kind'> {
  readonly kind: string;
  readonly edit?: () => WorkspaceEdit | null;
  /** Worked out at once in any case: there are few, and they are what is chosen most. */
  readonly atOnce?: true;
}

/** The fixes of each finding that the range touches, then ways to silence it, then other ways to write what stands there. */
export function codeActions(snapshot: Snapshot, { range, context }: CodeActionParams, token: Cancellation): CodeAction[] {
  const data: CodeActionData = { uri: snapshot.document.uri, range };
  return actionsAt(snapshot, range, context.only ?? null, token).flatMap(({ edit, atOnce, ...action }) => {
    if (edit === undefined) return [action];
    if (snapshot.client.resolvesEdits && atOnce === undefined) return [{ ...action, data }];
    const workedOut = edit();
    return workedOut === null ? [] : [{ ...action, edit: workedOut, ...snapshot.client.resolvesEdits ? { data } : {} }];
  });
}

/** The action with its edit. */
export function resolveCodeAction(snapshot: Snapshot, action: CodeAction, token: Cancellation): CodeAction {
  const { range } = action.data as Partial<CodeActionData>;
  if (range === undefined) return action;
  const same = actionsAt(snapshot, range, action.kind === undefined ? null : [action.kind], token)
    .find(({ title, kind, diagnostics }) => title === action.title && kind === action.kind && diagnostics?.[0]?.message === action.diagnostics?.[0]?.message);
  const edit = same?.edit?.() ?? null;
  return edit === null ? action : { ...action, edit };
}

function actionsAt(snapshot: Snapshot, range: Range, only: readonly string[] | null, token: Cancellation): readonly Action[] {
  const wants = (kind: string): boolean => only === null || only.some((asked) => isOrHolds(asked, kind));
  const actions: Action[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const found = snapshot.findings.filter((finding) => overlap(finding.range, range));
    for (const finding of found) {
      if (token.isCancellationRequested) return [];
      actions.push(...fixesOf(snapshot, finding), ...proposalsOf(snapshot, finding));
    }
    const codes = [...new Set(found.map(({ code }) => code))];
    actions.push(...codes.flatMap((code) => fixAllOf(snapshot, code)), ...found.flatMap((finding) => silence(snapshot, finding)));
    actions.push(...codes.flatMap((code) => severities(snapshot, found.find((finding) => finding.code === code))));
  }
  // Fixing a whole file is offered where it is asked for: on saving, or by its own command.
  if (only !== null && wants(fixAllKind)) actions.push({ title: 'Fix all that has one certain fix', kind: fixAllKind, edit: () => editOf(snapshot, fixedAll(snapshot.findings, null)) });
  if (!token.isCancellationRequested) actions.push(...refactoringsAt(snapshot, range, wants));
  return actions;
}

/** Whether a kind that is asked for is `kind` or holds it: `refactor` is asked for `refactor.extract` too. */
function isOrHolds(asked: string, kind: string): boolean {
  return asked === '' || asked === kind || kind.startsWith(`${asked}.`);
}

/** The first fix is the one to take where several are offered. */
function fixesOf(snapshot: Snapshot, finding: Diagnostic): Action[] {
  return finding.fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [told(snapshot, finding)],
    isPreferred: index === 0,
    atOnce: true,
    edit: () => editOf(snapshot, fix.edits()),
  }));
}

/** What the author may choose from, where no fix is certain. */
function proposalsOf(snapshot: Snapshot, finding: Diagnostic): Action[] {
  const { analysis, document: { tree } } = snapshot;
  const offset = offsetOf(tree, finding.range.start);
  const entity = entityAround(snapshot, offset);
  if (analysis === null || entity === null) return [];
  const target = targetAt(snapshot, offset);
  const proposals = PROPOSALS[finding.code]?.({ finding, analysis, entity, link: target?.type === 'reference' ? target.link : null }) ?? [];
  const actions = proposals.map(({ title, plan }): Action => ({
    title, kind: CodeActionKind.QuickFix, diagnostics: [told(snapshot, finding)], edit: () => carryOut(snapshot, plan()),
  }));
  if (finding.code !== 'stale-checkin' || !snapshot.client.recordCheckin || entity.kind !== 'kr') return actions;
  const command: RecordCheckinArguments = [entity.id, snapshot.document.uri];
  const title = 'Record a check-in';
  return [...actions, { title, kind: CodeActionKind.QuickFix, diagnostics: [told(snapshot, finding)], command: { title, command: RECORD_CHECKIN, arguments: [...command] } }];
}

/** All findings of one rule in the file at once, where there are several. */
function fixAllOf(snapshot: Snapshot, code: string): Action[] {
  if (mendable(snapshot.findings, code) < 2) return [];
  return [{ title: `Fix all '${code}' in this file`, kind: CodeActionKind.QuickFix, edit: () => editOf(snapshot, fixedAll(snapshot.findings, code)) }];
}

function refactoringsAt(snapshot: Snapshot, range: Range, wants: (kind: string) => boolean): readonly Action[] {
  const { analysis, document: { tree, path } } = snapshot;
  if (analysis === null || path === SETTINGS_FILE) return [];
  const entity = entityAround(snapshot, offsetOf(tree, range.start));
  if (entity === null) return [];
  return REFACTORINGS.filter(({ kind }) => wants(kind)).flatMap(({ kind, offers }) => (
    offers({ entity, strategy: analysis.strategy, createsFiles: snapshot.client.createsFiles }).map(({ title, plan }) => ({ title, kind, edit: () => carryOut(snapshot, plan()) }))
  ));
}

function told(snapshot: Snapshot, finding: Diagnostic) {
  return toProtocol(finding, snapshot.uriOf, snapshot.client);
}

function editOf(snapshot: Snapshot, edits: readonly DiagnosticEdit[]): WorkspaceEdit | null {
  return edits.length === 0 ? null : workspaceEdit(snapshot, keepingLayout(snapshot.document, edits));
}

function silence(snapshot: Snapshot, finding: Diagnostic): Action[] {
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
    diagnostics: [told(snapshot, finding)],
    atOnce: true,
    edit: () => edits,
  }];
}

/** Another severity of the rule for the whole strategy. */
function severities(snapshot: Snapshot, finding: Diagnostic | undefined): Action[] {
  const { settingsText, client } = snapshot;
  if (finding === undefined || snapshot.analysis === null || (settingsText === null && !client.createsFiles)) return [];
  const { code } = finding;
  return otherSeverities(code, finding.severity).flatMap((severity) => {
    const edits = settingsText === null ? [] : severityEdits(settingsText, code, severity);
    if (edits === null) return [];
    return [{
      title: severity === 'off' ? `Switch '${code}' off in throughline.json` : `Make '${code}' ${severity === 'info' || severity === 'error' ? 'an' : 'a'} ${severity} in throughline.json`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [told(snapshot, finding)],
      edit: () => (settingsText === null ? newFile(snapshot.uriOf(SETTINGS_FILE), newSettings(code, severity)) : workspaceEdit(snapshot, edits)),
    }];
  });
}

function newFile(uri: string, newText: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return { documentChanges: [CreateFile.create(uri), TextDocumentEdit.create({ uri, version: null }, [{ range: { start, end: start }, newText }])] };
}

function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
