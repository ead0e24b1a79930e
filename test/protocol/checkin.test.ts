/** Recording a check-in, as a client asks for it. */

import assert from 'node:assert/strict';
import { checkinChoicesRequest, checkinRequest, type CheckinAnswer, type CheckinChoice, type CheckinParams } from '../../server/protocol.ts';
import { Editor } from './editor.ts';
import { okrs, sound } from './strategies.ts';

describe('a check-in', () => {
  let editor: Editor;

  beforeEach(async () => { editor = await Editor.open({ ...sound, 'okrs.strategy': okrs.replace('kr "More', 'kr more "More') }); });
  afterEach(async () => { await editor.end(); });

  const choices = () => editor.request<CheckinChoice[]>(checkinChoicesRequest, { uri: editor.uri('okrs.strategy') });
  const record = (words: Omit<CheckinParams, 'textDocument'>) => (
    editor.request<CheckinAnswer>(checkinRequest, { textDocument: { uri: editor.uri('okrs.strategy') }, ...words })
  );

  it('is written into the file of its key result, dated with the day of the strategy', async () => {
    const [choice] = await choices();
    assert.equal(choice?.kr, 'start.more');
    assert.equal(choice.uri, editor.uri('okrs.strategy'));
    const { edit, problems } = await record({ kr: choice.kr, value: '12%', confidence: '7/10', note: 'Begun' });
    assert.deepEqual(problems, { value: null, confidence: null });
    const texts = edit?.changes?.[choice.uri]?.map(({ newText }) => newText) ?? [];
    assert.match(texts.join(''), /\n {4}checkin 2026-02-01 12% confidence 7\/10 "Begun"\n {2}\}\n/);
    assert.equal(await editor.quit(), 0);
  });

  it('is judged by the last edit', async () => {
    await editor.show('okrs.strategy', okrs);
    await editor.type('okrs.strategy', okrs.replace('kr "More', 'kr typed "More'));
    assert.equal((await record({ kr: 'start.typed', value: '12%', confidence: '', note: '' })).problems.value, null);
    await assert.rejects(record({ kr: 'start.more', value: '12%', confidence: '', note: '' }), /no key result 'start.more'/);
    assert.equal(await editor.quit(), 0);
  });

  it('says what is wrong in what was typed', async () => {
    const { edit, problems } = await record({ kr: 'start.more', value: '12 apples', confidence: '', note: '' });
    assert.equal(edit, null);
    assert.match(problems.value ?? '', /12 apples/);
    assert.equal(await editor.quit(), 0);
  });

  it('is nothing without its parts', async () => {
    for (const params of [{}, { kr: 'start.more' }, { kr: 1, value: '', confidence: '', note: '', textDocument: { uri: editor.uri('okrs.strategy') } }]) {
      await assert.rejects(editor.connection.sendRequest(checkinRequest, params), { code: -32602 });
    }
    assert.deepEqual(await editor.request(checkinChoicesRequest, {}), await choices());
    assert.equal(await editor.quit(), 0);
  });
});
