/** Entry of the desktop and of remote hosts: the server is a process. */

import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type ThroughlineApi } from './extension.ts';

/** Called by VS Code when a strategy file is there, or a command of ours is run. */
export function activate(context: ExtensionContext): ThroughlineApi {
  const server = { module: context.asAbsolutePath('dist/server-node.js'), transport: TransportKind.ipc };
  return activateWith(context, (options) => new LanguageClient('throughline', 'Throughline', server, options));
}
