/** Merging in tests: a base, and what each side makes of it. */

import assert from 'node:assert/strict';
import { parseFile } from '../../grammar/parse.ts';
import type { Declaration, Property } from '../../grammar/tree.ts';
import { mergeTexts } from '../../server/merge/merge.ts';

/** What a side makes of the base: texts in it are replaced. */
export type Edits = Readonly<Record<string, string>>;

export function edited(text: string, edits: Edits): string {
  let result = text;
  for (const [before, after] of Object.entries(edits)) {
    assert.ok(result.includes(before), `the base has no ${JSON.stringify(before)}`);
    result = result.replace(before, () => after);
  }
  return result;
}

/** The merged text; both sides must be free of syntax errors. */
export function merged(base: string, ours: string, theirs: string): { readonly text: string; readonly conflicts: number } {
  const result = mergeTexts(base, ours, theirs, { markerSize: 7 });
  assert.ok(result !== null, 'a version has syntax errors');
  return result;
}

const CONFLICT = /^<<<<<<< ours\n([\s\S]*?)^=======\n([\s\S]*?)^>>>>>>> theirs\n/gm;

/** The text with every conflict resolved in favour of one side. */
export function resolved(text: string, side: 'ours' | 'theirs'): string {
  return text.replaceAll(CONFLICT, side === 'ours' ? '$1' : '$2');
}

export function syntaxProblems(text: string): readonly string[] {
  const tree = parseFile(text);
  return [...tree.problems, ...tree.chunks.flatMap(({ chunk }) => chunk.problems)].map(({ message }) => message);
}

/** What a text declares, whatever the order and the layout. */
export function declared(text: string): unknown {
  return parseFile(text).chunks.flatMap(({ chunk }) => chunk.declarations.map((declaration) => facts(declaration, chunk.text))).sort();
}

function facts(declaration: Declaration, text: string): string {
  const written = ({ span }: Property): string => text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
  return JSON.stringify({
    kind: declaration.kind, name: declaration.name?.text, title: declaration.title?.value, documentation: declaration.documentation?.markdown,
    properties: declaration.properties.map(written).sort(), children: declaration.children.map((child) => facts(child, text)).sort(),
  });
}
