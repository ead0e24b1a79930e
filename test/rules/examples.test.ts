/** Every rule's own examples, which are also its page. */

import assert from 'node:assert/strict';
import { rules } from '../../server/rules/index.ts';
import type { Diagnostic } from '../../server/rules/diagnostic.ts';
import type { Example, Rule } from '../../server/rules/rule.ts';
import { applyFix, brief, check, marked, ONLY_FILE, sourcesOf, unmarkedSources, type CheckOptions } from './checking.ts';

function checkOptions(rule: Rule, example: Example): CheckOptions {
  const severity = rule.severity === 'off' ? 'hint' : rule.severity;
  return { asOf: example.asOf ?? '2026-03-01', settings: { rules: { [rule.code]: [severity, example.options ?? {}] } } };
}

function shown(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${brief(diagnostic)}: ${diagnostic.message}`).join('\n');
}

/** The rule reports where the marks stand, and no other error or warning comes up. */
function holds(rule: Rule, example: Example): readonly Diagnostic[] {
  const sources = unmarkedSources(example.source);
  const { diagnostics } = check(sources, checkOptions(rule, example));
  const own = diagnostics.filter(({ code }) => code === rule.code);
  const found = Object.fromEntries(Object.entries(sources).map(([path, text]) => [path, marked(path, text, own)]));
  assert.deepEqual(found, sourcesOf(example.source), shown(diagnostics));
  const allowed = new Set([rule.code, ...example.also ?? []]);
  const others = diagnostics.filter(({ code, severity }) => !allowed.has(code) && (severity === 'error' || severity === 'warning'));
  assert.equal(shown(others), '');
  for (const code of example.also ?? []) assert.ok(diagnostics.some((diagnostic) => diagnostic.code === code), `it says that ${code} comes up`);
  return own;
}

describe('examples of rules', () => {
  for (const rule of rules) {
    describe(rule.code, () => {
      for (const example of rule.examples.bad) {
        it(`bad: ${example.title}`, () => {
          assert.match(JSON.stringify(example.source), /«/, 'a bad example marks where the rule reports');
          holds(rule, example);
        });
      }
      for (const example of rule.examples.good) {
        it(`good: ${example.title}`, () => {
          assert.doesNotMatch(JSON.stringify(example.source), /[«»]/, 'a good example has no marks');
          holds(rule, example);
        });
      }
      for (const example of rule.examples.bad.filter(({ fixed }) => fixed !== undefined)) {
        it(`fix: ${example.title}`, () => {
          const { title, source } = example.fixed ?? assert.fail();
          const own = holds(rule, example);
          const fix = own.flatMap(({ fixes }) => fixes).find((offered) => offered.title === title);
          assert.ok(fix !== undefined, `it offers '${title}' among ${JSON.stringify(own.map(({ fixes }) => fixes.map((offered) => offered.title)))}`);
          assert.equal(applyFix(unmarkedSources(example.source), fix)[ONLY_FILE], source);
        });
      }
      it('every fix it offers mends the finding and leaves a strategy that can be read', () => {
        for (const example of rule.examples.bad) {
          const sources = unmarkedSources(example.source);
          const own = holds(rule, example);
          for (const fix of own.flatMap(({ fixes }) => fixes)) {
            const { diagnostics } = check(applyFix(sources, fix), checkOptions(rule, example));
            assert.deepEqual(diagnostics.filter(({ code }) => code === 'syntax').map(brief), [], fix.title);
            assert.ok(diagnostics.filter(({ code }) => code === rule.code).length < own.length, fix.title);
          }
        }
      });
    });
  }

  it('every rule has a bad and a good example, and what it names as related is a rule', () => {
    const codes = new Set(rules.map(({ code }) => code));
    for (const { code, examples, related = [] } of rules) {
      assert.ok(examples.bad.length > 0 && examples.good.length > 0, code);
      for (const other of related) assert.ok(codes.has(other) && other !== code, `${code} names ${other}`);
    }
  });
});
