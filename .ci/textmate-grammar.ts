/**
 * The TextMate grammar, made from the vocabulary. It colours a line as soon as it is typed, where the parser's
 * answer comes a moment later; so it must read well-formed text as the parser does, and damaged text without
 * running away. No pattern holds one repetition within another.
 */

import { DECLARATIONS, MEASURES, MEASURE_STARTS, NEVER_UNITS } from '../grammar/vocabulary.ts';
import type { DeclarationWord, PropertyWord, ValueShape } from '../grammar/vocabulary.ts';

type Captures = Readonly<Record<string, { readonly name: string }>>;

interface TextMateRule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly whileCaptures?: Captures;
  readonly patterns?: readonly TextMateRule[];
}

export interface TextMateGrammar {
  readonly information_for_contributors: readonly string[];
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes?: readonly string[];
  readonly injectionSelector?: string;
  readonly patterns: readonly TextMateRule[];
  readonly repository: Readonly<Record<string, TextMateRule>>;
}

const NAME = '[_\\p{L}\\p{Nl}][\\p{L}\\p{M}\\p{N}\\p{Pc}-]*';
const REFERENCE = `${NAME}(?:\\.${NAME})?`;
const BEFORE_WORD = '(?<![^\\s{}"])';
const AFTER_WORD = '(?![^\\s{}",/])';
const DATE = '\\d{4}-\\d{2}-\\d{2}(?![\\p{L}\\p{N}_-])';
const CALENDAR = '\\d{4}(?:-(?:H[12]|Q[1-4]|\\d{2}))?(?![\\p{L}\\p{N}_.-])';
const GENERATED = 'Generated from grammar/vocabulary.ts by .ci/generate-textmate.ts: change those, not this file.';

const TOP_WORDS = DECLARATIONS.filter(({ top }) => top).map(({ kind }) => kind);
/** Every word that begins a fact in some body. */
const BODY_WORDS = [...new Set(DECLARATIONS.flatMap(wordsOfBody))];
const MEASURE_WORDS = [...new Set([...MEASURES.flatMap(({ words }) => words.split(' ')), 'and', 'not', 'now', 'by'])];
/**
 * A declaration at the margin that could stand in no body: the brace before it is missing, and what is open ends there.
 */
const RECOVERY = `(?=^${group(TOP_WORDS.filter((word) => !BODY_WORDS.includes(word)))}\\s+[\\p{L}_"])`;

/** The grammar of `source.strategy`. */
export function strategyGrammar(): TextMateGrammar {
  const repository: Record<string, TextMateRule> = { ...commonRules() };
  for (const declaration of DECLARATIONS) {
    const { kind, children, measureLine, properties, top } = declaration;
    if (top) repository[kind] = declarationRule(declaration, TOP_WORDS);
    for (const child of DECLARATIONS.filter((one) => children.includes(one.kind))) {
      repository[`${child.kind}-of-${kind}`] = declarationRule(child, wordsOfBody(declaration));
    }
    repository[`body-of-${kind}`] = bodyRule(declaration);
    for (const property of properties) repository[`${property.name}-of-${kind}`] = propertyRule(property, declaration);
    if (measureLine) repository[`measure-of-${kind}`] = measureRule(declaration);
  }
  return {
    information_for_contributors: [GENERATED],
    name: 'Strategy',
    scopeName: 'source.strategy',
    fileTypes: ['strategy'],
    patterns: [include('comment'), ...TOP_WORDS.map(include), include('string')],
    repository,
  };
}

/** The grammar that colours fenced blocks of strategies in Markdown. */
export function markdownInjection(): TextMateGrammar {
  return {
    information_for_contributors: [GENERATED],
    name: 'Strategy in Markdown',
    scopeName: 'markdown.strategy.codeblock',
    injectionSelector: 'L:text.html.markdown',
    patterns: [include('block')],
    repository: {
      block: {
        name: 'markup.fenced_code.block.markdown',
        begin: '(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(?i:(strategy))(?=\\s|$|[{:,?])([^`]*)$',
        beginCaptures: {
          3: { name: 'punctuation.definition.markdown' },
          4: { name: 'fenced_code.block.language.markdown' },
          5: { name: 'fenced_code.block.language.attributes.markdown' },
        },
        end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
        endCaptures: { 3: { name: 'punctuation.definition.markdown' } },
        patterns: [
          {
            begin: '(^|\\G)(\\s*)(.*)',
            while: '(^|\\G)(?!\\s*([`~]{3,})\\s*$)',
            name: 'meta.embedded.block.strategy',
            patterns: [{ include: 'source.strategy' }],
          },
        ],
      },
    },
  };
}

/** A declaration, up to the next of the words that may follow it where it stands. */
function declarationRule({ kind, header }: DeclarationWord, around: readonly string[]): TextMateRule {
  return {
    name: `meta.declaration.${kind}.strategy`,
    begin: `${BEFORE_WORD}(${kind})${AFTER_WORD}${header.name === 'none' ? '' : `(?:\\s+(${NAME}))?`}`,
    beginCaptures: {
      1: { name: `keyword.control.${kind}.strategy` },
      2: { name: `entity.name.type.${kind}.strategy` },
    },
    end: `(?<=\\})|(?=\\})|${lineStart(around)}|${afterSpace(around)}|${RECOVERY}`,
    patterns: [
      include('comment'), include('string'),
      ...(header.in.length > 0 ? [include('in')] : []),
      ...(header.range ? [include('date'), include('range')] : []),
      ...(header.measure ? measurePatterns() : []),
      include(`body-of-${kind}`),
    ],
  };
}

function bodyRule({ kind, children, measureLine, properties }: DeclarationWord): TextMateRule {
  return {
    name: `meta.body.${kind}.strategy`,
    begin: '\\{',
    beginCaptures: { 0: { name: 'punctuation.section.block.begin.strategy' } },
    end: `(\\})|${RECOVERY}`,
    endCaptures: { 1: { name: 'punctuation.section.block.end.strategy' } },
    patterns: [
      include('comment'),
      ...children.map((child) => include(`${child}-of-${kind}`)),
      ...properties.map(({ name }) => include(`${name}-of-${kind}`)),
      ...(measureLine ? [include(`measure-of-${kind}`)] : []),
      include('string'),
    ],
  };
}

function propertyRule(property: PropertyWord, declaration: DeclarationWord): TextMateRule {
  const first = firstValue(property.shape);
  const goesOn = property.shape === 'checkin' ? [...MEASURE_WORDS, 'confidence'] : MEASURE_WORDS;
  return {
    begin: `${BEFORE_WORD}(${property.name})${AFTER_WORD}${first.pattern}`,
    beginCaptures: { 1: { name: `support.type.property-name.${property.name}.strategy` }, ...first.captures },
    end: endOfFact(declaration, goesOn),
    patterns: [include('comment'), include('string'), ...valuePatterns(property)],
  };
}

/** A measure on a line of its own. */
function measureRule(declaration: DeclarationWord): TextMateRule {
  return {
    begin: `${BEFORE_WORD}(${MEASURE_STARTS.join('|')})${AFTER_WORD}`,
    beginCaptures: { 1: { name: 'keyword.other.measure.strategy' } },
    end: endOfFact(declaration, MEASURE_WORDS),
    patterns: [include('comment'), ...measurePatterns()],
  };
}

/** A word of the body at the start of a line ends the fact before it; on the same line not where it can go on with it. */
function endOfFact(declaration: DeclarationWord, goesOn: readonly string[]): string {
  const words = wordsOfBody(declaration);
  return `(?=\\})|${lineStart(words)}|${afterSpace(words.filter((word) => !goesOn.includes(word)))}|${RECOVERY}`;
}

/** The value right after a property's word: a name there is a name, though it be a word of the language. */
function firstValue(shape: ValueShape): { readonly pattern: string; readonly captures: Captures } {
  switch (shape) {
    case 'reference':
    case 'references':
    case 'targets':
    case 'metric':
    case 'period':
    case 'by':
      return { pattern: `(?:\\s+(${REFERENCE}))?`, captures: { 2: { name: 'entity.name.type.reference.strategy' } } };
    case 'unit':
      return { pattern: `(?:\\s+([$€£¥%]|/\\d[\\d.]*|${NAME}))?`, captures: { 2: { name: 'keyword.other.unit.strategy' } } };
    case 'text':
    case 'quantity':
    case 'choice':
    case 'status':
    case 'evidence':
    case 'now':
    case 'checkin':
      return { pattern: '', captures: {} };
  }
}

function valuePatterns(property: PropertyWord): TextMateRule[] {
  switch (property.shape) {
    case 'text':
      return [];
    case 'reference':
    case 'references':
    case 'targets':
      return [include('quantity'), include('next-reference'), include('reference')];
    case 'quantity':
    case 'now':
      return [include('measure-words'), include('quantity')];
    case 'choice':
    case 'status':
    case 'evidence':
      return [choice(property), include('date')];
    case 'period':
    case 'by':
      return [include('date'), include('range'), include('calendar'), include('reference')];
    case 'unit':
      return [include('rate')];
    case 'metric':
      return measurePatterns();
    case 'checkin':
      return [include('date'), include('confidence'), include('measure-words'), include('quantity')];
  }
}

function measurePatterns(): TextMateRule[] {
  return [include('by'), include('measure-words'), include('quantity')];
}

function choice({ choices, name }: PropertyWord): TextMateRule {
  return { match: `${BEFORE_WORD}${group(choices.map(({ word }) => word))}${AFTER_WORD}`, name: `constant.language.${name}.strategy` };
}

function commonRules(): Record<string, TextMateRule> {
  const unit = `[%€$£¥]|(?!${group([...new Set([...NEVER_UNITS, ...BODY_WORDS])])}${AFTER_WORD})${NAME}`;
  const rate = `(?:[^\\S\\n]+(per)[^\\S\\n]+(${NAME}))`;
  return {
    comment: { patterns: [include('documentation'), include('suppression'), include('line-comment')] },
    documentation: {
      name: 'comment.line.documentation.strategy',
      begin: '^\\s*(///)',
      beginCaptures: { 1: { name: 'punctuation.definition.comment.documentation.strategy' } },
      while: '^\\s*(///)',
      whileCaptures: { 1: { name: 'punctuation.definition.comment.documentation.strategy' } },
      patterns: [{ include: 'text.html.markdown' }, { match: '`[^`]*`', name: 'markup.inline.raw.strategy' }],
    },
    suppression: {
      name: 'comment.line.double-slash.strategy',
      begin: '(//)\\s*(throughline-ignore(?:-file)?)(?![\\p{L}\\p{N}_-])',
      beginCaptures: {
        1: { name: 'punctuation.definition.comment.strategy' },
        2: { name: 'keyword.other.suppression.strategy' },
      },
      end: '$',
      patterns: [{ match: ':.*$' }, { match: '[\\p{L}\\p{N}_-]+', name: 'entity.name.tag.rule.strategy' }],
    },
    'line-comment': {
      name: 'comment.line.double-slash.strategy',
      match: '(//).*$',
      captures: { 1: { name: 'punctuation.definition.comment.strategy' } },
    },
    string: { patterns: [include('triple-string'), include('line-string')] },
    'triple-string': { name: 'string.quoted.triple.strategy', begin: '"""', end: '"""' },
    'line-string': {
      name: 'string.quoted.double.strategy',
      begin: '"',
      end: '"|$',
      patterns: [
        { match: '\\\\["\\\\nt]', name: 'constant.character.escape.strategy' },
        { match: '\\\\.', name: 'invalid.illegal.escape.strategy' },
      ],
    },
    in: {
      match: `${BEFORE_WORD}(in)\\s+(?:(${NAME})|(${CALENDAR}))`,
      captures: {
        1: { name: 'keyword.other.in.strategy' },
        2: { name: 'entity.name.type.reference.strategy' },
        3: { name: 'constant.numeric.period.strategy' },
      },
    },
    by: {
      match: `${BEFORE_WORD}(by)\\s+(?:(${DATE})|(${CALENDAR})|(${NAME}))`,
      captures: {
        1: { name: 'keyword.other.measure.strategy' },
        2: { name: 'constant.numeric.date.strategy' },
        3: { name: 'constant.numeric.period.strategy' },
        4: { name: 'entity.name.type.reference.strategy' },
      },
    },
    confidence: { match: `${BEFORE_WORD}confidence${AFTER_WORD}`, name: 'support.type.property-name.confidence.strategy' },
    'measure-words': { match: `${BEFORE_WORD}${group(MEASURE_WORDS)}${AFTER_WORD}`, name: 'keyword.other.measure.strategy' },
    date: { match: `(?<![\\p{L}\\p{N}_-])${DATE}`, name: 'constant.numeric.date.strategy' },
    calendar: { match: `(?<![\\p{L}\\p{N}_-])${CALENDAR}`, name: 'constant.numeric.period.strategy' },
    range: { match: '\\.\\.', name: 'keyword.operator.range.strategy' },
    'next-reference': {
      match: `(,)\\s*(${REFERENCE})`,
      captures: { 1: { name: 'punctuation.separator.strategy' }, 2: { name: 'entity.name.type.reference.strategy' } },
    },
    reference: { match: REFERENCE, name: 'entity.name.type.reference.strategy' },
    rate: {
      match: rate,
      captures: { 1: { name: 'keyword.other.per.strategy' }, 2: { name: 'keyword.other.unit.strategy' } },
    },
    quantity: {
      match: `(?<![\\p{L}\\p{N}_.-])([+-]?[$€£¥]?(?:\\d[\\d_]*(?:\\.\\d[\\d_]*)?|\\?)(?:/\\d[\\d.]*|[kMB](?![\\p{L}\\p{N}]))?)(%|[€$£¥]|\\p{L}+)?(?:[^\\S\\n]+(${unit}))?${rate}?`,
      captures: {
        1: { name: 'constant.numeric.strategy' },
        2: { name: 'keyword.other.unit.strategy' },
        3: { name: 'keyword.other.unit.strategy' },
        4: { name: 'keyword.other.per.strategy' },
        5: { name: 'keyword.other.unit.strategy' },
      },
    },
  };
}

/** Every word that, first on a line, begins a fact in the body of a declaration. */
function wordsOfBody({ children, measureLine, properties }: DeclarationWord): string[] {
  return [...new Set([...properties.map(({ name }) => name), ...children, ...(measureLine ? MEASURE_STARTS : [])])];
}

function lineStart(words: readonly string[]): string {
  return `(?=^\\s*${group(words)}${AFTER_WORD})`;
}

function afterSpace(words: readonly string[]): string {
  return `(?=(?<=\\s)${group(words)}${AFTER_WORD})`;
}

function group(words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}

function include(rule: string): TextMateRule {
  return { include: `#${rule}` };
}
