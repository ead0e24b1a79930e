/** What may follow in a measure: its other words, then the value that holds now and the day. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { MEASURES, propertyWord } from '../../grammar/vocabulary.ts';
import type { Suggestion } from './completion.ts';
import { amountItems, unitWords } from './completion-amounts.ts';
import type { CompletionContext, Token } from './completion-context.ts';
import { dayItems, periodItems } from './completion-days.ts';
import type { Snapshot } from './snapshot.ts';
import { page, propertyCard } from './word-card.ts';

const CHANGES = ['to', 'up', 'down', 'times'];

/** `written` is the measure up to the cursor; nothing of it yet offers every way to begin one. */
export function measureContinuations(snapshot: Snapshot, context: CompletionContext, written: readonly Token[]): readonly Suggestion[] {
  const last = written.at(-1);
  if (last === undefined) return MEASURES.map(measure);
  const words = new Set(written.filter(({ type }) => type === 'word').map(({ text }) => text));
  switch (last.text) {
    case 'from': case 'to': case 'up': case 'down': case 'times': case 'between': case 'and': case 'least': case 'most': return amountItems(snapshot, context);
    case 'at': return [word('least', 'A level to reach from below.'), word('most', 'A level to get under.')];
    case 'keep': return [word('at least', 'A floor to hold.'), word('at most', 'A ceiling to hold.'), word('between', 'A band to stay in.')];
    case 'now': return words.has('done') ? [word('done', 'It is done.'), word('not done', 'It is not done.')] : amountItems(snapshot, context);
    case 'not': return [word('done', 'It is not done.')];
    case 'by': return [...periodItems(snapshot, ['period']), ...dayItems(snapshot)];
    default: break;
  }
  const units = unitWords(snapshot, context);
  if (words.has('from') && !CHANGES.some((change) => words.has(change))) return [...units, ...MEASURES.filter(({ words: form }) => CHANGES.includes(form)).map(measure)];
  if (words.has('between') && !words.has('and')) return [...units, word('and', 'The upper bound.')];
  const tails = ['now', 'by'].flatMap((name) => {
    const tail = words.has(name) ? undefined : propertyWord('kr', name);
    return tail === undefined ? [] : [{ label: name, kind: CompletionItemKind.Keyword, documentation: propertyCard(tail) }];
  });
  return [...units, ...tails];
}

function measure({ words, documentation, example }: (typeof MEASURES)[number]): Suggestion {
  return { label: words, kind: CompletionItemKind.Operator, documentation: page(documentation, example) };
}

function word(label: string, documentation: string): Suggestion {
  return { label, kind: CompletionItemKind.Operator, documentation };
}
