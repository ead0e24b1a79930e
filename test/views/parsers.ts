/** What others read: real parsers of the formats that views are written in. Each throws where the text is none. */

import { parse as parseDot } from '@ts-graphviz/ast';
import { parse as parseCsv } from 'csv-parse/sync';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';

/** The type of a Mermaid diagram. Mermaid cleans labels with DOMPurify, which wants a browser; what it parses needs none. */
export async function mermaidType(text: string): Promise<string> {
  const { default: purify } = await import('dompurify');
  Object.assign(purify, { addHook: () => undefined, sanitize: (html: string) => html });
  const { default: mermaid } = await import('mermaid');
  return (await mermaid.parse(text)).diagramType;
}

/** The number of statements of a graph in DOT. */
export function dotStatements(text: string): number {
  const { children } = parseDot(text);
  return children.flatMap((child) => (child.type === 'Graph' ? child.children : [])).length;
}

/** The rows of a CSV file, the header among them; every row has as many cells. */
export function csvRows(text: string): readonly (readonly string[])[] {
  return parseCsv(text, { bom: false, relax_column_count: false });
}

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of an HTML document, and its text without that of scripts and style sheets. */
export function htmlOf(text: string): { readonly elements: readonly HtmlElement[]; readonly text: string } {
  const elements: HtmlElement[] = [];
  const texts: string[] = [];
  const open: DefaultTreeAdapterMap['node'][] = [parse(text)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) texts.push(node.value);
    if (defaultTreeAdapter.isElementNode(node)) {
      elements.push({ name: node.tagName, attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])) });
      if (node.tagName === 'script' || node.tagName === 'style') continue;
    }
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return { elements, text: texts.join(' ') };
}
