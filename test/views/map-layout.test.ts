import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../server/analysis.ts';
import type { Block } from '../../server/views/map/block.ts';
import { layoutMap, type MapLayout, type PlacedCard } from '../../server/views/map/layout.ts';
import { mapView } from '../../server/views/map/map.ts';
import { DEFAULT_OPTIONS, type ViewPicture } from '../../server/views/view.ts';
import { crossings } from './crossings.ts';
import { analysed, having, sample, sampleTexts } from './drawing.ts';

/** A tree as `key:height(children)`. */
interface Plan {
  readonly key: string;
  readonly height: number;
  readonly children: readonly Plan[];
}

// A card of its own kind of element would do: the layout looks at no more than that there is one.
const anyGoal = analysed('goal g "G"').strategy.goals[0] ?? null;

function block({ key, height, children }: Plan): Block {
  return { key, element: anyGoal, children: children.map(block), heightAt: (width) => Math.ceil(height * 272 / width) };
}

function leaf(key: string, height = 100): Plan {
  return { key, height, children: [] };
}

function leaves(name: string, count: number): readonly Plan[] {
  return Array.from({ length: count }, (_, index) => leaf(`${name}${index}`));
}

function layout(plans: readonly Plan[], aspect = 16 / 9, hints: MapLayout['choices'] | null = null): MapLayout {
  return layoutMap(plans.map(block), aspect, hints);
}

function overlap(a: PlacedCard, b: PlacedCard): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function assertSound({ cards, width, height }: MapLayout): void {
  for (const [index, card] of cards.entries()) {
    assert.ok(card.x >= 0 && card.y >= 0 && card.x + card.width <= width + 0.01 && card.y + card.height <= height + 0.01, `${card.block.key} lies outside`);
    for (const other of cards.slice(index + 1)) assert.ok(!overlap(card, other), `${card.block.key} and ${other.block.key} overlap`);
  }
  const byBlock = new Map(cards.map((card) => [card.block, card]));
  for (const card of cards) {
    for (const child of card.block.children) {
      const below = byBlock.get(child);
      assert.ok(below !== undefined && below.y >= card.y + card.height && below.x >= card.x && below.x + below.width <= card.x + card.width + 0.01, `${child.key} is not below ${card.block.key}`);
    }
  }
}

function placeOf({ cards }: MapLayout, key: string): { readonly x: number; readonly y: number } {
  const found = cards.find((card) => card.block.key === key);
  assert.ok(found !== undefined, key);
  return { x: found.x, y: found.y };
}

/** How high the smallest picture of a proportion is that holds a layout, to the one that its cards would fill. */
function roominess({ cards, width, height }: MapLayout, aspect: number): number {
  const filled = cards.reduce((sum, card) => sum + card.width * card.height, 0);
  return Math.max(width / aspect, height) / Math.sqrt(filled / aspect);
}

const plan: fc.Arbitrary<Plan> = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.record({
    key: fc.uuid(), height: fc.integer({ min: 30, max: 400 }),
    children: fc.oneof({ maxDepth: 5 }, fc.constant([]), fc.array(tie('plan'), { maxLength: 5 })),
  }),
})).plan;

describe('the layout of the map', () => {
  it('lets no two cards overlap and has each below what it hangs on, whatever the strategy', () => {
    fc.assert(fc.property(fc.array(plan, { minLength: 1, maxLength: 6 }), fc.constantFrom(0.5, 1, 16 / 9, 4), (plans, aspect) => {
      assertSound(layout(plans, aspect));
    }), { numRuns: 60 });
  });

  it('stays sound where places are kept', () => {
    fc.assert(fc.property(fc.array(plan, { minLength: 1, maxLength: 5 }), fc.array(plan, { minLength: 1, maxLength: 5 }), (before, after) => {
      const { choices } = layout(before);
      const mixed = [...before.slice(1).map((root) => ({ ...root, children: [...root.children, ...after.slice(0, 2)] })), ...after.slice(2)];
      assertSound(layout(mixed.length === 0 ? before : mixed, 16 / 9, choices));
    }), { numRuns: 60 });
  });

  it('fits well into a picture of any proportion', () => {
    for (const aspect of [0.7, 1, 16 / 9, 3]) {
      const made = layout(Array.from({ length: 5 }, (_, goal) => ({ key: `g${goal}`, height: 80, children: leaves(`o${goal}-`, 12) })), aspect);
      assert.ok(roominess(made, aspect) < 1.7, `${made.width} x ${made.height} for ${aspect}`);
    }
  });

  it('sets the children of a card in columns, one after the other', () => {
    const made = layout([{ key: 'goal', height: 80, children: leaves('o', 6) }]);
    const xs = ['o0', 'o1', 'o2', 'o3', 'o4', 'o5'].map((key) => placeOf(made, key).x);
    assert.deepEqual(xs, xs.toSorted((a, b) => a - b));
    assert.ok(new Set(xs).size > 1);
  });

  it('begins below all goals of a shelf at one height', () => {
    const made = layout([{ key: 'a', height: 60, children: leaves('x', 1) }, { key: 'b', height: 140, children: leaves('y', 1) }], 3);
    assert.equal(placeOf(made, 'x0').y, placeOf(made, 'y0').y);
  });

  it('keeps every place where nothing changed', () => {
    const plans = Array.from({ length: 6 }, (_, goal) => ({ key: `g${goal}`, height: 80, children: leaves(`o${goal}-`, 3 + goal) }));
    const before = layout(plans);
    const after = layout(plans, 16 / 9, before.choices);
    assert.deepEqual(after.cards.map(({ block: { key }, x, y }) => [key, x, y]), before.cards.map(({ block: { key }, x, y }) => [key, x, y]));
  });

  it('moves only what stands below a card that grew by a line', () => {
    const plans = (height: number): readonly Plan[] => Array.from({ length: 6 }, (_, goal) => ({
      key: `g${goal}`, height: 80, children: leaves(`o${goal}-`, 8).map((card) => (card.key === 'o2-1' ? { ...card, height } : card)),
    }));
    const before = layout(plans(100));
    const after = layout(plans(116), 16 / 9, before.choices);
    const moved = before.cards.filter(({ block: { key }, x, y }) => {
      const now = placeOf(after, key);
      return now.x !== x || now.y !== y;
    });
    const grown = placeOf(before, 'o2-1');
    for (const card of moved) assert.ok(card.y > grown.y && (card.x === grown.x || card.y > grown.y + 300), `${card.block.key} moved`);
  });

  it('keeps the columns of others where a card is added', () => {
    const plans = (count: number): readonly Plan[] => [{ key: 'goal', height: 80, children: leaves('o', count) }];
    const before = layout(plans(12));
    const after = layout(plans(13), 16 / 9, before.choices);
    for (const { block: { key }, x, y } of before.cards) assert.deepEqual(placeOf(after, key), { x, y }, key);
  });

  it('lays out anew where what was kept no longer fits', () => {
    const before = layout([{ key: 'goal', height: 80, children: leaves('o', 3) }]);
    const after = layout([{ key: 'goal', height: 80, children: leaves('o', 300) }], 16 / 9, before.choices);
    assert.ok(roominess(after, 16 / 9) < 1.7, `${after.width} x ${after.height}`);
  });

  it('lays out nothing as well', () => {
    assert.deepEqual(layout([]).cards, []);
  });
});

describe('the edges of the map', () => {
  const draw = ({ strategy, diagnostics }: Analysis, aspect = 16 / 9): ViewPicture => mapView.draw(strategy, diagnostics, { ...DEFAULT_OPTIONS, aspect });

  for (const name of ['first-okrs', 'acme-cloud', 'scale-up']) {
    it(`cross no card of ${name}, at any proportion`, () => {
      for (const aspect of [0.6, 1, 16 / 9, 4]) assert.deepEqual(crossings(draw(sample(name), aspect)), []);
    });
  }

  it('cross no card where they lead between shelves', () => {
    const goals = Array.from({ length: 12 }, (_, index) => `goal g${index} "Goal number ${index}"`).join('\n');
    const objectives = Array.from({ length: 40 }, (_, index) => `objective o${index} "Objective ${index}" { supports g${index % 12} 60%, g${(index * 7 + 3) % 12} 25%, ${index > 4 ? `o${index - 5}` : 'g1'} kr "K" from 1 to 2 }`).join('\n');
    const picture = draw(analysed(`${goals}\n${objectives}`));
    assert.ok(having(picture.body, 'data-share').length > 60);
    assert.deepEqual(crossings(picture), []);
  });

  it('are there for everything that an objective supports', () => {
    const { strategy, diagnostics } = analysed(sampleTexts('scale-up'), '2026-06-15');
    const { body } = mapView.draw(strategy, diagnostics, DEFAULT_OPTIONS);
    const drawn = having(body, 'data-edge', 'supports').map(({ attributes }) => `${String(attributes['data-from'])} -> ${String(attributes['data-to'])}`).sort();
    const written = strategy.objectives.filter(({ status }) => status.value !== 'dropped')
      .flatMap(({ id, supports }) => supports.flatMap(({ target }) => (target === null ? [] : [`${id} -> ${target.id}`]))).sort();
    assert.deepEqual(drawn, written);
  });
});
