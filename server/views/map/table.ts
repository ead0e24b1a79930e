/** The map as a list in the order of its outline: what each thing is, and what it hangs on. For text, tables and data. */

import { percent, periodName } from '../../model/figures.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import type { Health, StatusValue } from '../../model/strategy.ts';
import { mention, mentions, type Mention } from '../mention.ts';
import { conflictWords } from './conflict-words.ts';
import type { MapElement, MapModel, MapNode, MapRow } from './model.ts';

export interface MapEntry {
  readonly kind: 'goal' | 'objective' | 'kr' | 'initiative';
  readonly id: string;
  readonly title: string;
  /** How many entries it stands below. */
  readonly depth: number;
  /** What it hangs on: what it supports most or advances, of a kr its objective; null at the top. */
  readonly under: Mention | null;
  /** How much of it counts there, 0 … 1; null where shares say nothing. */
  readonly share: number | null;
  readonly owners: readonly Mention[];
  readonly period: string | null;
  /** null of an initiative. */
  readonly health: Health | null;
  readonly status: StatusValue;
  readonly score: number | null;
  readonly expected: number | null;
  /** Why it stands apart; null where it serves a goal. */
  readonly apart: string | null;
  /** Not asked for by the filter. */
  readonly context: boolean;
}

export interface MapTable {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly entries: readonly MapEntry[];
  readonly edges: readonly { readonly kind: 'supports' | 'advances'; readonly from: string; readonly to: string; readonly share: number | null }[];
  readonly conflicts: readonly { readonly between: readonly [string, string]; readonly reason: string }[];
}

/** Every element of a map, what hangs on one below it. */
export function mapTable({ asOf, roots, lanes, edges, conflicts }: MapModel): MapTable {
  const entries: MapEntry[] = [];
  const open = [...roots, ...lanes.flatMap(({ nodes }) => nodes)].toReversed().map((node) => ({ node, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    entries.push(entryOf(node, depth), ...node.rows.map((row) => rowOf(row, node.element, depth + 1)));
    for (const child of node.children.toReversed()) open.push({ node: child, depth: depth + 1 });
  }
  return {
    asOf, entries,
    edges: edges.map(({ kind, from, to, share }) => ({ kind, from: from.id, to: to.id, share })),
    conflicts: conflicts.map((conflict) => ({ between: [conflict.a.id, conflict.b.id], reason: conflictWords(conflict) })),
  };
}

function entryOf({ element, hangs, reason, context }: MapNode, depth: number): MapEntry {
  return {
    kind: element.kind, id: element.id, title: element.title ?? element.id, depth,
    under: hangs === null ? null : mention(hangs.to), share: hangs?.share ?? null,
    owners: mentions(element.owners), period: periodName(element.period), status: element.status.value,
    ...element.kind === 'initiative' ? { health: null, score: null, expected: null } : { health: element.health, score: element.score, expected: element.expected },
    apart: reason, context,
  };
}

function rowOf({ keyResult }: MapRow, objective: MapElement, depth: number): MapEntry {
  return {
    kind: 'kr', id: keyResult.id, title: keyResult.title ?? keyResult.id, depth, under: mention(objective), share: null,
    owners: mentions(keyResult.owners), period: periodName(keyResult.period), status: keyResult.status.value,
    health: keyResult.health, score: keyResult.score, expected: keyResult.expected, apart: null, context: false,
  };
}

/** `54%, on track`; of an initiative its status. */
export function entryStanding({ health, status, score }: MapEntry): string {
  if (health === null) return status;
  return score === null ? HEALTH_WORDS[health] : `${percent(score)}, ${HEALTH_WORDS[health]}`;
}
