import assert from 'node:assert/strict';
import { cardMarkup } from '../../server/views/card/card.ts';
import { findingsOf } from '../../server/views/findings-of.ts';
import { serialize } from '../../server/views/markup.ts';
import { analysed, having, HOSTILE, hostileStrategy, sample, textOf, xmlProblems } from './drawing.ts';
import type { Analysis } from '../../server/analysis.ts';

function card({ strategy, diagnostics }: Analysis, id: string) {
  const entity = strategy.byId.get(id);
  assert.ok(entity !== undefined, id);
  return cardMarkup(entity, strategy, findingsOf(strategy, diagnostics));
}

describe('The card', () => {
  const freight = sample('scale-up');

  it('of a key result tells where it stands, its measure, its trend, and what it is part of', () => {
    const told = textOf(card(freight, 'instant-pay.checkout'));
    for (const part of ['Key result', 'Checkout takes cards, transfers and invoices', 'at risk', '40%', 'now 40%', 'by 2026-07-24', 'confidence 50%', 'Carriers are paid the day they deliver', 'Check-ins: 2026-05-20 25%, 2026-06-11 40%']) {
      assert.ok(told.includes(part), `${part} in ${told}`);
    }
  });

  it('tells the findings of the thing', () => {
    assert.match(textOf(card(freight, 'fast-prices.corrected')), /warning .*should stay at or below 0\.5%/);
    assert.equal(having(card(freight, 'steady'), 'class', 'card-findings').length, 0);
  });

  it('of an objective lists its key results, which can be gone to', () => {
    assert.deepEqual(having(card(freight, 'leads'), 'data-ref').map(({ attributes }) => attributes['data-ref']), ['people', 'stay', 'leads."Leads who chose it over an expert\'s career"', 'leads."Expert\'s career open to everybody"']);
  });

  it('is there for every kind of thing', async () => {
    for (const id of ['FY26-Q2', 'platform', 'zofia', 'activation', 'reliable', 'on-time', 'on-time.window', 'steady.move']) {
      const html = serialize(card(freight, id));
      assert.deepEqual(await xmlProblems(html), [], id);
    }
  });

  it('shows hostile texts as texts', async () => {
    for (const hostile of HOSTILE) {
      const analysis = analysed(hostileStrategy(hostile));
      const html = [...analysis.strategy.byId.keys()].map((id) => serialize(card(analysis, id))).join('');
      assert.deepEqual(await xmlProblems(`<div>${html}</div>`), []);
      assert.doesNotMatch(html, /<(?:img|script|b)\b|(?![\n\t])\p{Cc}|\u202e/u);
    }
  });
});
