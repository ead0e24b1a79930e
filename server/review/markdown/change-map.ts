/** A Mermaid map of only what changed (review.md section 6). */

import type { Risk } from '../kinds.ts';
import type { Change, Review, Subject } from '../review.ts';
import { apart } from './escape.ts';

/** Nodes that a map holds at most. */
export const MOST_NODES = 60;
const LONGEST_LABEL = 48;

type State = 'added' | 'removed' | Risk | 'context';

interface Node {
  readonly label: string;
  readonly type: Subject['type'];
  readonly state: State;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  /** `now`: it was not there before; `was`: it is not there any more. */
  readonly change: 'none' | 'now' | 'was';
}

export interface ChangeMap {
  /** The lines of a Mermaid flowchart. */
  readonly lines: readonly string[];
  readonly shown: number;
  /** Things that changed, shown or not. */
  readonly changed: number;
}

const ON_THE_MAP: ReadonlySet<Subject['type']> = new Set<Subject['type']>(['goal', 'objective', 'kr', 'initiative']);
/** Colours by name: the digits of others are read as the numbers of issues by hosts that are not careful. */
const STYLES: readonly (readonly [State, string])[] = [
  ['high', 'fill:mistyrose,stroke:crimson,stroke-width:2px,color:black'],
  ['medium', 'fill:lemonchiffon,stroke:darkgoldenrod,stroke-width:2px,color:black'],
  ['low', 'fill:aliceblue,stroke:steelblue,color:black'],
  ['info', 'fill:whitesmoke,stroke:gray,color:black'],
  ['added', 'fill:honeydew,stroke:seagreen,stroke-width:2px,color:black'],
  ['removed', 'fill:white,stroke:crimson,stroke-dasharray:5 5,color:dimgray'],
  ['context', 'fill:white,stroke:lightgray,color:dimgray'],
];

/** The map; null where nothing that changed stands on one. */
export function changeMap(review: Review): ChangeMap | null {
  const { changes } = review;
  const onMap = changes.filter(({ subject }) => ON_THE_MAP.has(subject.type));
  const changed = new Set(onMap.map(({ subject, root }) => keyOf(root, subject.id))).size;
  if (changed === 0) return null;
  const nodes = new Map<string, Node>();
  for (const change of onMap) addSubject(nodes, change);
  const shown = nodes.size;
  const edges = new Map<string, Edge>();
  const titles = titlesIn(review);
  for (const change of onMap) addEdges(nodes, edges, change, titles);
  return { lines: [...draw(nodes, edges)], shown, changed };
}

function keyOf(root: string, id: string): string {
  return `${root} ${id}`;
}

/** The titles that a review tells, by id. */
function titlesIn({ changes, findings, scores }: Review): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const note = ({ id, title }: { readonly id: string; readonly title: string | null }): void => { if (title !== null) titles.set(id, title); };
  for (const { subject, effects } of changes) {
    note(subject);
    for (const effect of effects) note(effect.subject);
  }
  for (const { subject } of [...findings.introduced, ...findings.fixed, ...findings.silenced, ...findings.gone]) if (subject !== null) note(subject);
  for (const score of scores) note(score);
  return titles;
}

/** The first change of a thing is the one with the highest risk. */
function addSubject(nodes: Map<string, Node>, { root, subject, kind, risk }: Change): void {
  const key = keyOf(root, subject.id);
  if (nodes.has(key) || nodes.size >= MOST_NODES) return;
  const state = kind.endsWith('-added') && kind.startsWith(subject.type) ? 'added' : kind === `${subject.type}-removed` ? 'removed' : risk;
  nodes.set(key, { label: subject.title ?? subject.id, type: subject.type, state });
}

function addEdges(nodes: Map<string, Node>, edges: Map<string, Edge>, { root, subject, kind, before, after }: Change, titles: ReadonlyMap<string, string>): void {
  const from = keyOf(root, subject.id);
  if (!nodes.has(from)) return;
  const connect = (id: string, type: Subject['type'], change: Edge['change']): void => {
    const to = keyOf(root, id);
    if (!nodes.has(to) && nodes.size < MOST_NODES) nodes.set(to, { label: titles.get(id) ?? id, type, state: 'context' });
    if (!nodes.has(to) || to === from) return;
    const key = `${from} > ${to}`;
    if (change !== 'none' || !edges.has(key)) edges.set(key, { from, to, change });
  };
  if (subject.objective !== null) connect(subject.objective, 'objective', 'none');
  else if (subject.type === 'objective' || subject.type === 'goal') for (const goal of subject.goals) connect(goal, 'goal', 'none');
  if (kind === 'realigned' || kind === 'aligned' || kind === 'unaligned') {
    const [was, now] = [namesIn(before), namesIn(after)];
    for (const name of was) if (!now.has(name)) connect(name, typeNamed(name), 'was');
    for (const name of now) if (!was.has(name)) connect(name, typeNamed(name), 'now');
  }
}

/** What stands in an objective and can be served is a key result. */
function typeNamed(name: string): Subject['type'] {
  return name.includes('.') ? 'kr' : 'goal';
}

/** The names in a list of targets: `win-midmarket 60%, grow`. */
function namesIn(text: string | null): ReadonlySet<string> {
  const names = (text ?? '').split(',').map((part) => part.trim().split(/\s/)[0] ?? '');
  return new Set(names.filter((name) => name !== ''));
}

function* draw(nodes: ReadonlyMap<string, Node>, edges: ReadonlyMap<string, Edge>): Generator<string> {
  const names = new Map([...nodes.keys()].map((key, index) => [key, `n${index}`]));
  yield 'flowchart BT';
  for (const [key, { label, type, state }] of nodes) {
    const [open, close] = shapeOf(type);
    yield `  ${names.get(key) ?? ''}${open}"${labelText(label)}"${close}:::${state}`;
  }
  for (const { from, to, change } of edges.values()) {
    const arrow = change === 'was' ? '-. no longer .->' : change === 'now' ? '== now ==>' : '-->';
    yield `  ${names.get(from) ?? ''} ${arrow} ${names.get(to) ?? ''}`;
  }
  const used = new Set([...nodes.values()].map(({ state }) => state));
  for (const [state, style] of STYLES) if (used.has(state)) yield `  classDef ${state} ${style}`;
}

function shapeOf(type: Subject['type']): readonly [string, string] {
  switch (type) {
    case 'goal': return ['([', '])'];
    case 'kr': return ['(', ')'];
    case 'initiative': return ['[/', '/]'];
    default: return ['[', ']'];
  }
}

/** Letters, digits and harmless signs: what Mermaid, Markdown or HTML would read is replaced by what looks like it. */
function labelText(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  const short = line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL).trimEnd()}…`;
  return apart(short)
    .replace(/["`]/g, '\'').replace(/&/g, '＆').replace(/</g, '‹').replace(/>/g, '›').replace(/#/g, '＃').replace(/@/g, '＠').replace(/[\\|{}[\]]/g, '∣')
    .replace(/;/g, ',').replace(/:(?=\/\/)/g, '：').replace(/\b(end)\b/gi, '$1\u200b');
}
