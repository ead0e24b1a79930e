/** One owner of all that stands in an objective is said once: at the objective, from which the rest has it. */

import { firstProperty, type PropertyNamed } from '../../../grammar/tree.ts';
import type { Entity, Initiative, KeyResult, Objective } from '../../model/strategy.ts';
import { inBody, inFile, insertedProperty } from '../body-lines.ts';
import { wholeLine } from '../fixes/measure.ts';
import type { FileChange } from '../plan.ts';
import type { Given, Offer, Refactoring } from './refactoring.ts';

export const liftOwner: Refactoring = { kind: 'refactor.rewrite', offers };

function offers({ entity }: Given): readonly Offer[] {
  const objective = objectiveOf(entity);
  if (objective === null || objective.declaration.broken || objective.declaration.body === null) return [];
  const parts = [...objective.keyResults, ...objective.initiatives];
  const owned = parts.flatMap((part) => {
    const owner = firstProperty(part.declaration, 'owner');
    return owner === undefined ? [] : [{ part, owner }];
  });
  const [first] = owned;
  if (first === undefined) return [];
  const written = firstProperty(objective.declaration, 'owner');
  const names = written === undefined ? namesOf(first.owner) : namesOf(written);
  const same = owned.filter(({ owner }) => namesOf(owner) === names);
  if (names === '' || same.length === 0) return [];
  // What names nobody would have an owner that it has not now.
  if (written === undefined && (owned.length < parts.length || same.length < 2)) return [];
  // Inside an objective, none of its own names may be meant: they are no people.
  const title = written === undefined ? `Move the owner ${names} to the objective` : `Leave the owner ${names} to the objective`;
  return [{
    title,
    plan: () => ({
      changes: [
        ...written === undefined ? [{ file: objective.origin.file, ...insertedProperty(objective, 'owner', `owner ${names}`) }] : [],
        ...same.flatMap(({ part, owner }) => removed(part, owner)),
      ],
    }),
  }];
}

function objectiveOf(entity: Entity): Objective | null {
  if (entity.kind === 'objective') return entity;
  return entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
}

function namesOf({ value }: PropertyNamed<'owner'>): string {
  return value.map(({ text }) => text).join(', ');
}

/** The line, and with the last property of a body its braces, where no comment stands in it. */
function removed(part: KeyResult | Initiative, owner: PropertyNamed<'owner'>): readonly FileChange[] {
  const { declaration: { body, children, span }, origin: { file, chunk: { chunk } } } = part;
  const { text } = chunk;
  if (body === null) return [];
  const hasComment = chunk.comments.some(({ start }) => start > body.open.start && start < span.end);
  const isLast = inBody(part.declaration).length === 1 && children.length === 0 && !hasComment;
  const before = text.slice(0, body.open.start).trimEnd().length;
  const cut = isLast ? { start: before, end: span.end } : wholeLine(text, owner.span);
  return [{ file, ...inFile(part, { ...cut, newText: '' }) }];
}
