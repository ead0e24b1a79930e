/**
 * HTML and SVG as data. Text and attributes are escaped where they are written out, and nowhere else is markup put
 * together, so that no text of a strategy can become markup (issue: hostile titles).
 */

import { shown } from '../model/shown.ts';

/** The elements that pictures are made of. */
export type TagName =
  | 'html' | 'head' | 'meta' | 'title' | 'body' | 'main' | 'header' | 'footer' | 'nav' | 'section' | 'article' | 'aside'
  | 'h1' | 'h2' | 'h3' | 'h4' | 'p' | 'div' | 'span' | 'strong' | 'em' | 'small' | 'code' | 'br' | 'a' | 'ul' | 'ol' | 'li' | 'dl' | 'dt' | 'dd'
  | 'table' | 'caption' | 'colgroup' | 'col' | 'thead' | 'tbody' | 'tfoot' | 'tr' | 'th' | 'td' | 'time' | 'details' | 'summary' | 'figure' | 'figcaption'
  | 'button' | 'input' | 'label' | 'select' | 'option' | 'fieldset' | 'legend' | 'output' | 'bdi'
  | 'svg' | 'g' | 'path' | 'rect' | 'circle' | 'line' | 'polyline' | 'polygon' | 'text' | 'tspan' | 'desc' | 'defs' | 'clipPath' | 'pattern' | 'marker';

/** true stands for an attribute without a value; what is null, undefined or false is left out. Numbers are written with two places at most. */
export type AttributeValue = string | number | boolean | null | undefined;

export type Attributes = Readonly<Record<string, AttributeValue>>;

export interface MarkupElement {
  readonly tag: TagName;
  readonly attributes: Attributes;
  readonly children: readonly Markup[];
}

/** A style sheet or a script: the product's own code, never text of a strategy. */
export interface CodeElement {
  readonly tag: 'style' | 'script';
  readonly attributes: Attributes;
  readonly code: string;
}

/** An element, a text, several of them, or nothing. */
export type Markup = MarkupElement | CodeElement | string | readonly Markup[] | null;

/** An element of HTML or SVG. */
export function h(tag: TagName, attributes: Attributes = {}, ...children: readonly Markup[]): MarkupElement {
  return { tag, attributes, children };
}

/** A style sheet of the product's own. Throws on what could end it or needs escaping: there is no need for it. */
export function style(code: string, attributes: Attributes = {}): CodeElement {
  if (/[<&]/.test(code)) throw new Error('A style sheet with < or & in it');
  return { tag: 'style', attributes, code };
}

/** A script of the product's own, for HTML only. Throws on what could end it. */
export function script(code: string, attributes: Attributes = {}): CodeElement {
  if (/<\/script|<!--/i.test(code)) throw new Error('A script that would end early');
  return { tag: 'script', attributes, code };
}

/** Data for a script, in an element that is never run. */
export function dataScript(data: unknown, attributes: Attributes = {}): CodeElement {
  const code = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return script(code, { type: 'application/json', ...attributes });
}

/** Markup as text that reads the same as HTML and as XML. Throws on attributes that could run something. */
export function serialize(markup: Markup): string {
  if (markup === null) return '';
  if (typeof markup === 'string') return escapeText(markup);
  if (isList(markup)) {
    let text = '';
    for (const child of markup) text += serialize(child);
    return text;
  }
  const { tag, attributes } = markup;
  let text = `<${tag}`;
  for (const name in attributes) text += attributeText(name, attributes[name]);
  if (VOID.has(tag)) return `${text}/>`;
  if ('code' in markup) return `${text}>${markup.code}</${tag}>`;
  if (SHAPES.has(tag) && markup.children.length === 0) return `${text}/>`;
  text += '>';
  for (const child of markup.children) text += serialize(child);
  return `${text}</${tag}>`;
}

/** An HTML document. */
export function serializeDocument(html: MarkupElement): string {
  return `<!DOCTYPE html>\n${serialize(html)}\n`;
}

/** Elements of HTML that have no end tag. */
const VOID: ReadonlySet<string> = new Set(['meta', 'br', 'col', 'input']);
/** Elements of SVG that mostly have nothing in them: HTML too reads these closed by their own tag. */
const SHAPES: ReadonlySet<string> = new Set(['path', 'rect', 'circle', 'line', 'polyline', 'polygon']);

function isList(markup: MarkupElement | CodeElement | readonly Markup[]): markup is readonly Markup[] {
  return Array.isArray(markup);
}

/** Names of attributes; those that run or load something, or that a content security policy refuses, are not among them. */
const ATTRIBUTE = /^(?!on|style$|src|action$|formaction$)[a-zA-Z][a-zA-Z0-9:-]*$/i;
/** Those that have passed the test. They are names in our own code, and so few. */
const passed = new Set<string>();

function attributeText(name: string, value: AttributeValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (!passed.has(name)) {
    if (!ATTRIBUTE.test(name)) throw new Error(`An attribute ${name}`);
    passed.add(name);
  }
  if (name === 'href' && !(typeof value === 'string' && isLinkTarget(value))) return '';
  return ` ${name}="${value === true ? '' : typeof value === 'string' ? escapeText(value) : numberText(value)}"`;
}

/** A number with two places at most: a hundredth of a pixel. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A length of ${value}`);
  return String(Math.round(value * 100) / 100);
}

/** Whether a link may lead there: to `https:`, `http:` and `mailto:`, and within the document. */
export function isLinkTarget(href: string): boolean {
  return /^(?:https?:\/\/|mailto:|#)/i.test(href);
}

const PLAIN = /^[ -%'-;=?-~]*$/;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of whatever origin for text and attributes: nothing in it is read as markup, control characters and those that turn the direction are shown. */
function escapeText(text: string): string {
  if (PLAIN.test(text) && !text.includes('"')) return text;
  return text
    .replace(/[^\t\n\r]+/g, shown)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}
