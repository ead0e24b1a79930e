/** Whole strategies: a root that came or went, and what a strategy says of itself where only one side says anything. */

import { firstProperty } from '../../../grammar/tree.ts';
import { quoted } from '../../model/declare.ts';
import type { Hidden } from '../hidden.ts';
import { Ledger } from '../ledger.ts';
import { locationOf } from '../places.ts';
import type { Change, ReviewSide } from '../review.ts';
import { counted } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import { pathSubject } from '../subject.ts';
import { propertyText, stringText } from '../text.ts';
import type { Comparing } from '../view.ts';

/** The one change of a root that is on one side only: its content is counted. */
export function oneSidedStrategy(side: ReviewSide, kind: 'strategy-added' | 'strategy-removed'): Change {
  const ledger = new Ledger(side, side);
  const { strategy, root } = side;
  const title = strategy.header?.title ?? null;
  const place = locationOf(root, strategy.header);
  const isAdded = kind === 'strategy-added';
  const text = title === null ? null : quoted(title);
  ledger.record({
    kind, subject: pathSubject('strategy', root, title), before: isAdded ? null : text, after: isAdded ? text : null,
    base: isAdded ? null : place, head: isAdded ? place : null,
    message: `The strategy ${title === null ? '' : `'${title}' `}in ${root} was ${isAdded ? 'added' : 'removed'}: ${counted(strategy.goals.length, 'goal')}, ${counted(strategy.objectives.length, 'objective')}, ${counted(strategy.keyResults.length, 'key result')} and ${counted(strategy.initiatives.length, 'initiative')}.`,
  });
  const [change] = ledger.changes();
  if (change === undefined) throw new Error('What was recorded is there');
  return change;
}

/** Records a strategy's title, vision and mission where only one side declares a strategy. */
export function compareStrategyHeader({ base, head, ledger }: Comparing, hidden: Hidden): void {
  const [was, is] = [base.strategy.header, head.strategy.header];
  const header = was ?? is;
  if (header === null || (was !== null && is !== null)) return;
  if (hidden.hides(was === null ? 'base' : 'head', header)) return;
  const isAdded = is !== null;
  const record = (kind: string, property: string, text: string | null, message: string): void => {
    if (text === null) return;
    const place = locationOf(head.root, header, property === 'title' ? null : spanOf(header, property === 'vision' ? 'vision' : property === 'mission' ? 'mission' : 'link'));
    ledger.record({
      kind, subject: pathSubject('strategy', head.root, header.title), property, before: isAdded ? null : text, after: isAdded ? text : null,
      base: isAdded ? null : place, head: isAdded ? place : null, message,
      ...kind === 'retitled' ? { risk: 'low' as const } : {},
    });
  };
  const did = isAdded ? 'was written' : 'was removed';
  record('retitled', 'title', stringText(header.declaration.title), `The title of the strategy ${did}.`);
  for (const name of ['vision', 'mission'] as const) record(`${name}-changed`, name, propertyText(header, name), `The ${name} ${did}.`);
  if (firstProperty(header.declaration, 'link') !== undefined) record('link-changed', 'link', propertyText(header, 'link'), `Links of the strategy ${did}.`);
  if (header.declaration.documentation !== null) record('documentation-changed', 'documentation', header.declaration.documentation.markdown, `Documentation of the strategy ${did}.`);
}
