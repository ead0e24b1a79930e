/** Completion: the words that may stand here, the values of closed lists, and the names of the right kind. */

import {
  CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem, type CompletionList, type MarkupContent, type Position, type Range,
} from 'vscode-languageserver-types';
import { formatDay, type Day } from '../../grammar/calendar.ts';
import { declarationWord, DECLARATIONS, MEASURES, propertyWord, type PropertyWord } from '../../grammar/vocabulary.ts';
import { checkinItems, currentValue, unitWords } from './completion-amounts.ts';
import { completionContext, type CompletionContext, type OpenBody, type Token } from './completion-context.ts';
import { boundItems, dayItems, periodItems } from './completion-days.ts';
import { measureContinuations } from './completion-measure.ts';
import { referenceItems } from './completion-names.ts';
import { escapeSnippet, filledIn, snippetItems } from './completion-snippets.ts';
import { surroundings, writtenAfter } from './completion-surroundings.ts';
import { offsetOf, rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { page, propertyCard } from './word-card.ts';

/** An item before it is placed. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What it is, in a word or two. */
  readonly detail?: string;
  /** The title of what it names. */
  readonly title?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is compared with what is typed, where it is more than the label. */
  readonly filter?: string;
  /** What is written instead of the label, with places to fill in. */
  readonly snippet?: string;
  /** What is written instead of the label. */
  readonly text?: string;
  /** Of a thing its id: what there is to say of it is worked out once it is looked at. */
  readonly id?: string;
}

/** As many items as a reader may want to look through; what is typed narrows a longer list down. */
const MOST = 1000;

/** What an item remembers for the request that fills it in. */
export interface CompletionData {
  readonly uri: string;
  readonly id?: string;
}

/** In the order in which people write, all of what may stand at the cursor: the editor leaves out what does not fit what is typed. */
export function completion(snapshot: Snapshot, { position }: { readonly position: Position }): CompletionList {
  const { tree } = snapshot.document;
  const offset = offsetOf(tree, position);
  const context = completionContext(tree, offset);
  if (context === null) return { isIncomplete: false, items: [] };
  const found = suggestions(snapshot, context, offset);
  const fitting = found.length > MOST ? found.filter((suggestion) => fits(suggestion, context.prefix)) : found;
  const insert = rangeOf(tree, { start: offset - context.prefix.length, end: offset });
  const replace = rangeOf(tree, { start: offset - context.prefix.length, end: offset + context.suffix.length });
  return {
    isIncomplete: found.length > MOST,
    items: fitting.slice(0, MOST).map((suggestion, index) => item(snapshot, suggestion, index, { insert, replace })),
  };
}

/** Whether the letters typed occur in it in their order, as editors compare. */
function fits({ label, filter = label }: Suggestion, prefix: string): boolean {
  const text = filter.toLowerCase();
  let at = -1;
  return Array.from(prefix.toLowerCase()).every((letter) => {
    at = text.indexOf(letter, at + 1);
    return at !== -1;
  });
}

function item(
  { client, document: { uri } }: Snapshot, suggestion: Suggestion, index: number, { insert, replace }: { readonly insert: Range; readonly replace: Range },
): CompletionItem {
  const { label, kind, documentation, filter, snippet, text = label, id } = suggestion;
  const newText = snippet ?? text;
  const data: CompletionData = id === undefined ? { uri } : { uri, id };
  return {
    label, kind,
    ...details(client, suggestion),
    ...documentation === undefined ? {} : { documentation: client.markdown ? markdown(documentation) : documentation },
    ...filter === undefined ? {} : { filterText: filter },
    ...snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet },
    // In the order given, which is that in which people write.
    sortText: String(index).padStart(5, '0'),
    textEdit: client.insertReplace ? { newText, insert, replace } : { newText, range: replace },
    data,
  };
}

/** Beside the label where the client shows it there, so that a reader sees the titles of all; else with the detail. */
function details({ labelDetails }: Snapshot['client'], { detail, title }: Suggestion): Pick<CompletionItem, 'detail' | 'labelDetails'> {
  if (title === undefined) return detail === undefined ? {} : { detail };
  const both = detail === undefined ? title : `${detail}: ${title}`;
  return labelDetails ? { ...detail === undefined ? {} : { detail }, labelDetails: { description: title } } : { detail: both };
}

function markdown(value: string): MarkupContent {
  return { kind: MarkupKind.Markdown, value };
}

function suggestions(snapshot: Snapshot, context: CompletionContext, offset: number): readonly Suggestion[] {
  const { bodies, fact } = context;
  const body = bodies.at(-1);
  const [first] = fact;
  if (first === undefined) {
    if (body === undefined) return [...topWords(), ...snippetItems(snapshot, null)];
    const written = [...body.written, ...writtenAfter(snapshot, context, offset)];
    return [...newCheckin(snapshot, context), ...bodyWords({ ...body, written }), ...snippetItems(snapshot, body.kind)];
  }
  const rest = fact.slice(1);
  const property = body === undefined ? undefined : propertyWord(body.kind, first.text);
  if (property !== undefined) return afterProperty(snapshot, context, property, rest);
  if (body?.kind === 'kr') return measureContinuations(snapshot, context, fact);
  return afterDeclaration(snapshot, context, first.text, rest);
}

function topWords(): readonly Suggestion[] {
  return DECLARATIONS.filter(({ top }) => top).map(({ kind }) => declarationSuggestion(kind));
}

/** On a blank line of a kr or metric: a check-in of the day with the value that holds now. */
function newCheckin(snapshot: Snapshot, context: CompletionContext): readonly Suggestion[] {
  const { entity } = surroundings(snapshot, context);
  if (snapshot.analysis === null || (entity?.kind !== 'kr' && entity?.kind !== 'metric')) return [];
  if (context.bodies.at(-1)?.kind !== entity.kind || (entity.kind === 'kr' && (entity.reading === null || entity.closed))) return [];
  const day = formatDay(snapshot.analysis.asOf);
  const value = currentValue(entity);
  const text = value === null ? `checkin ${day}` : `checkin ${day} ${value}`;
  const first = `checkin ${day} \${1:${escapeSnippet(value ?? '?')}}`;
  const snippet = entity.kind === 'metric' ? first : `${first} confidence \${2:${confidenceNow(entity.confidence?.value ?? null)}} "\${3:What moved it}"`;
  return [{
    label: text, kind: CompletionItemKind.Event, detail: 'a check-in of the day', filter: text, text,
    ...snapshot.client.snippets ? { snippet } : {},
    documentation: page('What was measured on the day by which the strategy is judged, beginning with the value that holds now.', filledIn(snippet)),
  }];
}

function confidenceNow(confidence: number | null): string {
  return confidence === null ? '7/10' : `${Number((confidence * 10).toFixed(1))}/10`;
}

function declarationSuggestion(kind: OpenBody['kind']): Suggestion {
  const { documentation, example } = declarationWord(kind);
  return { label: kind, kind: CompletionItemKind.Keyword, documentation: page(documentation, example) };
}

/** What a body still lacks: its properties, then what may stand in it. */
function bodyWords({ kind, written }: OpenBody): readonly Suggestion[] {
  const { properties, children, measureLine } = declarationWord(kind);
  const missing = properties.filter(({ name, repeatable }) => repeatable || !written.includes(name));
  const measured = MEASURES.some(({ words }) => written.includes(words.split(' ')[0] ?? ''));
  return [
    ...missing.map((property) => ({ label: property.name, kind: CompletionItemKind.Property, documentation: propertyCard(property) })),
    ...measureLine && !measured && !written.includes('metric') ? measureSuggestions() : [],
    ...children.map(declarationSuggestion),
  ];
}

function measureSuggestions(): readonly Suggestion[] {
  return MEASURES.map(({ words, documentation, example }) => ({ label: words, kind: CompletionItemKind.Operator, documentation: page(documentation, example) }));
}

function afterProperty(snapshot: Snapshot, context: CompletionContext, property: PropertyWord, rest: readonly Token[]): readonly Suggestion[] {
  const begins = rest.length === 0;
  const nextName = begins || rest.at(-1)?.type === 'comma';
  switch (property.shape) {
    case 'reference': return begins ? referenceItems(snapshot, context, property) : [];
    case 'references': case 'targets': return nextName ? referenceItems(snapshot, context, property) : [];
    case 'choice': return begins ? choices(property) : [];
    case 'status': case 'evidence':
      if (begins) return choices(property);
      return rest.length === 1 ? dayItems(snapshot) : [];
    case 'period': return begins ? periodItems(snapshot, property.names) : [];
    case 'by': return begins ? [...periodItems(snapshot, property.names), ...dayItems(snapshot, lastDayAt(snapshot, context))] : [];
    case 'metric': return begins ? referenceItems(snapshot, context, property) : measureContinuations(snapshot, context, rest.slice(1));
    case 'now': return begins ? currentOrDone(snapshot, context) : unitWords(snapshot, context);
    case 'checkin':
      if (begins) return dayItems(snapshot);
      return [...rest.length === 1 ? currentOrDone(snapshot, context) : unitWords(snapshot, context), ...confidence(rest)];
    case 'unit': return begins ? units(snapshot) : [];
    case 'quantity': return begins && property.name === 'confidence' ? CONFIDENCES : [];
    case 'text': return [];
    default: return property.shape satisfies never;
  }
}

/** Values of a milestone only in one. */
function currentOrDone(snapshot: Snapshot, context: CompletionContext): readonly Suggestion[] {
  const { entity } = surroundings(snapshot, context);
  const numeric = entity?.kind === 'metric' || (entity?.kind === 'kr' && entity.reading !== null && entity.reading.kind !== 'milestone');
  return numeric
    ? checkinItems(snapshot, context)
    : [...checkinItems(snapshot, context).filter(({ label }) => !label.endsWith('done')), ...['done', 'not done'].map((label) => ({ label, kind: CompletionItemKind.EnumMember }))];
}

/** The last day of the period in which a kr stands. */
function lastDayAt(snapshot: Snapshot, context: CompletionContext): Day | null {
  const { entity } = surroundings(snapshot, context);
  return entity !== null && 'period' in entity && entity.period.state === 'known' ? entity.period.period.days.end : null;
}

const CONFIDENCES: readonly Suggestion[] = [['9/10', 'nearly certain'], ['7/10', 'likely'], ['5/10', 'as likely as not'], ['3/10', 'unlikely']]
  .map(([label = '', detail = '']) => ({ label, detail, kind: CompletionItemKind.Value }));

function choices({ choices: words }: PropertyWord): readonly Suggestion[] {
  return words.map(({ word, documentation }) => ({ label: word, kind: CompletionItemKind.EnumMember, documentation }));
}

function confidence(rest: readonly Token[]): readonly Suggestion[] {
  const written = rest.some(({ type, text }) => type === 'string' || text === 'confidence');
  return written ? [] : [{ label: 'confidence', kind: CompletionItemKind.Keyword, documentation: 'How sure you were on that day, such as `8/10` or `80%`.' }];
}

const UNITS: Readonly<Record<string, string>> = {
  '%': 'percent', pp: 'percentage points', $: 'US dollars', '€': 'euros', '£': 'pounds', x: 'a multiple', ms: 'milliseconds', s: 'seconds',
  min: 'minutes', h: 'hours', d: 'days', w: 'weeks', '/5': 'a score out of five', '/10': 'a score out of ten',
};

/** Those of the language, and the words that other metrics are counted in. */
function units({ analysis }: Snapshot): readonly Suggestion[] {
  const words = new Set((analysis?.strategy.metrics ?? []).flatMap(({ unit }) => (unit?.unit.kind === 'word' ? [unit.unit.word] : [])));
  return [
    ...Object.entries(UNITS).map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.Unit })),
    ...Array.from(words, (label) => ({ label, kind: CompletionItemKind.Unit })),
  ];
}

/** After the word, the name and the title of a declaration: its `in`, or the measure of a kr. */
function afterDeclaration(snapshot: Snapshot, context: CompletionContext, word: string, rest: readonly Token[]): readonly Suggestion[] {
  const declared = DECLARATIONS.find(({ kind }) => kind === word);
  if (declared === undefined || rest.length === 0) return [];
  const { header } = declared;
  if (header.range && rest.length === 1) return boundItems(snapshot, null);
  if (header.range && rest.at(-1)?.text === '..') return boundItems(snapshot, rest.at(-2)?.text ?? '');
  if (header.in.length > 0) {
    if (rest.at(-1)?.text === 'in') return periodOrTeam(snapshot, header.in);
    const ready = !rest.some(({ text }) => text === 'in') && (!header.range || rest.some(({ text }) => text === '..'));
    return ready && rest.at(-1)?.text !== '..' ? [{ label: 'in', kind: CompletionItemKind.Keyword, documentation: `The ${header.in.join(' or ')} that it is part of.` }] : [];
  }
  if (!header.measure) return [];
  const title = rest.findIndex(({ type }) => type === 'string');
  return title === -1 ? [] : measureContinuations(snapshot, context, rest.slice(title + 1));
}

function periodOrTeam(snapshot: Snapshot, kinds: readonly OpenBody['kind'][]): readonly Suggestion[] {
  if (kinds.includes('period')) return periodItems(snapshot, kinds);
  return referenceItems(snapshot, { bodies: [], fact: [], prefix: '', suffix: '' }, { names: kinds });
}
