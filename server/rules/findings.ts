/** What the rules say of a strategy once its suppressions are applied. */

import type { Steps } from '../model/steps.ts';
import type { SourceFile, Strategy } from '../model/strategy.ts';
import { runRule, strategyRules, suppressionRules, type RuleFinding } from './engine.ts';
import { Overview } from './overview.ts';
import { wholeScope, type Scope } from './scope.ts';
import type { Settings } from './settings.ts';
import { isSilent } from './silence.ts';
import { Subjects } from './subjects.ts';
import { applySuppressions, hasSuppressions } from './suppressions.ts';

/** Every finding that is not silenced, in any order; in short steps. */
export function* findingsOf(strategy: Strategy, settings: Settings): Steps<readonly RuleFinding[]> {
  const scope = wholeScope(new Overview(strategy));
  const found: RuleFinding[] = [];
  for (const rule of strategyRules) {
    if (isSilent(rule, strategy)) continue;
    for (const finding of runRule(rule, scope, settings)) found.push(finding);
    yield;
  }
  const suppressing = strategy.files.filter(hasSuppressions);
  if (suppressing.length === 0) return found;
  const files = new Map<string, RuleFinding[]>(suppressing.map(({ path }) => [path, []]));
  const rest: RuleFinding[] = [];
  for (const finding of found) (files.get(finding.place.origin.file.path) ?? rest).push(finding);
  for (const file of suppressing) {
    for (const finding of findingsIn(file, files.get(file.path) ?? [], scope, settings)) rest.push(finding);
    yield;
  }
  return rest;
}

/** What is left of the findings of a file once its suppressions are applied, with the findings on these. */
export function findingsIn(file: SourceFile, found: readonly RuleFinding[], scope: Scope, settings: Settings): readonly RuleFinding[] {
  const { kept, suppressions } = applySuppressions(file, found, settings, new Subjects(scope.strategy));
  if (suppressions.length === 0) return kept;
  return [...kept, ...suppressionRules.flatMap((rule) => runRule(rule, scope, settings, suppressions))];
}
