/** Runs rules: severities and options from the settings, and who gets findings (language.md section 6). */

import type { Entity } from '../model/strategy.ts';
import { rules } from './index.ts';
import type { AppliedSuppression, Finding, Rule, Severity } from './rule.ts';
import type { Scope } from './scope.ts';
import type { Settings } from './settings.ts';

/** A finding with its rule, before suppressions. */
export interface RuleFinding extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The rules that judge the strategy itself. */
export const strategyRules: readonly Rule[] = rules.filter(({ group }) => group !== 'suppressions');

/** The rules that judge suppressions, once it is known what each of these silenced. */
export const suppressionRules: readonly Rule[] = rules.filter(({ group }) => group === 'suppressions');

/** What a rule finds in what it is asked about, in any order; nothing where the settings switch it off. */
export function runRule(rule: Rule, scope: Scope, settings: Settings, suppressions: readonly AppliedSuppression[] = []): readonly RuleFinding[] {
  const setting = settings.rules.get(rule.code);
  if (setting === undefined || setting.severity === 'off') return NOTHING;
  const { severity, options } = setting;
  const findings: RuleFinding[] = [];
  rule.check(scope, (finding) => {
    const { entity } = finding.place;
    if (entity === undefined || isToldOf(rule, entity)) findings.push({ ...finding, rule, severity });
  }, options, suppressions);
  return findings;
}

const NOTHING: readonly RuleFinding[] = [];

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
