/**
 * Where a cursor stands while somebody types: in which body, after which words. Read from the text before the cursor
 * alone, since what is being typed is not a whole fact yet.
 */

import type { DeclarationKind, SyntaxTree } from '../../grammar/tree.ts';
import { declarationWord, DECLARATIONS, MEASURE_STARTS, propertyWord, TOP_WORDS } from '../../grammar/vocabulary.ts';
import { chunkAt } from './places.ts';

export interface Token {
  readonly type: 'word' | 'string' | 'comma' | 'value';
  readonly text: string;
}

/** A body around the cursor. */
export interface OpenBody {
  readonly kind: DeclarationKind;
  /** The declared name; null without one. */
  readonly name: string | null;
  /** The title as written, quotes included; null without one. */
  readonly title: string | null;
  /** The words that begin a fact in it, in the order written. */
  readonly written: readonly string[];
}

export interface CompletionContext {
  /** From the outermost in; none at the top of the file. */
  readonly bodies: readonly OpenBody[];
  /** The fact in which the cursor stands, without the word that is being typed; empty where a fact would begin. */
  readonly fact: readonly Token[];
  /** What of a word or an amount stands before the cursor: `self-serve.fir`, `$4.2`. */
  readonly prefix: string;
  /** What of it stands behind the cursor. */
  readonly suffix: string;
}

const TOKEN = /(?<space>\s+)|(?<comment>\/\/[^\r\n]*)|(?<string>"""[^]*?(?:"""|$)|"(?:\\.|[^"\\\r\n])*"?)|(?<open>\{)|(?<close>\})|(?<comma>,)|(?<word>[\p{XIDS}_][\p{XIDC}-]*(?:\.[\p{XIDS}_][\p{XIDC}-]*)?)|(?<value>[^\s{},"]+)/yu;
const SUFFIX = /[\p{XIDC}_.-]*/uy;
const PREFIX = /(?:[$€£¥]?[\p{XIDC}_][\p{XIDC}.-]*|[$€£¥])$/u;
/** A longer word than this nobody types. */
const LONGEST_PREFIX = 200;

/** What stands before the cursor; null inside a comment or a string, where nothing can be completed. */
export function completionContext(tree: SyntaxTree, offset: number): CompletionContext | null {
  const before = tree.text.slice(0, offset);
  const prefix = PREFIX.exec(before.slice(-LONGEST_PREFIX))?.[0] ?? '';
  const end = offset - prefix.length;
  const last = before.slice(0, end).trimEnd().length;
  const start = chunkAt(tree, Math.max(0, last - 1))?.start ?? 0;
  const reader = new FactReader();
  let newLine = true;
  TOKEN.lastIndex = start;
  while (TOKEN.lastIndex < offset) {
    const match = TOKEN.exec(before);
    if (match === null) break;
    const { space, comment, string, open, close, comma, word, value } = match.groups ?? {};
    const reached = match.index + match[0].length;
    if (match.index >= end && comment === undefined && string === undefined) break;
    if (space !== undefined) {
      newLine ||= /[\r\n]/.test(space);
      continue;
    }
    if (comment !== undefined) {
      if (reached >= offset) return null;
      continue;
    }
    if (string !== undefined) {
      if (reached > offset || (reached === offset && !endsString(string))) return null;
      reader.add({ type: 'string', text: string }, newLine);
    } else if (open !== undefined) reader.open();
    else if (close !== undefined) reader.close();
    else if (comma !== undefined) reader.add({ type: 'comma', text: comma }, newLine);
    else if (word !== undefined) reader.add({ type: 'word', text: word }, newLine);
    else if (value !== undefined) reader.add({ type: 'value', text: value }, newLine);
    newLine = false;
  }
  return {
    bodies: reader.bodies, fact: newLine ? reader.continued() : reader.fact, prefix,
    suffix: prefix === '' ? '' : suffixAt(tree.text, offset),
  };
}

function suffixAt(text: string, offset: number): string {
  SUFFIX.lastIndex = offset;
  return SUFFIX.exec(text)?.[0].replace(/\.+$/, '') ?? '';
}

function endsString(string: string): boolean {
  if (string.startsWith('"""')) return string.length >= 6 && string.endsWith('"""');
  return /^"(?:\\.|[^"\\])*"$/.test(string);
}

/** Takes tokens apart into facts and bodies, as the line-start rule has it. */
class FactReader {
  readonly bodies: (OpenBody & { readonly written: string[] })[] = [];
  fact: Token[] = [];

  add(token: Token, newLine: boolean): void {
    if (this.#begins(token, newLine)) this.fact = [];
    if (this.fact.length === 0 && token.type === 'word') this.bodies.at(-1)?.written.push(token.text);
    this.fact.push(token);
  }

  #begins(token: Token, newLine: boolean): boolean {
    if (token.type !== 'word') return false;
    if (newLine) return this.#isFactWord(token.text) || this.continued().length === 0;
    // In a body on one line: a property's word after something that is no word of the language.
    const last = this.fact.at(-1);
    return this.fact.length > 1 && last?.type !== 'comma' && this.bodies.length > 0 && this.#isProperty(token.text) && !this.#belongsToFact(token.text);
  }

  /** On its line a measure has its `now` and `by`, and a check-in its confidence. */
  #belongsToFact(word: string): boolean {
    const first = this.fact[0]?.text ?? '';
    if (word === 'confidence') return first === 'checkin';
    return (word === 'now' || word === 'by') && (first === 'metric' || MEASURE_STARTS.includes(first));
  }

  #isFactWord(word: string): boolean {
    const kind = this.bodies.at(-1)?.kind;
    if (kind === undefined) return TOP_WORDS.has(word);
    const { children, measureLine } = declarationWord(kind);
    if (measureLine && MEASURE_STARTS.includes(word)) return !this.#continuesMeasure(word);
    return children.some((child) => child === word) || this.#isProperty(word);
  }

  /** `to`, `up`, `down`, `times` after `from Q`, and what a measure has on its tail. */
  #continuesMeasure(word: string): boolean {
    const words = this.fact.filter(({ type }) => type === 'word').map(({ text }) => text);
    return ['to', 'up', 'down', 'times'].includes(word) && words.at(-1) === 'from';
  }

  #isProperty(word: string): boolean {
    const kind = this.bodies.at(-1)?.kind;
    return kind !== undefined && propertyWord(kind, word) !== undefined;
  }

  /** The fact as the next line finds it: over, unless a list goes on. */
  continued(): Token[] {
    return this.fact.at(-1)?.type === 'comma' ? this.fact : [];
  }

  open(): void {
    const [word, name] = this.fact;
    const declared = DECLARATIONS.find(({ kind }) => kind === word?.text);
    const title = this.fact.findIndex(({ type }) => type === 'string');
    // The measure of a kr may stand in its header.
    const header = declared?.header.measure === true && title !== -1 ? this.fact.slice(title + 1) : [];
    const written = header.filter(({ type }) => type === 'word').map(({ text }) => text);
    const bodyOf = { name: name?.type === 'word' ? name.text : null, title: this.fact[title]?.text ?? null, written };
    this.fact = [];
    if (declared !== undefined) this.bodies.push({ kind: declared.kind, ...bodyOf });
  }

  close(): void {
    this.bodies.pop();
    this.fact = [];
  }
}
