import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { viewRequest, type ViewAnswer, type ViewParams } from '../../server/preview-protocol.ts';
import { reviewBaseRequest, reviewRequest, type ReviewAnswer, type ReviewBase } from '../../server/review-protocol.ts';
import { NO_FILTER } from '../../server/views/view.ts';
import { Editor } from './editor.ts';

const SETTINGS = '{ "asOf": "2026-03-01" }';
const GOAL = 'goal win "Win the mid-market" {\n  kind business\n  owner maya\n}\n\nperson maya "Maya"\n';
const BEFORE = 'objective grow "Companies find us" {\n  owner maya\n  period 2026-Q1\n  supports win\n\n  kr trials "More trials" from 10 to 40\n}\n';
const AFTER = BEFORE.replace('to 40', 'to 30');

let editor: Editor;
/** The base as a client tells it: what it has of files that are different on the disk. */
function baseOf(files: Readonly<Record<string, string | null>>): ReviewBase {
  const uri = (path: string): string => pathToFileURL(`${editor.disk}/${path}`).toString();
  return {
    folder: pathToFileURL(editor.disk).toString(), given: 'main', commit: null,
    files: Object.entries(files).map(([path, text]) => ({ uri: uri(path), base64: text === null ? null : Buffer.from(text).toString('base64') })),
  };
}

async function reviewed(): Promise<readonly string[] | null> {
  const answer = await editor.connection.sendRequest<ReviewAnswer | null>(reviewRequest);
  return answer === null ? null : answer.review.changes.map(({ kind, subject, before, after }) => `${kind} ${subject.id} ${before ?? ''} > ${after ?? ''}`);
}

describe('a review in an editor', () => {
  afterEach(() => editor.end());

  it('compares what is there with the base that the client read', async () => {
    editor = await Editor.open({ 'throughline.json': SETTINGS, 'goals.strategy': GOAL, 'okrs/a.strategy': AFTER });
    assert.equal(await reviewed(), null);
    await editor.connection.sendRequest(reviewBaseRequest, baseOf({ 'okrs/a.strategy': BEFORE }));
    assert.deepEqual(await reviewed(), ['target-lowered grow.trials 40 > 30']);
  });

  it('knows edits before they are saved, and keeps its base while files are written', async () => {
    editor = await Editor.open({ 'throughline.json': SETTINGS, 'goals.strategy': GOAL, 'okrs/a.strategy': BEFORE });
    await editor.connection.sendRequest(reviewBaseRequest, baseOf({}));
    assert.deepEqual(await reviewed(), []);
    await editor.show('okrs/a.strategy', BEFORE);
    await editor.type('okrs/a.strategy', AFTER);
    assert.deepEqual(await reviewed(), ['target-lowered grow.trials 40 > 30']);
    await editor.write('okrs/a.strategy', AFTER);
    assert.deepEqual(await reviewed(), ['target-lowered grow.trials 40 > 30']);
  });

  it('tells what is new since the base and what is gone', async () => {
    editor = await Editor.open({ 'throughline.json': SETTINGS, 'goals.strategy': GOAL, 'okrs/a.strategy': BEFORE });
    const gone = BEFORE.replace('grow', 'gone').replace('Companies find us', 'Partners sell for us').replace('trials "More trials" from 10 to 40', 'signed "Partners signed" from 1 to 8');
    await editor.connection.sendRequest(reviewBaseRequest, baseOf({ 'okrs/a.strategy': null, 'okrs/b.strategy': gone }));
    const kinds = (await reviewed())?.map((change) => change.split(' ').slice(0, 2).join(' '));
    assert.deepEqual(kinds, ['objective-removed gone', 'objective-added grow']);
  });

  it('marks in the map what changed, as long as it lasts', async () => {
    editor = await Editor.open({ 'throughline.json': SETTINGS, 'goals.strategy': GOAL, 'okrs/a.strategy': AFTER });
    await editor.connection.sendRequest(reviewBaseRequest, baseOf({ 'okrs/a.strategy': BEFORE }));
    await reviewed();
    const map = async (): Promise<string> => {
      const params: ViewParams = {
        textDocument: { uri: pathToFileURL(`${editor.disk}/goals.strategy`).toString() }, view: 'map', asOf: null, filter: NO_FILTER, collapsed: [],
        history: false, grouping: 'goal', sorting: null, changes: true, hints: null, aspect: 1.5,
      };
      return (await editor.connection.sendRequest<ViewAnswer | null>(viewRequest, params))?.html ?? '';
    };
    assert.match(await map(), /target lowered 40 → 30/);
    await editor.connection.sendRequest(reviewBaseRequest, null);
    assert.doesNotMatch(await map(), /target lowered/);
  });

  it('refuses a base that is none', async () => {
    editor = await Editor.open({ 'throughline.json': SETTINGS, 'goals.strategy': GOAL });
    await assert.rejects(editor.connection.sendRequest(reviewBaseRequest, { folder: 1 }), /not those of a base/);
    assert.equal(await reviewed(), null);
  });
});
