import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { validateXML } from 'xmllint-wasm';
import { removeFolders } from './command.ts';
import { DatedRepository } from './dated-repository.ts';

const schema = (name: string): object => JSON.parse(readFileSync(new URL(`../../docs/${name}.schema.json`, import.meta.url), 'utf8')) as object;
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).addSchema(schema('review'), 'review.schema.json').compile(schema('churn'));

interface Counts {
  readonly steadiness: number | null; readonly keyResults: number; readonly kept: number; readonly moved: number; readonly dropped: number;
  readonly targetsMoved: number; readonly targetsLowered: number; readonly objectivesDropped: number; readonly ownersChanged: number; readonly datesSlipped: number;
}
interface Churn {
  readonly verdict: string;
  readonly total: Counts;
  readonly beforeStart: number;
  readonly quarters: readonly (Counts & { readonly id: string; readonly start: string })[];
  readonly teams: readonly (Counts & { readonly id: string | null })[];
  readonly cells: readonly (Counts & { readonly team: string | null; readonly quarter: string })[];
  readonly events: readonly { readonly what: string; readonly day: string; readonly quarter: string; readonly teams: readonly string[]; readonly message: string; readonly change: { readonly kind: string } }[];
}

const STRATEGY = `strategy "Acme Cloud"

period Q1 2026-02-01 .. 2026-04-30
period Q2 2026-05-01 .. 2026-07-31

team   growth   "Growth"
team   platform "Platform"
person maya     "Maya" in growth

goal win "Win" { kind business }

objective sell "Sell more" {
  supports win
  owner    maya
  period   Q1

  kr trials "More trials" from 100 to 200
  kr deals  "More deals"  from 10 to 30
}

objective run "Run better" {
  supports win
  owner    platform
  period   Q2

  kr uptime "Fewer failures" from 9 to 1
}
`;

async function history(...steps: readonly (readonly [day: string, message: string, before: string, after: string])[]): Promise<DatedRepository> {
  const repository = await DatedRepository.with({ 'okrs.strategy': STRATEGY }, '2026-02-10');
  await repository.git('tag', 'begin');
  let text = STRATEGY;
  for (const [day, message, before, after] of steps) {
    assert.ok(text.includes(before), before);
    text = text.replace(before, after);
    await repository.commit(message, { 'okrs.strategy': text }, day);
  }
  return repository;
}

async function churn(repository: DatedRepository, range = 'begin..main'): Promise<Churn> {
  const { status, out, error } = await repository.throughline(['churn', range, '--format', 'json']);
  assert.equal(status, 0, error);
  const document: unknown = JSON.parse(out);
  validate(document);
  assert.deepEqual(validate.errors, null);
  return document as Churn;
}

describe('throughline churn', () => {
  afterEach(removeFolders);

  it('counts targets that moved after they began, for each team and quarter', async () => {
    const { total, verdict, cells, quarters, events, beforeStart } = await churn(await history(
      ['2026-02-20', 'Lower', 'to 200', 'to 150'], ['2026-03-10', 'Lower again', 'to 150', 'to 120'], ['2026-03-20', 'Plan ahead', 'to 1\n', 'to 2\n'],
      ['2026-05-20', 'Raise', 'from 9 to 2', 'from 9 to 1'],
    ));
    assert.equal(verdict, '1 of 3 key results kept their target; 3 targets moved, 2 of them down.');
    assert.deepEqual([total.keyResults, total.kept, total.moved, total.targetsMoved, total.targetsLowered, beforeStart], [3, 1, 2, 3, 2, 1]);
    assert.deepEqual(quarters.map(({ id, start }) => [id, start]), [['Q1', '2026-02-01'], ['Q2', '2026-05-01']]);
    assert.deepEqual(cells.map(({ team, quarter, kept, keyResults }) => [team, quarter, kept, keyResults]), [['growth', 'Q1', 1, 2], ['platform', 'Q2', 0, 1]]);
    assert.deepEqual(events.map(({ day, message, what, quarter, teams, change }) => [day, message, what, quarter, teams, change.kind]), [
      ['2026-02-20', 'Lower', 'target', 'Q1', ['growth'], 'target-lowered'], ['2026-03-10', 'Lower again', 'target', 'Q1', ['growth'], 'target-lowered'],
      ['2026-05-20', 'Raise', 'target', 'Q2', ['platform'], 'target-raised'],
    ]);
  });

  it('counts the key results of a dropped objective as dropped', async () => {
    const { total } = await churn(await history(['2026-03-01', 'Give up', '  owner    maya\n', '  owner    maya\n  status   dropped 2026-03-01 "No market"\n']));
    assert.deepEqual([total.objectivesDropped, total.dropped, total.kept, total.keyResults], [1, 2, 0, 2]);
  });

  it('counts what was removed as dropped', async () => {
    const { total } = await churn(await history(['2026-03-01', 'Remove', '  kr deals  "More deals"  from 10 to 30\n', '']));
    assert.deepEqual([total.dropped, total.kept, total.keyResults], [1, 1, 2]);
  });

  it('counts owners that changed and dates that slipped', async () => {
    const { total, verdict } = await churn(await history(['2026-03-01', 'Owner', 'owner    maya', 'owner    platform'], ['2026-03-02', 'Date', 'period   Q1', 'period   2026-02-01 .. 2026-05-31']));
    assert.deepEqual([total.ownersChanged, total.datesSlipped, total.kept], [1, 1, 2]);
    assert.equal(verdict, '2 of 2 key results kept their target; 1 owner changed; 1 date slipped.');
  });

  it('takes a key result that was renamed for the same', async () => {
    const { total } = await churn(await history(
      ['2026-02-20', 'Lower', 'to 200', 'to 150'], ['2026-02-21', 'Rename', 'kr trials', 'kr tried'], ['2026-02-22', 'Lower', 'to 150', 'to 120'],
    ));
    assert.deepEqual([total.keyResults, total.moved, total.targetsMoved], [2, 1, 2]);
  });

  it('counts what was merged once, however it came about in its branch', async () => {
    const repository = await history();
    await repository.git('checkout', '-q', '-b', 'branch');
    for (const target of ['150', '120', '180']) await repository.commit(`Try ${target}`, { 'okrs.strategy': STRATEGY.replace('to 200', `to ${target}`) }, '2026-03-01');
    await repository.git('checkout', '-q', 'main');
    await repository.tryGit({ GIT_AUTHOR_DATE: '2026-03-05T12:00:00Z', GIT_COMMITTER_DATE: '2026-03-05T12:00:00Z' }, 'merge', '-q', '--no-ff', '-m', 'Merge the branch', 'branch');
    const { events } = await churn(repository);
    assert.deepEqual(events.map(({ message, day }) => [message, day]), [['Merge the branch', '2026-03-05']]);
  });

  it('looks at quarters in which nobody committed anything', async () => {
    const repository = await history();
    await repository.commit('Later', { 'README.md': 'Hello\n' }, '2026-08-20');
    const { quarters } = await churn(repository);
    assert.deepEqual(quarters.map(({ id, keyResults }) => [id, keyResults]), [['Q1', 2], ['Q2', 1], ['2026-Q3', 0]]);
  });

  it('is nothing from a commit to itself', async () => {
    const { total, events } = await churn(await history(), 'begin..begin');
    assert.deepEqual([total.kept, events], [2, []]);
  });

  it('draws a picture that stands by itself, with every text escaped', async () => {
    const repository = await history(['2026-02-20', 'Lower', 'to 200', 'to 150'], ['2026-02-21', 'Name', 'team   growth   "Growth"', 'team   growth   "<script>alert(1)</script> & \\"Growth\\""']);
    const { status, out } = await repository.throughline(['churn', 'begin..', '--format', 'svg']);
    assert.equal(status, 0);
    assert.ok(!out.includes('<script') && !/href|url\(/.test(out), out);
    const { valid } = await validateXML({ xml: [{ fileName: 'churn.svg', contents: out }], schema: [{ fileName: 'svg.xsd', contents: ANY }] });
    assert.ok(valid);
    assert.equal(out.match(/class="square moved"/g)?.length, 1 + 2);
    assert.match(out, /1 of 2 kept, 50%/);
  });

  it('reads well in a terminal and on a page', async () => {
    const repository = await history(['2026-02-20', 'Lower | it', 'to 200', 'to 150']);
    const { out } = await repository.throughline(['churn', 'begin..main']);
    assert.match(out, /^1 of 2 key results kept their target; 1 target moved, down\.\nbegin → main, 2026-02-10 to 2026-02-20, along what was merged\n\nTeam +Q1\nGrowth +1 of 2 kept \(50%\)/);
    const page = await repository.throughline(['churn', 'begin..main', '--format', 'markdown']);
    assert.match(page.out, /^## How steady Acme Cloud was\n\n\*\*1 of 2 key results[^]*\| Growth \| 1 of 2 kept \(50%\) \|[^]*- \*\*2026-02-20\*\* Target of .*Lower \\\| it\)\n$/);
  });

  for (const [args, expected] of [
    [['main'], 'throughline: \'main\' is no range; write it as BASE..HEAD, such as v1.0..main\n'],
    [['begin...main'], 'throughline: \'begin...main\' is no range; write it as BASE..HEAD, such as v1.0..main\n'],
    [['--output=x..main'], 'throughline: unknown option \'--output=x..main\'\n'],
    [['nowhere..main'], 'throughline: there is no revision \'nowhere\' in this repository, and it has no remote to fetch it from; git branch --all and git tag list those that are there\n'],
  ] as const) {
    it(`refuses ${args.join(' ')} in one line`, async () => {
      assert.deepEqual(await (await history()).throughline(['churn', ...args]), { status: 2, out: '', error: expected });
    });
  }

  it('says which strategy is meant where there are several', async () => {
    const repository = await DatedRepository.with({ 'a/throughline.json': '{}', 'a/a.strategy': STRATEGY, 'b/throughline.json': '{}', 'b/b.strategy': STRATEGY });
    const { status, error } = await repository.throughline(['churn', 'HEAD..HEAD']);
    assert.deepEqual([status, error], [2, 'throughline: there are 2 strategies here, and churn is about one: run it in the folder of one of a, b\n']);
    assert.equal((await repository.throughline(['churn', 'HEAD..HEAD'], { in: 'a' })).status, 0);
  });
});

/** A schema that takes any content, so that only whether it is XML is tested. */
const ANY = `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg" elementFormDefault="qualified">
  <xs:element name="svg"><xs:complexType mixed="true"><xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>
</xs:schema>`;
