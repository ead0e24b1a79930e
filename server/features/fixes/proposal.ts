/** What an editor proposes to mend a finding with: one of several ways, of which the author chooses. */

import type { Diagnostic } from '../../rules/diagnostic.ts';
import type { Analysis } from '../../analysis.ts';
import type { Entity, Link } from '../../model/strategy.ts';
import type { Plan } from '../plan.ts';

export interface Proposal {
  /** An instruction, in sentence case without a full stop. */
  readonly title: string;
  readonly plan: () => Plan;
}

/** A finding with the thing on which it stands. */
export interface Found {
  readonly finding: Diagnostic;
  readonly analysis: Analysis;
  /** The innermost thing around it. */
  readonly entity: Entity;
  /** The reference on which it stands; null elsewhere. */
  readonly link: Link | null;
}
