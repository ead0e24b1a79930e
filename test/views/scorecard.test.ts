import assert from 'node:assert/strict';
import { scorecard } from '../../server/views/scorecard/build.ts';
import type { ScorecardRow } from '../../server/views/scorecard/model.ts';
import { scorecardView } from '../../server/views/scorecard/scorecard.ts';
import { scorecardSummary } from '../../server/views/scorecard/summary.ts';
import { DEFAULT_OPTIONS, NO_FILTER, type ViewOptions } from '../../server/views/view.ts';
import { analysed, elementsOf, having, sample, textOf } from './drawing.ts';

const SOURCE = `period Q1 2026-02-01 .. 2026-04-30
period Q2 2026-05-01 .. 2026-07-31
team sales "Sales"
team build "Engineering"
person maya "Maya" in sales
metric signups "Sign-ups" { unit % better up owner maya checkin 2026-02-20 12% }
goal win "Win" { kind business owner maya period 2026 metric signups from 10% to 20% }
goal keep "Keep" { kind customer owner build period 2026 }
objective first "First" {
  supports win
  owner sales
  period Q1
  kr trial "Trials" from 10 to 20 { owner maya confidence 5/10 checkin 2026-02-10 12 checkin 2026-02-24 14 confidence 7/10 "Better" checkin 2026-03-20 19 }
  kr "Page is live" done by 2026-03-15
}
objective second "Second" { supports first.trial owner build period Q2 kr a "A" from 1 to 2 }
objective lost "Lost" { owner build period Q1 kr b "B" from 1 to 2 now 2 }
objective gone "Gone" { supports win owner build period Q1 status dropped kr c "C" from 1 to 2 }
`;

function board(options: Partial<ViewOptions> = {}, source = SOURCE) {
  return scorecard(analysed(source).strategy, { ...DEFAULT_OPTIONS, ...options });
}

function outline(rows: readonly ScorecardRow[]): unknown {
  return rows.map(({ title, rows: below }) => (below.length === 0 ? title : [title, outline(below)]));
}

function groups(options: Partial<ViewOptions> = {}): unknown {
  return board(options).groups.map(({ title, rows }) => [title, outline(rows)]);
}

function row(title: string, options: Partial<ViewOptions> = {}): ScorecardRow {
  const all = (rows: readonly ScorecardRow[]): readonly ScorecardRow[] => rows.flatMap((one) => [one, ...all(one.rows)]);
  const found = all(board(options).groups.flatMap(({ rows }) => rows)).find((one) => one.title === title);
  assert.ok(found !== undefined, title);
  return found;
}

describe('The scorecard', () => {
  it('stands by goal: its metrics, then what serves it, by whatever way; what serves none comes last', () => {
    assert.deepEqual(groups(), [
      ['Win', [['Win', ['Sign-ups', ['First', ['Trials', 'Page is live']], ['Second', ['A']]]]]],
      ['Keep', ['Keep']],
      ['Serves no goal', [['Lost', ['B']]]],
    ]);
  });

  it('says what an objective serves where that is not the goal above it', () => {
    assert.equal(row('Second').of?.title, 'Trials');
    assert.equal(row('First').of, null);
  });

  it('stands by team, and names the goal that is not above', () => {
    assert.deepEqual(groups({ grouping: 'team' }), [
      ['Sales', [['Win', ['Sign-ups']], ['First', ['Trials', 'Page is live']]]],
      ['Engineering', ['Keep', ['Second', ['A']], ['Lost', ['B']]]],
    ]);
    assert.equal(row('First', { grouping: 'team' }).of?.title, 'Win');
  });

  it('stands by owner: a key result under whoever owns it, with its objective named', () => {
    assert.deepEqual(groups({ grouping: 'owner' }), [
      ['Sales', [['First', ['Page is live']]]],
      ['Engineering', ['Keep', ['Second', ['A']], ['Lost', ['B']]]],
      ['Maya', [['Win', ['Sign-ups']], 'Trials']],
    ]);
    assert.equal(row('Trials', { grouping: 'owner' }).of?.title, 'First');
  });

  it('stands by period, the earliest first', () => {
    assert.deepEqual(board({ grouping: 'period' }).groups.map(({ title }) => title), ['2026', 'Q1', 'Q2']);
  });

  it('shows what is past or dropped only where it is asked for', () => {
    assert.equal(JSON.stringify(groups()).includes('Gone'), false);
    assert.equal(JSON.stringify(groups({ history: true })).includes('Gone'), true);
  });

  it('keeps what stands above what a filter asks for, as context that no total counts', () => {
    const { groups: [win], totals } = board({ filter: { ...NO_FILTER, text: 'trials' } });
    assert.deepEqual(win?.rows.map(({ title, context, rows }) => [title, context, outline(rows)]), [['Win', true, [['First', ['Trials']]]]]);
    assert.deepEqual([totals.goals, totals.objectives, totals.keyResults], [0, 0, 1]);
  });

  it('sorts what stands below one row, and puts what has no value last either way', () => {
    const titles = (descending: boolean): readonly string[] => row('First', { sorting: { by: 'confidence', descending } }).rows.map(({ title }) => title);
    assert.deepEqual([titles(false), titles(true)], [['Trials', 'Page is live'], ['Trials', 'Page is live']]);
    assert.deepEqual(row('First', { sorting: { by: 'title', descending: false } }).rows.map(({ title }) => title), ['Page is live', 'Trials']);
  });

  it('sorts by what needs an eye first, and leaves a goal\'s metrics on top', () => {
    assert.deepEqual(row('Win', { sorting: { by: 'title', descending: true } }).rows.map(({ title }) => title), ['Sign-ups', 'Second', 'First']);
  });

  it('tells value, confidence and check-ins as they were known as of the day', () => {
    const { current, confidence, lastCheckin, trend, measure } = row('Trials');
    assert.deepEqual([current, measure, lastCheckin], ['14', 'from 10 to 20', { day: '2026-02-24', ago: 5, note: 'Better' }]);
    assert.deepEqual(confidence?.values, [0.5, 0.7]);
    assert.equal(confidence.change?.toFixed(2), '0.20');
    assert.deepEqual(trend?.points.map(({ day, text, height }) => [day, text, height]), [['2026-02-10', '12', 0.2], ['2026-02-24', '14', 0.4]]);
    assert.deepEqual(trend.targets, [1]);
  });

  it('tells of a milestone by when, and of a goal\'s metric what the goal wants of it', () => {
    assert.equal(row('Page is live').measure, 'done by 2026-03-15');
    const { kind, measure, current, score, health } = row('Sign-ups');
    assert.deepEqual([kind, measure, current, score, health], ['metric', 'from 10% to 20%', '12%', 0.2, null]);
  });

  it('sums up', () => {
    const { totals } = board();
    assert.deepEqual([totals.goals, totals.objectives, totals.keyResults, totals.confidence, totals.unchecked], [2, 3, 4, 0.7, 1]);
    assert.deepEqual(totals.health, { 'on-track': 1, 'not-started': 1, done: 1 });
    assert.equal(scorecardSummary(board()), '2 goals, 3 objectives and 4 key results as of 2026-03-01. Objectives: 1 on track, 1 done, 1 not started.');
  });

  it('is a table with a head for every column and row, and nothing of it is a group to a screen reader', () => {
    const { strategy, diagnostics } = sample('scale-up');
    const { body } = scorecardView.draw(strategy, diagnostics, DEFAULT_OPTIONS);
    const rows = elementsOf(body).filter(({ tag, attributes }) => tag === 'tr' && attributes['data-id'] !== undefined);
    assert.equal(rows.length, 55);
    for (const { attributes, children } of rows) {
      assert.equal(attributes.role, null);
      const [head] = children;
      assert.ok(head !== null && typeof head === 'object' && 'tag' in head && head.tag === 'th' && head.attributes.scope === 'row');
    }
    assert.deepEqual(having(body, 'scope', 'col').map(textOf), [
      'Goal, objective, key result Goal, objective, key result', 'Owner Owner', 'Health Health', 'Progress Progress', 'Measure', 'Now', 'Trend', 'Confidence Confidence', 'Last check-in Last check-in',
    ]);
    assert.equal(new Set(rows.map(({ attributes }) => attributes['data-key'])).size, rows.length);
  });

  it('says by which column it is sorted', () => {
    const { strategy } = analysed(SOURCE);
    const { body } = scorecardView.draw(strategy, [], { ...DEFAULT_OPTIONS, sorting: { by: 'health', descending: true } });
    assert.deepEqual(having(body, 'aria-sort').map(({ attributes }) => [attributes.class, attributes['aria-sort']]), [['health', 'descending']]);
  });

  it('folds away what stands below what is folded', () => {
    const { strategy } = analysed(SOURCE);
    const { body } = scorecardView.draw(strategy, [], { ...DEFAULT_OPTIONS, collapsed: new Set(['first']) });
    assert.deepEqual(having(body, 'data-id', 'first.trial'), []);
    assert.deepEqual(having(body, 'data-fold', 'first').map(({ attributes }) => attributes['aria-expanded']), ['false']);
  });

  it('does not hang on supports that run in a circle', () => {
    const source = 'objective a "A" { supports b period 2026 }\nobjective b "B" { supports a period 2026 }\n';
    assert.deepEqual(board({}, source).groups.map(({ title, rows }) => [title, outline(rows)]), [['Serves no goal', ['A', 'B']]]);
  });
});
