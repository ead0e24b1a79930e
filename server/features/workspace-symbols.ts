/** Search for things of all strategies, fuzzily, by title and by id. */

import fuzzysort from 'fuzzysort';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Entity, Strategy } from '../model/strategy.ts';
import { nameOf } from './destinations.ts';
import type { Cancellation, Snapshot } from './snapshot.ts';
import { oneLine, SYMBOL_KINDS } from './symbols.ts';

/** As many as somebody looks through. */
const MOST = 200;
/** A longer query is no search any more. */
const LONGEST_QUERY = 100;

/** The best matches first; without a query, what strategies are read by: goals, then objectives. */
export function workspaceSymbols(strategies: readonly Pick<Snapshot, 'analysis' | 'uriOf'>[], query: string, token: Cancellation): WorkspaceSymbol[] {
  const wanted = query.trim().slice(0, LONGEST_QUERY);
  const found = strategies.flatMap(({ analysis, uriOf }) => {
    if (analysis === null || token.isCancellationRequested) return [];
    const matches = wanted === '' ? outline(analysis.strategy) : search(analysis.strategy, wanted);
    return matches.map((match) => ({ ...match, uriOf }));
  });
  return found.sort((a, b) => b.score - a.score).slice(0, MOST).flatMap(({ entity, uriOf }) => symbol(entity, uriOf));
}

interface Match {
  readonly entity: Entity;
  /** 1 is a perfect match. */
  readonly score: number;
}

function outline({ goals, objectives }: Strategy): Match[] {
  return [...goals, ...objectives].slice(0, MOST).map((entity) => ({ entity, score: 0 }));
}

/** As many are held against the query in earnest: a short one would meet nearly everything. */
const MOST_CANDIDATES = 20_000;

/** What has all the letters in their order is found quickly; only that is prepared, ranked and forgotten again. */
function search(strategy: Strategy, query: string): Match[] {
  const words = plain(query).split(/\s+/);
  const candidates: { entity: Entity; title: Fuzzysort.Prepared; id: Fuzzysort.Prepared }[] = [];
  for (const entity of strategy.entities) {
    const title = oneLine(entity.title ?? '');
    const id = entity.declaration.name?.text ?? '';
    const text = plain(`${title} ${id}`);
    if (!words.every((word) => holdsInOrder(text, word))) continue;
    candidates.push({ entity, title: fuzzysort.prepare(title), id: fuzzysort.prepare(id) });
    if (candidates.length === MOST_CANDIDATES) break;
  }
  return fuzzysort.go(query, candidates, { keys: ['title', 'id'], limit: MOST, threshold: 0.2 })
    .map(({ obj: { entity }, score }) => ({ entity, score }));
}

/** In lower case and without accents. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  return /^[\0-\x7F]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

function holdsInOrder(text: string, letters: string): boolean {
  let place = -1;
  for (const letter of letters) {
    place = text.indexOf(letter, place + 1);
    if (place === -1) return false;
  }
  return true;
}

/** Title and id are both in the name, since an editor holds it once more against what was typed. */
function symbol(entity: Entity, uriOf: Snapshot['uriOf']): WorkspaceSymbol[] {
  const location = nameOf({ uriOf }, entity);
  if (location === null) return [];
  const id = entity.declaration.name?.text ?? null;
  const title = entity.title === null ? null : oneLine(entity.title);
  const container = entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
  return [{
    name: title === null ? id ?? entity.kind : id === null ? title : `${title} (${id})`,
    kind: SYMBOL_KINDS[entity.kind],
    containerName: container === null ? entity.origin.file.path : oneLine(container.title ?? container.id),
    location,
  }];
}
