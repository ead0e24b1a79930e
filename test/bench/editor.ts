/** A language server in a process of its own, as an editor has it: time to start, time from an edit to its findings. */

import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest, createProtocolConnection, DidChangeTextDocumentNotification, DidOpenTextDocumentNotification, InitializedNotification,
  InitializeRequest, PublishDiagnosticsNotification, RegistrationRequest, StreamMessageReader, StreamMessageWriter, type InitializeParams, type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

export interface EditorCase {
  /** The script of the server and its arguments, for Node. */
  readonly server: readonly string[];
  readonly folder: string;
  readonly document: { readonly path: string; readonly languageId: string; readonly text: string };
  /** Where a keystroke goes, and what to type to make and to mend a mistake in turns. */
  readonly offset: number;
  readonly typed: string;
  /** Answers to `workspace/configuration`, by section. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface EditorTimes {
  /** From the start of the process to the first findings. */
  readonly start: number;
  /** From each edit to its findings. */
  readonly edits: readonly number[];
  /** The number of findings before and after a mistake is typed. */
  readonly counts: readonly [number, number];
}

/** Starts the server, opens the document, edits it `times` times; every second edit takes the one before it back. */
export async function timeEditor({ server, folder, document, offset, typed, settings }: EditorCase, times: number): Promise<EditorTimes> {
  const started = performance.now();
  const child = spawn(process.execPath, server, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const uri = pathToFileURL(document.path).toString();
  let published: (params: PublishDiagnosticsParams) => void = () => undefined;
  const next = (holds: (count: number) => boolean): Promise<number> => new Promise((resolve) => {
    published = ({ diagnostics }) => { if (holds(diagnostics.length)) resolve(diagnostics.length); };
  });
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => { if (params.uri === uri) published(params); });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ section }) => settings[section ?? ''] ?? null));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.listen();
  const root = pathToFileURL(folder).toString();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid, workspaceFolders: [{ uri: root, name: 'bench' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } }, textDocument: { publishDiagnostics: {} } },
  } as InitializeParams);
  await connection.sendNotification(InitializedNotification.type, {});
  const first = next(() => true);
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: document.languageId, version: 1, text: document.text } });
  const before = await first;
  const start = performance.now() - started;
  // What is still to come of the start is no part of an edit.
  await new Promise((resolve) => setTimeout(resolve, 1500));

  const lines = document.text.slice(0, offset).split('\n');
  const place = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const end = { line: place.line, character: place.character + typed.length };
  const edits: number[] = [];
  let after = before;
  for (let index = 0; index < times; index += 1) {
    const inserts = index % 2 === 0;
    const heard = next((count) => inserts === (count !== before));
    const edited = performance.now();
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: index + 2 },
      contentChanges: [inserts ? { range: { start: place, end: place }, text: typed } : { range: { start: place, end }, text: '' }],
    });
    const count = await heard;
    edits.push(performance.now() - edited);
    if (inserts) after = count;
  }
  connection.dispose();
  child.kill();
  return { start, edits, counts: [before, after] };
}
