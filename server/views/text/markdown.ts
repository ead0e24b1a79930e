/** Pieces of Markdown that hold texts of a strategy. */

import { escapeMarkdown } from '../../model/markdown.ts';
import { shown } from '../../model/shown.ts';

/** Plain text on one line: nothing in it is read as Markdown or HTML, controls are shown. */
export function plain(text: string): string {
  return escapeMarkdown(shown(text.replace(/\s+/g, ' ').trim()));
}

/** A table of cells that are Markdown already; nothing without rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Paragraphs with a line between; empty ones are left out. */
export function paragraphs(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Titles, plain, with commas. */
export function titles(things: readonly { readonly title: string }[]): string {
  return things.map(({ title }) => plain(title)).join(', ');
}
