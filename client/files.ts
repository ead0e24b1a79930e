/** Answers the server's questions about files it cannot read itself: all of them in the browser, virtual ones elsewhere. */

import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  readDirectoryRequest, readFileRequest, type DirectoryEntries, type FileBytes, type FileParams,
} from '../server/protocol.ts';

export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(readDirectoryRequest, readDirectory),
    client.onRequest(readFileRequest, readFile),
  );
}

async function readDirectory({ uri }: FileParams): Promise<DirectoryEntries | null> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return { entries: entries.map(([name, type]) => ({ name, type: typeName(type) })) };
  } catch {
    return null;
  }
}

async function readFile({ uri }: FileParams): Promise<FileBytes | null> {
  try {
    return { base64: toBase64(await workspace.fs.readFile(Uri.parse(uri))) };
  } catch {
    return null;
  }
}

/** A link to a folder is not followed, so that a circle of links cannot hang the search for files. */
function typeName(type: FileType): DirectoryEntries['entries'][number]['type'] {
  if ((type & FileType.File) !== 0) return 'file';
  return type === FileType.Directory ? 'directory' : 'other';
}

const BYTES_A_CALL = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In slices: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += BYTES_A_CALL) {
    binary += String.fromCharCode(...bytes.subarray(start, start + BYTES_A_CALL));
  }
  return btoa(binary);
}
