/** `review --format markdown`: what a pull request shows (review.md section 6). */

import { rules } from '../../rules/index.ts';
import type { Risk } from '../kinds.ts';
import type { Change, FindingEntry, Location, Review, ScoreChange, SideName } from '../review.ts';
import { healthStep, scoreParts, scoreStep } from '../score-words.ts';
import { stepOf } from '../words.ts';
import { changeMap, MOST_NODES } from './change-map.ts';
import { escaped } from './escape.ts';
import { relativeLinks, type LinkTo } from './links.ts';
import { tableHead, tableRow, writeSections, type Section } from './sections.ts';
import { whyItMatters } from './why.ts';

/** The first line of every comment, by which it is found again. */
export const MARKER = '<!-- throughline-review -->';
/** UTF-16 units; GitHub takes 65,536. */
export const LONGEST_COMMENT = 60_000;
const LONGEST_CELL = 160;
const LONGEST_VALUE = 100;
const LONGEST_MESSAGE = 500;

export interface MarkdownOptions {
  readonly linkTo: LinkTo;
  /** Sentences at the end, in Markdown of our own: how to accept a change, where the whole review is. */
  readonly footer: readonly string[];
}

/** The comment. The same review gives the same text. */
export function reviewMarkdown(review: Review, { linkTo, footer }: MarkdownOptions = { linkTo: relativeLinks, footer: [] }): string {
  const page = new Page(review, linkTo);
  const head = [MARKER, '', `**${escaped(review.summary.verdict, LONGEST_MESSAGE)}**`, ''].map((line) => `${line}\n`).join('');
  const end = footer.map((line) => `${line}\n`).join('');
  return `${head}${writeSections(page.sections(), LONGEST_COMMENT - head.length - end.length)}${end}`;
}

/** In which folded part a change of low risk or none stands. */
const PROGRESS: ReadonlySet<string> = new Set(['checkin-added', 'now-changed', 'confidence-dropped', 'confidence-raised']);
const NAMES: ReadonlySet<string> = new Set(['renamed', 'kr-moved', 'initiative-moved']);
const WORDING: ReadonlySet<string> = new Set(['retitled', 'documentation-changed', 'link-changed']);
const WEAKENED: ReadonlySet<string> = new Set(['rule-weakened', 'rule-options-changed', 'suppression-added', 'as-of-changed']);
const ALIGNMENT: ReadonlySet<string> = new Set(rules.filter(({ group }) => group === 'alignment').map(({ code }) => code));

class Page {
  readonly #review: Review;
  readonly #linkTo: LinkTo;

  constructor(review: Review, linkTo: LinkTo) {
    this.#review = review;
    this.#linkTo = linkTo;
  }

  sections(): readonly Section[] {
    const { changes, findings: { introduced, fixed }, scores } = this.#review;
    const folded = changes.filter(({ risk }) => risk === 'low' || risk === 'info');
    const rest = folded.filter(({ kind }) => !PROGRESS.has(kind) && !NAMES.has(kind) && !WORDING.has(kind));
    const ofKinds = (kinds: ReadonlySet<string>): readonly Change[] => folded.filter(({ kind }) => kinds.has(kind));
    const all: readonly (Section | null)[] = [
      this.#warnings(),
      this.#risks('high', 'High risk', 0),
      this.#findings('Became misaligned', introduced.filter(({ code }) => ALIGNMENT.has(code)), 2),
      this.#findings('Other findings that this brings', introduced.filter(({ code }) => !ALIGNMENT.has(code)), 3),
      this.#findings('Mended', fixed, 4),
      this.#scores(scores),
      this.#risks('medium', 'Medium risk', 6),
      this.#map(),
      this.#folded('Progress', ofKinds(PROGRESS), 8),
      this.#folded('Renames and moves', ofKinds(NAMES), 9),
      this.#folded('Wording', ofKinds(WORDING), 10),
      this.#folded('Other changes', rest, 11),
      this.#notes(),
    ];
    return all.filter((section) => section !== null);
  }

  /** What makes a reader trust the rest less. */
  #warnings(): Section | null {
    const { unreadable, findings: { silenced }, changes, complete } = this.#review;
    const rows = [
      ...unreadable.map((entry) => () => {
        const hides = entry.hides.length === 0 ? '' : ` May hide ${escaped(entry.hides.join(', '))}.`;
        return `> - Not compared, ${entry.side === 'head' ? 'after' : 'before'}: ${this.#place(entry.side, entry, `${entry.file}:${entry.range.start.line + 1}`)}. ${escaped(entry.message, LONGEST_MESSAGE)}${hides}`;
      }),
      ...silenced.map((finding) => () => `> - Silenced, not mended: ${this.#finding(finding)}`),
      ...changes.filter(({ kind }) => WEAKENED.has(kind)).map((change) => () => `> - ${this.#sentence(change)}`),
    ];
    if (rows.length === 0) return null;
    const title = complete ? 'What this hides, or judges by other rules:' : 'Not everything could be compared:';
    return { opening: ['> [!WARNING]', `> ${title}`], rows, closing: [''], singular: 'warning', plural: 'warnings', order: 1 };
  }

  #risks(risk: Risk, title: string, order: number): Section | null {
    const changes = this.#review.changes.filter((change) => change.risk === risk);
    if (changes.length === 0) return null;
    return {
      opening: [`### ${title} (${changes.length})`, '', ...tableHead(['What', 'Before → after', 'Owner', 'Why it matters'])],
      rows: changes.map((change) => () => this.#riskRow(change)),
      closing: [''], singular: `change of ${risk} risk`, plural: `changes of ${risk} risk`, order,
    };
  }

  #riskRow(change: Change): string {
    const { subject, delta, fingerprint } = change;
    const difference = delta === null ? '' : ` (${signed(delta.value)}${escaped(delta.unit ?? '')})`;
    return tableRow([
      `${kindWords(change.kind)}: **${escaped(subject.title ?? subject.id, LONGEST_CELL)}**${subject.title === null ? '' : ` (${escaped(subject.id)})`} ${this.#bothPlaces(change)} \`${fingerprint}\``,
      `${stepOf(change, (text) => escaped(text, LONGEST_VALUE)) ?? ''}${difference}`,
      subject.owners.length === 0 ? 'nobody' : escaped(subject.owners.join(', ')),
      whyItMatters(change, escaped),
    ]);
  }

  #findings(title: string, findings: readonly FindingEntry[], order: number): Section | null {
    if (findings.length === 0) return null;
    return {
      opening: [`### ${title} (${findings.length})`, ''],
      rows: findings.map((finding) => () => `- ${this.#finding(finding)}`),
      closing: [''], singular: 'finding', plural: 'findings', order,
    };
  }

  #finding(finding: FindingEntry): string {
    const { severity, code, message, side, file, range } = finding;
    return `${severity} \`${code}\`: ${escaped(message, LONGEST_MESSAGE)} (${this.#place(side, finding, `${file}:${range.start.line + 1}`)})`;
  }

  #scores(scores: readonly ScoreChange[]): Section | null {
    if (scores.length === 0) return null;
    return {
      opening: [`### Scores (${scores.length})`, '', ...tableHead(['What', 'Score', 'By progress', 'By what is measured', 'Health'])],
      rows: scores.map((score) => () => tableRow([
        `${score.type} **${escaped(score.title ?? score.id, LONGEST_CELL)}** (${escaped(score.id)})`,
        scoreStep(score), scoreParts(score).byProgress, scoreParts(score).byDefinition, healthStep(score.health),
      ])),
      closing: [''], singular: 'score', plural: 'scores', order: 5,
    };
  }

  #map(): Section | null {
    const map = changeMap(this.#review);
    if (map === null) return null;
    const said = map.shown < map.changed ? `It shows ${map.shown} of the ${map.changed} things that changed; a map holds at most ${MOST_NODES}.` : null;
    return {
      opening: ['<details>', '<summary>Map of what changed</summary>', ''],
      rows: [() => ['```mermaid', ...map.lines, '```', ...said === null ? [] : ['', said]].join('\n')],
      closing: ['', '</details>', ''], singular: 'map', plural: 'maps', order: 7,
    };
  }

  #folded(title: string, changes: readonly Change[], order: number): Section | null {
    if (changes.length === 0) return null;
    return {
      opening: ['<details>', `<summary>${title} (${changes.length})</summary>`, ''],
      rows: changes.map((change) => () => `- ${this.#sentence(change)}`),
      closing: ['', '</details>', ''], singular: 'change', plural: 'changes', order,
    };
  }

  #notes(): Section | null {
    const { notes } = this.#review;
    if (notes.length === 0) return null;
    return { opening: [], rows: notes.map((note) => () => `- ${escaped(note, LONGEST_MESSAGE)}`), closing: [''], singular: 'note', plural: 'notes', order: 12 };
  }

  #sentence(change: Change): string {
    const reason = change.accepted === null ? '' : ` **Accepted:** ${escaped(change.accepted)}`;
    return `${escaped(change.message, LONGEST_MESSAGE)} ${this.#bothPlaces(change)}${reason}`;
  }

  #bothPlaces({ base, head }: Pick<Change, 'base' | 'head'>): string {
    return [
      ...base === null ? [] : [this.#place('base', base, 'before')],
      ...head === null ? [] : [this.#place('head', head, 'after')],
    ].join(' · ');
  }

  #place(side: SideName, place: Location, words: string): string {
    const address = this.#linkTo(side, place);
    return address === null ? escaped(words) : `[${escaped(words)}](${address})`;
  }
}

/** Kinds that are no words by themselves. */
const KIND_WORDS: Readonly<Record<string, string>> = { unaligned: 'Serves no goal any more', aligned: 'Serves a goal now', realigned: 'Serves something else', 'now-changed': 'Current value changed' };

function kindWords(kind: string): string {
  const words = kind.replace(/^kr-/, 'key result-').replace(/^checkin-/, 'check-in ').replace(/-(?!in )/g, ' ');
  return KIND_WORDS[kind] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function signed(value: number): string {
  return value < 0 ? `\u2212${-value}` : `+${value}`;
}
