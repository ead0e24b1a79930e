/** Words and phrases in titles, for the rules that read words. Linear in the title; case and Unicode form aside. */

/** A word of a title, lower case, with its place in the title. */
export interface TitleWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** One of its own: of a pattern that is searched with, the place to begin at is remembered. */
const NEXT_WORD = new RegExp(WORD);

/** The words of a text: runs of letters and digits. `world-class` is two. */
export function wordsOf(text: string): readonly TitleWord[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: normal(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function normal(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', '\'');
}

/** A run of words in a title: the first, and the one after the last. */
export interface PhraseMatch {
  readonly phrase: string;
  readonly first: number;
  readonly after: number;
}

/** A list of words and phrases as an option holds it. */
export class PhraseList {
  /** By first word, the longest first. */
  readonly #byFirst = new Map<string, { readonly phrase: string; readonly words: readonly string[] }[]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const words = wordsOf(phrase).map(({ text }) => text);
      const [first] = words;
      if (first === undefined) continue;
      const known = this.#byFirst.get(first) ?? [];
      known.push({ phrase, words });
      known.sort((a, b) => b.words.length - a.words.length);
      this.#byFirst.set(first, known);
    }
  }

  /** The longest phrase that begins at a word of the title; null without one. */
  at(words: readonly TitleWord[], index: number): PhraseMatch | null {
    const candidates = this.#byFirst.get(words[index]?.text ?? '') ?? [];
    const found = candidates.find((candidate) => candidate.words.every((word, offset) => words[index + offset]?.text === word));
    return found === undefined ? null : { phrase: found.phrase, first: index, after: index + found.words.length };
  }

  /** Whether some phrase begins with the word that stands in a title at an offset or after it; may be true where none does. */
  mayBeginAt(title: string, offset: number): boolean {
    NEXT_WORD.lastIndex = offset;
    const match = NEXT_WORD.exec(title);
    if (match === null) return false;
    // In the middle of a word it cannot be told.
    return (offset > 0 && match.index === offset) || this.#byFirst.has(normal(match[0]));
  }

  /** The first phrase that stands anywhere in the title, not as a part of a word joined by a hyphen; null without one. */
  findIn(title: string): PhraseMatch | null {
    const words = wordsOf(title);
    for (let index = 0; index < words.length; index++) {
      const match = this.at(words, index);
      if (match !== null && !isHyphenated(title, words, match)) return match;
    }
    return null;
  }
}

const lists = new WeakMap<readonly string[], PhraseList>();

/** The list that an option holds; worked out once. */
export function phraseList(phrases: readonly string[]): PhraseList {
  let list = lists.get(phrases);
  if (list === undefined) {
    list = new PhraseList(phrases);
    lists.set(phrases, list);
  }
  return list;
}

/** Whether a hyphen joins the phrase to the word before or after it: `energy-efficient` does not say `efficient`. */
function isHyphenated(title: string, words: readonly TitleWord[], { first, after }: PhraseMatch): boolean {
  const [before, start] = [words[first - 1], words[first]];
  const [last, next] = [words[after - 1], words[after]];
  const joined = (left: TitleWord | undefined, right: TitleWord | undefined): boolean =>
    left !== undefined && right !== undefined && /^[-‐‑]$/.test(title.slice(left.end, right.start));
  return joined(before, start) || joined(last, next);
}
