/** Hover: what a name means and where it stands, what a quantity, a date or a period is worth, what a word is for. */

import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import type { PeriodExpression, Property } from '../../grammar/tree.ts';
import type { Entity } from '../model/strategy.ts';
import { RECORD_CHECKIN, type RecordCheckinArguments } from '../protocol.ts';
import { card } from './card.ts';
import { canBeCheckedIn } from './checkin.ts';
import { entityOf, targetAt, wordAt } from './cursor.ts';
import { calendarCard, dateCard } from './day-card.ts';
import { linkedNaming } from './entity-links.ts';
import { literalAt, type LiteralAt } from './literals.ts';
import { offsetOf, rangeOf } from './places.ts';
import { quantityCard } from './quantity-card.ts';
import type { Snapshot } from './snapshot.ts';
import { wordCard } from './word-card.ts';

/** null where there is nothing to say. */
export function hover(snapshot: Snapshot, { position }: { readonly position: Position }): Hover | null {
  const { tree } = snapshot.document;
  const offset = offsetOf(tree, position);
  const target = targetAt(snapshot, offset);
  const entity = target?.entity ?? null;
  if (target !== null && entity !== null && snapshot.analysis !== null) {
    const text = `${card(entity, snapshot.analysis.strategy, linkedNaming(snapshot))}${recording(snapshot, entity)}`;
    return answer(snapshot, text, rangeOf(tree, target.span, target.chunk.start));
  }
  const word = wordAt(tree, offset);
  const text = word === null ? null : wordCard(word);
  if (word !== null && text !== null) return answer(snapshot, text, rangeOf(tree, word.span, word.chunk.start));
  const literal = literalAt(tree, offset);
  const told = literal === null ? null : literalCard(snapshot, literal);
  return literal === null || told === null ? null : answer(snapshot, told, rangeOf(tree, literal.part, literal.chunk.start));
}

/** Under the card of a key result, the command that checks it in; for a client that has it. */
function recording({ client }: Snapshot, entity: Entity): string {
  if (!client.recordCheckin || !client.markdown || entity.kind !== 'kr' || !canBeCheckedIn(entity)) return '';
  const asked: RecordCheckinArguments = [entity.id];
  // The arguments stand in a link: everything in them that could end it is written in its code.
  const query = encodeURIComponent(JSON.stringify(asked)).replace(/[()*'!]/g, (special) => `%${special.charCodeAt(0).toString(16).toUpperCase()}`);
  return `\n\n[Record a check-in](command:${RECORD_CHECKIN}?${query})`;
}

function literalCard({ document, analysis }: Snapshot, { part, property, declaration }: LiteralAt): string | null {
  if (analysis === null) return null;
  const { asOf, strategy } = analysis;
  switch (part.type) {
    case 'calendar': return calendarCard(part.literal, asOf);
    case 'date': {
      const own = declaration.kind === 'period' ? declaration.range : null;
      const expression = periodIn(property);
      return dateCard(part.date, own ?? (expression?.type === 'range' ? expression.range : null), asOf);
    }
    case 'quantity': {
      const entity = entityOf(strategy, document.path, declaration);
      return entity === undefined || property === null ? null : quantityCard(part.quantity, property, entity, asOf);
    }
    default: return part satisfies never;
  }
}

function periodIn(property: Property | null): PeriodExpression | null {
  return property?.name === 'period' ? property.value : null;
}

function answer({ client }: Snapshot, value: string, range: Hover['range']): Hover {
  const kind = client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return range === undefined ? { contents: { kind, value } } : { contents: { kind, value }, range };
}
