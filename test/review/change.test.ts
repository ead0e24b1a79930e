import assert from 'node:assert/strict';
import { compareStrategies } from '../../server/review/compare.ts';
import { compare, sideOf } from './reviewing.ts';

const COMPANY = `period FY26-Q1 2026-02-01 .. 2026-04-30
person maya "Maya Okafor"
team growth "Growth"
metric activation "Trial teams that deploy in week one" { unit % }
goal win-midmarket "Win the mid-market" { owner maya }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner    growth
  period   FY26-Q1

  kr activation "More trial teams deploy in week one" {
    metric     activation from 18% to 35%
    owner      maya
    checkin    2026-02-28 22%
  }
}
`;

describe('a change', () => {
  it('says what it is about, what was, what is, by how much, where, and what follows', () => {
    const [change, ...others] = compare(COMPANY, COMPANY.replace('to 35%', 'to 30%')).changes;
    assert.deepEqual(others, []);
    const { effects, fingerprint, ...rest } = change ?? assert.fail();
    const place = { file: 'a.strategy', range: { start: { line: 11, character: 38 }, end: { line: 11, character: 41 } } };
    assert.deepEqual(rest, {
      root: '.', kind: 'target-lowered', risk: 'high', property: 'measure', before: '35%', after: '30%', delta: { value: -5, unit: 'pp' },
      subject: {
        type: 'kr', id: 'self-serve.activation', title: 'More trial teams deploy in week one', was: null,
        objective: 'self-serve', goals: ['win-midmarket'], owners: ['maya'],
      },
      base: place, head: place, confidence: null, becomes: null, accepted: null,
      message: "Target of 'More trial teams deploy in week one' (self-serve.activation) lowered from 35% to 30%, 5pp of the 17pp promised.",
    });
    assert.match(fingerprint, /^[0-9a-f]{12}$/);
    assert.deepEqual(effects.map(({ subject: { type, id }, what, before, after }) => [type, id, what, Number(before).toFixed(3), Number(after).toFixed(3)]), [
      ['objective', 'self-serve', 'score', '0.235', '0.333'],
    ]);
  });

  it('has a name that stays while the same is changed, wherever that stands and whatever the day', () => {
    const head = COMPANY.replace('to 35%', 'to 30%');
    const [one] = compare(COMPANY, head).changes;
    const [moved] = compare({ 'x.strategy': `\n\n${COMPANY}` }, { 'x.strategy': `\n\n${head}` }, '2027-01-01').changes;
    const [other] = compare(COMPANY, COMPANY.replace('to 35%', 'to 31%')).changes;
    assert.equal(moved?.fingerprint, one?.fingerprint);
    assert.notEqual(other?.fingerprint, one?.fingerprint);
  });

  it('names files below the repository, whatever the root', () => {
    const inRoot = (text: string) => ({ ...sideOf(text), root: 'company' });
    const [change] = compareStrategies(inRoot('goal g "G" { owner ada }\nperson ada'), inRoot('goal g "G"\nperson ada')).changes;
    assert.equal(change?.root, 'company');
    assert.deepEqual([change.base?.file, change.head?.file], ['company/a.strategy', 'company/a.strategy']);
    assert.deepEqual(change.base?.range, { start: { line: 0, character: 19 }, end: { line: 0, character: 22 } }, 'on the owner');
    assert.deepEqual(change.head?.range, { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } }, 'on the name of what lost it');
  });

  it('has no place where the thing is not there', () => {
    const [added] = compare('goal g "G"', 'goal g "G"\ngoal h "H"').changes;
    assert.equal(added?.base, null);
    assert.equal(added.head?.file, 'a.strategy');
  });

  it('comes in the order of risk, then of the table, then of type and id', () => {
    const base = 'goal b "B" { owner ada }\ngoal a "A" { owner ada }\nperson ada\nobjective o "O" { kr k "K" from 1 to 9 }';
    const head = 'goal b "B"\ngoal a "A"\nperson ada\nperson bo\nobjective o "O" { kr k "K" from 1 to 8 }';
    assert.deepEqual(compare(base, head).changes.map(({ kind, subject }) => `${kind} ${subject.id}`), [
      'target-lowered o.k', 'owner-removed a', 'owner-removed b', 'person-added bo',
    ]);
  });

  it('is told apart from more than can be compared one with another, and says so', () => {
    const many = (prefix: string) => Array.from({ length: 201 }, (_, index) => `person ${prefix}${index} "${prefix} ${index}"`).join('\n');
    const { notes, changes } = compare(many('a'), many('b'));
    assert.equal(changes.length, 402);
    assert.match(notes.join(), /More than 200 people/);
  });
});

describe('the pairs of a comparison', () => {
  it('lead from each side to the other, and say how they were found', () => {
    const [base, head] = [sideOf('goal a "A"\ngoal b "B"'), sideOf('goal a "A"\ngoal c "B"')];
    const { pairs } = compareStrategies(base, head);
    const [b, c] = [base.strategy.byId.get('b'), head.strategy.byId.get('c')];
    assert.ok(b !== undefined && c !== undefined);
    assert.equal(pairs.ofBase(b)?.head, c);
    assert.equal(pairs.ofHead(c)?.base, b);
    assert.deepEqual(pairs.all.map(({ by }) => by).sort(), ['id', 'proven']);
  });
});
