/** The language server in Node: over standard input and output, or over the channel to the process that started it. */

import { createConnection } from 'vscode-languageserver/node';
import { lifeOf } from './cli/history/log/life-of.ts';
import { markdown } from './cli/history/log/markdown.ts';
import { version } from './cli/version.ts';
import { serve } from './server.ts';
import { ClientFileSystem } from './workspace/client-file-system.ts';
import { NodeFileSystem } from './workspace/node-file-system.ts';
import { MixedFileSystem, nodeLocations } from './workspace/node-locations.ts';

/**
 * Serves the client that the arguments of the process name: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.
 * Never resolves: the process ends with its connection.
 */
export function startServer(): Promise<never> {
  serve(createConnection(), {
    locations: nodeLocations,
    fileSystem: (ask) => new MixedFileSystem(new NodeFileSystem(), ask === null ? null : new ClientFileSystem(ask)),
    clock: Date.now,
    version,
    history: async (folder, id) => [...markdown(await lifeOf({ folder, environment: process.env }, id, null, () => undefined))].join(''),
  });
  return new Promise(() => undefined);
}
