/** `log --format pretty`: the life of one thing, for people at a terminal. */

import { shown } from '../../../model/shown.ts';
import type { Risk } from '../../../review/kinds.ts';
import { nameOf } from '../../../review/words.ts';
import type { Colour, Paint } from '../../style.ts';
import { CUT, dayText, firstLine, SHORT_ID, type Life, type LifeEntry } from './life.ts';

const COLOURS: Readonly<Record<Risk, Colour>> = { high: 'red', medium: 'yellow', low: 'blue', info: 'cyan' };

/** What it is called, then each commit that changed it, newest first. */
export function* pretty({ subject, exists, entries, isCut }: Life, paint: Paint): Generator<string> {
  yield `${paint(shown(`${subject.type} ${nameOf(subject)}`), 'bold')}${exists ? '' : ', which is not there any more'}\n`;
  let name = subject.id;
  for (const entry of entries) {
    if (entry.id !== name) yield `\n${paint(shown(`before, as ${entry.id}:`), 'dim')}\n`;
    name = entry.id;
    yield* entryText(entry, paint);
  }
  if (entries.length === 0) yield '\nNothing of it changed.\n';
  if (isCut) yield `\n${paint(CUT, 'dim')}\n`;
}

function* entryText({ commit, changes }: LifeEntry, paint: Paint): Generator<string> {
  yield `\n${paint(dayText(commit), 'bold')}  ${shown(commit.author.name)}  ${paint(commit.id.slice(0, SHORT_ID), 'dim')}  ${shown(firstLine(commit))}\n`;
  for (const { risk, message } of changes) yield `  ${paint('●', COLOURS[risk])} ${shown(message)}\n`;
}
