import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { removeFolders, type Result } from './command.ts';
import { DatedRepository } from './dated-repository.ts';

const schema = (name: string): object => JSON.parse(readFileSync(new URL(`../../docs/${name}.schema.json`, import.meta.url), 'utf8')) as object;
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
(addFormats as unknown as (instance: Ajv) => void)(ajv);
const validate = ajv.addSchema(schema('review'), 'review.schema.json').compile(schema('log'));

interface Log {
  readonly subject: { readonly id: string; readonly exists: boolean };
  readonly complete: boolean;
  readonly entries: readonly {
    readonly date: string; readonly author: { readonly name: string }; readonly message: string; readonly id: string;
    readonly changes: readonly { readonly kind: string; readonly subject: { readonly id: string }; readonly risk: string }[];
  }[];
}

const STRATEGY = `goal win "Win the mid-market" {
  kind   business
  period 2026
}

objective self-serve "Teams start without talking to us" {
  supports win
  period   2026-Q1

  kr activation "More trial teams deploy" from 18% to 35% {
    checkin 2026-01-31 20%
  }
}

objective onboarding "New teams are well looked after" {
  supports win
  period   2026-Q1
}
`;

async function strategyWith(files: Readonly<Record<string, string>> = { 'okrs.strategy': STRATEGY }): Promise<DatedRepository> {
  return DatedRepository.with(files, '2025-12-15');
}

async function log(repository: DatedRepository, ...args: readonly string[]): Promise<Log> {
  const { status, out, error } = await repository.throughline(['log', '--format', 'json', ...args]);
  assert.equal(status, 0, error);
  const document: unknown = JSON.parse(out);
  validate(document);
  assert.deepEqual(validate.errors, null);
  return document as Log;
}

/** `2026-02-01 the message: kind …` of each entry. */
function told({ entries }: Log): readonly string[] {
  return entries.map(({ date, message, changes }) => `${date.slice(0, 10)} ${message}: ${changes.map(({ kind }) => kind).join(' ')}`);
}

describe('throughline log', () => {
  afterEach(removeFolders);

  it('tells every commit that changed what a key result means, newest first, judged by its day', async () => {
    const repository = await strategyWith();
    await repository.commit('Week 5', { 'okrs.strategy': STRATEGY.replace('20%\n', '20%\n    checkin 2026-02-14 22%\n') }, '2026-02-14', 'Jonas Weber <jonas@example.com>');
    await repository.commit('Something else', { 'README.md': 'Hello\n' }, '2026-02-15');
    await repository.commit('Be realistic', { 'okrs.strategy': STRATEGY.replace('20%\n', '20%\n    checkin 2026-02-14 22%\n').replace('to 35%', 'to 30%') }, '2026-02-20');
    const life = await log(repository, 'self-serve.activation');
    assert.deepEqual(told(life), ['2026-02-20 Be realistic: target-lowered', '2026-02-14 Week 5: checkin-added', '2025-12-15 The strategy: strategy-added']);
    assert.deepEqual([life.entries[1]?.author.name, life.entries[0]?.changes[0]?.risk], ['Jonas Weber', 'high']);
  });

  it('follows what was renamed and moved, under the name that it had', async () => {
    const repository = await strategyWith();
    await repository.commit('Lower', { 'okrs.strategy': STRATEGY.replace('to 35%', 'to 30%') }, '2026-01-10');
    const renamed = STRATEGY.replace('to 35%', 'to 30%').replace('kr activation', 'kr deployed').replace('objective self-serve', 'objective selfserve');
    await repository.commit('Rename', { 'okrs.strategy': renamed }, '2026-01-11');
    const kr = renamed.slice(renamed.indexOf('  kr deployed'), renamed.indexOf('}\n\nobjective onboarding'));
    const moved = renamed.replace(kr, '').replace('period   2026-Q1\n}\n', `period   2026-Q1\n\n${kr}}\n`);
    await repository.commit('Move', { 'okrs.strategy': moved }, '2026-01-12');
    const life = await log(repository, 'onboarding.deployed');
    assert.deepEqual(life.entries.map(({ message, id }) => `${message} ${id}`), [
      'Move onboarding.deployed', 'Rename selfserve.deployed', 'Lower self-serve.activation', 'The strategy self-serve.activation',
    ]);
  });

  it('follows a file to another place, which changes nothing', async () => {
    const repository = await strategyWith();
    await repository.commit('Sort', { 'okrs.strategy': null, 'okrs/2026/q1.strategy': STRATEGY }, '2026-01-10');
    await repository.commit('Lower', { 'okrs/2026/q1.strategy': STRATEGY.replace('to 35%', 'to 30%') }, '2026-01-11');
    assert.deepEqual(told(await log(repository, 'self-serve.activation')), ['2026-01-11 Lower: target-lowered', '2025-12-15 The strategy: strategy-added']);
  });

  it('sees that a name in it means something else, though its own text stayed', async () => {
    const owned = `objective self-serve "Teams start" {\n  owner  growth\n  period 2026\n}\n`;
    const repository = await strategyWith({ 'okrs.strategy': owned, 'people.strategy': 'team growth "Growth"\nteam sales "Sales"\n' });
    await repository.commit('Unrelated', { 'other.strategy': 'team legal "Legal"\n' }, '2026-01-10');
    await repository.commit('A person', { 'people.strategy': 'team sales "Sales"\nperson growth "Gro Wth" in sales\n' }, '2026-01-11');
    const all = (await log(repository, 'self-serve')).entries.map(({ message }) => message);
    assert.ok(all.includes('A person') && !all.includes('Unrelated'), all.join());
  });

  it('tells of an objective what happened to its key results too', async () => {
    const repository = await strategyWith();
    await repository.commit('Lower', { 'okrs.strategy': STRATEGY.replace('to 35%', 'to 30%') }, '2026-01-10');
    await repository.commit('Another goal', { 'okrs.strategy': STRATEGY.replace('to 35%', 'to 30%').replace('supports win', '') }, '2026-01-11');
    assert.deepEqual(told(await log(repository, 'self-serve')), ['2026-01-11 Another goal: unaligned', '2026-01-10 Lower: target-lowered', '2025-12-15 The strategy: strategy-added']);
  });

  it('tells the life of what is not there any more, by its last name', async () => {
    const repository = await strategyWith();
    await repository.commit('Lower', { 'okrs.strategy': STRATEGY.replace('to 35%', 'to 30%') }, '2026-01-10');
    await repository.commit('Give up', { 'okrs.strategy': STRATEGY.slice(0, STRATEGY.indexOf('\nobjective self')) }, '2026-02-10');
    const life = await log(repository, 'self-serve.activation');
    assert.deepEqual([life.subject.exists, told(life)], [false, ['2026-02-10 Give up: objective-removed', '2026-01-10 Lower: target-lowered', '2025-12-15 The strategy: strategy-added']]);
  });

  it('tells a change of a branch where it was made, and not again in the merge', async () => {
    const repository = await strategyWith();
    await repository.git('checkout', '-q', '-b', 'branch');
    await repository.commit('Lower', { 'okrs.strategy': STRATEGY.replace('to 35%', 'to 30%') }, '2026-01-10');
    await repository.git('checkout', '-q', 'main');
    await repository.commit('More', { 'more.strategy': 'objective more "More" { supports win }\n' }, '2026-01-11');
    await repository.git('merge', '-q', '--no-ff', '-m', 'Merge the branch', 'branch');
    assert.deepEqual(told(await log(repository, 'self-serve.activation')), ['2026-01-10 Lower: target-lowered', '2025-12-15 The strategy: strategy-added']);
  });

  it('begins after a revision', async () => {
    const repository = await strategyWith();
    await repository.commit('Lower', { 'okrs.strategy': STRATEGY.replace('to 35%', 'to 30%') }, '2026-01-10');
    await repository.git('tag', 'v1');
    await repository.commit('Raise', { 'okrs.strategy': STRATEGY.replace('to 35%', 'to 40%') }, '2026-01-11');
    assert.deepEqual(told(await log(repository, 'self-serve.activation', '--since', 'v1')), ['2026-01-11 Raise: target-raised']);
  });

  it('tells one strategy of several from where it is called', async () => {
    const repository = await strategyWith({ 'a/throughline.json': '{}', 'a/a.strategy': STRATEGY, 'b/throughline.json': '{}', 'b/b.strategy': STRATEGY });
    await repository.commit('Lower', { 'a/a.strategy': STRATEGY.replace('to 35%', 'to 30%') }, '2026-01-10');
    const run = async (where: string): Promise<Result> => repository.throughline(['log', 'self-serve.activation', '--format', 'json'], { in: where });
    assert.deepEqual(told(JSON.parse((await run('a')).out) as Log).length, 2);
    assert.deepEqual(told(JSON.parse((await run('b')).out) as Log).length, 1);
    assert.deepEqual(await run('.'), { status: 2, out: '', error: 'throughline: \'self-serve.activation\' stands in several strategies (a, b); run this in the folder of the one that is meant\n' });
  });

  it('says that a shallow clone does not reach back', async () => {
    const repository = await strategyWith();
    await repository.commit('Lower', { 'okrs.strategy': STRATEGY.replace('to 35%', 'to 30%') }, '2026-01-10');
    await repository.git('clone', '-q', '--depth', '1', '--no-local', `file://${repository.folder.path}`, 'shallow');
    const { out, status } = await repository.throughline(['log', 'win'], { in: 'shallow' });
    assert.equal(status, 0);
    assert.match(out, /This is a shallow clone/);
  });

  for (const [args, expected] of [
    [['self-serve.activated'], /^throughline: nothing is called 'self-serve\.activated', now or in the history that was looked at; did you mean self-serve\.activation/],
    [['win', '--since', 'nowhere'], /^throughline: there is no revision 'nowhere' in this repository/],
    [['win', '--since', '--output=x'], /^throughline: there is no revision '--output=x'/],
  ] as const) {
    it(`refuses ${args.join(' ')} in one line`, async () => {
      const { status, out, error } = await (await strategyWith()).throughline(['log', ...args]);
      assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], error);
      assert.match(error, expected);
    });
  }

  it('names what a thing is called now', async () => {
    const repository = await strategyWith();
    await repository.commit('Rename', { 'okrs.strategy': STRATEGY.replace('objective self-serve', 'objective selfserve') }, '2026-01-11');
    const { status, error } = await repository.throughline(['log', 'self-serve']);
    assert.equal(status, 2);
    assert.match(error, /^throughline: 'self-serve' has been called 'selfserve' since [0-9a-f]{9}; ask for throughline log selfserve\n$/);
  });

  it('reads well in a terminal and on a page', async () => {
    const repository = await strategyWith();
    const id = await repository.commit('Be *realistic*\n\nThe market says so.', { 'okrs.strategy': STRATEGY.replace('to 35%', 'to 30%') }, '2026-02-20', 'Maya <b>Okafor</b> <maya@example.com>');
    const pretty = await repository.throughline(['log', 'self-serve.activation']);
    assert.match(pretty.out, new RegExp(`^kr 'More trial teams deploy' \\(self-serve\\.activation\\)\n\n2026-02-20 {2}Maya.* {2}${id.slice(0, 9)} {2}Be \\*realistic\\*\n {2}● Target of .* lowered from 35% to 30%`));
    const page = await repository.throughline(['log', 'self-serve.activation', '--format', 'markdown']);
    assert.match(page.out, /^## More trial teams deploy\n\nThe life of the kr `self-serve\.activation`, newest first\.\n\n- \*\*2026-02-20\*\* .*: Be \\\*realistic\\\*\n {2}- high risk: Target of /);
    assert.ok(!page.out.includes('<b>'));
  });
});
