import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { report } from '../../server/views/report/report.ts';
import { concerns } from '../../server/views/report/attention.ts';
import { DEFAULT_OPTIONS } from '../../server/views/view.ts';
import type { Analysis } from '../../server/analysis.ts';
import { analysed, hostileStrategy, HOSTILE, sample } from './drawing.ts';
import { htmlOf } from './parsers.ts';

const SCRIPT = 'document.title += " (script ran)";';

async function page({ strategy, diagnostics }: Analysis, script: string | null = SCRIPT): Promise<string> {
  return report(strategy, diagnostics, DEFAULT_OPTIONS, script);
}

function policyOf(html: string): string {
  const meta = htmlOf(html).elements.find(({ name, attributes }) => name === 'meta' && attributes['http-equiv'] === 'Content-Security-Policy');
  return meta?.attributes.content ?? '';
}

function hash(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}

describe('The report', () => {
  const freight = sample('scale-up');

  it('holds a summary and every view', async () => {
    const { elements, text } = htmlOf(await page(freight));
    assert.deepEqual(elements.flatMap(({ attributes }) => attributes['data-view'] === undefined || attributes['aria-label'] === undefined || attributes.class?.includes('section') === true ? [] : [attributes['data-view']]).filter((view, index, all) => all.indexOf(view) === index), [
      'map', 'scorecard', 'timeline', 'metrics', 'owners',
    ]);
    for (const told of ['Kestrel Freight', 'as of', '15 June 2026', 'Booking a truck is as easy as booking a table.', '4 goals, 12 objectives and 34 key results', 'Needs attention', 'What the check found']) {
      assert.ok(text.includes(told), told);
    }
  });

  it('loads nothing from elsewhere', async () => {
    const { elements } = htmlOf(await page(freight));
    for (const { name, attributes } of elements) {
      assert.doesNotMatch(name, /^(img|iframe|link|object|embed|image|use)$/);
      assert.equal(attributes.src ?? attributes['xlink:href'] ?? null, null);
    }
    assert.match(policyOf(await page(freight)), /^default-src 'none'; /);
  });

  it('lets its own style sheet and its own script run, and nothing else', async () => {
    const html = await page(freight);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    assert.ok(policyOf(html).includes(`style-src ${hash(style)};`));
    assert.ok(policyOf(html).includes(`script-src ${hash(SCRIPT)};`));
    assert.ok(policyOf(await page(freight, null)).includes("script-src 'none';"));
  });

  it('tells what a filter can ask for to the page script', async () => {
    const [, data = ''] = /<script type="application\/json" id="throughline-choices">([\s\S]*?)<\/script>/.exec(await page(freight)) ?? [];
    const { kinds, teams } = JSON.parse(data) as { kinds: string[]; teams: { id: string }[] };
    assert.deepEqual(kinds, ['goal', 'objective', 'kr', 'initiative']);
    assert.ok(teams.some(({ id }) => id === 'platform'));
  });

  it('puts first what is behind the most, and names what holds it back', () => {
    assert.deepEqual(concerns(freight.strategy).map(({ objective, because }) => [objective.id, because.map(({ id }) => id)]), [
      ['fast-prices', ['fast-prices.corrected']],
      ['no-fraud', ['no-fraud.by-hand', 'no-fraud.loss']],
      ['instant-pay', ['instant-pay.by-hand', 'instant-pay.checkout']],
      ['sepa-q1', ['sepa-q1.payout']],
    ]);
  });

  it('tells errors before warnings, and no hints', async () => {
    const { text } = htmlOf(await page(analysed('goal g "Grow" { owner nobody }\nobjective o "Lost" { period 2026 kr k "K" from 1 to 2 }\n')));
    assert.ok(text.indexOf('error') < text.indexOf('warning'), text);
    assert.equal(text.includes('single-key-result'), false);
  });

  it('is written of a strategy that says nothing', async () => {
    const { text } = htmlOf(await page(analysed('')));
    assert.ok(text.includes('No goal is declared.') && text.includes('No objective is behind.'));
  });

  it('shows hostile texts as texts', async () => {
    for (const hostile of HOSTILE) {
      const { elements } = htmlOf(await page(analysed(hostileStrategy(hostile))));
      assert.equal(elements.filter(({ name }) => name === 'script').length, 2);
      for (const { name, attributes } of elements) {
        assert.doesNotMatch(name, /^(img|iframe|b)$/);
        assert.ok(Object.keys(attributes).every((attribute) => !attribute.startsWith('on')));
      }
    }
  });
});
