/** The turn of the day. */

import assert from 'node:assert/strict';
import { parseDate } from '../../grammar/calendar.ts';
import { today, watchDay } from '../../server/day.ts';

describe('the day', () => {
  it('is that of UTC, wherever the machine stands', () => {
    assert.equal(today(() => Date.parse('2026-03-01T23:59:59.999Z')), parseDate('2026-03-01'));
    assert.equal(today(() => Date.parse('2026-03-02T00:00:00.000Z')), parseDate('2026-03-02'));
  });

  it('is told of when it turns, once', async () => {
    const start = Date.now();
    const base = Date.parse('2026-03-01T23:59:59.950Z');
    const clock = (): number => base + Date.now() - start;
    let turned = 0;
    await new Promise<void>((resolve) => {
      const stop = watchDay(clock, () => {
        turned += 1;
        assert.equal(today(clock), parseDate('2026-03-02'));
        stop();
        resolve();
      });
    });
    assert.equal(turned, 1);
  });
});
