/** What work advances, and what must be there first. */

import type { Entity } from '../../model/strategy.ts';
import { label } from '../../model/naming.ts';
import { inPlace } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import { propertyText } from '../text.ts';
import { linksAcross, type View } from '../view.ts';

/** Records other targets of `advances`. */
export function compareAdvances(view: View): void {
  if (!view.take('advances')) return;
  const { base, head, comparing } = view;
  const [before, after] = [propertyText(base, 'advances'), propertyText(head, 'advances')];
  comparing.ledger.record({
    kind: 'advances-changed', base, head, property: 'advances', before, after, spans: [spanOf(base, 'advances'), spanOf(head, 'advances')],
    message: `${label(head)} now advances ${inPlace(before, after)}.`,
  });
}

/** Records other dependencies: a new one is a new risk, one less is one less. */
export function compareNeeds(view: View): void {
  if (!view.take('needs')) return;
  const { base, head, comparing } = view;
  const [was, is] = [needed(view, base, head), needed(view, head, base)];
  const onlyRemoved = [...is].every((key) => was.has(key));
  const [before, after] = [propertyText(base, 'needs'), propertyText(head, 'needs')];
  comparing.ledger.record({
    kind: 'needs-changed', base, head, property: 'needs', before, after, spans: [spanOf(base, 'needs'), spanOf(head, 'needs')],
    ...onlyRemoved ? { risk: 'low' as const } : {},
    message: `${label(head)} now needs ${inPlace(before, after)}.`,
  });
}

function needed(view: View, entity: Entity, other: Entity): ReadonlySet<string> {
  const linkOf = linksAcross(entity, other);
  return new Set(entity.links.filter((link) => link.kind === 'needs').map(({ reference }) => {
    const target = linkOf(reference)?.target ?? null;
    return target === null ? `?${reference.text}` : view.identity(target);
  }));
}
