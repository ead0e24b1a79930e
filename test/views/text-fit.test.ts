import assert from 'node:assert/strict';
import { fitLine, fitText, textWidth } from '../../server/views/text-fit.ts';

describe('text without a browser', () => {
  it('is broken at spaces into lines of a width', () => {
    const { lines, cut } = fitText('Mid-market teams start without talking to us', 120, 3, 13);
    assert.deepEqual({ lines, cut }, { lines: ['Mid-market teams', 'start without talking', 'to us'], cut: false });
    for (const line of lines) assert.ok(textWidth(line, 13) <= 120, line);
  });

  it('ends with an ellipsis where not all of it fits', () => {
    const { lines, cut } = fitText('Mid-market teams start without talking to us', 120, 2, 13);
    assert.deepEqual({ lines, cut }, { lines: ['Mid-market teams', 'start without talkin…'], cut: true });
  });

  it('is broken within a word only where the word is longer than a line', () => {
    assert.deepEqual(fitText('Donaudampfschifffahrtsgesellschaft sails', 120, 3, 13).lines, ['Donaudampfschifff', 'ahrtsgesellschaft', 'sails']);
  });

  it('takes spaces of every kind for one', () => {
    assert.equal(fitLine('  a\n\t b\u00a0\u00a0c ', 200, 13), 'a b c');
  });

  it('knows that letters of East Asia are wide', () => {
    assert.ok(textWidth('東京', 13) > 1.7 * textWidth('ab', 13));
  });

  it('tears no character that is written with several', () => {
    const { lines } = fitText('👩‍🚀'.repeat(40), 60, 2, 13);
    for (const line of lines) assert.match(line, /^(?:👩‍🚀)+…?$/u);
  });

  it('fits a hundred kilobytes without a space into its lines', () => {
    const { lines, cut } = fitText('x'.repeat(100_000), 200, 3, 13);
    assert.equal(cut, true);
    assert.equal(lines.length, 3);
    for (const line of lines) assert.ok(textWidth(line, 13) <= 200);
  });

  it('is nothing where there is no text', () => {
    assert.deepEqual(fitText('', 100, 2, 13), { lines: [], cut: false });
  });
});
