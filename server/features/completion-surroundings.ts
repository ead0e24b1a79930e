/** What a cursor stands in, as the last analysis knows it: by the names of the bodies around it. */

import type { Entity, Strategy } from '../model/strategy.ts';
import type { CompletionContext } from './completion-context.ts';
import { enclosing } from './cursor.ts';
import type { Snapshot } from './snapshot.ts';

/** The innermost thing around the cursor, and the top-level one; null where the analysis does not know it. */
export function surroundings({ analysis }: Snapshot, { bodies: [outer, inner] }: CompletionContext): { readonly top: Entity | null; readonly entity: Entity | null } {
  if (analysis === null || outer === undefined) return { top: null, entity: null };
  const top = analysis.strategy.byId.get(outer.name ?? outer.title ?? '') ?? null;
  if (inner === undefined) return { top, entity: top };
  const entity = analysis.strategy.byId.get(`${outer.name ?? ''}.${inner.name ?? inner.title ?? ''}`) ?? null;
  return { top, entity };
}

/** The properties that stand behind the cursor in the body in which it stands. */
export function writtenAfter({ document: { tree } }: Snapshot, { bodies }: CompletionContext, offset: number): readonly string[] {
  const at = enclosing(tree, offset);
  const declaration = at?.declarations.at(-1);
  const body = bodies.at(-1);
  if (at === null || declaration === undefined || body === undefined || declaration.kind !== body.kind) return [];
  if ((declaration.name?.text ?? null) !== (body.name === null ? null : body.name.normalize('NFC'))) return [];
  const later = declaration.properties.filter(({ word }) => at.chunk.start + word.start > offset);
  return later.flatMap((property) => {
    if (property.name !== 'measure') return [property.name];
    const { measure, now, by } = property.value;
    return [...measure === null ? [] : [MEASURED], ...now.length > 0 ? ['now'] : [], ...by.length > 0 ? ['by'] : []];
  });
}

/** Stands for a measure, whatever its words, among the names of properties. */
export const MEASURED = 'done';

/** The owners of what the cursor stands in, their teams, and the teams in which these are. */
export function homeOf(top: Entity | null): ReadonlySet<Entity> {
  const home = new Set<Entity>();
  const owners = top !== null && 'owners' in top ? top.owners : [];
  for (const owner of owners) {
    home.add(owner);
    for (let team = owner.kind === 'person' ? owner.team : owner.parent; team !== null && !home.has(team); team = team.parent) home.add(team);
  }
  return home;
}

/** Whether a thing is at home there: a team or person of it, or something that one of them is accountable for. */
export function isAtHome(entity: Entity, home: ReadonlySet<Entity>): boolean {
  if (home.size === 0) return false;
  if (home.has(entity)) return true;
  if (entity.kind === 'person') return entity.team !== null && home.has(entity.team);
  if (entity.kind === 'team') return entity.parent !== null && home.has(entity.parent);
  return 'owners' in entity && entity.owners.some((owner) => home.has(owner) || isAtHome(owner, home));
}

/** The metric of that name. */
export function metricNamed(strategy: Strategy | undefined, name: string | undefined): (Entity & { readonly kind: 'metric' }) | null {
  const found = name === undefined ? undefined : strategy?.byId.get(name.normalize('NFC'));
  return found?.kind === 'metric' ? found : null;
}
