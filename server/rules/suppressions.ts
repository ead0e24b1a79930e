/** `// throughline-ignore RULE, …: reason` and `// throughline-ignore-file …` (language.md section 4). */

import type { LineIndex } from '../../grammar/positions.ts';
import type { Chunk, Comment, Span, SyntaxTree } from '../../grammar/tree.ts';
import type { Entity, Origin, SourceFile } from '../model/strategy.ts';
import type { RuleFinding } from './engine.ts';
import { ruleNamed } from './index.ts';
import { linesOf } from './lines.ts';
import type { FileGathering } from './overview.ts';
import type { AppliedSuppression, Place, Rule, SuppressedRule } from './rule.ts';
import type { Settings } from './settings.ts';
import type { Subjects } from './subjects.ts';

/** Where a suppression silences: lines count from 0. `nowhere`: one for the whole file that stands below its first declaration. */
export type Reach =
  | { readonly type: 'lines'; readonly lines: readonly number[] }
  | { readonly type: 'file' }
  | { readonly type: 'nowhere' };

/** A suppression as it is written. */
export interface Suppression extends Pick<AppliedSuppression, 'place' | 'reason' | 'stray' | 'alone' | 'scope'> {
  readonly rules: readonly Pick<SuppressedRule, 'code' | 'place'>[];
  readonly reach: Reach;
}

/** What became of findings and of the suppressions that silence them. */
export interface Silencing {
  readonly kept: readonly RuleFinding[];
  readonly silenced: readonly RuleFinding[];
  readonly suppressions: readonly AppliedSuppression[];
}

/** Parts what the suppressions of a file silence from the rest of its findings. */
export function applySuppressions(file: SourceFile, findings: readonly RuleFinding[], settings: Settings, subjects: Subjects): Silencing {
  const written = file.tree === null ? [] : suppressionsOf(file, file.tree);
  if (file.tree === null || written.length === 0) return { kept: findings, silenced: [], suppressions: [] };
  const net = new Net(file.tree, written);
  const kept: RuleFinding[] = [];
  const silenced: RuleFinding[] = [];
  for (const finding of findings) (net.silences(finding) ? silenced : kept).push(finding);
  return { kept, silenced, suppressions: net.applied(settings, subjects) };
}

/** Whether any suppression stands in a file. */
export function hasSuppressions({ tree }: SourceFile): boolean {
  return tree?.chunks.some(({ chunk: { text, comments } }) => comments.some(({ start, end }) => BEGINNING.test(text.slice(start, end)))) ?? false;
}

/** The files in which suppressions stand. */
export const suppressingFiles: FileGathering<SourceFile> = { ofFile: (file) => (hasSuppressions(file) ? [file] : []) };

/** The rule of that name, where a suppression can silence it: those on suppressions it cannot. */
function silenceable(code: string): Rule | null {
  const rule = ruleNamed(code);
  return rule === undefined || rule.group === 'suppressions' ? null : rule;
}

/** The suppressions of one file, by rule and line, with the rules that each was used for. */
class Net {
  readonly #lines: LineIndex;
  readonly #written: readonly { readonly suppression: Suppression; readonly used: Set<string> }[];
  /** The sets to note a rule in, by where a finding of it stands. */
  readonly #users = new Map<string, Set<string>[]>();

  constructor(tree: SyntaxTree, suppressions: readonly Suppression[]) {
    this.#lines = linesOf(tree);
    this.#written = suppressions.map((suppression) => ({ suppression, used: new Set<string>() }));
    for (const { suppression, used } of this.#written) {
      for (const { code } of suppression.rules) {
        if (silenceable(code) === null) continue;
        for (const key of keysOf(suppression.reach, code)) {
          const users = this.#users.get(key);
          if (users === undefined) this.#users.set(key, [used]);
          else users.push(used);
        }
      }
    }
  }

  silences({ rule: { code }, place }: RuleFinding): boolean {
    const { line } = this.#lines.positionAt(place.origin.chunk.start + place.span.start);
    const users = [...this.#users.get(`${line} ${code}`) ?? [], ...this.#users.get(`file ${code}`) ?? []];
    for (const used of users) used.add(code);
    return users.length > 0;
  }

  /** What became of each, once every finding was held against them. */
  applied(settings: Settings, subjects: Subjects): readonly AppliedSuppression[] {
    return this.#written.map(({ suppression, used }) => {
      const { place, reason, stray, alone, scope, reach } = suppression;
      const rules = suppression.rules.map(({ code, place: word }): SuppressedRule => ({
        code, place: word, rule: silenceable(code), off: settings.rules.get(code)?.severity === 'off', used: used.has(code),
      }));
      return { place, rules, reason, stray, alone, scope, tooLow: reach.type === 'nowhere', subjects: () => subjectsOf(suppression, subjects) };
    });
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
  if (!hasSuppressions(file)) return [];
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
      scope: wholeFile ? 'file' : 'line',
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
