/** Throughline, measured: the workspace layer of the language server, reading from the disk as it does in the editor. */

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { InitializeParams } from 'vscode-languageserver-protocol';
import { Session } from '../../server/session.ts';
import { documentsConfiguration, type OpenDocument } from '../../server/workspace/documents.ts';
import { NodeFileSystem } from '../../server/workspace/node-file-system.ts';
import { nodeLocations } from '../../server/workspace/node-locations.ts';
import { measure, strategyFiles, type Finding, type Keystroke } from './contender.ts';

let told = (): void => undefined;

/** Resolves when the server is told of the next complete analysis: what it publishes then. */
function nextAnalysis(): Promise<void> {
  return new Promise((resolve) => { told = resolve; });
}

const session = new Session({ processId: null, workspaceFolders: null, capabilities: {} } as InitializeParams, {
  fileSystem: new NodeFileSystem(),
  locations: nodeLocations,
  clock: Date.now,
  onFindings: () => { told(); },
  onScanned: () => undefined,
  onFailure: (error) => { throw error; },
});

let root = '';
let document: OpenDocument | null = null;

function uriOf(path: string): string {
  return pathToFileURL(join(root, path)).toString();
}

async function load(folder: string): Promise<void> {
  root = folder;
  session.workspace.setFolders([pathToFileURL(folder).toString()]);
  await session.settled();
}

async function open(path: string): Promise<void> {
  const file = (await strategyFiles(root)).find((candidate) => candidate.path === path);
  document = documentsConfiguration.create(uriOf(path), 'strategy', 1, file?.text ?? '');
  session.workspace.documentChanged(document);
}

async function type({ offset, text }: Keystroke): Promise<void> {
  if (document === null) throw new Error('nothing is open');
  const before = document.text.slice(0, offset);
  const line = before.split('\n').length - 1;
  const position = { line, character: offset - (before.lastIndexOf('\n') + 1) };
  const analysed = nextAnalysis();
  document = documentsConfiguration.update(document, [{ range: { start: position, end: position }, text }], document.version + 1);
  session.workspace.documentChanged(document);
  await analysed;
}

function findings(): Finding[] {
  return [...session.findings.all()].flatMap(([, file]) => file.findings.map(({ file: path, range, code }) => ({ file: path, line: range.start.line, code })));
}

await measure({ load, open, type, findings });
