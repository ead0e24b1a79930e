/** The map as a nested list: the same for those who cannot see it. */

import { describe } from '../element.ts';
import type { FindingsOf } from '../findings-of.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import type { ViewOptions } from '../view.ts';
import { servesWords } from './card-words.ts';
import { conflictWords } from './conflict-words.ts';
import type { MapModel, MapNode } from './model.ts';

/** Lists nest no deeper: what hangs deeper follows on the same level. Browsers and screen readers have their limits. */
const DEEPEST = 24;

/** Every element of a map in words, below what it hangs on. */
export function mapOutline(model: MapModel, findings: FindingsOf, options: ViewOptions): MarkupElement {
  return h('div', { class: 'outline', 'data-key': 'outline' },
    list(model.roots, findings, options),
    model.lanes.map((lane) => [h('p', {}, lane.title), list(lane.nodes, findings, options)]),
    model.conflicts.length === 0 ? null : h('ul', {}, model.conflicts.map((conflict) => h('li', {}, conflictWords(conflict)))));
}

function list(nodes: readonly MapNode[], findings: FindingsOf, options: ViewOptions): Markup {
  return nodes.length === 0 ? null : h('ul', {}, nodes.map((node) => item(node, 1, findings, options)));
}

function item(node: MapNode, depth: number, findings: FindingsOf, options: ViewOptions): MarkupElement {
  const words = [describe(node.element, findings), ...servesWords(node), node.reason ?? '', node.mark === null ? '' : node.mark.note ?? node.mark.change, node.folded > 0 ? `${node.folded} folded away` : ''];
  const rows = node.rows.map(({ keyResult, mark }) => h('li', { 'data-ref': keyResult.id }, describe(keyResult, findings), mark === null ? null : `; ${mark.note ?? mark.change}`));
  const nested = depth < DEEPEST ? node.children : [];
  return h('li', { 'data-ref': node.element.id },
    words.filter((part) => part !== '').join('; '),
    rows.length + nested.length === 0 ? null : h('ul', {}, rows, nested.map((child) => item(child, depth + 1, findings, options))),
    depth < DEEPEST ? null : below(node).map((child) => h('p', {}, describe(child.element, findings))));
}

function below(node: MapNode): readonly MapNode[] {
  const found: MapNode[] = [...node.children];
  for (const parent of found) for (const child of parent.children) found.push(child);
  return found;
}
