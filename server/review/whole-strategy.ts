/** `strategy-added` and `strategy-removed`: a root that is on one side only. */

import type { Strategy } from '../model/strategy.ts';
import { readSettings } from '../rules/settings.ts';
import { placeOf } from '../rules/places.ts';
import { locate } from '../rules/diagnostics.ts';
import { fingerprint } from './fingerprint.ts';
import { pathInReview, type Change, type Location, type SideName } from './review.ts';
import { kindNamed } from './risk.ts';
import type { RootState } from './state.ts';
import { pathSubject } from './subject.ts';

/** The change: what the strategy holds is counted. */
export function wholeStrategy(side: SideName, { root, settingsText }: RootState, strategy: Strategy): Change {
  const kind = side === 'head' ? 'strategy-added' : 'strategy-removed';
  const title = strategy.header?.title ?? null;
  const content = contentOf(strategy);
  const subject = pathSubject('strategy', root, title);
  const [before, after] = side === 'head' ? [null, content] : [content, null];
  const place = placeOfStrategy(root, strategy);
  const name = title === null ? `The strategy in ${root === '.' ? 'this folder' : root}` : `The strategy '${title}' (${root})`;
  return {
    fingerprint: fingerprint({ root, kind, subject, property: null, before, after }),
    kind, risk: readSettings(settingsText).settings.review.get(kind) ?? kindNamed(kind).risk, root, subject, property: null, before, after, delta: null,
    base: side === 'base' ? place : null, head: side === 'head' ? place : null, effects: [], confidence: null, becomes: null, accepted: null,
    message: `${name} was ${side === 'head' ? 'added' : 'removed'}: ${content}.`,
  };
}

/** On the title of the strategy, else at the beginning of its first file. */
function placeOfStrategy(root: string, { header, files }: Strategy): Location | null {
  const [first] = files;
  if (header !== null) {
    const { file, range } = locate(placeOf(header));
    return { file: pathInReview(root, file), range };
  }
  return first === undefined ? null : { file: pathInReview(root, first.path), range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
}

/** `2 goals, 3 objectives, 8 key results`. */
function contentOf({ goals, objectives, keyResults, initiatives }: Strategy): string {
  const parts = [counted(goals.length, 'goal'), counted(objectives.length, 'objective'), counted(keyResults.length, 'key result'), counted(initiatives.length, 'initiative')];
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? 'nothing declared' : told.join(', ');
}

function counted(count: number, what: string): string | null {
  return count === 0 ? null : `${count} ${what}${count === 1 ? '' : 's'}`;
}
