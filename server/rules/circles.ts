/** How circles of links are told: once for each set of things that all reach each other, on its first reference. */

import { label, shortLabel } from '../model/naming.ts';
import type { Cycle, Link } from '../model/strategy.ts';
import { placeOfLink } from './places.ts';
import type { Finding } from './rule.ts';
import type { Scope } from './scope.ts';
import { written } from './wording.ts';

/** How many names of a long circle the message spells out. */
const NAMED_STEPS = 8;

/** The findings on circles of one kind; `advice` says how to break one. */
export function circleFindings({ strategy }: Scope, kind: Cycle['kind'], advice: string): readonly Finding[] {
  return strategy.cycles.filter((cycle) => cycle.kind === kind).map(({ first, steps, members }) => {
    const others = members.size - steps.length;
    const more = others > 0 ? ` (${others} more ${others === 1 ? 'thing is' : 'things are'} caught in it by other ways)` : '';
    return {
      place: placeOfLink(first),
      message: `${label(first.from)} ${circleText(kind, steps)}${more}. ${advice}`,
      related: steps.map((step) => ({ place: placeOfLink(step), message: `${label(step.from)} says \`${kind} ${written(step.from, step.reference)}\`` })),
    };
  });
}

const VERBS: Readonly<Record<Cycle['kind'], string>> = { supports: 'supports', needs: 'needs', drives: 'drives', in: 'is in' };

function circleText(kind: Cycle['kind'], steps: readonly Link[]): string {
  const verb = VERBS[kind];
  if (steps.length === 1) return `${verb} itself`;
  const between = steps.slice(1).map(({ from }) => shortLabel(from));
  const named = between.length <= NAMED_STEPS ? between : [...between.slice(0, NAMED_STEPS), `${between.length - NAMED_STEPS} more`];
  return `${verb} itself by way of ${named.join(', then ')}`;
}
