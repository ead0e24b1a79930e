/** What one update of a live strategy changed, for whoever builds on it and wants to look only at that. */

import type { Cycle, Entity, Strategy } from './strategy.ts';

/**
 * What of an entity changed, as bits of one number. An entity whose text changed has `declaration`; of the others it has
 * only those whose *values* changed (places aside), so that who reads another entity's score need not look again when
 * that entity's title was typed.
 */
export const Aspect = {
  /**
   * It stands in a chunk of which the text changed: `declaration`, `title` and every place in it are new (those of links
   * and readings too). A finding of another entity that names a place in it, its title or its words must be made anew.
   */
  declaration: 1 << 0,
  /** `laterThan`. */
  name: 1 << 1,
  /** What one of `links` means (`resolution`, `target`, `bearer`), or one came or went. */
  links: 1 << 2,
  /** A link came into `usedBy`, or went. That a link there only moved in its file is not told. */
  usedBy: 1 << 3,
  /** `status` (its words for date and reason aside), `past`, `active`, `closed`, `judged`, `period`, `by`, `lastDay`. */
  plan: 1 << 4,
  /** `owners`, `ownerWritten`. */
  owners: 1 << 5,
  /**
   * What it says of itself: of a period `days` and `within`; of a team `parent` and `capacity`; of a person `team` and
   * `capacity`; of a metric all its own; of a goal `goalKind` and `metrics`; of an objective `type`; of a kr its metric,
   * measure, segment, weight, check-ins, current value, progress, confidence; of an initiative its effort.
   */
  facts: 1 << 6,
  /** `score`, `expected`, `health`. */
  standing: 1 << 7,
  /** `supports`, with its shares. */
  supports: 1 << 8,
  /** `alignment` and `goalMetrics` of an objective. */
  alignment: 1 << 9,
  /** `traced` of a kr. */
  traced: 1 << 10,
  /** Which krs and initiatives stand in an objective, or their order. */
  children: 1 << 11,
} as const;

/** Every aspect: of what is new. */
export const EVERY_ASPECT = (1 << 12) - 1;

export interface StrategyChange {
  /**
   * A new object after every update, so that what was worked out of an earlier one and kept by it is not taken for this
   * one. Its arrays and entities are the same ones unless `whole`, changed in place: earlier objects say the same.
   */
  readonly strategy: Strategy;
  /** Everything may be another: `strategy` has new entities, and the rest of this is empty. */
  readonly whole: boolean;
  /** What is new (`EVERY_ASPECT`) or changed, with the bits of `Aspect`; nothing that is in `removed`. */
  readonly touched: ReadonlyMap<Entity, number>;
  /** What is no more. Its fields still say what they last did, but that its `origin` may lie. */
  readonly removed: ReadonlySet<Entity>;
  /** The paths of files of which the text changed, or that came or went. Lines and offsets in them may have moved. */
  readonly files: ReadonlySet<string>;
  /** The kinds of which `strategy.cycles` changed: one came, went, or runs otherwise. */
  readonly cycles: ReadonlySet<Cycle['kind']>;
  /** Ids of which `strategy.byId` says something else, or that more or fewer declarations bear than before. */
  readonly names: ReadonlySet<string>;
}
