/** Findings for a client that waits for them: published when they changed. */

import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { DiagnosticsChannel } from './diagnostics-channel.ts';
import { toProtocol } from './features/diagnostics.ts';
import { Publisher } from './publisher.ts';
import { fileDiagnostics, syntaxFindings, type Session } from './session.ts';

/** What was last told of a file: under which URI, and which state of its findings. */
interface Told {
  readonly uri: string;
  readonly state: string;
}

const NOTHING = 'nothing';

export class PushDiagnostics implements DiagnosticsChannel {
  readonly #session: Session;
  readonly #publish: (params: PublishDiagnosticsParams) => Promise<void>;
  readonly #publisher: Publisher;
  readonly #told = new Map<string, Told>();

  constructor(session: Session, publish: (params: PublishDiagnosticsParams) => Promise<void>, onFailure: (error: unknown) => void) {
    this.#session = session;
    this.#publish = publish;
    this.#publisher = new Publisher((location) => this.#send(location), onFailure);
  }

  changed(locations: readonly string[]): void {
    // Open documents first: somebody looks at them.
    const { documents } = this.#session.workspace;
    this.#publisher.mark(locations.filter((location) => documents.has(location)));
    this.#publisher.mark(locations);
    this.scanned();
  }

  documentChanged(location: string): void {
    if (this.#session.workspace.rootOf(this.#session.workspace.uriOf(location)) === undefined) this.#publisher.mark([location]);
    else this.scanned();
  }

  documentClosed(location: string): void {
    if (this.#told.get(location)?.state === NOTHING) this.#told.delete(location);
    this.#publisher.mark([location]);
  }

  /** Every open document is told of at least once, even where there is nothing to say. */
  scanned(): void {
    const { documents, roots } = this.#session.workspace;
    const current = new Set(Array.from(roots).filter(({ analysis }) => analysis.isCurrent));
    this.#publisher.mark([...documents].filter(([location, { uri }]) => {
      const root = this.#session.workspace.rootOf(uri)?.root;
      return root === undefined ? !this.#session.workspace.isPending(uri) : current.has(root) && !this.#told.has(location);
    }).map(([location]) => location));
  }

  async #send(location: string): Promise<void> {
    const { workspace, findings, abilities } = this.#session;
    const document = workspace.documentAt(location);
    const uri = workspace.uriOf(location);
    if (workspace.isPending(uri)) return;
    const file = findings.at(location);
    const alone = document !== undefined && workspace.rootOf(uri) === undefined ? syntaxFindings(document) : [];
    const diagnostics = file === undefined
      ? alone.map((finding) => toProtocol(finding, (path) => path, abilities))
      : fileDiagnostics(this.#session, file);
    const state = file?.resultId ?? (alone.length === 0 ? NOTHING : JSON.stringify(diagnostics));
    const told = this.#told.get(location);
    if (told?.uri === uri ? told.state === state : told === undefined && state === NOTHING && document === undefined) return;
    if (told !== undefined && told.uri !== uri) await this.#publish({ uri: told.uri, diagnostics: [] });
    if (state === NOTHING && document === undefined) this.#told.delete(location);
    else this.#told.set(location, { uri, state });
    await this.#publish(document === undefined ? { uri, diagnostics } : { uri, version: document.version, diagnostics });
  }
}
