import assert from 'node:assert/strict';
import { ALIGNED } from '../command/command.ts';
import { reviewed } from './reviewed.ts';
import type { Source } from './reviewing.ts';

/** One line a score: before → after, by progress, by definition, health; in percentage points with one place. */
function scores(base: Source, head: Source): readonly string[] {
  const points = (share: number | null): string => (share === null ? '–' : (share * 100).toFixed(1));
  return reviewed(base, head).scores.map(({ type, id, before, after, byProgress, byDefinition, health }) => (
    `${type} ${id} ${points(before)} → ${points(after)} (${points(byProgress)} + ${points(byDefinition)}) ${health.before === health.after ? health.after : `${health.before} → ${health.after}`}`
  ));
}

describe('Scores of a review', () => {
  it('tell progress from what is measured', () => {
    // 22% of the way from 18% to 35% is 4/17; a check-in of 25% would be 7/17, and 7/12 of the way to 30%.
    const head = ALIGNED.replace('from 18% to 35%', 'from 18% to 30%').replace('checkin 2026-02-28 22%', 'checkin 2026-02-28 25%');
    assert.deepEqual(scores(ALIGNED, head), ['goal win 23.5 → 58.3 (17.6 + 17.2) on-track', 'objective self-serve 23.5 → 58.3 (17.6 + 17.2) on-track']);
  });

  it('are progress alone where check-ins and values are reported', () => {
    const head = ALIGNED.replace('checkin 2026-02-28 22%', 'checkin 2026-02-28 22%\n    checkin 2026-03-01 26.5%');
    assert.deepEqual(scores(ALIGNED, head), ['goal win 23.5 → 50.0 (26.5 + 0.0) on-track', 'objective self-serve 23.5 → 50.0 (26.5 + 0.0) on-track']);
  });

  it('are definition alone where a target moves', () => {
    assert.deepEqual(scores(ALIGNED, ALIGNED.replace('from 18% to 35%', 'from 18% to 26%')), ['goal win 23.5 → 50.0 (0.0 + 26.5) on-track', 'objective self-serve 23.5 → 50.0 (0.0 + 26.5) on-track']);
  });

  it('take the value of a metric, and a `now` in any place, for progress', () => {
    const byMetric = ALIGNED.replace('    checkin 2026-02-28 22%\n', '').replace('  better up\n}', '  better up\n  now 22%\n}');
    assert.deepEqual(scores(byMetric, byMetric.replace('now 22%', 'now 26.5%')), ['goal win 23.5 → 50.0 (26.5 + 0.0) on-track', 'objective self-serve 23.5 → 50.0 (26.5 + 0.0) on-track']);
    const inHeader = ALIGNED.replace('    checkin 2026-02-28 22%\n', '    now 22%\n');
    const onMeasure = ALIGNED.replace('    checkin 2026-02-28 22%\n', '').replace('from 18% to 35%', 'from 18% to 35% now 26.5%');
    assert.deepEqual(scores(inHeader, onMeasure), ['goal win 23.5 → 50.0 (26.5 + 0.0) on-track', 'objective self-serve 23.5 → 50.0 (26.5 + 0.0) on-track']);
  });

  it('follow key results through renames', () => {
    const named = ALIGNED.replace('kr "More trial', 'kr deploys "More trial');
    const head = named.replace('kr deploys', 'kr first-deploys').replace('checkin 2026-02-28 22%', 'checkin 2026-02-28 26.5%');
    assert.deepEqual(scores(named, head), ['goal win 23.5 → 50.0 (26.5 + 0.0) on-track', 'objective self-serve 23.5 → 50.0 (26.5 + 0.0) on-track']);
  });

  it('count a key result that is new or gone as definition', () => {
    const head = ALIGNED.replace('  kr "Onboarding', '  kr "Sign-up takes less time" from 10min to 5min now 5min\n  kr "Onboarding');
    assert.deepEqual(scores(ALIGNED, head), ['goal win 23.5 → 61.8 (0.0 + 38.2) on-track', 'objective self-serve 23.5 → 61.8 (0.0 + 38.2) on-track']);
  });

  it('are told where health alone differs', () => {
    assert.deepEqual(scores(ALIGNED, ALIGNED.replace('now 0.4%', 'now 0.9%')), ['objective self-serve 23.5 → 23.5 (0.0 + 0.0) on-track → off-track']);
  });

  it('are not told where they differ by less than half a point', () => {
    assert.deepEqual(scores(ALIGNED, ALIGNED.replace('22%', '22.05%')), []);
    assert.equal(scores(ALIGNED, ALIGNED.replace('22%', '22.1%')).length, 2);
  });

  it('are unknown where one side has none', () => {
    const head = ALIGNED.replace('from 18% to 35%', 'from 18% to ?%');
    const [, objective] = scores(ALIGNED, head);
    assert.match(objective ?? '', /^objective self-serve 23\.5 → – \(0\.0 \+ –\) on-track → /);
  });

  it('are not told of what is on one side only', () => {
    assert.deepEqual(scores(ALIGNED, `${ALIGNED}goal other "Another" { owner growth metric activation from 18% to 20% }\n`), []);
  });
});
