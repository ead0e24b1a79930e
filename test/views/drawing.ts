/** Source text to pictures, and pictures to what a test asks of them. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { parseDate } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { analyze, type Analysis } from '../../server/analysis.ts';
import type { Markup, MarkupElement } from '../../server/views/markup.ts';

const root = dirname(dirname(import.meta.dirname));
const today = parseDate('2026-03-01');
assert.ok(today !== null);
const asOfDay = today;

/** The strategy of one file, or of several by path, as of 2026-03-01 unless told. */
export function analysed(source: string | Readonly<Record<string, string>>, asOf?: string): Analysis {
  const texts = typeof source === 'string' ? { 'a.strategy': source } : source;
  const files = Object.entries(texts).map(([path, text]) => ({ path, tree: parseFile(text) }));
  return analyze({ files, settingsText: null, asOf: asOf === undefined ? asOfDay : parseDate(asOf), today: asOfDay });
}

/** The texts of a sample's strategy files by path. */
export function sampleTexts(name: string): Record<string, string> {
  const folder = join(root, 'samples', name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.strategy'));
  return Object.fromEntries(paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]));
}

/** A sample of `samples/`, by its own settings. */
export function sample(name: string): Analysis {
  const files = Object.entries(sampleTexts(name)).map(([path, text]) => ({ path, tree: parseFile(text) }));
  return analyze({ files, settingsText: readFileSync(join(root, 'samples', name, 'throughline.json'), 'utf8'), asOf: null, today: asOfDay });
}

/** Every element of a picture, parents first. */
export function elementsOf(markup: Markup): readonly MarkupElement[] {
  if (markup === null || typeof markup === 'string' || 'code' in markup) return [];
  if ('tag' in markup) return [markup, ...markup.children.flatMap(elementsOf)];
  return markup.flatMap(elementsOf);
}

/** The text in a picture, a space between its pieces. */
export function textOf(markup: Markup): string {
  if (markup === null) return '';
  if (typeof markup === 'string') return markup;
  if ('code' in markup) return '';
  return ('tag' in markup ? markup.children : markup).map(textOf).filter((text) => text !== '').join(' ');
}

/** Those with an attribute, of a value where one is told. */
export function having(markup: Markup, name: string, value?: string): readonly MarkupElement[] {
  return elementsOf(markup).filter(({ attributes }) => (value === undefined ? attributes[name] !== undefined && attributes[name] !== null : attributes[name] === value));
}

/** The one that shows an element of the strategy. */
export function shown(markup: Markup, id: string): MarkupElement {
  const [found, ...others] = having(markup, 'data-id', id);
  assert.ok(found !== undefined && others.length === 0, `${id} is shown ${others.length + (found === undefined ? 0 : 1)} times`);
  return found;
}

/** What keeps a text from being well-formed XML. */
export async function xmlProblems(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'picture.xml', contents }], normalization: 'format' });
  return errors.map(({ message }) => message);
}

/** Texts that would do harm where they are read as anything but text. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>', '</script><script>alert(1)</script>', '</svg></style></title><b>', ']]>&lt;&amp;\\" onload=x \'',
  '\u202e\u2066right to left\u2069\u061c', '\u001b[31mred\u0007\u0000', '=cmd|calc', '`${alert(1)}`', '@everyone #1 [a](javascript:alert(1))',
];

/** A strategy in which every text is one of these. */
export function hostileStrategy(text: string): string {
  const quoted = JSON.stringify(text).replace(/\\u[0-9a-f]{4}|\\[^"\\nt]/g, (escape) => JSON.parse(`"${escape}"`) as string);
  return `strategy ${quoted} { vision ${quoted} mission ${quoted} link ${quoted} }
period P 2026-01-01 .. 2026-06-30
team t ${quoted} { lead p link ${quoted} }
person p ${quoted} in t { email ${quoted} role ${quoted} }
metric m ${quoted} { unit % better up source ${quoted} checkin 2026-02-01 20% ${quoted} link ${quoted} }
goal g ${quoted} { kind customer owner p period P metric m from 10% to 50% evidence interview 2026-01-01 ${quoted} link ${quoted} }
objective o ${quoted} {
  supports g 60%, nothing
  owner t
  period P
  needs late
  kr k ${quoted} { metric m from 10% to 40% segment ${quoted} checkin 2026-02-10 15% confidence 5/10 ${quoted} link ${quoted} }
  kr ${quoted} done by 2026-02-01
  initiative i ${quoted} { advances k hypothesis ${quoted} }
}
objective late ${quoted} { owner p period 2026 status paused 2026-02-01 ${quoted} kr down ${quoted} { metric m from 50% to 20% } }
initiative alone ${quoted} { owner p }
`;
}
