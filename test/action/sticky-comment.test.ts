import assert from 'node:assert/strict';
import { GitHubApi } from '../../server/action/github-api.ts';
import { updateComment, type CommentOutcome } from '../../server/action/sticky-comment.ts';
import { GitHubServer, RECORDED, TOKEN } from './github-server.ts';

const MARKER = '<!-- throughline review -->';
const COMMENTS = '/repos/acme/strategy/issues/7/comments';

describe('the comment of a pull request', () => {
  let server: GitHubServer;
  let waits: number[];
  beforeEach(async () => {
    server = await GitHubServer.start();
    waits = [];
  });
  afterEach(async () => { await server.stop(); });

  const api = (): GitHubApi => new GitHubApi({ url: `${server.url}/`, token: TOKEN, wait: async (seconds) => waits.push(seconds) });
  const update = async (body: string, { wanted = true } = {}): Promise<CommentOutcome> => (
    updateComment(api(), { owner: 'acme', repository: 'strategy', number: 7 }, MARKER, `${MARKER}\n${body}`, wanted)
  );
  const url = (id: number): string => `https://github.example/acme/strategy/pull/7#issuecomment-${id}`;

  it('is made where there is none', async () => {
    server.addComment('Looks good to me', { login: 'jonas', type: 'User' });
    assert.deepEqual(await update('1 promise weakened.'), { done: 'created', url: url(1002) });
    assert.equal(server.comments[1]?.body, `${MARKER}\n1 promise weakened.`);
    assert.deepEqual(server.calls, [`GET ${COMMENTS}?per_page=100&page=1`, `POST ${COMMENTS}`]);
    assert.deepEqual(new Set(server.asked.map(({ authorization }) => authorization)), new Set([`Bearer ${TOKEN}`]));
  });

  it('is changed where it is there', async () => {
    server.addComment(`${MARKER}\nNo promise is weakened.`);
    assert.deepEqual(await update('1 promise weakened.'), { done: 'updated', url: url(1001) });
    assert.deepEqual(server.comments.map(({ body }) => body), [`${MARKER}\n1 promise weakened.`]);
  });

  it('is left alone where nothing changed, whatever line ends GitHub gives back', async () => {
    server.addComment(`${MARKER}\r\nNo promise is weakened.\r\n`);
    assert.deepEqual(await update('No promise is weakened.\n'), { done: 'unchanged', url: url(1001) });
    assert.ok(server.asked.every(({ method }) => method === 'GET'));
  });

  it('is found on the third page', async () => {
    for (let index = 0; index < 230; index += 1) server.addComment(`Comment ${index}`, { login: 'maya', type: 'User' });
    const { id } = server.addComment(`${MARKER}\nOld`);
    assert.deepEqual(await update('New'), { done: 'updated', url: url(id) });
    assert.deepEqual(server.calls.slice(0, 3), [1, 2, 3].map((page) => `GET ${COMMENTS}?per_page=100&page=${page}`));
  });

  it('is not made where it is not wanted, and changed where it is there', async () => {
    assert.deepEqual(await update('No change in meaning.', { wanted: false }), { done: 'none' });
    server.addComment(`${MARKER}\n1 promise weakened.`);
    assert.deepEqual(await update('No change in meaning.', { wanted: false }), { done: 'updated', url: url(1001) });
  });

  it('of somebody else who writes the marker is not ours', async () => {
    server.addComment(`${MARKER}\nAll is well, merge it`, { login: 'mallory', type: 'User' });
    assert.deepEqual(await update('1 promise weakened.'), { done: 'created', url: url(1002) });
    assert.equal(server.comments[0]?.body, `${MARKER}\nAll is well, merge it`);
  });

  it('is ours by name where the token is a person\'s', async () => {
    server.user = 'strategy-team';
    server.addComment(`${MARKER}\nOld`, { login: 'other-tool[bot]', type: 'Bot' });
    const { id } = server.addComment(`${MARKER}\nOld`, { login: 'strategy-team', type: 'User' });
    assert.deepEqual(await update('New'), { done: 'updated', url: url(id) });
  });

  it('that quotes the marker further down is not ours', async () => {
    server.addComment(`> ${MARKER}\n> quoted`);
    assert.equal((await update('New')).done, 'created');
  });

  for (const [what, status, body, reason] of [
    ['a token that may not write (403)', 403, RECORDED.forbidden, 'GitHub answered 403: Resource not accessible by integration'],
    ['a pull request that is gone (404)', 404, RECORDED.notFound, 'GitHub answered 404: Not Found'],
    ['a body that it does not take (422)', 422, RECORDED.tooLong, 'GitHub answered 422: Validation Failed (Body is too long (maximum is 65536 characters))'],
    ['a token that is none (401)', 401, RECORDED.badCredentials, 'GitHub answered 401: Bad credentials'],
  ] as const) {
    it(`is refused for ${what}, and not asked for again`, async () => {
      server.script({ method: 'POST', status, body });
      assert.deepEqual(await update('New'), { done: 'refused', status, reason });
      assert.equal(server.asked.filter(({ method }) => method === 'POST').length, 1);
    });
  }

  it('waits as long as GitHub asks, and tries again', async () => {
    server.script({ method: 'POST', status: 403, headers: { 'retry-after': '60' }, body: RECORDED.secondaryLimit });
    assert.equal((await update('New')).done, 'created');
    assert.deepEqual(waits, [60]);
    assert.equal(server.comments.length, 1);
  });

  it('waits until the rate limit is reset, and tries again', async () => {
    const reset = String(Math.ceil(Date.now() / 1000) + 30);
    server.script({ method: 'GET', status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, body: RECORDED.rateLimit });
    assert.equal((await update('New')).done, 'created');
    assert.equal(waits.length, 1);
  });

  it('does not wait for an hour', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 3600);
    server.script({ method: 'GET', status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, body: RECORDED.rateLimit });
    const outcome = await update('New');
    assert.ok(outcome.done === 'refused');
    assert.match(outcome.reason, /^GitHub answered 403: API rate limit exceeded for installation ID 1\. \(it asks to wait 3[56]\d\d seconds\)$/);
    assert.deepEqual(waits, []);
  });

  it('is asked for again after a failure of the server or the network', async () => {
    server.addComment(`${MARKER}\nOld`);
    server.script({ method: 'GET', path: /comments/, status: 502, body: '<html>Bad gateway</html>' }, { method: 'PATCH', status: 'reset' });
    assert.equal((await update('New')).done, 'updated');
    assert.deepEqual(waits, [1, 1]);
  });

  it('is given up after four tries', async () => {
    server.script(...Array.from({ length: 5 }, () => ({ method: 'GET', status: 500, body: null })));
    assert.deepEqual(await update('New'), { done: 'refused', status: 500, reason: 'GitHub answered 500' });
    assert.deepEqual([waits, server.asked.length], [[1, 2, 4], 4]);
  });

  it('is never made twice, though the answer to the first try was lost', async () => {
    server.script({ method: 'POST', status: 'reset', after: true });
    assert.deepEqual(await update('New'), { done: 'created', url: url(1001) });
    assert.equal(server.comments.length, 1);
  });

  it('is made by a second try where the first did nothing', async () => {
    server.script({ method: 'POST', status: 503, body: { message: 'Service unavailable' } });
    assert.equal((await update('New')).done, 'created');
    assert.equal(server.comments.length, 1);
  });

  it('is refused where GitHub cannot be reached', async () => {
    const unreachable = new GitHubApi({ url: 'http://127.0.0.1:1', token: TOKEN, wait: async () => undefined });
    const outcome = await updateComment(unreachable, { owner: 'acme', repository: 'strategy', number: 7 }, MARKER, 'x', true);
    assert.ok(outcome.done === 'refused' && outcome.status === null);
    assert.match(outcome.reason, /^GitHub could not be reached: /);
  });

  it('is refused where the answer is no JSON', async () => {
    server.script({ method: 'GET', status: 200, body: '<html>A proxy of your company</html>' });
    assert.deepEqual(await update('New'), { done: 'refused', status: 200, reason: 'GitHub answered with something that is no JSON' });
  });

  it('tells no secret, though the server sends it back', async () => {
    server.script({ method: 'POST', status: 403, body: { message: `Bad token ${TOKEN}` } });
    assert.deepEqual(await update('New'), { done: 'refused', status: 403, reason: 'GitHub answered 403: Bad token ***' });
  });

  it('sends the token to no other host that an answer names', async () => {
    const other = await GitHubServer.start();
    for (let index = 0; index < 100; index += 1) server.addComment(`Comment ${index}`);
    server.script({ method: 'GET', status: 200, headers: { link: `<${other.url}/steal>; rel="next"` }, body: [] });
    await update('New');
    await other.stop();
    assert.deepEqual(other.asked, []);
  });
});
