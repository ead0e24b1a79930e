import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pictureSection } from '../../server/views/document.ts';
import { views } from '../../server/views/index.ts';
import { mapView } from '../../server/views/map/map.ts';
import { planMap } from '../../server/views/map/plan.ts';
import { serialize } from '../../server/views/markup.ts';
import { DEFAULT_OPTIONS, NO_FILTER, type ViewOptions } from '../../server/views/view.ts';
import { crossings } from './crossings.ts';
import { analysed, having } from './drawing.ts';

const GOALS = 4;
const OBJECTIVES = 9;

const target = fc.oneof(
  fc.integer({ min: 0, max: GOALS - 1 }).map((index) => `g${index}`),
  fc.integer({ min: 0, max: OBJECTIVES - 1 }).map((index) => `o${index}`),
  fc.tuple(fc.integer({ min: 0, max: OBJECTIVES - 1 }), fc.integer({ min: 0, max: 2 })).map(([index, row]) => `o${index}.k${row}`),
  fc.constant('nothing'),
);
const period = fc.constantFrom('', 'period 2025-Q1', 'period 2026-Q1', 'period 2026', 'period 2026-02-01 .. 2026-02-10', 'period 2026-13');
const status = fc.constantFrom('', '', '', 'status draft', 'status paused', 'status done', 'status dropped');
const measure = fc.constantFrom('from 1 to 9 now 4', 'done', 'keep at most 3 now 5', 'from ? to 4', 'metric m from 10 to 20', 'metric m from 20 to 10', 'done by 2026-01-31', '');

const objective = fc.record({
  supports: fc.array(target, { maxLength: 3 }), needs: fc.array(target, { maxLength: 2 }), period, status,
  rows: fc.array(measure, { maxLength: 3 }), initiative: fc.option(target),
}).map((parts) => (index: number) => `objective o${index} "Objective ${index}" {
  ${parts.supports.length === 0 ? '' : `supports ${parts.supports.join(', ')}`}
  ${parts.needs.length === 0 ? '' : `needs ${parts.needs.join(', ')}`}
  ${parts.period}
  ${parts.status}
  ${parts.rows.map((row, number) => `kr k${number} "Key result ${number}" { ${row} }`).join('\n  ')}
  ${parts.initiative === null ? '' : `initiative i "Initiative" { advances ${parts.initiative} }`}
}`);
const goal = fc.record({ supports: fc.option(fc.integer({ min: 0, max: GOALS - 1 })), status }).map((parts) => (index: number) => (
  `goal g${index} "Goal ${index}" { ${parts.supports === null ? '' : `supports g${parts.supports}`} ${parts.status} }`
));
/** Any shape of cascade: circles, drafts, names that mean nothing, conflicts. */
const source = fc.tuple(fc.array(goal, { maxLength: GOALS }), fc.array(objective, { maxLength: OBJECTIVES }))
  .map(([goals, objectives]) => ['metric m "Metric" { unit x }', ...goals.map((write, index) => write(index)), ...objectives.map((write, index) => write(index))].join('\n'));
const options = fc.record({
  history: fc.boolean(), aspect: fc.constantFrom(0.5, 16 / 9, 3),
  collapsed: fc.subarray(['g0', 'g1', 'o0', 'o1', 'o2', 'o3']).map((ids): ReadonlySet<string> => new Set(ids)),
  filter: fc.constantFrom(NO_FILTER, { ...NO_FILTER, text: '1' }, { ...NO_FILTER, kinds: ['kr'] as const }, { ...NO_FILTER, health: ['off-track', 'unknown'] as const }),
}).map((chosen): ViewOptions => ({ ...DEFAULT_OPTIONS, ...chosen }));

describe('pictures of any strategy', () => {
  it('have no key twice, and no length that is none', () => {
    fc.assert(fc.property(source, options, (text, chosen) => {
      const { strategy, diagnostics } = analysed(text);
      for (const view of views) {
        const picture = view.draw(strategy, diagnostics, chosen);
        assert.ok(serialize(pictureSection(picture)).length > 0);
        const keys = having(picture.body, 'data-key').map(({ attributes }) => attributes['data-key']);
        assert.equal(new Set(keys).size, keys.length, `${view.name}: ${keys.filter((key, index) => keys.indexOf(key) !== index).join()}`);
      }
    }), { numRuns: 60 });
  });

  it('have in the map every active goal, objective and initiative once, whatever it supports', () => {
    fc.assert(fc.property(source, (text) => {
      const { strategy, diagnostics } = analysed(text);
      const drawn = having(mapView.draw(strategy, diagnostics, DEFAULT_OPTIONS).body, 'data-id').map(({ attributes }) => String(attributes['data-id']));
      const shown = [...strategy.goals, ...strategy.objectives, ...strategy.initiatives].filter(({ past, status: { value } }) => !past && value !== 'dropped').map(({ id }) => id);
      for (const id of shown) assert.equal(drawn.filter((other) => other === id).length, 1, id);
    }), { numRuns: 60 });
  });

  it('have in the map no edge that crosses a card', () => {
    fc.assert(fc.property(source, options, (text, chosen) => {
      const { strategy, diagnostics } = analysed(text);
      assert.deepEqual(crossings(mapView.draw(strategy, diagnostics, chosen)), []);
    }), { numRuns: 60 });
  });

  it('have in the map every edge between what is there', () => {
    fc.assert(fc.property(source, (text) => {
      const { strategy, diagnostics } = analysed(text);
      const { model, routes } = planMap(strategy, diagnostics, { ...DEFAULT_OPTIONS, history: true });
      const routed = new Set(routes.edges.map(({ edge }) => edge.key));
      const within = (from: string, to: string): boolean => to === from || to.startsWith(`${from}.`) || from.startsWith(`${to.split('.')[0] ?? to}.`);
      for (const { key, from, to } of model.edges) if (!within(from.id, to.id)) assert.ok(routed.has(key), `${key} in\n${text}`);
      for (const { points } of routes.edges) assert.ok(points.length >= 2);
    }), { numRuns: 60 });
  });
});
