/** What a hover says of one thing: its card in Markdown. */

import { bar, percent } from '../model/figures.ts';
import { HEALTH_WORDS } from '../model/health-words.ts';
import { code, documentation, escapeMarkdown } from '../model/markdown.ts';
import type { Entity, Strategy } from '../model/strategy.ts';
import { cardOf, type CardParagraph, type CardPiece } from '../views/card/model.ts';
import { plainNaming, type Naming } from './entity-links.ts';

/** Markdown of one thing; everything the author wrote is escaped, but for the documentation, which is Markdown. `named` writes other things. */
export function card(entity: Entity, strategy: Strategy, named: Naming = plainNaming): string {
  const { kind, id, title, documentation: told, paragraphs } = cardOf(entity, strategy);
  return [
    `${kind}${id === null ? '' : ` ${code(id)}`}${title === null ? '' : `  \n**${escapeMarkdown(title)}**`}`,
    ...told === null ? [] : [documentation(told)],
    ...paragraphs.map((paragraph) => write(paragraph, named)),
  ].join('\n\n');
}

function write(paragraph: CardParagraph, named: Naming): string {
  switch (paragraph.type) {
    case 'standing': return standing(paragraph);
    case 'facts': return paragraph.facts.map((fact) => fact.map((piece) => writePiece(piece, named)).join('')).join(' · ');
    case 'key-results': {
      const { keyResults, more } = paragraph;
      return [...keyResults.map((kr) => `- ${bar(kr.score)} ${named(kr)}`), ...more > 0 ? [`- and ${more} more`] : []].join('\n');
    }
    default: return paragraph satisfies never;
  }
}

function writePiece(piece: CardPiece, named: Naming): string {
  if (typeof piece !== 'string') return 'code' in piece ? code(piece.code) : named(piece.thing);
  // Spaces around a name belong to the line, which escaping would trim.
  return `${/^\s/.test(piece) ? ' ' : ''}${escapeMarkdown(piece)}${/\s$/.test(piece) ? ' ' : ''}`;
}

function standing({ score, expected, health }: Extract<CardParagraph, { type: 'standing' }>): string {
  const against = score === null || expected === null ? '' : `, ${percent(expected)} expected by now`;
  return score === null ? `**${HEALTH_WORDS[health]}**` : `${bar(score)} **${HEALTH_WORDS[health]}**${against}`;
}
