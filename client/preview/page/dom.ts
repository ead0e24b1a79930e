/** Elements of the page's own controls, made from data: text is always text. */

type Child = Node | string | null;

/** `on…` are listeners; true is an attribute without a value; null and false leave it out. */
type Properties = Readonly<Record<string, string | number | boolean | null | ((event: never) => void)>>;

/** An HTML element with attributes, listeners and children. */
export function make<T extends keyof HTMLElementTagNameMap>(tag: T, properties: Properties = {}, ...children: readonly Child[]): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Sets an attribute, or takes it away for null; leaves an equal one alone. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === element.getAttribute(name)) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** The nearest element of the strategy around a node: one with an id; null outside of any. */
export function elementAround(node: EventTarget | null): Element | null {
  return node instanceof Element ? node.closest('[data-id][data-key]') : null;
}

/** The id of an element of the strategy. */
export function idOf(element: Element): string {
  return element.getAttribute('data-id') ?? '';
}
