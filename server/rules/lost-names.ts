/**
 * Names that mean nothing because of a syntax error: what would declare them could not be read. Of such a name the
 * syntax error is the one finding (language.md section 6, one mistake).
 */

import { isSpace } from '../../grammar/characters.ts';
import type { Chunk, SyntaxProblem } from '../../grammar/tree.ts';
import { targetKinds } from '../model/references.ts';
import type { EntityKind, Link } from '../model/strategy.ts';
import type { FileGathering, Gathering, Overview } from './overview.ts';

const NAMED_KINDS: ReadonlySet<EntityKind> = new Set(['period', 'team', 'person', 'metric', 'goal', 'objective', 'initiative']);
const FIRST_WORDS = /[_\p{XID_Start}][\p{XID_Continue}-]{0,99}/gu;
/** A line is looked at no further: a declaration's word and name stand at its beginning. */
const LOOKED_AT = 200;

/** The first two words of each line that begins with what could not be read: `te growth "Growth"`, `growth "Growth"`. */
export const unreadWords: FileGathering<string> = {
  ofFile: ({ tree }) => (tree === null ? NONE : tree.chunks.flatMap(({ chunk }) => (chunk.problems.length === 0 ? NONE : wordsOfUnreadLines(chunk)))),
};

/** The kinds of declarations that have no name, each as often as there are some. */
export const namelessDeclarations: Gathering<EntityKind> = {
  of: ({ kind, declaration }) => (declaration.name === null && NAMED_KINDS.has(kind) ? [kind] : NONE),
};

const NONE: readonly never[] = [];

/** The links without those that follow from a syntax error. */
export function withoutLost(overview: Overview, links: readonly Link[]): readonly Link[] {
  if (links.length === 0 || !overview.strategy.hasSyntaxErrors) return links;
  const unread = new Set([...overview.gatheredFromFiles(unreadWords).values()].flat());
  const left = links.filter((link) => !unread.has(link.reference.head) && !followsGap(link));
  const nameless = countEach([...overview.gathered(namelessDeclarations).values()].flat());
  if (nameless.size === 0) return left;
  const wanted = namesWanted(left);
  return left.filter((link) => !targetKinds(link.kind, link.from.kind).some((kind) => (wanted.get(kind)?.size ?? 0) <= (nameless.get(kind) ?? 0)));
}

function wordsOfUnreadLines(chunk: Chunk): readonly string[] {
  return chunk.problems.filter((problem) => beginsItsLine(chunk, problem)).flatMap(({ span }) => {
    const line = chunk.text.slice(span.start, span.start + LOOKED_AT).split(/[\r\n"]/, 1)[0] ?? '';
    return (line.match(FIRST_WORDS) ?? []).slice(0, 2).map((word) => word.normalize('NFC'));
  });
}

function beginsItsLine({ text }: Chunk, { span: { start, end } }: SyntaxProblem): boolean {
  let before = start - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before -= 1;
  return start < end && (before < 0 || text[before] === '\n' || text[before] === '\r');
}

/** Where something is missing in a chunk. */
const gaps = new WeakMap<Chunk, ReadonlySet<number>>();

/** Something is missing directly before the name, such as a comma: it may be no element of that list at all. */
function followsGap({ from: { origin }, reference }: Link): boolean {
  const { chunk } = origin.chunk;
  if (chunk.problems.length === 0) return false;
  const gapsHere = gaps.get(chunk) ?? new Set(chunk.problems.filter(({ span }) => span.start === span.end).map(({ span }) => span.end));
  gaps.set(chunk, gapsHere);
  let before = reference.start;
  while (before > 0 && isSpace(chunk.text.charCodeAt(before - 1))) before -= 1;
  return gapsHere.has(before);
}

function countEach<T>(things: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

/** The names that each kind of thing could bear, had it one. */
function namesWanted(links: readonly Link[]): ReadonlyMap<EntityKind, ReadonlySet<string>> {
  const wanted = new Map<EntityKind, Set<string>>();
  for (const { kind, from, reference } of links) {
    for (const target of targetKinds(kind, from.kind)) {
      const names = wanted.get(target) ?? new Set();
      wanted.set(target, names.add(reference.text));
    }
  }
  return wanted;
}
