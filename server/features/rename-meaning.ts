/** Whether everything means after a renaming what it meant before: names are looked up anew, as the model does it. */

import { parseFile } from '../../grammar/parse.ts';
import type { SyntaxTree } from '../../grammar/tree.ts';
import { declare } from '../model/declare.ts';
import { label } from '../model/naming.ts';
import { resolveLinks } from '../model/references.ts';
import type { Entity, Link, SourceFile, Strategy } from '../model/strategy.ts';
import { locate } from '../rules/diagnostics.ts';
import type { Place } from '../rules/rule.ts';

/** The reason why these places must not become `name`; null where they may. */
export function changedMeaning(strategy: Strategy, places: readonly Place[], name: string): string | null {
  const changed = new Map<SourceFile, SyntaxTree>();
  for (const [file, inFile] of byFile(places)) {
    const { tree } = file;
    if (tree === null) continue;
    const next = parseFile(replaced(tree.text, inFile, name), tree);
    if (problems(next) !== problems(tree)) return `'${name}' would be read as something else in ${file.path}. Choose another name.`;
    changed.set(file, next);
  }
  const declared = declare(strategy.files.map((file) => ({ path: file.path, tree: changed.get(file) ?? file.tree })));
  resolveLinks(declared);
  return difference(strategy.entities, declared.entities, name);
}

function byFile(places: readonly Place[]): ReadonlyMap<SourceFile, readonly Place[]> {
  const files = new Map<SourceFile, Place[]>();
  for (const place of places) {
    const inFile = files.get(place.origin.file);
    if (inFile === undefined) files.set(place.origin.file, [place]);
    else inFile.push(place);
  }
  return files;
}

function replaced(text: string, places: readonly Place[], name: string): string {
  const parts: string[] = [];
  let end = 0;
  const spans = places.map(({ origin, span }) => ({ start: origin.chunk.start + span.start, end: origin.chunk.start + span.end }));
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(end, span.start), name);
    ({ end } = span);
  }
  return parts.join('') + text.slice(end);
}

function problems({ chunks, problems: whole }: SyntaxTree): number {
  return chunks.reduce((count, { chunk }) => count + chunk.problems.length, whole.length);
}

/** Both lists are by file and place, so that the same thing stands at the same index. */
function difference(before: readonly Entity[], after: readonly Entity[], name: string): string | null {
  const elsewhere = `'${name}' would be read as something else. Choose another name.`;
  if (before.length !== after.length) return elsewhere;
  const was = new Map(after.map((entity, index) => [entity, before[index]]));
  for (const [index, entity] of before.entries()) {
    const next = after[index];
    if (next?.kind !== entity.kind || next.links.length !== entity.links.length) return elsewhere;
    for (const [nth, link] of entity.links.entries()) {
      const linkNow = next.links[nth];
      if (linkNow === undefined) return elsewhere;
      const meant = meaning(linkNow);
      const means = meant === null ? null : was.get(meant) ?? null;
      if (linkNow.kind !== link.kind || means !== meaning(link)) return told(link, means, name);
    }
  }
  return null;
}

/** What bears the name, whether or not it may stand there. */
function meaning({ target, bearer }: Link): Entity | null {
  return target ?? bearer;
}

function told(link: Link, means: Entity | null, name: string): string {
  const { file, range } = locate({ origin: link.from.origin, span: link.reference });
  const place = `'${link.reference.text}' in ${file}, line ${range.start.line + 1},`;
  const before = meaning(link);
  const instead = before === null ? 'which means nothing now' : `instead of ${label(before)}`;
  if (means === null) return `With the name '${name}', ${place} would mean nothing any more. Choose another name.`;
  return `With the name '${name}', ${place} would mean ${label(means)} ${instead}. Choose another name.`;
}
