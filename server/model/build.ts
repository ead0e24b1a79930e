/** Files to a strategy, step by step; each step rests on the ones before it. */

import type { Day } from '../../grammar/calendar.ts';
import { align, flowsOf, readSupports, supportGraph, type Flow, type SupportNode } from './alignment.ts';
import { findCycles } from './cycles.ts';
import { declareSteps } from './declare.ts';
import { readBasics, readGoal, readKeyResult, readObjective, readOwners } from './entities.ts';
import { readDeclaredPeriods, readPlans } from './planning.ts';
import { compareFiles } from './order.ts';
import { resolveSteps } from './references.ts';
import { standGoals, standKeyResult, standObjective } from './standing.ts';
import { complete, each, type Steps } from './steps.ts';
import type { Entity, SourceFile, Strategy } from './strategy.ts';
import { traceMetrics } from './tracing.ts';

export interface BuildOptions {
  /** The day against which progress is judged. */
  readonly asOf: Day;
  /** Days after which an ended period is past (`past` in throughline.json). */
  readonly pastDays: number;
}

/** Reads all files of one root as one strategy (language.md sections 3 to 5). */
export function buildStrategy(files: readonly SourceFile[], options: BuildOptions): Strategy {
  return complete(strategySteps(files, options));
}

/** `buildStrategy` in short steps. */
export function* strategySteps(files: readonly SourceFile[], options: BuildOptions): Steps<Strategy> {
  const { parts } = yield* builtSteps(files, options);
  return { ...parts, byId: firstById(parts) };
}

/** A strategy, with what was worked out on the way that who keeps it up goes on with. */
export interface Built {
  readonly parts: Omit<Strategy, 'byId'>;
  /** What flows to goals and objectives. */
  readonly flows: ReadonlyMap<SupportNode, Flow>;
}

/** `buildStrategy` in short steps, for who goes on with it. */
export function* builtSteps(files: readonly SourceFile[], { asOf, pastDays }: BuildOptions): Steps<Built> {
  const ordered = [...files].sort(compareFiles);
  const declared = yield* declareSteps(ordered);
  yield* resolveSteps(declared);
  readDeclaredPeriods(declared);
  yield* readPlans(declared, asOf, pastDays);
  yield* readBasics(declared, asOf);
  yield* readOwners(declared);
  yield* each(declared.goals, (goal) => { readGoal(goal, asOf); });
  yield* each(declared.keyResults, (keyResult) => {
    readKeyResult(keyResult, asOf);
    standKeyResult(keyResult, asOf);
  });
  yield* each(declared.objectives, (objective) => {
    readObjective(objective);
    standObjective(objective, asOf);
  });
  const cycles = yield* findCycles(declared);
  readSupports(declared);
  yield;
  const graph = supportGraph(declared, cycles);
  yield;
  align(declared, graph);
  yield;
  const flows = flowsOf(declared, graph);
  standGoals(declared.goals, flows, asOf);
  yield;
  yield* traceMetrics(declared, cycles, graph);
  const parts: Built['parts'] = {
    asOf, pastDays, files: ordered, cycles, unresolved: declared.unresolved,
    incomplete: ordered.some((file) => file.tree === null || file.tree.isCut),
    hasSyntaxErrors: ordered.some((file) => file.tree !== null && hasProblems(file.tree)),
    header: declared.headers[0] ?? null,
    headers: declared.headers, periods: declared.periods, teams: declared.teams, people: declared.people, metrics: declared.metrics,
    goals: declared.goals, objectives: declared.objectives, keyResults: declared.keyResults, initiatives: declared.initiatives,
    entities: declared.entities,
  };
  return { parts, flows };
}

/** Whether a file has a syntax error. */
export function hasProblems(tree: NonNullable<SourceFile['tree']>): boolean {
  return tree.problems.length > 0 || tree.chunks.some(({ chunk }) => chunk.problems.length > 0);
}

function firstById({ entities }: Pick<Strategy, 'entities'>): ReadonlyMap<string, Entity> {
  const byId = new Map<string, Entity>();
  for (const entity of entities) {
    if (entity.kind !== 'strategy' && entity.laterThan === null && !byId.has(entity.id)) byId.set(entity.id, entity);
  }
  return byId;
}
