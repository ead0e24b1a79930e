/** What a key result has once, wherever in it that may be written: its measure, its current value, its deadline. */

import { parseFile } from '../../grammar/parse.ts';
import type { Item } from './items.ts';

/** How often each is written. */
export type Slots = Readonly<Record<string, number>>;

/** Of a key result's text; null where it cannot be read. */
export function slotsOf(text: string): Slots | null {
  const tree = parseFile(`objective x "x" {\n${text}\n}\n`);
  const chunk = tree.chunks[0]?.chunk;
  const [declaration] = chunk?.declarations[0]?.children ?? [];
  if (declaration?.kind !== 'kr' || chunk === undefined || chunk.problems.length > 0 || tree.problems.length > 0) return null;
  let [measure, now, by] = [0, 0, 0];
  for (const property of declaration.properties) {
    if (property.name === 'now') now += 1;
    if (property.name === 'by') by += 1;
    if (property.name !== 'measure' && property.name !== 'metric') continue;
    measure += property.value.measure === null ? 0 : 1;
    now += property.value.now.length;
    by += property.value.by.length;
  }
  return { measure, now, by };
}

/** Of a key result in one version. */
export function slotsOfItem({ core }: Item): Slots {
  return slotsOf(core.text) ?? {};
}
