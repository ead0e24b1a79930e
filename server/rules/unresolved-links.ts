/** The references of a strategy that mean nothing, gathered once for the rules that tell of them. */

import { withoutLost } from './lost-names.ts';
import type { Link } from '../model/strategy.ts';
import type { Gathering, Overview } from './overview.ts';

/** The references that mean nothing, or something of the wrong kind. */
export const unresolvedReferences: Gathering<Link> = {
  of: ({ links }) => (links.some(isUnresolved) ? links.filter(isUnresolved) : NONE),
};

const NONE: readonly Link[] = [];

function isUnresolved({ resolution }: Link): boolean {
  return resolution === 'unknown' || resolution === 'wrong-kind';
}

/** Those of them that no syntax error is the cause of. For `Overview.once`. */
export function unresolvedLinks(overview: Overview): readonly Link[] {
  return withoutLost(overview, [...overview.gathered(unresolvedReferences).values()].flat());
}
