/** The pages of rules: what `docs/rules` holds and `throughline explain` prints. */

import assert from 'node:assert/strict';
import { rules } from '../../server/rules/index.ts';
import { pageCodes, pageOf, rulesPage } from '../../server/rules/page.ts';

const PARTS = ['Avoid', 'Prefer', 'Why it matters', 'Exceptions', 'Configuration', 'Related', 'Sources'];

describe('pages', () => {
  it('are there for every rule, for syntax and for settings', () => {
    assert.deepEqual([...pageCodes].sort(), ['settings', 'syntax', ...rules.map(({ code }) => code)].sort());
    assert.equal(pageOf('no-such-rule'), null);
  });

  for (const code of pageCodes) {
    it(`${code}: parts in one order, examples with what is said of them`, () => {
      const page = pageOf(code) ?? '';
      assert.ok(page.startsWith(`# ${code}\n\n**`));
      const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading ?? '');
      assert.deepEqual(headings, PARTS.filter((part) => headings.includes(part)));
      for (const part of ['Avoid', 'Prefer', 'Why it matters', 'Configuration']) assert.ok(headings.includes(part), part);
      const avoid = page.slice(page.indexOf('## Avoid'), page.indexOf('## Prefer'));
      const prefer = page.slice(page.indexOf('## Prefer'), page.indexOf('## Why it matters'));
      assert.match(avoid, /^> .*ine \d+: \S/m, 'a bad example says what is found');
      assert.doesNotMatch(prefer, /^> /m, 'a good example has no finding');
      assert.doesNotMatch(page, /[«»]|undefined|\[object/);
    });
  }

  it('list every rule once, by group', () => {
    for (const { code, severity } of rules) assert.equal(rulesPage().split(`| [\`${code}\`](${code}.md) | ${severity} |`).length, 2, code);
  });
});
