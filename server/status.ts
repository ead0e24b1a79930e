/** Where the strategies of a workspace stand, for the client's status item. */

import { formatDay } from '../grammar/calendar.ts';
import type { Analysis } from './analysis.ts';
import type { FindingCounts } from './findings.ts';
import { folderName } from './features/preview/root.ts';
import type { Goal, Health, Objective } from './model/strategy.ts';
import type { HealthCounts, RootStatus } from './protocol.ts';

export interface RootFacts {
  readonly uri: string;
  readonly files: number;
  /** How many files could not be read. */
  readonly unreadable: number;
  readonly findings: FindingCounts;
}

/** The status of one strategy. A file that could not be read counts as an error. */
export function rootStatus({ uri, files, unreadable, findings }: RootFacts, { strategy, asOf }: Pick<Analysis, 'strategy' | 'asOf'>): RootStatus {
  return {
    uri, files, findings: { ...findings, error: findings.error + unreadable },
    name: strategy.header?.title ?? folderName(uri),
    asOf: formatDay(asOf),
    goals: healthCounts(strategy.goals),
    objectives: healthCounts(strategy.objectives),
  };
}

function healthCounts(things: readonly (Goal | Objective)[]): HealthCounts {
  const counts: Record<Health, number> = {
    'on-track': 0, 'at-risk': 0, 'off-track': 0, done: 0, 'not-started': 0, paused: 0, draft: 0, dropped: 0, unknown: 0,
  };
  for (const { health, past, laterThan } of things) if (!past && laterThan === null) counts[health] += 1;
  return counts;
}
