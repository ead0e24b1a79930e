import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALIGNED, BROKEN, removeFolders, SETTINGS } from '../command/command.ts';
import { GitHubServer, RECORDED, TOKEN } from './github-server.ts';
import { PullRequestRun } from './running.ts';

const MARKER = '<!-- throughline-review -->';
const BASE = { 'throughline.json': SETTINGS, 'okrs/growth.strategy': ALIGNED };
const LOWERED = { 'okrs/growth.strategy': ALIGNED.replace('from 18% to 35%', 'from 18% to 30%') };

describe('the GitHub Action', () => {
  let server: GitHubServer;
  beforeEach(async () => { server = await GitHubServer.start(); });
  afterEach(async () => {
    await server.stop();
    await removeFolders();
  });

  it('says on the pull request what a change means', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED);
    const { status, log, summary, outputs, annotations } = await pullRequest.run(server);
    assert.equal(status, 0, log);
    const [comment] = server.comments;
    assert.ok(comment !== undefined && comment.body.startsWith(`${MARKER}\n\n**1 promise weakened.`), comment?.body);
    assert.ok(comment.body.includes('https://github.example/acme/strategy/pull/7/files#diff-'));
    assert.ok(comment.body.includes('Throughline-accept: FINGERPRINT reason'));
    assert.ok(summary.includes('**1 promise weakened.') && summary.includes('## Check'));
    assert.match(annotations.join('\n'), /^::warning file=okrs\/growth\.strategy,line=\d+.*title=target-lowered::/m);
    const { 'review-file': file = '', ...rest } = outputs;
    assert.deepEqual(rest, {
      'verdict': '1 promise weakened.', 'worst': 'high', 'changes': '1', 'high': '1', 'complete': 'true', 'errors': '0', 'warnings': '0',
      'comment-url': 'https://github.example/acme/strategy/pull/7#issuecomment-1001',
    });
    const review = JSON.parse(await readFile(file, 'utf8')) as { readonly base: { readonly given: string }; readonly changes: readonly { readonly kind: string }[] };
    assert.deepEqual([review.base.given, review.changes.map(({ kind }) => kind)], ['main', ['target-lowered']]);
  });

  it('keeps its one comment up to date, and leaves it where nothing new is to be said', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED);
    await pullRequest.run(server);
    await pullRequest.run(server);
    assert.deepEqual(server.asked.map(({ method }) => method), ['GET', 'POST', 'GET', 'GET']);
    const { body } = server.comments[0] ?? { body: '' };
    server.comments.splice(0);
    server.addComment(`${MARKER}\nwhat it said before`);
    await pullRequest.run(server);
    assert.deepEqual(server.comments.map((comment) => comment.body), [body]);
  });

  it('says nothing on a pull request that touches no strategy', async () => {
    const pullRequest = await PullRequestRun.of(BASE, { 'src/main.ts': 'code\n' });
    const { status, outputs } = await pullRequest.run(server);
    assert.equal(status, 0);
    assert.deepEqual([server.comments, outputs.changes], [[], '0']);
  });

  it('says that nothing is left of what it said before', async () => {
    server.addComment(`${MARKER}\n\n**1 promise weakened.**`);
    await (await PullRequestRun.of(BASE, { 'src/main.ts': 'code\n' })).run(server);
    assert.match(server.comments[0]?.body ?? '', /No change in meaning/);
  });

  it('fails where it is asked to, and not for what a commit accepts', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED);
    const failed = await pullRequest.run(server, { 'fail-on': 'high' });
    assert.equal(failed.status, 1);
    assert.match(failed.annotations.join('\n'), /^::error file=okrs\/growth\.strategy.*title=target-lowered::/m);
    const [fingerprint = ''] = /[0-9a-f]{12}/.exec(failed.annotations.join('\n').slice(failed.annotations.join('\n').indexOf('Fingerprint'))) ?? [];
    const accepted = await PullRequestRun.of(BASE, LOWERED, `Lower the target\n\nThe board agreed.\n\nThroughline-accept: ${fingerprint} agreed by the board on 2026-02-19`);
    const passed = await accepted.run(server, { 'fail-on': 'high' });
    assert.equal(passed.status, 0, passed.log);
    assert.match(server.comments.at(-1)?.body ?? '', /agreed by the board on 2026-02-19/);
    const edited = await PullRequestRun.of(BASE, { 'okrs/growth.strategy': ALIGNED.replace('to 35%', 'to 20%') }, `Lower it\n\nThroughline-accept: ${fingerprint} agreed`);
    assert.equal((await edited.run(server, { 'fail-on': 'high' })).status, 1);
  });

  it('names a trailer that accepts nothing', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED, 'Lower\n\nThroughline-accept: all of it::error::x');
    const { annotations } = await pullRequest.run(server);
    assert.ok(annotations.some((line) => line.startsWith('::notice title=Throughline::The trailer \'Throughline-accept: all of it')), annotations.join('\n'));
    assert.ok(!annotations.some((line) => line.startsWith('::error')));
  });

  it('fails for an error in the strategy, and names it once', async () => {
    const pullRequest = await PullRequestRun.of(BASE, { 'okrs/lost.strategy': BROKEN });
    const { status, annotations, outputs } = await pullRequest.run(server);
    assert.equal(status, 1);
    assert.equal(outputs.errors, '1');
    const about = annotations.filter((line) => line.includes('unknown-reference'));
    assert.equal(about.length, 1, about.join('\n'));
    assert.match(about[0] ?? '', /^::error file=okrs\/lost\.strategy,line=2,/);
    assert.equal((await pullRequest.run(server, { check: 'false' })).status, 0);
  });

  it('from a fork cannot comment, says so, and says the rest in the summary', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED);
    pullRequest.fork = true;
    server.script({ method: 'POST', status: 403, body: RECORDED.forbidden });
    const { status, summary, annotations } = await pullRequest.run(server);
    assert.equal(status, 0);
    assert.ok(annotations.includes('::notice title=Throughline::This pull request comes from a fork, where a workflow may not write: the review is not a comment on it, and stands in the summary of this run.'), annotations.join('\n'));
    assert.match(summary, /^> This pull request comes from a fork[^]*\*\*1 promise weakened\./);
  });

  it('without a token says everything in the summary', async () => {
    const { status, summary } = await (await PullRequestRun.of(BASE, LOWERED)).run(server, { token: '' });
    assert.equal(status, 0);
    assert.match(summary, /There is no token[^]*\*\*1 promise weakened\./);
    assert.deepEqual(server.asked, []);
  });

  it('never fails because GitHub refuses, and names the permission', async () => {
    server.script({ method: 'POST', status: 403, body: RECORDED.forbidden });
    const { status, annotations } = await (await PullRequestRun.of(BASE, LOWERED)).run(server);
    assert.equal(status, 0);
    assert.ok(annotations.some((line) => line.startsWith('::notice') && line.includes('Give the job the permission `pull-requests: write`')));
  });

  it('never prints the token', async () => {
    server.script({ method: 'POST', status: 403, body: { message: `your token ${TOKEN} may not` } });
    const { log, summary, outputs } = await (await PullRequestRun.of(BASE, LOWERED)).run(server);
    assert.ok(!`${log}${summary}${JSON.stringify(outputs)}`.includes(TOKEN));
  });

  it('hands findings to code scanning where it is asked to', async () => {
    const pullRequest = await PullRequestRun.of(BASE, { 'okrs/lost.strategy': BROKEN });
    await pullRequest.run(server, { sarif: 'true' });
    const [upload] = server.sarifs;
    assert.deepEqual([upload?.ref, upload?.commit_sha], ['refs/pull/7/merge', await pullRequest.repository.git('rev-parse', 'HEAD')]);
    const log = JSON.parse(gunzipSync(Buffer.from(upload?.sarif ?? '', 'base64')).toString()) as { readonly version: string; readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[] };
    assert.deepEqual([log.version, log.runs[0]?.results.map(({ ruleId }) => ruleId)], ['2.1.0', ['unknown-reference']]);
  });

  it('says that code scanning refused, and goes on', async () => {
    server.script({ method: 'POST', path: /sarifs/, status: 403, body: RECORDED.forbidden });
    const { status, annotations } = await (await PullRequestRun.of(BASE, LOWERED)).run(server, { sarif: 'true' });
    assert.equal(status, 0);
    assert.ok(annotations.some((line) => line.includes('security-events: write')));
  });

  it('is fooled by no text of the strategy', async () => {
    const hostile = '\\n::error::owned ##[error]x <!-- throughline-review --> @everyone #1 ``` </details>';
    const pullRequest = await PullRequestRun.of(BASE, { 'okrs/growth.strategy': ALIGNED.replace('to 35%', 'to 30%').replace('More trial teams deploy in week one" {', `${hostile}" {`) });
    const { log, annotations } = await pullRequest.run(server);
    assert.ok(!annotations.some((line) => line.startsWith('::error')), log);
    assert.ok(!log.split('\n').some((line) => !line.startsWith('::') && line.includes('##[')), log);
    const { body } = server.comments[0] ?? { body: '' };
    assert.equal(body.split(MARKER).length, 2);
    assert.doesNotMatch(body, /(^|[^\\&])@everyone/);
  });

  it('runs nothing that the pull request brings', async () => {
    const pullRequest = await PullRequestRun.of(BASE, {
      ...LOWERED, '.gitattributes': '*.strategy diff=evil filter=evil\n', 'package.json': '{ "scripts": { "postinstall": "touch owned" } }\n', '.git-hook': '#!/bin/sh\ntouch owned\n',
    });
    const { git } = { git: pullRequest.repository.git.bind(pullRequest.repository) };
    for (const key of ['diff.evil.textconv', 'filter.evil.smudge', 'filter.evil.clean', 'core.fsmonitor', 'core.pager']) await git('config', key, 'sh -c "touch owned"');
    const { status } = await pullRequest.run(server);
    assert.equal(status, 0);
    await assert.rejects(readFile(`${pullRequest.repository.folder.path}/owned`));
  });

  it('looks at one strategy of several, each with its own comment', async () => {
    const two = { 'a/throughline.json': SETTINGS, 'a/a.strategy': ALIGNED, 'b/throughline.json': SETTINGS, 'b/b.strategy': ALIGNED };
    const pullRequest = await PullRequestRun.of(two, { 'a/a.strategy': LOWERED['okrs/growth.strategy'], 'b/b.strategy': LOWERED['okrs/growth.strategy'] });
    const { annotations } = await pullRequest.run(server, { path: 'a' });
    await pullRequest.run(server, { path: 'b' });
    assert.deepEqual(server.comments.map(({ body }) => body.split('\n')[0]), ['<!-- throughline-review a -->', '<!-- throughline-review b -->']);
    assert.ok(annotations.every((line) => line.includes('file=a/a.strategy')), annotations.join('\n'));
  });

  it('says what is missing in a shallow clone', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED);
    const { path } = pullRequest.repository.folder;
    await pullRequest.repository.git('clone', '-q', '--depth', '1', '--no-local', `file://${path}`, 'shallow');
    const { status, annotations, summary } = await pullRequest.run(server, {}, { GITHUB_WORKSPACE: `${path}/shallow` });
    assert.equal(status, 1);
    assert.deepEqual(annotations, ['::error title=Throughline::the commit that this pull request is compared with is not here; give actions/checkout `fetch-depth: 0`']);
    assert.match(summary, /could not do its work/);
  });

  it('needs no more history than the two parents of the merge', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED);
    const { path } = pullRequest.repository.folder;
    await pullRequest.repository.git('clone', '-q', '--depth', '2', '--no-local', `file://${path}`, 'shallow');
    const { status, outputs, log } = await pullRequest.run(server, {}, { GITHUB_WORKSPACE: `${path}/shallow` });
    assert.deepEqual([status, outputs.verdict], [0, '1 promise weakened.'], log);
  });

  it('leaves out what others merged where the branch itself is checked out', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED);
    const { repository } = pullRequest;
    await repository.git('checkout', '-q', 'main');
    await repository.commit('Others', { 'okrs/other.strategy': 'objective other "Other" {\n  supports win\n}\n' }, '2026-02-22');
    await repository.git('checkout', '-q', 'change');
    const { outputs, log } = await pullRequest.run(server, { check: 'false' });
    assert.deepEqual([outputs.verdict, outputs.changes], ['1 promise weakened.', '1'], log);
  });

  it('says that nothing is checked out', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED);
    const nowhere = await mkdtemp(join(tmpdir(), 'throughline-'));
    const ran = await pullRequest.run(server, {}, { GITHUB_WORKSPACE: nowhere });
    await rm(nowhere, { recursive: true });
    assert.deepEqual([ran.status, ran.annotations], [1, ['::error title=Throughline::there is no checked-out repository here; put a step with actions/checkout before this one']]);
  });

  it('checks alone where there is no pull request, and reviews where a base is named', async () => {
    const pullRequest = await PullRequestRun.of(BASE, LOWERED);
    const push = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: '' };
    const checked = await pullRequest.run(server, {}, push);
    assert.deepEqual([checked.status, checked.outputs.verdict, checked.outputs.errors], [0, '', '0']);
    const reviewed = await pullRequest.run(server, { base: 'main' }, push);
    assert.deepEqual([reviewed.outputs.verdict, server.asked], ['1 promise weakened.', []]);
    assert.match(reviewed.summary, /https:\/\/github\.example\/acme\/strategy\/blob\/[0-9a-f]{40}\/okrs\/growth\.strategy#L/);
  });

  for (const [name, value, expected] of [
    ['fail-on', 'everything', 'the input \'fail-on\' must be high, medium, low, none'],
    ['check', 'perhaps', 'the input \'check\' must be true or false'],
    ['as-of', 'tomorrow', 'the input \'as-of\' must be a date such as 2026-03-31'],
    ['max-warnings', '-1', 'the input \'max-warnings\' must be a number such as 0 or 10'],
    ['path', '../..', 'the input \'path\' leads out of the workspace: ../..'],
  ] as const) {
    it(`refuses ${name}: ${value}`, async () => {
      const { status, annotations } = await (await PullRequestRun.of(BASE, LOWERED)).run(server, { [name]: value });
      assert.deepEqual([status, annotations], [1, [`::error title=Throughline::${expected}`]]);
    });
  }
});
