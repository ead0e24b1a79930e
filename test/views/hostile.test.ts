import assert from 'node:assert/strict';
import { svgDocument, pictureSection } from '../../server/views/document.ts';
import { serialize } from '../../server/views/markup.ts';
import { styleSheet } from '../../server/views/style.ts';
import { views } from '../../server/views/index.ts';
import { DEFAULT_OPTIONS, NO_FILTER } from '../../server/views/view.ts';
import { analysed, HOSTILE, hostileStrategy, textOf, xmlProblems } from './drawing.ts';

/** Characters that steer a terminal, or the direction in which one reads. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;
/** What only markup of our own could be. */
const ACTIVE = /<(?:script|img|iframe|object|embed|link|base|form)\b|\son[a-z]+\s*=\s*["']|javascript:(?=[^<]*">)/i;

for (const view of views) {
  describe(`the ${view.name} with texts that would do harm`, () => {
    const drawn = (text: string): string => {
      const { strategy, diagnostics } = analysed(hostileStrategy(text));
      assert.equal(strategy.hasSyntaxErrors, false);
      return serialize(pictureSection(view.draw(strategy, diagnostics, { ...DEFAULT_OPTIONS, places: true })));
    };

    for (const text of HOSTILE) {
      it(`shows ${JSON.stringify(text.slice(0, 24))} as text`, () => {
        const html = drawn(text);
        assert.doesNotMatch(html.replace(/"[^"]*"/g, '""'), ACTIVE);
        assert.doesNotMatch(html, UNSEEN);
      });
    }

    it('is well-formed with all of them', async () => {
      assert.deepEqual(await xmlProblems(`<div>${HOSTILE.map(drawn).join('')}</div>`), []);
    });

    it('shows a hundred kilobytes without a space in little room', () => {
      const { strategy, diagnostics } = analysed(hostileStrategy('x'.repeat(100_000)));
      const picture = view.draw(strategy, diagnostics, DEFAULT_OPTIONS);
      if (picture.size !== null) assert.ok(picture.size.width < 4000 && picture.size.height < 4000, JSON.stringify(picture.size));
      const widest = [...serialize(picture.body).matchAll(/<text[^>]*>([^<]*)</g)].map(([, shown = '']) => shown.length);
      assert.ok(Math.max(0, ...widest) < 300);
    });

    it('draws a file that ends anywhere', () => {
      const whole = hostileStrategy('Titel');
      for (let length = 0; length < whole.length; length += 97) {
        const { strategy, diagnostics } = analysed(whole.slice(0, length));
        assert.ok(serialize(view.draw(strategy, diagnostics, { ...DEFAULT_OPTIONS, history: true, filter: { ...NO_FILTER, text: length % 2 === 0 ? '' : 't' } }).body).length > 0);
      }
    });
  });
}

describe('pictures as files', () => {
  for (const view of views) {
    it(`${view.name}: SVG is well-formed, whatever the texts`, async function svg() {
      const { strategy, diagnostics } = analysed(hostileStrategy(HOSTILE.join(' ')));
      const picture = view.draw(strategy, diagnostics, DEFAULT_OPTIONS);
      if (picture.size === null) assert.throws(() => svgDocument(view, picture, 'light'));
      else assert.deepEqual(await xmlProblems(svgDocument(view, picture, 'light')), []);
    });
  }

  it('have one style sheet that loads nothing', () => {
    for (const theme of ['editor', 'auto', 'light', 'dark'] as const) assert.doesNotMatch(styleSheet(theme, views), /url\(|@import|expression\(|</);
  });

  it('have no text but that of the strategy and our own', () => {
    const { strategy, diagnostics } = analysed(hostileStrategy('Only this'));
    for (const view of views) assert.match(textOf(view.draw(strategy, diagnostics, DEFAULT_OPTIONS).body), /Only this/);
  });
});
