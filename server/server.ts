/**
 * The language server: wires workspace, findings and features to a connection. The same in Node and in a web worker;
 * what differs comes in as `ServerHost`.
 */

import {
  ErrorCodes, FileChangeType, LSPErrorCodes, ResponseError, TextDocuments,
  type CancellationToken, type Connection, type InitializeParams, type InitializeResult,
} from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.ts';
import { today, watchDay, type Clock } from './day.ts';
import type { DiagnosticsChannel } from './diagnostics-channel.ts';
import { checkinChoices, recordCheckin } from './features/checkin.ts';
import type { AnyFeature } from './features/feature.ts';
import { features } from './features/index.ts';
import { drawText } from './features/preview/draw-text.ts';
import { previewFeatures } from './features/preview/index.ts';
import { outlines } from './features/preview/outline.ts';
import { drawTextParamsOf, outlineParamsOf } from './features/preview/params.ts';
import { Refusal } from './features/refusal.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import { starter, starterChoices } from './features/starter.ts';
import { Preferences } from './preferences.ts';
import {
  checkinChoicesRequest, checkinRequest, checkRequest, starterChoicesRequest, starterRequest, statusNotification, type WorkspaceStatus,
} from './protocol.ts';
import { drawTextRequest, outlineRequest, strategiesNotification, type DrawTextAnswer, type OutlineAnswer, type StrategiesChanged } from './preview-protocol.ts';
import { PullDiagnostics } from './pull-diagnostics.ts';
import { PushDiagnostics } from './push-diagnostics.ts';
import { Refreshing } from './refreshing.ts';
import {
  checkinWordsOf, documentUriOf, fileChangesOf, folderChangesOf, foldersOf, isComplete, isDocumentParams, isPositionSound, preferredUriOf,
  previousResultsOf, queryOf, starterAnswersOf,
} from './requests.ts';
import { LiveReview } from './live-review.ts';
import { answerReviewRequests, type TellHistory } from './review-requests.ts';
import { SETTINGS_FILE } from './rules/diagnostic.ts';
import { clientOptions, isSettingsDocument, isStrategyDocument, Session } from './session.ts';
import { StatusReporter } from './status-reporter.ts';
import { FileWatchers } from './watching.ts';
import type { Ask } from './workspace/client-file-system.ts';
import { documentsConfiguration } from './workspace/documents.ts';
import type { FileSystem } from './workspace/file-system.ts';
import type { Locations } from './workspace/locations.ts';
import type { Root } from './workspace/root.ts';
import type { FileChange } from './workspace/workspace.ts';

export interface ServerHost {
  readonly locations: Locations;
  /** The files of the host; `ask` is null for a client that answers no questions about files. */
  readonly fileSystem: (ask: Ask | null) => FileSystem;
  readonly clock: Clock;
  readonly version: string;
  /** null where there is no git. */
  readonly history: TellHistory | null;
}

/** Serves one client, until the connection ends. */
export function serve(connection: Connection, host: ServerHost): void {
  const server = new Server(connection, host);
  connection.onInitialize((params) => server.initialize(params));
  connection.onInitialized(() => { server.initialized(); });
  connection.onShutdown(() => { server.shutdown(); });
  server.registerRequests();
  connection.listen();
}

const CHANGES: Readonly<Record<FileChangeType, FileChange>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

class Server {
  readonly #connection: Connection;
  readonly #host: ServerHost;
  readonly #documents = new TextDocuments(documentsConfiguration);
  #running: Running | null = null;
  #folders: readonly string[] = [];
  #state: 'new' | 'running' | 'shut down' = 'new';

  constructor(connection: Connection, host: ServerHost) {
    this.#connection = connection;
    this.#host = host;
  }

  initialize(params: InitializeParams): InitializeResult {
    if (this.#state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'Initialized already');
    const running = start(this.#connection, this.#host, params);
    this.#running = running;
    this.#state = 'running';
    this.#folders = foldersOf(params);
    this.#listen(running);
    return { capabilities: serverCapabilities(running.pull !== null), serverInfo: { name: 'Throughline', version: this.#host.version } };
  }

  initialized(): void {
    this.#running?.watchers.register();
    this.#running?.preferences.initialized();
    // Not before: reading the folders may ask the client, which answers from now on.
    this.#running?.session.workspace.setFolders(this.#folders);
  }

  shutdown(): void {
    this.#state = 'shut down';
    this.#running?.dispose();
  }

  registerRequests(): void {
    const connection = this.#connection;
    for (const feature of [...features, ...previewFeatures]) {
      connection.onRequest(feature.method, (params: unknown, token: CancellationToken) => this.#answer(feature, params, token));
    }
    connection.onRequest('textDocument/diagnostic', (params: unknown, token: CancellationToken) => {
      if (!isDocumentParams(params)) throw invalid();
      return this.#pull().document(params, token);
    });
    connection.onRequest('workspace/diagnostic', (params: unknown, token: CancellationToken) => {
      return this.#pull().workspace({ previousResultIds: previousResultsOf(params) }, token);
    });
    connection.onRequest('workspace/symbol', async (params: unknown, token: CancellationToken) => {
      const query = queryOf(params);
      if (query === null) throw invalid();
      return workspaceSymbols(await this.#session().session.strategies(), query, token);
    });
    connection.onRequest(checkinChoicesRequest, async (params: unknown) => {
      return checkinChoices(await this.#session().session.strategies(), preferredUriOf(params));
    });
    connection.onRequest(checkinRequest, (params: unknown, token: CancellationToken) => {
      const words = checkinWordsOf(params);
      if (words === null) throw invalid();
      return this.#answer({ method: checkinRequest, capabilities: {}, reads: 'strategy', run: (snapshot) => recordCheckin(snapshot, words) }, params, token);
    });
    connection.onRequest(outlineRequest, async (params: unknown): Promise<OutlineAnswer> => {
      const asked = outlineParamsOf(params);
      if (asked === null) throw invalid();
      return outlines(await this.#session().session.strategies(), asked);
    });
    connection.onRequest(drawTextRequest, (params: unknown): DrawTextAnswer | null => {
      this.#session();
      const asked = drawTextParamsOf(params);
      if (asked === null) throw invalid();
      return drawText(asked, today(this.#host.clock));
    });
    connection.onRequest(checkRequest, async (): Promise<WorkspaceStatus> => {
      const { session } = this.#session();
      await session.settled();
      return session.status();
    });
    answerReviewRequests(connection, {
      live: () => this.#session().review,
      folderOf: async (uri) => (await this.#session().session.fresh(uri))?.root.location ?? null,
      history: this.#host.history,
    });
    connection.onRequest(starterChoicesRequest, () => {
      this.#session();
      return starterChoices(today(this.#host.clock));
    });
    connection.onRequest(starterRequest, (params: unknown) => {
      this.#session();
      const answers = starterAnswersOf(params);
      if (answers === null) throw invalid();
      return starter(answers);
    });
  }

  /** What is told from now on; what came before `initialize` is dropped, as the protocol asks. */
  #listen({ session, channel, preferences }: Running): void {
    const { workspace } = session;
    const connection = this.#connection;
    this.#documents.listen(connection);
    this.#documents.onDidChangeContent(({ document }) => {
      if (!isStrategyDocument(document) && !isSettingsDocument(document)) return;
      workspace.documentChanged(document);
      channel.documentChanged(workspace.locationOf(document.uri));
    });
    this.#documents.onDidClose(({ document: { uri } }) => {
      workspace.documentClosed(uri);
      channel.documentClosed(workspace.locationOf(uri));
    });
    connection.onDidChangeWatchedFiles((params: unknown) => {
      for (const { uri, type } of fileChangesOf(params)) workspace.fileChanged(uri, CHANGES[type]);
    });
    connection.onNotification('workspace/didChangeWorkspaceFolders', (params: unknown) => {
      this.#folders = folderChangesOf(params, this.#folders);
      workspace.setFolders(this.#folders);
    });
    connection.onDidChangeConfiguration((params: unknown) => {
      preferences.changed(params);
      workspace.touchAll();
    });
  }

  async #answer(feature: AnyFeature, params: unknown, token: CancellationToken): Promise<unknown> {
    const { session, preferences } = this.#session();
    const uri = documentUriOf(params);
    const read: unknown = feature.read === undefined ? params : feature.read(params);
    if (uri === null || read === null || !isPositionSound(params) || !isComplete(feature.method, params)) throw invalid();
    if (feature.optional !== undefined && !await preferences.isEnabled(feature.optional)) return null;
    const snapshot = await session.snapshot(uri, feature.reads, token);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    if (snapshot === null || (snapshot.document.path === SETTINGS_FILE && feature.settings !== true)) return null;
    // The parameters are those that the protocol has for the method.
    const answer = feature.run(snapshot, read as never, token);
    if (answer instanceof Refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.reason);
    return answer;
  }

  #session(): Running {
    if (this.#state === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Not initialized');
    if (this.#state === 'shut down' || this.#running === null) throw new ResponseError(ErrorCodes.InvalidRequest, 'Shut down');
    return this.#running;
  }

  #pull(): PullDiagnostics {
    const { pull } = this.#session();
    if (pull === null) throw new ResponseError(ErrorCodes.InvalidRequest, 'Findings are pushed to this client');
    return pull;
  }
}

/** What serves an initialized client. */
interface Running {
  readonly session: Session;
  readonly channel: DiagnosticsChannel;
  /** The channel, where the client pulls. */
  readonly pull: PullDiagnostics | null;
  readonly watchers: FileWatchers;
  readonly preferences: Preferences;
  readonly review: LiveReview;
  readonly dispose: () => void;
}

function start(connection: Connection, host: ServerHost, params: InitializeParams): Running {
  const options = clientOptions(params);
  const onFailure = (error: unknown): void => {
    connection.console.error(error instanceof Error ? error.stack ?? error.message : String(error));
  };
  const announce = (root: Root | null): void => {
    if (options.views !== true) return;
    const told: StrategiesChanged = { roots: root === null ? [] : [session.workspace.uriOf(root.location)] };
    connection.sendNotification(strategiesNotification, told).catch(onFailure);
  };
  const session: Session = new Session(params, {
    fileSystem: host.fileSystem(options.files === true ? (method, file) => connection.sendRequest(method, file) : null),
    locations: host.locations,
    clock: host.clock,
    onFindings: (changed, analysed) => {
      channel.changed(changed);
      status?.changed();
      refreshing.changed();
      announce(analysed);
    },
    onScanned: () => {
      channel.scanned();
      watchers.watch(session.workspace.basesOutside().map((base) => session.workspace.uriOf(base)));
      status?.changed();
    },
    changesOf: (root) => review.changesOf(root),
    onFailure,
  });
  const { capabilities: client } = params;
  const pull = client.textDocument?.diagnostic === undefined ? null : new PullDiagnostics(
    session,
    client.workspace?.diagnostics?.refreshSupport === true ? () => { connection.languages.diagnostics.refresh().catch(onFailure); } : null,
  );
  const channel = pull ?? new PushDiagnostics(session, (published) => connection.sendDiagnostics(published), onFailure);
  const status = options.status === true
    ? new StatusReporter(() => (session.isKnown ? session.status() : null), (told) => { connection.sendNotification(statusNotification, told).catch(onFailure); })
    : null;
  const watchers = new FileWatchers(connection, client, onFailure);
  const refreshing = new Refreshing(connection, client, onFailure);
  const preferences = new Preferences(connection, client, () => { refreshing.changed(); }, onFailure);
  const review: LiveReview = new LiveReview(session.workspace, () => today(host.clock));
  const stopWatchingDay = watchDay(host.clock, () => { session.workspace.touchAll(); });
  return {
    session, channel, pull, watchers, preferences,
    review,
    dispose: () => {
      stopWatchingDay();
      session.dispose();
    },
  };
}

function invalid(): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, 'The parameters are not those of the protocol');
}
