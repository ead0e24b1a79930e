/** The language server in a web worker: all files are read by the client. */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from './cli/version.ts';
import { serve } from './server.ts';
import { ClientFileSystem } from './workspace/client-file-system.ts';
import { FileSystemError } from './workspace/file-system.ts';
import { uriLocations } from './workspace/locations.ts';

/** The worker itself; the project's types are those of Node. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  locations: uriLocations,
  fileSystem: (ask) => new ClientFileSystem(ask ?? (() => Promise.reject(new FileSystemError('the editor does not read files for the server')))),
  clock: Date.now,
  version,
  history: null,
});
