/** Things that were renamed or moved, recognised so that what the other side did to them is not lost. */

import type { Item } from './items.ts';

/** The items of a side, those that were only renamed under the keys that they had in base; the same within bodies. */
export function withKeysOfBase(base: readonly Item[], side: readonly Item[]): readonly Item[] {
  const inBase = new Map(base.map((item) => [item.key, item]));
  const inSide = new Set(side.map(({ key }) => key));
  const renames = renamesOf(base.filter(({ key }) => !inSide.has(key)), side.filter(({ key }) => !inBase.has(key)));
  return side.map((item) => {
    const before = renames.get(item) ?? inBase.get(item.key);
    if (before === undefined) return item;
    const { key } = before;
    const { declaration } = item;
    const body = declaration?.body ?? null;
    if (declaration === null || body === null) return { ...item, key };
    const items = withKeysOfBase(before.declaration?.body?.items ?? [], body.items);
    return { ...item, key, declaration: { ...declaration, body: { ...body, items } } };
  });
}

/** Of what is new in a side, what stood in base under another name: with the same title, or the same in all but name and title. */
function renamesOf(gone: readonly Item[], added: readonly Item[]): ReadonlyMap<Item, Item> {
  const found = new Map<Item, Item>();
  const taken = new Set<Item>();
  const markers: readonly ((item: Item) => string | null)[] = [
    ({ declaration }) => (declaration === null || declaration.title === null ? null : JSON.stringify([declaration.word, declaration.title])),
    ({ declaration }) => declaration?.rest ?? null,
  ];
  for (const marker of markers) {
    const before = onlyOnes(gone.filter((item) => !taken.has(item)), marker);
    for (const [mark, item] of onlyOnes(added.filter((one) => !found.has(one)), marker)) {
      const old = before.get(mark);
      if (old === undefined || old.declaration?.word !== item.declaration?.word) continue;
      found.set(item, old);
      taken.add(old);
    }
  }
  return found;
}

/** The items by their mark, without those that share one. */
function onlyOnes(items: readonly Item[], marker: (item: Item) => string | null): ReadonlyMap<string, Item> {
  const found = new Map<string, Item | null>();
  for (const item of items) {
    const mark = marker(item);
    if (mark !== null) found.set(mark, found.has(mark) ? null : item);
  }
  return new Map([...found].filter((entry): entry is [string, Item] => entry[1] !== null));
}

/** Where a key result or initiative that a side moved came from. */
export interface Origin {
  readonly base: Item;
  /** What the other side made of it where it was; undefined where it removed it. */
  readonly other: Item | undefined;
  /** The other side moved it too, to another objective. */
  readonly contested: boolean;
}

export interface Moves {
  /** By the item where it now stands. */
  readonly origins: ReadonlyMap<Item, Origin>;
  /** The items of base that stand elsewhere now. */
  readonly left: ReadonlySet<Item>;
  /** What still stands where it was, while the other side moved it. */
  readonly stayed: ReadonlySet<Item>;
}

/** Children of objectives: by their key, then by the key of the objective. */
type Placed = ReadonlyMap<string, ReadonlyMap<string, Item>>;

/** Of one name that turns up in more places than this nobody can say which one moved where. */
const MOST_PLACES = 20;

/** The key results and initiatives that stand in another objective than in base. */
export function movesOf(base: readonly Item[], ours: readonly Item[], theirs: readonly Item[]): Moves {
  const origins = new Map<Item, Origin>();
  const left = new Set<Item>();
  const stayed = new Set<Item>();
  const [inBase, inOurs, inTheirs] = [placedIn(base), placedIn(ours), placedIn(theirs)];
  for (const [key, places] of inBase) {
    const [newInOurs, newInTheirs] = [newPlaces(key, places, inOurs), newPlaces(key, places, inTheirs)];
    if (newInOurs.length + newInTheirs.length === 0) continue;
    for (const [parent, was] of places) {
      const [ourStay, theirStay] = [inOurs.get(key)?.get(parent), inTheirs.get(key)?.get(parent)];
      const [byOurs, byTheirs] = [ourStay === undefined ? movedTo(was, newInOurs) : null, theirStay === undefined ? movedTo(was, newInTheirs) : null];
      if (byOurs === null && byTheirs === null) continue;
      left.add(was);
      if (ourStay !== undefined) stayed.add(ourStay);
      if (theirStay !== undefined) stayed.add(theirStay);
      const contested = byOurs !== null && byTheirs !== null && byOurs.parent !== byTheirs.parent;
      if (byOurs !== null) origins.set(byOurs.item, { base: was, other: byTheirs?.item ?? theirStay, contested });
      if (byTheirs !== null) origins.set(byTheirs.item, { base: was, other: byOurs?.item ?? ourStay, contested });
    }
  }
  return { origins, left, stayed };
}

function placedIn(items: readonly Item[]): Placed {
  const found = new Map<string, Map<string, Item>>();
  for (const { key: parent, declaration } of items) {
    for (const item of declaration?.body?.items ?? []) {
      if (item.kind !== 'declaration') continue;
      const places = found.get(item.key);
      if (places === undefined) found.set(item.key, new Map([[parent, item]]));
      else places.set(parent, item);
    }
  }
  return found;
}

interface Place {
  readonly parent: string;
  readonly item: Item;
}

/** Where a side has something of that key and base has not. */
function newPlaces(key: string, places: ReadonlyMap<string, Item>, inSide: Placed): readonly Place[] {
  const found = [...inSide.get(key) ?? []].filter(([parent]) => !places.has(parent)).map(([parent, item]) => ({ parent, item }));
  return found.length > MOST_PLACES ? [] : found;
}

/** The one place to which something went. */
function movedTo(was: Item, places: readonly Place[]): Place | null {
  const alike = places.filter(({ item }) => isAlike(item, was));
  const [only] = alike;
  return only === undefined || alike.length > 1 ? null : only;
}

function isAlike({ declaration: one }: Item, { declaration: other }: Item): boolean {
  return one?.word === other?.word && (one?.title === other?.title || one?.rest === other?.rest);
}
