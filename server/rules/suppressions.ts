/** `// throughline-ignore RULE, …: reason` and `// throughline-ignore-file …` (language.md section 4). */

import type { LineIndex } from '../../grammar/positions.ts';
import type { Chunk, Comment, Span, SyntaxTree } from '../../grammar/tree.ts';
import type { Entity, Origin, SourceFile, Strategy } from '../model/strategy.ts';
import type { RuleFinding } from './engine.ts';
import { ruleNamed } from './index.ts';
import { linesOf } from './lines.ts';
import type { Place } from './rule.ts';
import type { Settings } from './settings.ts';
import type { Subjects } from './subjects.ts';

/** A rule's word in a suppression. */
export interface SuppressedRule {
  readonly code: string;
  readonly place: Place;
}

/** Where a suppression silences: lines count from 0. `nowhere`: one for the whole file that stands below its first declaration. */
export type Reach =
  | { readonly type: 'lines'; readonly lines: readonly number[] }
  | { readonly type: 'file' }
  | { readonly type: 'nowhere' };

export interface Suppression {
  /** On the comment. */
  readonly place: Place;
  readonly rules: readonly SuppressedRule[];
  readonly reason: string | null;
  /** Text after the rules where a colon and the reason should stand; null without. */
  readonly stray: Place | null;
  readonly reach: Reach;
  /** True where nothing but the comment stands on its line. */
  readonly alone: boolean;
}

/** A suppression and what became of it. */
export interface AppliedSuppression extends Suppression {
  /** The rules it names of which it silenced a finding. */
  readonly used: ReadonlySet<string>;
  /** The rules it names that do not run. */
  readonly off: ReadonlySet<string>;
  /** What stands where it silences. */
  readonly subjects: () => readonly Entity[];
}

/** Rules of this group tell of suppressions and cannot be silenced by one. */
export function canBeSilenced(code: string): boolean {
  const rule = ruleNamed(code);
  return rule !== undefined && rule.group !== 'suppressions';
}

/** Takes out what a suppression silences. `silenced` holds the rest of the findings. */
export function applySuppressions(
  strategy: Strategy, findings: readonly RuleFinding[], settings: Settings, subjects: Subjects,
): { readonly kept: readonly RuleFinding[]; readonly silenced: readonly RuleFinding[]; readonly suppressions: readonly AppliedSuppression[] } {
  const nets = new Map<SourceFile, Net>();
  const suppressions: AppliedSuppression[] = [];
  for (const file of strategy.files) {
    if (file.tree === null) continue;
    const found = suppressionsOf(file, file.tree);
    if (found.length === 0) continue;
    const net = new Net(file.tree);
    nets.set(file, net);
    for (const suppression of found) {
      const used = net.add(suppression);
      const off = new Set(suppression.rules.map(({ code }) => code).filter((code) => settings.rules.get(code)?.severity === 'off'));
      suppressions.push({ ...suppression, used, off, subjects: () => subjectsOf(suppression, subjects) });
    }
  }
  const kept: RuleFinding[] = [];
  const silenced: RuleFinding[] = [];
  for (const finding of findings) {
    const isSilenced = nets.get(finding.place.origin.file)?.silences(finding) ?? false;
    (isSilenced ? silenced : kept).push(finding);
  }
  return { kept, silenced, suppressions };
}

/** The suppressions of one file, by rule and line, with the rules that each was used for. */
class Net {
  readonly #lines: LineIndex;
  readonly #byKey = new Map<string, { readonly code: string; readonly used: Set<string> }[]>();

  constructor(tree: SyntaxTree) {
    this.#lines = linesOf(tree);
  }

  /** The set that fills with the rules of which the suppression silences something. */
  add(suppression: Suppression): ReadonlySet<string> {
    const used = new Set<string>();
    for (const { code } of suppression.rules) {
      if (!canBeSilenced(code)) continue;
      for (const key of keysOf(suppression.reach, code)) {
        const entries = this.#byKey.get(key);
        if (entries === undefined) this.#byKey.set(key, [{ code, used }]);
        else entries.push({ code, used });
      }
    }
    return used;
  }

  silences({ rule, place }: RuleFinding): boolean {
    const { line } = this.#lines.positionAt(place.origin.chunk.start + place.span.start);
    const entries = [...this.#byKey.get(`${line} ${rule.code}`) ?? [], ...this.#byKey.get(`file ${rule.code}`) ?? []];
    for (const { code, used } of entries) used.add(code);
    return entries.length > 0;
  }
}

function keysOf(reach: Reach, code: string): readonly string[] {
  switch (reach.type) {
    case 'lines': return reach.lines.map((line) => `${line} ${code}`);
    case 'file': return [`file ${code}`];
    case 'nowhere': return [];
  }
}

/** The declarations on the lines that it silences (the innermost, and those that begin there), or all of the file. */
function subjectsOf({ place, reach }: Suppression, subjects: Subjects): readonly Entity[] {
  const { file } = place.origin;
  if (reach.type === 'file') return subjects.inFile(file);
  if (reach.type === 'nowhere' || file.tree === null) return [];
  const lines = linesOf(file.tree);
  return reach.lines.flatMap((line) => {
    const start = lines.offsetAt({ line, character: 0 });
    return subjects.inRange(file, { start, end: lines.offsetAt({ line: line + 1, character: 0 }) });
  });
}

/** A suppression as its comment says it; places count in the chunk. */
interface Written {
  readonly comment: Comment;
  readonly wholeFile: boolean;
  readonly rules: readonly (Span & { readonly code: string })[];
  readonly reason: string | null;
  readonly stray: Span | null;
}

const writtenByChunk = new WeakMap<Chunk, readonly Written[]>();

function writtenIn(chunk: Chunk): readonly Written[] {
  let written = writtenByChunk.get(chunk);
  if (written === undefined) {
    written = chunk.comments.flatMap((comment) => readComment(chunk, comment) ?? []);
    writtenByChunk.set(chunk, written);
  }
  return written;
}

const BEGINNING = /^\/\/[^\S\r\n]*throughline-ignore(-file)?(?=$|[\s:,])/;

function readComment(chunk: Chunk, comment: Comment): Written | null {
  const text = chunk.text.slice(comment.start, comment.end);
  const beginning = BEGINNING.exec(text);
  if (beginning === null) return null;
  const rules: (Span & { code: string })[] = [];
  // Rules stand after commas; one after a mere space counts where it is one, so that a forgotten comma does no harm.
  const word = /[\s,]*([^\s,:]+)/y;
  word.lastIndex = beginning[0].length;
  let end = word.lastIndex;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    const code = match[1] ?? '';
    const afterComma = match[0].includes(',');
    if (rules.length > 0 && !afterComma && ruleNamed(code) === undefined) break;
    end = word.lastIndex;
    rules.push({ code, start: comment.start + end - code.length, end: comment.start + end });
  }
  const rest = text.slice(end);
  const colon = rest.indexOf(':');
  const reason = colon === -1 ? '' : rest.slice(colon + 1).trim();
  const beforeColon = colon === -1 ? rest : rest.slice(0, colon);
  const stray = beforeColon.replace(/^[\s,]+/, '').trimEnd();
  const strayStart = comment.start + end + beforeColon.length - beforeColon.replace(/^[\s,]+/, '').length;
  return {
    comment, rules, wholeFile: beginning[1] !== undefined,
    reason: reason === '' ? null : reason,
    stray: stray === '' ? null : { start: strayStart, end: strayStart + stray.length },
  };
}

/** Every suppression of a file, in the order written. */
export function suppressionsOf(file: SourceFile, tree: SyntaxTree): readonly Suppression[] {
  if (!tree.chunks.some(({ chunk }) => writtenIn(chunk).length > 0)) return [];
  const firstDeclaration = tree.chunks.flatMap(({ start, chunk }) => {
    const [declaration] = chunk.declarations;
    return declaration === undefined ? [] : [start + declaration.word.start];
  })[0] ?? Infinity;
  const nextLine = nextLines(tree);
  return tree.chunks.flatMap((placed) => {
    const origin: Origin = { file, chunk: placed };
    const at = ({ start, end }: Span): Place => ({ origin, span: { start, end } });
    return writtenIn(placed.chunk).map(({ comment, wholeFile, rules, reason, stray }): Suppression => ({
      place: at(comment),
      rules: rules.map(({ code, start, end }) => ({ code, place: at({ start, end }) })),
      reason,
      stray: stray === null ? null : at(stray),
      alone: comment.alone,
      reach: wholeFile
        ? { type: placed.start + comment.start < firstDeclaration ? 'file' : 'nowhere' }
        : { type: 'lines', lines: nextLine(placed.start + comment.start, comment.alone) },
    }));
  });
}

/**
 * The lines that a comment at an offset reaches: its own and, where it stands alone, the next that is neither empty
 * nor a comment. Blocks of comments are walked once, from below, so that the whole stays linear.
 */
function nextLines(tree: SyntaxTree): (offset: number, alone: boolean) => readonly number[] {
  const lines = linesOf(tree);
  const next = new Map<number, number | null>();
  let below: { readonly line: number; readonly next: number | null } | null = null;
  const alone = tree.chunks.flatMap(({ start, chunk }) => chunk.comments.filter((comment) => comment.alone).map((comment) => start + comment.start));
  for (const offset of alone.reverse()) {
    const { line } = lines.positionAt(offset);
    const found: number | null = firstCodeLine(tree.text, lines, line + 1, below);
    next.set(line, found);
    below = { line, next: found };
  }
  return (offset, isAlone) => {
    const { line } = lines.positionAt(offset);
    const target = isAlone ? next.get(line) ?? null : null;
    return target === null ? [line] : [line, target];
  };
}

function firstCodeLine(
  text: string, lines: LineIndex, from: number, below: { readonly line: number; readonly next: number | null } | null,
): number | null {
  const blankOrComment = /\s*(?:$|\/\/)/y;
  for (let line = from; ; line++) {
    if (below !== null && line === below.line) return below.next;
    const start = lines.offsetAt({ line, character: 0 });
    if (start >= text.length) return null;
    const end = lines.offsetAt({ line: line + 1, character: 0 });
    blankOrComment.lastIndex = 0;
    if (!blankOrComment.test(text.slice(start, end))) return line;
  }
}
