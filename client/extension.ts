/**
 * The VS Code side, the same on the desktop and in the browser: starts the server, shows its status, has the
 * commands. It knows nothing of the language.
 */

import { workspace, type ExtensionContext, type TextDocument } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { RECORD_CHECKIN, type ClientOptions } from '../server/protocol.ts';
import { registerCheck } from './check.ts';
import { answerFileRequests } from './files.ts';
import { StrategyBlocks } from './markdown.ts';
import { registerHistory } from './history.ts';
import { registerNewStrategy } from './new-strategy.ts';
import { registerShowPlaces } from './places.ts';
import { registerPreviews } from './preview/index.ts';
import { registerRecordCheckin } from './record-checkin.ts';
import { registerReview, type ReviewSession } from './review/index.ts';
import { registerStatus } from './status.ts';
import { registerStrategyTree } from './strategy/index.ts';

/** What `activate` returns: for tests, and for other extensions that want to talk to the server. */
export interface ThroughlineApi {
  /** Resolved when the server has started, or it is known that there is nothing for it to do yet. */
  readonly ready: Promise<void>;
  readonly client: BaseLanguageClient;
  /** What VS Code's Markdown preview asks for: draws strategies in it. */
  readonly extendMarkdownIt: StrategyBlocks['extend'];
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
    registerHistory(client),
    registerStrategyTree(context, client),
    client,
  );
  const blocks = new StrategyBlocks(client);
  return { ready: startWhenNeeded(context, client), client, review, extendMarkdownIt: (markdown) => blocks.extend(markdown) };
}

/**
 * Starts the server where there is a strategy, or once there is one: a Markdown preview activates the extension too.
 * Commands, and blocks that are to be drawn, start it by themselves.
 */
async function startWhenNeeded({ subscriptions }: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const isStrategy = ({ languageId }: TextDocument): boolean => languageId === 'strategy';
  const start = (): void => { void client.start(); };
  const created = workspace.createFileSystemWatcher('**/*.strategy', false, true, true);
  subscriptions.push(created, created.onDidCreate(start), workspace.onDidOpenTextDocument((document) => { if (isStrategy(document)) start(); }));
  const found = workspace.textDocuments.some(isStrategy) || (await workspace.findFiles('**/*.strategy', undefined, 1)).length > 0;
  if (found) await client.start();
}
