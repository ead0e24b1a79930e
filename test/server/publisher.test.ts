/** What is sent to a client that reads slowly. */

import assert from 'node:assert/strict';
import { Publisher } from '../../server/publisher.ts';

describe('the publisher', () => {
  it('sends a file that changed many times meanwhile once, as it is then', async () => {
    const sent: string[] = [];
    const waiting: (() => void)[] = [];
    let state = 0;
    const publisher = new Publisher((location) => {
      sent.push(`${location} ${state}`);
      return new Promise((resolve) => { waiting.push(resolve); });
    }, (error) => { assert.fail(String(error)); });
    publisher.mark(['a']);
    for (state = 1; state <= 100; state += 1) publisher.mark(['a', 'b']);
    waiting.shift()?.();
    await new Promise(setImmediate);
    waiting.shift()?.();
    await new Promise(setImmediate);
    assert.deepEqual(sent, ['a 0', 'a 101', 'b 101']);
  });

  it('goes on after a message that could not be sent', async () => {
    const failures: unknown[] = [];
    const sent: string[] = [];
    const publisher = new Publisher((location) => {
      if (location === 'a') return Promise.reject(new Error('broken pipe'));
      sent.push(location);
      return Promise.resolve();
    }, (error) => { failures.push(error); });
    publisher.mark(['a']);
    await new Promise(setImmediate);
    publisher.mark(['b']);
    await new Promise(setImmediate);
    assert.equal(failures.length, 1);
    assert.deepEqual(sent, ['b']);
  });
});
