/** How steady a strategy was from one revision to another, along what was merged. */

import { dayOfMoment, type Day } from '../../../../grammar/calendar.ts';
import { buildStrategy } from '../../../model/build.ts';
import { ChurnCounter, type Churn } from '../../../review/history/churn.ts';
import { stepBetween } from '../../../review/history/step.ts';
import type { RootState, State } from '../../../review/state.ts';
import { readSettings } from '../../../rules/settings.ts';
import { Git } from '../../git/git.ts';
import { Repository } from '../../git/repository.ts';
import { UsageError } from '../../output.ts';
import type { Surroundings } from '../../review/comparison.ts';
import { strategyCommits } from '../commits.ts';
import { States } from '../states.ts';

/** An end of the range. */
export interface ChurnEnd {
  readonly given: string;
  readonly commit: string;
  readonly day: Day;
}

export interface ChurnReport {
  readonly base: ChurnEnd;
  readonly head: ChurnEnd;
  readonly root: string;
  /** What the strategy is called; null where it has no title. */
  readonly title: string | null;
  readonly churn: Churn;
}

/** Reads a range such as `v1.0..main`. Rejects with `UsageError`. `onCommit` is told of each commit. */
export async function churnOf(surroundings: Surroundings, range: string, onCommit: () => void): Promise<ChurnReport> {
  const { from, to } = endsOf(range);
  const repository = await Repository.open(surroundings.folder, surroundings.environment);
  try {
    const git = new Git(surroundings.folder, surroundings.environment);
    const [base, head] = [await endAt(git, repository, from), await endAt(git, repository, to)];
    const states = new States(repository);
    const [first, last] = [await states.at(base.commit), await states.at(head.commit)];
    const root = rootOf([first, last]);
    const counter = new ChurnCounter(strategyIn(first.roots.get(root), base.day), base.day);
    let before = first;
    // Oldest first; what does not touch strategy files leaves the state as it is.
    for (const commit of (await strategyCommits(git, { range: `${base.commit}..${head.commit}`, firstParent: true })).toReversed()) {
      onCommit();
      const after = await states.at(commit.id);
      const day = dayOfMoment(new Date(commit.committed));
      const step = stepBetween(before.roots.get(root) ?? null, after.roots.get(root) ?? null, day);
      if (step !== null) counter.add(step, { id: commit.id, author: commit.author.name, message: commit.message.split('\n', 1)[0] ?? '' }, day);
      before = after;
    }
    const title = strategyIn(last.roots.get(root) ?? first.roots.get(root), head.day)?.header?.title ?? null;
    return { base, head, root, title, churn: counter.result(head.day) };
  } finally {
    repository.close();
  }
}

/** `A..B`; an end that is left out is HEAD, as in git. */
function endsOf(range: string): { readonly from: string; readonly to: string } {
  const { from, to } = /^(?<from>.*?)\.\.(?<to>.*)$/s.exec(range)?.groups ?? {};
  if (from === undefined || to === undefined || from === '' || to.startsWith('.')) throw new UsageError(`'${range}' is no range; write it as BASE..HEAD, such as v1.0..main`);
  return { from, to: to === '' ? 'HEAD' : to };
}

async function endAt(git: Git, repository: Repository, given: string): Promise<ChurnEnd> {
  const commit = await repository.commit(given);
  const out = await git.output(['log', '-1', '--no-show-signature', '--format=%cI', '--end-of-options', commit], 'the commit could not be read');
  return { given, commit, day: dayOfMoment(new Date(out.toString().trim())) };
}

/** The one strategy that is looked at. */
function rootOf(states: readonly State[]): string {
  const roots = [...new Set(states.flatMap(({ roots: found }) => [...found].filter(([, { files }]) => files.length > 0).map(([root]) => root)))].sort();
  const [only] = roots;
  if (only === undefined) throw new UsageError('no strategy file on either side; the name of a strategy file ends in .strategy');
  if (roots.length > 1) throw new UsageError(`there are ${roots.length} strategies here, and churn is about one: run it in the folder of one of ${roots.join(', ')}`);
  return only;
}

function strategyIn(state: RootState | undefined, asOf: Day) {
  return state === undefined ? null : buildStrategy(state.files, { asOf, pastDays: readSettings(state.settingsText).settings.past });
}
