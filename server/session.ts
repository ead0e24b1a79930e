/** What the server knows of one client: its abilities, the workspace, the findings, and snapshots of them for features. */

import type { CancellationToken, ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol';
import { MarkupKind, type Diagnostic as ProtocolDiagnostic } from 'vscode-languageserver-types';
import { syntaxDiagnostics } from './rules/diagnostics.ts';
import { today, type Clock } from './day.ts';
import { toProtocol, unreadable } from './features/diagnostics.ts';
import type { Reads } from './features/feature.ts';
import type { ClientAbilities, Snapshot } from './features/snapshot.ts';
import { Findings, type FileFindings } from './findings.ts';
import { SETTINGS_FILE, type Diagnostic } from './rules/diagnostic.ts';
import type { ClientOptions, WorkspaceStatus } from './protocol.ts';
import { rootStatus } from './status.ts';
import { isStrategyFile } from './workspace/discover.ts';
import type { OpenDocument } from './workspace/documents.ts';
import type { FileSystem } from './workspace/file-system.ts';
import type { Locations } from './workspace/locations.ts';
import type { Changes } from './views/view.ts';
import type { Root } from './workspace/root.ts';
import { Workspace } from './workspace/workspace.ts';

export interface SessionHost {
  readonly fileSystem: FileSystem;
  readonly locations: Locations;
  readonly clock: Clock;
  /** Told of the files whose findings changed; `analysed` is the root whose analysis did it, null for one that is gone. */
  readonly onFindings: (changed: readonly string[], analysed: Root | null) => void;
  readonly onScanned: () => void;
  /** What changed in a root since the base of a review; without it there is never one. */
  readonly changesOf?: (root: Root) => Changes | null;
  readonly onFailure: (error: unknown) => void;
}

export class Session {
  readonly workspace: Workspace;
  readonly findings: Findings;
  readonly abilities: ClientAbilities;
  readonly #changesOf: (root: Root) => Changes | null;

  constructor(params: InitializeParams, host: SessionHost) {
    this.#changesOf = host.changesOf ?? (() => null);
    const options = clientOptions(params);
    this.abilities = clientAbilities(params.capabilities, options);
    const schema = options.settingsSchema === true;
    const findings = new Findings((finding) => !(schema && finding.toldBySchema));
    this.findings = findings;
    this.workspace = new Workspace({
      fileSystem: host.fileSystem,
      locations: host.locations,
      today: () => today(host.clock),
      onAnalysis: (root, change) => { host.onFindings(findings.update(root, change), root); },
      onRemoved: (root) => { host.onFindings(findings.remove(root), null); },
      onScanned: host.onScanned,
      onFailure: host.onFailure,
    });
  }

  /** Waits until the analysis of a document's root knows everything that is known; undefined for a document without one. */
  async fresh(uri: string): Promise<{ readonly root: Root; readonly location: string } | undefined> {
    for (;;) {
      if (this.workspace.isPending(uri)) await this.workspace.settled();
      const place = this.workspace.rootOf(uri);
      if (place === undefined) return undefined;
      // The root may be gone after the wait.
      if (await place.root.analysis.current() !== null) return place;
      if (this.workspace.rootOf(uri)?.root === place.root) return place;
    }
  }

  /** Waits until everything is read and analysed. */
  async settled(): Promise<void> {
    do {
      await this.workspace.settled();
      await Promise.all(Array.from(this.workspace.roots, (root) => root.analysis.current()));
      // While one was waited for, another one may have changed.
    } while (Array.from(this.workspace.roots).some(({ analysis }) => !analysis.isCurrent));
  }

  /** What a feature reads of a document; null for one that is not known. */
  async snapshot(uri: string, reads: Reads, token: CancellationToken): Promise<Snapshot | null> {
    const known = this.workspace.rootOf(uri);
    const waits = reads === 'strategy' || (reads === 'latest' && (known?.root.analysis.latest ?? null) === null);
    const place = waits ? await this.fresh(uri) : known;
    if (token.isCancellationRequested) return null;
    if (place === undefined) return this.#withoutRoot(uri);
    const { root, location } = place;
    const path = root.pathOf(location);
    if (path === null) return null;
    const document = this.workspace.documentAt(location);
    const tree = path === SETTINGS_FILE ? { text: document?.text ?? '', chunks: [], problems: [], isCut: false } : root.sourceAt(location)?.tree ?? null;
    if (tree === null) return null;
    return {
      document: { uri: this.workspace.uriOf(location), path, tree },
      findings: this.findings.at(location)?.findings ?? [],
      analysis: root.analysis.latest,
      settingsText: root.settingsText,
      uriOf: (file) => this.uriIn(root, file),
      versionOf: (file) => this.workspace.documentAt(root.locationOf(file) ?? '')?.version ?? null,
      client: this.abilities,
      changes: this.#changesOf(root),
    };
  }

  #withoutRoot(uri: string): Snapshot | null {
    const document = this.workspace.documentAt(this.workspace.locationOf(uri));
    if (document === undefined || !isStrategyDocument(document)) return null;
    return {
      document: { uri: document.uri, path: document.uri, tree: document.tree },
      findings: syntaxFindings(document),
      analysis: null,
      settingsText: null,
      uriOf: (path) => path,
      versionOf: () => document.version,
      client: this.abilities,
    };
  }

  /** The URI of a file of a root by its path below it, whether or not there is one. */
  uriIn(root: Root, path: string): string {
    const location = root.locationOf(path);
    return this.workspace.uriOf(location ?? root.locationOfNew(path));
  }

  /** What is known of all strategies of the workspace; waits for those of which nothing is known yet. */
  async strategies(): Promise<readonly Pick<Snapshot, 'analysis' | 'uriOf'>[]> {
    await this.workspace.settled();
    const roots = [...this.workspace.roots];
    await Promise.all(roots.map(async ({ analysis }) => { if (analysis.latest === null) await analysis.current(); }));
    return roots.map((root) => ({ analysis: root.analysis.latest, uriOf: (file: string) => this.uriIn(root, file) }));
  }

  /** Whether every strategy is known as it stands: not before its first analysis, nor while it is changed in place. */
  get isKnown(): boolean {
    return Array.from(this.workspace.roots).every(({ analysis }) => analysis.latest !== null);
  }

  status(): WorkspaceStatus {
    const roots = Array.from(this.workspace.roots).flatMap((root) => {
      const analysis = root.analysis.latest;
      if (analysis === null) return [];
      const findings = this.findings.countsOf(root);
      return [rootStatus({ uri: this.workspace.uriOf(root.location), files: root.fileCount, unreadable: root.unreadable().length, findings }, analysis)];
    });
    const alone = [...this.workspace.documents.values()].filter(({ uri }) => this.workspace.rootOf(uri) === undefined);
    return {
      roots: roots.sort((a, b) => Number(a.uri > b.uri) - Number(a.uri < b.uri)),
      told: alone.reduce((sum, document) => sum + syntaxFindings(document).length, this.findings.told),
    };
  }

  dispose(): void {
    this.workspace.dispose();
  }
}

/** Whether a document is written in the language, by what the client or its name says. */
export function isStrategyDocument({ uri, languageId }: OpenDocument): boolean {
  return languageId === 'strategy' || isStrategyFile(uri);
}

/** Whether a document is a `throughline.json`. */
export function isSettingsDocument({ uri }: OpenDocument): boolean {
  return uri.endsWith(`/${SETTINGS_FILE}`);
}

/** What is said of a document that belongs to no root: its syntax errors. */
export function syntaxFindings(document: OpenDocument): readonly Diagnostic[] {
  return isStrategyDocument(document) ? syntaxDiagnostics({ path: document.uri, tree: document.tree }) : [];
}

/** All that is said of a file of a root, in the terms of the protocol. */
export function fileDiagnostics(session: Session, { root, findings, unreadable: reason }: FileFindings): ProtocolDiagnostic[] {
  return [
    ...reason === null ? [] : [unreadable(reason)],
    ...findings.map((finding) => toProtocol(finding, (path) => session.uriIn(root, path), session.abilities)),
  ];
}

/** What the client says of itself beyond the protocol; what it says wrongly it does not say. */
export function clientOptions({ initializationOptions }: InitializeParams): ClientOptions {
  return typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions as ClientOptions : {};
}

function clientAbilities({ textDocument, workspace }: ClientCapabilities, options: ClientOptions): ClientAbilities {
  const pulls = textDocument?.diagnostic !== undefined;
  return {
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true && textDocument.codeAction.dataSupport === true,
    createsFiles: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    recordCheckin: options.recordCheckin === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    ownSnippets: options.snippets === true,
    insertReplace: textDocument?.completion?.completionItem?.insertReplaceSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    definitionLinks: [textDocument?.definition, textDocument?.declaration, textDocument?.implementation, textDocument?.typeDefinition]
      .every((jump) => jump === undefined || jump.linkSupport === true) && textDocument?.definition !== undefined,
    showPlaces: options.showPlaces === true,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? true,
    relatedInformation: (pulls ? textDocument.diagnostic?.relatedInformation : textDocument?.publishDiagnostics?.relatedInformation) ?? pulls,
  };
}
