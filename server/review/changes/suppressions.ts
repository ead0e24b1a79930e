/** Findings silenced by a comment: once per file and rule (review.md section 3). */

import { compareText } from '../../rules/diagnostic.ts';
import { locate } from '../../rules/diagnostics.ts';
import { ruleNamed } from '../../rules/index.ts';
import { linesOf } from '../../rules/lines.ts';
import { suppressionsOf, type Suppression } from '../../rules/suppressions.ts';
import type { Entity, SourceFile } from '../../model/strategy.ts';
import { firstNotBefore } from '../../model/order.ts';
import { groupedBy, missingFrom } from '../bags.ts';
import type { Hidden } from '../hidden.ts';
import { isFirst } from '../matching.ts';
import { pathInReview, type Location, type ReviewSide } from '../review.ts';
import { counted } from '../sentences.ts';
import { pathSubject } from '../subject.ts';
import type { Comparing } from '../view.ts';

/** A rule's word in a suppression. */
interface Silenced {
  readonly path: string;
  readonly rule: string;
  readonly suppression: Suppression;
  readonly place: Location;
  /** Equal where the same rule is silenced for the same thing, wherever that stands now. */
  readonly key: string;
}

/** Records what is silenced on one side only. One that moved along with what it is about is no change. */
export function compareSuppressions(comparing: Comparing, hidden: Hidden): void {
  const { base, head, pairs } = comparing;
  const unlikeIn = (other: ReviewSide): ((file: SourceFile) => boolean) => {
    const texts = new Map(other.strategy.files.map(({ path, tree }) => [path, tree?.text]));
    return ({ path, tree }) => tree !== null && tree.text !== texts.get(path);
  };
  const before = silencedIn(base, unlikeIn(head), pairs.identity);
  const after = silencedIn(head, unlikeIn(base), pairs.identity);
  record(missingFrom(before, after, ({ key }) => key), 'suppression-removed', comparing, ({ path }) => hidden.isDamaged('head', path));
  record(missingFrom(after, before, ({ key }) => key), 'suppression-added', comparing, ({ path }) => hidden.isDamaged('base', path));
}

function silencedIn({ strategy, root }: ReviewSide, isChanged: (file: SourceFile) => boolean, identity: (entity: Entity) => string): readonly Silenced[] {
  const written = strategy.files.filter(isChanged).flatMap((file) => {
    const suppressions = file.tree === null ? [] : suppressionsOf(file, file.tree);
    return suppressions.length === 0 ? [] : [{ file, suppressions }];
  });
  if (written.length === 0) return [];
  const inFile = groupedBy(strategy.entities.filter(isFirst), ({ origin }) => origin.file.path);
  return written.flatMap(({ file, suppressions }) => {
    const things = thingsByLine(inFile.get(file.path) ?? [], file);
    return suppressions.flatMap((suppression) => suppression.rules.map(({ code, place }): Silenced => ({
      path: file.path, rule: code, suppression, key: `${code} ${aboutWhat(suppression, file.path, things, identity)}`,
      place: { ...locate(place), file: pathInReview(root, file.path) },
    })));
  });
}

/** The file, or the things that begin or stand on the lines that it reaches. */
function aboutWhat({ reach }: Suppression, path: string, things: (line: number) => Entity | undefined, identity: (entity: Entity) => string): string {
  switch (reach.type) {
    case 'file': return `file ${path}`;
    case 'nowhere': return `nowhere ${path}`;
    case 'lines': {
      const last = reach.lines.at(-1);
      const thing = last === undefined ? undefined : things(last);
      return thing === undefined ? `outside ${path}` : identity(thing);
    }
  }
}

/** The last declaration that begins on a line or above it. */
function thingsByLine(entities: readonly Entity[], file: SourceFile): (line: number) => Entity | undefined {
  if (file.tree === null) return () => undefined;
  const lines = linesOf(file.tree);
  const starts = entities.map((entity) => lines.positionAt(entity.origin.chunk.start + entity.declaration.span.start).line);
  return (line) => entities[firstNotBefore(starts, (start) => (start <= line ? -1 : 1)) - 1];
}

function record(silenced: readonly Silenced[], kind: 'suppression-added' | 'suppression-removed', { head, ledger, base }: Comparing, isHidden: (one: Silenced) => boolean): void {
  const groups = groupedBy(silenced, (one) => (isHidden(one) ? null : JSON.stringify([one.path, one.rule])));
  const isAdded = kind === 'suppression-added';
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { path, rule, place } = first;
    const file = pathInReview(head.root, path);
    const text = reasonsText(group);
    const hidesError = isAdded && [base, head].some(({ settings }) => settings.rules.get(rule)?.severity === 'error');
    ledger.record({
      kind, subject: pathSubject('file', file), property: rule, before: isAdded ? null : text, after: isAdded ? text : null,
      base: isAdded ? null : place, head: isAdded ? place : null, ...hidesError ? { risk: 'high' as const } : {},
      message: `${isAdded ? 'Findings' : 'No more findings'} of ${ruleNamed(rule) === undefined ? 'an unknown rule, ' : 'rule '}${rule} are silenced ${group.length === 1 ? '' : `${counted(group.length, 'time')} `}in ${file}${isAdded ? `: ${text}` : ''}.`,
    });
  }
}

function reasonsText(group: readonly Silenced[]): string {
  const reasons = group.map(({ suppression }) => suppression.reason ?? 'no reason given');
  return [...new Set(reasons)].sort(compareText).join('; ');
}
