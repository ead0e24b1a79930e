/** Completion: the words that may stand here, the values of closed lists, and the names of the right kind. */

import { CompletionItemKind, MarkupKind, type CompletionItem, type MarkupContent, type Position, type Range } from 'vscode-languageserver-types';
import { declarationWord, DECLARATIONS, MEASURES, propertyWord, type PropertyWord } from '../../grammar/vocabulary.ts';
import { completionContext, type CompletionContext, type OpenBody, type Token } from './completion-context.ts';
import { dayItems, periodItems, referenceItems } from './completion-names.ts';
import { measureContinuations } from './completion-measure.ts';
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
}

/** In the order in which people write, all of what may stand at the cursor: the editor leaves out what does not fit what is typed. */
export function completion(snapshot: Snapshot, { position }: { readonly position: Position }): CompletionItem[] {
  const { tree } = snapshot.document;
  const offset = offsetOf(tree, position);
  const context = completionContext(tree, offset);
  if (context === null) return [];
  const range = rangeOf(tree, { start: offset - context.prefix.length, end: offset });
  return suggestions(snapshot, context).map((suggestion, index) => item(snapshot, suggestion, index, range));
}

function item({ client }: Snapshot, suggestion: Suggestion, index: number, range: Range): CompletionItem {
  const { label, kind, documentation, filter } = suggestion;
  return {
    label, kind,
    ...details(client, suggestion),
    ...documentation === undefined ? {} : { documentation: client.markdown ? markdown(documentation) : documentation },
    ...filter === undefined ? {} : { filterText: filter },
    // In the order given, which is that in which people write.
    sortText: String(index).padStart(5, '0'),
    textEdit: { range, newText: label },
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

function suggestions(snapshot: Snapshot, context: CompletionContext): readonly Suggestion[] {
  const { bodies, fact } = context;
  const body = bodies.at(-1);
  const [first] = fact;
  if (first === undefined) return body === undefined ? topWords() : bodyWords(body);
  const rest = fact.slice(1);
  const property = body === undefined ? undefined : propertyWord(body.kind, first.text);
  if (property !== undefined) return afterProperty(snapshot, context, property, rest);
  if (body?.kind === 'kr') return measureContinuations(snapshot, fact);
  return afterDeclaration(snapshot, first.text, rest);
}

function topWords(): readonly Suggestion[] {
  return DECLARATIONS.filter(({ top }) => top).map(({ kind }) => declarationSuggestion(kind));
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
    case 'by': return begins ? [...periodItems(snapshot, property.names), ...dayItems(snapshot)] : [];
    case 'metric': return begins ? referenceItems(snapshot, context, property) : measureContinuations(snapshot, rest.slice(1));
    case 'now': return begins ? ['done', 'not done'].map((label) => ({ label, kind: CompletionItemKind.EnumMember })) : [];
    case 'checkin': return begins ? dayItems(snapshot) : confidence(rest);
    case 'unit': return begins ? units(snapshot) : [];
    case 'text': case 'quantity': return [];
    default: return property.shape satisfies never;
  }
}

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
function afterDeclaration(snapshot: Snapshot, word: string, rest: readonly Token[]): readonly Suggestion[] {
  const declared = DECLARATIONS.find(({ kind }) => kind === word);
  if (declared === undefined || rest.length === 0) return [];
  const { header } = declared;
  if (header.in.length > 0) {
    if (rest.at(-1)?.text === 'in') return periodOrTeam(snapshot, header.in);
    const ready = !rest.some(({ text }) => text === 'in') && (!header.range || rest.some(({ text }) => text === '..'));
    return ready && rest.at(-1)?.text !== '..' ? [{ label: 'in', kind: CompletionItemKind.Keyword, documentation: `The ${header.in.join(' or ')} that it is part of.` }] : [];
  }
  if (!header.measure) return [];
  const title = rest.findIndex(({ type }) => type === 'string');
  return title === -1 ? [] : measureContinuations(snapshot, rest.slice(title + 1));
}

function periodOrTeam(snapshot: Snapshot, kinds: readonly OpenBody['kind'][]): readonly Suggestion[] {
  if (kinds.includes('period')) return periodItems(snapshot, kinds);
  return referenceItems(snapshot, { bodies: [], fact: [], prefix: '' }, { names: kinds });
}
