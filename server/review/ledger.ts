/** The changes found so far, by what they are about, with the effects that they have on other things. */

import type { Day } from '../../grammar/calendar.ts';
import type { Span } from '../../grammar/tree.ts';
import type { Entity, EntityKind } from '../model/strategy.ts';
import { compareText } from '../rules/diagnostic.ts';
import { fingerprint } from './fingerprint.ts';
import type { GoalReach } from './goal-reach.ts';
import type { Risk } from './kinds.ts';
import { compareChanges } from './order.ts';
import { locationOf } from './places.ts';
import type { Change, Delta, Effect, Location, ReviewSide, Subject } from './review.ts';
import { higher, kindNamed, riskAt } from './risk.ts';
import { effectsInWords } from './effects/in-words.ts';
import { subjectOf } from './subject.ts';

/** A change as it is found. What is left out is null, or the table's. */
export interface FoundChange {
  readonly kind: string;
  readonly base: Entity | null;
  readonly head: Entity | null;
  readonly property?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
  /** The smallest text that changed on each side; null for the name of the thing. */
  readonly spans?: readonly [base: Span | null, head: Span | null];
  readonly delta?: Delta | null;
  /** The table's risk with its conditions, once begun. */
  readonly risk?: Risk;
  /** Its row alone decides, whatever the time. */
  readonly byRowAlone?: boolean;
  readonly confidence?: 'proven' | 'likely' | null;
  readonly becomes?: { readonly type: EntityKind; readonly id: string } | null;
  readonly message: string;
}

/** A change to something that is no declaration: a file, the settings, a whole strategy. */
export interface FoundElsewhere {
  readonly kind: string;
  readonly subject: Subject;
  readonly property?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
  readonly base: Location | null;
  readonly head: Location | null;
  readonly risk?: Risk;
  readonly message: string;
}

/** An effect as it is found: on a thing that is on both sides, by the kind that it would have been as a change of its own. */
export interface FoundEffect {
  readonly base: Entity;
  readonly head: Entity;
  readonly what: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
  /** Left out where it would have been no change of its own, such as of a score. */
  readonly kind?: string;
  readonly risk?: Risk;
}

/** A change that is on record, to which effects may still come. */
export class Entry {
  readonly found: FoundChange | FoundElsewhere;
  readonly effects: FoundEffect[] = [];
  readonly #told = new Map<Entity, Set<string>>();

  constructor(found: FoundChange | FoundElsewhere) {
    this.found = found;
  }

  /** An effect on one thing is told once. */
  add(effect: FoundEffect): void {
    const told = this.#told.get(effect.head);
    if (told?.has(effect.what) === true) return;
    if (told === undefined) this.#told.set(effect.head, new Set([effect.what]));
    else told.add(effect.what);
    this.effects.push(effect);
  }
}

export class Ledger {
  readonly #entries: Entry[] = [];
  readonly #about = new Map<Entity, Entry[]>();
  readonly #base: ReviewSide;
  readonly #head: ReviewSide;
  readonly #reach: GoalReach;

  constructor(base: ReviewSide, head: ReviewSide, reach: GoalReach) {
    this.#base = base;
    this.#head = head;
    this.#reach = reach;
  }

  record(found: FoundChange | FoundElsewhere): Entry {
    const entry = new Entry(found);
    this.#entries.push(entry);
    if (!('subject' in found)) for (const entity of new Set([found.base, found.head])) if (entity !== null) this.#note(entity, entry);
    return entry;
  }

  /** What changed about a thing of either side. */
  about(entity: Entity): readonly Entry[] {
    return this.#about.get(entity) ?? [];
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Every change in order, as it stands in a review. */
  changes(): readonly Change[] {
    return this.#entries.map((entry) => this.#change(entry)).sort(compareChanges);
  }

  #note(entity: Entity, entry: Entry): void {
    const entries = this.#about.get(entity);
    if (entries === undefined) this.#about.set(entity, [entry]);
    else entries.push(entry);
  }

  #change({ found, effects }: Entry): Change {
    const { kind, property = null, before = null, after = null, message } = found;
    const root = this.#head.root;
    const [subject, base, head] = 'subject' in found
      ? [found.subject, found.base, found.head]
      : [subjectOf(root, found.base, found.head, this.#reach), locationOf(root, found.base, found.spans?.[0]), locationOf(root, found.head, found.spans?.[1])];
    const change = { root, kind, subject, property, before, after };
    const rest = 'subject' in found ? null : found;
    return {
      fingerprint: fingerprint(change), ...change, risk: this.#risk(found, effects), delta: rest?.delta ?? null, base, head,
      effects: effects.map((effect) => this.#effect(effect)).sort(compareEffects),
      confidence: rest?.confidence ?? null, becomes: rest?.becomes ?? null, accepted: null, message: `${message.replace(/([.!?]")\.$/, '$1')}${effectsInWords(effects, rest?.head ?? null)}`,
    };
  }

  #effect({ base, head, what, before, after }: FoundEffect): Effect {
    return { subject: subjectOf(this.#head.root, base, head, this.#reach), what, before, after };
  }

  /** Where the settings say a risk, that; where those of one side alone do, or both differ, the higher: no change lowers its own. */
  #risk(found: FoundChange | FoundElsewhere, effects: readonly FoundEffect[]): Risk {
    let risk = this.#ownRisk(found);
    const counted = 'subject' in found || found.byRowAlone === true ? [] : effects;
    for (const { kind, risk: row, base, head } of counted) {
      if (kind !== undefined) risk = higher(risk, this.#set(kind, riskAt(kindNamed(kind), row ?? kindNamed(kind).risk, base, head, this.#asOf)));
    }
    return this.#set(found.kind, risk);
  }

  #ownRisk(found: FoundChange | FoundElsewhere): Risk {
    const kind = kindNamed(found.kind);
    const row = found.risk ?? kind.risk;
    if ('subject' in found || found.byRowAlone === true) return row;
    return riskAt(kind, row, found.base, found.head, this.#asOf);
  }

  #set(kind: string, risk: Risk): Risk {
    return higher(this.#base.settings.review.get(kind) ?? risk, this.#head.settings.review.get(kind) ?? risk);
  }

  get #asOf(): Day {
    return this.#head.asOf;
  }
}

function compareEffects(a: Effect, b: Effect): number {
  return compareText(a.subject.type, b.subject.type) || compareText(a.subject.id, b.subject.id) || compareText(a.what, b.what);
}
