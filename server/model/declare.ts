/** Trees to entities: who is declared, under which name, and who comes first where a name is doubled. */

import { goalsAbove } from './alignment.ts';
import type { Declaration, InitiativeDeclaration, KeyResultDeclaration, ObjectiveDeclaration, PlacedChunk } from '../../grammar/tree.ts';
import { complete, each, type Steps } from './steps.ts';
import type {
  Entity, Goal, Initiative, KeyResult, Link, Metric, Objective, Origin, Period, PeriodReading, Person, SourceFile, Status,
  StrategyHeader, Team,
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

const NO_PERIOD: PeriodReading = { state: 'none' };

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
  return complete(declareSteps(files));
}

/** `declare` in short steps. */
export function* declareSteps(files: readonly SourceFile[]): Steps<Declared> {
  const declared = nothing();
  yield* each(files, (file) => { declareChunks(declared, file, file.tree?.chunks ?? []); }, FILES_AT_ONCE);
  return declared;
}

/** How many files are declared in one step. */
const FILES_AT_ONCE = 50;

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

function idOf({ name, title }: Declaration): string {
  return name?.text ?? quoted(title?.value ?? '');
}

// Every entity is written out, without spreading: one of many properties that is put together is kept as a table by the
// engine, which takes twice the memory and is slower to read.

function declareTop(declared: Declared, declaration: Declaration, origin: Origin): void {
  switch (declaration.kind) {
    case 'strategy': {
      const header: Mutable<StrategyHeader> = {
        kind: 'strategy', declaration, id: idOf(declaration), title: declaration.title?.value ?? null, origin, laterThan: declared.headers[0] ?? null,
        links: [], usedBy: [],
      };
      declared.headers.push(header);
      declared.entities.push(header);
      return;
    }
    case 'period':
      return addTop(declared, declared.periods, {
        kind: 'period', declaration, id: idOf(declaration), title: declaration.title?.value ?? null, origin, laterThan: null, links: [], usedBy: [],
        days: null, within: null,
      });
    case 'team':
      return addTop(declared, declared.teams, {
        kind: 'team', declaration, id: idOf(declaration), title: declaration.title?.value ?? null, origin, laterThan: null, links: [], usedBy: [],
        parent: null, capacity: null,
      });
    case 'person':
      return addTop(declared, declared.people, {
        kind: 'person', declaration, id: idOf(declaration), title: declaration.title?.value ?? null, origin, laterThan: null, links: [], usedBy: [],
        team: null, capacity: null,
      });
    case 'metric':
      return addTop(declared, declared.metrics, {
        kind: 'metric', declaration, id: idOf(declaration), title: declaration.title?.value ?? null, origin, laterThan: null, links: [], usedBy: [],
        unit: null, better: null, drives: [], checkins: [], now: { value: null, problem: null }, current: null,
      });
    case 'goal':
      return addTop(declared, declared.goals, {
        kind: 'goal', declaration, id: idOf(declaration), title: declaration.title?.value ?? null, origin, laterThan: null, links: [], usedBy: [],
        status: ACTIVE, past: false, active: true, closed: false, judged: true, period: NO_PERIOD, score: null, expected: null, health: 'unknown',
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
  return {
    kind: 'initiative', declaration, id: idOf(declaration), title: declaration.title?.value ?? null, origin, laterThan: null, links: [], usedBy: [],
    status: ACTIVE, past: false, active: true, closed: false, judged: true, period: NO_PERIOD, owners: [], ownerWritten: false, objective, effort: null,
  };
}

function keyResult(declaration: KeyResultDeclaration, origin: Origin, objective: Objective): Mutable<KeyResult> {
  return {
    kind: 'kr', declaration, id: idOf(declaration), title: declaration.title?.value ?? null, origin, laterThan: null, links: [], usedBy: [],
    status: ACTIVE, past: false, active: true, closed: false, judged: true, period: NO_PERIOD, score: null, expected: null, health: 'unknown',
    owners: [], ownerWritten: false, objective, metricLink: null, metric: null, reading: null, healthMeasure: false, segment: null, weight: 1,
    checkins: [], current: null, progress: null, noData: false, brokenHealth: false, by: null, lastDay: null, confidence: null, traced: null,
  };
}

/** A class, since an object that is written out with a getter is kept as a table. */
class DeclaredObjective implements Objective {
  readonly kind = 'objective';
  readonly declaration: ObjectiveDeclaration;
  readonly id: string;
  readonly title: string | null;
  readonly origin: Origin;
  readonly laterThan: Entity | null = null;
  readonly links: readonly Link[] = [];
  readonly usedBy: readonly Link[] = [];
  readonly status = ACTIVE;
  readonly past: boolean = false;
  readonly active: boolean = true;
  readonly closed: boolean = false;
  readonly judged: boolean = true;
  readonly period = NO_PERIOD;
  readonly score: Objective['score'] = null;
  readonly expected: Objective['expected'] = null;
  readonly health: Objective['health'] = 'unknown';
  readonly owners: Objective['owners'] = [];
  readonly ownerWritten: boolean = false;
  readonly type: Objective['type'] = null;
  readonly supports: Objective['supports'] = [];
  readonly keyResults: readonly KeyResult[];
  readonly initiatives: readonly Initiative[];
  readonly alignment: Objective['alignment'] = 'unknown';
  readonly goalMetrics: Objective['goalMetrics'] = [];

  constructor(declaration: ObjectiveDeclaration, origin: Origin, keyResults: readonly KeyResult[], initiatives: readonly Initiative[]) {
    this.declaration = declaration;
    this.id = idOf(declaration);
    this.title = declaration.title?.value ?? null;
    this.origin = origin;
    this.keyResults = keyResults;
    this.initiatives = initiatives;
  }

  /** Worked out when asked for: few are, and a chain of goals makes the sets long. */
  get goals(): Objective['goals'] {
    return goalsAbove(this);
  }
}

function declareObjective(declared: Declared, declaration: ObjectiveDeclaration, origin: Origin): void {
  const keyResults: KeyResult[] = [];
  const initiatives: Initiative[] = [];
  const objective: Mutable<Objective> = new DeclaredObjective(declaration, origin, keyResults, initiatives);
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
