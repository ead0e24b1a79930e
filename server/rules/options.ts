/** Options of rules as `throughline.json` sets them. */

import type { Node } from 'jsonc-parser';
import type { OptionSpec } from './rule.ts';

/** A percentage from 0% to 100%. */
export const SHARE_PATTERN = '^\\s*(100(\\.0{1,9})?|\\d{1,2}(\\.\\d{1,9})?)\\s*%\\s*$';

type Report = (node: Node, message: string) => void;

/** The value of an option; null where it is a bad one, which is reported, so that the default holds. */
export function readOption(spec: OptionSpec, name: string, node: Node, report: Report): number | readonly string[] | null {
  switch (spec.type) {
    case 'number': return readNumber(spec, name, node, report);
    case 'share': return readShare(name, node, report);
    case 'words': return readWords(name, node, report);
  }
}

function readNumber(spec: Extract<OptionSpec, { type: 'number' }>, name: string, node: Node, report: Report): number | null {
  const value: unknown = node.value;
  const { minimum, maximum = Infinity } = spec;
  if (typeof value === 'number' && Number.isFinite(value) && value >= minimum && value <= maximum) return value;
  const bounds = spec.maximum === undefined ? `from ${minimum} up` : `from ${minimum} to ${spec.maximum}`;
  report(node, `\`${name}\` is a number ${bounds} (${spec.default} without it).`);
  return null;
}

/** `0.4`, `40` (a number above 1 is a percentage) or `"40%"`, each 0.4. */
function readShare(name: string, node: Node, report: Report): number | null {
  const share = shareOf(node.value);
  if (share !== null && share >= 0 && share <= 1) return share;
  report(node, `\`${name}\` is a share from 0% to 100%, written as 0.4 or "40%".`);
  return null;
}

function shareOf(value: unknown): number | null {
  if (typeof value === 'number') return value > 1 ? value / 100 : value;
  if (typeof value !== 'string') return null;
  return new RegExp(SHARE_PATTERN).test(value) ? Number(value.replace('%', '')) / 100 : null;
}

/** A list of words in place of the default one; what is no word in it is reported and left out. */
function readWords(name: string, node: Node, report: Report): readonly string[] | null {
  if (node.type !== 'array') {
    report(node, `\`${name}\` is a list of words, such as ["help", "support"]. It replaces the list that holds without it.`);
    return null;
  }
  const words: string[] = [];
  for (const item of node.children ?? []) {
    const word: unknown = item.value;
    if (typeof word === 'string' && word.trim() !== '') words.push(word.trim());
    else report(item, `\`${name}\` is a list of words, each in double quotes and none of them empty.`);
  }
  return words;
}
