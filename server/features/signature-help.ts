/** Signature help: the forms of a measure, and which part of one comes next, while it is being typed. */

import { MarkupKind, type SignatureHelp, type SignatureInformation } from 'vscode-languageserver-types';
import { MEASURES, MEASURE_STARTS, propertyWord } from '../../grammar/vocabulary.ts';
import { completionContext, type Token } from './completion-context.ts';
import type { PositionParams } from './destinations.ts';
import { offsetOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { page } from './word-card.ts';

interface Form {
  /** The words that this form has and no other has, in order: those typed must begin like them. */
  readonly words: readonly string[];
  /** Its parts: words stand as they are, the others for what the author writes. */
  readonly parts: readonly string[];
  readonly documentation: string;
  readonly example: string;
}

/** What may follow each form. */
const TAIL = ['now VALUE', 'by DATE'] as const;

const FORMS: readonly Form[] = [
  form(['from', 'to'], ['from START', 'to TARGET'], 'from'),
  form(['from', 'up'], ['from START', 'up SIZE'], 'up'),
  form(['from', 'down'], ['from START', 'down SIZE'], 'down'),
  form(['from', 'times'], ['from START', 'times FACTOR'], 'times'),
  form(['to'], ['to TARGET'], 'to'),
  form(['up'], ['up SIZE'], 'up'),
  form(['down'], ['down SIZE'], 'down'),
  form(['times'], ['times FACTOR'], 'times'),
  form(['at', 'least'], ['at least LEVEL'], 'at least'),
  form(['at', 'most'], ['at most LEVEL'], 'at most'),
  form(['between', 'and'], ['between LOW', 'and HIGH'], 'between'),
  form(['keep', 'at', 'least'], ['keep at least LEVEL'], 'keep at least'),
  form(['keep', 'at', 'most'], ['keep at most LEVEL'], 'keep at most'),
  form(['keep', 'between', 'and'], ['keep between LOW', 'and HIGH'], 'keep between'),
  form(['done'], ['done'], 'done'),
];

function form(words: readonly string[], parts: readonly string[], measure: string): Form {
  const { documentation = '', example = '' } = MEASURES.find((one) => one.words === measure) ?? {};
  return { words, parts: [...parts, ...TAIL], documentation, example };
}

/** The forms that what is typed may still become; null where no measure is being typed. */
export function signatureHelp(snapshot: Snapshot, { position }: PositionParams): SignatureHelp | null {
  const { tree } = snapshot.document;
  const context = completionContext(tree, offsetOf(tree, position));
  const typed = context === null ? null : measureTokens(context.bodies.at(-1)?.kind, context.fact);
  if (typed === null) return null;
  const words = typed.filter(({ type, text }) => type === 'word' && MEASURE_WORDS.has(text)).map(({ text }) => text);
  const forms = FORMS.filter((one) => fits(one, words.filter((word) => !TAIL_WORDS.has(word))));
  const [first] = forms;
  if (first === undefined) return null;
  const activeParameter = partAt(first, words);
  return { signatures: forms.map((one) => signature(snapshot, one)), activeSignature: 0, activeParameter };
}

/** The tokens of a measure behind the title of a key result, behind a metric's name, or on a line of its own; null elsewhere. */
function measureTokens(body: string | undefined, fact: readonly Token[]): readonly Token[] | null {
  const [first] = fact;
  if (first === undefined) return null;
  if (first.text === 'metric' && (body === 'kr' || body === 'goal')) return fact.length < 2 ? null : begun(fact.slice(2));
  if (body === 'kr') return propertyWord('kr', first.text) === undefined ? begun(fact) : null;
  if (body !== 'objective' || first.text !== 'kr') return null;
  const title = fact.findIndex(({ type }) => type === 'string');
  return title === -1 ? null : begun(fact.slice(title + 1));
}

/** Before its first word nobody knows whether there will be a measure at all. */
function begun(tokens: readonly Token[]): readonly Token[] | null {
  const [first] = tokens;
  return first !== undefined && MEASURE_STARTS.includes(first.text) ? tokens : null;
}

const TAIL_WORDS: ReadonlySet<string> = new Set(TAIL.map((part) => part.split(' ')[0] ?? ''));
const MEASURE_WORDS: ReadonlySet<string> = new Set([...FORMS.flatMap(({ words }) => words), ...TAIL_WORDS]);

function fits({ words }: Form, typed: readonly string[]): boolean {
  const own = typed.slice(0, words.length);
  return own.length > 0 && own.every((word, index) => word === words[index]);
}

/** The part in which the last word that was typed stands. */
function partAt({ parts }: Form, words: readonly string[]): number {
  const last = words.at(-1) ?? '';
  const found = parts.findLastIndex((part) => part.split(' ').includes(last));
  return Math.max(0, found);
}

function signature({ client }: Snapshot, { parts, documentation, example }: Form): SignatureInformation {
  const label = parts.join(' ');
  const starts = parts.map((_, index) => parts.slice(0, index).join(' ').length + Number(index > 0));
  return {
    label,
    documentation: client.markdown ? { kind: MarkupKind.Markdown, value: page(documentation, example) } : documentation,
    parameters: parts.map((part, index) => ({ label: [starts[index] ?? 0, (starts[index] ?? 0) + part.length] })),
  };
}
