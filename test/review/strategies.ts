/** Strategies at random, as data that can be edited, reordered, spread over files and written as text. */

import fc from 'fast-check';

export interface Declared {
  readonly kind: string;
  /** null for a key result without a name. */
  readonly id: string | null;
  readonly title: string | null;
  /** What follows the title in the header. */
  readonly tail: string;
  readonly lines: readonly string[];
  readonly children: readonly Declared[];
  readonly file: 'a.strategy' | 'b/c.strategy';
}

const IDS = {
  team: ['t1', 't2'], person: ['p1', 'p2'], period: ['q1', 'q2'], metric: ['m1', 'm2'], goal: ['g1', 'g2'], objective: ['o1', 'o2', 'o3'], initiative: ['i1', 'i2'], kr: ['k1', 'k2', 'k3'],
} as const;
const TITLES = ['Win the mid-market', 'Win the market', 'Teams start without us', 'Time to deploy falls', 'Audit passed', 'Docs answer first'] as const;
const MEASURES = [
  'from 18% to 35%', 'from 18% to 30%', 'to 35%', 'from 3d to 4h', 'from 72h to 4h', 'at least 40', 'at least 35 points', 'at most 0.5%', 'keep at most 0.5%', 'between 2 and 5', 'between 1 and 6',
  'from 1_200 up 25%', 'from 1200 to 1500', 'up 20%', 'down 10', 'times 2', 'from 3 times 2', 'done', 'to ?', 'from 0.1 up 10%', 'from 0.1 to 0.11', 'from 10 users to 20',
] as const;
const PERIODS = ['q1', 'q2', '2026-Q1', '2026-02-01 .. 2026-04-30', '2026'] as const;
const one = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const line = (...options: readonly string[]): fc.Arbitrary<string> => one(options);
const owner = line('owner p1', 'owner p2', 'owner t1', 'owner p1, t2', 'owner nobody');
const period = one(PERIODS).map((name) => `period ${name}`);
const status = line('status draft', 'status active', 'status paused 2026-02-01', 'status done', 'status dropped "no"');
const evidence = line('evidence interview "x"', 'evidence survey 2026-01-01 "y"', 'evidence data "z"');
const needs = line('needs o1', 'needs o2.k1', 'needs i1', 'needs k1');
const link = line('link "https://a.example"', 'link "https://b.example"');
const confidence = line('confidence 6/10', 'confidence 60%', 'confidence 3/10');
const checkin = fc.tuple(line('2026-01-10', '2026-02-01', '2026-02-20'), line('', ' 20%', ' 22%', ' 3', ' done', ' 50%'), line('', ' confidence 5/10', ' confidence 8/10'), line('', ' "n"', ' "m"')).map((parts) => `checkin ${parts.join('')}`);
const now = line('now 2', 'now 20%', 'now done', 'now not done');

/** The lines that may stand in the body of each kind, each word once at most but for those that may repeat. */
const LINES: Readonly<Record<string, readonly fc.Arbitrary<string>[]>> = {
  team: [line('lead p1', 'lead p2'), line('capacity 3 engineers', 'capacity 4 engineers'), link],
  person: [line('email "p@example.com"'), line('role "A"', 'role "B"'), line('capacity 2 days')],
  period: [],
  metric: [line('unit %', 'unit d', 'unit h', 'unit users'), line('better up', 'better down'), line('drives m1', 'drives m2'), owner, line('source "S"', 'source "T"'), now, checkin, checkin, link],
  goal: [line('kind customer', 'kind business'), owner, line('sponsor p1', 'sponsor p2'), period, line('supports g1', 'supports g2'), one(MEASURES).map((measure) => `metric m1 ${measure}`), line('metric m2', 'metric m2 from 1 to 2 now 1 by 2026-03-31'), evidence, evidence, status, link],
  objective: [line('supports g1', 'supports g2', 'supports g1 70%, g2 30%', 'supports o1', 'supports o2.k1', 'supports nothing'), owner, line('with t1', 'with p1, t2'), period, line('type committed', 'type aspirational'), needs, evidence, status, link],
  kr: [line('owner p1', 'owner t2'), line('with t1'), line('segment "A"', 'segment "a "', 'segment "B"'), line('weight 1', 'weight 2', 'weight 0.5'), confidence, needs, checkin, checkin, status, link],
  initiative: [line('advances o1', 'advances o1.k1, o2'), owner, line('with t1'), period, line('hypothesis "H"', 'hypothesis "J"'), needs, line('effort 2 engineers', 'effort 3 engineers'), status, link],
};

const TAILS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  period: line('2026-02-01 .. 2026-04-30', '2026-02-01 .. 2026-05-31', '2026-05-01 .. 2026-07-31 in 2026'),
  team: line('', '', 'in t1'),
  person: line('', 'in t1', 'in t2'),
  kr: fc.tuple(line('', ...MEASURES), line('', '', 'now 2', 'now 20%', 'now done'), line('', '', 'by 2026-03-31', 'by 2026-04-30', 'by q2')).map(([measure, value, by]) => [measure, value, by].filter((part) => part !== '').join(' ')),
};

/** One metric line in the body of a kr takes the place of its measure in the header. */
const METRIC_OF_KR = fc.tuple(line('m1', 'm2'), one(MEASURES)).map(([metric, measure]) => `metric ${metric} ${measure}`);

function linesOf(kind: string): fc.Arbitrary<readonly string[]> {
  const options = LINES[kind] ?? [];
  if (options.length === 0) return fc.constant([]);
  return fc.tuple(...options.map((option) => fc.option(option, { freq: 2, nil: '' }))).map((lines) => lines.filter((text) => text !== ''));
}

function declared(kind: keyof typeof IDS, children: fc.Arbitrary<readonly Declared[]> = fc.constant([])): fc.Arbitrary<Declared> {
  const hasTitle = kind !== 'period';
  const id = kind === 'kr' ? fc.option(one<string>(IDS.kr), { freq: 3, nil: null }) : one<string>(IDS[kind]);
  return fc.record({
    kind: fc.constant(kind), id, title: hasTitle ? one<string | null>(TITLES) : fc.constant(null), tail: TAILS[kind] ?? fc.constant(''), lines: linesOf(kind), children,
    file: one(['a.strategy', 'b/c.strategy'] as const),
  });
}

const keyResult = fc.oneof({ weight: 3, arbitrary: declared('kr') }, {
  weight: 1, arbitrary: fc.tuple(declared('kr'), METRIC_OF_KR).map(([kr, metric]): Declared => ({ ...kr, tail: '', lines: [metric, ...kr.lines] })),
});
const inside = fc.tuple(fc.array(keyResult, { maxLength: 3 }), fc.array(declared('initiative'), { maxLength: 1 })).map(([krs, initiatives]) => uniqueNames([...krs, ...initiatives]));
const anything = fc.oneof(declared('team'), declared('person'), declared('period'), declared('metric'), declared('goal'), declared('objective', inside), declared('objective', inside), declared('initiative'));

/** Of things that bear one name the first. */
function uniqueNames(things: readonly Declared[]): readonly Declared[] {
  const names = new Set<string>();
  return things.filter(({ id }) => {
    if (id === null) return true;
    const isNew = !names.has(id);
    names.add(id);
    return isNew;
  });
}

export const strategy: fc.Arbitrary<readonly Declared[]> = fc.array(anything, { maxLength: 9 }).map(uniqueNames);

type Edit = (things: readonly Declared[]) => readonly Declared[];

/** One edit that people make: to a line, a title, a name, the place of something, or whole things. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(), anything).map(([at, which, other]): Edit => onOne(at, (thing) => (other.kind === thing.kind ? { ...thing, lines: replaced(thing.lines, which, other.lines) } : thing))),
  fc.tuple(fc.nat(), fc.nat()).map(([at, which]): Edit => onOne(at, (thing) => ({ ...thing, lines: thing.lines.filter((_, index) => index !== which % Math.max(1, thing.lines.length)) }))),
  fc.tuple(fc.nat(), one(TITLES)).map(([at, title]): Edit => onOne(at, (thing) => (thing.title === null ? thing : { ...thing, title }))),
  fc.tuple(fc.nat(), fc.nat(), inside).map(([at, which, others]): Edit => onOne(at, (thing) => (thing.kind === 'objective' ? { ...thing, children: replaced(thing.children, which, others) } : thing))),
  fc.tuple(fc.nat(), fc.nat(), keyResult).map(([at, which, other]): Edit => onOne(at, (thing) => ({ ...thing, children: thing.children.map((child, index) => (index === which % thing.children.length && child.kind === 'kr' ? { ...child, tail: other.tail } : child)) }))),
  fc.nat().map((at): Edit => (things) => things.filter((_, index) => index !== at % Math.max(1, things.length))),
  anything.map((thing): Edit => (things) => [...things, thing]),
  fc.tuple(fc.nat(), one(['x1', 'x2'])).map(([at, id]): Edit => (things) => renamed(things, at, id)),
  fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([from, to, which]): Edit => (things) => moved(things, from, to, which)),
);

function onOne(at: number, change: (thing: Declared) => Declared): Edit {
  return (things) => things.map((thing, index) => (index === at % things.length ? change(thing) : thing));
}

function replaced<T>(items: readonly T[], at: number, others: readonly T[]): readonly T[] {
  const [other] = others;
  if (other === undefined) return items;
  if (items.length === 0) return [other];
  return items.map((item, index) => (index === at % items.length ? other : item));
}

/** Another name, and every reference to it in lines and headers. */
function renamed(things: readonly Declared[], at: number, id: string): readonly Declared[] {
  const thing = things[at % Math.max(1, things.length)];
  if (thing?.id === undefined || thing.id === null) return things;
  const old = new RegExp(`\\b${thing.id}\\b`, 'g');
  const everywhere = (one: Declared): Declared => ({
    ...one, tail: one.tail.replace(old, id), lines: one.lines.map((text) => text.replace(old, id)), children: one.children.map(everywhere),
  });
  return things.map((one) => ({ ...everywhere(one), id: one === thing ? id : one.id }));
}

/** A child of one objective into another. */
function moved(things: readonly Declared[], from: number, to: number, which: number): readonly Declared[] {
  const objectives = things.filter(({ kind }) => kind === 'objective');
  const [source, target] = [objectives[from % Math.max(1, objectives.length)], objectives[to % Math.max(1, objectives.length)]];
  const child = source?.children[which % Math.max(1, source.children.length)];
  if (source === undefined || target === undefined || child === undefined || source === target) return things;
  return things.map((thing) => {
    if (thing === source) return { ...thing, children: thing.children.filter((one) => one !== child) };
    return thing === target ? { ...thing, children: [...thing.children, child] } : thing;
  });
}

/** A strategy and what became of it by a few edits. */
export const pair: fc.Arbitrary<readonly [readonly Declared[], readonly Declared[]]> = fc.tuple(strategy, fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([things, edits]) => [things, uniqueNames(edits.reduce((edited, change) => change(edited), things)).map((thing) => ({ ...thing, children: uniqueNames(thing.children) }))] as const);

/** The files of a strategy. */
export function written(things: readonly Declared[]): Record<string, string> {
  const files: Record<string, string> = { 'a.strategy': '', 'b/c.strategy': '' };
  for (const thing of things) files[thing.file] = `${files[thing.file] ?? ''}${text(thing, '')}`;
  return files;
}

function text({ kind, id, title, tail, lines, children }: Declared, indent: string): string {
  const header = [kind, id, title === null ? null : `"${title}"`, tail].filter((part) => part !== null && part !== '').join(' ');
  if (lines.length + children.length === 0) return `${indent}${header}\n`;
  return `${indent}${header} {\n${lines.map((one) => `${indent}  ${one}\n`).join('')}${children.map((child) => text(child, `${indent}  `)).join('')}${indent}}\n`;
}

/** The same, in another order and in other files. */
export function shuffled(things: readonly Declared[], seed: readonly number[]): readonly Declared[] {
  let next = 0;
  const by = <T>(items: readonly T[]): readonly T[] => items.map((item) => ({ item, at: seed[next++ % Math.max(1, seed.length)] ?? 0 })).sort((a, b) => a.at - b.at).map(({ item }) => item);
  return by(things.map((thing) => ({
    ...thing, lines: by(thing.lines), children: by(thing.children), file: (seed[next++ % Math.max(1, seed.length)] ?? 0) % 2 === 0 ? 'a.strategy' : 'b/c.strategy',
  })));
}
