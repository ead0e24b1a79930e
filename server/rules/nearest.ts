/**
 * The names nearest to a mistyped one. Costs are bounded whatever the input: long names are not compared, a length
 * or letters that differ too much end a comparison before it begins, and a finder compares only so many pairs.
 */

const LONGEST_NAME = 64;

/** How many edits may separate a typed name from what was meant: about a third of it, at most three. */
function mostEdits(length: number): number {
  if (length <= 2) return 1;
  return Math.min(3, Math.ceil(length / 3));
}

/**
 * The number of insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b` (optimal string
 * alignment: Damerau 1964, Levenshtein 1966); `limit + 1` where it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared === 0 ? distance(a, b, limit) : distance(a.slice(shared), b.slice(shared), limit);
}

/** That of names which differ from the first letter on. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(at(previous, b.length), limit + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

/** Which letters a name holds whatever their case, one bit for several: names whose bits differ much cannot be near each other. */
function letters(name: string): number {
  let bits = 0;
  for (let index = 0; index < name.length; index++) bits |= 1 << (name.charCodeAt(index) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many names are looked at for all that is asked at once, and how many are compared, so that many unknown names among many stay cheap. */
const MOST_LOOKS = 5_000_000;
const MOST_COMPARISONS = 100_000;

interface Answer {
  /** null where it took too many comparisons. */
  readonly near: readonly string[] | null;
  readonly comparisons: number;
}

/** A set of names by their lengths, since names of too different lengths are not near each other. */
export class NamesByLength {
  readonly #byLength = new Map<number, Set<string>>();
  #size = 0;

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  get size(): number {
    return this.#size;
  }

  add(name: string): void {
    const alike = this.#byLength.get(name.length) ?? new Set();
    this.#byLength.set(name.length, alike);
    if (alike.has(name)) return;
    alike.add(name);
    this.#size += 1;
  }

  delete(name: string): void {
    if (this.#byLength.get(name.length)?.delete(name) === true) this.#size -= 1;
  }

  ofLength(length: number): ReadonlySet<string> {
    return this.#byLength.get(length) ?? NO_NAMES;
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Finds the names nearest to a typed one; answers are kept for as long as they hold. */
export class NearestNames {
  readonly #sets: readonly NamesByLength[];
  readonly #answers = new Map<string, Answer>();

  /** Among the names of all these sets, which may change. */
  constructor(sets: readonly NamesByLength[]) {
    this.#sets = sets;
  }

  /** Says that there is such a name now, or none any more. */
  onChange(name: string): void {
    for (const typed of this.#answers.keys()) {
      const folded = typed.toLowerCase();
      if (mayBeNear(folded, letters(folded), name, mostEdits(folded.length))) this.#answers.delete(typed);
    }
  }

  /** The nearest first, at most `most`; none where nothing is near. Case counts for nothing. */
  find(typed: string, most = 3): readonly string[] {
    return (this.#answer(typed, MOST_COMPARISONS).near ?? []).slice(0, most);
  }

  /** The nearest of each of several names, the nearest first; none of any that would take more than its part of the time. */
  findEach(typed: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
    const size = this.#sets.reduce((sum, names) => sum + names.size, 0);
    if (typed.size * size > MOST_LOOKS) return new Map();
    const part = Math.floor(MOST_COMPARISONS / Math.max(typed.size, 1));
    return new Map(Array.from(typed, (name) => {
      const { near, comparisons } = this.#answer(name, part);
      return [name, near === null || comparisons > part ? [] : near];
    }));
  }

  #answer(typed: string, most: number): Answer {
    let answer = this.#answers.get(typed);
    if (answer === undefined || (answer.near === null && answer.comparisons < most)) {
      answer = this.#search(typed, most);
      this.#answers.set(typed, answer);
    }
    return answer;
  }

  #search(typed: string, most: number): Answer {
    if (typed.length > LONGEST_NAME) return { near: [], comparisons: 0 };
    const folded = typed.toLowerCase();
    const limit = mostEdits(folded.length);
    const bits = letters(folded);
    const near: { name: string; edits: number }[] = [];
    let comparisons = 0;
    for (const name of this.#ofLengths(folded.length - limit, folded.length + limit)) {
      if (name === typed || !mayBeNear(folded, bits, name, limit)) continue;
      if (comparisons === most) return { near: null, comparisons };
      comparisons += 1;
      const edits = editDistance(folded, name.toLowerCase(), limit);
      if (edits <= limit) near.push({ name, edits });
    }
    near.sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
    const [best] = near;
    // What is clearly farther than the best would only distract.
    const found = best === undefined ? [] : near.filter(({ edits }) => edits <= best.edits + 1).map(({ name }) => name);
    return { near: found, comparisons };
  }

  * #ofLengths(least: number, most: number): Generator<string> {
    for (const names of this.#sets) {
      for (let length = least; length <= most; length++) yield* names.ofLength(length);
    }
  }
}

/** One edit changes the length by at most one, and at most two letters. */
function mayBeNear(typed: string, typedLetters: number, name: string, limit: number): boolean {
  return Math.abs(name.length - typed.length) <= limit && countBits(letters(name) ^ typedLetters) <= 2 * limit;
}

/** The nearest of a few words, for a list that is fixed; null where none is near. */
export function nearestWord(typed: string, words: Iterable<string>): string | null {
  return new NearestNames([new NamesByLength(words)]).find(typed, 1)[0] ?? null;
}
