/**
 * A review as data: what `throughline review --format json` writes (review.md section 6), and what the comparison of
 * two states of one strategy takes and gives. Every key is always there; null or [] is nothing.
 */

import type { Day } from '../../grammar/calendar.ts';
import type { Entity, EntityKind, Health, SourceFile, Strategy } from '../model/strategy.ts';
import type { Location, Range } from '../rules/diagnostic.ts';
import type { Severity } from '../rules/rule.ts';
import type { Settings } from '../rules/settings.ts';
import type { Risk } from './kinds.ts';

export type { Location, Range } from '../rules/diagnostic.ts';

export type SideName = 'base' | 'head';

/** One state of the strategy of one root. What `analyze` gives has the first three. */
export interface ReviewSide {
  readonly strategy: Strategy;
  readonly settings: Settings;
  /** The one day by which both sides are judged. */
  readonly asOf: Day;
  /** Of the root, below the repository or the folder that was given, with `/`; `.` for that itself. */
  readonly root: string;
  /** The text of `throughline.json`; null where there is none. */
  readonly settingsText: string | null;
}

/** What two states of one strategy differ in. */
export interface Comparison {
  /** In the order of review.md section 3, ready to be written; `accepted` is null. */
  readonly changes: readonly Change[];
  readonly pairs: Pairs;
  /** One for each file that could not be read whole, on either side. */
  readonly unreadable: readonly Unreadable[];
  /** False where a file of head (its settings too) could not be read whole. */
  readonly complete: boolean;
  readonly notes: readonly string[];
}

/**
 * How two things came to be taken for one. `replaced`: they share the name and nothing else. `content`: a key result
 * without an id, by its title or measure.
 */
export type MatchedBy = 'id' | 'content' | 'proven' | 'likely' | 'replaced';

export interface Pair {
  readonly base: Entity;
  readonly head: Entity;
  readonly by: MatchedBy;
}

/** Which thing of base is which of head. Later declarations of a name are in no pair. */
export interface Pairs {
  readonly all: readonly Pair[];
  ofBase(entity: Entity): Pair | undefined;
  ofHead(entity: Entity): Pair | undefined;
}

/** What a change or a finding is about. */
export interface Subject {
  readonly type: EntityKind | 'file' | 'settings';
  /** Head's, where it is there. Of a file and of the settings a path, of a strategy the root. */
  readonly id: string;
  readonly title: string | null;
  /** Base's id, where it was renamed or moved. */
  readonly was: string | null;
  /** The id of the objective in which it stands. */
  readonly objective: string | null;
  /** The ids of the goals that it serves, in order. */
  readonly goals: readonly string[];
  /** The ids of those accountable, inherited ones too, in order. */
  readonly owners: readonly string[];
}

/** What a change moved in the meaning of something whose own text stayed. */
export interface Effect {
  readonly subject: Subject;
  /** `score`, `alignment`, `goals`, `deadline`, `period`, `owner`, `baseline`, `target`, `unit`, or the property whose name means something else or nothing now. */
  readonly what: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** By how much a value moved: in percentage points where it is in percent, in days (`d`) of dates, else in base's unit. */
export interface Delta {
  readonly value: number;
  readonly unit: string | null;
}

export interface Change {
  readonly fingerprint: string;
  /** One of `changeKinds`. */
  readonly kind: string;
  readonly risk: Risk;
  readonly root: string;
  readonly subject: Subject;
  readonly property: string | null;
  /** The formatter's text of the property. */
  readonly before: string | null;
  readonly after: string | null;
  readonly delta: Delta | null;
  /** Where it stands on each side: files below the repository or the folder given. */
  readonly base: Location | null;
  readonly head: Location | null;
  readonly effects: readonly Effect[];
  /** How sure it is that two names mean one thing, where that is what this says. */
  readonly confidence: 'proven' | 'likely' | null;
  /** Of something removed, what bears its id now; of something added, what bore it before. */
  readonly becomes: { readonly type: EntityKind; readonly id: string } | null;
  /** The reason for which it was accepted. */
  readonly accepted: string | null;
  readonly message: string;
}

export interface FindingEntry extends Location {
  readonly code: string;
  readonly severity: Severity;
  readonly side: SideName;
  readonly message: string;
  readonly subject: Subject | null;
  /** Fingerprints of the changes that brought it, where that can be told. */
  readonly causedBy: readonly string[];
}

export interface ScoreChange {
  readonly type: 'goal' | 'objective';
  readonly id: string;
  readonly title: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly byProgress: number | null;
  readonly byDefinition: number | null;
  readonly health: { readonly before: Health; readonly after: Health };
}

export interface Unreadable {
  readonly side: SideName;
  readonly file: string;
  readonly range: Range;
  readonly message: string;
  /** The ids of things that are on the other side only and may stand in what could not be read. */
  readonly hides: readonly string[];
}

export interface Revision {
  readonly given: string | null;
  readonly commit: string | null;
  readonly workTree: boolean;
}

export interface ReviewSummary {
  readonly total: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  readonly info: number;
  readonly accepted: number;
  /** Of what is not accepted; null without any. */
  readonly worst: Risk | null;
  readonly verdict: string;
}

export interface Review {
  readonly version: 1;
  /** `YYYY-MM-DD`; null where several roots are judged by different days. */
  readonly asOf: string | null;
  readonly complete: boolean;
  /** Its commit is the one that is compared: the merge base, unless BASE itself was asked for. */
  readonly base: Pick<Revision, 'given' | 'commit'>;
  readonly head: Revision;
  readonly summary: ReviewSummary;
  readonly changes: readonly Change[];
  readonly findings: {
    readonly introduced: readonly FindingEntry[];
    readonly fixed: readonly FindingEntry[];
    readonly silenced: readonly FindingEntry[];
    readonly gone: readonly FindingEntry[];
  };
  readonly scores: readonly ScoreChange[];
  readonly unreadable: readonly Unreadable[];
  readonly notes: readonly string[];
}

/** A file of a side as it is named in a review. */
export function pathInReview(root: string, path: string): string {
  return root === '.' || root === '' ? path : `${root}/${path}`;
}

/** A source file is damaged where it could not be read, or not whole. */
export function isDamaged({ tree }: SourceFile): boolean {
  return tree === null || tree.isCut || tree.problems.length > 0 || tree.chunks.some(({ chunk }) => chunk.problems.length > 0);
}
