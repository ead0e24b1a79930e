/** Entry of vscode.dev, github.dev and other web hosts: the server is a web worker. */

import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { activateWith, type ThroughlineApi } from './extension.ts';

/** The part of the web platform that is needed here; the project's types are those of Node. */
declare const Worker: new (url: string, options: { readonly name: string }) => never;

/** Called by VS Code when a strategy file is there, or a command of ours is run. */
export function activate(context: ExtensionContext): ThroughlineApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server-browser.js');
  return activateWith(context, (options) => new LanguageClient('throughline', 'Throughline', () => startWorker(script), options));
}

/** As reader and writer: VS Code has a constructor of its own, whose workers the client would not know for some. */
async function startWorker(script: Uri): Promise<MessageTransports> {
  const worker = new Worker(await addressOf(script), { name: 'Throughline language server' });
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** VS Code makes no worker of a script on a remote machine: that one is read first, and started from memory. */
async function addressOf(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const source = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([Uint8Array.from(source)], { type: 'text/javascript' }));
}
