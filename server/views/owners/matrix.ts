/** Contributions as a matrix: who answers down, who contributes across. */

import type { Mention } from '../mention.ts';
import { isAnswered, type Contribution, type OwnersModel } from './model.ts';

/** More columns than these fit on no page. */
const MOST = 30;

export interface Matrix {
  /** Those with the most contributions. */
  readonly contributors: readonly Mention[];
  /** How many contribute beside them. */
  readonly others: number;
  readonly rows: readonly { readonly owner: Mention; readonly cells: readonly (MatrixCell | null)[] }[];
}

export interface MatrixCell {
  /** Never empty. */
  readonly contributions: readonly Contribution[];
  /** In one of them at least the contributor has a part of its own. */
  readonly answered: boolean;
}

/** Rows and columns in the order of `owners`; teams that neither count on others nor are counted on are left out. */
export function matrixOf({ contributions, owners }: Pick<OwnersModel, 'contributions' | 'owners'>): Matrix {
  const order = new Map(owners.map(({ owner }, index) => [owner.id, index]));
  const byOrder = (a: Mention, b: Mention): number => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0);
  const all = new Map<string, { readonly contributor: Mention; count: number }>();
  const rows = new Map<string, { readonly owner: Mention; readonly by: Map<string, Contribution[]> }>();
  for (const contribution of contributions) {
    const { owner, contributor } = contribution;
    const counted = all.get(contributor.id);
    if (counted === undefined) all.set(contributor.id, { contributor, count: 1 });
    else counted.count += 1;
    const row = rows.get(owner.id) ?? { owner, by: new Map<string, Contribution[]>() };
    rows.set(owner.id, row);
    const cell = row.by.get(contributor.id);
    if (cell === undefined) row.by.set(contributor.id, [contribution]);
    else cell.push(contribution);
  }
  const most = new Set([...all.values()].sort((a, b) => b.count - a.count).slice(0, MOST));
  const contributors = [...all.values()].filter((one) => most.has(one)).map(({ contributor }) => contributor).sort(byOrder);
  return {
    contributors,
    others: all.size - contributors.length,
    rows: [...rows.values()].sort((a, b) => byOrder(a.owner, b.owner)).map(({ owner, by }) => ({
      owner,
      cells: contributors.map(({ id }) => {
        const found = by.get(id);
        return found === undefined ? null : { contributions: found, answered: found.some(isAnswered) };
      }),
    })),
  };
}
