import assert from 'node:assert/strict';
import { ALIGNED, BROKEN, removeFolders, SETTINGS } from './command.ts';
import { changesIn, Repository, reviewIn } from './repository.ts';

afterEach(removeFolders);

const MEASURE = 'from 18% to 35%';
const START: Readonly<Record<string, string>> = { 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED };

/** A repository in which the work tree has these changes. */
async function changed(...changes: readonly (readonly [string, string])[]): Promise<Repository> {
  const repository = await Repository.with(START);
  await repository.write({ 'okrs/a.strategy': changes.reduce((text, [from, to]) => text.replace(from, to), ALIGNED) });
  return repository;
}

const LOWERED = [MEASURE, 'from 18% to 30%'] as const;
const RETITLED = ['Win the mid-market', 'Win every mid-market'] as const;
const NOW = ['now 0.4%', 'now 0.3%'] as const;
const EVIDENCE = ['kind   business', 'kind   business\n  link   "https://example.org"'] as const;

describe('throughline review --fail-on', () => {
  for (const [limit, status, change] of [
    ['none', 0, LOWERED], ['high', 1, LOWERED], ['medium', 1, LOWERED], ['low', 1, LOWERED],
    ['high', 0, RETITLED], ['medium', 1, RETITLED], ['low', 1, RETITLED],
    ['low', 0, NOW], ['low', 0, EVIDENCE],
  ] as const) {
    it(`${limit} ends with status ${status} for '${change[1].replace(/\s+/g, ' ')}'`, async () => {
      const repository = await changed(change);
      const { status: ended, out, error } = await repository.run(['review', 'main', '--fail-on', limit, '--format', 'json']);
      assert.deepEqual({ ended, error }, { ended: status, error: '' });
      assert.equal(reviewIn(out).summary.total, 1);
    });
  }

  it('is none where it is left out', async () => {
    assert.equal((await (await changed(LOWERED)).run(['review', 'main'])).status, 0);
  });

  it('counts an introduced error as high, and a warning as medium', async () => {
    const repository = await Repository.with(START);
    await repository.write({ 'okrs/b.strategy': 'goal b "Be first" { owner growth }\n', 'throughline.json': '{ "asOf": "2026-03-01", "review": { "goal-added": "info" } }' });
    assert.deepEqual((await repository.run(['review', 'main', '--fail-on', 'high'])).status, 0);
    assert.deepEqual((await repository.run(['review', 'main', '--fail-on', 'medium'])).status, 1);
    await repository.write({ 'okrs/b.strategy': 'goal b "Be first" { kind business }\n' });
    assert.deepEqual((await repository.run(['review', 'main', '--fail-on', 'high'])).status, 1);
  });

  it('fails where a file of head could not be read whole, unless it is none', async () => {
    const repository = await Repository.with(START);
    await repository.write({ 'okrs/b.strategy': 'goal "no name' });
    const incomplete = await repository.run(['review', 'main', '--fail-on', 'high']);
    assert.equal(incomplete.status, 1);
    assert.match(incomplete.out, /^incomplete, /);
    assert.equal((await repository.run(['review', 'main'])).status, 0);
  });

  it('does not fail where only base could not be read whole', async () => {
    const repository = await Repository.with({ ...START, 'okrs/b.strategy': 'goal "no name' });
    await repository.write({ 'okrs/b.strategy': '' });
    const { status, out } = await repository.run(['review', 'main', '--fail-on', 'high', '--format', 'json']);
    assert.deepEqual({ status, complete: reviewIn(out).complete }, { status: 0, complete: true });
  });

  it('says a risk as the settings do', async () => {
    const repository = await Repository.with({ ...START, 'throughline.json': '{ "asOf": "2026-03-01", "review": { "retitled": "high" } }' });
    await repository.write({ 'okrs/a.strategy': ALIGNED.replace(...RETITLED) });
    assert.equal((await repository.run(['review', 'main', '--fail-on', 'high'])).status, 1);
  });

  it('writes the whole report before it fails', async () => {
    const repository = await changed(LOWERED);
    for (const format of ['pretty', 'markdown', 'json', 'github']) {
      const [passing, failing] = [await repository.run(['review', 'main', '--format', format]), await repository.run(['review', 'main', '--format', format, '--fail-on', 'low'])];
      if (format !== 'github') assert.equal(failing.out, passing.out);
      assert.deepEqual([passing.status, failing.status], [0, 1]);
    }
  });
});

describe('throughline review --accept', () => {
  async function printOf(repository: Repository): Promise<string> {
    return (await repository.review(['main'])).changes[0]?.fingerprint ?? '';
  }

  it('lets an accepted change pass, and shows why', async () => {
    const repository = await changed(LOWERED);
    const print = await printOf(repository);
    await repository.write({ 'accepted.txt': `# By the board\n\n${print} Agreed with the board on Monday\r\n` });
    const { status, out, error } = await repository.run(['review', 'main', '--accept', 'accepted.txt', '--fail-on', 'low', '--format', 'json']);
    assert.deepEqual({ status, error }, { status: 0, error: '' });
    const review = reviewIn(out);
    assert.deepEqual([review.changes[0]?.accepted, review.summary.accepted, review.summary.worst], ['Agreed with the board on Monday', 1, null]);
    for (const format of ['pretty', 'markdown', 'github']) {
      assert.match((await repository.run(['review', 'main', '--accept', 'accepted.txt', '--format', format])).out, /Agreed with the board on Monday/, format);
    }
  });

  it('reads standard input', async () => {
    const repository = await changed(LOWERED);
    const { status } = await repository.run(['review', 'main', '--accept', '-', '--fail-on', 'high'], { input: `${await printOf(repository)} Agreed` });
    assert.equal(status, 0);
  });

  it('never covers a later edit', async () => {
    const repository = await changed(LOWERED);
    const print = await printOf(repository);
    await repository.write({ 'okrs/a.strategy': ALIGNED.replace(MEASURE, 'from 18% to 25%') });
    const { status, error } = await repository.run(['review', 'main', '--accept', '-', '--fail-on', 'high'], { input: `${print} Agreed\n` });
    assert.deepEqual({ status, error }, { status: 1, error: `throughline: standard input:1: ${print} accepts no change of this review\n` });
  });

  it('covers the same change after the text around it has moved, and by another day', async () => {
    const repository = await changed(LOWERED);
    const print = await printOf(repository);
    await repository.write({ 'okrs/a.strategy': null, 'plans/b.strategy': `// Moved here.\n\n${ALIGNED.replace(...LOWERED)}` });
    const args = ['review', 'main', '--accept', '-', '--fail-on', 'high', '--as-of', '2026-04-01'];
    assert.deepEqual(await repository.run(args, { input: `${print} Agreed` }).then(({ status, error }) => ({ status, error })), { status: 0, error: '' });
  });

  it('names every unused line on standard error, and goes on', async () => {
    const repository = await changed(LOWERED);
    await repository.write({ 'a\u001b.txt': '000000000000 Not this\n111111111111 Nor that\n' });
    const { status, error, out } = await repository.run(['review', 'main', '--accept', 'a\u001b.txt', '--format', 'json']);
    assert.equal(status, 0);
    assert.equal(error, 'throughline: a␛.txt:1: 000000000000 accepts no change of this review\nthroughline: a␛.txt:2: 111111111111 accepts no change of this review\n');
    assert.equal(reviewIn(out).summary.accepted, 0);
  });

  for (const [text, why] of [
    ['a41f09c2be77\n', 'accepted.txt:1: expected the reason for which a41f09c2be77 is accepted after it'],
    ['\nthe board agreed\n', 'accepted.txt:2: expected the fingerprint of a change, 12 hexadecimal digits, and the reason for which it is accepted'],
  ] as const) {
    it(`refuses the line ${JSON.stringify(text)}`, async () => {
      const repository = await changed(LOWERED);
      await repository.write({ 'accepted.txt': text });
      assert.deepEqual(await repository.run(['review', 'main', '--accept', 'accepted.txt']), { status: 2, out: '', error: `throughline: ${why}\n` });
    });
  }

  it('says so where the file is not there, or no text', async () => {
    const repository = await changed(LOWERED);
    assert.deepEqual(await repository.run(['review', 'main', '--accept', 'nowhere.txt']), { status: 2, out: '', error: 'throughline: nowhere.txt: no such file or folder\n' });
    await repository.write({ 'bytes.txt': new Uint8Array([0xff]) });
    assert.deepEqual(await repository.run(['review', 'main', '--accept', 'bytes.txt']), { status: 2, out: '', error: 'throughline: bytes.txt: is not UTF-8; save it as UTF-8\n' });
  });
});

describe('throughline review --format json', () => {
  it('gives the document that review.md describes', async () => {
    const repository = await changed(LOWERED, NOW);
    await repository.write({ 'okrs/b.strategy': BROKEN.replace('18% to 35%', '18% to 30%') });
    const review = await repository.review(['main']);
    assert.deepEqual(Object.keys(review), ['version', 'asOf', 'complete', 'base', 'head', 'summary', 'changes', 'findings', 'scores', 'unreadable', 'notes']);
    assert.deepEqual([review.version, review.asOf, review.complete], [1, '2026-03-01', true]);
    assert.deepEqual(changesIn(review), ['high target-lowered self-serve."More trial teams deploy in week one"', 'medium objective-added lost', 'info now-changed self-serve."Onboarding stays reliable"']);
    const [lowered] = review.changes;
    assert.deepEqual({ ...lowered, effects: [] }, {
      fingerprint: lowered?.fingerprint, kind: 'target-lowered', risk: 'high', root: '.',
      subject: { type: 'kr', id: 'self-serve."More trial teams deploy in week one"', title: 'More trial teams deploy in week one', was: null, objective: 'self-serve', goals: ['win'], owners: ['growth'] },
      property: 'measure', before: '35%', after: '30%', delta: { value: -5, unit: 'pp' },
      base: { file: 'okrs/a.strategy', range: { start: { line: 23, character: 35 }, end: { line: 23, character: 38 } } },
      head: { file: 'okrs/a.strategy', range: { start: { line: 23, character: 35 }, end: { line: 23, character: 38 } } },
      effects: [], confidence: null, becomes: null, accepted: null, message: lowered?.message,
    });
    assert.match(lowered?.fingerprint ?? '', /^[0-9a-f]{12}$/);
    assert.deepEqual(review.findings.introduced.map(({ code, side, file, subject }) => ({ code, side, file, subject: subject?.id })), [
      { code: 'unknown-reference', side: 'head', file: 'okrs/b.strategy', subject: 'lost' },
    ]);
    assert.deepEqual(review.scores.map(({ type, id }) => `${type} ${id}`), ['goal win', 'objective self-serve']);
  });

  it('is the same byte for byte in every run', async () => {
    const repository = await changed(LOWERED, RETITLED, NOW, EVIDENCE);
    const runs = await Promise.all([1, 2, 3].map(() => repository.run(['review', 'main', '--format', 'json'])));
    assert.equal(new Set(runs.map(({ out }) => out)).size, 1);
  });

  it('lists what could not be read, on either side', async () => {
    const repository = await Repository.with({ ...START, 'okrs/b.strategy': 'goal b "Be first" {\n' });
    await repository.write({ 'okrs/b.strategy': 'goal b "Be first" { kind business owner growth }\n', 'okrs/a.strategy': ALIGNED.replace('supports win', 'supports ,,') });
    const review = await repository.review(['main']);
    assert.deepEqual(review.unreadable.map(({ side, file }) => `${side} ${file}`), ['base okrs/b.strategy', 'head okrs/a.strategy']);
    assert.equal(review.complete, false);
  });
});

describe('the built command', () => {
  it('reviews, with its status and formats', async () => {
    const repository = await changed(LOWERED);
    const { status, out, error } = await repository.folder.throughline(['review', 'main', '--format', 'json', '--fail-on', 'high']);
    assert.deepEqual({ status, error }, { status: 1, error: '' });
    assert.deepEqual(changesIn(reviewIn(out)), ['high target-lowered self-serve."More trial teams deploy in week one"']);
    const refused = await repository.folder.throughline(['review', 'nowhere']);
    assert.deepEqual([refused.status, refused.out], [2, '']);
    assert.match(refused.error, /^throughline: there is no revision 'nowhere'/);
  });

  it('reads accepted changes from a pipe, and writes to one that is closed early', async () => {
    const repository = await changed(LOWERED);
    const print = (await repository.review(['main'])).changes[0]?.fingerprint ?? '';
    const piped = await repository.folder.shell(`echo "${print} Agreed" | $THROUGHLINE review main --fail-on high --accept - | head -1`);
    assert.deepEqual({ status: piped.status, out: piped.out, error: piped.error }, { status: 0, out: '1 promise weakened.\n', error: '' });
  });

  it('explains itself', async () => {
    const { status, out } = await (await Repository.with(START)).run(['review', '--help']);
    assert.equal(status, 0);
    for (const part of ['BASE', 'HEAD', '--format', '--fail-on', '--accept', '--direct', '--as-of', 'Exit status']) assert.ok(out.includes(part), part);
  });
});
