/** A strategy to its scorecard. */

import { formatDay, type Day } from '../../../grammar/calendar.ts';
import type { Strategy } from '../../model/strategy.ts';
import { matcherOf, type Matcher } from '../filter.ts';
import { mention } from '../mention.ts';
import type { ViewOptions } from '../view.ts';
import { groupers, type Item } from './groups.ts';
import type { Scorecard, ScorecardGroup, ScorecardRow } from './model.ts';
import { goalMetricRow, goalRow, keyResultRow, objectiveRow } from './rows.ts';
import { sortRows } from './sorting.ts';
import { totalsOf } from './totals.ts';

export type ScorecardOptions = Pick<ViewOptions, 'filter' | 'history' | 'grouping' | 'sorting'>;

interface Choice {
  /** null takes everything. */
  readonly matches: Matcher | null;
  readonly history: boolean;
  readonly asOf: Day;
}

/** Goals, objectives and krs as the options ask for them, each once, in groups. */
export function scorecard(strategy: Strategy, { filter, history, grouping, sorting }: ScorecardOptions): Scorecard {
  const choice: Choice = { matches: matcherOf(strategy, filter), history, asOf: strategy.asOf };
  const groups: ScorecardGroup[] = [];
  for (const { of, title, items } of groupers[grouping](strategy)) {
    const rows = items.flatMap((item) => rowsOf(item, choice));
    if (rows.length > 0) groups.push({ of: of === null ? null : mention(of), title, rows: sortRows(rows, sorting), totals: totalsOf(rows) });
  }
  return { asOf: formatDay(strategy.asOf), groups, totals: totalsOf(groups.flatMap(({ rows }) => rows)) };
}

/** The row of an item with those below it; where it is history and that is not asked for, those below it alone. */
function rowsOf({ entity, of, below }: Item, choice: Choice): readonly ScorecardRow[] {
  const under = below.flatMap((item) => rowsOf(item, choice));
  if (entity.laterThan !== null || (!choice.history && (entity.past || entity.status.value === 'dropped'))) return under;
  const matched = choice.matches === null || choice.matches(entity);
  if (!matched && under.length === 0) return [];
  return [{ ...rowOf(entity, choice.asOf), of: of === null ? null : mention(of), context: !matched, rows: [...matched ? metricRows(entity, choice.asOf) : [], ...under] }];
}

function rowOf(entity: Item['entity'], asOf: Day): Omit<ScorecardRow, 'rows' | 'context' | 'of'> {
  switch (entity.kind) {
    case 'goal': return goalRow(entity);
    case 'objective': return objectiveRow(entity, asOf);
    case 'kr': return keyResultRow(entity, asOf);
    default: return entity satisfies never;
  }
}

function metricRows(entity: Item['entity'], asOf: Day): readonly ScorecardRow[] {
  if (entity.kind !== 'goal') return [];
  return entity.metrics.flatMap((metric) => {
    const row = goalMetricRow(entity, metric, asOf);
    return row === null ? [] : [{ ...row, of: null, context: false, rows: [] }];
  });
}
