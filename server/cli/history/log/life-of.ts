/** The life of one thing through git: every commit that changed what it means, newest first. */

import { dayOfMoment } from '../../../../grammar/calendar.ts';
import { mayConcern } from '../../../review/history/concerns.ts';
import { endOf, lifeStep, nameAfter } from '../../../review/history/life.ts';
import { stepBetween, type Step } from '../../../review/history/step.ts';
import type { Change } from '../../../review/review.ts';
import type { State } from '../../../review/state.ts';
import { NamesByLength, NearestNames } from '../../../rules/nearest.ts';
import { Git } from '../../git/git.ts';
import { Repository } from '../../git/repository.ts';
import { UsageError } from '../../output.ts';
import type { Surroundings } from '../../review/comparison.ts';
import { strategyCommits, type Commit } from '../commits.ts';
import { dayOf, States } from '../states.ts';
import { SHORT_ID, type Life, type LifeEntry } from './life.ts';

const NAMES_SUGGESTED = 3;

/** Looks for the thing that is called `id` now, or was called so last. Rejects with `UsageError`. `onCommit` is told of each commit. */
export async function lifeOf(surroundings: Surroundings, id: string, since: string | null, onCommit: () => void): Promise<Life> {
  const repository = await Repository.open(surroundings.folder, surroundings.environment);
  try {
    const git = new Git(surroundings.folder, surroundings.environment);
    const head = await repository.commit('HEAD');
    const range = since === null ? head : `${await repository.commit(since)}..${head}`;
    const commits = await strategyCommits(git, { range, firstParent: false });
    return await new LifeReader(new States(repository), id, onCommit).read(head, commits, { since, isCut: repository.isShallow && since === null });
  } finally {
    repository.close();
  }
}

class LifeReader {
  readonly #states: States;
  readonly #id: string;
  readonly #onCommit: () => void;
  readonly #entries: LifeEntry[] = [];
  /** What the thing is called at each commit from which it is looked for. */
  readonly #names = new Map<string, string>();
  #subject: Life['subject'] | null = null;
  #exists = false;
  /** Names that were met, to suggest from. */
  readonly #met = new Set<string>();

  constructor(states: States, id: string, onCommit: () => void) {
    this.#states = states;
    this.#id = id;
    this.#onCommit = onCommit;
  }

  async read(head: string, commits: readonly Commit[], { since, isCut }: Pick<Life, 'since' | 'isCut'>): Promise<Life> {
    const newest = commits[0]?.id ?? head;
    this.#find(await this.#states.at(head));
    if (this.#subject !== null) {
      this.#exists = true;
      this.#names.set(newest, this.#id);
    }
    for (const commit of commits) {
      this.#onCommit();
      await this.#visit(commit);
    }
    if (this.#subject === null) throw new UsageError(this.#notFound());
    return { subject: this.#subject, exists: this.#exists, since, entries: this.#entries, isCut };
  }

  /** Notes the thing where a state has it. */
  #find({ roots }: State): void {
    const found: Life['subject'][] = [];
    for (const state of roots.values()) {
      const step = stepBetween(null, state, ANY_DAY);
      for (const name of step?.after?.byId.keys() ?? []) this.#met.add(name);
      const entity = step?.after?.byId.get(this.#id);
      if (entity !== undefined) found.push({ root: state.root, type: entity.kind, id: this.#id, title: entity.title });
    }
    const [first, second] = found;
    if (first !== undefined && second !== undefined) {
      throw new UsageError(`'${this.#id}' stands in several strategies (${found.map(({ root }) => root).join(', ')}); run this in the folder of the one that is meant`);
    }
    if (first !== undefined) this.#subject = first;
  }

  async #visit(commit: Commit): Promise<void> {
    const after = await this.#states.at(commit.id);
    const parents = commit.parents.length === 0 ? [null] : commit.parents;
    const name = this.#names.get(commit.id);
    if (name === undefined && this.#subject !== null) return;
    const told: (readonly Change[])[] = [];
    let entryName = name ?? this.#id;
    for (const parent of parents) {
      const before = await this.#states.at(parent);
      if (this.#subject === null) this.#find(before);
      if (this.#subject === null) continue;
      const [was, is] = [before.roots.get(this.#subject.root) ?? null, after.roots.get(this.#subject.root) ?? null];
      const untouched = name !== undefined && was !== null && is !== null && !mayConcern(was, is, name);
      const step = untouched ? null : stepBetween(was, is, dayOf(commit));
      const newName = name === undefined && step !== null ? nameAfter(step, this.#id) : null;
      if (newName !== null) throw new UsageError(`'${this.#id}' has been called '${newName}' since ${commit.id.slice(0, SHORT_ID)}; ask for throughline log ${newName}`);
      const { changes, previous } = stepOf(step, name, this.#id);
      told.push(changes);
      if (previous !== null && parent !== null) this.#names.set(parent, previous);
      if (name === undefined && previous !== null) entryName = previous;
    }
    const changes = inAll(told);
    if (changes.length > 0) this.#entries.push({ commit, id: entryName, changes });
  }

  #notFound(): string {
    const near = new NearestNames([new NamesByLength(this.#met)]).find(this.#id, NAMES_SUGGESTED);
    const advice = near.length === 0 ? 'name a goal, an objective or a key result, such as self-serve or self-serve.activation' : `did you mean ${near.join(' or ')}?`;
    return `nothing is called '${this.#id}', now or in the history that was looked at; ${advice}`;
  }
}

/** Which day it is plays no part in what is called what. */
const ANY_DAY = dayOfMoment(new Date(0));

/** What a step did to the thing, and what it was called before. `name` is what it is called after, undefined where it is gone. */
function stepOf(step: Step | null, name: string | undefined, lastName: string): { readonly changes: readonly Change[]; readonly previous: string | null } {
  // Nothing of it changed: it is called what it was.
  if (step === null) return { changes: [], previous: name ?? lastName };
  const life = name === undefined ? endOf(step, lastName) : lifeStep(step, name);
  return { changes: life?.changes ?? [], previous: life?.before ?? null };
}

/** Of a merge what differs from each of its parents: the rest was told where it was made. */
function inAll(told: readonly (readonly Change[])[]): readonly Change[] {
  const [first = [], ...others] = told;
  return first.filter(({ fingerprint }) => others.every((changes) => changes.some((change) => change.fingerprint === fingerprint)));
}
