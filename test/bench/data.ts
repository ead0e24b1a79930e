/**
 * The same strategy as plain data with a JSON schema: what a team would write without a language of its own, and
 * the floor that no reader of text with meaning gets under.
 */

import type { Declaration, Property, SyntaxTree } from '../../grammar/tree.ts';

export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

type Fields = Record<string, Data>;

function spanText(text: string, span: { readonly start: number; readonly end: number } | null): string | null {
  return span === null ? null : text.slice(span.start, span.end);
}

/** What stands after a property's word. */
function valueOf(property: Property, text: string): Data {
  switch (property.name) {
    case 'supports': return property.value.map(({ reference, share }): Data => ({ to: reference.text, share: share?.text ?? null }));
    case 'owner': case 'with': case 'needs': case 'drives': case 'advances': case 'lead': case 'sponsor': return property.value.map((reference) => reference.text);
    case 'checkin': return {
      date: property.value.date?.text ?? null,
      value: spanText(text, property.value.value?.span ?? null),
      confidence: property.value.confidence?.text ?? null,
      note: property.value.note?.value ?? null,
    };
    case 'evidence': return { kind: property.value.word?.text ?? null, date: property.value.date?.text ?? null, text: property.value.text?.value ?? null };
    case 'metric': return {
      name: property.value.reference?.text ?? null,
      measure: spanText(text, property.value.measure?.span ?? null),
      now: spanText(text, property.value.now[0]?.value?.span ?? null),
    };
    case 'measure': return { measure: spanText(text, property.value.measure?.span ?? null), now: spanText(text, property.value.now[0]?.value?.span ?? null) };
    default: return text.slice(property.word.end, property.span.end).trim().replace(/^"(.*)"$/, '$1');
  }
}

const repeated = new Set(['metric', 'evidence', 'checkin', 'link']);

function declarationData(declaration: Declaration, text: string): Data {
  const data: Fields = { declaration: declaration.kind, id: declaration.name?.text ?? null, title: declaration.title?.value ?? null };
  if (declaration.in !== null) data.in = text.slice(declaration.in.type === 'name' ? declaration.in.reference.start : declaration.span.start, declaration.span.end);
  for (const property of declaration.properties) {
    const value = valueOf(property, text);
    const known = data[property.name];
    data[property.name] = repeated.has(property.name) ? [...(Array.isArray(known) ? known as readonly Data[] : []), value] : value;
  }
  if (declaration.children.length > 0) data.children = declaration.children.map((child) => declarationData(child, text));
  return data;
}

/** A strategy file as data. */
export function asData(tree: SyntaxTree): Data {
  return tree.chunks.flatMap(({ chunk }) => chunk.declarations.map((declaration) => declarationData(declaration, chunk.text)));
}

/** Data as YAML in its usual block style; texts that YAML could take for something else are in quotes. */
export function asYaml(data: Data, indent = ''): string {
  if (data === null || typeof data !== 'object') return typeof data === 'string' && !/^[a-z][\w-]*$/i.test(data) ? JSON.stringify(data) : String(data);
  if (Array.isArray(data)) {
    const items = data as readonly Data[];
    return items.length === 0 ? '[]' : items.map((item) => `\n${indent}- ${asYaml(item, `${indent}  `).trimStart()}`).join('');
  }
  return Object.entries(data).map(([key, value]) => `\n${indent}${key}: ${asYaml(value, `${indent}  `)}`).join('');
}

const names = { type: 'array', items: { type: 'string', pattern: '^[\\w.-]+$' } } as const;
const text = { type: ['string', 'null'], minLength: 1 } as const;
const quantity = { type: ['string', 'null'], pattern: '^([+-]?[$€£¥]?\\d[\\d_]*(\\.\\d+)?[^"]*|\\?|done|not done)$' } as const;
const date = { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const measured = { type: 'object', properties: { name: text, measure: { type: ['string', 'null'], pattern: '^(from|to|up|down|times|at|between|keep|done)' }, now: quantity }, additionalProperties: false } as const;

/** The schema that a team would write for it: shapes, words of closed lists, forms of names, dates and quantities. */
export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'array',
  items: { $ref: '#/definitions/declaration' },
  definitions: {
    declaration: {
      type: 'object',
      required: ['declaration', 'id', 'title'],
      properties: {
        declaration: { enum: ['strategy', 'period', 'team', 'person', 'metric', 'goal', 'objective', 'kr', 'initiative'] },
        kind: { enum: ['business', 'growth', 'customer', 'product', 'people', 'mission'] },
        id: { type: ['string', 'null'], pattern: '^[\\w-]+$' },
        title: text,
        in: text, vision: text, unit: text, hypothesis: text, segment: text, email: text, role: text, source: text,
        better: { enum: ['up', 'down'] },
        type: { enum: ['committed', 'aspirational', 'learning'] },
        status: { type: 'string', pattern: '^(draft|active|paused|done|dropped)' },
        owner: names, with: names, needs: names, drives: names, advances: names, lead: names, sponsor: names,
        supports: { type: 'array', items: { type: 'object', required: ['to'], properties: { to: text, share: quantity }, additionalProperties: false } },
        period: { type: 'string', pattern: '^[\\w. -]+$' },
        now: quantity, weight: quantity, confidence: quantity, capacity: quantity, effort: quantity,
        metric: { type: 'array', items: measured },
        measure: measured,
        evidence: { type: 'array', items: { type: 'object', properties: { kind: { enum: ['interview', 'data', 'experiment', 'survey', 'sales', 'internal'] }, date, text }, additionalProperties: false } },
        checkin: { type: 'array', items: { type: 'object', required: ['date'], properties: { date, value: quantity, confidence: quantity, note: text }, additionalProperties: false } },
        children: { type: 'array', items: { $ref: '#/definitions/declaration' } },
      },
      additionalProperties: false,
    },
  },
};
