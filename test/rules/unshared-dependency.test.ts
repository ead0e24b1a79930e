/** `unshared-dependency`: who belongs to a team, and what overlaps in time. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RangeMaximum } from '../../server/rules/range-maximum.ts';
import { COMPANY } from '../../server/rules/example-company.ts';
import { assertReports } from './reporting.ts';

const TEAMS = `${COMPANY}team platform
team storage in platform
team disks in storage
person jonas in disks
person lena
`;

function counting(rest: string, body = 'period 2026-Q1', mark = 'platform'): void {
  assertReports('unshared-dependency', `${TEAMS}objective o "Objective" { supports win-midmarket owner growth with ${mark} ${body}
  kr "Teams" from 1 to 3 teams
${rest}
`);
}

describe('unshared-dependency', () => {
  it('reports a team in which nobody owns anything', () => counting('}', 'period 2026-Q1', '«platform»'));

  const shares: readonly (readonly [why: string, rest: string])[] = [
    ['the objective itself', '}\nobjective p "P" { supports win-midmarket owner platform period 2026-Q1 kr "Teams" from 1 to 3 teams }'],
    ['an initiative in it', '  initiative "I" { owner storage }\n}'.replace('"I"', 'i "I"')],
    ['a key result of its own', '  kr "More" at least 3 teams { owner disks }\n}'],
    ['an initiative elsewhere', '}\ninitiative i "I" { owner platform period 2026-Q1 }'],
    ['somebody in a team in a team in it', '}\ninitiative i "I" { owner jonas period 2026-Q1 }'],
    ['one of several owners', '}\ninitiative i "I" { owner lena, jonas period 2026-Q1 }'],
    ['something without a period', '}\ninitiative i "I" { owner platform }'],
    ['something whose period is unknown', '}\ninitiative i "I" { owner platform period nowhere }'],
    ['something that begins on the last day', '}\ninitiative i "I" { owner platform period 2026-03-31 .. 2026-09-30 }'],
    ['something that ends on the first day', '}\ninitiative i "I" { owner platform period 2025-09-01 .. 2026-01-01 }'],
  ];
  for (const [why, rest] of shares) it(`is content with ${why}`, () => counting(rest));

  const idle: readonly (readonly [why: string, rest: string])[] = [
    ['somebody who is in no team', '}\ninitiative i "I" { owner lena period 2026-Q1 }'],
    ['what begins the day after', '}\ninitiative i "I" { owner platform period 2026-04-01 .. 2026-09-30 }'],
    ['what ended the day before', '}\ninitiative i "I" { owner platform period 2025-12-01 .. 2025-12-31 }'],
    ['what is paused', '}\ninitiative i "I" { owner platform period 2026-Q1 status paused }'],
    ['what is a draft', '}\ninitiative i "I" { owner platform period 2026-Q1 status draft }'],
    ['what is done', '  kr "More" at least 3 teams { owner platform status done }\n}'],
    ['what it only contributes to', '}\nobjective p "P" { supports win-midmarket owner growth with «platform» period 2026-Q1 kr "Teams" from 1 to 3 teams }'],
    ['what it leads to by an unknown name', '}\ninitiative i "I" { owner platfrom period 2026-Q1 }'],
  ];
  for (const [why, rest] of idle) it(`is not content with ${why}`, () => counting(rest, 'period 2026-Q1', '«platform»'));

  it('takes a team above as not within the team', () => {
    assertReports('unshared-dependency', `${TEAMS}objective o "Objective" { supports win-midmarket owner platform with «storage» period 2026-Q1 kr "Teams" from 1 to 3 teams }\n`);
  });

  it('is content with a team\'s own objective', () => {
    assertReports('unshared-dependency', `${TEAMS}objective o "Objective" { supports win-midmarket owner storage with platform period 2026-Q1 kr "Teams" from 1 to 3 teams }\n`);
  });

  it('takes an objective without a period, or with one that cannot be read, to overlap everything', () => {
    counting('}\ninitiative i "I" { owner platform period 2027 }', '');
    counting('}\ninitiative i "I" { owner platform period 2027 }', 'period nowhere');
    counting('}', '', '«platform»');
  });

  it('asks neither people nor what is not active', () => {
    counting('}', 'period 2026-Q1', 'lena');
    counting('}', 'period 2026-Q1 status paused');
  });

  it('names a team that is named twice once', () => counting('}', 'period 2026-Q1', '«platform», platform'));

  it('takes teams in a circle as one', () => {
    const circle = (owner: string, mark: string) => `${COMPANY}team a in b\nteam b in c\nteam c in a\nteam d in a\nteam e in d
objective o "Objective" { supports win-midmarket owner growth with ${mark} period 2026-Q1 kr "Teams" from 1 to 3 teams }
initiative i "I" { owner ${owner} period 2026-Q1 }\n`;
    assertReports('unshared-dependency', circle('c', 'a'));
    assertReports('unshared-dependency', circle('e', 'b'));
    assertReports('unshared-dependency', circle('a', '«d»'));
    assertReports('unshared-dependency', circle('e', 'd'));
  });

  it('asks a stretch for its greatest number as a look at each would', () => {
    const write = fc.tuple(fc.nat(19), fc.integer({ min: -5, max: 5 }));
    fc.assert(fc.property(fc.array(write), fc.nat(19), fc.nat(19), (writes, a, b) => {
      const maximum = new RangeMaximum(20);
      for (const [position, value] of writes) maximum.raise(position, value);
      const [first, last] = [Math.min(a, b), Math.max(a, b)];
      const expected = Math.max(-Infinity, ...writes.filter(([position]) => first <= position && position <= last).map(([, value]) => value));
      assert.equal(maximum.greatest(first, last), expected);
    }));
  });
});
