/** What references mean, kept up: which are looked up anew, and who is named by whom. */

import { compareLinks, firstNotBefore } from '../order.ts';
import { addUnresolved, referencesOf, type MadeReference, type Resolver } from '../references.ts';
import type { Mutable } from '../declare.ts';
import type { Entity, Link } from '../strategy.ts';
import type { Changes } from './changes.ts';

/** Told of what comes to mean something, or no longer does. */
export interface LinkListener {
  readonly onAttached: (link: Link) => void;
  readonly onDetached: (link: Link) => void;
}

/** The references that an entity makes now: each with the link that it was before, where it was there. */
export interface LinkPlan {
  readonly entity: Entity;
  readonly links: readonly { readonly link: Link | null; readonly made: MadeReference }[];
  readonly dropped: readonly Link[];
}

/** Matches the links of an entity with the references that it makes as it is declared now, from both ends. */
export function planLinks(entity: Entity, next: Entity, isMoved: boolean): LinkPlan {
  const made = referencesOf(next);
  const { links } = entity;
  const most = isMoved ? 0 : Math.min(links.length, made.length);
  let prefix = 0;
  while (prefix < most && isSame(links[prefix], made[prefix])) prefix += 1;
  let suffix = 0;
  while (suffix < most - prefix && isSame(links[links.length - 1 - suffix], made[made.length - 1 - suffix])) suffix += 1;
  return {
    entity,
    links: made.map((one, index) => {
      const old = index < prefix ? links[index] : index >= made.length - suffix ? links[index - made.length + links.length] : undefined;
      return { link: old ?? null, made: one };
    }),
    dropped: links.slice(prefix, links.length - suffix),
  };
}

function isSame(link: Link | undefined, made: MadeReference | undefined): boolean {
  return link !== undefined && made !== undefined && link.kind === made.kind && link.reference.text === made.reference.text;
}

export class LiveLinks {
  /** `Strategy.unresolved`. */
  readonly #lost: Map<string, Set<Link>>;

  constructor(unresolved: Map<string, Set<Link>>) {
    this.#lost = unresolved;
  }

  /** References with that head that mean nothing, or something that cannot stand there. */
  lostBy(head: string): Iterable<Link> {
    return this.#lost.get(head) ?? [];
  }

  /** A link is no more, or means nothing until it is looked up anew. */
  detach(link: Link, changes: Changes, listener: LinkListener): void {
    const { target } = link;
    if (target === null) {
      this.#find(link);
      return;
    }
    if (!changes.isRemoved(target)) {
      removeLink(target.usedBy as Link[], link);
      changes.touch(target, 'usedBy');
    }
    listener.onDetached(link);
  }

  /** Looks a link up anew. True where it means something else than before. */
  resolve(link: Link, resolver: Resolver, changes: Changes, listener: LinkListener): boolean {
    const { kind, from, reference } = link;
    const { resolution, target, bearer } = resolver.meaning(kind, from, reference);
    if (link.resolution === resolution && link.target === target && link.bearer === bearer) return false;
    if (link.target !== target) this.detach(link, changes, listener);
    const changed = link as Mutable<Link>;
    const before = link.target;
    changed.resolution = resolution;
    changed.target = target;
    changed.bearer = bearer;
    if (before !== target) this.attach(link, changes, listener);
    return true;
  }

  /** A link that was looked up is there from now on. */
  attach(link: Link, changes: Changes, listener: LinkListener): void {
    const { target } = link;
    if (target === null) {
      addUnresolved(this.#lost, link);
      return;
    }
    const usedBy = target.usedBy as Link[];
    const last = usedBy.at(-1);
    if (last === undefined || compareLinks(last, link) < 0) usedBy.push(link);
    else usedBy.splice(firstNotBefore(usedBy, (other) => compareLinks(other, link)), 0, link);
    changes.touch(target, 'usedBy');
    listener.onAttached(link);
  }

  #find(link: Link): void {
    const { head } = link.reference;
    const lost = this.#lost.get(head);
    lost?.delete(link);
    if (lost?.size === 0) this.#lost.delete(head);
  }
}

/** Takes a link from those sorted by place. */
function removeLink(links: Link[], link: Link): void {
  const found = firstNotBefore(links, (other) => compareLinks(other, link));
  const index = links[found] === link ? found : links.indexOf(link);
  if (index >= 0) links.splice(index, 1);
}
