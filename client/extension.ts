/**
 * The VS Code side, the same on the desktop and in the browser: starts the server, shows its status, has the
 * commands. It knows nothing of the language.
 */

import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { RECORD_CHECKIN, type ClientOptions } from '../server/protocol.ts';
import { registerCheck } from './check.ts';
import { answerFileRequests } from './files.ts';
import { registerNewStrategy } from './new-strategy.ts';
import { registerShowPlaces } from './places.ts';
import { registerPreviews } from './preview/index.ts';
import { registerRecordCheckin } from './record-checkin.ts';
import { registerReview, type ReviewSession } from './review/index.ts';
import { registerStatus } from './status.ts';
import { registerStrategyTree } from './strategy/index.ts';

/** What `activate` returns: for tests, and for other extensions that want to talk to the server. */
export interface ThroughlineApi {
  /** Resolved when the server has started. */
  readonly ready: Promise<void>;
  readonly client: BaseLanguageClient;
  /** The review that is shown. */
  readonly review: Pick<ReviewSession, 'current' | 'onDidChange'>;
}

const initializationOptions: ClientOptions = { files: true, settingsSchema: true, status: true, showPlaces: true, snippets: true, recordCheckin: true, views: true };

const clientOptions: LanguageClientOptions = {
  documentSelector: [
    { language: 'strategy' },
    { language: 'jsonc', pattern: '**/throughline.json' },
    { language: 'json', pattern: '**/throughline.json' },
  ],
  initializationOptions,
  // A hover may have the command that records a check-in, which asks before it writes; no other.
  markdown: { isTrusted: { enabledCommands: [RECORD_CHECKIN] } },
};

/** Starts everything. `createClient` makes the client of the host it runs in. */
export function activateWith(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): ThroughlineApi {
  const client = createClient(clientOptions);
  const review = registerReview(context, client);
  context.subscriptions.push(
    answerFileRequests(client),
    registerStatus(client),
    registerCheck(client),
    registerNewStrategy(client),
    registerShowPlaces(client),
    registerRecordCheckin(client),
    registerPreviews(context, client, review),
    registerStrategyTree(context, client),
    client,
  );
  return { ready: client.start(), client, review };
}
