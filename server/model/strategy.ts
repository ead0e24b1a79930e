/**
 * What a strategy means: the entities of all files of one root with their links resolved, their status,
 * period, progress and health as of one day (language.md sections 3 and 5). Read-only; built by
 * `buildStrategy` and never changed afterwards.
 */

import type { Day, DayRange } from '../../grammar/calendar.ts';
import type { RatedUnit } from '../../grammar/quantity.ts';
import type {
  GoalDeclaration, InitiativeDeclaration, KeyResultDeclaration, MetricDeclaration, ObjectiveDeclaration, PeriodDeclaration,
  PersonDeclaration, PlacedChunk, PropertyNamed, Quantity, Reference, Span, StrategyDeclaration, SyntaxTree, TeamDeclaration,
} from '../../grammar/tree.ts';
import type { Checkin, CurrentValue, MeasureProblem, MeasureReading } from './readings.ts';

export type { Checkin, CurrentValue, MeasureProblem, MeasureProblemDetail, MeasureProblemRule, MeasureReading } from './readings.ts';

/** A file of the strategy. `tree` is null where it could not be read. */
export interface SourceFile {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly tree: SyntaxTree | null;
}

/** Where a declaration stands: spans of its tree count from `chunk.start` in `file`. */
export interface Origin {
  readonly file: SourceFile;
  readonly chunk: PlacedChunk;
}

export type StatusValue = 'draft' | 'active' | 'paused' | 'done' | 'dropped';

export interface Status {
  /** The one that holds: of what stands in an objective that is not active, the objective's, unless it is closed itself. */
  readonly value: StatusValue;
  /** The one written (default `active`). */
  readonly own: StatusValue;
  readonly date: Day | null;
  readonly reason: string | null;
}

/**
 * How a reference came out. `unknown`: nothing bears the name. `wrong-kind`: something bears it that cannot
 * stand there. `unclear`: the name is doubled and its first declaration cannot stand there; no finding.
 */
export type Resolution = 'found' | 'unknown' | 'wrong-kind' | 'unclear';

export type LinkKind = 'supports' | 'drives' | 'needs' | 'advances' | 'in' | 'metric' | 'owner' | 'with' | 'lead' | 'sponsor' | 'period' | 'by';

/** A reference as written, with what it means. */
export interface Link {
  readonly kind: LinkKind;
  readonly from: Entity;
  readonly reference: Reference;
  readonly resolution: Resolution;
  /** What it means; null unless found. */
  readonly target: Entity | null;
  /** Of `wrong-kind`, what bears the name; else null. */
  readonly bearer: Entity | null;
}

/** A period that holds for something, its own or its objective's. */
export interface PeriodDays {
  readonly days: DayRange;
  /** The declared or calendar period's id; null for a range written out. */
  readonly id: string | null;
}

/**
 * `none`: nothing is written. `unknown`: something is and its days cannot be told (a name that means nothing, a
 * date that is none, a range that runs backwards). Unknown is taken in the author's favour.
 */
export type PeriodReading =
  | { readonly state: 'known'; readonly period: PeriodDays }
  | { readonly state: 'none' }
  | { readonly state: 'unknown' };

interface EntityBase {
  /** Unique in the strategy's first declarations: `self-serve`, `self-serve.activation`, `self-serve."Title"#2`. */
  readonly id: string;
  readonly title: string | null;
  readonly origin: Origin;
  /** The first declaration of the name, where this (or the objective it stands in) is a later one; else null. */
  readonly laterThan: Entity | null;
  /** Every reference it makes itself (not what stands in it), in the order written; doubled properties are not among them. */
  readonly links: readonly Link[];
  /** What stands in another element's list of links with this as its target; filled when the strategy is complete. */
  readonly usedBy: readonly Link[];
}

/** What has a status and a period that can pass. */
interface Planned {
  readonly status: Status;
  /** Ended more than `past` days before as-of (itself or what it stands in): history. */
  readonly past: boolean;
  /** status `active`, not past and not a later declaration. */
  readonly active: boolean;
  /** done or dropped. */
  readonly closed: boolean;
  /** Gets findings beyond the structure group: not draft, closed, past or a later declaration. */
  readonly judged: boolean;
  /** The period that holds, inherited ones included. */
  readonly period: PeriodReading;
}

export interface StrategyHeader extends EntityBase { readonly kind: 'strategy'; readonly declaration: StrategyDeclaration }

export interface Period extends EntityBase {
  readonly kind: 'period';
  readonly declaration: PeriodDeclaration;
  /** null where they cannot be told. */
  readonly days: DayRange | null;
  /** The days of the period it is `in`; null without one, or where they cannot be told. */
  readonly within: DayRange | null;
}

export interface Team extends EntityBase {
  readonly kind: 'team';
  readonly declaration: TeamDeclaration;
  /** The team it is in; null where none is named or found. */
  readonly parent: Team | null;
  readonly capacity: Quantity | null;
}

export interface Person extends EntityBase {
  readonly kind: 'person';
  readonly declaration: PersonDeclaration;
  readonly team: Team | null;
  readonly capacity: Quantity | null;
}

export interface Metric extends EntityBase {
  readonly kind: 'metric';
  readonly declaration: MetricDeclaration;
  /** null where `unit` is missing or could not be read. */
  readonly unit: RatedUnit | null;
  readonly better: 'up' | 'down' | null;
  readonly drives: readonly Metric[];
  readonly checkins: readonly Checkin[];
  /** Its `now`; `value` is null without one, for `?`, and where it does not fit, which `problem` tells. */
  readonly now: { readonly value: CurrentValue | null; readonly problem: MeasureProblem | null };
  readonly current: CurrentValue | null;
}

export type Health = 'dropped' | 'paused' | 'draft' | 'done' | 'off-track' | 'at-risk' | 'on-track' | 'not-started' | 'unknown';

/** Where something stands as of the day. All are 0 … 1 (progress may be outside); null is unknown. */
export interface Standing {
  readonly score: number | null;
  readonly expected: number | null;
  readonly health: Health;
}

export interface GoalMetric {
  readonly property: PropertyNamed<'metric'>;
  readonly link: Link;
  readonly metric: Metric | null;
  /** null where it has no measure. */
  readonly reading: MeasureReading | null;
  readonly current: CurrentValue | null;
  readonly progress: number | null;
}

/** `owner` that holds: inherited ones included. */
interface Owned {
  /** The entities named, found ones only; of a kr or initiative in an objective that names none, its objective's. */
  readonly owners: readonly (Person | Team)[];
  /** True where an `owner` property is written on it, whatever it names. */
  readonly ownerWritten: boolean;
}

export type GoalKind = 'business' | 'growth' | 'customer' | 'product' | 'people' | 'mission';

export interface Goal extends EntityBase, Planned, Owned, Standing {
  readonly kind: 'goal';
  readonly declaration: GoalDeclaration;
  /** null where there is none or it is outside the list. */
  readonly goalKind: GoalKind | null;
  readonly metrics: readonly GoalMetric[];
  /** Goals named in `supports`, found ones only. */
  readonly supports: readonly Goal[];
}

export interface ObjectiveSupport {
  readonly link: Link;
  /** null where the name means nothing. */
  readonly target: Goal | Objective | KeyResult | null;
  /** 0 … 1, worked out. */
  readonly share: number;
}

export type Alignment = 'aligned' | 'unaligned' | 'unknown';

export interface Objective extends EntityBase, Planned, Owned, Standing {
  readonly kind: 'objective';
  readonly declaration: ObjectiveDeclaration;
  readonly type: 'committed' | 'aspirational' | 'learning' | null;
  readonly supports: readonly ObjectiveSupport[];
  readonly keyResults: readonly KeyResult[];
  readonly initiatives: readonly Initiative[];
  readonly alignment: Alignment;
  /** The goals that are not dropped to which a path of `supports` leads. */
  readonly goals: ReadonlySet<Goal>;
  /** Metrics of these goals: the first few, enough for a message; none only where the goals have none. */
  readonly goalMetrics: readonly Metric[];
}

export interface KeyResult extends EntityBase, Planned, Owned, Standing {
  readonly kind: 'kr';
  readonly declaration: KeyResultDeclaration;
  readonly objective: Objective;
  /** The name after its first `metric`. */
  readonly metricLink: Link | null;
  readonly metric: Metric | null;
  /** null for a kr without a measure. */
  readonly reading: MeasureReading | null;
  /** A measure with `keep`. */
  readonly healthMeasure: boolean;
  readonly segment: string | null;
  readonly weight: number;
  readonly checkins: readonly Checkin[];
  readonly current: CurrentValue | null;
  readonly progress: number | null;
  /** No current value, and so progress 0. */
  readonly noData: boolean;
  /** A health kr whose current value is out of bounds. */
  readonly brokenHealth: boolean;
  /** Its own `by` that counts, with the place of the date or period; null without one. `day` is null where it cannot be told. */
  readonly by: { readonly day: Day | null; readonly span: Span } | null;
  /** `by`, else the last day of its period; null where that cannot be told or there is none. */
  readonly lastDay: Day | null;
  /** The last stated confidence up to as-of, 0 … 1, with its place. */
  readonly confidence: { readonly value: number; readonly span: Span } | null;
  /** Whether its metric is traced (section 5); null without a metric that is found. */
  readonly traced: boolean | null;
}

export interface Initiative extends EntityBase, Planned, Owned {
  readonly kind: 'initiative';
  readonly declaration: InitiativeDeclaration;
  readonly objective: Objective | null;
  readonly effort: Quantity | null;
}

export type Entity = StrategyHeader | Period | Team | Person | Metric | Goal | Objective | KeyResult | Initiative;
export type EntityKind = Entity['kind'];

/** One set of entities that all reach each other by links of one kind. */
export interface Cycle {
  readonly kind: 'supports' | 'needs' | 'drives' | 'in';
  /** All that reach each other; of `supports` goals and objectives, for which their krs stand. */
  readonly members: ReadonlySet<Entity>;
  /** The first reference of the set by file and place. */
  readonly first: Link;
  /** A shortest circle through it: each step is a link, the first one first. */
  readonly steps: readonly Link[];
}

export interface Strategy {
  readonly asOf: Day;
  /** Days after which an ended period is past. */
  readonly pastDays: number;
  /** By file (UTF-16 order of paths). */
  readonly files: readonly SourceFile[];
  /** Some file could not be read. */
  readonly incomplete: boolean;
  /** Some file has a syntax error. */
  readonly hasSyntaxErrors: boolean;
  /** The first `strategy` declaration. */
  readonly header: StrategyHeader | null;
  /** By file and place, later declarations of a name included. */
  readonly headers: readonly StrategyHeader[];
  readonly periods: readonly Period[];
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly metrics: readonly Metric[];
  readonly goals: readonly Goal[];
  readonly objectives: readonly Objective[];
  /** In the order of their objectives, then as written. */
  readonly keyResults: readonly KeyResult[];
  /** Those at the top and those in objectives, by file and place. */
  readonly initiatives: readonly Initiative[];
  /** Every entity of the above, by file and place. */
  readonly entities: readonly Entity[];
  /** First declarations by id, those in objectives by qualified id. */
  readonly byId: ReadonlyMap<string, Entity>;
  readonly cycles: readonly Cycle[];
  /** References that mean nothing, or something that cannot stand there, by what stands before their dot (all of them without one). */
  readonly unresolved: ReadonlyMap<string, ReadonlySet<Link>>;
}
