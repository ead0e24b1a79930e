/** Links of a file: what stands after `link`, and e-mail addresses. */

import type { DocumentLink } from 'vscode-languageserver-types';
import type { Declaration, PlacedChunk, SyntaxTree, Text } from '../../grammar/tree.ts';
import { rangeOf } from './places.ts';
import type { Cancellation, Snapshot } from './snapshot.ts';

/** In the order written. Only `https:`, `http:` and `mailto:` lead anywhere. */
export function documentLinks({ document: { tree } }: Snapshot, _params: unknown, token: Cancellation): DocumentLink[] {
  return tree.chunks.flatMap((chunk) => (
    token.isCancellationRequested ? [] : chunk.chunk.declarations.flatMap((declaration) => linksIn(tree, chunk, declaration))
  ));
}

function linksIn(tree: SyntaxTree, chunk: PlacedChunk, { properties, children }: Declaration): DocumentLink[] {
  const own = properties.flatMap((property): DocumentLink[] => {
    if ((property.name !== 'link' && property.name !== 'email') || property.value === null) return [];
    const target = property.name === 'link' ? address(property.value.value) : mailbox(property.value.value);
    return target === null ? [] : [{ range: rangeOf(tree, inner(chunk, property.value), chunk.start), target }];
  });
  return [...own, ...children.flatMap((child) => linksIn(tree, chunk, child))];
}

const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

/** The address as a URI; null for what is none, and for schemes that must not open. */
function address(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return SCHEMES.has(protocol) ? href : null;
}

/** An e-mail address as a URI, which holds the address and nothing else; null for what is none. */
function mailbox(text: string): string | null {
  const [local = '', domain = '', ...rest] = text.trim().split('@');
  if (local === '' || domain === '' || rest.length > 0 || /\s/.test(text.trim())) return null;
  // Half a character is none.
  const encode = (part: string): string => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD'));
  return `mailto:${encode(local)}@${encode(domain)}`;
}

/** What stands between the quotes. */
function inner({ chunk: { text } }: PlacedChunk, { start, end, triple }: Text): { readonly start: number; readonly end: number } {
  const quotes = triple ? 3 : 1;
  const closed = text.slice(end - quotes, end) === '"'.repeat(quotes) && end - start >= 2 * quotes;
  return { start: start + quotes, end: closed ? end - quotes : end };
}
