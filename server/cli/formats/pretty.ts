/** `check --format pretty`: findings for people, in the manner of a good compiler. */

import type { Diagnostic, Range } from '../../rules/diagnostic.ts';
import type { Severity } from '../../rules/rule.ts';
import { shown } from '../../model/shown.ts';
import { plain, type Colour, type Paint } from '../style.ts';
import { hasFailed, relatedForPeople, type CheckReport } from './report.ts';
import { SourceLines } from './source-lines.ts';
import { summary } from './summary.ts';

export interface PrettyOptions {
  readonly paint: Paint;
  /** Of the terminal; null where there is none. */
  readonly columns: number | null;
}

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' };
const WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'hint' };
const COLUMNS_WITHOUT_TERMINAL = 160;
const FEWEST_COLUMNS = 40;

/** Each finding with its source line, underlined, and the places it speaks of; then a summary. */
export function* pretty(report: CheckReport, options: PrettyOptions = { paint: plain, columns: null }): Generator<string> {
  const { paint } = options;
  const page = new Page(report, options);
  for (const finding of report.findings) yield `${page.finding(finding)}\n`;
  // Where nothing was there to read, standard error has said so.
  if (report.files === 0 && report.findings.length === 0) return;
  const colour = hasFailed(report) || report.problems.length > 0 ? 'red' : report.findings.length > 0 ? 'yellow' : 'green';
  yield `${paint(summary(report), 'bold', colour)}\n`;
  const first = report.findings[0];
  if (first !== undefined) yield `${paint(`What a finding means, and what to do: throughline explain ${first.code}`, 'dim')}\n`;
}

class Page {
  readonly #paint: Paint;
  readonly #lines: SourceLines;
  readonly #columns: number;

  constructor(report: CheckReport, { paint, columns }: PrettyOptions) {
    this.#paint = paint;
    this.#lines = new SourceLines(report.textOf);
    this.#columns = Math.max(columns ?? COLUMNS_WITHOUT_TERMINAL, FEWEST_COLUMNS);
  }

  finding(finding: Diagnostic): string {
    const { severity, code, message, file, range, fixes } = finding;
    const { places, more } = relatedForPeople(finding);
    const paint = this.#paint;
    const colour = COLOURS[severity];
    const margin = Math.max(...[range, ...places.map((place) => place.range)].map(({ start }) => String(start.line + 1).length));
    const equals = `${' '.repeat(margin)} ${paint('=', 'blue', 'bold')}`;
    const lines = [
      `${paint(`${WORDS[severity]}[${code}]`, 'bold', colour)}${paint(`: ${shown(message)}`, 'bold')}`,
      ...this.#place('-->', file, range, margin),
      ...this.#source(file, range, margin, '^', colour),
    ];
    for (const place of places) {
      lines.push(`${equals} ${paint('see', 'bold')}: ${shown(place.message)}`);
      lines.push(...this.#place('-->', place.file, place.range, margin), ...this.#source(place.file, place.range, margin, '-', 'blue'));
    }
    if (more !== null) lines.push(`${equals} ${more}`);
    for (const { title } of fixes) lines.push(`${equals} ${paint('fix', 'bold')}: ${shown(title)}`);
    return lines.map((line) => `${line}\n`).join('');
  }

  #place(arrow: string, file: string, { start }: Range, margin: number): readonly string[] {
    return [`${' '.repeat(margin)}${this.#paint(arrow, 'blue', 'bold')} ${shown(file)}:${start.line + 1}:${start.character + 1}`];
  }

  #source(file: string, range: Range, margin: number, sign: string, colour: Colour): readonly string[] {
    const line = this.#lines.at(file, range, this.#columns - margin - 3);
    if (line === null) return [];
    const bar = this.#paint('|', 'blue', 'bold');
    const number = this.#paint(String(range.start.line + 1).padStart(margin), 'blue', 'bold');
    const empty = `${' '.repeat(margin)} ${bar}`;
    return [
      empty,
      `${number} ${bar} ${line.text}`.trimEnd(),
      `${empty} ${' '.repeat(line.indent)}${this.#paint(sign.repeat(line.width), colour, 'bold')}`,
    ];
  }
}
