/** What the rules say of a strategy once its suppressions are applied. */

import type { Strategy } from '../model/strategy.ts';
import { runRules, runSuppressionRules, type RuleFinding } from './engine.ts';
import type { Settings } from './settings.ts';
import { Subjects } from './subjects.ts';
import { applySuppressions } from './suppressions.ts';

/** Every finding that is not silenced, in any order; in short steps. */
export function* findingsOf(strategy: Strategy, settings: Settings): Generator<void, readonly RuleFinding[]> {
  const subjects = new Subjects(strategy);
  const found = yield* runRules(strategy, settings, subjects);
  const { kept, suppressions } = applySuppressions(strategy, found, settings, subjects);
  yield;
  return [...kept, ...yield* runSuppressionRules(strategy, settings, subjects, suppressions)];
}
