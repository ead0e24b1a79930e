/** The merge of items, from files down to the parts of a line. */

import type { Moves } from './identity.ts';
import { NOTHING, type Body, type DeclarationItem, type Item } from './items.ts';
import { mergedList, mergedParts } from './lines.ts';
import { slotsOf, slotsOfItem } from './slots.ts';
import { mergedOrder, pick, threeWay } from './three-way.ts';

export interface Marks {
  readonly size: number;
  readonly lineEnd: string;
}

const STEP = '  ';
const EMPTY: Body = { head: NOTHING, items: [], tail: '' };

/** One thing in up to three versions; ours or theirs is there. */
interface Versions {
  readonly base: Item | undefined;
  readonly ours: Item | undefined;
  readonly theirs: Item | undefined;
  /** Both sides moved it, to different places. */
  readonly contested?: boolean;
}

export class ItemMerger {
  readonly #moves: Moves;
  readonly #marks: Marks;
  #conflicts = 0;

  constructor(moves: Moves, marks: Marks) {
    this.#moves = moves;
    this.#marks = marks;
  }

  /** How many conflicts were left so far. */
  get conflicts(): number {
    return this.#conflicts;
  }

  /** The merged items of a file or body, as whole lines; `indent` is for those that did not stand on a line of their own. */
  merge(base: readonly Item[], ours: readonly Item[], theirs: readonly Item[], indent: string): string {
    const [inBase, inOurs, inTheirs] = [base, ours, theirs].map((items) => new Map(items.map((item) => [item.key, item])));
    const keys = mergedOrder(keysOf(base), keysOf(ours), keysOf(theirs));
    const all = keys.flatMap((key) => this.#versions(inBase?.get(key), inOurs?.get(key), inTheirs?.get(key)));
    const sorted = byDay(all, ours, theirs);
    return sorted.map((versions, index) => this.#one(indent === '' ? versions : closedUp(versions, sorted[index - 1]), indent)).join('');
  }

  #versions(base: Item | undefined, ours: Item | undefined, theirs: Item | undefined): readonly Versions[] {
    // What was moved is merged where it now stands.
    if (base !== undefined && this.#moves.left.has(base)) return [];
    const item = ours ?? theirs;
    const origin = item === undefined || base !== undefined ? undefined : this.#moves.origins.get(item);
    if (origin === undefined) return [{ base, ours, theirs }];
    if (origin.contested) return [{ base: origin.base, ours, theirs, contested: true }];
    return [ours === undefined ? { base: origin.base, ours: origin.other, theirs } : { base: origin.base, ours, theirs: origin.other }];
  }

  #one({ base, ours, theirs, contested = false }: Versions, indent: string): string {
    if (ours !== undefined && theirs !== undefined && !contested) return this.#both(base, ours, theirs, indent);
    const only = ours ?? theirs;
    if (only === undefined) return '';
    if (base === undefined) return only.gap + this.#added(only, indent);
    if (!contested && !this.#moves.left.has(base) && this.#stands(base) === this.#stands(only)) return '';
    return only.gap + this.#conflict(ours === undefined ? '' : this.#whole(ours, indent), theirs === undefined ? '' : this.#whole(theirs, indent));
  }

  /** What one side added; what it moved there may have been changed by the other where it was. */
  #added(item: Item, indent: string): string {
    const { declaration } = item;
    if (declaration === null || !this.#holdsMoved(item)) return this.#whole(item, indent);
    const before = { ...item, declaration: { ...declaration, body: { ...declaration.body ?? EMPTY, items: this.#standing(item) } } };
    return item.lead.text + this.#declaration(before, item, before, { ours: declaration, theirs: before.declaration }, indent);
  }

  #both(base: Item | undefined, ours: Item, theirs: Item, indent: string): string {
    const gap = pick(base?.gap ?? ours.gap, ours.gap, theirs.gap);
    if (ours.signature === theirs.signature) return gap + this.#whole(this.#sameAs(base, ours, indent) ? theirs : ours, indent);
    if (!this.#holdsMoved(ours) && !this.#holdsMoved(theirs)) {
      if (base?.signature === ours.signature) return gap + this.#whole(theirs, indent);
      if (base?.signature === theirs.signature) return gap + this.#whole(ours, indent);
    }
    return gap + this.#changedByBoth(base, ours, theirs, indent);
  }

  /** Something stands in it that stood elsewhere before. */
  #holdsMoved({ declaration }: Item): boolean {
    return declaration?.body?.items.some((item) => this.#moves.origins.has(item)) ?? false;
  }

  /** What stands in it, without what was moved. */
  #standing({ declaration }: Item): readonly Item[] {
    const { origins, left, stayed } = this.#moves;
    return declaration?.body?.items.filter((item) => !origins.has(item) && !left.has(item) && !stayed.has(item)) ?? [];
  }

  /** What an item says, without what was moved out of it. */
  #stands(item: Item): string {
    const items = item.declaration?.body?.items ?? [];
    const standing = this.#standing(item);
    if (standing.length === items.length) return item.signature;
    return [item.lead, item.declaration?.header, item.trail, ...standing].map((part) => part?.signature).join('\u0001');
  }

  #sameAs(base: Item | undefined, side: Item, indent: string): boolean {
    return base !== undefined && this.#whole(base, indent) === this.#whole(side, indent);
  }

  #changedByBoth(base: Item | undefined, ours: Item, theirs: Item, indent: string): string {
    const lead = threeWay(base?.lead, ours.lead, theirs.lead);
    const leadText = lead === null ? (): string => this.#conflict(ours.lead.text, theirs.lead.text) : (): string => lead.text;
    if (ours.kind === 'property' && theirs.kind === 'property') return leadText() + this.#property(base, ours, theirs, indent);
    const [one, other] = [ours.declaration, theirs.declaration];
    const mergeable = one !== null && one.word === other?.word && !one.commented && !other.commented && base?.declaration?.commented !== true;
    const whole = (): string => this.#conflict(this.#whole(ours, indent), this.#whole(theirs, indent));
    if (!mergeable) return whole();
    const conflictsBefore = this.#conflicts;
    const text = leadText() + this.#declaration(base, ours, theirs, { ours: one, theirs: other }, indent);
    if (this.#conflicts > conflictsBefore || one.word !== 'kr') return text;
    // A key result has one measure: two that were added at different places of it are in each other's way.
    const [slots, most] = [slotsOf(text), [slotsOfItem(ours), slotsOfItem(theirs)]];
    const fits = slots !== null && Object.entries(slots).every(([slot, count]) => most.some((side) => count <= Math.max(1, side[slot] ?? 0)));
    return fits ? text : whole();
  }

  #property(base: Item | undefined, ours: Item, theirs: Item, indent: string): string {
    const core = threeWay(base?.core, ours.core, theirs.core)?.text ?? mergedList(base, ours, theirs) ?? mergedParts(base, ours, theirs);
    const trail = threeWay(base?.trail, ours.trail, theirs.trail);
    if (core === null || trail === null) return this.#conflict(this.#line(ours, indent), this.#line(theirs, indent));
    return `${pick(base?.indent, ours.indent, theirs.indent) ?? indent}${core}${trail.text}${this.#marks.lineEnd}`;
  }

  #declaration(base: Item | undefined, ours: Item, theirs: Item, { ours: one, theirs: other }: { readonly ours: DeclarationItem; readonly theirs: DeclarationItem }, outer: string): string {
    const { lineEnd } = this.#marks;
    const indent = pick(base?.indent, ours.indent, theirs.indent) ?? outer;
    const [b, o, t] = [base?.declaration?.body ?? EMPTY, one.body ?? EMPTY, other.body ?? EMPTY];
    const header = threeWay(base?.declaration?.header, one.header, other.header)?.text ?? mergedParts(base, ours, theirs);
    const head = threeWay(b.head, o.head, t.head);
    const trail = threeWay(base?.trail, ours.trail, theirs.trail);
    const items = this.merge(b.items, o.items, t.items, indent + STEP);
    const hasBody = items !== '' || pick((base?.declaration?.body ?? null) !== null, one.body !== null, other.body !== null);
    const open = (side: DeclarationItem, own: Item): string => indent + side.header.text + (hasBody ? ` {${(side.body ?? EMPTY).head.text}` : own.trail.text) + lineEnd;
    const first = header === null || head === null || (!hasBody && trail === null)
      ? this.#conflict(open(one, ours), open(other, theirs))
      : indent + header + (hasBody ? ` {${head.text}` : trail?.text ?? '') + lineEnd;
    if (!hasBody) return first;
    const tail = pick(b.tail, o.tail, t.tail);
    const close = (text: string): string => `${indent}}${text}${lineEnd}`;
    return first + items + tail + (trail === null ? this.#conflict(close(ours.trail.text), close(theirs.trail.text)) : close(trail.text));
  }

  /** An item as whole lines, as it was written. */
  #whole(item: Item, indent: string): string {
    return item.lead.text + this.#line(item, indent);
  }

  #line({ core, trail, indent: own }: Item, indent: string): string {
    return `${own ?? indent}${core.text}${trail.text}${this.#marks.lineEnd}`;
  }

  /** Both sides' lines between git's marks. */
  #conflict(ours: string, theirs: string): string {
    this.#conflicts += 1;
    const { size, lineEnd } = this.#marks;
    return `${'<'.repeat(size)} ours${lineEnd}${ours}${'='.repeat(size)}${lineEnd}${theirs}${'>'.repeat(size)} theirs${lineEnd}`;
  }
}

function keysOf(items: readonly Item[]): readonly string[] {
  return items.map(({ key }) => key);
}

/** Of two alike things that the sides added at one place the second needs no blank line that set it off from what was above. */
function closedUp(versions: Versions, above: Versions | undefined): Versions {
  const { base, ours, theirs } = versions;
  const [added, other] = [ours ?? theirs, above?.ours ?? above?.theirs];
  const alike = added !== undefined && other !== undefined && added.kind === other.kind && added.declaration?.word === other.declaration?.word;
  const meet = base === undefined && above?.base === undefined && (ours === undefined) !== (above?.ours === undefined) && (theirs === undefined) !== (above?.theirs === undefined);
  if (!alike || !meet) return versions;
  return ours === undefined ? { ...versions, theirs: { ...added, gap: '' } } : { ...versions, ours: { ...added, gap: '' } };
}

/** Check-ins stand by their days where both sides have them so, whoever added them. */
function byDay(all: readonly Versions[], ours: readonly Item[], theirs: readonly Item[]): readonly Versions[] {
  if (!isAscending(daysOf(ours)) || !isAscending(daysOf(theirs))) return all;
  const dayOf = ({ ours: o, theirs: t }: Versions): string | null => (o ?? t)?.day ?? null;
  const sorted = all.filter((one) => dayOf(one) !== null).sort((a, b) => compare(dayOf(a) ?? '', dayOf(b) ?? ''));
  let next = 0;
  return all.map((one) => (dayOf(one) === null ? one : sorted[next++] ?? one));
}

function daysOf(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ day }) => day ?? []);
}

function isAscending(days: readonly string[]): boolean {
  return days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
