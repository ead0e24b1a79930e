/**
 * The findings of a strategy that is edited: after a change only those rules run again, on those declarations, whose
 * findings can have changed by what they look at. After any edits they equal those from scratch.
 */

import type { StrategyChange } from '../model/change.ts';
import type { Steps } from '../model/steps.ts';
import type { Strategy } from '../model/strategy.ts';
import { agendaOf, readFacts } from './agenda.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { ruleDiagnostic, syntaxDiagnostics } from './diagnostics.ts';
import { runRule, strategyRules, type RuleFinding } from './engine.ts';
import type { Fact } from './facts.ts';
import { fileAt } from './files.ts';
import { FindingStore } from './finding-store.ts';
import { findingsIn } from './findings.ts';
import { namelessDeclarations, unreadWords } from './lost-names.ts';
import { namedInPassing } from './named-in-passing.ts';
import { Overview } from './overview.ts';
import type { Rule } from './rule.ts';
import { partsOf, scopeOf, wholeScope } from './scope.ts';
import type { Settings } from './settings.ts';
import { isSilent } from './silence.ts';
import { Subjects } from './subjects.ts';
import { suppressingFiles } from './suppressions.ts';
import { unresolvedReferences } from './unresolved-links.ts';

/** What is known of one strategy and settings; a whole change begins it anew. */
interface State {
  readonly settings: Settings;
  readonly overview: Overview;
  readonly store: FindingStore;
  /** What each fact was when the rules last ran. */
  readonly facts: Map<Fact, unknown>;
  /** The rules that say nothing at present; what they would say is kept. */
  silent: ReadonlySet<Rule>;
  /** By file, where they were asked for and hold. */
  readonly diagnostics: Map<string, FileDiagnostics>;
}

/** What is said of a file. */
interface FileDiagnostics {
  /** Also by rules that say nothing at present. */
  readonly said: readonly { readonly diagnostic: Diagnostic; readonly rule: Rule | null }[];
  /** Those of them that are told while certain rules are silent. */
  readonly told: readonly Diagnostic[];
  readonly silent: ReadonlySet<Rule>;
}

export class LiveFindings {
  #state: State | null = null;

  /**
   * Takes a change over; the paths of files of which the diagnostics may be others than before. Every change is to be
   * handed over, in its turn. One that is not whole is taken over in one step; after a whole one that was left half done
   * everything is run again. `settings` are the same object for as long as they say the same.
   */
  * update(change: StrategyChange, settings: Settings): Steps<ReadonlySet<string>> {
    const before = this.#state;
    if (before !== null && !change.whole && before.settings === settings) return takeOver(before, change);
    this.#state = null;
    const state = yield* begin(change.strategy, settings);
    this.#state = state;
    return new Set([...before?.store.paths() ?? [], ...before?.diagnostics.keys() ?? [], ...change.strategy.files.map(({ path }) => path)]);
  }

  /** The diagnostics of a file of the strategy: what rules say and suppressions leave of it, and syntax errors; by place. */
  diagnosticsOf(path: string): readonly Diagnostic[] {
    const state = this.#state;
    if (state === null) return [];
    const known = state.diagnostics.get(path);
    if (known?.silent === state.silent) return known.told;
    const said = known?.said ?? saidOf(path, state);
    const told = said.filter(({ rule }) => rule === null || !state.silent.has(rule)).map(({ diagnostic }) => diagnostic);
    state.diagnostics.set(path, { said, told, silent: state.silent });
    return told;
  }
}

/** Runs everything. */
function* begin(strategy: Strategy, settings: Settings): Steps<State> {
  const overview = new Overview(strategy);
  const store = new FindingStore();
  const whole = wholeScope(overview);
  yield* overview.prepare([unresolvedReferences, namelessDeclarations, namedInPassing], [unreadWords, suppressingFiles]);
  const parts = yield* partsOf(overview);
  for (const rule of strategyRules) {
    const scopes = 'subjects' in rule.looksAt ? parts : [whole];
    const findings: RuleFinding[] = [];
    for (const scope of scopes) {
      for (const finding of runRule(rule, scope, settings)) findings.push(finding);
      yield;
    }
    store.replaceAll(rule, findings);
  }
  const facts = new Map<Fact, unknown>();
  for (const fact of readFacts()) {
    facts.set(fact, fact.read(overview));
    yield;
  }
  store.takeChanged();
  return { settings, overview, store, facts, silent: silentRules(strategy), diagnostics: new Map() };
}

function takeOver(state: State, change: StrategyChange): ReadonlySet<string> {
  const { overview, store, settings } = state;
  overview.update(change);
  const agenda = agendaOf(change, changedFacts(state.facts, overview, change), (entity) => store.mentioning(entity));
  for (const entity of change.removed) store.forget(entity);
  for (const [rule, asked] of agenda) {
    if (asked === 'all') store.replaceAll(rule, runRule(rule, wholeScope(overview), settings));
    else store.replace(rule, asked, runRule(rule, scopeOf(overview, asked), settings));
  }
  const changed = new Set([...filesChangedBy(change, state), ...store.takeChanged()]);
  for (const path of changed) state.diagnostics.delete(path);
  for (const path of takeSilence(state)) changed.add(path);
  return changed;
}

/** The facts that became others, which are noted. */
function changedFacts(facts: Map<Fact, unknown>, overview: Overview, change: StrategyChange): readonly Fact[] {
  return [...facts].filter(([fact, before]) => {
    if (!fact.mayChange(change)) return false;
    const after = fact.read(overview);
    facts.set(fact, after);
    return !Object.is(before, after);
  }).map(([fact]) => fact);
}

/** The files of which the diagnostics may be others though no rule says anything else. */
function filesChangedBy({ strategy, touched, files }: StrategyChange, { store, overview }: State): ReadonlySet<string> {
  const suppressing = overview.gatheredFromFiles(suppressingFiles);
  const changed = new Set(files);
  const subjects = new Subjects(strategy);
  for (const path of files) {
    const file = fileAt(strategy, path);
    // What lies in the file has moved, and so have the related places of findings elsewhere.
    for (const entity of file === null ? [] : subjects.inFile(file)) for (const kept of store.mentioning(entity)) changed.add(kept.path);
  }
  // Whether a suppression is needed depends on what stands there.
  for (const entity of touched.keys()) if (suppressing.has(entity.origin.file.path)) changed.add(entity.origin.file.path);
  return changed;
}

/** Notes which rules say nothing from now on; the files in which that makes a difference. */
function takeSilence(state: State): ReadonlySet<string> {
  const { store, overview } = state;
  const silent = silentRules(overview.strategy);
  const turned = strategyRules.filter((rule) => silent.has(rule) !== state.silent.has(rule));
  if (turned.length === 0) return new Set();
  state.silent = silent;
  // Where suppressions stand, whether they are used is another question now.
  const suppressing = [...overview.gatheredFromFiles(suppressingFiles).keys()];
  for (const path of suppressing) state.diagnostics.delete(path);
  return new Set([...turned.flatMap((rule) => Array.from(store.ofRule(rule), ({ path }) => path)), ...suppressing]);
}

function silentRules(strategy: Strategy): ReadonlySet<Rule> {
  return new Set(strategyRules.filter((rule) => isSilent(rule, strategy)));
}

/** By place. Where suppressions stand, what silent rules would say is left out. */
function saidOf(path: string, { settings, overview, store, silent }: State): FileDiagnostics['said'] {
  const file = fileAt(overview.strategy, path);
  if (file === null) return [];
  const kept = [...store.inFile(path)];
  const found = overview.gatheredFromFiles(suppressingFiles).has(path)
    ? findingsIn(file, kept.flatMap(({ rule, findings }) => (silent.has(rule) ? [] : findings)), wholeScope(overview), settings)
    : kept.flatMap(({ findings }) => findings);
  return [
    ...syntaxDiagnostics(file).map((diagnostic) => ({ diagnostic, rule: null })),
    ...found.map((finding) => ({ diagnostic: ruleDiagnostic(finding), rule: finding.rule })),
  ].sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic));
}
