/** What a rule is: one declaration from which its check, page, test, options, schema and editor link come. */

import type { Span } from '../../grammar/tree.ts';
import type { Entity, Origin } from '../model/strategy.ts';
import type { LooksAt } from './reach.ts';
import type { Scope } from './scope.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type RuleGroup = 'structure' | 'alignment' | 'measures' | 'ownership and focus' | 'time' | 'words' | 'suppressions';

/** A place in a file of the strategy. */
export interface Place {
  readonly origin: Origin;
  readonly span: Span;
  /** The declaration that it is a part of; places of comments have none. */
  readonly entity?: Entity;
}

export interface TextEdit {
  readonly place: Place;
  readonly newText: string;
}

/** A quick fix. Only offered where it is certain to be what the author would do. */
export interface Fix {
  /** An instruction, in sentence case without a full stop: `Write 'pp'`. */
  readonly title: string;
  /** Worked out when asked for. */
  readonly edits: () => readonly TextEdit[];
}

export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

/** What a rule finds, before severity and suppressions. */
export interface Finding {
  readonly place: Place;
  /** Names the things by title and id and says what to do. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** Shown faded in the editor. */
  readonly unnecessary?: boolean;
}

/** A rule's word in a suppression, and what became of it. */
export interface SuppressedRule {
  readonly code: string;
  readonly place: Place;
  /** null where no rule has that name, or where it cannot be silenced. */
  readonly rule: Rule | null;
  /** The settings switch it off. */
  readonly off: boolean;
  /** It silenced a finding. */
  readonly used: boolean;
}

/** A comment `// throughline-ignore …` or `// throughline-ignore-file …` (language.md section 4), once it was applied. */
export interface AppliedSuppression {
  /** On the comment. */
  readonly place: Place;
  readonly rules: readonly SuppressedRule[];
  readonly reason: string | null;
  /** Text after the rules where a colon and the reason should stand; null without. */
  readonly stray: Place | null;
  readonly scope: 'line' | 'file';
  /** One for the whole file that stands below its first declaration, and so silences nothing. */
  readonly tooLow: boolean;
  /** True where nothing but the comment stands on its line. */
  readonly alone: boolean;
  /** What stands where it silences. */
  readonly subjects: () => readonly Entity[];
}

/** What of a strategy may be unknown: files that could not be read, text that could not. */
export type Gap = 'unread-files' | 'syntax-errors';

/** An option of a rule, as `throughline.json` sets it: `["warning", { "max": 7 }]`. */
export type OptionSpec =
  | { readonly type: 'number'; readonly default: number; readonly minimum: number; readonly maximum?: number; readonly description: string }
  /** A share: `0.4` or `"40%"` in settings, 0 … 1 in the rule. */
  | { readonly type: 'share'; readonly default: number; readonly description: string }
  | { readonly type: 'words'; readonly default: readonly string[]; readonly description: string };

type OptionValue<S extends OptionSpec> = S extends { readonly type: 'words' } ? readonly string[] : number;

/** The options of a rule as it gets them: what is set, else the default. */
export type Options<O extends Readonly<Record<string, OptionSpec>>> = { readonly [K in keyof O]: OptionValue<O[K]> };

/**
 * An example of a rule's page, which is also its test: the source in `«»` marks is where this rule reports;
 * without marks it reports nothing. No other error or warning may come up unless `also` names its rule.
 */
export interface Example {
  /** One sentence: what is wrong, or why this is well. */
  readonly title: string;
  /** The files, by path; most examples have one. Every example is judged as of 2026-03-01 unless `asOf` says otherwise. */
  readonly source: string | Readonly<Record<string, string>>;
  readonly asOf?: string;
  /** Options in throughline.json, where the example needs them. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly also?: readonly string[];
  /** With a fix: the title of the fix to apply, and the source after it. */
  readonly fixed?: { readonly title: string; readonly source: string };
}

export interface Rule<O extends Readonly<Record<string, OptionSpec>> = Readonly<Record<string, OptionSpec>>> {
  /** The code of its findings, and the name of its file and page. */
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity | 'off';
  /** A short noun phrase: `Objective that serves no goal`. */
  readonly title: string;
  /** One sentence: when it fires. */
  readonly summary: string;
  /** Markdown: why it matters to a leader, in a few sentences. */
  readonly rationale: string;
  /** Where the reason comes from in the OKR literature: author, title, year. */
  readonly sources?: readonly string[];
  /** Markdown: when it is right to silence it, and what it passes over on purpose. */
  readonly exceptions?: string;
  readonly related?: readonly string[];
  readonly options: O;
  /** True where what it finds depends on as-of (section 4: no `unused-suppression` then). */
  readonly dependsOnAsOf: boolean;
  /** What it looks at, so that the engine knows after an edit when to run it again, and on what. */
  readonly looksAt: LooksAt;
  /** It says nothing while files could not be read, or while there is a syntax error: what is missing may stand there. */
  readonly silentWhile?: readonly Gap[];
  /**
   * True where what it finds is something missing from the declaration on whose name it stands: the engine does
   * not say that of a declaration with a syntax error in it or in what stands in it.
   */
  readonly reportsAbsence?: boolean;
  /** `bad` first: each has at least one mark. */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  /**
   * Pure: reads what it is asked about, calls `report` for each finding, in any order; linear in the strategy. What it
   * is asked about may be all of a strategy or the part of it that can have changed; it reports on nothing else. The
   * engine drops what a rule outside the structure group says of drafts, of what is closed or past, and of later
   * declarations of a name. `suppressions`, with what each silenced, is filled for the suppressions group alone,
   * which runs last.
   */
  check(scope: Scope, report: (finding: Finding) => void, options: Options<O>, suppressions: readonly AppliedSuppression[]): void;
}

/** Keeps the types of the options while a rule is declared. */
export function defineRule<const O extends Readonly<Record<string, OptionSpec>>>(rule: Rule<O>): Rule<O> {
  return rule;
}
