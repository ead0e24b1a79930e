/** `property-changed`: every property that has no kind of its own, so that no change of meaning goes untold. */

import type { Span } from '../../../grammar/tree.ts';
import { firstProperty } from '../../../grammar/tree.ts';
import type { Entity } from '../../model/strategy.ts';
import type { FactName } from '../facts.ts';
import { midLabel, wasIs } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import { propertyText, textOf } from '../text.ts';
import type { View } from '../view.ts';

/** Records each fact that is left. */
export function compareRest(view: View): void {
  for (const name of view.left()) {
    const { base, head, comparing } = view;
    const [before, after] = [factText(base, name), factText(head, name)];
    comparing.ledger.record({
      kind: 'property-changed', base, head, property: name, before, after, spans: [factSpan(base, name), factSpan(head, name)],
      message: `\`${name}\` of ${midLabel(head)} changed${wasIs(before, after)}.`,
    });
  }
}

function factText(entity: Entity, name: FactName): string | null {
  const span = headerSpan(entity, name);
  if (span !== null) return textOf(entity, span);
  return isHeader(name) ? null : propertyText(entity, name);
}

function factSpan(entity: Entity, name: FactName): Span | null {
  return headerSpan(entity, name) ?? (isHeader(name) ? null : spanOf(entity, name));
}

function isHeader(name: FactName): name is 'title' | 'documentation' | 'in' | 'range' {
  return name === 'title' || name === 'documentation' || name === 'in' || name === 'range';
}

/** What stands in the header: the name after `in`, and of a kr the metric without what follows it. */
function headerSpan({ kind, declaration }: Entity, name: FactName): Span | null {
  if (name === 'metric' && kind === 'kr') return firstProperty(declaration, 'metric')?.value.reference ?? null;
  const container = declaration.in;
  if (name !== 'in' || container === null) return null;
  switch (container.type) {
    case 'name': return container.reference;
    case 'calendar': return container.literal;
    case 'range': return container.range;
  }
}
