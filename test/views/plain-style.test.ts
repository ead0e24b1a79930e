import assert from 'node:assert/strict';
import { h, type MarkupElement } from '../../server/views/markup.ts';
import { plainPicture, variablesOf } from '../../server/views/plain-style.ts';
import { exportView } from '../../server/views/export.ts';
import { DEFAULT_OPTIONS, VIEW_NAMES } from '../../server/views/view.ts';
import { having, sample } from './drawing.ts';

const LIGHT = variablesOf(':root { --tl-good: green; --tl-bad: red; --tl-text: black; }');
const DARK = variablesOf(':root { --tl-good: lime; --tl-bad: pink; --tl-text: white; }');
const SHEET = `.good { --health: var(--tl-good); }
.bad, .worse.still { --health: var(--tl-bad); }
.mark { fill: var(--health); stroke-width: 2; }
.bar, .box > .strip { fill: var(--health, var(--tl-text)); }
text { fill: var(--tl-text); font-size: 12px; }
@media print { text { fill: black; } }`;

function plain(markup: MarkupElement, dark = DARK) {
  return plainPicture(SHEET, markup, LIGHT, dark);
}

describe('A picture without custom properties', () => {
  it('has its colours written out, light first, and dark where the reader\'s system is', () => {
    const [light = '', dark = ''] = plain(h('g')).style.split('@media screen and (prefers-color-scheme: dark) {');
    assert.deepEqual(light.trim().split('\n'), [
      '.mark { stroke-width: 2; }',
      '.mark.in-good { fill: green; stroke-width: 2; }', '.mark.in-bad { fill: red; stroke-width: 2; }', '.mark.in-worse-still { fill: red; stroke-width: 2; }',
      '.bar, .box > .strip { fill: black; }',
      '.bar.in-good, .box > .strip.in-good { fill: green; }', '.bar.in-bad, .box > .strip.in-bad { fill: red; }', '.bar.in-worse-still, .box > .strip.in-worse-still { fill: red; }',
      'text { fill: black; font-size: 12px; }',
    ]);
    assert.match(dark, /text \{ fill: white; font-size: 12px; \}\n\}$/);
  });

  it('tells on each element what the nearest one above hands down', () => {
    const { markup } = plain(h('g', { class: 'card good' }, h('rect', { class: 'bar' }), h('g', { class: 'row bad' }, h('rect', { class: 'bar' }), h('text', { class: 'title' }, 'T')), h('rect', { class: 'strip' })));
    assert.deepEqual(having(markup, 'class').map(({ attributes }) => attributes.class), ['card good', 'bar in-good', 'row bad', 'bar in-bad', 'title', 'strip in-good']);
  });

  it('is what every view is as an SVG file', async () => {
    const { strategy, diagnostics } = sample('scale-up');
    for (const view of VIEW_NAMES) {
      const svg = await exportView(view, 'svg', { strategy, findings: diagnostics, options: DEFAULT_OPTIONS, script: null });
      assert.doesNotMatch(svg ?? 'none', /var\(|--tl-/, view);
    }
  });
});
