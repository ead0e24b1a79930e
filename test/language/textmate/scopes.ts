/** Reads sources with the scopes they should have beside them, and asks vscode-textmate which they have. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, IOnigLib } from 'vscode-textmate';
import { markdownInjection, strategyGrammar } from '../../../.ci/textmate-grammar.ts';

/** In a line of the source, the columns `start` to `end` have the scope. */
export interface ExpectedScope {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
}

/** One source with what is expected of it, and the sentence above it. */
export interface ScopeCase {
  readonly title: string;
  readonly source: readonly string[];
  readonly expected: readonly ExpectedScope[];
}

/**
 * A `.scopes` file: a sentence says what a case shows, lines after `> ` are its source, and under each stand
 * carets with the scope of what is above them.
 */
export function readScopeCases(text: string): ScopeCase[] {
  const cases: { title: string; source: string[]; expected: ExpectedScope[] }[] = [];
  for (const line of text.split('\n')) {
    const current = cases.at(-1);
    const carets = /^ {2}( *)(\^+) (\S+)$/.exec(line);
    if (line.startsWith('> ')) current?.source.push(line.slice(2));
    else if (carets !== null && current !== undefined) {
      const start = (carets[1] ?? '').length;
      const end = start + (carets[2] ?? '').length;
      current.expected.push({ line: current.source.length - 1, start, end, scope: carets[3] ?? '' });
    } else if (line.trim() !== '') cases.push({ title: line, source: [], expected: [] });
  }
  return cases;
}

export const GRAMMARS = [strategyGrammar(), markdownInjection()];

let engine: Promise<IOnigLib> | null = null;

/** The grammar of a scope name, as VS Code loads it; `others` are grammars it may embed or be injected into. */
export async function loadGrammar(scopeName: string, others: Readonly<Record<string, object>> = {}): Promise<IGrammar> {
  engine ??= loadOniguruma();
  const registry = new textmate.Registry({
    onigLib: engine,
    loadGrammar: (scope) => {
      const grammar = GRAMMARS.find(({ scopeName }) => scopeName === scope) ?? others[scope];
      return Promise.resolve(grammar === undefined ? null : textmate.parseRawGrammar(JSON.stringify(grammar), `${scope}.json`));
    },
    getInjections: (scope) => GRAMMARS.filter(({ injectionSelector }) => injectionSelector?.includes(scope)).map(({ scopeName }) => scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`No grammar ${scopeName}`);
  return grammar;
}

/** The scopes of each column of each line, innermost last. */
export function scopesOf(grammar: IGrammar, source: readonly string[]): string[][][] {
  let state = textmate.INITIAL;
  return source.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const columns: string[][] = Array.from({ length: line.length }, () => []);
    for (const { startIndex, endIndex, scopes } of tokens) columns.fill(scopes, startIndex, endIndex);
    return columns;
  });
}

async function loadOniguruma(): Promise<IOnigLib> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  return {
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  };
}
