/** `too-many-objectives`: what counts on which day. */

import { COMPANY } from '../../server/rules/example-company.ts';
import { assertReports } from './reporting.ts';

function objectives(owner: string, ...bodies: readonly string[]): string {
  return `${COMPANY}${owner}
${bodies.map((body, index) => `objective o${index} "Objective ${index}" { supports win-midmarket ${body} kr "Teams" from 1 to 3 teams }\n`).join('')}`;
}

function assertObjectives(max: number, owner: string, ...bodies: readonly string[]): void {
  assertReports('too-many-objectives', objectives(owner, ...bodies), { settings: { rules: { 'too-many-objectives': ['info', { max }] } } });
}

describe('too-many-objectives', () => {
  it('allows five', () => {
    const five = Array.from({ length: 5 }, () => 'owner core period 2026-Q1');
    assertReports('too-many-objectives', objectives('team core', ...five));
    assertReports('too-many-objectives', objectives('team «core»', ...five, 'owner core period 2026-Q1'));
  });

  it('counts on the days of a period from as-of on', () => {
    assertObjectives(1, 'team core', 'owner core period 2026-01-01 .. 2026-02-28', 'owner core period 2026-02-01 .. 2026-04-30');
    assertObjectives(1, 'team «core»', 'owner core period 2026-01-01 .. 2026-03-01', 'owner core period 2026-02-01 .. 2026-04-30');
    assertObjectives(1, 'team core', 'owner core period 2026-Q2', 'owner core period 2026-Q3');
    assertObjectives(1, 'team «core»', 'owner core period 2026-Q4', 'owner core period 2026-H2');
  });

  it('counts one without a period on every day, and not one whose period cannot be read', () => {
    assertObjectives(1, 'team «core»', 'owner core', 'owner core period 2027-Q1');
    assertObjectives(1, 'team core', 'owner core period 2026-Q9', 'owner core period nowhere', 'owner core period 2026-Q1');
  });

  it('counts what is active, once an owner, and for every owner', () => {
    assertObjectives(1, 'team core', 'owner core period 2026-Q1', 'owner core status paused period 2026-Q1', 'owner core status draft period 2026-Q1',
      'owner core status done period 2026-Q1');
    assertObjectives(1, 'team core', 'owner core, core period 2026-Q1');
    assertObjectives(1, 'team «core»\nperson ann in core', 'owner ann, core period 2026-Q1', 'owner core period 2026-Q1');
  });

  it('does not count a later declaration of a name', () => {
    assertObjectives(1, 'team core', 'owner core period 2026-Q1', 'owner core period 2027-Q1');
    assertReports('too-many-objectives', objectives('team core', 'owner core period 2026-Q1', 'owner core period 2026-Q1').replace('objective o1', 'objective o0'),
      { settings: { rules: { 'too-many-objectives': ['info', { max: 1 }] } } });
  });
});
