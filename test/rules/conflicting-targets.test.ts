/** `conflicting-targets`, and what it takes from `against-better`. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { COMPANY } from '../../server/rules/example-company.ts';
import { check } from './checking.ts';
import { assertReports } from './reporting.ts';

const METRICS = `${COMPANY}metric nps "Promoters" { unit points drives arr checkin 2025-12-31 30 points }\n`;

interface Part {
  /** What stands after the metric's name, and other lines of the key result. */
  readonly kr: string;
  readonly objective?: string;
  readonly marked?: boolean;
}

function strategy(parts: readonly Part[]): string {
  return METRICS + parts.map(({ kr, objective = 'supports win-midmarket period 2026-Q1', marked = false }, index) =>
    `objective o${index} "Objective ${index}" { owner growth ${objective}
  kr k "K" { metric ${marked ? '«nps»' : 'nps'} ${kr} }
}\n`).join('');
}

function assertConflict(...parts: readonly Part[]): void {
  assertReports('conflicting-targets', strategy(parts.map((part) => ({ marked: true, ...part }))));
}

function assertPeace(...parts: readonly Part[]): void {
  assertReports('conflicting-targets', strategy(parts));
}

const NEXT = 'supports win-midmarket period 2026-Q2';
const LONG = 'supports win-midmarket period 2026-H1';

describe('conflicting-targets', () => {
  describe('opposite directions', () => {
    it('are a conflict, by start and target or by the word', () => {
      assertConflict({ kr: 'from 30 to 40' }, { kr: 'from 30 to 20' });
      assertConflict({ kr: 'up 10%' }, { kr: 'down 5' });
      assertConflict({ kr: 'times 1.2' }, { kr: 'times 0.5' });
      assertConflict({ kr: 'to 40' }, { kr: 'to 20' });
    });

    it('are a conflict also where one objective supports the other', () => {
      assertConflict({ kr: 'from 30 to 40' }, { kr: 'from 30 to 20', objective: 'supports o0 period 2026-Q1' });
    });

    it('are none where the periods do not overlap, or one is unknown or missing', () => {
      assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 20', objective: NEXT });
      assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 20', objective: 'supports win-midmarket period nowhere' });
      assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 20', objective: 'supports win-midmarket' });
    });

    it('leave a change by nothing alone', () => assertPeace({ kr: 'up 0%' }, { kr: 'from 30 to 20', objective: LONG }));

    it('are told once, and not as against-better too', () => {
      const source = strategy([{ kr: 'from 30 to 40' }, { kr: 'from 30 to 20' }]).replace('drives arr checkin', 'better up drives arr checkin');
      assertReports('against-better', source);
      assertReports('against-better', source.replace('from 30 to 40', 'at least 10').replace('from 30 to 20', '«from 30 to 20»'));
    });

    it('are told as against-better where the conflict is another one', () => {
      const source = strategy([{ kr: 'at least 25' }, { kr: '«from 30 to 20»' }]).replace('drives arr checkin', 'better up drives arr checkin');
      assertReports('against-better', source);
    });
  });

  describe('different targets', () => {
    it('for one last day are a conflict', () => {
      assertConflict({ kr: 'from 30 to 40' }, { kr: 'from 30 to 45' });
      assertConflict({ kr: 'from 30 to 40' }, { kr: 'from 30 to 45 by 2026-03-31', objective: LONG });
      assertConflict({ kr: 'up 5' }, { kr: 'to 36' });
      assertPeace({ kr: 'up 5' }, { kr: 'to 35' }, { kr: 'from 30 up 5' });
    });

    it('for one last day are a conflict though a direction is unknown', () => {
      const source = strategy([{ kr: 'to 40', marked: true }, { kr: 'to 45', marked: true }]).replace(' checkin 2025-12-31 30 points', '');
      assertReports('conflicting-targets', source);
    });

    it('are none where one objective supports the other, directly or not', () => {
      assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 45', objective: 'supports o0 period 2026-Q1' });
      assertPeace({ kr: 'from 30 to 40', objective: 'supports o1.k period 2026-Q1' }, { kr: 'from 30 to 45' });
      assertPeace({ kr: 'from 30 to 40' }, { kr: 'at least 1', objective: 'supports o0 period 2026-Q1' }, { kr: 'from 30 to 45', objective: 'supports o1.k period 2026-Q1' });
      assertReports('conflicting-targets', strategy([
        { kr: 'from 30 to 40' },
        { kr: 'from 30 to 45', objective: 'supports o0 period 2026-Q1', marked: true },
        { kr: 'from 30 to 50', objective: 'supports o0 period 2026-Q1', marked: true },
      ]));
    });

    it('are a conflict where the later one goes less far', () => {
      assertConflict({ kr: 'from 30 to 40' }, { kr: 'from 30 to 35', objective: LONG });
      assertConflict({ kr: 'from 30 to 20' }, { kr: 'from 30 to 25', objective: LONG });
      assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 45', objective: LONG });
      assertPeace({ kr: 'from 30 to 20' }, { kr: 'from 30 to 15', objective: LONG });
      assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 40', objective: LONG });
    });

    it('are none where a last day cannot be told', () => assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 45 by nowhere' }));

    it('compare worked-out targets relatively', () => {
      assertPeace({ kr: 'from 3_000_000_000 up 10%' }, { kr: 'to 3_300_000_000' });
    });
  });

  describe('bounds', () => {
    it('are a conflict with a target outside of them, kept or to reach', () => {
      assertConflict({ kr: 'from 30 to 40' }, { kr: 'at most 35' });
      assertConflict({ kr: 'from 30 to 40' }, { kr: 'keep at least 41' });
      assertConflict({ kr: 'from 30 to 40' }, { kr: 'keep between 10 and 39' });
      assertPeace({ kr: 'from 30 to 40' }, { kr: 'at most 40' }, { kr: 'keep at least 40' }, { kr: 'keep between 40 and 41' });
    });

    it('are a conflict where they exclude each other', () => {
      assertConflict({ kr: 'at least 40' }, { kr: 'at most 39' });
      assertConflict({ kr: 'keep between 10 and 20' }, { kr: 'between 21 and 30' });
      assertPeace({ kr: 'at least 40' }, { kr: 'at most 40' }, { kr: 'keep between 10 and 60' });
    });

    it('are a conflict also where one objective supports the other', () => {
      assertConflict({ kr: 'at least 40' }, { kr: 'at most 39', objective: 'supports o0 period 2026-Q1' });
    });
  });

  it('keeps segments apart, case and outer spaces aside', () => {
    assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 20 segment "SMB"' });
    assertPeace({ kr: 'from 30 to 40 segment "smb"' }, { kr: 'from 30 to 20 segment "enterprise"' });
    assertConflict({ kr: 'from 30 to 40 segment "smb"' }, { kr: 'from 30 to 20 segment " SMB"' });
  });

  it('looks at active key results of different objectives only', () => {
    assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 20 status paused' }, { kr: 'from 30 to 20 status done' });
    assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 to 20', objective: 'supports win-midmarket period 2026-Q1 status draft' });
    assertPeace({ kr: 'from 30 to 40 }\n  kr l "L" { metric nps from 30 to 20' });
  });

  it('leaves alone what has another mistake in its measure', () => {
    assertPeace({ kr: 'from 30 to 40' }, { kr: 'from 30 down ?' }, { kr: 'from 30 down 20 now 5%' }, { kr: 'done' }, { kr: '' });
  });

  it('counts a mistake in a check-in for nothing', () => {
    assertConflict({ kr: 'from 30 to 40 checkin 2026-02-01 5%' }, { kr: 'from 30 to 20' });
  });

  it('finds what every pair finds', () => {
    const measures = ['from 30 to 40', 'from 30 to 45', 'from 30 to 20', 'to 35', 'at least 38', 'keep at most 42', 'keep between 10 and 30', 'up 5', 'times 1'];
    const periods = ['2026-Q1', '2026-Q2', '2026-H1', '2026-02', '2026'];
    const part = fc.record({
      measure: fc.constantFrom(...measures), period: fc.constantFrom(...periods), supports: fc.option(fc.nat(5)), segment: fc.constantFrom('', ' segment "x"'),
    });
    const inConflict = (parts: readonly Part[]) => check(strategy(parts)).diagnostics.filter(({ code }) => code === 'conflicting-targets').map(({ range }) => range.start.line);
    fc.assert(fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), (drawn) => {
      const parts = drawn.map(({ measure, period, supports, segment }, index) => ({
        kr: measure + segment,
        objective: `supports ${supports === null || supports >= index ? 'win-midmarket' : `o${supports}`} period ${period}`,
      }));
      const pairs = new Set<number>();
      for (let a = 0; a < parts.length; a += 1) {
        for (let b = a + 1; b < parts.length; b += 1) {
          // The other objectives stay, so that what supports what stays as it is, and do not read the metric.
          const two = parts.map((each, index) => index === a || index === b ? each : { ...each, kr: 'status draft' });
          for (const line of inConflict(two)) pairs.add(line);
        }
      }
      assert.deepEqual(inConflict(parts), [...pairs].sort((x, y) => x - y));
    }), { numRuns: 60 });
  });

  it('follows support through long chains and circles', () => {
    const chain = (length: number) => Array.from({ length }, (_, index) => ({
      kr: `from 30 to ${40 + index}`, objective: `supports ${index === 0 ? 'win-midmarket' : `o${index - 1}`} period 2026-Q1`,
    }));
    assertPeace(...chain(100));
    assertPeace(...chain(40).map((part, index) => index === 0 ? { ...part, objective: 'supports o39 period 2026-Q1' } : part));
    assertReports('conflicting-targets', strategy([...chain(100), { kr: 'from 30 to 35' }].map((part) => ({ ...part, marked: true }))));
  });

  it('names the others as related places', () => {
    const [first] = assertReports('conflicting-targets', strategy([
      { kr: 'from 30 to 40', marked: true }, { kr: 'from 30 to 20', marked: true }, { kr: 'at most 35', marked: true },
    ]));
    assert.deepEqual(first?.related.map(({ message }) => message), [
      "Key result 'K' (o1.k) of objective 'Objective 1' (o1): `from 30 to 20` by 2026-03-31.",
      "Key result 'K' (o2.k) of objective 'Objective 2' (o2): `at most 35` by 2026-03-31.",
    ]);
  });

  it('says at most 25 others', () => {
    const many = Array.from({ length: 80 }, (_, index) => ({ kr: index % 2 === 0 ? 'from 30 to 40' : 'from 30 to 20', marked: true }));
    for (const { related } of assertReports('conflicting-targets', strategy(many))) assert.ok(related.length <= 25);
  });
});
