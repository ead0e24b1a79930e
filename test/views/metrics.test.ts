import assert from 'node:assert/strict';
import { metrics } from '../../server/views/metrics/build.ts';
import { layers } from '../../server/views/metrics/layers.ts';
import { layoutMetrics } from '../../server/views/metrics/layout.ts';
import { metricsView } from '../../server/views/metrics/metrics.ts';
import { metricsMarkdown } from '../../server/views/metrics/markdown.ts';
import { isRandom, metricsSummary } from '../../server/views/metrics/summary.ts';
import { DEFAULT_OPTIONS, NO_FILTER, type ViewOptions } from '../../server/views/view.ts';
import { analysed, having, sample, shown } from './drawing.ts';

const SOURCE = `team t "Growth"
metric arr "Revenue" { unit $ better up checkin 2026-02-01 $4M }
metric active "Active" { unit % better up drives arr }
metric mails "Newsletters" { unit % better up }
metric spare "Spare" { unit % better up }
goal win "Win" { kind business owner t period 2026 metric arr from $3M to $6M }
objective o "Objective" {
  supports win
  owner t
  period 2026-Q1
  kr a "More are active" { metric active from 10% to 20% }
  kr m "People read us" { metric mails from 1% to 2% }
}
`;

function tree(options: Partial<ViewOptions> = {}) {
  return metrics(analysed(SOURCE).strategy, { ...DEFAULT_OPTIONS, ...options });
}

describe('The driver tree', () => {
  it('tells metrics of goals, what drives them, and what leads to none', () => {
    assert.deepEqual(tree().metrics.map(({ id, place }) => [id, place]), [['arr', 'goal'], ['active', 'driver'], ['mails', 'apart'], ['spare', 'apart']]);
    assert.deepEqual(tree().edges, [{ from: 'active', to: 'arr' }]);
  });

  it('tells who moves each, and calls random what is moved and leads to no goal', () => {
    assert.deepEqual(tree().metrics.map(({ id, movers }) => [id, movers.map(({ keyResult, traced }) => [keyResult.id, traced])]), [
      ['arr', []], ['active', [['o.a', true]]], ['mails', [['o.m', false]]], ['spare', []],
    ]);
    assert.deepEqual(tree().metrics.filter(isRandom).map(({ id }) => id), ['mails']);
  });

  it('tells what a goal wants of a metric, and how far that is', () => {
    const [goal] = tree().metrics[0]?.goals ?? [];
    assert.deepEqual([goal?.goal.id, goal?.measure, goal?.score?.toFixed(2)], ['win', 'from $3M to $6M', '0.33']);
  });

  it('with a filter shows what that asks for and what it leads through', () => {
    assert.deepEqual(tree({ filter: { ...NO_FILTER, text: 'are active' } }).metrics.map(({ id, context }) => [id, context]), [['arr', true], ['active', false]]);
  });

  it('sums up', () => {
    assert.equal(metricsSummary(tree()), '4 metrics as of 2026-03-01: 1 of goals, 1 that drive them, 2 that lead to no goal. 1 is random: moved by key results, and leading to no goal. No key result moves 1 of those that lead to a goal.');
  });

  it('in Markdown reads from the outcome down', () => {
    const text = metricsMarkdown(tree(), 'Metrics');
    assert.ok(text.includes('- **Revenue**: $4M; goal *Win* from $3M to $6M (33%)\n  - **Active**: no value yet; moved by More are active (Growth, '), text);
    assert.ok(text.includes('## Lead to no goal\n\n- **Newsletters**'));
  });

  it('stands from left to right, without overlaps', () => {
    const model = metrics(sample('acme-cloud').strategy, DEFAULT_OPTIONS);
    const { cards } = layoutMetrics(model, 16 / 9);
    assert.equal(cards.length, model.metrics.length);
    const at = new Map(cards.map((card) => [card.metric.id, card]));
    for (const { from, to } of model.edges) assert.ok((at.get(from)?.x ?? 0) < (at.get(to)?.x ?? 0), `${from} left of ${to}`);
    for (const a of cards) {
      for (const b of cards) {
        if (a === b || a.x !== b.x) continue;
        assert.ok(a.y + a.shape.height <= b.y || b.y + b.shape.height <= a.y, `${a.metric.id} over ${b.metric.id}`);
      }
    }
  });

  it('draws each metric once, with what moves it', () => {
    const { strategy, diagnostics } = analysed(SOURCE);
    const { body } = metricsView.draw(strategy, diagnostics, DEFAULT_OPTIONS);
    assert.match(String(shown(body, 'mails').attributes.class), /random/);
    assert.match(String(shown(body, 'o.m').attributes.class), /untraced/);
    assert.deepEqual(having(body, 'data-edge', 'drives').map(({ attributes }) => [attributes['data-from'], attributes['data-to']]), [['active', 'arr']]);
  });
});

describe('Layers', () => {
  const nodes = (...ids: readonly string[]): readonly { id: string; height: number }[] => ids.map((id) => ({ id, height: 10 }));

  it('put a node before everything that it leads to', () => {
    const { places } = layers(nodes('a', 'b', 'c'), [{ from: 'a', to: 'b' }, { from: 'b', to: 'c' }, { from: 'a', to: 'c' }], 5);
    assert.deepEqual(['a', 'b', 'c'].map((id) => places.get(id)?.layer), [2, 1, 0]);
  });

  it('give a long edge room in the layers between', () => {
    const { routes } = layers(nodes('a', 'b', 'c'), [{ from: 'a', to: 'b' }, { from: 'b', to: 'c' }, { from: 'a', to: 'c' }], 5);
    assert.deepEqual(routes.map(({ through }) => through.length), [0, 0, 1]);
  });

  it('cut circles, and lay out all the same', () => {
    const { places, layers: count } = layers(nodes('a', 'b'), [{ from: 'a', to: 'b' }, { from: 'b', to: 'a' }, { from: 'a', to: 'a' }], 5);
    assert.deepEqual([places.size, count], [2, 2]);
  });

  it('of nothing are nothing', () => {
    assert.deepEqual(layers([], [], 5), { places: new Map(), routes: [], layers: 0, height: 0 });
  });

  it('do not grow with chains more than the chains do', () => {
    const chain = Array.from({ length: 3000 }, (_, index) => `n${index}`);
    const { layers: count, height } = layers(nodes(...chain), chain.slice(1).map((to, index) => ({ from: chain[index] ?? '', to })), 5);
    assert.deepEqual([count, height], [3000, 10]);
  });
});
