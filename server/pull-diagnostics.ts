/** Findings for a client that asks for them: by document, and for the whole workspace. */

import {
  DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError,
  type CancellationToken, type DocumentDiagnosticParams, type DocumentDiagnosticReport, type WorkspaceDiagnosticParams, type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { SyntaxTree } from '../grammar/tree.ts';
import type { DiagnosticsChannel } from './diagnostics-channel.ts';
import { toProtocol } from './features/diagnostics.ts';
import { fileDiagnostics, syntaxFindings, type Session } from './session.ts';
import type { OpenDocument } from './workspace/documents.ts';

/** The result id of a file without findings. */
const NOTHING = 'none';
/** After an analysis the client may just be asking by itself, for as long as this, in milliseconds. */
const PATIENCE = 50;

export class PullDiagnostics implements DiagnosticsChannel {
  readonly #session: Session;
  readonly #refresh: (() => void) | null;
  /** The state that the client was last told of each file. */
  readonly #told = new Map<string, string>();
  readonly #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #treeIds = new WeakMap<SyntaxTree, string>();
  #trees = 0;

  /** `refresh` asks the client to pull anew; null where it cannot be asked. */
  constructor(session: Session, refresh: (() => void) | null) {
    this.#session = session;
    this.#refresh = refresh;
  }

  async document({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const place = await this.#session.fresh(uri);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    const location = place?.location ?? this.#session.workspace.locationOf(uri);
    const resultId = this.#resultId(location);
    this.#told.set(location, resultId);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.#items(location) };
  }

  /** The files that have findings, and those that the client says had some; what it knows already is not told again. */
  async workspace({ previousResultIds }: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    const { workspace, findings } = this.#session;
    await this.#session.settled();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    const previous = new Map(previousResultIds.map(({ uri, value }) => [workspace.locationOf(uri), { uri, value }]));
    const locations = new Set([...previous.keys(), ...Array.from(findings.all(), ([location]) => location)]);
    const items = Array.from(locations, (location): WorkspaceDocumentDiagnosticReport => {
      const resultId = this.#resultId(location);
      this.#told.set(location, resultId);
      const uri = previous.get(location)?.uri ?? workspace.uriOf(location);
      const version = workspace.documentAt(location)?.version ?? null;
      if (previous.get(location)?.value === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: this.#items(location) };
    });
    return { items };
  }

  changed(locations: readonly string[]): void {
    if (locations.length === 0 || this.#refresh === null) return;
    for (const location of locations) this.#changed.add(location);
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const news = [...this.#changed].some((location) => this.#told.get(location) !== this.#resultId(location));
      this.#changed.clear();
      if (news) this.#refresh?.();
    }, PATIENCE);
  }

  documentChanged(): void {
    // The client asks by itself.
  }

  documentClosed(location: string): void {
    this.#told.delete(location);
  }

  scanned(): void {
    // A document that belongs to a root now, or to none any more, has other findings than it was told.
    this.changed([...this.#session.workspace.documents.keys()].filter((location) => this.#told.has(location)));
  }

  #resultId(location: string): string {
    const file = this.#session.findings.at(location);
    if (file !== undefined) return file.resultId;
    const document = this.#alone(location);
    return document === undefined || syntaxFindings(document).length === 0 ? NOTHING : this.#treeId(document.tree);
  }

  #items(location: string): ReturnType<typeof fileDiagnostics> {
    const file = this.#session.findings.at(location);
    if (file !== undefined) return fileDiagnostics(this.#session, file);
    const document = this.#alone(location);
    if (document === undefined) return [];
    return syntaxFindings(document).map((finding) => toProtocol(finding, (path) => path, this.#session.abilities));
  }

  /** The document that is open there, where it belongs to no root. */
  #alone(location: string): OpenDocument | undefined {
    const document = this.#session.workspace.documentAt(location);
    return document === undefined || this.#session.workspace.rootOf(document.uri) !== undefined ? undefined : document;
  }

  #treeId(tree: SyntaxTree): string {
    let id = this.#treeIds.get(tree);
    if (id === undefined) {
      this.#trees += 1;
      id = `syntax-${this.#trees}`;
      this.#treeIds.set(tree, id);
    }
    return id;
  }
}
