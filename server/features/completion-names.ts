/** Names to complete: of the kinds that may stand there, with those first that are most likely meant. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { DeclarationKind } from '../../grammar/tree.ts';
import type { Entity, EntityKind } from '../model/strategy.ts';
import { kindWord } from '../model/naming.ts';
import type { Suggestion } from './completion.ts';
import type { CompletionContext } from './completion-context.ts';
import { homeOf, isAtHome, surroundings } from './completion-surroundings.ts';
import type { Snapshot } from './snapshot.ts';

const KINDS: Readonly<Record<EntityKind, CompletionItemKind>> = {
  strategy: CompletionItemKind.Module,
  period: CompletionItemKind.Event,
  team: CompletionItemKind.Module,
  person: CompletionItemKind.Variable,
  metric: CompletionItemKind.Unit,
  goal: CompletionItemKind.Interface,
  objective: CompletionItemKind.Class,
  kr: CompletionItemKind.Field,
  initiative: CompletionItemKind.Method,
};

/** Names of the kinds that a property may name, without those that the fact names already and what it stands in. */
export function referenceItems(
  snapshot: Snapshot, context: CompletionContext, { name, names }: { readonly name?: string; readonly names: readonly DeclarationKind[] },
): readonly Suggestion[] {
  const { analysis } = snapshot;
  const { bodies, fact } = context;
  const home = homeOf(surroundings(snapshot, context).top);
  const written = new Set(fact.map(({ text }) => text));
  // In `supports` the names inside the objective itself are not looked up.
  const inside = name === 'supports' ? null : bodies.find(({ kind }) => kind === 'objective')?.name ?? null;
  const own = new Set(bodies.map((body) => body.name));
  const found = (analysis?.strategy.entities ?? []).flatMap((entity) => {
    if (!names.includes(entity.kind) || entity.laterThan !== null || entity.declaration.name === null) return [];
    const label = labelOf(entity, inside);
    return written.has(label) || own.has(entity.id) ? [] : [{ entity, label }];
  });
  const order = ({ entity, label }: { entity: Entity; label: string }): readonly [number, number, number, number, string] => (
    [Number(isOver(entity)), Number(label === entity.id), Number(!isAtHome(entity, home)), names.indexOf(entity.kind), label]
  );
  return found.toSorted((a, b) => compare(order(a), order(b))).map(({ entity, label }) => suggestion(entity, label));
}

/** A kr or initiative of the objective around the cursor has its short name there. */
function labelOf(entity: Entity, inside: string | null): string {
  const short = entity.declaration.name?.text;
  const objective = entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
  return short !== undefined && objective !== null && objective.id === inside ? short : entity.id;
}

/** What is closed or past is seldom meant. */
function isOver(entity: Entity): boolean {
  return 'closed' in entity && (entity.closed || entity.past);
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other !== undefined && one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

const LONGEST_TITLE = 120;

function suggestion(entity: Entity, label: string): Suggestion {
  const title = (entity.title ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
  return {
    label, kind: KINDS[entity.kind], id: entity.id,
    detail: kindWord(entity.kind),
    ...title === '' ? {} : { title },
    // A leader remembers the title, not the id.
    filter: title === '' ? label : `${label} ${title}`,
  };
}
