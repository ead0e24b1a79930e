import assert from 'node:assert/strict';
import { matcherOf, type PlannedElement } from '../../server/views/filter.ts';
import { NO_FILTER, type ViewFilter } from '../../server/views/view.ts';
import { analysed } from './drawing.ts';

const { strategy } = analysed(`
period FY26 2026-01-01 .. 2026-12-31
period FY26-Q1 2026-01-01 .. 2026-03-31 in FY26
team product "Product"
team growth "Growth" in product
team sales "Sales"
person maya "Maya" in growth
person jonas "Jonas" in sales
goal win "Win the mid-market" { owner jonas period FY26 }
objective serve "Teams start by themselves" { supports win owner growth period FY26-Q1
  kr deploy "More teams deploy" from 1 to 4 now 4
  kr calls "Fewer calls" { from 9 to 3 owner maya }
  initiative wizard "Guided setup" { advances deploy owner jonas }
}
objective sell "Deals close sooner" { supports win owner sales period 2026-02 status paused kr "Days" from 40d to 20d }
`);

function matching(filter: Partial<ViewFilter>): readonly string[] {
  const matches = matcherOf(strategy, { ...NO_FILTER, ...filter });
  const elements: readonly PlannedElement[] = [...strategy.goals, ...strategy.objectives, ...strategy.keyResults, ...strategy.initiatives];
  assert.ok(matches !== null);
  return elements.filter(matches).map(({ id }) => id);
}

describe('a filter', () => {
  it('that asks for nothing is none', () => { assert.equal(matcherOf(strategy, NO_FILTER), null); });
  it('finds what somebody owns, by its objective too', () => { assert.deepEqual(matching({ owners: ['growth'] }), ['serve', 'serve.deploy']); });
  it('finds what a team owns with its people and the teams in it', () => { assert.deepEqual(matching({ teams: ['product'] }), ['serve', 'serve.deploy', 'serve.calls']); });
  it('finds what has a period, and what lies within it', () => { assert.deepEqual(matching({ periods: ['FY26-Q1'], kinds: ['goal', 'objective'] }), ['serve', 'sell']); });
  it('finds kinds', () => { assert.deepEqual(matching({ kinds: ['goal', 'initiative'] }), ['win', 'serve.wizard']); });
  it('finds a health, and the status of initiatives', () => { assert.deepEqual(matching({ health: ['paused', 'done'] }), ['sell', 'serve.deploy', 'sell."Days"']); });
  it('finds words of the title or id, in any case and order', () => { assert.deepEqual(matching({ text: 'DEPLOY more' }), ['serve.deploy']); });
  it('asks for all that it names', () => { assert.deepEqual(matching({ teams: ['product'], kinds: ['kr'], text: 'calls' }), ['serve.calls']); });
  it('finds nothing by a name that means nothing', () => { assert.deepEqual(matching({ owners: ['nobody'], periods: ['never'] }), []); });
});
