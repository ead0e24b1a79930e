/** The findings of a strategy as they stand: by rule and declaration, by file, and by the declarations that they mention. */

import type { Entity } from '../model/strategy.ts';
import type { RuleFinding } from './engine.ts';
import type { Place, Rule } from './rule.ts';

/** What one rule says of one declaration. */
export interface Kept {
  readonly rule: Rule;
  readonly subject: Entity;
  readonly path: string;
  readonly findings: readonly RuleFinding[];
  /** The declarations whose names and places its findings tell; its own is not among them where the rule judges one after the other. */
  readonly mentioned: ReadonlySet<Entity>;
}

export class FindingStore {
  readonly #byRule = new Map<Rule, Map<Entity, Kept>>();
  readonly #byFile = new Map<string, Set<Kept>>();
  readonly #byMention = new Map<Entity, Set<Kept>>();
  /** The files of which the findings changed since they were last asked for. */
  #changed = new Set<string>();

  /** Takes over what a rule says now of the declarations that it was asked about. */
  replace(rule: Rule, asked: Iterable<Entity>, findings: readonly RuleFinding[]): void {
    const found = bySubject(findings);
    const before = this.#byRule.get(rule);
    if (found.size === 0 && (before === undefined || before.size === 0)) return;
    for (const subject of asked) this.#set(rule, subject, found.get(subject) ?? [], before?.get(subject));
  }

  /** Takes over all that a rule says now. */
  replaceAll(rule: Rule, findings: readonly RuleFinding[]): void {
    const found = bySubject(findings);
    const before = this.#byRule.get(rule) ?? new Map<Entity, Kept>();
    for (const kept of [...before.values()]) if (!found.has(kept.subject)) this.#remove(kept);
    for (const [subject, own] of found) this.#set(rule, subject, own, before.get(subject));
  }

  /** Forgets what is said of a declaration. */
  forget(subject: Entity): void {
    for (const kept of this.#byRule.values()) {
      const own = kept.get(subject);
      if (own !== undefined) this.#remove(own);
    }
  }

  /** What is said in a file. */
  inFile(path: string): Iterable<Kept> {
    return this.#byFile.get(path) ?? [];
  }

  /** What a rule says. */
  ofRule(rule: Rule): Iterable<Kept> {
    return this.#byRule.get(rule)?.values() ?? [];
  }

  /** What mentions a declaration. */
  mentioning(entity: Entity): Iterable<Kept> {
    return this.#byMention.get(entity) ?? [];
  }

  /** The files that have findings. */
  paths(): Iterable<string> {
    return this.#byFile.keys();
  }

  /** The files of which the findings changed since this was last asked. */
  takeChanged(): ReadonlySet<string> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  #set(rule: Rule, subject: Entity, findings: readonly RuleFinding[], before: Kept | undefined): void {
    if (before !== undefined) this.#remove(before, findings);
    if (findings.length === 0) return;
    const { path } = subject.origin.file;
    const kept: Kept = { rule, subject, path, findings, mentioned: mentionedIn(findings, 'subjects' in rule.looksAt ? subject : null) };
    if (before === undefined || before.path !== path) this.#changed.add(path);
    grouped(this.#byFile, path).add(kept);
    for (const entity of kept.mentioned) grouped(this.#byMention, entity).add(kept);
    const ofRule = this.#byRule.get(rule) ?? new Map<Entity, Kept>();
    this.#byRule.set(rule, ofRule.set(subject, kept));
  }

  /** `next` is what stands in its place; where that says the same, its file did not change. */
  #remove(kept: Kept, next: readonly RuleFinding[] = []): void {
    const { rule, subject, path, mentioned } = kept;
    this.#byRule.get(rule)?.delete(subject);
    ungroup(this.#byFile, path, kept);
    for (const entity of mentioned) ungroup(this.#byMention, entity, kept);
    if (!saySame(kept.findings, next)) this.#changed.add(path);
  }
}

function bySubject(findings: readonly RuleFinding[]): ReadonlyMap<Entity, readonly RuleFinding[]> {
  const found = new Map<Entity, RuleFinding[]>();
  for (const finding of findings) {
    const { entity } = finding.place;
    if (entity === undefined) throw new Error(`A finding of ${finding.rule.code} stands in no declaration`);
    const own = found.get(entity);
    if (own === undefined) found.set(entity, [finding]);
    else own.push(finding);
  }
  return found;
}

function mentionedIn(findings: readonly RuleFinding[], judged: Entity | null): ReadonlySet<Entity> {
  const mentioned = new Set<Entity>();
  for (const { place, related = [] } of findings) {
    for (const { entity } of [place, ...related.map((other) => other.place)]) if (entity !== undefined && entity !== judged) mentioned.add(entity);
  }
  return mentioned;
}

function grouped<K, V>(groups: Map<K, Set<V>>, key: K): Set<V> {
  let group = groups.get(key);
  if (group === undefined) groups.set(key, group = new Set());
  return group;
}

function ungroup<K, V>(groups: Map<K, Set<V>>, key: K, value: V): void {
  const group = groups.get(key);
  if (group?.delete(value) === true && group.size === 0) groups.delete(key);
}

function saySame(a: readonly RuleFinding[], b: readonly RuleFinding[]): boolean {
  return a.length === b.length && a.every((finding, index) => {
    const other = b[index];
    return other !== undefined && finding.message === other.message && isSamePlace(finding.place, other.place)
      && sameItems(finding.related, other.related, (one, two) => one.message === two.message && isSamePlace(one.place, two.place))
      && sameItems(finding.fixes, other.fixes, (one, two) => one.title === two.title);
  });
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.entity === b.entity && a.span.start === b.span.start && a.span.end === b.span.end;
}

function sameItems<T>(a: readonly T[] = [], b: readonly T[] = [], same: (one: T, two: T) => boolean): boolean {
  return a.length === b.length && a.every((one, index) => {
    const two = b[index];
    return two !== undefined && same(one, two);
  });
}
