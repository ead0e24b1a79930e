/** Features on source text with a cursor in it, all in memory. */

import { parseDate } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { analyze, type Analysis } from '../../server/analysis.ts';
import type { ClientAbilities, Snapshot } from '../../server/features/snapshot.ts';
import { takeCursor } from '../protocol/case-file.ts';

export const ABLE: ClientAbilities = {
  resolvesEdits: false, createsFiles: true, recordCheckin: true, snippetEdits: true, labelDetails: true, snippets: true, ownSnippets: false, insertReplace: false, documentChanges: true, definitionLinks: true, showPlaces: true, markdown: true, relatedInformation: true,
};

export interface Marked {
  readonly snapshot: Snapshot;
  readonly params: { readonly position: { readonly line: number; readonly character: number } };
}

/** The snapshot of the file with the cursor (`‸`), as of 2026-03-01, and the parameters of a request there. */
export function marked(source: string | Readonly<Record<string, string>>, client: Partial<ClientAbilities> = {}): Marked {
  const { files, cursor } = takeCursor(typeof source === 'string' ? { 'a.strategy': source } : source);
  if (cursor === null) throw new Error('No cursor in the source');
  const asOf = parseDate('2026-03-01');
  if (asOf === null) throw new Error('No day');
  const sources = Object.entries(files).filter(([path]) => path.endsWith('.strategy')).map(([path, text]) => ({ path, tree: parseFile(text) }));
  const analysis = analyze({ files: sources, settingsText: files['throughline.json'] ?? null, asOf, today: asOf });
  return { snapshot: snapshotOf(analysis, cursor.path, files['throughline.json'] ?? null, client), params: { position: cursor.position } };
}

/** The snapshot of one file of a strategy. */
export function snapshotOf(analysis: Analysis, path: string, settingsText: string | null = null, client: Partial<ClientAbilities> = {}): Snapshot {
  const tree = analysis.strategy.files.find((file) => file.path === path)?.tree ?? null;
  if (tree === null) throw new Error('No such file');
  return {
    document: { uri: `file:///${path}`, path, tree },
    findings: analysis.diagnostics.filter((finding) => finding.file === path),
    analysis,
    settingsText,
    uriOf: (other) => `file:///${other}`,
    versionOf: () => 7,
    client: { ...ABLE, ...client },
  };
}
