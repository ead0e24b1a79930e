/** What a page tells: of each rule, and of the two codes that are no rules, `syntax` and `settings`. */

import { parseDate, type Day } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { buildStrategy } from '../model/build.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { ruleDiagnostic, settingsDiagnostics, syntaxDiagnostics } from './diagnostics.ts';
import { findingsOf } from './findings.ts';
import { ruleNamed, rules } from './index.ts';
import type { Example, OptionSpec, Rule, Severity } from './rule.ts';
import { readSettings } from './settings.ts';

/** An example as a reader sees it: the text without marks, and what is said of it. */
export interface ShownExample {
  readonly title: string;
  readonly files: readonly { readonly path: string | null; readonly language: 'strategy' | 'jsonc'; readonly text: string }[];
  readonly findings: readonly Diagnostic[];
}

export interface Article {
  readonly code: string;
  readonly title: string;
  readonly group: string;
  readonly severity: Severity | 'off';
  readonly summary: string;
  readonly rationale: string;
  readonly exceptions: string | null;
  readonly related: readonly string[];
  readonly sources: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** False for what can be neither switched off nor silenced. */
  readonly configurable: boolean;
  readonly silenceable: boolean;
  readonly bad: readonly ShownExample[];
  readonly good: readonly ShownExample[];
}

/** Every code that has a page: `syntax` and `settings`, then the rules in the table's order. */
export const articleCodes: readonly string[] = ['syntax', 'settings', ...rules.map(({ code }) => code)];

/** The article of a code; null where there is no such code. */
export function articleOf(code: string): Article | null {
  if (code === 'syntax') return syntaxArticle();
  if (code === 'settings') return settingsArticle();
  const rule = ruleNamed(code);
  return rule === undefined ? null : ruleArticle(rule);
}

const EXAMPLE_FILE = 'okrs.strategy';
const EXAMPLE_DAY = '2026-03-01';

function ruleArticle(rule: Rule): Article {
  const { code, title, group, severity, summary, rationale, exceptions = null, related = [], sources = [], options, examples } = rule;
  return {
    code, title, group, severity, summary, rationale, exceptions, related, sources, options,
    configurable: true, silenceable: group !== 'suppressions',
    bad: examples.bad.map((example) => shown(rule, example)),
    good: examples.good.map((example) => shown(rule, example)),
  };
}

function shown(rule: Rule, { title, source, asOf = EXAMPLE_DAY, options = {} }: Example): ShownExample {
  const sources = typeof source === 'string' ? { [EXAMPLE_FILE]: source } : source;
  const files = Object.entries(sources).map(([path, marked]) => ({ path, text: marked.replace(/[«»]/g, '') }));
  const { settings } = readSettings(JSON.stringify({ rules: { [rule.code]: [rule.severity === 'off' ? 'hint' : rule.severity, options] } }));
  const strategy = buildStrategy(files.map(({ path, text }) => ({ path, tree: parseFile(text) })), { asOf: dayOf(asOf), pastDays: settings.past });
  const findings = atOnce(findingsOf(strategy, settings)).filter((finding) => finding.rule === rule);
  return {
    title: Object.keys(options).length === 0 ? title : `${title} (with the options \`${JSON.stringify(options)}\`)`,
    files: files.map(({ path, text }) => ({ path: files.length === 1 ? null : path, language: 'strategy', text })),
    findings: findings.map(ruleDiagnostic).sort(compareDiagnostics),
  };
}

/** What steps give in the end. */
function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function dayOf(text: string): Day {
  const day = parseDate(text);
  if (day === null) throw new Error(`An example is judged as of '${text}', which is no date`);
  return day;
}

function syntaxArticle(): Article {
  return {
    code: 'syntax', title: 'Text that cannot be read', group: 'the language', severity: 'error',
    summary: 'A line of a strategy file is not written in a way that can be read. The message says what is expected there.',
    rationale: `One mistake costs one finding: what stands before and after it, in the same declaration too, is still understood, and nothing is
reported as missing from a declaration that could not be read whole. Mend these first; the other findings of the file are surer afterwards.`,
    exceptions: 'A syntax error cannot be silenced or switched off. A date that is none, such as `2026-02-30`, is `invalid-period`.',
    related: ['invalid-period', 'invalid-value'], sources: [], options: {}, configurable: false, silenceable: false,
    bad: [
      shownSyntax('A thousands separator: a number is written with `_`, or with `k` and `M`.', `goal grow "Grow" {
  metric users from 1,200 to 2,400
}
metric users "Active users" { unit users better up }
`),
      shownSyntax('The title is not in quotes.', `objective self-serve Mid-market teams start without talking to us {
  period 2026-Q1
}
`),
      shownSyntax('A misspelt word at the start of a line.', `objective self-serve "Mid-market teams start without talking to us" {
  periode 2026-Q1
}
`),
    ],
    good: [
      shownSyntax('Every line begins with a word that says what it is; titles stand in quotes.', `metric users "Active users" { unit users better up }
goal grow "Grow" {
  metric users from 1_200 to 2_400
}
objective self-serve "Mid-market teams start without talking to us" {
  supports grow
  period   2026-Q1
}
`),
    ],
  };
}

function shownSyntax(title: string, text: string): ShownExample {
  const findings = syntaxDiagnostics({ path: EXAMPLE_FILE, tree: parseFile(text) });
  return { title, files: [{ path: null, language: 'strategy', text }], findings };
}

function settingsArticle(): Article {
  return {
    code: 'settings', title: 'Something wrong in throughline.json', group: 'settings', severity: 'error',
    summary: 'A key, rule, kind of change, option or value in `throughline.json` does not exist, or the file is not JSON.',
    rationale: `A misspelt rule changes nothing and looks as if it did: a team believes that a check is on, or off, and it is not. What is wrong counts as if it
were not written; everything else in the file holds.`,
    exceptions: 'Comments and trailing commas are allowed, and so is an empty file. It cannot be silenced or switched off.',
    related: [], sources: [], options: {}, configurable: false, silenceable: false,
    bad: [
      shownSettings('A rule and a severity that do not exist.', `{
  "rules": {
    "missing-ownr": "warning",
    "single-key-result": "none",
  },
}
`),
      shownSettings('An option and a day that do not exist.', `{
  "rules": { "too-many-objectives": ["info", { "maximum": 7 }] },
  "asOf": "2026-02-30",
}
`),
    ],
    good: [
      shownSettings('All that can be set.', `{
  // A severity, or a severity and options.
  "rules": {
    "single-key-result": "off",
    "no-evidence": "hint",
    "too-many-objectives": ["warning", { "max": 3 }],
    "low-confidence": ["info", { "min": "50%" }],
  },
  // The risk of a kind of change in a review.
  "review": { "target-lowered": "medium" },
  // Days after which an ended period is history (90 without it).
  "past": 120,
  // The day by which progress is judged (today without it).
  "asOf": "2026-03-01",
}
`),
    ],
  };
}

function shownSettings(title: string, text: string): ShownExample {
  return { title, files: [{ path: null, language: 'jsonc', text }], findings: settingsDiagnostics(text, readSettings(text).findings) };
}
