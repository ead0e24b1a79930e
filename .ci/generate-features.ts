/** docs/features.md: what the language server announces, beside what others do. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import { serverCapabilities } from '../server/capabilities.ts';
import type { Generated } from './generate.ts';

interface Rival {
  readonly name: string;
  readonly version: string;
  /** Where its capabilities were read. */
  readonly source: string;
  readonly capabilities: ServerCapabilities;
}

interface Row {
  readonly feature: string;
  /** What it does in a strategy. */
  readonly serves: string;
  readonly announced: (capabilities: ServerCapabilities) => unknown;
}

const ROWS: readonly Row[] = [
  { feature: 'Completion', serves: 'what is still missing here, names of the right kind, units, periods, dates, whole declarations', announced: (all) => all.completionProvider },
  { feature: 'Completion, resolved', serves: 'the card of a name before it is chosen', announced: (all) => all.completionProvider?.resolveProvider },
  { feature: 'Hover', serves: 'card of a thing, meaning of a word, worth of a quantity, days of a period', announced: (all) => all.hoverProvider },
  { feature: 'Signature help', serves: 'the parts of a measure while it is written', announced: (all) => all.signatureHelpProvider },
  { feature: 'Definition', serves: 'where a name is declared', announced: (all) => all.definitionProvider },
  { feature: 'Declaration', serves: 'the same, for editors that ask for it', announced: (all) => all.declarationProvider },
  { feature: 'Implementation', serves: 'what supports a goal or objective', announced: (all) => all.implementationProvider },
  { feature: 'Type definition', serves: 'the metric of a key result', announced: (all) => all.typeDefinitionProvider },
  { feature: 'References', serves: 'everything that names it', announced: (all) => all.referencesProvider },
  { feature: 'Document highlight', serves: 'its uses in this file, declaration and uses apart', announced: (all) => all.documentHighlightProvider },
  { feature: 'Call hierarchy', serves: 'alignment: what supports this, what this supports', announced: (all) => all.callHierarchyProvider },
  { feature: 'Type hierarchy', serves: 'teams within teams, metrics that drive metrics', announced: (all) => all.typeHierarchyProvider },
  { feature: 'Document symbols', serves: 'outline, with measures and health', announced: (all) => all.documentSymbolProvider },
  { feature: 'Workspace symbols', serves: 'search by title or id', announced: (all) => all.workspaceSymbolProvider },
  { feature: 'Rename', serves: 'in every file, bare and qualified names', announced: (all) => all.renameProvider },
  { feature: 'Rename, prepared', serves: 'refused with a reason where it cannot be', announced: (all) => typeof all.renameProvider === 'object' && all.renameProvider.prepareProvider },
  { feature: 'Linked editing', serves: 'a name and its uses at once, where all stand in this file', announced: (all) => all.linkedEditingRangeProvider },
  { feature: 'Code actions', serves: 'fixes, fix all, refactorings, suppressions, severities', announced: (all) => all.codeActionProvider },
  { feature: 'Code lens', serves: 'health and score, supporters, last check-in', announced: (all) => all.codeLensProvider },
  { feature: 'Inlay hints', serves: 'days of a period, target of `up 25%`, inherited owner, share', announced: (all) => all.inlayHintProvider },
  { feature: 'Semantic tokens', serves: 'colours by meaning', announced: (all) => all.semanticTokensProvider },
  { feature: 'Semantic tokens, delta', serves: 'only what changed', announced: (all) => typeof all.semanticTokensProvider?.full === 'object' && all.semanticTokensProvider.full.delta },
  { feature: 'Semantic tokens, range', serves: 'only what is seen', announced: (all) => all.semanticTokensProvider?.range },
  { feature: 'Folding', serves: 'bodies, comments', announced: (all) => all.foldingRangeProvider },
  { feature: 'Selection ranges', serves: 'word, property, declaration', announced: (all) => all.selectionRangeProvider },
  { feature: 'Document links', serves: '`link`, e-mail addresses', announced: (all) => all.documentLinkProvider },
  { feature: 'Formatting', serves: 'the one layout', announced: (all) => all.documentFormattingProvider },
  { feature: 'Range formatting', serves: 'of what is selected', announced: (all) => all.documentRangeFormattingProvider },
  { feature: 'On-type formatting', serves: 'on a closing brace and on Enter', announced: (all) => all.documentOnTypeFormattingProvider },
  { feature: 'Diagnostics, pulled', serves: 'findings of a document, fresh when asked for', announced: (all) => all.diagnosticProvider },
  { feature: 'Diagnostics, of the workspace', serves: 'findings of files that are not open', announced: (all) => all.diagnosticProvider?.workspaceDiagnostics },
  { feature: 'Incremental sync', serves: 'an edit sends what changed', announced: (all) => syncKind(all) === 2 },
  { feature: 'Several folders', serves: 'each strategy by itself', announced: (all) => all.workspace?.workspaceFolders?.supported },
  { feature: 'File renames', serves: 'nothing in a strategy names a file', announced: (all) => all.workspace?.fileOperations },
  { feature: 'Commands', serves: 'the editor has them, the server needs none', announced: (all) => all.executeCommandProvider },
];

/** Capabilities that have no row of their own. */
const APART: ReadonlySet<string> = new Set(['positionEncoding', 'textDocumentSync', 'workspace']);

function syncKind({ textDocumentSync: sync }: ServerCapabilities): number | undefined {
  return typeof sync === 'object' ? sync.change : sync;
}

const FOLDER = join(import.meta.dirname, 'capabilities');

function rivals(): readonly Rival[] {
  const read = (name: string): Rival => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Rival;
  return readdirSync(FOLDER).sort().map(read);
}

/** Throws where the server announces something that has no row. */
export function featureFiles(): Generated {
  const ours = serverCapabilities(true);
  for (const [key, value] of Object.entries(ours) as readonly [string, unknown][]) {
    if (!APART.has(key) && !ROWS.some(({ announced }) => Boolean(announced({ [key]: value })))) throw new Error(`.ci/generate-features.ts has no row for ${key}`);
  }
  const others = rivals();
  const mark = (row: Row, capabilities: ServerCapabilities): string => (row.announced(capabilities) ? 'yes' : '');
  const table = [
    ['feature', 'in a strategy', 'Throughline', ...others.map(({ name }) => name)],
    ['---', '---', ...Array.from({ length: others.length + 1 }, () => ':---:')],
    ...ROWS.map((row) => [row.feature, row.serves, mark(row, ours), ...others.map(({ capabilities }) => mark(row, capabilities))]),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const sources = others.map(({ name, version, source }) => `- ${name} ${version}: ${source}.`);
  const text = `# What the language server can do

Generated from what the server announces when an editor connects, and from what four others announce. An announcement says that a
server answers a request, not how well; and it does not show what needs none, as findings that are pushed.

${table.join('\n')}

Where the others' columns come from:

${sources.join('\n')}

Beyond the protocol, the VS Code extension has commands of its own, previews and reviews; how to set up other editors stands in
[editors.md](editors.md).
`;
  return { files: new Map([['docs/features.md', text]]), owned: [] };
}
