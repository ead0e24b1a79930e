/** What an action changes, by file, before it is laid out. */

import { CreateFile, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { SourceFile } from '../model/strategy.ts';
import { workspaceEdit } from './edits.ts';
import { laidOut, type Change } from './layout.ts';
import { rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

export interface Plan {
  readonly changes: readonly FileChange[];
  /** Files that are not there yet, by path below the root. */
  readonly creates?: readonly { readonly path: string; readonly text: string }[];
}

export interface FileChange extends Change {
  readonly file: SourceFile;
}

/** The plan in canonical layout; null where nothing would change. */
export function carryOut(snapshot: Snapshot, { changes, creates = [] }: Plan): WorkspaceEdit | null {
  const files = new Set(changes.map(({ file }) => file));
  const edits = Array.from(files).flatMap((file) => {
    const { tree, path } = file;
    if (tree === null) return [];
    const inFile = changes.filter((change) => change.file === file);
    return laidOut(tree, inFile).map((change) => ({ file: path, range: rangeOf(tree, change), newText: change.newText }));
  });
  if (edits.length === 0 && creates.length === 0) return null;
  const edit = workspaceEdit(snapshot, edits);
  if (creates.length === 0) return edit;
  const start = { line: 0, character: 0 };
  const created = creates.flatMap(({ path, text }) => {
    const uri = snapshot.uriOf(path);
    return [CreateFile.create(uri, { ignoreIfExists: false }), TextDocumentEdit.create({ uri, version: null }, [{ range: { start, end: start }, newText: text }])];
  });
  return { documentChanges: [...created, ...edit.documentChanges ?? []] };
}
