import assert from 'node:assert/strict';
import { check, findings } from './checking.ts';

const only = ['same-last-day'];

describe('same-last-day', () => {
  const source = (third: string): string => `objective a "A" { period 2026-Q1
kr "K" done by 2026-03-31
kr "L" from 1 to 5 by 2026-Q1
${third} }`;

  it('needs three that say the last day, dropped ones aside', () => {
    assert.deepEqual(findings(source('kr "M" by 2026-03'), { only }), ['1: same-last-day']);
    for (const third of ['kr "M" done', 'kr "M" done by 2026-03-30', 'kr "M" done by 2026-03-31 { status dropped }', 'kr "M" done by 2026-02-30']) {
      assert.deepEqual(findings(source(third), { only }), [], third);
    }
    assert.deepEqual(findings(source('kr "M" done by 2026-03-31 { status done }'), { only }), ['1: same-last-day']);
  });

  it('holds for paused objectives, not for drafts or closed ones', () => {
    const third = (status: string): string => source(`kr "M" done by 2026-03-31\nstatus ${status}`);
    assert.deepEqual(findings(third('paused'), { only }), ['1: same-last-day']);
    for (const status of ['draft', 'done', 'dropped']) assert.deepEqual(findings(third(status), { only }), [], status);
  });

  it('shows the dates', () => {
    const [finding] = check(source('kr "M" by 2026-03')).diagnostics.filter(({ code }) => code === 'same-last-day');
    assert.deepEqual(finding?.related.map(({ range }) => range.start.line), [1, 2, 3]);
  });
});
