/** The findings of both sides under one rule set, and what became of them (review.md section 5). */

import { complete, type Steps } from '../../model/steps.ts';
import type { Entity, Link } from '../../model/strategy.ts';
import { compareDiagnostics, SETTINGS_FILE, type Diagnostic } from '../../rules/diagnostic.ts';
import { ruleDiagnostic, settingsDiagnostics, syntaxDiagnostics } from '../../rules/diagnostics.ts';
import { runRule, strategyRules, suppressionRules, type RuleFinding } from '../../rules/engine.ts';
import { Overview } from '../../rules/overview.ts';
import { wholeScope } from '../../rules/scope.ts';
import { SEVERITIES, readSettings, type Settings } from '../../rules/settings.ts';
import { isSilent } from '../../rules/silence.ts';
import { Subjects } from '../../rules/subjects.ts';
import { applySuppressions } from '../../rules/suppressions.ts';
import { pathInReview, type Change, type FindingEntry, type Pairs, type Review, type ReviewSide, type SideName } from '../review.ts';
import { isStricter, type SettingsOfSides } from '../rule-set.ts';
import { subjectOf } from '../subject.ts';
import { Causes } from './causes.ts';
import { isGone } from './gone.ts';
import { identityOf, propertyOfFinding, subjectOfFinding, type NameOf } from './identity.ts';

/** A finding of one side, as it is compared. */
export interface SideFinding {
  readonly code: string;
  readonly diagnostic: Diagnostic;
  readonly subject: Entity | null;
  /** What a rule found; null of a syntax error and of what is wrong in the settings. */
  readonly finding: RuleFinding | null;
  readonly property: string | null;
  readonly identity: string;
  /** The things of its side that it speaks of besides its subject. */
  readonly others: readonly Entity[];
  /** A reference that means nothing, on which it stands. */
  readonly lostName: string | null;
  readonly isSuppressed: boolean;
}

export interface FindingsInput {
  readonly base: ReviewSide;
  readonly head: ReviewSide;
  readonly settings: SettingsOfSides;
  readonly pairs: Pairs;
  readonly changes: readonly Change[];
}

/** Introduced, fixed, silenced and gone; each by severity, then by file and place. */
export function compareFindings(input: FindingsInput): Review['findings'] {
  return complete(findingsSteps(input));
}

/** `compareFindings` in short steps. */
export function* findingsSteps(input: FindingsInput): Steps<Review['findings']> {
  const { base, head, settings, pairs } = input;
  const before = yield* findingsOf(base, settings.common, nameForBase(pairs));
  const after = yield* findingsOf(head, settings.common, nameForHead);
  const left = byIdentity(before);
  const introduced: SideFinding[] = [];
  const silenced: SideFinding[] = [];
  for (const finding of after) {
    const same = takeSame(left, finding);
    if (same === undefined) introduced.push(finding);
    else if ((finding.isSuppressed && !same.isSuppressed) || isBelow(finding, settings)) silenced.push(finding);
  }
  const onlyBefore = [...left.values()].flat();
  const gone = onlyBefore.filter((finding) => isGone(finding, { pairs, head, introduced }));
  const isAmongGone = new Set(gone);
  const causes = new Causes(input.changes, pairs);
  const told = (findings: readonly SideFinding[], side: SideName): FindingEntry[] => findings
    .toSorted((a, b) => SEVERITIES.indexOf(a.diagnostic.severity) - SEVERITIES.indexOf(b.diagnostic.severity) || compareDiagnostics(a.diagnostic, b.diagnostic))
    .map((finding) => entry(finding, side, input, causes));
  return {
    introduced: told(introduced, 'head'),
    fixed: told(onlyBefore.filter((finding) => !isAmongGone.has(finding)), 'base'),
    silenced: told(silenced, 'head'),
    gone: told(gone, 'base'),
  };
}

function entry(finding: SideFinding, side: SideName, { base, head, pairs }: FindingsInput, causes: Causes): FindingEntry {
  const { code, severity, range, message } = finding.diagnostic;
  const file = pathInReview((side === 'base' ? base : head).root, finding.diagnostic.file);
  return {
    code, severity, side, file, range, message,
    subject: finding.subject === null ? null : side === 'base'
      ? subjectOf(base.root, finding.subject, pairs.ofBase(finding.subject)?.head ?? null)
      : subjectOf(head.root, pairs.ofHead(finding.subject)?.base ?? null, finding.subject),
    causedBy: causes.of(finding, file),
  };
}

/** Suppressed findings among them, which are told apart. */
function* findingsOf({ strategy, settingsText }: ReviewSide, ruleSet: Settings, nameOf: NameOf): Steps<readonly SideFinding[]> {
  const told: SideFinding[] = [];
  const tell = (findings: readonly RuleFinding[], isSuppressed: boolean): void => {
    for (const finding of findings) told.push(ofRule(finding, nameOf, isSuppressed));
  };
  const scope = wholeScope(new Overview(strategy));
  const byFile = new Map<string, RuleFinding[]>();
  for (const rule of strategyRules) {
    if (isSilent(rule, strategy)) continue;
    for (const finding of runRule(rule, scope, ruleSet)) {
      const { path } = finding.place.origin.file;
      const inFile = byFile.get(path);
      if (inFile === undefined) byFile.set(path, [finding]);
      else inFile.push(finding);
    }
    yield;
  }
  const subjects = new Subjects(strategy);
  for (const file of strategy.files) {
    const { kept, silenced, suppressions } = applySuppressions(file, byFile.get(file.path) ?? [], ruleSet, subjects);
    tell(kept, false);
    tell(silenced, true);
    if (suppressions.length > 0) for (const rule of suppressionRules) tell(runRule(rule, scope, ruleSet, suppressions), false);
  }
  yield;
  const syntax = strategy.files.flatMap((file) => syntaxDiagnostics(file).map((diagnostic) => ofNoRule(diagnostic, [file.path])));
  const settings = settingsText === null ? [] : settingsDiagnostics(settingsText, readSettings(settingsText).findings)
    .map((diagnostic) => ofNoRule(diagnostic, [SETTINGS_FILE, diagnostic.message]));
  return [...syntax, ...settings, ...told];
}

function ofRule(finding: RuleFinding, nameOf: NameOf, isSuppressed: boolean): SideFinding {
  const subject = subjectOfFinding(finding);
  const named = linkAt(finding);
  return {
    code: finding.rule.code, diagnostic: ruleDiagnostic(finding), subject, finding, isSuppressed,
    property: propertyOfFinding(finding),
    identity: identityOf(finding, nameOf),
    others: othersOf(finding, subject),
    lostName: named !== undefined && named.target === null ? named.reference.text : null,
  };
}

function ofNoRule(diagnostic: Diagnostic, parts: readonly string[]): SideFinding {
  const { code } = diagnostic;
  return { code, diagnostic, subject: null, finding: null, property: null, identity: JSON.stringify([code, ...parts]), others: [], lostName: null, isSuppressed: false };
}

function othersOf(finding: RuleFinding, subject: Entity | null): readonly Entity[] {
  const others = new Set<Entity>();
  for (const { place: { entity } } of finding.related ?? []) if (entity !== undefined && entity !== subject) others.add(entity);
  const named = linkAt(finding)?.target ?? null;
  if (named !== null) others.add(named);
  return [...others];
}

function linkAt(finding: RuleFinding): Link | undefined {
  const { span } = finding.place;
  return subjectOfFinding(finding)?.links.find(({ reference }) => reference.start === span.start && reference.end === span.end);
}

/** What stands on head bears head's name on both sides. */
function nameForHead(entity: Entity): string {
  return `${entity.kind} ${entity.id}${entity.laterThan === null ? '' : ' again'}`;
}

function nameForBase(pairs: Pairs): NameOf {
  return (entity) => {
    const pair = pairs.ofBase(entity);
    if (pair !== undefined && pair.by !== 'replaced') return nameForHead(pair.head);
    return entity.laterThan === null ? `base ${nameForHead(entity)}` : nameForHead(entity);
  };
}

function byIdentity(findings: readonly SideFinding[]): Map<string, SideFinding[]> {
  const found = new Map<string, SideFinding[]>();
  for (const finding of findings) {
    const same = found.get(finding.identity);
    if (same === undefined) found.set(finding.identity, [finding]);
    else same.push(finding);
  }
  return found;
}

/** Takes one that is the same: one that is suppressed alike, where there is one. */
function takeSame(left: Map<string, SideFinding[]>, { identity, isSuppressed }: SideFinding): SideFinding | undefined {
  const same = left.get(identity) ?? [];
  const alike = same.findIndex((candidate) => candidate.isSuppressed === isSuppressed);
  return same.splice(Math.max(alike, 0), 1)[0];
}

/** By head's rules the finding has a lower severity than it had by base's. */
function isBelow({ code, finding }: SideFinding, { base, head }: SettingsOfSides): boolean {
  const [before, after] = [base.rules.get(code)?.severity, head.rules.get(code)?.severity];
  return finding !== null && before !== undefined && after !== undefined && isStricter(before, after);
}
