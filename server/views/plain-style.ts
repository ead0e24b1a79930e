/**
 * A picture without custom properties: programs for slides and drawings (PowerPoint, Inkscape, librsvg) know classes,
 * and take what stands in `var()` for black. Colours are written out, and what is handed down from an element to those
 * in it (`--health`) is told by a class on each.
 */

import type { Attributes, Markup, MarkupElement } from './markup.ts';

/** What an element with all these classes hands down: `.on-track { --health: … }`. */
interface Setter {
  readonly name: string;
  readonly classes: readonly string[];
  readonly value: string;
  /** On what it is handed down to. */
  readonly marker: string;
}

interface Rule {
  readonly selectors: readonly string[];
  readonly declarations: string;
}

export interface PlainPicture {
  readonly style: string;
  readonly markup: MarkupElement;
}

/** A style sheet and what it is for, with the colours of one theme written out and, unless null, those of another where the reader's system is dark. */
export function plainPicture(sheet: string, markup: MarkupElement, light: ReadonlyMap<string, string>, dark: ReadonlyMap<string, string> | null): PlainPicture {
  const rules = rulesOf(sheet);
  const setters = rules.flatMap(settersOf);
  const drawn = rules.filter(({ declarations }) => !declarations.trim().startsWith('--'));
  const users = new Map<string, Set<string>>();
  for (const { selectors, declarations } of drawn) {
    for (const [, name = ''] of declarations.matchAll(/var\((--(?!tl-)[\w-]+)/g)) {
      const known = users.get(name) ?? new Set<string>();
      users.set(name, known);
      for (const selector of selectors) for (const className of lastClasses(selector)) known.add(className);
    }
  }
  const inDark = drawn.filter(({ declarations }) => declarations.includes('var('));
  return {
    style: `${written(drawn, setters, light)}${dark === null ? '' : `\n@media screen and (prefers-color-scheme: dark) {\n${written(inDark, setters, dark)}\n}`}`,
    markup: marked(markup, setters, users, new Map()),
  };
}

/** The custom properties of the first rule of a sheet, by name. */
export function variablesOf(sheet: string): ReadonlyMap<string, string> {
  const [, body = ''] = /\{([^}]*)\}/.exec(sheet) ?? [];
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

/** The rules outside of media queries, which a picture in a file has no use for. */
function rulesOf(sheet: string): readonly Rule[] {
  const flat = sheet.replace(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = '', declarations = '']) => ({
    selectors: selectors.split(',').map((selector) => selector.trim()), declarations: declarations.trim(),
  }));
}

function settersOf({ selectors, declarations }: Rule): readonly Setter[] {
  const [, name, value] = /^(--(?!tl-)[\w-]+):\s*([^;]+);?$/.exec(declarations) ?? [];
  if (name === undefined || value === undefined) return [];
  return selectors.map((selector) => {
    const classes = lastClasses(selector);
    return { name, classes, value, marker: `in-${classes.join('-')}` };
  });
}

/** The classes of what a selector is about. */
function lastClasses(selector: string): readonly string[] {
  return [...(selector.split(/[\s>]+/).at(-1) ?? '').matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
}

function written(rules: readonly Rule[], setters: readonly Setter[], colours: ReadonlyMap<string, string>): string {
  return rules.flatMap(({ selectors, declarations }) => {
    const [, local] = /var\((--(?!tl-)[\w-]+)/.exec(declarations) ?? [];
    const base = resolved(declarations, colours);
    const handed = setters.filter(({ name }) => name === local).map(({ marker, value }) => (
      `${selectors.map((selector) => `${selector}.${marker}`).join(', ')} { ${resolved(declarations.replaceAll(new RegExp(`var\\(${local ?? ''}(?:, *(?:[^()]|\\([^()]*\\))*)?\\)`, 'g'), value), colours)} }`
    ));
    return [...base === '' ? [] : [`${selectors.join(', ')} { ${base} }`], ...handed];
  }).join('\n');
}

/** Declarations with their colours, those left out of which the value is not known. */
function resolved(declarations: string, colours: ReadonlyMap<string, string>): string {
  return declarations.split(';').map((declaration) => declaration.trim()).filter((declaration) => declaration !== '')
    .map((declaration) => declaration
      .replace(/var\(--(?!tl-)[\w-]+, *(var\([^()]*\)|[^()]*)\)/g, '$1')
      .replace(/var\((--tl-[\w-]+)\)/g, (whole, name: string) => colours.get(name) ?? whole))
    .filter((declaration) => !declaration.includes('var('))
    .map((declaration) => `${declaration};`).join(' ');
}

function marked(element: MarkupElement, setters: readonly Setter[], users: ReadonlyMap<string, ReadonlySet<string>>, above: ReadonlyMap<string, string>): MarkupElement {
  const classes = new Set(typeof element.attributes.class === 'string' ? element.attributes.class.split(' ') : []);
  const found = setters.filter((setter) => setter.classes.every((name) => classes.has(name)));
  const held = found.length === 0 ? above : new Map([...above, ...found.map(({ name, marker }): [string, string] => [name, marker])]);
  const markers = [...held].flatMap(([name, marker]) => ([...users.get(name) ?? []].some((user) => classes.has(user)) ? [marker] : []));
  const attributes: Attributes = markers.length === 0 ? element.attributes : { ...element.attributes, class: [...classes, ...markers].join(' ') };
  return { tag: element.tag, attributes, children: element.children.map((child) => markedMarkup(child, setters, users, held)) };
}

function markedMarkup(markup: Markup, setters: readonly Setter[], users: ReadonlyMap<string, ReadonlySet<string>>, above: ReadonlyMap<string, string>): Markup {
  if (markup === null || typeof markup === 'string' || 'code' in markup) return markup;
  if ('tag' in markup) return marked(markup, setters, users, above);
  return markup.map((child) => markedMarkup(child, setters, users, above));
}
