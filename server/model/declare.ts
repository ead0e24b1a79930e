/** Trees to entities: who is declared, under which name, and who comes first where a name is doubled. */

import { goalsAbove } from './alignment.ts';
import type { Declaration, InitiativeDeclaration, KeyResultDeclaration, ObjectiveDeclaration, PlacedChunk } from '../../grammar/tree.ts';
import type {
  Entity, Goal, Initiative, KeyResult, Link, Metric, Objective, Origin, Period, Person, SourceFile, Status, StrategyHeader, Team,
} from './strategy.ts';

/** A type while the strategy is being built. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The names declared in one namespace, each with its first declaration. */
export interface Namespace {
  readonly first: Map<string, Entity>;
  /** Names declared more than once, with every declaration of them. */
  readonly doubled: Map<string, Entity[]>;
}

/** Every entity, by file and place, with the namespaces; links, periods and numbers are filled in by later steps. */
export interface Declared {
  readonly headers: StrategyHeader[];
  readonly periods: Period[];
  readonly teams: Team[];
  readonly people: Person[];
  readonly metrics: Metric[];
  readonly goals: Goal[];
  readonly objectives: Objective[];
  readonly keyResults: KeyResult[];
  readonly initiatives: Initiative[];
  readonly entities: Entity[];
  readonly top: Namespace;
  /** The names inside each objective. */
  readonly inside: Map<Objective, Namespace>;
  /** Filled with the links. */
  readonly unresolved: Map<string, Set<Link>>;
}

const ACTIVE: Status = { value: 'active', own: 'active', date: null, reason: null };

function planned() {
  return { status: ACTIVE, past: false, active: true, closed: false, judged: true, period: { state: 'none' } as const };
}

function standing() {
  return { score: null, expected: null, health: 'unknown' as const };
}

function namespace(): Namespace {
  return { first: new Map(), doubled: new Map() };
}

/** The first declaration of the name, where this is a later one; else null, and the name is taken. */
function declareName(names: Namespace, name: string, entity: Entity): Entity | null {
  const first = names.first.get(name);
  if (first === undefined) {
    names.first.set(name, entity);
    return null;
  }
  const all = names.doubled.get(name);
  if (all === undefined) names.doubled.set(name, [first, entity]);
  else all.push(entity);
  return first;
}

/** A title as the string that stands in an id: `"Onboarding stays \"reliable\""`. */
export function quoted(title: string): string {
  return `"${title.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}"`;
}

/** The names inside an objective. */
export function namesWithin(objective: Objective): Namespace {
  const names = namespace();
  const children = [...objective.keyResults, ...objective.initiatives];
  for (const child of children.sort((a, b) => a.declaration.span.start - b.declaration.span.start)) {
    if (child.declaration.name !== null) declareName(names, child.declaration.name.text, child);
  }
  return names;
}

/** Walks the trees of all files (in the order given) and declares what stands in them. */
export function declare(files: readonly SourceFile[]): Declared {
  const declared = nothing();
  for (const file of files) declareChunks(declared, file, file.tree?.chunks ?? []);
  return declared;
}

/** Declares what stands in some chunks of a file, as though it were all there is. */
export function declarePart(file: SourceFile, chunks: readonly PlacedChunk[]): Declared {
  const declared = nothing();
  declareChunks(declared, file, chunks);
  return declared;
}

function nothing(): Declared {
  return {
    headers: [], periods: [], teams: [], people: [], metrics: [], goals: [], objectives: [], keyResults: [], initiatives: [],
    entities: [], top: namespace(), inside: new Map(), unresolved: new Map(),
  };
}

function declareChunks(declared: Declared, file: SourceFile, chunks: readonly PlacedChunk[]): void {
  for (const chunk of chunks) {
    const origin: Origin = { file, chunk };
    for (const declaration of chunk.chunk.declarations) declareTop(declared, declaration, origin);
  }
}

function base(declaration: Declaration, origin: Origin) {
  return {
    id: declaration.name?.text ?? quoted(declaration.title?.value ?? ''),
    title: declaration.title?.value ?? null,
    origin,
    laterThan: null as Entity | null,
    links: [],
    usedBy: [],
  };
}

function declareTop(declared: Declared, declaration: Declaration, origin: Origin): void {
  switch (declaration.kind) {
    case 'strategy': {
      const header: Mutable<StrategyHeader> = { kind: 'strategy', declaration, ...base(declaration, origin) };
      header.laterThan = declared.headers[0] ?? null;
      declared.headers.push(header);
      declared.entities.push(header);
      return;
    }
    case 'period':
      return addTop(declared, declared.periods, { kind: 'period', declaration, ...base(declaration, origin), days: null, within: null });
    case 'team':
      return addTop(declared, declared.teams, { kind: 'team', declaration, ...base(declaration, origin), parent: null, capacity: null });
    case 'person':
      return addTop(declared, declared.people, { kind: 'person', declaration, ...base(declaration, origin), team: null, capacity: null });
    case 'metric':
      return addTop(declared, declared.metrics, {
        kind: 'metric', declaration, ...base(declaration, origin),
        unit: null, better: null, drives: [], checkins: [], now: { value: null, problem: null }, current: null,
      });
    case 'goal':
      return addTop(declared, declared.goals, {
        kind: 'goal', declaration, ...base(declaration, origin), ...planned(), ...standing(),
        owners: [], ownerWritten: false, goalKind: null, metrics: [], supports: [],
      });
    case 'objective':
      return declareObjective(declared, declaration, origin);
    case 'initiative':
      return addTop(declared, declared.initiatives, initiative(declaration, origin, null));
    case 'kr':
      // A kr stands in an objective; the parser reports one that does not.
      return;
  }
}

function addTop<E extends Entity>(declared: Declared, list: E[], entity: Mutable<E>): void {
  const name = entity.declaration.name;
  if (name !== null) entity.laterThan = declareName(declared.top, name.text, entity as E);
  list.push(entity);
  declared.entities.push(entity as E);
}

function initiative(declaration: InitiativeDeclaration, origin: Origin, objective: Objective | null): Mutable<Initiative> {
  return { kind: 'initiative', declaration, ...base(declaration, origin), ...planned(), owners: [], ownerWritten: false, objective, effort: null };
}

function keyResult(declaration: KeyResultDeclaration, origin: Origin, objective: Objective): Mutable<KeyResult> {
  return {
    kind: 'kr', declaration, ...base(declaration, origin), ...planned(), ...standing(), owners: [], ownerWritten: false,
    objective, metricLink: null, metric: null, reading: null, healthMeasure: false, segment: null, weight: 1, checkins: [],
    current: null, progress: null, noData: false, brokenHealth: false, by: null, lastDay: null, confidence: null, traced: null,
  };
}

function declareObjective(declared: Declared, declaration: ObjectiveDeclaration, origin: Origin): void {
  const keyResults: KeyResult[] = [];
  const initiatives: Initiative[] = [];
  const objective: Mutable<Objective> = {
    kind: 'objective', declaration, ...base(declaration, origin), ...planned(), ...standing(), owners: [], ownerWritten: false,
    type: null, supports: [], keyResults, initiatives, alignment: 'unknown', goalMetrics: [],
    // Worked out when asked for: few objectives are, and a chain of goals makes the sets long.
    get goals() { return goalsAbove(this); },
  };
  addTop(declared, declared.objectives, objective);
  const names = namespace();
  declared.inside.set(objective, names);
  const titles = new Map<string, number>();
  for (const child of declaration.children) {
    const entity = child.kind === 'kr' ? keyResult(child, origin, objective) : initiative(child, origin, objective);
    if (child.name !== null) {
      entity.id = `${objective.id}.${child.name.text}`;
      entity.laterThan = declareName(names, child.name.text, entity);
    } else {
      const nth = (titles.get(entity.id) ?? 0) + 1;
      titles.set(entity.id, nth);
      entity.id = `${objective.id}.${entity.id}${nth === 1 ? '' : `#${nth}`}`;
    }
    entity.laterThan = objective.laterThan ?? entity.laterThan;
    declared.entities.push(entity);
    if (entity.kind === 'kr') {
      keyResults.push(entity);
      declared.keyResults.push(entity);
    } else {
      initiatives.push(entity);
      declared.initiatives.push(entity);
    }
  }
}
