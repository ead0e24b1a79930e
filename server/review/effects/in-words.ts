/** What a change does elsewhere, as sentences after its own. */

import { shortLabel } from '../../model/naming.ts';
import type { Entity } from '../../model/strategy.ts';
import type { FoundEffect } from '../ledger.ts';
import { enumerated, midLabel } from '../sentences.ts';

/** Empty where there is none but a score; else each sentence has a space before it. */
export function effectsInWords(effects: readonly FoundEffect[], about: Entity | null): string {
  const own = effects.filter(({ head }) => head === about);
  const groups = new Map<string, FoundEffect[]>();
  for (const effect of effects) {
    const words = effect.head === about || isHistory(effect.head) ? null : wordsOf(effect);
    if (words === null) continue;
    const group = groups.get(words);
    if (group === undefined) groups.set(words, [effect]);
    else group.push(effect);
  }
  return [...own.flatMap(ownWords), ...[...groups].map(([words, group]) => `${words} ${namesOf(group)}.`)].map((sentence) => ` ${sentence}`).join('');
}

/** What is closed or past is judged by nobody. */
function isHistory(entity: Entity): boolean {
  return 'closed' in entity && (entity.closed || entity.past);
}

function namesOf(group: readonly FoundEffect[]): string {
  return enumerated(group.map(({ head }) => (group.length === 1 ? midLabel(head) : shortLabel(head))).sort());
}

/** Of something that moved: what it has from where it is now. */
function ownWords({ what, before, after }: FoundEffect): readonly string[] {
  if (what !== 'owner' && what !== 'deadline' && what !== 'period') return [];
  return [`Its ${what} there is ${after ?? 'none'}; it was ${before ?? 'none'}.`];
}

function wordsOf({ what, before, after }: FoundEffect): string | null {
  switch (what) {
    case 'score': return null;
    case 'alignment': return before === 'aligned' ? 'No goal is known to be served any more by' : after === 'aligned' ? 'A goal is served now by' : 'It is no longer known what is served by';
    case 'goals': return 'Other goals are served now by';
    case 'owner': return after === null ? 'Nobody owns any more' : before === null ? 'There is an owner now of' : 'There is another owner of';
    case 'deadline': return 'Another deadline holds for';
    case 'period': return after === null ? 'No period holds any more for' : 'Other days hold for';
    case 'baseline': return 'Another start holds for';
    case 'target': return 'Another target holds for';
    case 'unit': case 'better': return 'Measured by it:';
    default: return after === null ? `The name after \`${what}\` means nothing any more in` : `The name after \`${what}\` means something now in`;
  }
}
