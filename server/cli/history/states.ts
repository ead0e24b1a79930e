/** The states of a strategy in its history: each commit is listed once, each content read once. */

import { dayOfMoment, type Day } from '../../../grammar/calendar.ts';
import type { State } from '../../review/state.ts';
import type { Repository } from '../git/repository.ts';
import { Sources } from '../git/sources.ts';
import { readGitStates } from '../git/state.ts';
import type { Commit } from './commits.ts';

const NOTHING: State = { roots: new Map(), submodules: new Map() };
/** A history is walked from one end to the other: what was read long ago is not asked for again. */
const MOST_KEPT = 64;

export class States {
  readonly #repository: Repository;
  readonly #sources = new Sources();
  readonly #kept = new Map<string, State>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** The state of a commit; null is the state before the first one. */
  async at(commit: string | null): Promise<State> {
    if (commit === null) return NOTHING;
    const known = this.#kept.get(commit);
    if (known !== undefined) return known;
    const [state = NOTHING] = await readGitStates(this.#repository, [{ type: 'commit', commit }], this.#sources);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= MOST_KEPT) this.#kept.delete(oldest);
    this.#kept.set(commit, state);
    return state;
  }
}

/** The day of a commit (UTC), by which it is judged what had begun. */
export function dayOf({ date }: Commit): Day {
  return dayOfMoment(new Date(date));
}
