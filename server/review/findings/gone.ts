/**
 * Findings that are only in base because what they are about is judged no longer (review.md section 5): nobody mended
 * anything, so that they are not called fixed.
 */

import type { Entity, KeyResult } from '../../model/strategy.ts';
import { SETTINGS_FILE } from '../../rules/diagnostic.ts';
import { isSilent } from '../../rules/silence.ts';
import { isDamaged, type Pairs, type ReviewSide } from '../review.ts';
import { settingsAreDamaged } from '../rule-set.ts';
import type { SideFinding } from './findings.ts';

/** What has to be known of head. */
export interface GoneInput {
  readonly pairs: Pairs;
  readonly head: ReviewSide;
  /** Findings that only head has. */
  readonly introduced: readonly SideFinding[];
}

/** Whether a finding that only base has is gone, and not fixed. */
export function isGone(finding: SideFinding, { pairs, head, introduced }: GoneInput): boolean {
  const { subject, diagnostic } = finding;
  if (subject === null) return isGoneFromFile(finding, head);
  const after = headOf(subject, pairs);
  if (after === null) return subject.laterThan === null || fileIsDamaged(diagnostic.file, head);
  return !isJudgedStill(finding, after)
    || (finding.finding?.rule.reportsAbsence === true && after.declaration.broken)
    || (finding.finding !== null && isSilent(finding.finding.rule, head.strategy))
    || isUnknown(finding, after)
    || introduced.some((other) => other.subject === after && leavesUnknown(other, finding));
}

/** A syntax error or a setting: gone where the file is, or nothing in it can be told any more. */
function isGoneFromFile({ diagnostic: { file }, code, finding }: SideFinding, head: ReviewSide): boolean {
  if (file === SETTINGS_FILE) return head.settingsText === null || (code === 'settings' && settingsAreDamaged(head.settingsText));
  const after = head.strategy.files.find(({ path }) => path === file);
  if (code === 'syntax') return after === undefined;
  return finding !== null && after !== undefined && isDamaged(after);
}

function headOf(subject: Entity, pairs: Pairs): Entity | null {
  const pair = pairs.ofBase(subject);
  return pair === undefined || pair.by === 'replaced' ? null : pair.head;
}

function fileIsDamaged(file: string, head: ReviewSide): boolean {
  return head.strategy.files.some((other) => other.path === file && isDamaged(other));
}

/** Only what is neither draft nor closed nor past gets findings beyond structure. */
function isJudgedStill({ finding }: SideFinding, after: Entity): boolean {
  const group = finding?.rule.group;
  if (group === 'structure' || group === 'suppressions') return true;
  switch (after.kind) {
    case 'goal': case 'objective': case 'kr': case 'initiative': return after.judged;
    default: return true;
  }
}

/** Something in head has no meaning that the finding would rest on. */
function isUnknown({ finding, code }: SideFinding, after: Entity): boolean {
  switch (finding?.rule.group) {
    case 'alignment': return alignmentIsUnknown(after);
    case 'measures': return measureIsUnknown(after);
    case 'time': return 'period' in after && after.period.state === 'unknown';
    case 'ownership and focus': return code === 'missing-owner' && 'ownerWritten' in after && after.ownerWritten && after.owners.length === 0;
    default: return false;
  }
}

function alignmentIsUnknown(after: Entity): boolean {
  if (after.kind === 'objective') return after.alignment === 'unknown';
  return after.kind === 'kr' && after.objective.alignment === 'unknown';
}

function measureIsUnknown(after: Entity): boolean {
  return readingsOf(after).some((reading) => reading !== null && (reading.measure.broken || reading.mismatched
    || reading.problem?.rule === 'invalid-value' || reading.problem?.rule === 'unit-mismatch'));
}

function readingsOf(entity: Entity): readonly KeyResult['reading'][] {
  if (entity.kind === 'kr') return [entity.reading];
  if (entity.kind === 'goal') return entity.metrics.map(({ reading }) => reading);
  return [];
}

/** An error on the property that a finding was about; what was wrong in the text itself is mended where the text is another. */
function leavesUnknown(error: SideFinding, finding: SideFinding): boolean {
  if (finding.finding?.rule.group === 'structure') return false;
  if (error.diagnostic.severity !== 'error' || error.finding?.rule.group !== 'structure') return false;
  return error.property !== null && error.property === finding.property;
}
