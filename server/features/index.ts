/** All that the server can do with a document: a new feature is a file of its own and a line here. */

import { CodeActionKind } from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './call-hierarchy.ts';
import { codeActions, resolveCodeAction } from './code-actions.ts';
import { codeLens } from './code-lens.ts';
import { resolveCompletion } from './completion-resolve.ts';
import { completion } from './completion.ts';
import { declaration } from './declaration.ts';
import { definition } from './definition.ts';
import { documentHighlight } from './document-highlight.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import { feature, type AnyFeature } from './feature.ts';
import { fixAllKind } from './fix-all.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { implementation } from './implementation.ts';
import { inlayHints } from './inlay-hints.ts';
import { linkedEditing } from './linked-editing.ts';
import { onTypeFormatting } from './on-type-formatting.ts';
import { references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { selectionRanges } from './selection-ranges.ts';
import { legend, semanticTokens, semanticTokensDelta, semanticTokensRange } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
import { typeDefinition } from './type-definition.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from './type-hierarchy.ts';

export const features: readonly AnyFeature[] = [
  feature({ method: 'textDocument/hover', capabilities: { hoverProvider: true }, reads: 'strategy', run: hover }),
  feature({ method: 'textDocument/definition', capabilities: { definitionProvider: true }, reads: 'strategy', run: definition }),
  feature({ method: 'textDocument/declaration', capabilities: { declarationProvider: true }, reads: 'strategy', run: declaration }),
  feature({ method: 'textDocument/implementation', capabilities: { implementationProvider: true }, reads: 'strategy', run: implementation }),
  feature({ method: 'textDocument/typeDefinition', capabilities: { typeDefinitionProvider: true }, reads: 'strategy', run: typeDefinition }),
  feature({ method: 'textDocument/references', capabilities: { referencesProvider: true }, reads: 'strategy', run: references }),
  feature({
    method: 'textDocument/documentHighlight', capabilities: { documentHighlightProvider: true }, reads: 'strategy', run: documentHighlight,
  }),
  feature({ method: 'textDocument/prepareCallHierarchy', capabilities: { callHierarchyProvider: true }, reads: 'strategy', run: prepareCallHierarchy }),
  feature({ method: 'callHierarchy/incomingCalls', capabilities: {}, reads: 'strategy', run: incomingCalls }),
  feature({ method: 'callHierarchy/outgoingCalls', capabilities: {}, reads: 'strategy', run: outgoingCalls }),
  feature({ method: 'textDocument/prepareTypeHierarchy', capabilities: { typeHierarchyProvider: true }, reads: 'strategy', run: prepareTypeHierarchy }),
  feature({ method: 'typeHierarchy/supertypes', capabilities: {}, reads: 'strategy', run: supertypes }),
  feature({ method: 'typeHierarchy/subtypes', capabilities: {}, reads: 'strategy', run: subtypes }),
  feature({
    method: 'textDocument/codeAction', reads: 'strategy', settings: true, run: codeActions,
    capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind], resolveProvider: true } },
  }),
  feature({ method: 'codeAction/resolve', capabilities: {}, reads: 'strategy', settings: true, run: resolveCodeAction }),
  feature({
    method: 'textDocument/completion', reads: 'latest', run: completion,
    capabilities: { completionProvider: { triggerCharacters: [' ', ',', '.'], resolveProvider: true } },
  }),
  feature({ method: 'completionItem/resolve', capabilities: {}, reads: 'latest', run: resolveCompletion }),
  feature({ method: 'textDocument/documentSymbol', capabilities: { documentSymbolProvider: true }, reads: 'document', run: documentSymbols }),
  feature({ method: 'textDocument/documentLink', capabilities: { documentLinkProvider: {} }, reads: 'document', run: documentLinks }),
  feature({ method: 'textDocument/selectionRange', capabilities: { selectionRangeProvider: true }, reads: 'document', run: selectionRanges }),
  feature({
    method: 'textDocument/semanticTokens/full', reads: 'latest', run: semanticTokens,
    capabilities: { semanticTokensProvider: { legend, full: { delta: true }, range: true } },
  }),
  feature({ method: 'textDocument/semanticTokens/full/delta', capabilities: {}, reads: 'latest', run: semanticTokensDelta }),
  feature({ method: 'textDocument/semanticTokens/range', capabilities: {}, reads: 'latest', run: semanticTokensRange }),
  feature({
    method: 'textDocument/inlayHint', capabilities: { inlayHintProvider: true }, reads: 'strategy', optional: 'inlayHints', run: inlayHints,
  }),
  feature({ method: 'textDocument/codeLens', capabilities: { codeLensProvider: {} }, reads: 'strategy', optional: 'codeLens', run: codeLens }),
  feature({ method: 'textDocument/rename', capabilities: { renameProvider: { prepareProvider: true } }, reads: 'strategy', run: rename }),
  feature({ method: 'textDocument/prepareRename', capabilities: {}, reads: 'strategy', run: prepareRename }),
  feature({ method: 'textDocument/foldingRange', capabilities: { foldingRangeProvider: true }, reads: 'document', run: folding }),
  feature({ method: 'textDocument/formatting', capabilities: { documentFormattingProvider: true }, reads: 'document', run: formatting }),
  feature({
    method: 'textDocument/linkedEditingRange', capabilities: { linkedEditingRangeProvider: true }, reads: 'strategy', run: linkedEditing,
  }),
  feature({
    method: 'textDocument/signatureHelp', reads: 'document', run: signatureHelp,
    capabilities: { signatureHelpProvider: { triggerCharacters: [' '] } },
  }),
  feature({
    method: 'textDocument/onTypeFormatting', reads: 'document', run: onTypeFormatting,
    capabilities: { documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] } },
  }),
  feature({ method: 'textDocument/rangeFormatting', capabilities: { documentRangeFormattingProvider: true }, reads: 'document', run: formatting }),
];
