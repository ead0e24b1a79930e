/** Who is accountable, who contributes, who stands up for it: owners, `with`, sponsors, leads. */

import { label } from '../../model/naming.ts';
import type { Entity, LinkKind } from '../../model/strategy.ts';
import { midLabel, wasIs } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import { ownersOf } from '../subject.ts';
import { propertyText } from '../text.ts';
import { linksAcross, type View } from '../view.ts';

/** Records others who are accountable. A name that only says what was inherited is none. */
export function compareOwners(view: View): void {
  if (!view.take('owner')) return;
  const { base, head, comparing } = view;
  const [was, is] = [accountable(view, base, head), accountable(view, head, base)];
  if (was.size === is.size && [...was].every((key) => is.has(key))) return;
  const [before, after] = [ownerText(base), ownerText(head)];
  const about = { base, head, property: 'owner', before, after, spans: [spanOf(base, 'owner'), spanOf(head, 'owner')] as const };
  if (was.size === 0) comparing.ledger.record({ ...about, kind: 'owner-added', message: `${label(head)} now has an owner: ${after ?? ''}.` });
  else if (is.size === 0) comparing.ledger.record({ ...about, kind: 'owner-removed', message: `Nobody owns ${midLabel(head)} any more; it was ${before ?? ''}.` });
  else comparing.ledger.record({ ...about, kind: 'owner-changed', message: `Owner of ${midLabel(head)} changed${wasIs(before, after)}.` });
}

/** Those named, whatever the names mean; where none is written, those inherited. */
function accountable(view: View, entity: Entity, other: Entity): ReadonlySet<string> {
  const written = entity.links.filter((link) => link.kind === 'owner');
  if (written.length === 0) return new Set(ownersOf(entity).map(view.identity));
  const linkOf = linksAcross(entity, other);
  return new Set(written.map(({ reference }) => {
    const target = linkOf(reference)?.target ?? null;
    return target === null ? `?${reference.text}` : view.identity(target);
  }));
}

/** As written, or those inherited. */
function ownerText(entity: Entity): string | null {
  const written = propertyText(entity, 'owner');
  if (written !== null) return written;
  const owners = ownersOf(entity);
  return owners.length === 0 ? null : owners.map(({ id }) => id).join(', ');
}

const OTHERS = { sponsor: 'Sponsor', with: 'Those who contribute to', lead: 'Lead' } as const;

/** Records another sponsor, lead, or others who contribute. */
export function compareOtherPeople(view: View): void {
  for (const [name, word] of Object.entries(OTHERS) as [keyof typeof OTHERS & LinkKind, string][]) {
    if (!view.take(name)) continue;
    const { base, head, comparing } = view;
    const [before, after] = [propertyText(base, name), propertyText(head, name)];
    const of = name === 'with' ? '' : ' of';
    comparing.ledger.record({
      kind: `${name}-changed`, base, head, property: name, before, after, spans: [spanOf(base, name), spanOf(head, name)],
      message: `${word}${of} ${midLabel(head)} changed${wasIs(before, after)}.`,
    });
  }
}
