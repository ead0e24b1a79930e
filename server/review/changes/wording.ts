/** Titles, vision and mission, documentation and links: what is read, not reckoned with. */

import { allProperties } from '../../../grammar/tree.ts';
import { kindWord } from '../../model/naming.ts';
import type { Entity, StrategyHeader } from '../../model/strategy.ts';
import type { Risk } from '../kinds.ts';
import { midLabel, wasIs } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import { propertyText, stringText } from '../text.ts';
import type { View } from '../view.ts';

/** Records another title. */
export function compareTitle(view: View): void {
  if (!view.take('title')) return;
  const { base, head, comparing } = view;
  const [before, after] = [stringText(base.declaration.title), stringText(head.declaration.title)];
  comparing.ledger.record({
    kind: 'retitled', base, head, property: 'title', before, after, spans: [base.declaration.title, head.declaration.title],
    risk: riskOfTitle(base, head), message: `${nameOf(head)} retitled${wasIs(before, after)}.`,
  });
}

function nameOf({ kind, declaration, id }: Entity): string {
  const word = kindWord(kind);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${declaration.name === null ? '' : ` ${id}`}`;
}

function riskOfTitle(base: Entity, head: Entity): Risk {
  if (words(base.title) === words(head.title)) return 'info';
  return head.kind === 'goal' || head.kind === 'objective' || head.kind === 'kr' ? 'medium' : 'low';
}

/** A title without case, spaces and punctuation. */
function words(title: string | null): string {
  return (title ?? '').toLowerCase().replace(/[^\p{L}\p{N}%$€£¥+<>=]/gu, '');
}

/** Records another vision or mission. */
export function compareVision(view: View<StrategyHeader>): void {
  for (const name of ['vision', 'mission'] as const) {
    if (!view.take(name)) continue;
    const { base, head, comparing } = view;
    const [before, after] = [propertyText(base, name), propertyText(head, name)];
    comparing.ledger.record({
      kind: `${name}-changed`, base, head, property: name, before, after, spans: [spanOf(base, name), spanOf(head, name)],
      message: `The ${name} changed${wasIs(before, after)}.`,
    });
  }
}

/** Records another documentation and other links. */
export function compareReading(view: View): void {
  const { base, head, comparing } = view;
  if (view.take('documentation')) {
    const [before, after] = [base.declaration.documentation, head.declaration.documentation];
    comparing.ledger.record({
      kind: 'documentation-changed', base, head, property: 'documentation', before: before?.markdown ?? null, after: after?.markdown ?? null, spans: [before, after],
      message: `Documentation of ${midLabel(head)} ${before === null ? 'written' : after === null ? 'removed' : 'edited'}.`,
    });
  }
  if (!view.take('link')) return;
  const [before, after] = [linksText(base), linksText(head)];
  if (!view.isWhole.base() || !view.isWhole.head()) return;
  comparing.ledger.record({
    kind: 'link-changed', base, head, property: 'link', before, after, spans: [spanOf(base, 'link'), spanOf(head, 'link')],
    message: `Links of ${midLabel(head)} changed${wasIs(before, after)}.`,
  });
}

/** Every link, in the order of the alphabet: another order is no change. */
function linksText(entity: Entity): string | null {
  const links = allProperties(entity.declaration, 'link').map(({ value }) => stringText(value)).filter((text) => text !== null);
  return links.length === 0 ? null : links.sort().join(', ');
}
