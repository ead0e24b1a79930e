/** Graphs in Mermaid, as GitHub and GitLab draw them in Markdown. */

import type { Health } from '../../model/strategy.ts';
import { nodeNames, labelLine, type Graph, type GraphEdge, type GraphNode, type GraphShape } from './graph.ts';

/** What stands around a label. */
const SHAPES: Readonly<Record<GraphShape, readonly [string, string]>> = {
  goal: ['{{', '}}'], objective: ['[', ']'], kr: ['([', '])'], initiative: ['[/', '/]'], metric: ['[', ']'], team: ['(', ')'],
};

/** Colours that can be read on light and dark ground, with what is written in the label for those who do not see them. */
const CLASSES: Readonly<Partial<Record<Health, string>>> = {
  'on-track': 'stroke:#1a7f4b,stroke-width:2px', 'at-risk': 'stroke:#a86200,stroke-width:2px,stroke-dasharray:6 3', 'off-track': 'stroke:#c62828,stroke-width:3px',
  done: 'stroke:#2459b8,stroke-width:2px', paused: 'stroke:#6b7686,stroke-dasharray:2 3', draft: 'stroke:#6b7686,stroke-dasharray:2 3', dropped: 'stroke:#6b7686,stroke-dasharray:2 3',
};

/** A flowchart. */
export function mermaidFlowchart({ direction, nodes, edges, clusters }: Graph): string {
  const names = nodeNames(nodes);
  const clustered = new Set(clusters.flatMap(({ keys }) => keys));
  const write = (node: GraphNode): string => nodeLine(node, names.get(node.key) ?? '');
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const lines = [
    `flowchart ${direction === 'up' ? 'BT' : 'LR'}`,
    ...nodes.filter(({ key }) => !clustered.has(key)).map((node) => `  ${write(node)}`),
    ...clusters.flatMap(({ title, keys }, index) => [
      `  subgraph apart_${index + 1}["${mermaidText(labelLine(title))}"]`,
      ...keys.flatMap((key) => byKey.get(key) ?? []).map((node) => `    ${write(node)}`),
      '  end',
    ]),
    ...edges.flatMap((edge) => edgeLine(edge, names)),
    ...classLines(nodes, names),
  ];
  return `${lines.join('\n')}\n`;
}

function nodeLine({ shape, label }: GraphNode, name: string): string {
  const [open, close] = SHAPES[shape];
  return `${name}${open}"${label.map((line) => mermaidText(labelLine(line))).join('<br/>')}"${close}`;
}

function edgeLine({ from, to, label, kind }: GraphEdge, names: ReadonlyMap<string, string>): readonly string[] {
  const [start, end] = [names.get(from), names.get(to)];
  if (start === undefined || end === undefined) return [];
  if (kind === 'conflict') return [`  ${start} <-. "${mermaidText(labelLine(label ?? 'conflict'))}" .-> ${end}`];
  return [`  ${start} ${kind === 'strong' ? '-->' : '-.->'}${label === null ? '' : `|"${mermaidText(labelLine(label))}"|`} ${end}`];
}

function classLines(nodes: readonly GraphNode[], names: ReadonlyMap<string, string>): readonly string[] {
  return Object.entries(CLASSES).flatMap(([health, style]) => {
    const marked = nodes.filter((node) => node.health === health).flatMap(({ key }) => names.get(key) ?? []);
    return marked.length === 0 ? [] : [`  classDef ${health} ${style}`, `  class ${marked.join(',')} ${health}`];
  });
}

/** What Mermaid reads as it stands: letters, digits, spaces, plain punctuation, and a `%` that begins no comment or directive. */
const SPECIAL = /%(?=[%{])|(?<=%)%|[^\p{L}\p{M}\p{N} %.,!?'’()/€£$+…·–—-]/gu;

/** Text within quotes: everything else as Mermaid's entity codes, so that nothing of it is markup or a directive. */
export function mermaidText(text: string): string {
  return text.replace(SPECIAL, (character) => `#${character.codePointAt(0) ?? 0xfffd};`);
}
