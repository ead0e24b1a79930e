/** What the server announces in `initialize`: what its features say of themselves, and what belongs to no document. */

import { PositionEncodingKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver-protocol';
import { features } from './features/index.ts';

/** `pulls`: the client asks for findings itself; else they are pushed, which needs no announcement. */
export function serverCapabilities(pulls: boolean): ServerCapabilities {
  return features.reduce<ServerCapabilities>((all, feature) => ({ ...all, ...feature.capabilities }), {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspaceSymbolProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...pulls ? { diagnosticProvider: { identifier: 'throughline', interFileDependencies: true, workspaceDiagnostics: true } } : {},
  });
}
