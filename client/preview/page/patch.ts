/** Puts a new picture in the place of the old one so that what is the same stays: nodes, focus, selection, what is open. */

import morphdom from 'morphdom';

/** What the page itself says of elements; a new picture knows nothing of it. */
const OWN_ATTRIBUTES = ['data-selected', 'data-near', 'data-drop', 'open'] as const;

/** Makes `holder` show the markup, which is the server's and escaped there. Elements are the same where their `data-key` is. */
export function patch(holder: HTMLElement, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  const next = template.content.firstElementChild;
  const current = holder.firstElementChild;
  if (next === null || current === null || keyOf(next) !== keyOf(current)) {
    holder.replaceChildren(template.content);
    return;
  }
  const focused = document.activeElement;
  const key = focused !== null && holder.contains(focused) ? keyOf(focused) : undefined;
  morphdom(current, next, { getNodeKey: keyOf, onBeforeElUpdated: updated });
  // A node that changes its place loses the focus on its way.
  if (key !== undefined && document.activeElement !== focused) focusAgain(holder, key);
}

/** The element of a key. */
export function elementOfKey(holder: ParentNode, key: string): HTMLElement | SVGElement | null {
  return holder.querySelector<HTMLElement | SVGElement>(`[data-key="${CSS.escape(key)}"]`);
}

function keyOf(node: Node): string | undefined {
  if (!(node instanceof Element)) return undefined;
  return node.getAttribute('data-key') ?? undefined;
}

function updated(from: HTMLElement, to: HTMLElement): boolean {
  for (const name of OWN_ATTRIBUTES) {
    const value = from.getAttribute(name);
    if (value !== null) to.setAttribute(name, value);
  }
  if (from.getAttribute('tabindex') === '0' && to.hasAttribute('tabindex')) to.setAttribute('tabindex', '0');
  return !from.isEqualNode(to);
}

function focusAgain(holder: HTMLElement, key: string): void {
  elementOfKey(holder, key)?.focus({ preventScroll: true });
}
