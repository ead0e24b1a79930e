import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parseDate, type Day } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { json } from '../../server/exchange/json.ts';
import { strategyData } from '../../server/exchange/strategy-data.ts';
import type { KeyResultData, ObjectiveData, StrategyData } from '../../server/exchange/data.ts';
import { buildStrategy } from '../../server/model/build.ts';

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('server/exchange/export.schema.json', 'utf8')) as object);

function day(text: string): Day {
  const parsed = parseDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

/** The data of a strategy as it is written, held against its schema. */
function exported(files: string | Readonly<Record<string, string>>, asOf = '2026-03-01'): StrategyData {
  const texts = typeof files === 'string' ? { 'a.strategy': files } : files;
  const sources = Object.entries(texts).map(([path, text]) => ({ path, tree: parseFile(text) }));
  const data = JSON.parse(json(strategyData(buildStrategy(sources, { asOf: day(asOf), pastDays: 90 }), (path) => `okrs/${path}`))) as StrategyData;
  validate(data);
  assert.deepEqual(validate.errors, null);
  return data;
}

/** The first element of a list. */
function first<T>([element]: readonly T[]): T {
  assert.ok(element !== undefined, 'the list is empty');
  return element;
}

function objective(source: string): ObjectiveData {
  return first(exported(source).objectives);
}

/** The first kr of an objective with this body, in a strategy with these metrics. */
function keyResult(header: string, metrics = ''): KeyResultData {
  return first(objective(`${metrics}\nobjective o "O" { period 2026-Q1\n  ${header}\n}`).keyResults);
}

function quantity(text: string, value: number | null, unit: string | null, per: string | null = null) {
  return { value, unit, per, text };
}

describe('a strategy as data', () => {
  it('has every key, null or [] for nothing', () => {
    assert.deepEqual(exported(''), {
      version: 1, asOf: '2026-03-01',
      strategy: { title: null, vision: null, mission: null, links: [], file: null, range: null, documentation: null },
      periods: [], teams: [], people: [], metrics: [], goals: [], objectives: [], initiatives: [], links: [],
    });
  });

  it('is what language.md says of its example', () => {
    const example = /```strategy\n(.*?)```/s.exec(readFileSync('test/exchange/example.md', 'utf8'))?.[1] ?? '';
    const data = exported(example);
    assert.deepEqual(data.strategy, {
      title: 'Acme Cloud', vision: 'Every mid-sized company ships software daily.', mission: null, links: [], file: 'okrs/a.strategy',
      range: { start: { line: 1, character: 9 }, end: { line: 1, character: 21 } }, documentation: 'The board approved this on 2026-01-20.',
    });
    assert.deepEqual(data.periods.map(({ id, start, end, in: container }) => [id, start, end, container]), [
      ['FY26', '2026-02-01', '2027-01-31', null], ['FY26-Q1', '2026-02-01', '2026-04-30', 'FY26'],
    ]);
    const { keyResults, ...selfServe } = first(data.objectives);
    assert.deepEqual(selfServe, {
      id: 'self-serve', title: 'Mid-market teams start without talking to us', owners: ['growth'], with: [],
      period: { id: 'FY26-Q1', start: '2026-02-01', end: '2026-04-30' }, type: 'committed', status: { value: 'active', date: null, reason: null }, past: false,
      supports: [{ to: 'win-midmarket', share: 1 }], needs: [], evidence: [], links: [], aligned: true,
      score: (4 / 17 + 24 / 68 + 0) / 3, expected: (29 / 89 + 29 / 89 + 0) / 3, health: 'on-track',
      file: 'okrs/a.strategy', range: { start: { line: 31, character: 10 }, end: { line: 31, character: 20 } }, documentation: null,
    });
    assert.deepEqual(keyResults.map(({ id }) => id), ['self-serve.activation', 'self-serve.first-deploy', 'self-serve.error-rate', 'self-serve.soc2']);
    assert.deepEqual(first(keyResults), {
      id: 'self-serve.activation', title: 'More trial teams deploy in week one', metric: 'activation', segment: null, owners: ['maya'], with: [],
      measure: {
        kind: 'change', keep: false, from: quantity('18%', 18, '%'), to: quantity('35%', 35, '%'), size: null, low: null, high: null, text: 'from 18% to 35%',
      },
      by: null, current: quantity('22%', 22, '%'), progress: 4 / 17, score: 4 / 17, expected: 29 / 89, health: 'on-track',
      weight: 1, confidence: 0.8, needs: [], status: { value: 'active', date: null, reason: null }, links: [],
      checkins: [{ date: '2026-02-28', value: quantity('22%', 22, '%'), confidence: 0.8, note: 'Guided setup is live for 30% of traffic' }],
      file: 'okrs/a.strategy', range: { start: { line: 37, character: 5 }, end: { line: 37, character: 15 } }, documentation: null,
    });
    const goal = first(data.goals);
    assert.deepEqual([goal.kind, goal.owners, goal.period, goal.score, goal.health], [
      'business', ['maya'], { id: 'FY26', start: '2026-02-01', end: '2027-01-31' }, (4 / 17 + 24 / 68 + 0) / 3, 'on-track',
    ]);
    assert.deepEqual(goal.evidence, [{ kind: 'interview', date: '2026-01-12', text: '14 CTOs: procurement blocks them before they see value' }]);
    assert.deepEqual(goal.metrics.map(({ metric, measure, current, progress }) => [metric, measure?.text, measure?.to, current, progress]), [
      ['arr', 'from $4.2M to $9M', quantity('$9M', 9_000_000, 'USD'), null, 0],
    ]);
    assert.deepEqual(first(data.initiatives).advances, ['self-serve.activation', 'self-serve.first-deploy']);
    assert.deepEqual(data.links.map(({ from, kind, to }) => `${from} ${kind} ${to}`), [
      'FY26-Q1 in FY26', 'activation drives arr', 'growth in product', 'jonas in product', 'maya in growth',
      'self-serve owner growth', 'self-serve supports win-midmarket', 'self-serve.activation metric activation', 'self-serve.activation owner maya',
      'self-serve.wizard advances self-serve.activation', 'self-serve.wizard advances self-serve.first-deploy', 'self-serve.wizard owner growth',
      'win-midmarket metric arr', 'win-midmarket owner maya',
    ]);
  });

  it('is ordered by id in UTF-16 code units, lists of names too', () => {
    const data = exported('team b\nteam a\nteam B\nteam zé\nteam z\nobjective o "O" { owner b, a, B, b\n with z, a\n needs q, p }\nobjective q "Q"\nobjective p "P"');
    assert.deepEqual(data.teams.map(({ id }) => id), ['B', 'a', 'b', 'z', 'zé']);
    assert.deepEqual([first(data.objectives).owners, first(data.objectives).with, first(data.objectives).needs], [['B', 'a', 'b'], ['a', 'z'], ['p', 'q']]);
    assert.deepEqual(data.objectives.map(({ id }) => id), ['o', 'p', 'q']);
  });

  it('is the same however the files are cut and ordered', () => {
    const [one, two] = ['team a "A"\nteam b "B" in a\n', 'objective o "O" { owner a, b }\nobjective p "P" { owner b\n supports o }\n'];
    const places = /"(file|range)":(\{.*?\}\}|"[^"]*"),?/g;
    const withoutPlaces = (files: Readonly<Record<string, string>>): string => JSON.stringify(exported(files)).replace(places, '');
    assert.equal(withoutPlaces({ 'a.strategy': one + two }), withoutPlaces({ 'z.strategy': one, 'b.strategy': two.replace('a, b', 'b, a') }));
  });

  it('leaves out later declarations of a name', () => {
    const data = exported('team a "First"\nteam a "Second"\nobjective a "Third" { kr x "X" }\nobjective o "O" { kr k "One"\n kr k "Two" }');
    assert.deepEqual([data.teams.map(({ title }) => title), data.objectives.map(({ id }) => id)], [['First'], ['o']]);
    assert.deepEqual(first(data.objectives).keyResults.map(({ title }) => title), ['One']);
  });

  it('takes what is wrong as not written', () => {
    const data = exported(`team a { capacity -3 engineers }
goal g "G" { kind sort-of
  metric nothing from 1 to 2
  evidence hearsay 2026-02-30 "They say" }
objective o "O" { type bold
  supports nobody, g
  owner a, nobody
  kr k "K" from 1 to 2 { weight many
    confidence 12/10
    checkin 2026-02-01 5 days "Odd" }
}`);
    const goal = first(data.goals);
    assert.deepEqual([first(data.teams).capacity, goal.kind, goal.evidence, goal.metrics.map(({ metric, progress }) => [metric, progress])], [
      null, null, [{ kind: null, date: null, text: 'They say' }], [[null, 0]],
    ]);
    const { type, supports, owners, keyResults } = first(data.objectives);
    assert.deepEqual([type, supports.map(({ to }) => to), owners], [null, ['g'], ['a']]);
    const { weight, confidence, checkins } = first(keyResults);
    assert.deepEqual([weight, confidence, checkins], [1, null, [{ date: '2026-02-01', value: null, confidence: null, note: 'Odd' }]]);
  });

  it('says null of an alignment that is unknown', () => {
    const aligned = (supports: string): boolean | null => objective(`goal g "G"\nobjective o "O" { ${supports} }`).aligned;
    assert.deepEqual([aligned('supports g'), aligned(''), aligned('supports nobody')], [true, false, null]);
  });

  it('names a kr without an id by its title, and stands it on that', () => {
    const { keyResults } = objective('objective o "O" {\n  kr "Say \\"hi\\"" done\n  kr "Say \\"hi\\"" done\n}');
    assert.deepEqual(keyResults.map(({ id }) => id), ['o."Say \\"hi\\""', 'o."Say \\"hi\\""#2']);
    assert.deepEqual(first(keyResults).range, { start: { line: 1, character: 5 }, end: { line: 1, character: 17 } });
  });

  it('gives owners, periods and status that hold, and dates and reasons as written', () => {
    const { initiatives, objectives } = exported(`team a
objective o "O" { owner a
  period 2026-Q1
  status paused 2026-02-10 "Budget"
  kr k "K" done
  initiative i "I"
}`);
    assert.deepEqual([first(initiatives).owners, first(initiatives).period, first(initiatives).status], [
      ['a'], { id: '2026-Q1', start: '2026-01-01', end: '2026-03-31' }, { value: 'paused', date: null, reason: null },
    ]);
    const { status, keyResults } = first(objectives);
    assert.deepEqual([status, first(keyResults).owners], [{ value: 'paused', date: '2026-02-10', reason: 'Budget' }, ['a']]);
  });

  it('gives a period written out no id', () => {
    assert.deepEqual(objective('objective o "O" { period 2026-02-10 .. 2026-04-20 }').period, { id: null, start: '2026-02-10', end: '2026-04-20' });
  });

  it('holds only edges that are written, not inherited ones', () => {
    const { links } = exported('team a\nobjective o "O" { owner a\n kr k "K" done }');
    assert.deepEqual(links, [{ from: 'o', to: 'a', kind: 'owner' }]);
  });
});

describe('a quantity as data', () => {
  for (const [written, value, unit, per] of [
    ['$4.2M', 4_200_000, 'USD', null], ['300k €', 300_000, 'EUR', null], ['4.2M CHF', 4_200_000, 'CHF', null], ['18%', 18, '%', null], ['5pp', 5, 'pp', null],
    ['1.8x', 1.8, 'x', null], ['3d', 3, 'd', null], ['3 days', 3, 'days', null], ['250ms', 250, 'ms', null], ['2GB', 2, 'GB', null], ['6/10', 6, '/10', null],
    ['1_200', 1200, null, null], ['10k users', 10_000, 'users', null], ['10 demos per month', 10, 'demos', 'month'], ['$2k per seat', 2000, 'USD', 'seat'],
    ['-3', -3, null, null], ['?', null, null, null], ['? signups', null, 'signups', null], ['$?', null, 'USD', null],
  ] as const) {
    it(`of ${written}`, () => {
      assert.deepEqual(keyResult(`kr k "K" at least ${written}`).measure?.low, quantity(written, value, unit, per));
    });
  }
});

describe('a measure as data', () => {
  for (const [written, kind, keep, from, to, size, low, high] of [
    ['from 18% to 35%', 'change', false, quantity('18%', 18, '%'), quantity('35%', 35, '%'), null, null, null],
    ['to 35%', 'change', false, null, quantity('35%', 35, '%'), null, null, null],
    ['from 1_200 up 25%', 'change', false, quantity('1_200', 1200, null), quantity('1500', 1500, null), quantity('25%', 25, '%'), null, null],
    ['from 18% up 5pp', 'change', false, quantity('18%', 18, '%'), quantity('23%', 23, '%'), quantity('5pp', 5, 'pp'), null, null],
    ['from 40 users up 10 users', 'change', false, quantity('40 users', 40, 'users'), quantity('50 users', 50, 'users'), quantity('10 users', 10, 'users'), null, null],
    ['from 40 up 10 users', 'change', false, quantity('40', 40, null), quantity('50 users', 50, 'users'), quantity('10 users', 10, 'users'), null, null],
    ['from 3d down 12h', 'change', false, quantity('3d', 3, 'd'), quantity('2.5d', 2.5, 'd'), quantity('12h', 12, 'h'), null, null],
    ['from $2M times 1.5', 'change', false, quantity('$2M', 2_000_000, 'USD'), quantity('3000000 USD', 3_000_000, 'USD'), quantity('1.5', 1.5, null), null, null],
    ['from 10 demos per month up 50%', 'change', false, quantity('10 demos per month', 10, 'demos', 'month'), quantity('15 demos per month', 15, 'demos', 'month'), quantity('50%', 50, '%'), null, null],
    ['up 25%', 'change', false, null, null, quantity('25%', 25, '%'), null, null],
    ['from ? to 5', 'change', false, quantity('?', null, null), quantity('5', 5, null), null, null, null],
    ['at least 45', 'at-least', false, null, null, null, quantity('45', 45, null), null],
    ['at most 2h', 'at-most', false, null, null, null, null, quantity('2h', 2, 'h')],
    ['between 3d and 5d', 'between', false, null, null, null, quantity('3d', 3, 'd'), quantity('5d', 5, 'd')],
    ['keep at most 0.5%', 'at-most', true, null, null, null, null, quantity('0.5%', 0.5, '%')],
    ['done', 'milestone', false, null, null, null, null, null],
  ] as const) {
    it(`of ${written}`, () => {
      assert.deepEqual(keyResult(`kr k "K" ${written} by 2026-03-31`).measure, { kind, keep, from, to, size, low, high, text: written });
    });
  }

  it('is told on one line, without comments and what stands on its tail', () => {
    assert.equal(keyResult('kr k "K" from   18% // then\n to\n 35% now 20%').measure?.text, 'from 18% to 35%');
  });

  it('starts where its metric stood when the period began', () => {
    const metric = 'metric m { unit h\n checkin 2025-12-31 2d\n checkin 2026-02-01 1d }';
    const measure = keyResult('kr k "K" { metric m to 12h }', metric).measure;
    assert.deepEqual([measure?.from, measure?.to], [quantity('48h', 48, 'h'), quantity('12h', 12, 'h')]);
    assert.deepEqual(keyResult('kr k "K" { metric m down 25% }', metric).measure?.to, quantity('36h', 36, 'h'));
  });

  it('is null where there is none', () => {
    assert.equal(keyResult('kr k "K"').measure, null);
  });

  it('keeps what could be read of one with a mistake in it', () => {
    assert.deepEqual(keyResult('kr k "K" from 3d to oops').measure?.from, quantity('3d', 3, 'd'));
  });
});

describe('values as data', () => {
  for (const [written, expected] of [
    ['done now done', true], ['done now not done', false], ['done now 66%', 0.66], ['done', null], ['from 1 to 5 now 3', quantity('3', 3, null)], ['from 1 to 5', null],
    ['from 1 to 5 now ?', null], ['from 1 user to 5 users now 3 days', null],
  ] as const) {
    it(`of ${written}`, () => {
      assert.deepEqual(keyResult(`kr k "K" ${written}`).current, expected);
    });
  }

  it('are those of the metric where the kr says none', () => {
    assert.deepEqual(keyResult('kr k "K" { metric m from 1d to 5d }', 'metric m { unit h\n now 30h }').current, quantity('30h', 30, 'h'));
  });

  it('of check-ins stand as written, in the order written', () => {
    assert.deepEqual(keyResult(`kr k "K" done {
    checkin 2026-02-10 50%
    checkin 2026-02-01 not done confidence 70% "Slow"
    checkin 2026-02-20 done
    checkin 2026-02-21
  }`).checkins, [
      { date: '2026-02-10', value: 0.5, confidence: null, note: null }, { date: '2026-02-01', value: false, confidence: 0.7, note: 'Slow' },
      { date: '2026-02-20', value: true, confidence: null, note: null }, { date: '2026-02-21', value: null, confidence: null, note: null },
    ]);
  });

  it('of a check-in that is not known are a quantity without a value', () => {
    assert.deepEqual(first(keyResult('kr k "K" from 1% to 2% { checkin 2026-02-10 ?% }').checkins).value, quantity('?%', null, '%'));
  });
});

describe('the schema of the export', () => {
  for (const name of readdirSync('test/conformance').filter((entry) => /^\d+$/.test(entry))) {
    it(`holds for the odd strategy ${name}`, () => {
      const folder = `test/conformance/${name}`;
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.strategy'));
      const data = exported(Object.fromEntries(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')])));
      assert.ok(data.objectives.length > 0);
    });
  }
});
