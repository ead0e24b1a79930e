/** What the runner reads from an action's output (workflow commands) and from the files that it names. */

import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { shown } from '../model/shown.ts';

export type Level = 'error' | 'warning' | 'notice';

/** A message of the Action as a whole. */
export function message(level: Level, text: string): string {
  return `::${level} title=Throughline::${escaped(shown(text))}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A line of the log that no runner takes for a command, whatever stands in it. */
export function logLine(text: string): string {
  return `${shown(text).replaceAll('::', ':\u200b:').replaceAll('##[', '#\u200b#[')}\n`;
}

/** GitHub shows ten annotations of a level in one step and drops the rest without a word: nine are kept and counted up to. */
const MOST_OF_A_LEVEL = 9;
const LEVELS: readonly Level[] = ['error', 'warning', 'notice'];

/**
 * The annotations without what GitHub would not show, which one more of each level counts. Of two that say the same of
 * one place the graver stays.
 */
export function limited(annotations: readonly string[]): readonly string[] {
  const graver = new Map<string, { readonly level: Level; readonly annotation: string }>();
  for (const annotation of annotations) {
    const level = levelOf(annotation);
    if (level === null) continue;
    const said = annotation.slice(level.length + 2).split('%0A', 1)[0] ?? '';
    const known = graver.get(said);
    if (known === undefined || LEVELS.indexOf(level) < LEVELS.indexOf(known.level)) graver.set(said, { level, annotation });
  }
  return LEVELS.flatMap((level) => {
    const ofLevel = [...graver.values()].filter((one) => one.level === level).map(({ annotation }) => annotation);
    const left = ofLevel.length - MOST_OF_A_LEVEL;
    const more = `::${level} title=Throughline::${left} more; the summary of this run lists them.`;
    return left > 0 ? [...ofLevel.slice(0, MOST_OF_A_LEVEL), more] : ofLevel;
  });
}

function levelOf(line: string): Level | null {
  return LEVELS.find((level) => line.startsWith(`::${level} `)) ?? null;
}

/** Adds outputs to the runner's file; the value's end is a word that nobody can know before. */
export async function writeOutputs(file: string, outputs: Readonly<Record<string, string>>): Promise<void> {
  const entries = Object.entries(outputs).map(([name, value]) => {
    const end = `end-${randomUUID()}`;
    return `${name}<<${end}\n${value}\n${end}\n`;
  });
  await appendFile(file, entries.join(''));
}

/** Bytes that GitHub takes of one step's summary. */
const MOST_OF_SUMMARY = 1024 * 1024;

/** Adds to the summary of the run; what is too long is left out, and said. */
export async function writeSummary(file: string, markdown: string): Promise<void> {
  const text = Buffer.byteLength(markdown) < MOST_OF_SUMMARY ? markdown : 'The summary is too long to be shown here.\n';
  await appendFile(file, text);
}
