/** What the owners come to, in words. */

import { isAnswered, type OwnersModel } from './model.ts';

/** In one sentence. */
export function ownersSummary({ asOf, owners, contributions, unowned }: OwnersModel): string {
  const loaded = owners.filter(({ goals, loads }) => goals.length > 0 || loads.some((load) => load.objectives.length + load.keyResults + load.initiatives > 0));
  const over = owners.filter(({ loads }) => loads.some(({ effort }) => effort !== null && isOver(effort.share)));
  const open = contributions.filter((contribution) => !isAnswered(contribution));
  return [
    `${counted(loaded.length, 'team or person', 'teams and people')} ${loaded.length === 1 ? 'answers' : 'answer'} for something that is on as of ${asOf}`,
    over.length === 0 ? '' : `${over.length === 1 ? '1 has' : `${over.length} have`} more to do than capacity`,
    open.length === 0 ? '' : `${counted(open.length, 'contribution', 'contributions')} across teams ${open.length === 1 ? 'is' : 'are'} named and not planned`,
    unowned.length === 0 ? 'nothing is without an owner' : `${counted(unowned.length, 'thing has', 'things have')} no owner`,
  ].filter((part) => part !== '').join('; ').concat('.');
}

/** Whether an effort is more than the capacity. */
export function isOver(share: number | null): boolean {
  return share !== null && share > 1 + 1e-9;
}

/** `1 thing`, `3 things`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
