/** Another way to write what stands under the cursor, that means the same. */

import type { Entity, Strategy } from '../../model/strategy.ts';
import type { Plan } from '../plan.ts';

/** What a refactoring knows. */
export interface Given {
  /** The innermost thing around the cursor. */
  readonly entity: Entity;
  readonly strategy: Strategy;
  /** The client can create files. */
  readonly createsFiles: boolean;
}

export interface Offer {
  /** An instruction, in sentence case without a full stop. */
  readonly title: string;
  readonly plan: () => Plan;
}

export interface Refactoring {
  /** Of the protocol: `refactor.extract`, `refactor.inline`, `refactor.rewrite`, `refactor.move`. */
  readonly kind: string;
  readonly offers: (given: Given) => readonly Offer[];
}
