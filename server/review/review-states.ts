/** Two states to a review: every root compared, its findings and scores, and one verdict over all of them. */

import { formatDay, type Day } from '../../grammar/calendar.ts';
import { buildStrategy, strategySteps } from '../model/build.ts';
import { complete, type Steps } from '../model/steps.ts';
import type { SourceFile, Strategy } from '../model/strategy.ts';
import { compareText } from '../rules/diagnostic.ts';
import { readSettings } from '../rules/settings.ts';
import { anchorsOf, type Anchors } from './anchors.ts';
import { compareStrategies } from './compare.ts';
import { differingFiles } from './differing-files.ts';
import { findingsSteps } from './findings/findings.ts';
import { Hidden } from './hidden.ts';
import { movedRootNotes } from './moved-root.ts';
import { compareChanges } from './order.ts';
import { isDamaged, type Change, type FindingEntry, type Review, type Revision, type ReviewSide, type SideName } from './review.ts';
import { settingsAreDamaged, settingsOfSides } from './rule-set.ts';
import { scoreChanges } from './scores/scores.ts';
import type { RootState, State } from './state.ts';
import { NOTHING, promisesIn, sum, tallyOf, type Tally } from './summary/tally.ts';
import { verdict } from './summary/verdict.ts';
import { settingsTextOf, withReasons } from './unreadable.ts';
import { wholeStrategy } from './whole-strategy.ts';

export interface ReviewInput {
  readonly base: Pick<Revision, 'given' | 'commit'>;
  readonly head: Revision;
  readonly baseState: State;
  readonly headState: State;
  /** The day asked for; null leaves it to head's settings, else to today. */
  readonly asOf: Day | null;
  readonly today: Day;
  /** The reasons of accepted changes, by fingerprint. */
  readonly accepted: ReadonlyMap<string, string>;
}

/** What the comparison of one root comes to. */
interface RootReview extends Pick<Review, 'changes' | 'findings' | 'scores' | 'unreadable' | 'notes' | 'complete'> {
  /** null where it is on one side only. */
  readonly base: Strategy | null;
  readonly anchors: Anchors;
  readonly asOf: Day;
  readonly tally: Tally;
  readonly differingFiles: number;
}

/** A review, and where in head to speak of what is not there any more. */
export interface AnchoredReview {
  readonly review: Review;
  readonly anchors: Anchors;
  /** The base side of each root that differs and is on both sides. */
  readonly bases: ReadonlyMap<string, Strategy>;
}

/** Compares two states. Pure: the same states give the same review. */
export function reviewStates(input: ReviewInput): AnchoredReview {
  return complete(reviewSteps(input));
}

/** `reviewStates` in short steps, for a caller that has other things to do in between or may want to give up. */
export function* reviewSteps(input: ReviewInput): Steps<AnchoredReview> {
  const roots = [...new Set([...input.baseState.roots.keys(), ...input.headState.roots.keys()])].sort(compareText);
  const reviews: RootReview[] = [];
  for (const root of roots) reviews.push(yield* reviewRoot(input, input.baseState.roots.get(root) ?? null, input.headState.roots.get(root) ?? null));
  const all = <T>(read: (review: RootReview) => readonly T[]): readonly T[] => reviews.flatMap(read);
  const changes = all((review) => review.changes).toSorted(compareChanges).map((change) => withReason(change, input.accepted));
  const unreadable = all((review) => review.unreadable);
  const isComplete = reviews.every((review) => review.complete);
  const review: Review = {
    version: 1, asOf: commonDay(reviews, input), complete: isComplete, base: { given: input.base.given, commit: input.base.commit }, head: input.head,
    summary: {
      total: changes.length,
      ...countByRisk(changes),
      accepted: changes.filter(({ accepted }) => accepted !== null).length,
      worst: changes.find(({ accepted }) => accepted === null)?.risk ?? null,
      verdict: verdict({
        tally: reviews.map(({ tally }) => tally).reduce(sum, NOTHING),
        changes: changes.length,
        differingFiles: reviews.reduce((count, review) => count + review.differingFiles, 0),
        damagedFiles: isComplete ? null : new Set(unreadable.filter(({ side }) => side === 'head').map(({ file }) => file)).size,
      }),
    },
    changes,
    findings: {
      introduced: all(({ findings }) => findings.introduced), fixed: all(({ findings }) => findings.fixed),
      silenced: all(({ findings }) => findings.silenced), gone: all(({ findings }) => findings.gone),
    },
    scores: all(({ scores }) => scores),
    unreadable,
    notes: [...all(({ notes }) => notes), ...movedRootNotes(input.baseState, input.headState), ...submoduleNotes(input)],
  };
  const bases = new Map(reviews.flatMap(({ base }, index) => (base === null ? [] : [[roots[index] ?? '', base] as const])));
  return { review, bases, anchors: new Map(reviews.flatMap(({ anchors }) => [...anchors])) };
}

function withReason(change: Change, accepted: ReviewInput['accepted']): Change {
  const reason = accepted.get(change.fingerprint);
  return reason === undefined ? change : { ...change, accepted: reason };
}

function countByRisk(changes: readonly Change[]): Pick<Review['summary'], 'high' | 'medium' | 'low' | 'info'> {
  const count = (risk: Change['risk']): number => changes.filter((change) => change.risk === risk).length;
  return { high: count('high'), medium: count('medium'), low: count('low'), info: count('info') };
}

/** null where several roots are judged by different days. */
function commonDay(reviews: readonly RootReview[], { asOf, today }: ReviewInput): string | null {
  const days = new Set(reviews.map((review) => review.asOf));
  if (days.size > 1) return null;
  const [day = asOf ?? today] = days;
  return formatDay(day);
}

function submoduleNotes({ baseState, headState }: ReviewInput): readonly string[] {
  const paths = new Set([...baseState.submodules.keys(), ...headState.submodules.keys()]);
  return [...paths].sort(compareText).filter((path) => baseState.submodules.get(path) !== headState.submodules.get(path))
    .map((path) => `The submodule ${path} changed. What is in it is not compared here: review it in its own repository.`);
}

function* reviewRoot(input: ReviewInput, base: RootState | null, head: RootState | null): Steps<RootReview> {
  const [baseText, headText] = [settingsTextOf(base, head), settingsTextOf(head, base)];
  const settings = settingsOfSides(baseText, headText);
  // Of a strategy that was removed there is no day of head's.
  const asOf = input.asOf ?? (head === null ? settings.base : settings.head).asOf ?? input.today;
  if (base === null || head === null) return oneSided(base, head, asOf);
  const differing = differingFiles(base, head);
  if (differing === 0 && [base, head].every(isWhole)) return { ...UNTOUCHED, asOf };
  const build = { asOf, pastDays: settings.common.past };
  const baseSide: ReviewSide = { root: base.root, settingsText: baseText, strategy: yield* strategySteps(base.files, build), settings: settings.base, asOf };
  const headSide: ReviewSide = { root: head.root, settingsText: headText, strategy: yield* strategySteps(head.files, build), settings: settings.head, asOf };
  const { changes, pairs, unreadable, complete: couldBeRead, notes } = compareStrategies(baseSide, headSide);
  yield;
  const findings = yield* findingsSteps({ base: baseSide, head: headSide, settings, pairs, changes });
  return {
    asOf, changes, notes, base: baseSide.strategy, anchors: anchorsOf({ base: baseSide, head: headSide, pairs, changes }),
    unreadable: withReasons(unreadable, [['base', base], ['head', head]]),
    complete: couldBeRead && head.unreadable.length === 0,
    findings,
    scores: scoreChanges(baseSide.strategy, pairs),
    tally: tallyOf({ base: baseSide.strategy, head: headSide.strategy, pairs, changes }),
    differingFiles: differing,
  };
}

function isWhole({ files, unreadable, settingsText }: RootState): boolean {
  return unreadable.length === 0 && !settingsAreDamaged(settingsText) && !files.some(isDamaged);
}

const NO_FINDINGS: Readonly<Record<keyof Review['findings'], readonly FindingEntry[]>> = { introduced: [], fixed: [], silenced: [], gone: [] };
const UNTOUCHED: Omit<RootReview, 'asOf'> = {
  changes: [], notes: [], base: null, anchors: new Map(), unreadable: [], complete: true, findings: NO_FINDINGS, scores: [], tally: NOTHING, differingFiles: 0,
};

/** A root that is on one side only is one change; its content is counted there, not listed. */
function oneSided(base: RootState | null, head: RootState | null, asOf: Day): RootReview {
  const state = head ?? base;
  if (state === null) throw new Error('a root is on one side at least');
  const name: SideName = head === null ? 'base' : 'head';
  const side = sideOf(state, state.files, asOf);
  const nothing = sideOf(state, [], asOf);
  const hidden = name === 'base' ? new Hidden(side, { ...nothing, settingsText: null }) : new Hidden({ ...nothing, settingsText: null }, side);
  return {
    ...UNTOUCHED, asOf, changes: [wholeStrategy(name, state, side.strategy)],
    unreadable: withReasons(hidden.list(), [['base', base], ['head', head]]),
    complete: !hidden.headIsDamaged && (head?.unreadable.length ?? 0) === 0,
    tally: { ...NOTHING, weakened: name === 'base' ? promisesIn(side.strategy) : 0 },
    differingFiles: state.files.length,
  };
}

function sideOf({ root, settingsText }: RootState, files: readonly SourceFile[], asOf: Day): ReviewSide {
  const { settings } = readSettings(settingsText);
  return { root, settingsText, settings, asOf, strategy: buildStrategy(files, { asOf, pastDays: settings.past }) };
}
