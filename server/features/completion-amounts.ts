/** Quantities to complete: the current value, and what is typed in the unit that belongs there. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { parseFile } from '../../grammar/parse.ts';
import type { RatedUnit } from '../../grammar/quantity.ts';
import { firstProperty, type KeyResultDeclaration, type Quantity } from '../../grammar/tree.ts';
import type { Entity } from '../model/strategy.ts';
import { writeAmount } from '../model/amounts.ts';
import type { Suggestion } from './completion.ts';
import type { CompletionContext, Token } from './completion-context.ts';
import { metricNamed, surroundings } from './completion-surroundings.ts';
import type { Snapshot } from './snapshot.ts';

/** Words after which a quantity of a measure stands. */
const BEFORE_AMOUNTS: ReadonlySet<string> = new Set(['from', 'to', 'up', 'down', 'between', 'and', 'least', 'most', 'now']);

/** What may be written after the words of a measure, where a quantity stands next. */
export function amountItems(snapshot: Snapshot, context: CompletionContext): readonly Suggestion[] {
  const word = context.fact.at(-1)?.text ?? '';
  if (!BEFORE_AMOUNTS.has(word)) return [];
  const change = word === 'up' || word === 'down';
  const rated = unitAt(snapshot, context);
  if (change && rated?.unit.kind === 'percent') return typed(context, { unit: { kind: 'points' }, per: null });
  const asTold = rated === null ? [] : typed(context, rated);
  if (change) return [...asTold, ...typed(context, { unit: { kind: 'percent' }, per: null })];
  return [...word === 'from' || word === 'now' ? currentItems(snapshot, context) : [], ...asTold];
}

/** The value of a check-in: the last one known, and what is typed. */
export function checkinItems(snapshot: Snapshot, context: CompletionContext): readonly Suggestion[] {
  const rated = unitAt(snapshot, context);
  return [...currentItems(snapshot, context), ...rated === null ? [] : typed(context, rated)];
}

/** After a number: the unit in words that belongs to it. */
export function unitWords(snapshot: Snapshot, context: CompletionContext): readonly Suggestion[] {
  if (!/^[-+]?\d[\d_.]*[kMB]?$/.test(context.fact.at(-1)?.text ?? '')) return [];
  const rated = unitAt(snapshot, context);
  if (rated?.unit.kind !== 'word' && !(rated?.unit.kind === 'duration' && rated.unit.symbol.length > 3)) return [];
  const word = rated.unit.kind === 'word' ? rated.unit.word : rated.unit.symbol;
  return [{ label: `${word}${rated.per === null ? '' : ` per ${rated.per}`}`, kind: CompletionItemKind.Unit, detail: 'the unit of this measure' }];
}

/** What something has now, as it was written. */
export function currentValue(entity: Entity | null): string | null {
  if (entity?.kind !== 'kr' && entity?.kind !== 'metric') return null;
  const { current } = entity;
  if (current === null) return null;
  if (current.quantity !== null) return current.quantity.text;
  return current.amount >= 1 ? 'done' : 'not done';
}

function currentItems(snapshot: Snapshot, context: CompletionContext): readonly Suggestion[] {
  if (context.prefix !== '') return [];
  const { entity } = surroundings(snapshot, context);
  const value = currentValue(metricNamed(snapshot.analysis?.strategy, metricOf(context))) ?? currentValue(entity);
  return value === null ? [] : [{ label: value, kind: CompletionItemKind.Value, detail: 'the current value' }];
}

function metricOf({ fact: [first, second] }: CompletionContext): string | undefined {
  return first?.text === 'metric' ? second?.text : undefined;
}

/** The unit of the quantities there: the metric's, else that of the measure so far, else what the thing is measured in. */
function unitAt(snapshot: Snapshot, context: CompletionContext): RatedUnit | null {
  const named = metricNamed(snapshot.analysis?.strategy, metricOf(context));
  if (named !== null) return named.unit;
  const written = unitOf(context.fact);
  if (written !== null) return written;
  const { entity } = surroundings(snapshot, context);
  if (entity?.kind === 'metric') return entity.unit;
  return entity?.kind === 'kr' ? entity.metric?.unit ?? entity.reading?.unit ?? null : null;
}

/** The unit of the first quantity of a measure that is being typed. */
function unitOf(fact: readonly Token[]): RatedUnit | null {
  const from = fact.findIndex(({ text }) => ['from', 'to', 'at', 'between', 'keep'].includes(text));
  if (from === -1) return null;
  const { chunks } = parseFile(`objective o "" {\nkr "" ${fact.slice(from).map(({ text }) => text).join(' ')}\n}`);
  const [kr] = chunks[0]?.chunk.declarations[0]?.children ?? [];
  return kr?.kind === 'kr' ? firstUnit(kr) : null;
}

function firstUnit(kr: KeyResultDeclaration): RatedUnit | null {
  const measure = firstProperty(kr, 'measure')?.value.measure ?? null;
  const amounts: readonly (Quantity | null)[] = measure === null ? [] : [measure.from, measure.to, measure.low, measure.high];
  return amounts.find((amount) => amount !== null && amount.unit.kind !== 'none') ?? null;
}

/** The number before the cursor in a unit: `18` as `18%`, `4.2` as `$4.2`, `$4.2k`, `$4.2M`. */
function typed({ prefix }: CompletionContext, rated: RatedUnit): readonly Suggestion[] {
  const number = /^[$€£¥]?(?<number>\d[\d_]*(?:\.\d+)?)/.exec(prefix)?.groups?.number;
  if (number === undefined || rated.unit.kind === 'none') return [];
  const { unit, per } = rated;
  const rate = per === null ? '' : ` per ${per}`;
  const label = (text: string): Suggestion => ({ label: `${text}${rate}`, kind: CompletionItemKind.Value, detail: 'in the unit of this measure' });
  // A number that is not worked out, in the place of which the typed one is put: it may have more digits than one shows.
  const written = writeAmount(unit.kind === 'duration' || unit.kind === 'size' ? unit.scale : 1, { unit, per: null });
  if (unit.kind !== 'currency') return [label(written.replace('1', number))];
  const sign = /^\D*/.exec(written)?.[0] ?? '';
  const code = written.slice(sign.length + 1);
  return ['', 'k', 'M', 'B'].map((magnitude) => label(`${sign}${number}${magnitude}${code}`));
}
