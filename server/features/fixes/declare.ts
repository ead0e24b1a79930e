/** Declares what a name should mean: of a kind that may stand there, beside others of its kind. */

import { formatDay, parseCalendarPeriod } from '../../../grammar/calendar.ts';
import type { Quantity } from '../../../grammar/tree.ts';
import { targetKinds } from '../../model/references.ts';
import type { Entity, EntityKind, Link, Objective, SourceFile, Strategy } from '../../model/strategy.ts';
import { quarterOf } from '../calendar-around.ts';
import type { FileChange, Plan } from '../plan.ts';
import type { Found, Proposal } from './proposal.ts';

/** One declaration for each kind that may stand there; of `objective.kr` a key result in that objective. */
export function declareMissing({ link, analysis: { strategy } }: Found): readonly Proposal[] {
  if (link === null) return [];
  const { head, local } = link.reference;
  const kinds = targetKinds(link.kind, link.from.kind);
  if (local !== null) {
    const objective = strategy.byId.get(head);
    if (objective?.kind !== 'objective' || !kinds.includes('kr')) return [];
    return [{ title: `Declare the key result '${local}' in '${head}'`, plan: () => inObjective(objective, local) }];
  }
  return kinds.filter((kind) => kind !== 'kr').map((kind) => ({
    title: `Declare the ${kind} '${head}'`, plan: () => ({ changes: [beside(strategy, link.from.origin.file, kind, declaration(strategy, link, kind))] }),
  }));
}

/** After the last thing of its kind, in the file where most of them stand; without any, at the end of `home`. */
export function beside(strategy: Strategy, home: SourceFile, kind: EntityKind, text: string): FileChange {
  const same = strategy.entities.filter((entity) => entity.kind === kind && entity.origin.file.tree !== null && isTop(entity));
  const counts = new Map<SourceFile, Entity[]>();
  for (const entity of same) counts.set(entity.origin.file, [...counts.get(entity.origin.file) ?? [], entity]);
  const [file, others] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [home, []];
  const last = others.at(-1);
  const whole = file.tree?.text ?? '';
  if (last === undefined) return { file, start: whole.length, end: whole.length, newText: `${whole === '' || /[\r\n]$/.test(whole) ? '' : '\n'}\n${text}\n` };
  const end = last.origin.chunk.start + last.declaration.span.end;
  const line = /^[^\r\n]*/.exec(whole.slice(end))?.[0].length ?? 0;
  const comment = whole.slice(end, end + line).trim().startsWith('//') ? line : 0;
  const apart = text.includes('{') || last.declaration.body !== null ? '\n\n' : '\n';
  return { file, start: end + comment, end: end + comment, newText: `${apart}${text}` };
}

function isTop(entity: Entity): boolean {
  return entity.kind !== 'initiative' || entity.objective === null;
}

function inObjective(objective: Objective, name: string): Plan {
  const { declaration: { children, body, span }, origin: { file, chunk } } = objective;
  const kr = `kr ${name} "${titleOf(name)}"`;
  const last = children.filter(({ kind }) => kind === 'kr').at(-1) ?? children.at(-1);
  const at = chunk.start + (last?.span.end ?? (body?.close?.start ?? span.end));
  const newText = body === null ? ` {\n${kr}\n}` : `\n${kr}${last === undefined ? '\n' : ''}`;
  return { changes: [{ file, start: at, end: at, newText }] };
}

function declaration(strategy: Strategy, { from, reference: { head: name } }: Link, kind: EntityKind): string {
  const title = `"${titleOf(name)}"`;
  switch (kind) {
    case 'team': case 'person': return `${kind} ${name} ${title}`;
    case 'metric': return `metric ${name} ${title} {\nunit ${unitOf(from, name)}\n}`;
    case 'period': {
      const { start, end } = quarterOf(strategy.asOf);
      return `period ${name} ${formatDay(start)} .. ${formatDay(end)}`;
    }
    case 'goal': return `goal ${name} ${title} {\n${facts(from, ['kind business'], true)}\n}`;
    case 'objective': return `objective ${name} ${title} {\n${facts(from, [], false)}\n}`;
    case 'initiative': return `initiative ${name} ${title}`;
    case 'strategy': case 'kr': return `${kind} ${title}`;
    default: return kind satisfies never;
  }
}

/** Owner and period of what names it: most often they are the same people in the same time. */
function facts(from: Entity, before: readonly string[], year: boolean): string {
  const owner = 'owners' in from ? from.owners[0] : undefined;
  const period = 'period' in from && from.period.state === 'known' ? from.period.period : null;
  const id = period === null || period.id === null ? null : period.id;
  const time = year && id !== null && parseCalendarPeriod(id) !== null ? id.slice(0, 4) : id;
  return [...before, ...owner === undefined ? [] : [`owner ${owner.id}`], ...time === null ? [] : [`period ${time}`]].join('\n');
}

/** In what the metric is counted by the measure that names it. */
function unitOf(from: Entity, name: string): string {
  const property = from.declaration.properties.find((one) => one.name === 'metric' && one.value.reference?.text === name);
  const measure = property?.name === 'metric' ? property.value.measure : null;
  const amounts: readonly (Quantity | null)[] = measure === null ? [] : [measure.from, measure.to, measure.low, measure.high, measure.size];
  const quantity = amounts.find((amount) => amount !== null && amount.unit.kind !== 'none');
  return quantity === undefined || quantity === null ? '%' : writtenUnit(quantity);
}

/** The unit of a quantity, as `unit` says it. */
export function writtenUnit({ unit, per }: Pick<Quantity, 'unit' | 'per'>): string {
  const rate = per === null ? '' : ` per ${per}`;
  switch (unit.kind) {
    case 'none': return `%${rate}`;
    case 'currency': return `${new Map([['USD', '$'], ['EUR', '€'], ['GBP', '£'], ['JPY', '¥']]).get(unit.code) ?? unit.code}${rate}`;
    case 'percent': return `%${rate}`;
    case 'points': return `pp${rate}`;
    case 'multiple': return `x${rate}`;
    case 'duration': case 'size': return `${unit.symbol}${rate}`;
    case 'score': return `/${unit.denominator}${rate}`;
    case 'word': return `${unit.word}${rate}`;
    default: return unit satisfies never;
  }
}

/** A name as a title to begin with: `win-midmarket` is `Win midmarket`. */
function titleOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? name : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
