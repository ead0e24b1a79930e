/** What a strategy says of itself, where only one side declares it. */

import { firstProperty } from '../../../grammar/tree.ts';
import type { Hidden } from '../hidden.ts';
import { locationOf } from '../places.ts';
import { spanOf } from '../spans.ts';
import { pathSubject } from '../subject.ts';
import { propertyText, stringText } from '../text.ts';
import type { Comparing } from '../view.ts';

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
  if (firstProperty(header.declaration, 'link') !== undefined) record('link-changed', 'link', propertyText(header, 'link'), `The links of the strategy ${isAdded ? 'were written' : 'were removed'}.`);
  if (header.declaration.documentation !== null) record('documentation-changed', 'documentation', header.declaration.documentation.markdown, `The documentation of the strategy ${did}.`);
}
