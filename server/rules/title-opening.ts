/**
 * How a title begins: behind its labels (`KR-4.2`, `2.`, `[Marketing]`), and whether the word it begins with is a verb
 * there (`Release the app`) or names something (`Release notes are read by every admin`).
 */

import { wordsOf, type PhraseList, type PhraseMatch, type TitleWord } from './phrases.ts';

/** The word or phrase of the list with which a title begins as a verb; null without one. */
export function openingVerb(title: string, verbs: PhraseList): string | null {
  const offset = opening(title);
  if (!verbs.mayBeginAt(title, offset)) return null;
  const words = wordsOf(title);
  const match = verbs.at(words, words.findIndex(({ start }) => start >= offset));
  return match === null || namesSomething(title, words, match) ? null : match.phrase;
}

/** What may stand before a title: no letter, digit or bracket. */
const ORNAMENT = /[^\p{L}\p{N}[({]+/uy;
const BRACKETED = /\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|[[({]/uy;
/** `KR1`, `KR-4.2:`, `O1.KR2 -`, `Key result 3`. */
const KEY_RESULT_CODE = /(?:(?:okr|kr|o|key result|objective)[-_. ]?#?\d+(?:(?:[-_.](?:kr)?|kr)\d+)*)(?![\p{L}\p{N}%])/iuy;
/** Any short code, where punctuation sets it off: `P0:`, `Q1 -`, `MKT-12)`. */
const CODE = /\p{L}{1,5}[-_.]?\d+(?:[-_.]\d+)*(?=[:)|]|\.\s|\s*[-–—|]\s)/uy;
/** `2.`, `2)`, `1.3:`, `4 -`; a number that counts (`24-hour`, `3 teams`, `99.9%`) is none. */
const NUMBER = /\d{1,4}(?:\.\d{1,3})*(?=[):|]|\.(?!\d)|\s*[-–—|]\s)/uy;
/** `1.2 Launch`: before a capital. */
const BARE_NUMBER = /\d{1,2}(?:\.\d{1,2})+(?=\s+\p{Lu})/uy;
/** `Marketing:`, `Sales & Success |`: one to three words. */
const HEADING = /[\p{L}\p{N}]{1,20}(?:(?:\s*[&/+]\s*|[ -])[\p{L}\p{N}]{1,20}){0,2}\s*(?=[:|]\s)/uy;

/** One of these stands in every label. */
const OF_LABELS = /[\d[({:|]/;

/** More labels than that have no title behind them. */
const MOST_LABELS = 8;

/** Each is tried where the one before it ends. What a colon sets off is a heading, whatever word it is. */
const LABELS = [BRACKETED, KEY_RESULT_CODE, CODE, NUMBER, BARE_NUMBER, HEADING];

/** Where the title begins, behind its labels. */
function opening(title: string): number {
  let offset = matchEnd(ORNAMENT, title, 0) ?? 0;
  if (!OF_LABELS.test(title)) return offset;
  for (let labels = 0; labels < MOST_LABELS; labels++) {
    const start = offset;
    const end = LABELS.map((label) => matchEnd(label, title, start)).find((found) => found !== null) ?? null;
    if (end === null) break;
    offset = matchEnd(ORNAMENT, title, end) ?? end;
  }
  return offset;
}

function matchEnd(pattern: RegExp, text: string, offset: number): number | null {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** After these a verb has its object: `Release the …`. */
const DETERMINERS = wordSet('a an the our your their its my this these those all every each any both some more another new');
/** Directly after the word these tell of a result: `Delivered within two days`. */
const RESULT_PREPOSITIONS = wordSet('per within under below without');
const PUNCTUAL = wordSet('time schedule budget');
/** Here the noun that a title begins with ends. */
const BOUNDARIES = wordSet(`about above across after against along among and around as at because before behind below between beyond but by
  during for from if in inside into less like near not of off on onto or out over per since so than that then through to toward towards
  under until up upon via when where which while who whose with within without`);
/** Forms that name nothing, whatever stands behind them. */
const ONLY_VERBS = wordSet(`advise analyse analyze assess assist attend brainstorm collaborate communicate conduct consider consult contribute
  coordinate create deliver develop discuss educate encourage establish evaluate examine execute explore facilitate familiarise familiarize finalise
  finalize gather identify implement inform introduce investigate join liaise listen observe organise organize oversee partake participate prepare
  publish refactor rewrite socialise socialize understand`);
const AUXILIARIES = wordSet('is are was were has have had can will');
/** After a noun these begin what is said of it: `Support tickets fall`. */
const FINITE_VERBS = wordSet(`is are was were be been has have had can cannot will do does did gets get goes go stays stay remains remain becomes become
  falls fall fell drops drop dropped rises rise rose grows grow grew shrinks shrink declines decline increases increase increased decreases
  decrease decreased improves improve improved doubles double triples triple halves halve reaches reach reached exceeds exceed hits hit takes take
  lasts last costs cost arrives arrive comes come leads lead converts convert closes close passes pass succeeds succeed fails fail works work
  signed adopted resolved solved sold won lost booked answered completed passed opened reopened merged reported found missed closed
  runs run loads load needs need uses use reads read meets meet matches match saves save brings bring makes make pays pay returns return`);
/** Nouns that are counted or measured: what ends in one tells of a result, whatever it begins with. */
const MEASURED_NOUNS = wordSet(`accuracy adoption attendance backlog bounces cadence candidates cases churn completion completions conversion conversions
  cost costs count counts coverage csat cycle cycles date dates day days debt defects delay delays desk duration efficiency engagement errors expenses
  failures findings frequency growth hours incidents latency length margin minutes notes nps outages participation price prices productivity quality queue queues
  rate rates rating ratings ratio regressions requests response responses retention revenue rollbacks satisfaction savings score scores share size sizes speed spend
  spending success throughput ticket tickets time times turnaround upgrades uptime usage utilisation utilization value velocity volume volumes weeks`);
/** What these begin may hold a verb of its own without being a sentence: `Help customers grow`, but `Help articles are read`. */
const CAUSATIVES = wordSet('help helps helped helping');

/** Whether the word that a title begins with names something there, alone or with the words behind it. */
function namesSomething(title: string, words: readonly TitleWord[], { first, after }: PhraseMatch): boolean {
  const next = words[after];
  if (next === undefined || ONLY_VERBS.has(words[first]?.text ?? '')) return false;
  const gap = title.slice(words[after - 1]?.end, next.start);
  if (/^\s*[-‐‑&/+]+\s*$/.test(gap) && !/^\s+[-‐‑]+\s+$/.test(gap)) return true;
  if (RESULT_PREPOSITIONS.has(next.text) || (next.text === 'on' && PUNCTUAL.has(words[after + 1]?.text ?? ''))) return true;
  if (DETERMINERS.has(next.text)) return false;
  // `Release 2 is in use` names a release, `Launch 3 features …` launches some.
  if (/^\d/.test(next.text)) return AUXILIARIES.has(words[after + 1]?.text ?? '');
  let head: string | null = null;
  for (let index = after; index < words.length; index++) {
    const word = words[index];
    // `Build and deploy time`: two words that name one thing together.
    if (word !== undefined && index === after && /^(?:and|or)$/.test(word.text)) continue;
    if (word === undefined || BOUNDARIES.has(word.text)) break;
    if (index > after && /[^\s\-‐‑'’&/]/.test(title.slice(words[index - 1]?.end, word.start))) break;
    if (head !== null && FINITE_VERBS.has(word.text)) return MEASURED_NOUNS.has(head) || AUXILIARIES.has(word.text) || !CAUSATIVES.has(words[first]?.text ?? '');
    head = word.text;
  }
  return head !== null && MEASURED_NOUNS.has(head);
}
