/** The card of one thing in HTML, for hovering over a picture and for beside it. */

import { HEALTH_WORDS } from '../../model/health-words.ts';
import type { Entity, Strategy } from '../../model/strategy.ts';
import type { FindingsOf } from '../findings-of.ts';
import { healthBadge, healthIcon } from '../health-mark.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import { progressBar } from '../progress-bar.ts';
import { sparkline } from '../sparkline.ts';
import { amountShown, shortened, titleText } from '../titles.ts';
import { keyResultTrend, metricTrend } from '../trend.ts';
import { cardOf, type CardParagraph, type CardPiece } from './model.ts';

/** As much of a documentation, and as many findings, as one reads in passing. */
const LONGEST = 800;
const FINDINGS = 6;

/** The same that a hover says in the text, with its trend and its findings. What it names has `data-ref`, its id. */
export function cardMarkup(entity: Entity, strategy: Strategy, findings: FindingsOf): MarkupElement {
  const { kind, id, title, documentation, paragraphs } = cardOf(entity, strategy);
  const found = findings(entity);
  return h('article', { class: `throughline element-card ${entity.kind}`, 'data-key': `card:${entity.kind}:${entity.id}` },
    h('p', { class: 'card-kind' }, kind, id === null ? null : [' ', h('code', {}, shortened(id, 80))]),
    title === null ? null : h('h3', {}, titleText(title)),
    documentation === null ? null : h('p', { class: 'documentation' }, h('bdi', {}, shortened(documentation, LONGEST))),
    paragraphs.map((paragraph) => write(paragraph)),
    trend(entity, strategy),
    found.length === 0 ? null : h('ul', { class: 'card-findings' },
      found.slice(0, FINDINGS).map(({ severity, message }) => h('li', {}, h('span', { class: `severity ${severity}` }, severity), ' ', h('bdi', {}, shortened(message, 400)))),
      found.length > FINDINGS ? h('li', { class: 'muted' }, `and ${found.length - FINDINGS} more`) : null),
  );
}

/** Its rules in the style sheet. */
export const cardStyle = `
.element-card h3 { font-size: 14px; line-height: 1.3; margin: 0 0 6px; overflow-wrap: anywhere; }
.element-card p { margin: 0 0 5px; overflow-wrap: anywhere; }
.element-card .card-kind { color: var(--tl-muted); font-size: 11px; margin-bottom: 2px; }
.element-card .documentation { white-space: pre-line; color: var(--tl-muted); }
.element-card .standing { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; }
.element-card .progress-bar { display: inline-flex; align-items: center; gap: 8px; white-space: nowrap; }
.element-card .thing { font-weight: 600; }
.element-card ul { list-style: none; margin: 0 0 6px; padding: 0; }
.element-card li { display: flex; gap: 7px; align-items: flex-start; padding: 2px 0; overflow-wrap: anywhere; }
.element-card li svg { flex: none; margin-top: 1px; }
.element-card .card-findings { border-top: 1px solid var(--tl-track); margin-top: 6px; padding-top: 4px; }
.element-card .severity { font-weight: 700; font-size: 11px; flex: none; }
.element-card .severity.error { color: var(--tl-error); }
.element-card .severity.warning { color: var(--tl-warning); }
.element-card .severity.info, .element-card .severity.hint { color: var(--tl-info); }
.element-card .sparkline { overflow: visible; }
`;

function write(paragraph: CardParagraph): Markup {
  switch (paragraph.type) {
    case 'standing': return h('p', { class: 'standing' }, healthBadge(paragraph.health), paragraph.score === null ? null : progressBar(paragraph.score, paragraph.expected, paragraph.health));
    case 'facts': return h('p', {}, paragraph.facts.map((fact, index) => [index === 0 ? null : ' · ', fact.map(writePiece)]));
    case 'key-results': return h('ul', {},
      paragraph.keyResults.map((kr) => h('li', { 'data-ref': kr.id }, healthIcon(kr.health), h('span', {}, titleText(kr.title ?? kr.id), h('span', { class: 'visually-hidden' }, `, ${HEALTH_WORDS[kr.health]}`)))),
      paragraph.more > 0 ? h('li', { class: 'muted' }, `and ${paragraph.more} more`) : null);
    default: return paragraph satisfies never;
  }
}

function writePiece(piece: CardPiece): Markup {
  if (typeof piece === 'string') return h('bdi', {}, amountShown(piece));
  if ('code' in piece) return h('code', {}, shortened(piece.code));
  return h('span', { class: 'thing', 'data-ref': piece.thing.id }, titleText(piece.thing.title ?? piece.thing.id));
}

function trend(entity: Entity, { asOf }: Strategy): Markup {
  if (entity.kind !== 'kr' && entity.kind !== 'metric') return null;
  const drawn = sparkline(entity.kind === 'kr' ? keyResultTrend(entity, asOf) : metricTrend(entity, [], asOf));
  return drawn === null ? null : h('p', { class: 'trend' }, drawn);
}
