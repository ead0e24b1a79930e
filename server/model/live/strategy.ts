/**
 * A strategy that is kept up with its files. An update costs what it touches: entities of which the text changed are read
 * anew, names that came to mean something else are looked up anew, and what really changed is handed on to what reads it.
 * After any sequence of updates it says what `buildStrategy` would say of the same files.
 */

import type { SyntaxTree } from '../../../grammar/tree.ts';
import type { SupportNode } from '../alignment.ts';
import { builtSteps, hasProblems, type BuildOptions, type Built } from '../build.ts';
import type { StrategyChange } from '../change.ts';
import { namesWithin, type Mutable } from '../declare.ts';
import { firstNotBefore, topOf } from '../order.ts';
import { namesOf, Resolver, type Names } from '../references.ts';
import { each, type Steps } from '../steps.ts';
import type { Cycle, Entity, EntityKind, Link, Objective, SourceFile, Strategy } from '../strategy.ts';
import { LiveAlignment } from './alignment.ts';
import { Changes } from './changes.ts';
import { LiveCycles } from './cycles.ts';
import { apply, editOf, isSameList, type FileEdit } from './edit.ts';
import { LiveLinks, planLinks, type LinkListener, type LinkPlan } from './links.ts';
import { LiveIds, LiveNames } from './names.ts';
import { LiveTracing } from './tracing.ts';
import { LiveValues, type ValueListener } from './values.ts';

/** What changed in the files of a strategy. */
export interface FileChanges {
  /** Those that are new, or of which the tree is another one. */
  readonly changed: readonly SourceFile[];
  /** The paths of those that are no more. */
  readonly removed: readonly string[];
}

/** Reads all files, in short steps. */
export function* liveStrategySteps(files: readonly SourceFile[], options: BuildOptions): Steps<LiveStrategy> {
  const built = yield* builtSteps(files, options);
  const live = new LiveStrategy(built, options);
  yield* live.begin();
  return live;
}

/** How many links are looked up in one step. */
const AT_ONCE = 200;

export class LiveStrategy {
  readonly #options: BuildOptions;
  readonly #files: SourceFile[];
  readonly #entities: Entity[];
  /** `Strategy.goals` and its like. */
  readonly #lists: ReadonlyMap<EntityKind, Entity[]>;
  readonly #names = new LiveNames();
  readonly #links: LiveLinks;
  readonly #cycles: LiveCycles;
  readonly #alignment: LiveAlignment;
  readonly #tracing: LiveTracing;
  readonly #parts: Built['parts'];
  readonly #byId: LiveIds;
  /** How many files could not be read whole, and how many have syntax errors. */
  readonly #facts = { unread: 0, faulty: 0 };
  #strategy: Strategy;

  constructor({ parts, flows }: Built, options: BuildOptions) {
    this.#options = options;
    this.#files = [...parts.files];
    this.#entities = parts.entities as Entity[];
    this.#lists = listsOf(parts);
    this.#links = new LiveLinks(parts.unresolved as Map<string, Set<Link>>);
    this.#cycles = new LiveCycles(parts.cycles as Cycle[]);
    this.#alignment = new LiveAlignment(flows, (node) => this.#cycles.cycleOf('supports', node));
    this.#tracing = new LiveTracing(parts.metrics, {
      above: (objective) => this.#alignment.above(objective),
      isCircling: (metric) => this.#cycles.cycleOf('drives', metric) !== undefined,
    });
    for (const { tree } of this.#files) this.#count(tree, 1);
    this.#parts = parts;
    this.#byId = new LiveIds(this.#names, parts);
    this.#strategy = this.#view();
  }

  /** The strategy as it is from now on; those given out before are as it is, too. */
  #view(): Strategy {
    const facts = this.#facts;
    return {
      ...this.#parts, files: this.#files, byId: this.#byId,
      get incomplete() { return facts.unread > 0; },
      get hasSyntaxErrors() { return facts.faulty > 0; },
      get header() { return this.headers[0] ?? null; },
    };
  }

  /** Indexes everything, before the first update. */
  * begin(): Steps<void> {
    const { goals, objectives } = this.#parts;
    yield* each(this.#entities, (entity) => { this.#names.add(entity); });
    yield* this.#alignment.begin(goals);
    yield* this.#alignment.begin(objectives);
  }

  /** As of the last update that ran to its end. */
  get strategy(): Strategy {
    return this.#strategy;
  }

  /** Takes over what changed. Until the last step is done nothing may read the strategy. */
  * update({ changed, removed }: FileChanges): Steps<StrategyChange> {
    const changes = new Changes();
    const edits = [
      ...removed.map((path) => editOf(this.#entities, this.#fileAt(path), null)),
      ...changed.map((file) => editOf(this.#entities, this.#fileAt(file.path), file)),
    ].filter(({ before, after }) => before !== null || after !== null);
    yield;
    for (const edit of edits) {
      changes.files.add(edit.path);
      for (const entity of edit.removed) changes.remove(entity);
    }
    const relink = new Set<Link>();
    const values = new LiveValues(this.#options, changes, this.#valueListener());
    const linkListener = this.#linkListener();
    const plans = yield* this.#dropLinks(edits, changes, relink, linkListener);
    yield;
    this.#declare(edits, changes, relink, values);
    yield;
    yield* this.#resolve(plans, relink, changes, values, linkListener);
    for (const { kept, added } of edits) for (const entity of [...kept.keys(), ...added]) this.#readAnew(entity, values);
    yield* values.settle();
    this.#cycles.settle(changes, (kind, entity) => { this.#onCycle(kind, entity); });
    for (const goal of values.goals) this.#alignment.stands(goal);
    yield* this.#alignment.settle(this.#options.asOf, changes, (objective) => {
      for (const keyResult of objective.keyResults) if (keyResult.metric !== null) this.#tracing.trace(keyResult);
    });
    yield* this.#tracing.settle(changes);
    this.#strategy = this.#view();
    return changes.result(this.#strategy);
  }

  #fileAt(path: string): SourceFile | null {
    const file = this.#files[firstNotBefore(this.#files, (other) => (other.path < path ? -1 : 0))];
    return file?.path === path ? file : null;
  }

  /** Takes away the links that are no more, while everything still stands where it stood. */
  * #dropLinks(edits: readonly FileEdit[], changes: Changes, relink: Set<Link>, listener: LinkListener): Steps<readonly LinkPlan[]> {
    const plans: LinkPlan[] = [];
    let count = 0;
    for (const { kept, added, moved, removed } of edits) {
      for (const entity of removed) {
        for (const link of entity.links) this.#links.detach(link, changes, listener);
        for (const link of entity.usedBy) if (!changes.isRemoved(link.from)) relink.add(link);
        this.#forget(entity);
        count += 1;
        if (count % AT_ONCE === 0) yield;
      }
      for (const [entity, next] of kept) {
        const plan = planLinks(entity, next, moved.has(entity));
        for (const link of plan.dropped) this.#links.detach(link, changes, listener);
        plans.push(plan);
        count += 1;
        if (count % AT_ONCE === 0) yield;
      }
      for (const entity of added) plans.push(planLinks(entity, entity, true));
    }
    const dropped = new Set(plans.flatMap((plan) => plan.dropped));
    for (const link of relink) if (dropped.has(link)) relink.delete(link);
    return plans;
  }

  #forget(entity: Entity): void {
    if (entity.kind === 'goal' || entity.kind === 'objective') this.#alignment.forget(entity);
    if (entity.kind === 'metric') this.#tracing.forget(entity);
  }

  /** Puts everything in its new place, under its name. */
  #declare(edits: readonly FileEdit[], changes: Changes, relink: Set<Link>, values: LiveValues): void {
    const ids = new Map<string, readonly Entity[]>();
    for (const { old, now } of edits) {
      for (const { id, kind } of [...old, ...now]) if (kind !== 'strategy' && !ids.has(id)) ids.set(id, [...this.#names.bearers(id)]);
    }
    const rechilded = new Set<Objective>();
    for (const edit of edits) {
      this.#place(edit);
      for (const objective of apply(edit).rechilded) rechilded.add(objective);
      for (const entity of edit.removed) this.#names.remove(entity);
      for (const entity of edit.added) {
        this.#names.add(entity);
        changes.add(entity);
        (entity as Mutable<Entity>).laterThan = null;
      }
      for (const entity of edit.kept.keys()) changes.touch(entity, 'declaration');
    }
    for (const objective of rechilded) changes.touch(objective, 'children');
    for (const [id, before] of ids) {
      this.#names.sort(id);
      const bearers = this.#names.bearers(id);
      if (!isSameList(before, bearers)) changes.names.add(id);
      const [first] = bearers;
      const [firstBefore] = before;
      if (first !== firstBefore || (before.length > 1) !== (bearers.length > 1)) this.#lookUpAnew(id, firstBefore, changes, relink);
      for (const entity of bearers) {
        if (topOf(entity) === entity && entity.declaration.name !== null) this.#setLater(entity, entity === first ? null : first ?? null, changes, values, relink);
      }
    }
    const [header, ...laterHeaders] = this.#strategy.headers;
    if (header !== undefined) this.#setLater(header, null, changes, values, relink);
    for (const later of laterHeaders) this.#setLater(later, header ?? null, changes, values, relink);
    for (const { now } of edits) for (const entity of now) if (entity.kind === 'objective') this.#nameChildren(entity, changes, values, relink);
  }

  /** What bore an id, or whether it is doubled, changed: what named it may mean something else. */
  #lookUpAnew(id: string, before: Entity | undefined, changes: Changes, relink: Set<Link>): void {
    for (const link of this.#links.lostBy(id.split('.')[0] ?? id)) if (!changes.isRemoved(link.from)) relink.add(link);
    if (before !== undefined && !changes.isRemoved(before)) relinkUsers(before, relink);
  }

  #setLater(entity: Entity, first: Entity | null, changes: Changes, values: LiveValues, relink: Set<Link>): void {
    if (entity.laterThan === first) return;
    const flips = (entity.laterThan === null) !== (first === null);
    // Edges of a later declaration count nowhere.
    if (flips && first !== null) for (const link of foundLinks(entity)) this.#cycles.removeLink(link);
    (entity as Mutable<Entity>).laterThan = first;
    if (flips && first === null) for (const link of foundLinks(entity)) this.#cycles.addLink(link);
    changes.touch(entity, 'name');
    changes.names.add(entity.id);
    this.#readAnew(entity, values);
    if (entity.kind === 'objective') this.#nameChildren(entity, changes, values, relink);
    if (!flips) return;
    relinkUsers(entity, relink);
    if (entity.kind === 'goal' || entity.kind === 'objective') {
      this.#alignment.flows(entity);
      this.#alignment.flowsFrom(entity);
    }
  }

  #nameChildren(objective: Objective, changes: Changes, values: LiveValues, relink: Set<Link>): void {
    const names = namesWithin(objective);
    for (const child of [...objective.keyResults, ...objective.initiatives]) {
      const first = child.declaration.name === null ? undefined : names.first.get(child.declaration.name.text);
      this.#setLater(child, objective.laterThan ?? (first === child ? null : first ?? null), changes, values, relink);
    }
  }

  /** Puts what a file declares in the lists of everything, and the file in its own. */
  #place(edit: FileEdit): void {
    const { path, before, after, old, now } = edit;
    if (!isSameList(old, now)) {
      place(this.#entities, edit, old, now);
      for (const [kind, list] of this.#lists) place(list, edit, old.filter((entity) => entity.kind === kind), now.filter((entity) => entity.kind === kind));
    }
    this.#count(before?.tree ?? null, before === null ? 0 : -1);
    this.#count(after?.tree ?? null, after === null ? 0 : 1);
    const index = firstNotBefore(this.#files, (other) => (other.path < path ? -1 : 0));
    const replaced = before === null ? 0 : 1;
    if (after === null) this.#files.splice(index, replaced);
    else this.#files.splice(index, replaced, after);
  }

  #count(tree: SyntaxTree | null, by: number): void {
    if (tree === null || tree.isCut) this.#facts.unread += by;
    if (tree !== null && hasProblems(tree)) this.#facts.faulty += by;
  }

  * #resolve(plans: readonly LinkPlan[], relink: Set<Link>, changes: Changes, values: LiveValues, listener: LinkListener): Steps<void> {
    const inside = new Map<Objective, Names>();
    const resolver = new Resolver({
      top: this.#names.top,
      inside: (objective) => {
        let names = inside.get(objective);
        if (names === undefined) {
          names = namesOf(namesWithin(objective));
          inside.set(objective, names);
        }
        return names;
      },
    });
    let count = 0;
    for (const { entity, links, dropped } of plans) {
      const now = links.map(({ link, made: { kind, reference } }): Link => {
        if (link === null) return resolver.link(kind, entity, reference);
        (link as Mutable<Link>).reference = reference;
        relink.add(link);
        return link;
      });
      (entity as Mutable<Entity>).links = now;
      count += links.length;
      if (count > AT_ONCE) {
        count = 0;
        yield;
      }
      const isOther = dropped.length > 0 || links.some(({ link }) => link === null);
      if (isOther) changes.touch(entity, 'links');
      if (isOther && (entity.kind === 'goal' || entity.kind === 'objective')) this.#onSupports(entity);
    }
    for (const { entity, links } of plans) {
      for (const [index, { link }] of links.entries()) {
        const added = entity.links[index];
        if (link === null && added !== undefined) this.#links.attach(added, changes, listener);
        count += 1;
        if (count % AT_ONCE === 0) yield;
      }
    }
    for (const link of relink) {
      if (changes.isRemoved(link.from)) continue;
      count += 1;
      if (count % AT_ONCE === 0) yield;
      if (!this.#links.resolve(link, resolver, changes, listener)) continue;
      changes.touch(link.from, 'links');
      this.#readAnew(link.from, values);
    }
  }

  /** Its text, or what a name in it means, changed. */
  #readAnew(entity: Entity, values: LiveValues): void {
    values.add(entity);
    if (entity.kind === 'goal' || entity.kind === 'objective') this.#alignment.rises(entity, false);
  }

  #onSupports(node: SupportNode): void {
    this.#alignment.rises(node, true);
    this.#alignment.flowsFrom(node);
  }

  #onCycle(kind: Cycle['kind'], entity: Entity): void {
    if (kind === 'drives' && entity.kind === 'metric') this.#tracing.leads(entity);
    if (kind !== 'supports' || (entity.kind !== 'goal' && entity.kind !== 'objective')) return;
    this.#onSupports(entity);
    this.#alignment.flows(entity);
  }

  #linkListener(): LinkListener {
    const flowsTo = ({ kind, target }: Link): void => {
      if (kind !== 'supports' || target === null) return;
      const node = target.kind === 'kr' ? target.objective : target;
      if (node.kind === 'goal' || node.kind === 'objective') this.#alignment.flows(node);
    };
    return {
      onAttached: (link) => {
        this.#cycles.addLink(link);
        flowsTo(link);
      },
      onDetached: (link) => {
        this.#cycles.removeLink(link);
        flowsTo(link);
      },
    };
  }

  #valueListener(): ValueListener {
    return {
      onSupports: (node) => { this.#onSupports(node); },
      onOutflow: (entity) => {
        if (entity.kind === 'kr') this.#alignment.flows(entity.objective);
        else this.#alignment.flowsFrom(entity);
      },
      onGoal: (goal) => { this.#alignment.rises(goal, true); },
      onDrives: (metric, changed) => { this.#tracing.read(metric, changed); },
      onMetric: (keyResult) => { this.#tracing.trace(keyResult); },
    };
  }
}

function listsOf(parts: Built['parts']): ReadonlyMap<EntityKind, Entity[]> {
  const { headers, periods, teams, people, metrics, goals, objectives, keyResults, initiatives } = parts;
  const lists: readonly (readonly [EntityKind, readonly Entity[]])[] = [
    ['strategy', headers], ['period', periods], ['team', teams], ['person', people], ['metric', metrics], ['goal', goals],
    ['objective', objectives], ['kr', keyResults], ['initiative', initiatives],
  ];
  // Nobody else has them yet.
  return new Map(lists as readonly (readonly [EntityKind, Entity[]])[]);
}

function relinkUsers(entity: Entity, relink: Set<Link>): void {
  for (const link of entity.usedBy) relink.add(link);
  if (entity.kind !== 'objective') return;
  for (const child of [...entity.keyResults, ...entity.initiatives]) for (const link of child.usedBy) relink.add(link);
}

function foundLinks(entity: Entity): readonly Link[] {
  return entity.links.filter(({ target }) => target !== null);
}

/** Puts what a file declares now where what it declared before stands in a list of all files. */
function place(list: Entity[], { path, start }: FileEdit, old: readonly Entity[], now: readonly Entity[]): void {
  if (isSameList(old, now)) return;
  const first = firstNotBefore(list, ({ origin: { file, chunk } }) => (file.path < path || (file.path === path && chunk.start < start) ? -1 : 1));
  const tail = list.length - first - old.length;
  // Not as parameters of one call: there may be more than it takes.
  if (old.length === now.length || tail === 0 || now.length > FEW) replaceAfter(list, first, old.length, now);
  else list.splice(first, old.length, ...now);
}

const FEW = 1000;

function replaceAfter(list: Entity[], first: number, count: number, now: readonly Entity[]): void {
  const rest = count === now.length ? [] : list.slice(first + count);
  if (count !== now.length) list.length = first;
  for (const [index, entity] of now.entries()) list[first + index] = entity;
  for (const entity of rest) list.push(entity);
}
