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

/** How many names a finder looks at in all, and how many it compares, so that many unknown names among many stay cheap. */
const MOST_LOOKS = 5_000_000;
const MOST_COMPARISONS = 100_000;

/** Finds the names nearest to a typed one among a fixed set. */
export class NearestNames {
  readonly #names: readonly string[];
  readonly #answers = new Map<string, readonly string[]>();
  #looksLeft = MOST_LOOKS;
  #comparisonsLeft = MOST_COMPARISONS;

  constructor(names: Iterable<string>) {
    this.#names = [...new Set(names)];
  }

  /** The nearest first, at most `most`; none where nothing is near. Case counts for nothing. */
  find(typed: string, most = 3): readonly string[] {
    let answer = this.#answers.get(typed);
    if (answer === undefined) {
      answer = this.#search(typed);
      this.#answers.set(typed, answer);
    }
    return answer.slice(0, most);
  }

  #search(typed: string): readonly string[] {
    if (typed.length > LONGEST_NAME || this.#looksLeft < this.#names.length) return [];
    this.#looksLeft -= this.#names.length;
    const folded = typed.toLowerCase();
    const limit = mostEdits(folded.length);
    const bits = letters(folded);
    const near: { name: string; edits: number }[] = [];
    for (const name of this.#names) {
      // One edit changes the length by at most one, and at most two letters.
      if (Math.abs(name.length - folded.length) > limit || countBits(letters(name) ^ bits) > 2 * limit || name === typed) continue;
      if (this.#comparisonsLeft-- <= 0) return [];
      const edits = editDistance(folded, name.toLowerCase(), limit);
      if (edits <= limit) near.push({ name, edits });
    }
    near.sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
    const [best] = near;
    // What is clearly farther than the best would only distract.
    return best === undefined ? [] : near.filter(({ edits }) => edits <= best.edits + 1).map(({ name }) => name);
  }
}

/** The nearest of a few words, for a list that is fixed; null where none is near. */
export function nearestWord(typed: string, words: Iterable<string>): string | null {
  return new NearestNames(words).find(typed, 1)[0] ?? null;
}
