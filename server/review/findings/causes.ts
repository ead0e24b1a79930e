/** Which changes brought a finding, or took it away (review.md section 5, `causedBy`). */

import type { Entity } from '../../model/strategy.ts';
import { objectiveOf } from '../matching.ts';
import type { Change, Pairs } from '../review.ts';
import type { SideFinding } from './findings.ts';

/** What says nothing that a rule on the substance looks at. */
const WORDING: ReadonlySet<string> = new Set(['retitled', 'renamed', 'documentation-changed', 'link-changed', 'checkin-added', 'confidence-raised', 'confidence-dropped']);

/** The changes of a review by what they are about, to be asked for many findings. */
export class Causes {
  readonly #pairs: Pairs;
  /** By type and id of the subject, which is head's where it is there. */
  readonly #bySubject = new Map<string, Change[]>();
  readonly #byEffect = new Map<string, Change[]>();
  /** By the rule. */
  readonly #bySetting = new Map<string, Change[]>();
  /** What a name meant in base and does not mean in head. */
  readonly #byLostName = new Map<string, Change[]>();

  constructor(changes: readonly Change[], pairs: Pairs) {
    this.#pairs = pairs;
    for (const change of changes) {
      const { subject, kind, effects, property } = change;
      add(this.#bySubject, `${subject.type} ${subject.id}`, change);
      if (subject.type === 'settings' && property !== null) add(this.#bySetting, property, change);
      for (const effect of effects) add(this.#byEffect, `${effect.subject.type} ${effect.subject.id}`, change);
      if (kind.endsWith('-removed') || kind === 'renamed' || kind.endsWith('-moved')) add(this.#byLostName, subject.was ?? subject.id, change);
    }
  }

  /** Fingerprints of the changes, in their order: those of the thing itself, else of what it speaks of or stands in. */
  of(finding: SideFinding, file: string): readonly string[] {
    const { subject, others } = finding;
    const own = relevant(subject === null ? this.#ofText(finding, file) : [...this.#about(subject), ...this.#bySetting.get(finding.code) ?? []], finding);
    if (own.length > 0) return prints(own);
    const around = [...others, ...subject === null ? [] : this.#partsOf(subject)].flatMap((entity) => this.#about(entity));
    return prints(relevant([...this.#lost(finding), ...around], finding));
  }

  /** Changes of a thing, and those that have an effect on it. `entity` is of either side. */
  #about(entity: Entity): readonly Change[] {
    const key = `${entity.kind} ${this.#pairs.ofBase(entity)?.head.id ?? entity.id}`;
    return [...this.#bySubject.get(key) ?? [], ...this.#byEffect.get(key) ?? []];
  }

  /** Its parts on both sides: what named it in base alone may be why. */
  #partsOf(entity: Entity): readonly Entity[] {
    const other = this.#pairs.ofBase(entity)?.head ?? this.#pairs.ofHead(entity)?.base;
    return [...partsOf(entity), ...other === undefined ? [] : partsOf(other)];
  }

  /** The text of a file broke or was mended, or its settings changed. */
  #ofText({ code }: SideFinding, file: string): readonly Change[] {
    return [...this.#bySubject.get(`file ${file}`) ?? [], ...this.#bySubject.get(`settings ${file}`) ?? []]
      .filter(({ kind, property }) => property === code || kind === 'syntax-broken' || kind === 'syntax-mended');
  }

  #lost({ subject, lostName }: SideFinding): readonly Change[] {
    if (lostName === null) return [];
    const objective = subject === null ? null : subject.kind === 'objective' ? subject : objectiveOf(subject);
    const within = objective === null ? [] : this.#byLostName.get(`${objective.id}.${lostName}`) ?? [];
    return [...within, ...this.#byLostName.get(lostName) ?? []];
  }
}

function add(index: Map<string, Change[]>, key: string, change: Change): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [change]);
  else known.push(change);
}

function prints(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map(({ fingerprint }) => fingerprint))];
}

/** What stands in it or it stands in; of what others only name, these. */
function partsOf(entity: Entity): readonly Entity[] {
  switch (entity.kind) {
    case 'objective': return [...entity.keyResults, ...entity.initiatives];
    case 'kr': return [entity.objective];
    case 'initiative': return entity.objective === null ? [] : [entity.objective];
    default: return entity.usedBy.map(({ from }) => from);
  }
}

/** Those on the finding's property where there are any; wording only where nothing else changed. */
function relevant(changes: readonly Change[], { property, finding }: SideFinding): readonly Change[] {
  const onProperty = changes.filter((change) => property !== null && change.property === property);
  if (onProperty.length > 0) return onProperty;
  const substance = finding?.rule.group === 'words' ? changes : changes.filter(({ kind }) => !WORDING.has(kind));
  return substance.length > 0 ? substance : changes;
}
