/** What the user has set of the server, under `throughline.`: asked of a client that answers, else as it tells. */

import { DidChangeConfigurationNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';

/** The features that a user may turn off, by `throughline.NAME.enabled`. */
export type OptionalFeature = 'inlayHints' | 'codeLens';

const SECTION = 'throughline';

export class Preferences {
  readonly #connection: Connection;
  readonly #client: ClientCapabilities;
  readonly #onFailure: (error: unknown) => void;
  readonly #onChange: () => void;
  #settings: unknown = null;
  /** The last question to the client: an answer is waited for before a feature is. */
  #asked: Promise<void> | null = null;

  /** `onChange` is told when something may be set otherwise. */
  constructor(connection: Connection, client: ClientCapabilities, onChange: () => void, onFailure: (error: unknown) => void) {
    this.#connection = connection;
    this.#client = client;
    this.#onChange = onChange;
    this.#onFailure = onFailure;
  }

  /** Asks for the settings, and to be told of changes; the client answers only once it is initialized. */
  initialized(): void {
    if (this.#client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(this.#onFailure);
    }
    if (this.#answers) this.#ask();
  }

  /** Takes over what a `workspace/didChangeConfiguration` says. */
  changed(params: unknown): void {
    if (this.#answers) {
      this.#ask();
      return;
    }
    this.#settings = fieldOf(fieldOf(params, 'settings'), SECTION);
    this.#onChange();
  }

  /** Whether a feature is on, which it is unless the user has turned it off. */
  async isEnabled(feature: OptionalFeature): Promise<boolean> {
    await this.#asked;
    return fieldOf(fieldOf(this.#settings, feature), 'enabled') !== false;
  }

  get #answers(): boolean {
    return this.#client.workspace?.configuration === true;
  }

  #ask(): void {
    const asked = this.#connection.sendRequest<unknown>('workspace/configuration', { items: [{ section: SECTION }] }).then(
      (answer) => {
        if (this.#asked !== asked) return;
        const [settings] = Array.isArray(answer) ? answer as readonly unknown[] : [];
        this.#settings = settings;
        this.#onChange();
      },
      this.#onFailure,
    );
    this.#asked = asked;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
