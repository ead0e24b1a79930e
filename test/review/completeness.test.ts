/**
 * "A review is empty if and only if both sides mean the same": every property that the language has, taken out of a
 * strategy that uses them all, put in and changed, is told.
 */

import assert from 'node:assert/strict';
import { DECLARATIONS } from '../../grammar/vocabulary.ts';
import { changeKinds } from '../../server/review/kinds.ts';
import { compare } from './reviewing.ts';

/** Two ways to write each property, each with a different meaning. */
const WAYS: Readonly<Record<string, readonly [string, string]>> = {
  'strategy.vision': ['vision "A"', 'vision "B"'],
  'strategy.mission': ['mission "A"', 'mission "B"'],
  'strategy.link': ['link "https://a.example"', 'link "https://b.example"'],
  'team.lead': ['lead ada', 'lead bo'],
  'team.capacity': ['capacity 6 engineers', 'capacity 5 engineers'],
  'team.link': ['link "https://a.example"', 'link "https://b.example"'],
  'person.email': ['email "a@example.com"', 'email "b@example.com"'],
  'person.role': ['role "A"', 'role "B"'],
  'person.capacity': ['capacity 3 days', 'capacity 4 days'],
  'metric.unit': ['unit %', 'unit users'],
  'metric.better': ['better up', 'better down'],
  'metric.drives': ['drives m1', 'drives m2'],
  'metric.owner': ['owner ada', 'owner bo'],
  'metric.source': ['source "A"', 'source "B"'],
  'metric.now': ['now 3', 'now 4'],
  'metric.checkin': ['checkin 2026-02-01 3', 'checkin 2026-02-01 4'],
  'metric.link': ['link "https://a.example"', 'link "https://b.example"'],
  'goal.kind': ['kind customer', 'kind business'],
  'goal.owner': ['owner ada', 'owner bo'],
  'goal.sponsor': ['sponsor ada', 'sponsor bo'],
  'goal.period': ['period 2026', 'period 2026-H1'],
  'goal.supports': ['supports g1', 'supports g2'],
  'goal.metric': ['metric m1 from 1 to 2', 'metric m1 from 1 to 3'],
  'goal.evidence': ['evidence data "A"', 'evidence data "B"'],
  'goal.status': ['status paused', 'status done'],
  'goal.link': ['link "https://a.example"', 'link "https://b.example"'],
  'objective.supports': ['supports g1', 'supports g2'],
  'objective.owner': ['owner ada', 'owner bo'],
  'objective.with': ['with ada', 'with bo'],
  'objective.period': ['period 2026', 'period 2026-H1'],
  'objective.type': ['type committed', 'type learning'],
  'objective.needs': ['needs o1', 'needs o2'],
  'objective.evidence': ['evidence data "A"', 'evidence data "B"'],
  'objective.status': ['status paused', 'status done'],
  'objective.link': ['link "https://a.example"', 'link "https://b.example"'],
  'kr.metric': ['metric m1 from 1 to 2', 'metric m2 from 1 to 2'],
  'kr.now': ['now 3', 'now 4'],
  'kr.by': ['by 2026-03-31', 'by 2026-03-30'],
  'kr.owner': ['owner ada', 'owner bo'],
  'kr.with': ['with ada', 'with bo'],
  'kr.segment': ['segment "A"', 'segment "B"'],
  'kr.weight': ['weight 2', 'weight 3'],
  'kr.confidence': ['confidence 60%', 'confidence 5/10'],
  'kr.needs': ['needs o1', 'needs o2'],
  'kr.checkin': ['checkin 2026-02-01 3', 'checkin 2026-02-01 4'],
  'kr.status': ['status paused', 'status done'],
  'kr.link': ['link "https://a.example"', 'link "https://b.example"'],
  'initiative.advances': ['advances o1', 'advances o2'],
  'initiative.owner': ['owner ada', 'owner bo'],
  'initiative.with': ['with ada', 'with bo'],
  'initiative.period': ['period 2026', 'period 2026-H1'],
  'initiative.hypothesis': ['hypothesis "A"', 'hypothesis "B"'],
  'initiative.needs': ['needs o1', 'needs o2'],
  'initiative.effort': ['effort 2 engineers', 'effort 3 engineers'],
  'initiative.status': ['status paused', 'status done'],
  'initiative.link': ['link "https://a.example"', 'link "https://b.example"'],
};

const REST = 'person ada "Ada"\nperson bo "Bo"\nmetric m1 "M1" { unit users }\nmetric m2 "M2" { unit users }\ngoal g1 "G1"\ngoal g2 "G2"\nobjective o1 "O1"\nobjective o2 "O2"\n';

const HEADERS: Readonly<Record<string, (body: string) => string>> = {
  strategy: (body) => `strategy "S" { ${body} }`,
  team: (body) => `team t "T" { ${body} }`,
  person: (body) => `person p "P" { ${body} }`,
  metric: (body) => `metric m "M" { ${body} }`,
  goal: (body) => `goal g "G" { ${body} }`,
  objective: (body) => `objective o "O" { ${body} }`,
  kr: (body) => `objective o "O" { kr k "K" {\n${body}\n} }`,
  initiative: (body) => `initiative i "I" { ${body} }`,
};

const KINDS: ReadonlySet<string> = new Set(changeKinds.map(({ kind }) => kind));

function kindsOf(kind: string, base: string, head: string): readonly string[] {
  const write = HEADERS[kind];
  assert.ok(write !== undefined, kind);
  const { changes } = compare(`${REST}${write(base)}\n`, `${REST}${write(head)}\n`);
  for (const change of changes) {
    assert.ok(KINDS.has(change.kind), change.kind);
    assert.match(change.fingerprint, /^[0-9a-f]{12}$/);
    assert.ok(change.message.length > 10, change.message);
  }
  return changes.map((change) => change.kind);
}

describe('a review', () => {
  for (const { kind, properties } of DECLARATIONS) {
    for (const { name } of properties) {
      it(`tells of \`${name}\` of ${kind} that comes, goes or changes`, () => {
        const ways = WAYS[`${kind}.${name}`];
        assert.ok(ways !== undefined, 'a property needs two ways to be written here');
        const [one, other] = ways;
        assert.notDeepEqual(kindsOf(kind, one, other), [], 'changed');
        assert.notDeepEqual(kindsOf(kind, '', one), [], 'came');
        assert.notDeepEqual(kindsOf(kind, other, ''), [], 'went');
      });
    }
  }

  it('tells of what stands in headers: days, containers, titles', () => {
    for (const [base, head] of [
      ['period q 2026-01-01 .. 2026-03-31', 'period q 2026-01-01 .. 2026-04-01'],
      ['period q 2026-01-01 .. 2026-03-31', 'period q 2026-01-01 .. 2026-03-31 in 2026'],
      ['team t in u\nteam u', 'team t\nteam u'],
      ['person p in u\nteam u', 'person p\nteam u'],
      ['team t', 'team t "T"'],
      ['metric m "M"', 'metric m'],
      ['goal g "G"', '/// Why.\ngoal g "G"'],
    ] as const) assert.equal(compare(base, head).changes.length, 1, head);
  });
});
