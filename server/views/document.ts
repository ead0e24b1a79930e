/** A picture by itself: an SVG file, and the part of a page that a preview shows. */

import { h, serialize, style, type Attributes, type Markup, type MarkupElement } from './markup.ts';
import { plainPicture, variablesOf } from './plain-style.ts';
import { rulesOf } from './style.ts';
import { themeStyle } from './theme.ts';
import type { View, ViewPicture } from './view.ts';

/**
 * The attributes of the `svg` element of a picture of this size. The page script moves and scales `g.canvas` in it,
 * or its `viewBox`; without one it is shown whole.
 */
export function pictureAttributes(picture: Pick<ViewPicture, 'view' | 'title'>, { width, height }: { readonly width: number; readonly height: number }): Attributes {
  return {
    class: `throughline picture ${picture.view}`, 'data-view': picture.view, 'data-key': `picture:${picture.view}`,
    xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`, role: 'group', 'aria-label': picture.title,
  };
}

/** An SVG file with its own style sheet, for browsers and for programs that know less of CSS. `auto` is light, and dark where the reader's system is. Throws for a view that is no SVG picture. */
export function svgDocument(view: Pick<View, 'style'>, picture: ViewPicture, theme: 'auto' | 'light' | 'dark'): string {
  const root = picture.body;
  if (root === null || typeof root === 'string' || !('tag' in root) || root.tag !== 'svg' || !('children' in root)) throw new Error(`${picture.title} is no SVG picture`);
  const plain = plainPicture(rulesOf([view]), root, variablesOf(themeStyle(theme === 'dark' ? 'dark' : 'light')), theme === 'auto' ? variablesOf(themeStyle('dark')) : null);
  const svg = { ...plain.markup, children: [h('title', {}, picture.title), h('desc', {}, picture.summary), style(plain.style), ...plain.markup.children] };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(svg)}\n`;
}

/** The picture as a part of a page, without its style sheet: heading, what there is to see, the picture, and the same as text. */
export function pictureSection(picture: ViewPicture): MarkupElement {
  return h('section', { class: `throughline view ${picture.view}`, 'data-view': picture.view, 'data-key': `view:${picture.view}`, 'aria-label': picture.title },
    h('p', { class: 'summary', 'data-key': 'summary' }, picture.summary),
    picture.body,
    textEquivalent(picture.text),
  );
}

function textEquivalent(text: Markup): Markup {
  if (text === null) return null;
  return h('details', { class: 'as-text', 'data-key': 'as-text' }, h('summary', {}, 'As text'), text);
}
