/** Runs the rules on a strategy: severities and options from the settings, and who gets findings (language.md section 6). */

import type { Entity, Strategy } from '../model/strategy.ts';
import { rules } from './index.ts';
import type { AppliedSuppression, Finding, Rule, Severity } from './rule.ts';
import type { Settings } from './settings.ts';
import type { Subjects } from './subjects.ts';

/** A finding with its rule, before suppressions. */
export interface RuleFinding extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  /** The declaration in which it stands, the innermost one. */
  readonly subject: Entity | null;
}

/** The findings of every rule but those on suppressions, in any order; one step a rule. */
export function* runRules(strategy: Strategy, settings: Settings, subjects: Subjects): Generator<void, RuleFinding[]> {
  return yield* run(rules.filter(({ group }) => group !== 'suppressions'), strategy, settings, subjects, []);
}

/** The findings of the rules on suppressions, once it is known what each of these silenced. */
export function* runSuppressionRules(
  strategy: Strategy, settings: Settings, subjects: Subjects, suppressions: readonly AppliedSuppression[],
): Generator<void, RuleFinding[]> {
  return yield* run(rules.filter(({ group }) => group === 'suppressions'), strategy, settings, subjects, suppressions);
}

function* run(
  selected: readonly Rule[], strategy: Strategy, settings: Settings, subjects: Subjects, suppressions: readonly AppliedSuppression[],
): Generator<void, RuleFinding[]> {
  const findings: RuleFinding[] = [];
  for (const rule of selected) {
    const setting = settings.rules.get(rule.code);
    if (setting === undefined || setting.severity === 'off') continue;
    const { severity, options } = setting;
    rule.check(strategy, (finding) => {
      const subject = subjects.at(finding.place);
      if (subject === null || isToldOf(rule, subject)) findings.push({ ...finding, rule, severity, subject });
    }, options, suppressions);
    yield;
  }
  return findings;
}

/**
 * Who gets findings: drafts, closed and past things and later declarations of a name those of the structure group
 * alone; a declaration with a syntax error none for something that is missing from it.
 */
function isToldOf(rule: Rule, subject: Entity): boolean {
  if (rule.reportsAbsence === true && subject.declaration.broken) return false;
  if (rule.group === 'structure' || rule.group === 'suppressions') return true;
  return isJudged(subject) && !isNameless(subject);
}

/** What lacks its name declares nothing yet: its syntax error is the one mistake. */
function isNameless({ kind, declaration }: Entity): boolean {
  return declaration.name === null && kind !== 'kr' && kind !== 'strategy';
}

function isJudged(entity: Entity): boolean {
  switch (entity.kind) {
    case 'goal': case 'objective': case 'kr': case 'initiative': return entity.judged;
    default: return entity.laterThan === null;
  }
}
