/** When a suppression can be told to silence nothing (language.md section 4). */

import type { Entity, Strategy } from '../model/strategy.ts';
import { isSilent } from './silence.ts';
import type { AppliedSuppression, SuppressedRule } from './rule.ts';

/**
 * Whether a rule named in a suppression certainly silences nothing. It cannot be told where the rule is off, where what
 * stands there is a draft, closed, past or damaged, and of rules that depend on as-of: those may be needed another day.
 */
export function isUnused({ rule: suppressedRule, used, off }: SuppressedRule, suppression: AppliedSuppression, strategy: Strategy): boolean {
  if (used || off) return false;
  if (suppressedRule === null) return true;
  if (suppressedRule.dependsOnAsOf || isSilent(suppressedRule, strategy)) return false;
  return !suppression.subjects().some(isSpared);
}

function isSpared(entity: Entity): boolean {
  if (entity.declaration.broken) return true;
  switch (entity.kind) {
    case 'goal': case 'objective': case 'kr': case 'initiative': return entity.status.value === 'draft' || entity.closed || entity.past;
    default: return false;
  }
}
