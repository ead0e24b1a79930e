/**
 * What a view is: a pure function from a strategy to a picture, the same for the preview, the command and the
 * documentation. Each view has a folder or file with its model (plain data, which the text formats use too), its
 * layout, and its rendering.
 */

import type { Health, Strategy } from '../model/strategy.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import type { Markup } from './markup.ts';

export type ViewName = 'map' | 'scorecard' | 'timeline' | 'metrics' | 'owners';

/** The views in the order in which they are offered. */
export const VIEW_NAMES: readonly ViewName[] = ['map', 'scorecard', 'timeline', 'metrics', 'owners'];

export type FilterKind = 'goal' | 'objective' | 'kr' | 'initiative';

/** What is to be seen. An empty list asks for nothing; the lists all have to be met, by one of their words each. */
export interface ViewFilter {
  /** Ids of people and teams that own it (their objective's count where it has none of its own). */
  readonly owners: readonly string[];
  /** Ids of teams: that own it, or whose people (or the teams in it, and theirs) do. */
  readonly teams: readonly string[];
  /** Ids of periods: it has it, or its days lie within it. */
  readonly periods: readonly string[];
  readonly kinds: readonly FilterKind[];
  readonly health: readonly Health[];
  /** Words that must all occur in its title or id, case aside. */
  readonly text: string;
}

export const NO_FILTER: ViewFilter = { owners: [], teams: [], periods: [], kinds: [], health: [], text: '' };

/** What a review says of one element. */
export interface ChangeMark {
  readonly change: 'added' | 'removed' | 'changed';
  /** Its id on the base side, where that is another one. */
  readonly was: string | null;
  /** What changed, in few words; null where the change says it all. */
  readonly note: string | null;
}

/** What changed since another state of the strategy, for the map of a review. */
export interface Changes {
  readonly base: Strategy;
  /** By id on the head side; removed ones by id on the base side. */
  readonly marks: ReadonlyMap<string, ChangeMark>;
  /** Only what changed, and what it hangs on. */
  readonly only: boolean;
}

/** How a view laid things out, so that the next picture can keep their places. Plain data, which may be stored. */
export interface LayoutHints {
  readonly view: ViewName;
  readonly choices: Readonly<Record<string, number>>;
}

/** What stands together in the scorecard. */
export type Grouping = 'goal' | 'team' | 'owner' | 'period';
export const GROUPINGS: readonly Grouping[] = ['goal', 'team', 'owner', 'period'];

/** `gap`: how far the score lies behind (or before) what is expected. `health`: what needs an eye first. `checkin`: the newest first. */
export type SortKey = 'title' | 'owner' | 'score' | 'gap' | 'confidence' | 'health' | 'checkin';
export const SORT_KEYS: readonly SortKey[] = ['title', 'owner', 'score', 'gap', 'confidence', 'health', 'checkin'];

/** The order of the scorecard's rows, of those that stand below one row each. */
export interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

export interface ViewOptions {
  readonly filter: ViewFilter;
  /** Ids of elements whose contents and supporters are folded away. */
  readonly collapsed: ReadonlySet<string>;
  /** Shows what is past or dropped as well. */
  readonly history: boolean;
  /** Writes where each element stands in the source, as `data-file`, `data-line` and `data-character`: for the preview, not for what leaves the workspace. */
  readonly places: boolean;
  /** null for the strategy as it is. */
  readonly changes: Changes | null;
  /** Of the picture that this one replaces; null for the first. */
  readonly hints: LayoutHints | null;
  /** Width to height that the picture should have: 16/9 for a slide. */
  readonly aspect: number;
  readonly grouping: Grouping;
  /** null for the order written. */
  readonly sorting: Sorting | null;
}

export const DEFAULT_OPTIONS: ViewOptions = {
  filter: NO_FILTER, collapsed: new Set(), history: false, places: false, changes: null, hints: null, aspect: 16 / 9, grouping: 'goal', sorting: null,
};

/**
 * A view drawn. In `body` every element of the strategy has the attributes of `elementAttributes` (element.ts): a
 * `data-key` that stays the same as long as it is the same thing, by which a page is patched in place.
 */
export interface ViewPicture {
  readonly view: ViewName;
  /** `Map of Acme Cloud`. */
  readonly title: string;
  /** What there is to see, in one sentence. */
  readonly summary: string;
  /** One `svg` element, or HTML. */
  readonly body: Markup;
  /** In pixels, of a picture that is one `svg`; null for HTML, which flows. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** The same as a nested list or a table, for those who cannot see the picture; null where the body is one already. */
  readonly text: Markup;
  readonly hints: LayoutHints | null;
}

export interface View {
  readonly name: ViewName;
  /** As it is called: `Map`. */
  readonly title: string;
  /** Its rules in the style sheet, on top of `baseStyle` (style.ts). */
  readonly style: string;
  /** Draws what the options ask for. The findings are those of the whole strategy. */
  readonly draw: (strategy: Strategy, findings: readonly Diagnostic[], options: ViewOptions) => ViewPicture;
}
