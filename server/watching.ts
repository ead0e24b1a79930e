/** Asks the client to tell of changes on the disk, by dynamic registration. */

import {
  DidChangeWatchedFilesNotification, WatchKind,
  type ClientCapabilities, type Connection, type Disposable, type FileSystemWatcher,
} from 'vscode-languageserver';

const STRATEGY_FILES = ['**/*.strategy', '**/throughline.json', '**/.gitignore'];
/** Folders that come and go are told of by their own name alone. */
const ANYTHING = '**/*';

export class FileWatchers {
  readonly #connection: Connection;
  readonly #canRegister: boolean;
  readonly #canWatchOutside: boolean;
  readonly #onFailure: (error: unknown) => void;
  #outside: { readonly folders: readonly string[]; readonly registration: Promise<Disposable> } | null = null;
  #registered = false;

  constructor(connection: Connection, { workspace }: ClientCapabilities, onFailure: (error: unknown) => void) {
    this.#connection = connection;
    this.#canRegister = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.#canWatchOutside = this.#canRegister && workspace?.didChangeWatchedFiles?.relativePatternSupport === true;
    this.#onFailure = onFailure;
  }

  /** Watches the workspace; the client takes registrations only once it is initialized. */
  register(): void {
    if (!this.#canRegister || this.#registered) return;
    this.#registered = true;
    this.#register([
      ...STRATEGY_FILES.map((globPattern) => ({ globPattern })),
      { globPattern: ANYTHING, kind: WatchKind.Create | WatchKind.Delete },
    ]).catch(this.#onFailure);
  }

  /** Watches folders outside the workspace, by URI, and these only. */
  watch(folders: readonly string[]): void {
    if (!this.#canWatchOutside || folders.join('\n') === (this.#outside?.folders ?? []).join('\n')) return;
    this.#outside?.registration.then((registration) => { registration.dispose(); }, this.#onFailure);
    this.#outside = null;
    if (folders.length === 0) return;
    const patterns = folders.flatMap((baseUri) => STRATEGY_FILES.map((pattern) => ({ globPattern: { baseUri, pattern } })));
    const registration = this.#register(patterns);
    registration.catch(this.#onFailure);
    this.#outside = { folders, registration };
  }

  #register(watchers: FileSystemWatcher[]): Promise<Disposable> {
    return this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
