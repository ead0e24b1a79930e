import assert from 'node:assert/strict';
import { github } from '../../server/cli/review/github.ts';
import { pretty } from '../../server/cli/review/pretty.ts';
import { coloured } from '../../server/cli/style.ts';
import type { FailOn } from '../../server/review/failing.ts';
import type { Change, Location, Review } from '../../server/review/review.ts';
import { reviewed } from '../review/reviewed.ts';
import { ALIGNED, removeFolders, SETTINGS } from './command.ts';
import { HOSTILE } from './report.ts';
import { Repository } from './repository.ts';

afterEach(removeFolders);

const replaced = (...changes: readonly (readonly [string, string])[]): string => changes.reduce((text, [from, to]) => text.replace(from, to), ALIGNED);
const START: Readonly<Record<string, string>> = { 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED };

/** A review with this change so many times, with other ids. */
function many(review: Review, counts: readonly (readonly [number, Partial<Change>])[]): Review {
  const [change] = review.changes;
  assert.ok(change !== undefined);
  return {
    ...review,
    changes: counts.flatMap(([count, parts]) => Array.from({ length: count }, (_, index): Change => ({ ...change, ...parts, message: `Change ${index}.`, fingerprint: String(index).padStart(12, '0') }))),
    findings: { introduced: [], fixed: [], silenced: [], gone: [] },
  };
}

const LOWERED = reviewed(ALIGNED, replaced(['18% to 35%', '18% to 30%']));

describe('throughline review --format github', () => {
  const lines = (review: Review, failOn: FailOn = 'none', anchors: ReadonlyMap<string, Location> = new Map()): readonly string[] => (
    [...github({ review, anchors, failOn, top: null }, (file) => `checkout/${file}`)].join('').trimEnd().split('\n')
  );

  it('stands on the changed line, as the host names the file, and ends with the verdict', () => {
    const [annotation = '', ...rest] = lines(LOWERED);
    assert.match(annotation, /^::warning file=checkout\/a\.strategy,line=24,endLine=24,col=36,endColumn=39,title=target-lowered::Target of .*35%25 to 30%25.*%0ARisk: high\. Fingerprint: [0-9a-f]{12}$/);
    assert.deepEqual(rest, ['1 promise weakened.']);
  });

  for (const [failOn, levels] of [['none', ['warning', 'notice', null]], ['high', ['error', 'notice', null]], ['medium', ['error', 'error', null]], ['low', ['error', 'error', 'error']]] as const) {
    it(`is an error for what makes the command fail: --fail-on ${failOn}`, () => {
      for (const [index, risk] of (['high', 'medium', 'low'] as const).entries()) {
        const [first = ''] = lines(many(LOWERED, [[1, { risk }]]), failOn);
        assert.equal(/^::(\w+) /.exec(first)?.[1] ?? null, levels[index], risk);
      }
    });
  }

  it('is no error for what is accepted', () => {
    assert.match(lines(many(LOWERED, [[1, { accepted: 'By the board' }]]), 'low')[0] ?? '', /^::warning .*%0ARisk: high, accepted: By the board$/);
  });

  it('has at most nine of each level and a tenth that counts the rest', () => {
    const written = lines(many(LOWERED, [[30, { risk: 'high' }], [10, { risk: 'medium' }], [9, { risk: 'low' }]]), 'none');
    const ofLevel = (level: string): readonly string[] => written.filter((line) => line.startsWith(`::${level} `));
    assert.deepEqual([ofLevel('error').length, ofLevel('warning').length, ofLevel('notice').length], [0, 10, 10]);
    assert.equal(ofLevel('warning')[9], '::warning title=review::21 more like these; throughline review lists them all.');
    assert.equal(ofLevel('notice')[9], '::notice title=review::1 more like these; throughline review lists them all.');
    assert.equal(lines(many(LOWERED, [[9, { risk: 'low' }]]), 'low').filter((line) => line.startsWith('::error ')).length, 9);
  });

  it('tells of introduced findings: an error counts as high, a warning as medium', () => {
    const review = { ...reviewed(ALIGNED, `${ALIGNED}goal b "Be first" { owner growth }\n`), changes: [] };
    const told = (failOn: FailOn): readonly string[] => lines(review, failOn).map((line) => /^::(\w+) .*title=([\w-]+)/.exec(line)?.slice(1).join(' ') ?? '');
    assert.deepEqual(told('none'), ['notice unmeasured-goal', 'notice unsupported-goal', '']);
    assert.deepEqual(told('medium'), ['error unmeasured-goal', 'error unsupported-goal', '']);
    const broken = { ...reviewed(ALIGNED, replaced(['supports win', 'supports nothing'])), changes: [] };
    assert.match(lines(broken)[0] ?? '', /^::warning .*title=unknown-reference::/);
    assert.match(lines(broken, 'high')[0] ?? '', /^::error .*title=unknown-reference::/);
  });

  it('tells what could not be read where that makes the command fail', () => {
    const review = { ...reviewed(ALIGNED, `${ALIGNED}goal "x {\n`), changes: [], findings: LOWERED.findings };
    assert.doesNotMatch(lines(review)[0] ?? '', /^::/);
    assert.match(lines(review, 'high')[0] ?? '', /^::error file=checkout\/a\.strategy,.*title=unreadable::/);
  });

  it('puts what was removed on its parent\'s name in head', async () => {
    const repository = await Repository.with(START);
    await repository.write({ 'okrs/a.strategy': `\n${replaced(['  kr "Onboarding stays reliable" keep at most 0.5% now 0.4%\n', ''])}` });
    const { out } = await repository.run(['review', 'main', '--format', 'github']);
    assert.match(out, /^::warning file=okrs\/a\.strategy,line=19,endLine=19,col=11,endColumn=21,title=kr-removed::/m);
    await repository.write({ 'okrs/a.strategy': ALIGNED.slice(0, ALIGNED.indexOf('objective ')) });
    const removed = await repository.run(['review', 'main', '--format', 'github']);
    assert.match(removed.out, /^::warning file=okrs\/a\.strategy,line=11,endLine=11,col=6,endColumn=9,title=objective-removed::/m);
  });

  it('names files relative to the checkout, wherever the command runs', async () => {
    const repository = await Repository.with(START);
    await repository.write({ 'okrs/a.strategy': replaced(['18% to 35%', '18% to 30%']) });
    const { out } = await repository.run(['review', 'main', '--format', 'github'], { in: 'okrs', environment: { GITHUB_WORKSPACE: `${repository.path}/..` } });
    assert.ok(out.startsWith(`::warning file=${repository.path.split('/').at(-1) ?? ''}/okrs/a.strategy,line=24,`), out);
  });

  it('forges no command, whatever a strategy says', () => {
    const place = { file: HOSTILE, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } };
    const review = many(LOWERED, [[1, { head: place, accepted: HOSTILE, kind: HOSTILE }]]);
    const written = lines({ ...review, changes: review.changes.map((change) => ({ ...change, message: HOSTILE })) });
    assert.equal(written.length, 2);
    assert.match(written[0] ?? '', /^::warning file=[^:,]*,line=1,endLine=1,col=1,endColumn=2,title=[^:,]*::/);
    assert.doesNotMatch(written.join(''), /[\p{Cc}\u202e]/u);
  });
});

describe('throughline review --format pretty', () => {
  const page = (review: Review): string => [...pretty({ review, anchors: new Map(), failOn: 'none', top: null })].join('');

  it('shows what matters first: verdict, then changes by risk with who owns them and what follows', () => {
    const review = reviewed(ALIGNED, replaced(['18% to 35%', '18% to 30%'], ['Win the mid-market', 'Win every mid-market'], ['now 0.4%', 'now 0.3%']));
    assert.equal(page(review).replace(/(?<=:\d+:)\d+ · [0-9a-f]{12}/g, 'COLUMN'), `1 promise weakened.
main → work tree, as of 2026-03-01

High risk (1)
  ● Target of 'More trial teams deploy in week one' lowered from 35% to 30%, 5pp of the 17pp promised.
      owner growth · serves win
      then score of 'Teams start without talking to us' (self-serve): 24% → 33%
      a.strategy:24:COLUMN

Medium risk (1)
  ● Goal win retitled from "Win the mid-market" to "Win every mid-market".
      owner growth
      a.strategy:11:COLUMN

For information (1)
  · Current value of 'Onboarding stays reliable': 0.4% became 0.3%. a.strategy:27:COLUMN

Scores (2)
  goal 'Win every mid-market' (win)  24% → 33%  (0 by progress, +9 by what is measured)  on track
  objective 'Teams start without talking to us' (self-serve)  24% → 33%  (0 by progress, +9 by what is measured)  on track

3 changes: 1 high, 1 medium, 1 info.
`);
  });

  it('tells findings that are introduced, silenced and mended, with what brought them', () => {
    const ownerless = replaced(['  owner    growth\n', '']);
    const introduced = reviewed(ALIGNED, ownerless);
    assert.match(page(introduced), /\nFindings that this brings \(1\)\n {2}error\[missing-owner\]: .*\n {6}a\.strategy:18:11 · by [0-9a-f]{12}\n/);
    assert.match(page(reviewed(ownerless, ALIGNED)), /\nMended \(1\)\n {2}error\[missing-owner\]: /);
    assert.match(page(reviewed(ownerless, ownerless.replace('objective self', '// throughline-ignore missing-owner: soon\nobjective self'))), /\nSilenced, not mended \(1\)\n/);
    assert.match(page(reviewed(ownerless, ownerless.replace('  period   FY26-Q1\n\n', '  period   FY26-Q1\n  status draft\n\n'))), /\n1 finding is gone with what it was about, or with its meaning\.\n/);
  });

  it('tells what could not be compared, and what it may hide', () => {
    const review = reviewed({ 'a.strategy': ALIGNED, 'b.strategy': 'goal b "Be first" { owner growth kind business }\n' }, { 'a.strategy': ALIGNED, 'b.strategy': 'goal "Be first\n' });
    assert.match(page(review), /\nNot compared \(1\)\n {2}head: .*\n {6}b\.strategy:1:\d+\n {6}may hide b\n/);
  });

  it('is in colours where they are wanted, and sends nothing of a strategy to the terminal', () => {
    const hostile = { ...LOWERED, changes: LOWERED.changes.map((change) => ({ ...change, message: HOSTILE, before: HOSTILE, accepted: HOSTILE, subject: { ...change.subject, owners: [HOSTILE] }, effects: [{ subject: { ...change.subject, title: HOSTILE }, what: 'score', before: HOSTILE, after: null }] })), notes: [HOSTILE] };
    const plain = page(hostile);
    assert.doesNotMatch(plain.replaceAll('\n', ''), /[\p{Cc}\p{Cs}\u202e]/u);
    const painted = [...pretty({ review: hostile, anchors: new Map(), failOn: 'none', top: null }, { paint: coloured })].join('');
    // eslint-disable-next-line no-control-regex -- Colours are control characters.
    assert.equal(painted.replace(/\u001b\[\d+m/g, ''), plain);
    assert.notEqual(painted, plain);
  });
});
