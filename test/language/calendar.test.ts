/** Days and calendar periods. */

import assert from 'node:assert/strict';
import { dayOf, dayOfMoment, formatDay, parseCalendarPeriod, parseDate } from '../../grammar/calendar.ts';

describe('a date', () => {
  it('is a count of days from 1970', () => {
    assert.deepEqual(['1970-01-01', '1969-12-31', '2026-03-01', '2000-02-29', '0001-01-01', '9999-12-31'].map(parseDate), [0, -1, 20_513, 11_016, -719_162, 2_932_896]);
  });

  it('reads back as it was written, every day of four centuries', () => {
    for (let day = parseDate('1800-01-01') ?? 0; day <= (parseDate('2200-12-31') ?? 0); day += 1) {
      const written = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const read = parseDate(written);
      assert.equal(read, day);
      assert.equal(formatDay(read), written);
    }
  });

  it('is none where the calendar has no such day', () => {
    const none = ['2026-02-29', '2100-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-01', '2026-01-00', '2026-1-1', '2026-01-011', '2026', ' 2026-01-01'];
    assert.deepEqual(none.map(parseDate), none.map(() => null));
    assert.equal(dayOf(2026, 1, 32), null);
  });

  it('of a moment is that of UTC', () => {
    assert.equal(formatDay(dayOfMoment(new Date('2026-03-01T23:59:59.999Z'))), '2026-03-01');
    assert.equal(formatDay(dayOfMoment(new Date('1969-12-31T23:00:00Z'))), '1969-12-31');
  });
});

describe('a calendar period', () => {
  const periods: Readonly<Record<string, string>> = {
    '2026': '2026-01-01 .. 2026-12-31',
    '2026-H1': '2026-01-01 .. 2026-06-30',
    '2026-H2': '2026-07-01 .. 2026-12-31',
    '2026-Q1': '2026-01-01 .. 2026-03-31',
    '2026-Q4': '2026-10-01 .. 2026-12-31',
    '2026-02': '2026-02-01 .. 2026-02-28',
    '2024-02': '2024-02-01 .. 2024-02-29',
  };
  for (const [id, days] of Object.entries(periods)) {
    it(`${id} is ${days}`, () => {
      const period = parseCalendarPeriod(id);
      assert.ok(period !== null);
      assert.equal(`${formatDay(period.start)} .. ${formatDay(period.end)}`, days);
      assert.equal(period.id, id);
    });
  }

  it('is none where there is no such part of a year', () => {
    const none = ['2026-H3', '2026-Q0', '2026-Q5', '2026-13', '2026-00', '2026-1', '2026-q1', '26', '2026-', '2026-Q1-1'];
    assert.deepEqual(none.map(parseCalendarPeriod), none.map(() => null));
  });
});
