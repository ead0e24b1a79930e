/** The schema that editors hold `throughline.json` against says what the command says. */

import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { changeKinds, RISKS } from '../../server/review/kinds.ts';
import { rules } from '../../server/rules/index.ts';
import { settingsSchema } from '../../server/rules/settings-schema.ts';
import { readSettings, SEVERITIES } from '../../server/rules/settings.ts';

const ajv = new Ajv({ strictTuples: false, allErrors: true });
ajv.addKeyword('markdownDescription');
const accepts = ajv.compile(settingsSchema() as object);

const odd = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.constant([]), fc.constant({}));
const severity = fc.oneof(fc.constantFrom(...SEVERITIES), odd);
const optionValue = fc.oneof(fc.constantFrom(0, 0.4, 1, 5, 40, 100, 101, -1, '40%', ' 12.5 % ', '101%', '100%', 'x%'), fc.array(fc.oneof(fc.string(), odd), { maxLength: 3 }), odd);
const optionName = fc.oneof(fc.constantFrom(...new Set(rules.flatMap(({ options }) => Object.keys(options)))), fc.string());
const ruleValue = fc.oneof(severity, fc.tuple(severity), fc.tuple(severity, fc.oneof(fc.dictionary(optionName, optionValue, { maxKeys: 2 }), odd)), fc.tuple(severity, fc.constant({}), odd));
const ruleName = fc.oneof(fc.constantFrom(...rules.map(({ code }) => code)), fc.constantFrom('no-rule', 'syntax'));
const kindName = fc.oneof(fc.constantFrom(...changeKinds.map(({ kind }) => kind)), fc.constant('no-kind'));
const settings = fc.record({
  rules: fc.oneof(fc.dictionary(ruleName, ruleValue, { maxKeys: 3 }), odd),
  review: fc.oneof(fc.dictionary(kindName, fc.oneof(fc.constantFrom(...RISKS), odd), { maxKeys: 3 }), odd),
  past: fc.oneof(fc.constantFrom(0, 90, -1, 1.5), odd),
  asOf: fc.oneof(fc.constantFrom('2026-03-01', '2026-02-30', '2026-3-1', '2026-13-01'), odd),
}, { requiredKeys: [] });

describe('the schema of throughline.json', () => {
  it('accepts exactly what has no finding, but for what only a calendar tells', () => {
    fc.assert(fc.property(fc.oneof(settings, odd), (value) => {
      const { findings } = readSettings(JSON.stringify(value));
      assert.equal(accepts(value), !findings.some(({ toldBySchema }) => toldBySchema), JSON.stringify({ value, findings, errors: accepts.errors }));
    }), { numRuns: 2000 });
  });

  it('describes every rule and option, with the default', () => {
    for (const rule of rules) {
      const text = JSON.stringify(settingsSchema());
      assert.ok(text.includes(JSON.stringify(rule.code)), rule.code);
      for (const { description } of Object.values(rule.options)) assert.ok(text.includes(JSON.stringify(description)), `${rule.code}: ${description}`);
    }
  });
});
