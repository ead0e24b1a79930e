/** The order of changes (review.md section 3): by risk, then the table's order, then type, id, property. */

import { compareText } from '../rules/diagnostic.ts';
import { changeKinds, RISKS } from './kinds.ts';
import type { Change } from './review.ts';

const RANK: ReadonlyMap<string, number> = new Map(changeKinds.map(({ kind }, index) => [kind, index]));

/** Which of two changes comes first; 0 only where they say the same of the same thing. */
export function compareChanges(a: Change, b: Change): number {
  return RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk)
    || (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0)
    || compareText(a.subject.type, b.subject.type)
    || compareText(a.subject.id, b.subject.id)
    || compareText(a.property ?? '', b.property ?? '')
    || compareText(a.root, b.root)
    || compareText(a.before ?? '', b.before ?? '')
    || compareText(a.after ?? '', b.after ?? '');
}
