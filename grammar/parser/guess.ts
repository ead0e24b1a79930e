/** What a word that means nothing was meant to be. */

/** Words that people know from elsewhere, with the one that says it here. */
const ALIASES: Readonly<Record<string, string>> = {
  'key-result': 'kr', keyresult: 'kr', 'key_result': 'kr', result: 'kr', krs: 'kr',
  objectives: 'objective', okr: 'objective', goals: 'goal', teams: 'team', people: 'person', user: 'person', member: 'person',
  project: 'initiative', epic: 'initiative', kpi: 'metric', quarter: 'period',
  owners: 'owner', owned: 'owner', accountable: 'owner', responsible: 'owner', contributors: 'with', contributes: 'with',
  depends: 'needs', dependencies: 'needs', requires: 'needs', serves: 'supports', parent: 'supports', aligns: 'supports',
  due: 'by', deadline: 'by', current: 'now', currently: 'now', url: 'link', href: 'link', mail: 'email', state: 'status',
  checkins: 'checkin', conf: 'confidence', target: 'to', reach: 'to', reaches: 'to', baseline: 'from', increase: 'up', decrease: 'down',
  until: 'by', till: 'by', actual: 'now', today: 'now', 'check-in': 'checkin', update: 'checkin', units: 'unit', direction: 'better', leader: 'lead',
};

const LONGEST = 24;
/** Letters of a word that is not finished. */
const SHORTEST_BEGINNING = 3;

/** The nearest of the words, where one is near enough that it can be meant; null where none is. */
export function guess(word: string, words: Iterable<string>): string | null {
  if (word.length > LONGEST) return null;
  const lower = word.toLowerCase().replace(/^kr[-_]?\d{1,3}$/, 'kr');
  const alias = ALIASES[lower];
  const began: string[] = [];
  let best: string | null = null;
  let bestDistance = lower.length < 3 ? 0.5 : lower.length < 5 ? 1.5 : 2.5;
  for (const candidate of words) {
    if (candidate === alias) return candidate;
    if (lower.length >= SHORTEST_BEGINNING && candidate.startsWith(lower)) began.push(candidate);
    const distance = lower === candidate ? 0 : editDistance(lower, candidate);
    if (distance >= bestDistance || distance >= candidate.length - 1) continue;
    best = candidate;
    bestDistance = distance;
  }
  const [only] = began;
  return only !== undefined && began.length === 1 && bestDistance > 0 ? only : best;
}

/** Letters to add, leave out, change or swap with their neighbour (Damerau 1964, each pair at most once). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
