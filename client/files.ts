/** Answers the server's questions about files it cannot read itself: all of them in the browser, virtual ones elsewhere. */

import { Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { toBase64 } from './base64.ts';
import {
  readDirectoryRequest, readFileRequest, statRequest,
  type DirectoryEntries, type EntryType, type FileBytes, type FileFailure, type FileParams, type FileStat,
} from '../server/protocol.ts';

/** Answers them for as long as the client lives. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(readDirectoryRequest, ({ uri }: FileParams) => orFailure(async (): Promise<DirectoryEntries> => {
      const entries = await workspace.fs.readDirectory(Uri.parse(uri));
      return { entries: entries.map(([name, type]) => ({ name, type: entryType(type) })) };
    })),
    client.onRequest(readFileRequest, ({ uri }: FileParams) => orFailure(async (): Promise<FileBytes> => (
      { base64: toBase64(await workspace.fs.readFile(Uri.parse(uri))) }
    ))),
    client.onRequest(statRequest, ({ uri }: FileParams) => orFailure(async (): Promise<FileStat> => (
      { type: typeOf((await workspace.fs.stat(Uri.parse(uri))).type) }
    ))),
  );
}

async function orFailure<T>(read: () => Promise<T>): Promise<T | FileFailure> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof FileSystemError ? error.code : '';
    if (code === 'FileNotFound' || code === 'FileNotADirectory') return { failure: 'missing' };
    return { failure: code === 'NoPermissions' ? 'forbidden' : 'unreadable' };
  }
}

/** A link to a folder is not followed: where it leads cannot be told here, and it may run in a circle. */
function entryType(type: FileType): EntryType {
  const link = (type & FileType.SymbolicLink) !== 0;
  return link && (type & FileType.Directory) !== 0 ? 'other' : typeOf(type);
}

function typeOf(type: FileType): EntryType {
  if ((type & FileType.File) !== 0) return 'file';
  return (type & FileType.Directory) !== 0 ? 'folder' : 'other';
}
