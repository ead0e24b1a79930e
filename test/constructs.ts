/** The constructs of the language by name, and which of them a file uses: so that a test can tell that a sample leaves none out. */

import type {
  Chunk, Declaration, Measure, Measured, PeriodExpression, Property, Quantity, SyntaxTree, Value,
} from '../grammar/tree.ts';
import { DECLARATIONS, MEASURES } from '../grammar/vocabulary.ts';

/** What the vocabulary does not list: how values, places and comments are written (language.md sections 2 to 4). */
const WRITINGS = [
  'unit: none', 'unit: currency', 'unit: percent', 'unit: points', 'unit: multiple', 'unit: duration', 'unit: size', 'unit: score', 'unit: word',
  'quantity: per', 'quantity: ?', 'quantity: $ before', 'quantity: sign after', 'quantity: ISO code', 'quantity: k', 'quantity: M', 'quantity: _',
  'quantity: long duration', 'metric unit: currency', 'metric unit: percent', 'metric unit: points', 'metric unit: multiple',
  'metric unit: duration', 'metric unit: size', 'metric unit: score', 'metric unit: word', 'metric unit: per',
  'period: name', 'period: range', 'period: year', 'period: half', 'period: quarter', 'period: month',
  'by: date', 'by: name', 'by: calendar', 'now then by', 'by then now', 'now: quantity', 'now: done', 'now: not done', 'now: share',
  'from: up', 'from: down', 'from: times', 'from: to', 'size: %', 'size: pp', 'size: unit',
  'measure: header', 'measure: line', 'measure: metric', 'now: line', 'by: line', 'metric: no measure',
  'checkin: value', 'checkin: no value', 'checkin: done', 'checkin: not done', 'checkin: share', 'checkin: confidence', 'checkin: note',
  'confidence: score', 'confidence: percent', 'weight: fraction',
  'status: date', 'status: reason', 'evidence: date', 'evidence: no date', 'supports: share', 'supports: no share',
  'reference: qualified', 'reference: list', 'kr: no name', 'kr: name', 'initiative: top', 'initiative: inside', 'body', 'body: none',
  'string: triple', 'string: \\"', 'string: \\\\', 'string: \\n', 'string: \\t',
  'comment', 'comment: behind', 'documentation', 'documentation: kr', 'suppression: line', 'suppression: file',
];

/** The name of every construct. */
export function everyConstruct(): readonly string[] {
  const words = DECLARATIONS.flatMap(({ kind, header, properties }) => [
    kind,
    ...header.in.map((container) => `${kind} in ${container}`),
    ...header.title === 'optional' ? [`${kind}: title`] : [],
    ...properties.flatMap(({ name, choices, repeatable }) => [
      `${kind}.${name}`,
      ...choices.map(({ word }) => `${kind}.${name} ${word}`),
      // Two links say nothing that one does not.
      ...repeatable && name !== 'link' ? [`${kind}.${name} twice`] : [],
    ]),
  ]);
  return [...words, ...MEASURES.map((measure) => `measure: ${measure.words}`), ...WRITINGS];
}

/** The constructs that a file uses. */
export function constructsOf(tree: SyntaxTree): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { chunk } of tree.chunks) {
    for (const comment of chunk.comments) {
      used.add(comment.alone ? 'comment' : 'comment: behind');
      const suppression = /throughline-ignore(-file)? .+: \S/.exec(comment.text);
      if (suppression !== null) used.add(suppression[1] === undefined ? 'suppression: line' : 'suppression: file');
    }
    for (const declaration of chunk.declarations) addDeclaration(used, declaration, chunk, true);
  }
  return used;
}

function addDeclaration(used: Set<string>, declaration: Declaration, chunk: Chunk, top: boolean): void {
  const { kind } = declaration;
  used.add(kind);
  if (declaration.title !== null) used.add(`${kind}: title`);
  if (declaration.documentation !== null) used.add(kind === 'kr' ? 'documentation: kr' : 'documentation');
  if (kind === 'kr') used.add(declaration.name === null ? 'kr: no name' : 'kr: name');
  if (kind === 'initiative') used.add(top ? 'initiative: top' : 'initiative: inside');
  if (kind === 'period' || kind === 'team' || kind === 'person') {
    if (declaration.in !== null) used.add(`${kind} in ${kind === 'period' ? 'period' : 'team'}`);
  }
  const { body } = declaration;
  used.add(body === null ? 'body: none' : 'body');
  const seen = new Set<string>();
  for (const property of declaration.properties) {
    used.add(`${kind}.${property.name}`);
    if (seen.has(property.name)) used.add(`${kind}.${property.name} twice`);
    seen.add(property.name);
    addProperty(used, declaration, property, chunk);
  }
  addStrings(used, chunk.text.slice(declaration.span.start, declaration.span.end));
  for (const child of declaration.children) addDeclaration(used, child, chunk, false);
}

function addStrings(used: Set<string>, text: string): void {
  if (text.includes('"""')) used.add('string: triple');
  for (const escape of ['\\"', '\\\\', '\\n', '\\t']) {
    if (text.includes(escape)) used.add(`string: ${escape}`);
  }
}

function addProperty(used: Set<string>, declaration: Declaration, property: Property, chunk: Chunk): void {
  const { kind } = declaration;
  const milestone = isMilestone(declaration);
  switch (property.name) {
    case 'vision': case 'mission': case 'link': case 'email': case 'role': case 'source': case 'hypothesis': case 'segment': return;
    case 'owner': case 'with': case 'needs': case 'drives': case 'advances': case 'lead': case 'sponsor':
      if (property.value.length > 1) used.add('reference: list');
      if (property.value.some(({ local }) => local !== null)) used.add('reference: qualified');
      return;
    case 'supports':
      for (const { share } of property.value) used.add(share === null ? 'supports: no share' : 'supports: share');
      return;
    case 'kind': case 'type': case 'better':
      used.add(`${kind}.${property.name} ${property.value?.text ?? ''}`);
      return;
    case 'status': case 'evidence':
      used.add(`${kind}.${property.name} ${property.value.word?.text ?? ''}`);
      used.add(`${property.name}: ${property.value.date === null ? 'no date' : 'date'}`);
      if (property.name === 'status' && property.value.reason !== null) used.add('status: reason');
      return;
    case 'capacity': case 'effort':
      return addQuantity(used, property.value);
    case 'weight':
      if (typeof property.value?.value === 'number' && !Number.isInteger(property.value.value)) used.add('weight: fraction');
      return;
    case 'confidence':
      used.add(`confidence: ${property.value?.unit.kind ?? ''}`);
      return;
    case 'period':
      return addPeriod(used, property.value);
    case 'unit':
      if (property.value === null) return;
      used.add(`metric unit: ${property.value.unit.kind}`);
      if (property.value.per !== null) used.add('metric unit: per');
      return;
    case 'metric':
      used.add(property.value.measure === null ? 'metric: no measure' : 'measure: metric');
      return addMeasured(used, property.value, milestone);
    case 'measure': {
      const inBody = declaration.body !== null && property.span.start > declaration.body.open.start;
      used.add(inBody ? 'measure: line' : 'measure: header');
      return addMeasured(used, property.value, milestone);
    }
    case 'now':
      used.add('now: line');
      return addValue(used, 'now', property.value.value, milestone);
    case 'by':
      used.add('by: line');
      return;
    case 'checkin': {
      const { value, confidence, note } = property.value;
      if (value === null) used.add('checkin: no value');
      addValue(used, 'checkin', value, milestone);
      if (confidence !== null) used.add('checkin: confidence').add(`confidence: ${confidence.unit.kind}`);
      if (note !== null) used.add('checkin: note');
      return;
    }
    default:
      return unknown(property, chunk);
  }
}

function isMilestone({ properties }: Declaration): boolean {
  return properties.some((property) => (property.name === 'measure' || property.name === 'metric') && property.value.measure?.form === 'done');
}

function unknown(property: never, chunk: Chunk): never {
  throw new Error(`A property that is not known: ${JSON.stringify(property)} in ${chunk.text}`);
}

function addPeriod(used: Set<string>, period: PeriodExpression | null): void {
  if (period === null) return;
  if (period.type !== 'calendar') used.add(`period: ${period.type}`);
  else used.add(`period: ${calendarKind(period.literal.text)}`);
}

function calendarKind(text: string): string {
  if (text.includes('H')) return 'half';
  if (text.includes('Q')) return 'quarter';
  return text.includes('-') ? 'month' : 'year';
}

function addMeasured(used: Set<string>, { measure, now, by }: Measured, milestone: boolean): void {
  if (measure !== null) addMeasure(used, measure);
  for (const clause of now) addValue(used, 'now', clause.value, milestone);
  for (const clause of by) used.add(`by: ${clause.date !== null ? 'date' : clause.period?.type ?? ''}`);
  const [firstNow, firstBy] = [now[0], by[0]];
  if (firstNow !== undefined && firstBy !== undefined) used.add(firstNow.span.start < firstBy.span.start ? 'now then by' : 'by then now');
}

function addMeasure(used: Set<string>, measure: Measure): void {
  const { form, keep, from, to, size, low, high } = measure;
  const words = form.replace('-', ' ');
  used.add(`measure: ${keep ? 'keep ' : ''}${words}`);
  if (from !== null) used.add('measure: from').add(`from: ${form}`);
  if (size !== null && form !== 'times') used.add(`size: ${size.unit.kind === 'percent' ? '%' : size.unit.kind === 'points' ? 'pp' : 'unit'}`);
  for (const quantity of [from, to, size, low, high]) addQuantity(used, quantity);
}

function addValue(used: Set<string>, word: 'now' | 'checkin', value: Value | null, milestone: boolean): void {
  if (value === null) return;
  if (value.type === 'done') {
    used.add(`${word}: ${value.done ? 'done' : 'not done'}`);
    return;
  }
  if (milestone) used.add(`${word}: share`);
  else used.add(word === 'now' ? 'now: quantity' : 'checkin: value');
  addQuantity(used, value.quantity);
}

function addQuantity(used: Set<string>, quantity: Quantity | null): void {
  if (quantity === null) return;
  const { text, unit, per, value } = quantity;
  used.add(`unit: ${unit.kind}`);
  if (per !== null) used.add('quantity: per');
  if (value === null) used.add('quantity: ?');
  if (/^[-+]?[$€£¥]/.test(text)) used.add('quantity: $ before');
  if (/\d.*[$€£¥]/.test(text)) used.add('quantity: sign after');
  if (unit.kind === 'currency' && /[A-Z]{3}/.test(text)) used.add('quantity: ISO code');
  if (unit.kind === 'duration' && /\d (?:millisecond|second|minute|hour|day|week|month|year)s?\b/.test(text)) used.add('quantity: long duration');
  for (const sign of ['k', 'M']) {
    if (new RegExp(`\\d${sign}\\b`).test(text)) used.add(`quantity: ${sign}`);
  }
  if (text.includes('_')) used.add('quantity: _');
}
