/** Recording a check-in: what can be checked in, and the line for it in its place and in canonical layout. */

import { formatDay } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import type { Declaration, PropertyNamed, Span } from '../../grammar/tree.ts';
import { analyze } from '../analysis.ts';
import type { KeyResult, SourceFile } from '../model/strategy.ts';
import type { CheckinAnswer, CheckinChoice, CheckinProblems, CheckinWords } from '../protocol.ts';
import { inBody, lineAfter } from './body-lines.ts';
import { currentValue } from './completion-amounts.ts';
import { workspaceEdit } from './edits.ts';
import { HEALTH_WORDS } from '../model/health-words.ts';
import { laidOut, type Change } from './layout.ts';
import { rangeOf } from './places.ts';
import { Refusal } from './refusal.ts';
import type { Snapshot } from './snapshot.ts';

/** The key results that a check-in makes sense of, those of the file at `uri` first; then by file and place. */
export function checkinChoices(strategies: readonly Pick<Snapshot, 'analysis' | 'uriOf'>[], uri: string | null): CheckinChoice[] {
  const choices = strategies.flatMap(({ analysis, uriOf }) => {
    if (analysis === null) return [];
    const { strategy, asOf } = analysis;
    return strategy.keyResults
      .filter(canBeCheckedIn)
      .map((kr): CheckinChoice => ({
        kr: kr.id, uri: uriOf(kr.origin.file.path), title: kr.title ?? '', objective: kr.objective.title ?? kr.objective.id,
        health: HEALTH_WORDS[kr.health], day: formatDay(asOf), value: currentValue(kr),
        confidence: kr.confidence === null ? null : `${Number((kr.confidence.value * 10).toFixed(1))}/10`,
        expects: expects(kr),
      }));
  });
  return [...choices.filter((choice) => choice.uri === uri), ...choices.filter((choice) => choice.uri !== uri)];
}

/** Whether a check-in makes sense of it: it has a measure and is not over. */
export function canBeCheckedIn({ reading, laterThan, closed, past }: KeyResult): boolean {
  return reading !== null && laterThan === null && !closed && !past;
}

/** The edit that writes a check-in of the day; what is wrong in the words, where something is. */
export function recordCheckin(snapshot: Snapshot, words: CheckinWords): CheckinAnswer | Refusal {
  const { analysis } = snapshot;
  const kr = analysis?.strategy.byId.get(words.kr);
  if (analysis === null || kr?.kind !== 'kr') return new Refusal(`There is no key result '${words.kr}' any more.`);
  const { tree, path } = kr.origin.file;
  if (tree === null) return new Refusal(`${path} could not be read.`);
  const line = lineOf(words, formatDay(analysis.asOf));
  if (line === null) return { problems: { value: 'Say what was measured, how confident you are, or what happened.', confidence: null }, edit: null, range: null };
  const change = insertion(kr, line);
  const problems = problemsOf(kr, change, line, words);
  if (problems.value !== null || problems.confidence !== null) return { problems, edit: null, range: null };
  const { start } = kr.origin.chunk;
  const changes = laidOut(tree, [{ start: start + change.start, end: start + change.end, newText: change.newText }]);
  const edit = workspaceEdit(snapshot, changes.map((one) => ({ file: path, range: rangeOf(tree, one), newText: one.newText })));
  return { problems, edit, range: rangeOf(tree, { start: start + change.start, end: start + change.start }) };
}

/** What a value looks like, for a prompt. */
function expects({ reading, metric, current }: KeyResult): string {
  if (reading?.kind === 'milestone') return '`done`, `not done` or a percentage such as 66%';
  const example = [current?.quantity, reading?.measure.to, reading?.measure.low, reading?.measure.high, reading?.measure.from]
    .find((quantity) => quantity !== null && quantity !== undefined && quantity.value !== null && quantity.unit.kind !== 'none');
  if (example !== null && example !== undefined) return `a value such as ${example.text}`;
  return metric?.unit?.unit.kind === 'percent' ? 'a value such as 42%' : 'a value such as 42';
}

/** The line; null where nothing is told. */
function lineOf({ value, confidence, note }: CheckinWords, day: string): string | null {
  const [told, sure, happened] = [value, confidence, note].map((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  const parts = [
    ...told === '' || told === undefined ? [] : [told],
    ...sure === '' || sure === undefined ? [] : [`confidence ${sure}`],
    ...happened === '' || happened === undefined ? [] : [`"${happened.replace(/[\\"]/g, '\\$&')}"`],
  ];
  return parts.length === 0 ? null : `checkin ${day} ${parts.join(' ')}`;
}

/** After the last check-in, else after the last property of the body, else in a body of its own. Places count from the chunk. */
function insertion(kr: KeyResult, line: string): Change {
  const properties = inBody(kr.declaration);
  return lineAfter(kr, properties.findLast(({ name }) => name === 'checkin') ?? properties.at(-1) ?? null, line);
}

/** What is wrong in the line, judged as the whole strategy is: with its key result and the metric of it alone. */
function problemsOf(kr: KeyResult, change: Change, line: string, { value, confidence }: CheckinWords): CheckinProblems {
  const { chunk } = kr.origin.chunk;
  const text = `${chunk.text.slice(0, change.start)}${change.newText}${chunk.text.slice(change.end)}`;
  const start = change.start + change.newText.indexOf(line);
  const file: SourceFile = { path: 'okrs.strategy', tree: parseFile(text) };
  const checkin = checkinAt(file, start);
  const shape = { value: value.trim() === '' ? null : `Write ${expects(kr)}.`, confidence: confidence.trim() === '' ? null : 'Write a confidence such as 6/10 or 70%.' };
  const written = (span: Span | undefined): string => (span === undefined ? '' : text.slice(span.start, span.end));
  const { value: told = null, confidence: sure = null } = checkin?.value ?? {};
  if (written(told?.span) !== tidy(value)) return { value: shape.value, confidence: null };
  if (written(sure ?? undefined) !== tidy(confidence)) return { value: null, confidence: shape.confidence };
  // Whatever else was written for a value, or for a confidence, stands behind it.
  if (checkin === null || checkin.span.end !== start + line.length) return shape.confidence === null ? shape : { ...shape, value: null };
  const metric: SourceFile[] = kr.metric === null ? [] : [{ path: 'metric.strategy', tree: parseFile(kr.metric.origin.chunk.chunk.text) }];
  const day = checkin.value.date?.day ?? null;
  if (day === null) return { value: null, confidence: null };
  const { diagnostics } = analyze({ files: [file, ...metric], settingsText: null, asOf: day, today: day });
  const messageAt = (span: Span | undefined): string | null => {
    if (span === undefined || file.tree === null) return null;
    const { start: from, end: to } = rangeOf(file.tree, span);
    const inside = diagnostics.find(({ file: path, range, code }) => (
      path === file.path && WRONG.has(code) && range.start.line === from.line && range.start.character >= from.character && range.end.character <= to.character
    ));
    return inside?.message ?? null;
  };
  return { value: messageAt(told?.span), confidence: messageAt(sure ?? undefined) };
}

/** What can be wrong in a value or a confidence. */
const WRONG: ReadonlySet<string> = new Set(['syntax', 'invalid-value', 'unit-mismatch']);

function tidy(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function checkinAt({ tree }: SourceFile, start: number): PropertyNamed<'checkin'> | null {
  const found = (declarations: readonly Declaration[], base: number): PropertyNamed<'checkin'> | null => {
    for (const { properties, children } of declarations) {
      const own = properties.find((property) => property.name === 'checkin' && base + property.word.start === start) ?? null;
      const checkin = own?.name === 'checkin' ? own : found(children, base);
      if (checkin !== null) return checkin;
    }
    return null;
  };
  for (const { start: base, chunk } of tree?.chunks ?? []) {
    const checkin = base === 0 ? found(chunk.declarations, base) : null;
    if (checkin !== null) return checkin;
  }
  return null;
}
