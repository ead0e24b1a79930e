/** Every rule, in the order of the language's table: a rule is one file here, named after its code. */

import { rule as activityKeyResult } from './activity-key-result.ts';
import { rule as againstBetter } from './against-better.ts';
import { rule as alignmentCycle } from './alignment-cycle.ts';
import { rule as allMilestones } from './all-milestones.ts';
import { rule as ambiguousChange } from './ambiguous-change.ts';
import { rule as conflictingTargets } from './conflicting-targets.ts';
import { rule as containmentCycle } from './containment-cycle.ts';
import { rule as copiedCascade } from './copied-cascade.ts';
import { rule as dependencyCycle } from './dependency-cycle.ts';
import { rule as driverCycle } from './driver-cycle.ts';
import { rule as duplicateName } from './duplicate-name.ts';
import { rule as duplicateProperty } from './duplicate-property.ts';
import { rule as goalWithoutKind } from './goal-without-kind.ts';
import { rule as healthBroken } from './health-broken.ts';
import { rule as invalidPeriod } from './invalid-period.ts';
import { rule as invalidValue } from './invalid-value.ts';
import { rule as lateDate } from './late-date.ts';
import { rule as lowConfidence } from './low-confidence.ts';
import { rule as manyOwners } from './many-owners.ts';
import { rule as metricInObjective } from './metric-in-objective.ts';
import { rule as missingBaseline } from './missing-baseline.ts';
import { rule as missingOwner } from './missing-owner.ts';
import { rule as missingPeriod } from './missing-period.ts';
import { rule as missingProperty } from './missing-property.ts';
import { rule as needsDropped } from './needs-dropped.ts';
import { rule as needsLater } from './needs-later.ts';
import { rule as noChange } from './no-change.ts';
import { rule as noEvidence } from './no-evidence.ts';
import { rule as noGoals } from './no-goals.ts';
import { rule as noHealthMeasure } from './no-health-measure.ts';
import { rule as noKeyResults } from './no-key-results.ts';
import { rule as onlyProxyEvidence } from './only-proxy-evidence.ts';
import { rule as outputKeyResult } from './output-key-result.ts';
import { rule as outsideGoalPeriod } from './outside-goal-period.ts';
import { rule as overCapacity } from './over-capacity.ts';
import { rule as overdue } from './overdue.ts';
import { rule as overlappingKeyResults } from './overlapping-key-results.ts';
import { rule as placeholderTarget } from './placeholder-target.ts';
import { rule as relativeWithoutStart } from './relative-without-start.ts';
import { rule as sameLastDay } from './same-last-day.ts';
import { rule as singleKeyResult } from './single-key-result.ts';
import { rule as staleCheckin } from './stale-checkin.ts';
import { rule as supportsClosed } from './supports-closed.ts';
import { rule as suppressionWithoutReason } from './suppression-without-reason.ts';
import { rule as titleDisagrees } from './title-disagrees.ts';
import { rule as tooManyKeyResults } from './too-many-key-results.ts';
import { rule as tooManyObjectives } from './too-many-objectives.ts';
import { rule as unalignedObjective } from './unaligned-objective.ts';
import { rule as unalignedSupport } from './unaligned-support.ts';
import { rule as unitMismatch } from './unit-mismatch.ts';
import { rule as unknownReference } from './unknown-reference.ts';
import { rule as unmeasuredGoal } from './unmeasured-goal.ts';
import { rule as unmeasuredKeyResult } from './unmeasured-key-result.ts';
import { rule as unsharedDependency } from './unshared-dependency.ts';
import { rule as unsupportedGoal } from './unsupported-goal.ts';
import { rule as untracedMetric } from './untraced-metric.ts';
import { rule as unusedDeclaration } from './unused-declaration.ts';
import { rule as unusedSuppression } from './unused-suppression.ts';
import { rule as vagueWording } from './vague-wording.ts';
import { rule as vanityMetric } from './vanity-metric.ts';
import { rule as wrongKind } from './wrong-kind.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  // structure
  duplicateName,
  unknownReference,
  wrongKind,
  duplicateProperty,
  missingProperty,
  invalidPeriod,
  invalidValue,
  unitMismatch,
  alignmentCycle,
  dependencyCycle,
  driverCycle,
  containmentCycle,
  // alignment
  unalignedObjective,
  noGoals,
  unalignedSupport,
  supportsClosed,
  unsupportedGoal,
  outsideGoalPeriod,
  untracedMetric,
  conflictingTargets,
  overlappingKeyResults,
  // measures
  unmeasuredKeyResult,
  noKeyResults,
  placeholderTarget,
  ambiguousChange,
  relativeWithoutStart,
  noChange,
  againstBetter,
  healthBroken,
  unmeasuredGoal,
  overCapacity,
  missingBaseline,
  titleDisagrees,
  // ownership and focus
  missingOwner,
  goalWithoutKind,
  manyOwners,
  tooManyObjectives,
  tooManyKeyResults,
  singleKeyResult,
  allMilestones,
  unsharedDependency,
  unusedDeclaration,
  // time
  missingPeriod,
  lateDate,
  overdue,
  needsDropped,
  needsLater,
  staleCheckin,
  lowConfidence,
  sameLastDay,
  // words
  activityKeyResult,
  outputKeyResult,
  vagueWording,
  vanityMetric,
  metricInObjective,
  onlyProxyEvidence,
  noEvidence,
  noHealthMeasure,
  copiedCascade,
  // suppressions
  suppressionWithoutReason,
  unusedSuppression,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of that code; undefined for `syntax`, `settings` and what is none. */
export function ruleNamed(code: string): Rule | undefined {
  return byCode.get(code);
}
