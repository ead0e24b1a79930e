/** How messages, cards and pictures name a thing. */

import type { Entity, EntityKind } from './strategy.ts';

const KIND_WORDS: Readonly<Record<EntityKind, string>> = {
  strategy: 'strategy', period: 'period', team: 'team', person: 'person', metric: 'metric', goal: 'goal',
  objective: 'objective', kr: 'key result', initiative: 'initiative',
};

/** The kind in words, lower case: `key result`. */
export function kindWord(kind: EntityKind): string {
  return KIND_WORDS[kind];
}

/** Title and id, as messages name a thing: `'Win the mid-market' (win-midmarket)`; the id alone without a title. */
export function shortLabel(entity: Entity): string {
  if (entity.title === null) return `'${entity.id}'`;
  if (entity.declaration.name === null) return `'${entity.title}'`;
  return `'${entity.title}' (${entity.id})`;
}

/** Kind, title and id, at the start of a sentence: `Goal 'Win the mid-market' (win-midmarket)`. */
export function label(entity: Entity): string {
  const word = kindWord(entity.kind);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${shortLabel(entity)}`;
}
