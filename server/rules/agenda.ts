/** Which rules are to run again after a change, and on what. */

import { Aspect, type StrategyChange } from '../model/change.ts';
import type { Cycle, Entity, EntityKind } from '../model/strategy.ts';
import { strategyRules } from './engine.ts';
import type { Fact } from './facts.ts';
import type { Kept } from './finding-store.ts';
import type { LooksAt, Reach } from './reach.ts';
import type { Rule } from './rule.ts';

/** On what each rule is to run again: some declarations, or everything. */
export type Agenda = ReadonlyMap<Rule, ReadonlySet<Entity> | 'all'>;

/** What can have changed by what the rules look at. `mentioning` gives what was said that tells a declaration's name or place. */
export function agendaOf(change: StrategyChange, changedFacts: readonly Fact[], mentioning: (entity: Entity) => Iterable<Kept>): Agenda {
  const drawn = new Draft(change.removed);
  for (const fact of changedFacts) for (const rule of rulesByFact.get(fact) ?? []) drawn.addAll(rule);
  for (const kind of change.cycles) for (const rule of rulesByCircle.get(kind) ?? []) drawn.addAll(rule);
  for (const entity of change.removed) drawn.addSaid(mentioning(entity));
  for (const [entity, aspects] of change.touched) {
    for (const rule of rulesBySubject.get(entity.kind) ?? []) drawn.add(rule, entity);
    for (const [reach, rules] of rulesByReach) {
      if ((aspects & reach.aspects) !== 0) drawn.addEach(rules, reach.onlookers(entity));
    }
    if ((aspects & Aspect.declaration) !== 0) drawn.addSaid(mentioning(entity));
  }
  return drawn.agenda;
}

/** The facts that rules read. */
export function readFacts(): Iterable<Fact> {
  return rulesByFact.keys();
}

class Draft {
  readonly agenda = new Map<Rule, Set<Entity> | 'all'>();
  readonly #removed: ReadonlySet<Entity>;

  constructor(removed: ReadonlySet<Entity>) {
    this.#removed = removed;
  }

  addAll(rule: Rule): void {
    this.agenda.set(rule, 'all');
  }

  add(rule: Rule, entity: Entity): void {
    const asked = this.agenda.get(rule);
    if (asked === 'all' || this.#removed.has(entity)) return;
    if (asked === undefined) this.agenda.set(rule, new Set([entity]));
    else asked.add(entity);
  }

  /** Those of the onlookers on which a rule reports. */
  addEach(rules: readonly Rule[], onlookers: Iterable<Entity>): void {
    for (const onlooker of onlookers) {
      for (const rule of rules) if (isSubject(rule, onlooker)) this.add(rule, onlooker);
    }
  }

  /** What was said is to be said anew. */
  addSaid(said: Iterable<Kept>): void {
    for (const { rule, subject } of said) {
      if ('subjects' in rule.looksAt) this.add(rule, subject);
      else this.addAll(rule);
    }
  }
}

const rulesBySubject = grouped<EntityKind>((looksAt) => ('subjects' in looksAt ? looksAt.subjects : []));
const rulesByReach = grouped<Reach>((looksAt) => ('reach' in looksAt ? looksAt.reach ?? [] : []));
const rulesByFact = grouped<Fact>((looksAt) => ('facts' in looksAt ? looksAt.facts ?? [] : []));
const rulesByCircle = grouped<Cycle['kind']>((looksAt) => ('circles' in looksAt ? looksAt.circles ?? [] : []));

function isSubject({ looksAt }: Rule, { kind }: Entity): boolean {
  return 'subjects' in looksAt && looksAt.subjects.includes(kind);
}

function grouped<K>(keys: (looksAt: LooksAt) => readonly K[]): ReadonlyMap<K, readonly Rule[]> {
  const groups = new Map<K, Rule[]>();
  for (const rule of strategyRules) {
    for (const key of keys(rule.looksAt)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [rule]);
      else group.push(rule);
    }
  }
  return groups;
}
