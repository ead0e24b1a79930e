/** All that the server can do with a document: a new feature is a file of its own and a line here. */

import { CodeActionKind } from 'vscode-languageserver-types';
import { codeActions } from './code-actions.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentSymbols } from './document-symbols.ts';
import { feature, type AnyFeature } from './feature.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { references } from './references.ts';

export const features: readonly AnyFeature[] = [
  feature({ method: 'textDocument/hover', capabilities: { hoverProvider: true }, reads: 'strategy', run: hover }),
  feature({ method: 'textDocument/definition', capabilities: { definitionProvider: true }, reads: 'strategy', run: definition }),
  feature({ method: 'textDocument/references', capabilities: { referencesProvider: true }, reads: 'strategy', run: references }),
  feature({
    method: 'textDocument/codeAction', reads: 'strategy', settings: true, run: codeActions,
    capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  }),
  feature({
    method: 'textDocument/completion', reads: 'latest', run: completion,
    capabilities: { completionProvider: { triggerCharacters: [' ', ',', '.'] } },
  }),
  feature({ method: 'textDocument/documentSymbol', capabilities: { documentSymbolProvider: true }, reads: 'document', run: documentSymbols }),
  feature({ method: 'textDocument/foldingRange', capabilities: { foldingRangeProvider: true }, reads: 'document', run: folding }),
  feature({ method: 'textDocument/formatting', capabilities: { documentFormattingProvider: true }, reads: 'document', run: formatting }),
  feature({ method: 'textDocument/rangeFormatting', capabilities: { documentRangeFormattingProvider: true }, reads: 'document', run: formatting }),
];
