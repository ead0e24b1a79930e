/** The proposals of an editor by the rule whose findings they mend, beside the fixes that the rules have themselves. */

import { align } from './align.ts';
import { addKind, addPeriod, addUnit } from './complete.ts';
import { declareMissing } from './declare.ts';
import { baseline, milestone, split, withinPeriod } from './measure.ts';
import { own } from './own.ts';
import type { Found, Proposal } from './proposal.ts';

export const PROPOSALS: Readonly<Record<string, (found: Found) => readonly Proposal[]>> = {
  'unaligned-objective': align,
  'unaligned-support': align,
  'missing-owner': own,
  'unknown-reference': declareMissing,
  'unmeasured-key-result': milestone,
  'missing-baseline': baseline,
  'late-date': withinPeriod,
  'duplicate-property': split,
  'missing-period': addPeriod,
  'goal-without-kind': addKind,
  'missing-property': addUnit,
};
