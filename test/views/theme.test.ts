import assert from 'node:assert/strict';
import { themeStyle } from '../../server/views/theme.ts';

/** The custom properties of a theme that is one rule. */
function colours(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const rule = themeStyle(theme).split('}')[0] ?? '';
  return new Map([...rule.matchAll(/--tl-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Of a colour as `#rrggbb` (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['ground', 'card', 'card-head', 'lane', 'selection'];
const TEXTS = ['text', 'muted'];
const COLOURED_TEXTS = ['off-track', 'changed', 'added', 'removed'];
const MARKS = ['on-track', 'at-risk', 'off-track', 'done', 'not-started', 'stopped', 'conflict', 'error', 'warning', 'info', 'accent', 'line'];

for (const theme of ['light', 'dark'] as const) {
  describe(`the ${theme} theme`, () => {
    const known = colours(theme);
    const of = (name: string): string => {
      const colour = known.get(name);
      assert.ok(colour !== undefined, name);
      return colour;
    };
    const check = (names: readonly string[], grounds: readonly string[], least: number): void => {
      for (const name of names) {
        for (const ground of grounds) {
          const ratio = contrast(of(name), of(ground));
          assert.ok(ratio >= least, `${name} on ${ground}: ${ratio.toFixed(2)}`);
        }
      }
    };

    it('has text that can be read on every ground', () => { check(TEXTS, GROUNDS, 4.5); });
    it('has coloured words that can be read on cards', () => { check(COLOURED_TEXTS, ['ground', 'card', 'lane'], 4.5); });
    it('has marks and lines that can be told from every ground', () => { check(MARKS, ['ground', 'card', 'card-head', 'lane'], 3); });
    it('has signs that can be told from the marks they stand in', () => { check(MARKS.slice(0, 10), ['mark-sign'], 3); });
  });
}
