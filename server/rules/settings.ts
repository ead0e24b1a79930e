/** `throughline.json`: which rules run at which severity with which options, and by which day (language.md section 4). */

import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { parseDate, type Day } from '../../grammar/calendar.ts';
import type { Span } from '../../grammar/tree.ts';
import { changeKinds, RISKS, type Risk } from '../review/kinds.ts';
import { rules } from './index.ts';
import { nearestWord } from './nearest.ts';
import { readOption } from './options.ts';
import type { OptionSpec, Rule, Severity } from './rule.ts';

export type RuleOptions = Readonly<Record<string, number | readonly string[]>>;

/** What holds for one rule. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: RuleOptions;
}

export interface Settings {
  /** By code; every rule is in it. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** The risks that are set; of other kinds the defaults hold. */
  readonly review: ReadonlyMap<string, Risk>;
  /** Days after which an ended period is past. */
  readonly past: number;
  readonly asOf: Day | null;
}

/** What is wrong in the settings; the span counts in the settings' text. */
export interface SettingsFinding {
  readonly span: Span;
  readonly message: string;
  /** True where an editor that holds the file against its JSON schema says the same. */
  readonly toldBySchema: boolean;
  /** What would mend it, where that is certain. */
  readonly fix: { readonly title: string; readonly span: Span; readonly newText: string } | null;
}

export const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];
export const DEFAULT_PAST_DAYS = 90;
/** What a date looks like; whether there is such a day a pattern cannot tell. */
export const DATE_PATTERN = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';

const KEYS = ['rules', 'review', 'past', 'asOf'];
const DEEPEST_NESTING = 32;

export interface SettingsReading {
  readonly settings: Settings;
  readonly findings: readonly SettingsFinding[];
  /** True where the text is no JSON that could be read whole, so that some of what was meant may be missing. */
  readonly damaged: boolean;
}

/** Reads the text of a `throughline.json` (null where there is none). What is wrong in it is a finding, the rest holds. */
export function readSettings(text: string | null): SettingsReading {
  const reader = new SettingsReader();
  if (text !== null) reader.read(text);
  return { settings: reader.settings(), findings: reader.findings, damaged: reader.damaged };
}

/** The options of a rule where nothing is set. */
export function defaultOptions(rule: Rule): RuleOptions {
  return Object.fromEntries(Object.entries(rule.options).map(([name, spec]) => [name, spec.default]));
}

interface Member {
  readonly key: string;
  readonly value: Node;
}

class SettingsReader {
  readonly findings: SettingsFinding[] = [];
  damaged = false;
  readonly #rules = new Map<string, RuleSetting>();
  readonly #review = new Map<string, Risk>();
  #past = DEFAULT_PAST_DAYS;
  #asOf: Day | null = null;

  settings(): Settings {
    const settings = new Map<string, RuleSetting>();
    for (const rule of rules) {
      settings.set(rule.code, this.#rules.get(rule.code) ?? { severity: rule.severity, options: defaultOptions(rule) });
    }
    return { rules: settings, review: this.#review, past: this.#past, asOf: this.#asOf };
  }

  read(source: string): void {
    // A byte-order mark is skipped; a space in its place keeps every offset.
    const text = source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source;
    const tooDeep = deepestNesting(text);
    if (tooDeep !== null) {
      this.damaged = true;
      this.#report(tooDeep, `Settings are never nested deeper than ${DEEPEST_NESTING} brackets. Remove what stands inside.`);
      return;
    }
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    this.#reportSyntax(text, errors);
    this.damaged = errors.length > 0;
    if (root === undefined) return;
    if (root.type !== 'object') {
      this.#report(root, `The settings are an object: write { } around ${list(KEYS)}.`);
      return;
    }
    for (const { key, value } of this.#members(root, KEYS, (key) => `Setting '${key}' does not exist.`)) {
      if (key === 'rules') this.#readRules(value);
      else if (key === 'review') this.#readReview(value);
      else if (key === 'past') this.#readPast(value);
      else this.#readAsOf(value);
    }
  }

  #readRules(node: Node): void {
    if (node.type !== 'object') {
      this.#report(node, '`rules` is an object of rules and their severities, such as { "missing-owner": "warning" }.');
      return;
    }
    const codes = rules.map(({ code }) => code);
    for (const { key, value } of this.#members(node, codes, (key) => `Rule '${key}' does not exist.`)) {
      const rule = rules.find(({ code }) => code === key);
      if (rule !== undefined) this.#rules.set(key, this.#readRule(rule, value));
    }
  }

  #readRule(rule: Rule, node: Node): RuleSetting {
    const options = defaultOptions(rule);
    if (node.type !== 'array') return { severity: this.#readSeverity(rule, node), options };
    const [severity, optionsNode, ...more] = node.children ?? [];
    for (const extra of more) this.#report(extra, `After the severity and the options of '${rule.code}' nothing more may stand. Remove it.`);
    if (severity === undefined) {
      this.#report(node, `Write the severity of '${rule.code}' first: ${list(SEVERITIES, 'or')}.`);
      return { severity: rule.severity, options };
    }
    return {
      severity: this.#readSeverity(rule, severity),
      options: optionsNode === undefined ? options : this.#readOptions(rule, optionsNode, options),
    };
  }

  #readSeverity(rule: Rule, node: Node): Severity | 'off' {
    const severity = SEVERITIES.find((known) => known === node.value);
    if (severity !== undefined) return severity;
    this.#reportChoice(node, `The severity of '${rule.code}'`, SEVERITIES);
    return rule.severity;
  }

  #readOptions(rule: Rule, node: Node, defaults: RuleOptions): RuleOptions {
    const names = Object.keys(rule.options);
    if (node.type !== 'object') {
      const example = names.length === 0 ? `'${rule.code}' has none; remove it` : `such as { ${names.map((name) => `"${name}": …`).join(', ')} }`;
      this.#report(node, `The options of a rule are an object: ${example}.`);
      return defaults;
    }
    const options = { ...defaults };
    for (const { key, value } of this.#members(node, names, (key) => `Rule '${rule.code}' has no option '${key}'.`)) {
      const spec: OptionSpec | undefined = rule.options[key];
      if (spec === undefined) continue;
      const read = readOption(spec, key, value, (at, message) => { this.#report(at, message); });
      if (read !== null) options[key] = read;
    }
    return options;
  }

  #readReview(node: Node): void {
    if (node.type !== 'object') {
      this.#report(node, '`review` is an object of kinds of change and their risks, such as { "target-lowered": "medium" }.');
      return;
    }
    for (const { key, value } of this.#members(node, changeKinds.map(({ kind }) => kind), (key) => `Kind of change '${key}' does not exist.`)) {
      const risk = RISKS.find((known) => known === value.value);
      if (risk !== undefined) this.#review.set(key, risk);
      else this.#reportChoice(value, `The risk of '${key}'`, RISKS);
    }
  }

  #readPast(node: Node): void {
    const days: unknown = node.value;
    if (typeof days === 'number' && Number.isSafeInteger(days) && days >= 0) this.#past = days;
    else this.#report(node, '`past` is a whole number of days from 0 up: how long after its end a period is history (90 without it).');
  }

  #readAsOf(node: Node): void {
    const written: unknown = node.value;
    const day = typeof written === 'string' ? parseDate(written) : null;
    if (day !== null) {
      this.#asOf = day;
      return;
    }
    const dateLike = typeof written === 'string' && new RegExp(DATE_PATTERN).test(written);
    const message = dateLike
      ? `There is no day ${written}. Write the day by which progress is judged as "2026-03-01".`
      : '`asOf` is the day by which progress is judged, written as "2026-03-01".';
    this.#report(node, message, { toldBySchema: !dateLike });
  }

  /** The members of an object whose key is known, the first of each; the others are findings. A key without a value is the parser's. */
  * #members(node: Node, known: readonly string[], unknown: (key: string) => string): Generator<Member> {
    const allowed = new Set(known);
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const [keyNode, value] = property.children ?? [];
      if (keyNode === undefined) continue;
      const key = String(keyNode.value);
      if (!allowed.has(key)) {
        this.#reportUnknown(keyNode, key, unknown(key), known);
        continue;
      }
      if (seen.has(key)) {
        this.#report(keyNode, `'${key}' is set twice, and the first one counts. Remove one of them.`, { toldBySchema: false });
        continue;
      }
      seen.add(key);
      if (value !== undefined) yield { key, value };
    }
  }

  #reportUnknown(node: Node, key: string, message: string, known: readonly string[]): void {
    const nearest = nearestWord(key, known);
    const advice = nearest !== null ? `Did you mean '${nearest}'?`
      : known.length === 0 ? 'There are none; remove it.'
      : known.length <= 8 ? `Those that exist are ${list(known)}.`
      : 'No name that exists is near it; see `throughline explain settings`.';
    this.#report(node, `${message} ${advice}`, { fix: nearest === null ? null : replacement(node, nearest) });
  }

  #reportChoice(node: Node, what: string, allowed: readonly string[]): void {
    const written: unknown = node.value;
    const nearest = typeof written === 'string' ? nearestWord(written, allowed) : null;
    const message = `${what} is ${list(allowed.map((word) => `"${word}"`), 'or')}.`;
    this.#report(node, message, { fix: nearest === null ? null : replacement(node, nearest) });
  }

  /** One finding a line: what the parser trips over after an error on the same line follows from it. */
  #reportSyntax(text: string, errors: readonly ParseError[]): void {
    let from = -1;
    for (const { error, offset, length } of errors) {
      if (from !== -1 && !/[\r\n]/.test(text.slice(from, offset))) continue;
      from = offset;
      // What is missing at the end of the file is missing after its last text, not on an empty line below.
      const end = text.trimEnd().length;
      this.#report(offset >= end ? { offset: end, length: 0 } : { offset, length: Math.max(length, 1) }, syntaxMessage(error));
    }
  }

  #report(
    at: { readonly offset: number; readonly length: number }, message: string,
    { toldBySchema = true, fix = null }: Partial<Pick<SettingsFinding, 'toldBySchema' | 'fix'>> = {},
  ): void {
    this.findings.push({ span: { start: at.offset, end: at.offset + at.length }, message, toldBySchema, fix });
  }
}

function replacement(node: Node, word: string): SettingsFinding['fix'] {
  return { title: `Replace with '${word}'`, span: { start: node.offset, end: node.offset + node.length }, newText: JSON.stringify(word) };
}

/** The first bracket that opens deeper than any setting stands; null without one. Reading is recursive, so that this comes first. */
function deepestNesting(text: string): { readonly offset: number; readonly length: number } | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const first = text[offset];
    if (first === '{' || first === '[') depth++;
    else if (first === '}' || first === ']') depth--;
    if (depth > DEEPEST_NESTING) return { offset, length: 1 };
  }
  return null;
}

function syntaxMessage(error: ParseError['error']): string {
  switch (printParseErrorCode(error)) {
    case 'PropertyNameExpected': return 'Expected the name of a setting in double quotes here.';
    case 'ValueExpected': return 'Expected a value here: text in double quotes, a number, or a list in { } or [ ].';
    case 'ColonExpected': return 'Expected a colon between the name of a setting and its value.';
    case 'CommaExpected': return 'Expected a comma between one setting and the next.';
    case 'CloseBraceExpected': return 'Expected a closing brace } for the { that was opened before.';
    case 'CloseBracketExpected': return 'Expected a closing bracket ] for the [ that was opened before.';
    case 'EndOfFileExpected': return 'Expected nothing more after the closing brace of the settings.';
    case 'UnexpectedEndOfComment': return 'This comment is not closed: expected */ at its end.';
    case 'UnexpectedEndOfString': return 'This text is not closed: expected a double quote at its end, on the same line.';
    case 'InvalidNumberFormat': case 'UnexpectedEndOfNumber': return 'Expected a number here, such as 90 or 0.4.';
    case 'InvalidUnicode': return 'Expected four hexadecimal digits after \\u.';
    case 'InvalidEscapeCharacter': return 'Expected one of " \\ / b f n r t u after the backslash; a backslash itself is written \\\\.';
    case 'InvalidCharacter': return 'A control character cannot stand in text; a line end is written \\n.';
    default: return 'Expected JSON here: names and text in double quotes, numbers, { } and [ ].';
  }
}

function list(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1] ?? ''}`;
}
