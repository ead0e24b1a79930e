import assert from 'node:assert/strict';
import { owners } from '../../server/views/owners/build.ts';
import { matrixOf } from '../../server/views/owners/matrix.ts';
import { isAnswered } from '../../server/views/owners/model.ts';
import { ownersSummary } from '../../server/views/owners/summary.ts';
import { ownersView } from '../../server/views/owners/owners.ts';
import { DEFAULT_OPTIONS, NO_FILTER, type ViewOptions } from '../../server/views/view.ts';
import { analysed, sample, textOf } from './drawing.ts';

const SOURCE = `period Q1 2026-02-01 .. 2026-04-30
period Q2 2026-05-01 .. 2026-07-31
team all "All"
team sales "Sales" in all
team build "Engineering" in all { capacity 5 engineers }
person maya "Maya" in sales
person jo "Jo"
metric arr "Revenue" { unit $ better up }
goal win "Win" { kind business owner maya period 2026 metric arr from $3M to $6M }
objective first "First" {
  supports win
  owner sales
  with build, jo
  period Q1
  kr a "A" from 1 to 2 { owner maya }
  kr b "B" from 1 to 2
  initiative x "X" { owner build effort 3 engineers period 2026-03-01 .. 2026-03-31 advances a }
}
objective second "Second" { supports first owner build period Q2 kr c "C" from 1 to 2 }
objective nobody "Nobody" { supports win period Q1 kr d "D" from 1 to 2 { owner jo } }
initiative y "Y" { owner build effort 4 engineers period 2026-03-15 .. 2026-06-15 advances second }
`;

function load(options: Partial<ViewOptions> = {}, source = SOURCE) {
  return owners(analysed(source).strategy, { ...DEFAULT_OPTIONS, ...options });
}

describe('The owners', () => {
  it('stand as teams with their people, then people in none', () => {
    assert.deepEqual(load().owners.map(({ owner, depth }) => [owner.title, depth]), [['All', 0], ['Sales', 1], ['Maya', 2], ['Engineering', 1], ['Jo', 0]]);
  });

  it('carry what overlaps a period: objectives, key results with inherited ones, initiatives', () => {
    assert.deepEqual(load().periods.map(({ title, current }) => [title, current]), [['Q1', true], ['Q2', false]]);
    assert.deepEqual(load().owners.map(({ owner, goals, loads }) => [owner.id, goals.length, ...loads.map(({ objectives, keyResults, initiatives }) => [objectives.length, keyResults, initiatives])]), [
      ['all', 0, [0, 0, 0], [0, 0, 0]],
      ['sales', 0, [1, 1, 0], [0, 0, 0]],
      ['maya', 1, [0, 1, 0], [0, 0, 0]],
      ['build', 0, [0, 0, 2], [1, 1, 1]],
      ['jo', 0, [0, 1, 0], [0, 0, 0]],
    ]);
  });

  it('of a team tell what its people and teams have beside it', () => {
    const of = (id: string) => load().owners.find(({ owner }) => owner.id === id)?.loads.map(({ members }) => members);
    assert.deepEqual(of('all'), [{ objectives: 1, keyResults: 2 }, { objectives: 1, keyResults: 1 }]);
    assert.deepEqual(of('sales'), [{ objectives: 0, keyResults: 1 }, { objectives: 0, keyResults: 0 }]);
  });

  it('hold the effort of the busiest day against the capacity', () => {
    const build = load().owners.find(({ owner }) => owner.id === 'build');
    assert.deepEqual(build?.loads.map(({ effort }) => [effort?.text, effort?.share]), [['7 engineers', 1.4], ['4 engineers', 0.8]]);
  });

  it('count on each other: with whom, and who has written down a part', () => {
    assert.deepEqual(load().contributions.map(({ objective, owner, contributor, how }) => [objective.id, owner.id, contributor.id, how]), [
      ['first', 'sales', 'build', ['objective', 'initiative', 'named']],
      ['first', 'sales', 'jo', ['named']],
    ]);
    assert.deepEqual(load().contributions.map(isAnswered), [true, false]);
    const { contributors, rows } = matrixOf(load());
    assert.deepEqual([contributors.map(({ id }) => id), rows.map(({ owner, cells }) => [owner.id, cells.map((cell) => cell?.answered)])], [['build', 'jo'], [['sales', [true, false]]]]);
  });

  it('lack where nobody answers', () => {
    assert.deepEqual(load().unowned.map(({ id }) => id), ['nobody']);
    assert.deepEqual(load().unownedMetrics.map(({ id }) => id), ['arr']);
  });

  it('with a filter are those who have something of what is asked for', () => {
    assert.deepEqual(load({ filter: { ...NO_FILTER, periods: ['Q2'] } }).owners.map(({ owner }) => owner.id), ['all', 'build']);
  });

  it('of a strategy without periods have one column', () => {
    const { periods, owners: rows } = load({}, 'person a "A"\nobjective o "O" { owner a kr k "K" from 1 to 2 }\n');
    assert.deepEqual([periods.map(({ title }) => title), rows[0]?.loads.map(({ objectives }) => objectives.length)], [['At any time'], [1]]);
  });

  it('do not hang on teams that are in each other', () => {
    assert.deepEqual(load({}, 'team a "A" in b\nteam b "B" in a\n').owners.map(({ owner, depth }) => [owner.id, depth]), [['a', 0], ['b', 1]]);
  });

  it('sum up', () => {
    assert.equal(ownersSummary(load()), '4 teams and people answer for something that is on as of 2026-03-01; 1 has more to do than capacity; 1 contribution across teams is named and not planned; 1 thing has no owner.');
  });

  it('of the sample show the team that has too much, and the one that nobody asked', () => {
    const { strategy, diagnostics } = sample('scale-up');
    const text = textOf(ownersView.draw(strategy, diagnostics, DEFAULT_OPTIONS).body);
    assert.match(text, /8 engineers {2}= 133%/);
    assert.match(text, /Customer Desk/);
  });
});
