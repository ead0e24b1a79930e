/** What each reference means (language.md section 3: an enclosing objective's names first, then those at the top). */

import {
  measuredParts, type ByClause, type Declaration, type KeyResultDeclaration, type NowClause, type PeriodExpression, type Property,
  type Reference,
} from '../../grammar/tree.ts';
import type { Declared, Mutable, Namespace } from './declare.ts';
import { complete, each, type Steps } from './steps.ts';
import type { Entity, EntityKind, Link, LinkKind, Objective, Resolution } from './strategy.ts';

/** The kinds that may stand where a reference of each kind of link stands. `in` depends on what says it. */
export const TARGET_KINDS: Readonly<Record<Exclude<LinkKind, 'in' | 'supports'>, readonly EntityKind[]>> = {
  drives: ['metric'],
  needs: ['objective', 'kr', 'initiative'],
  advances: ['objective', 'kr'],
  metric: ['metric'],
  owner: ['person', 'team'],
  with: ['person', 'team'],
  lead: ['person'],
  sponsor: ['person'],
  period: ['period'],
  by: ['period'],
};

/** The kinds that may stand where `from` makes a link of that kind. */
export function targetKinds(kind: LinkKind, from: EntityKind): readonly EntityKind[] {
  if (kind === 'in') return from === 'period' ? ['period'] : ['team'];
  if (kind === 'supports') return from === 'goal' ? ['goal'] : ['goal', 'objective', 'kr'];
  return TARGET_KINDS[kind];
}

/** The properties of a declaration that count: of one that stands twice the first, but of those that may repeat all. */
export function countingProperties(declaration: Declaration): readonly Property[] {
  const { properties } = declaration;
  // Most bodies are short and double nothing; a long one is walked once all the same.
  if (properties.length <= SHORT_BODY && !isSomeDoubled(declaration)) return properties;
  const seen = new Set<string>();
  return properties.filter((property) => {
    if (mayRepeat(declaration, property)) return true;
    if (seen.has(property.name)) return false;
    seen.add(property.name);
    return true;
  });
}

const SHORT_BODY = 16;

function isSomeDoubled(declaration: Declaration): boolean {
  const { properties } = declaration;
  for (let later = 1; later < properties.length; later += 1) {
    const property = properties[later];
    if (property === undefined || mayRepeat(declaration, property)) continue;
    for (let earlier = 0; earlier < later; earlier += 1) if (properties[earlier]?.name === property.name) return true;
  }
  return false;
}

/** Whether the property may stand more than once where it stands (language.md section 3, marked `*`). */
function mayRepeat(declaration: Declaration, property: Property): boolean {
  switch (property.name) {
    case 'link': case 'evidence': case 'checkin': return true;
    case 'metric': return declaration.kind === 'goal';
    // Doubled measures, `now` and `by` of a kr are told apart by `measuredParts`.
    case 'measure': case 'now': case 'by': return declaration.kind === 'kr';
    default: return false;
  }
}

/** How a reference came out. */
export interface Meaning {
  readonly resolution: Resolution;
  readonly target: Entity | null;
  readonly bearer: Entity | null;
}

const UNKNOWN: Meaning = { resolution: 'unknown', target: null, bearer: null };

/** The names of one namespace, looked up. */
export interface Names {
  readonly first: (name: string) => Entity | undefined;
  readonly isDoubled: (name: string) => boolean;
}

/** All names of a strategy. */
export interface NameSpaces {
  readonly top: Names;
  readonly inside: (objective: Objective) => Names | undefined;
}

/** One namespace as it is looked up. */
export function namesOf({ first, doubled }: Namespace): Names {
  return { first: (name) => first.get(name), isDoubled: (name) => doubled.has(name) };
}

/** Resolves references against the names of one strategy. */
export class Resolver {
  readonly #spaces: NameSpaces;

  constructor(spaces: NameSpaces) {
    this.#spaces = spaces;
  }

  /** What a reference means that stands in `from`, as a link of that kind. */
  meaning(kind: LinkKind, from: Entity, reference: Reference): Meaning {
    return this.#meaning(reference, targetKinds(kind, from.kind), kind === 'supports' ? null : enclosingObjective(from));
  }

  /** A reference with what it means. */
  link(kind: LinkKind, from: Entity, reference: Reference): Link {
    const { resolution, target, bearer } = this.meaning(kind, from, reference);
    return { kind, from, reference, resolution, target, bearer };
  }

  #meaning(reference: Reference, kinds: readonly EntityKind[], enclosing: Objective | null): Meaning {
    if (reference.local !== null) return this.#qualified(reference.head, reference.local, kinds);
    const { top } = this.#spaces;
    return choose(enclosing === null ? undefined : this.#spaces.inside(enclosing), top, reference.text, kinds);
  }

  #qualified(head: string, local: string, kinds: readonly EntityKind[]): Meaning {
    const { top } = this.#spaces;
    const objective = top.first(head);
    if (objective?.kind === 'objective') {
      const meaning = choose(this.#spaces.inside(objective), undefined, local, kinds);
      if (meaning.resolution === 'found') return meaning;
      // A later declaration of the objective may hold what is meant: the doubled name is the one mistake.
      return top.isDoubled(head) ? { ...meaning, resolution: 'unclear' } : meaning;
    }
    return top.isDoubled(head) ? { ...UNKNOWN, resolution: 'unclear' } : UNKNOWN;
  }
}

/** The first of two namespaces that has the name for something of one of the kinds. */
function choose(inner: Names | undefined, outer: Names | undefined, name: string, kinds: readonly EntityKind[]): Meaning {
  const within = inner?.first(name);
  if (within !== undefined && kinds.includes(within.kind)) return { resolution: 'found', target: within, bearer: null };
  const without = outer?.first(name);
  if (without !== undefined && kinds.includes(without.kind)) return { resolution: 'found', target: without, bearer: null };
  const bearer = within ?? without;
  if (bearer === undefined) return UNKNOWN;
  const doubled = (within !== undefined && inner?.isDoubled(name) === true) || (without !== undefined && outer?.isDoubled(name) === true);
  return { resolution: doubled ? 'unclear' : 'wrong-kind', target: null, bearer };
}

function enclosingObjective(entity: Entity): Objective | null {
  if (entity.kind === 'objective') return entity;
  if (entity.kind === 'kr' || entity.kind === 'initiative') return entity.objective;
  return null;
}

/** Fills `links` of every entity, `usedBy` of what they name, and `unresolved`. */
export function resolveLinks(declared: Declared): void {
  complete(resolveSteps(declared));
}

/** `resolveLinks` in short steps. */
export function* resolveSteps(declared: Declared): Steps<void> {
  const resolver = new Resolver({ top: namesOf(declared.top), inside: insideNames(declared) });
  yield* each(declared.entities, (entity) => {
    const links = referencesOf(entity).map(({ kind, reference }) => resolver.link(kind, entity, reference));
    (entity as Mutable<Entity>).links = links;
    for (const link of links) {
      if (link.target !== null) (link.target.usedBy as Link[]).push(link);
      else addUnresolved(declared.unresolved, link);
    }
  });
}

/** The names inside objectives: those of one after the other are asked for. */
function insideNames({ inside }: Declared): NameSpaces['inside'] {
  let last: Objective | null = null;
  let names: Names | undefined;
  return (objective) => {
    if (objective !== last) {
      const namespace = inside.get(objective);
      names = namespace === undefined ? undefined : namesOf(namespace);
      last = objective;
    }
    return names;
  };
}

/** Notes a link that means nothing by the head of its reference. */
export function addUnresolved(unresolved: Map<string, Set<Link>>, link: Link): void {
  const { head } = link.reference;
  const links = unresolved.get(head);
  if (links === undefined) unresolved.set(head, new Set([link]));
  else links.add(link);
}

/** A reference as an entity makes it. */
export interface MadeReference {
  readonly kind: LinkKind;
  readonly reference: Reference;
}

/** Every reference that an entity makes itself, in the order written. */
export function referencesOf(entity: Entity): readonly MadeReference[] {
  const made: MadeReference[] = [];
  const add = (kind: LinkKind, reference: Reference): void => { made.push({ kind, reference }); };
  const addPeriod = (kind: LinkKind, expression: PeriodExpression | null): void => {
    if (expression?.type === 'name') add(kind, expression.reference);
  };
  addPeriod('in', entity.declaration.in);
  for (const property of countingProperties(entity.declaration)) {
    switch (property.name) {
      case 'owner': case 'with': case 'needs': case 'drives': case 'advances': case 'lead': case 'sponsor':
        for (const reference of property.value) add(property.name, reference);
        break;
      case 'supports':
        for (const target of property.value) add('supports', target.reference);
        break;
      case 'period':
        addPeriod('period', property.value);
        break;
      case 'metric':
        if (property.value.reference !== null) add('metric', property.value.reference);
        if (entity.kind === 'goal') addPeriod('by', property.value.by[0]?.period ?? null);
        break;
      default:
        break;
    }
  }
  if (entity.kind === 'kr') addPeriod('by', deadlineClause(entity.declaration)?.period ?? null);
  return made.length > 1 ? made.sort((a, b) => a.reference.start - b.reference.start) : made;
}

/** The `by` of a kr that counts: the first, wherever it stands. */
export function deadlineClause(declaration: KeyResultDeclaration): ByClause | undefined {
  return measuredParts(declaration).flatMap((part) => part.by)[0];
}

/** The `now` of a kr that counts: the first, wherever it stands. */
export function nowClause(declaration: KeyResultDeclaration): NowClause | undefined {
  return measuredParts(declaration).flatMap((part) => part.now)[0];
}
