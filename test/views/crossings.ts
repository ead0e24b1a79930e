/** Edges against cards, measured in a drawn map. */

import type { ViewPicture } from '../../server/views/view.ts';
import { having } from './drawing.ts';

/** The corners of a path of straight pieces and round corners. */
function cornersOf(d: string): readonly { readonly x: number; readonly y: number }[] {
  return [...d.matchAll(/[MLQ]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

interface Box { readonly id: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function boxesOf(picture: ViewPicture): readonly Box[] {
  return having(picture.body, 'transform').filter(({ attributes }) => String(attributes.class).startsWith('card ')).map(({ attributes, children }) => {
    const [, x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(String(attributes.transform)) ?? [];
    const rect = having(children, 'rx')[0]?.attributes;
    return { id: String(attributes['data-id']), x: Number(x), y: Number(y), width: Number(rect?.width), height: Number(rect?.height) };
  });
}

/** The edges of a drawn map that cross cards: there should be none. */
export function crossings(picture: ViewPicture): readonly string[] {
  const boxes = boxesOf(picture);
  const found: string[] = [];
  for (const edge of [...having(picture.body, 'data-edge'), ...having(picture.body, 'class', 'edge holds hangs')]) {
    const d = having(edge, 'd')[0]?.attributes.d;
    const corners = cornersOf(String(d));
    const hangs = String(edge.attributes.class).includes('hangs');
    for (const [index, to] of corners.slice(1).entries()) {
      const from = corners[index];
      if (from === undefined) continue;
      const [left, right, top, bottom] = [Math.min(from.x, to.x), Math.max(from.x, to.x), Math.min(from.y, to.y), Math.max(from.y, to.y)];
      for (const box of boxes) {
        // The line by which a card hangs on a row begins within the card above, left of its text.
        const inner = hangs ? 20 : 1;
        if (right > box.x + inner && left < box.x + box.width - 1 && bottom > box.y + 1 && top < box.y + box.height - 1) found.push(`${String(edge.attributes['data-key'])} crosses ${box.id}`);
      }
    }
  }
  return found;
}
