/** Whole declarations to complete, with places to fill in: those that may stand where the cursor is. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { formatDay } from '../../grammar/calendar.ts';
import snippets from '../../grammar/snippets.json' with { type: 'json' };
import type { DeclarationKind } from '../../grammar/tree.ts';
import { declarationWord, propertyWord, TOP_WORDS } from '../../grammar/vocabulary.ts';
import type { Suggestion } from './completion.ts';
import type { Snapshot } from './snapshot.ts';
import { page } from './word-card.ts';

interface Template {
  readonly title: string;
  /** The declaration's or property's word that it begins with. */
  readonly word: string;
  readonly filter: string;
  readonly description: string;
  readonly body: string;
}

const TEMPLATES: readonly Template[] = Object.entries(snippets).map(([title, { prefix, description, body }]) => {
  const text = body.join('\n').replaceAll('\t', '  ');
  return { title, description, body: text, word: /^\w+/.exec(text)?.[0] ?? '', filter: [prefix].flat().join(' ') };
});

/** Those that may stand in the body of a kind; null is the top of a file. None for a client that cannot fill them in, or has them itself. */
export function snippetItems({ analysis, client }: Snapshot, body: DeclarationKind | null): readonly Suggestion[] {
  if (!client.snippets || client.ownSnippets || analysis === null) return [];
  const [year = '', month = '', day = ''] = formatDay(analysis.asOf).split('-');
  return TEMPLATES.filter(({ word }) => mayStand(word, body)).map(({ title, filter, description, body: template }) => {
    const snippet = template.replaceAll('$CURRENT_YEAR', year).replaceAll('$CURRENT_MONTH', month).replaceAll('$CURRENT_DATE', day);
    return { label: title, kind: CompletionItemKind.Snippet, filter, snippet, documentation: page(description, filledIn(snippet)) };
  });
}

function mayStand(word: string, body: DeclarationKind | null): boolean {
  if (body === null) return TOP_WORDS.has(word);
  return declarationWord(body).children.some((child) => child === word) || (word !== 'period' && propertyWord(body, word) !== undefined && isLine(word));
}

/** Properties of which a whole line is a template. */
function isLine(word: string): boolean {
  return word === 'checkin' || word === 'evidence';
}

/** A snippet as it reads once every place has its first proposal. */
export function filledIn(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\(.)/g, '$1')
    .trimEnd();
}

/** Text that stands in a snippet as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
