/** Entry of vscode.dev, github.dev and other web hosts: the server is a web worker. */

import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type ThroughlineApi } from './extension.ts';

/** The part of the web platform that is needed here; the project's types are those of Node. */
declare const Worker: new (url: string, options: { readonly name: string }) => object;

/** Called by VS Code when a strategy file is there, or a command of ours is run. */
export function activate(context: ExtensionContext): ThroughlineApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server-browser.js').toString(true);
  const worker = new Worker(script, { name: 'Throughline language server' }) as ConstructorParameters<typeof LanguageClient>[2];
  return activateWith(context, (options) => new LanguageClient('throughline', 'Throughline', worker, options));
}
