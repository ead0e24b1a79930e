/** What is next to an element of a picture, in a direction, by where things are drawn. */

export type Direction = 'up' | 'down' | 'left' | 'right';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The nearest candidate in a direction; null where there is none. What is straight ahead goes before what is aside. */
export function nearest<T>(from: Box, candidates: Iterable<T>, boxOf: (candidate: T) => Box, direction: Direction): T | null {
  let best: T | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const distance = distanceTo(from, boxOf(candidate), direction);
    if (distance >= least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/** How far a box is in a direction; Infinity where it is not in it. */
function distanceTo(from: Box, to: Box, direction: Direction): number {
  const vertical = direction === 'up' || direction === 'down';
  const [a, b] = vertical ? [flipped(from), flipped(to)] : [from, to];
  const forward = direction === 'right' || direction === 'down';
  const ahead = forward ? middle(b) - middle(a) : middle(a) - middle(b);
  // What holds it, or stands in it, is ahead where its middle is.
  if (ahead <= 1) return Infinity;
  const gap = forward ? b.left - a.right : a.left - b.right;
  const aside = Math.max(0, b.top - a.bottom, a.top - b.bottom);
  const apart = Math.abs((a.top + a.bottom - b.top - b.bottom) / 2);
  return Math.max(0, gap) + ahead * 0.1 + aside * 4 + apart * 0.3;
}

function middle({ left, right }: Box): number {
  return (left + right) / 2;
}

function flipped({ left, right, top, bottom }: Box): Box {
  return { left: top, right: bottom, top: left, bottom: right };
}
