/** `unused-declaration`: what counts as naming. */

import assert from 'node:assert/strict';
import { assertReports } from './reporting.ts';

function assertSource(source: string): void {
  assertReports('unused-declaration', source);
}

describe('unused-declaration', () => {
  it('shows what nothing names faded', () => {
    const findings = assertReports('unused-declaration', 'team «t»\nperson «p»\nmetric «m» { unit % }\nperiod «q» 2026-01-01 .. 2026-03-31\n');
    assert.ok(findings.every(({ unnecessary }) => unnecessary));
  });

  it('asks no other declarations', () => assertSource('goal g "G"\nobjective o "O"\ninitiative i "I"\nstrategy "S"\n'));

  it('takes any place for naming', () => {
    assertSource('team t\nperson p in t\nteam u { lead q }\nperson q\nteam v in u\nobjective o "O" { owner t with v }\n');
    assertSource('metric a { unit % drives b }\nmetric b { unit % drives a }\ngoal g "G" { sponsor s metric a }\nperson s\n');
    assertSource('period y 2026-01-01 .. 2026-12-31\nperiod q 2026-01-01 .. 2026-03-31 in y\nobjective o "O" { kr k "K" done by q }\n');
  });

  it('takes what drafts, closed and past things and later declarations name as named', () => {
    assertSource('team t\nteam u\nteam v\nteam w\nobjective o "O" { status draft owner t }\nobjective p "P" { status dropped owner u }\nobjective q "Q" { period 2020 owner v }\nobjective q "Q" { owner w }\n');
  });

  it('takes a person in a team as placed, whatever the team\'s name means', () => assertSource('person p in nowhere\nteam t\nperson q in t\n'));

  it('takes a name of the wrong kind, and a property that stands twice, as naming', () => {
    assertSource('metric m { unit % }\nteam t\nteam u\nperiod q 2026-01-01 .. 2026-03-31\nobjective o "O" { owner m with t with u period 2026 period q }\n');
  });

  it('reports the first declaration of a name, where nothing names it', () => assertSource('team «t»\nteam t\n'));

  it('does not take a key result of the same name for the team', () => {
    assertSource('team «core»\nobjective o "O" { needs core kr core "Core" done }\n');
  });

  it('is silent while anything could not be read', () => {
    assertSource('team t\nobjective "O"\n');
    assertReports('unused-declaration', 'team t\n', { unreadable: ['other.strategy'] });
  });
});
