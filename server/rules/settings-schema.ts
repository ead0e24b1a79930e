/** The JSON Schema of `throughline.json`, which completes and validates it in editors. */

import { changeKinds, RISKS } from '../review/kinds.ts';
import { pageUrl } from './diagnostic.ts';
import { rules } from './index.ts';
import { SHARE_PATTERN } from './options.ts';
import type { OptionSpec, Rule } from './rule.ts';
import { DATE_PATTERN, DEFAULT_PAST_DAYS, SEVERITIES } from './settings.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Draft 7, with what VS Code adds to it (`markdownDescription`, `enumDescriptions`). */
export function settingsSchema(): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a Throughline strategy',
    description: 'Which findings a strategy gets, and by which day it is judged.',
    type: 'object',
    additionalProperties: false,
    properties: {
      rules: {
        description: 'The severity of each rule, or its severity and options: "off", or ["warning", { "max": 7 }].',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.code, ruleSchema(rule)])),
      },
      review: {
        description: 'The risk of each kind of change in a review.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(changeKinds.map(({ kind, risk }) => [kind, { description: `${risk} without a setting.`, enum: RISKS, default: risk }])),
      },
      past: {
        description: 'Days after its end from which a period is history: what stands in it is no longer judged.',
        type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: DEFAULT_PAST_DAYS,
      },
      asOf: {
        description: 'The day by which progress is judged, such as "2026-03-01". Without it, today.',
        type: 'string', pattern: DATE_PATTERN,
      },
    },
  };
}

function ruleSchema(rule: Rule): Json {
  const { code, title, summary, severity, options } = rule;
  const description = `${title}. ${summary.replace(/\s+/g, ' ')}`;
  const withOptions = {
    type: 'array', minItems: 1, additionalItems: false,
    items: [
      { enum: SEVERITIES },
      {
        type: 'object', additionalProperties: false,
        properties: Object.fromEntries(Object.entries(options).map(([name, spec]) => [name, optionSchema(spec)])),
      },
    ],
  };
  return {
    description,
    markdownDescription: `**${title}**\n\n${summary.replace(/\s+/g, ' ')}\n\n[${code}](${pageUrl(code)})`,
    default: severity,
    anyOf: [{ enum: SEVERITIES }, withOptions],
  };
}

function optionSchema(spec: OptionSpec): Json {
  const { description } = spec;
  switch (spec.type) {
    case 'number':
      return { description, type: 'number', minimum: spec.minimum, ...spec.maximum === undefined ? {} : { maximum: spec.maximum }, default: spec.default };
    case 'share':
      return { description, anyOf: [{ type: 'number', minimum: 0, maximum: 100 }, { type: 'string', pattern: SHARE_PATTERN }], default: spec.default };
    case 'words':
      return { description, type: 'array', items: { type: 'string', pattern: '\\S' }, default: [...spec.default] };
  }
}
