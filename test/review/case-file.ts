/** Cases of reviews in Markdown: a strategy given once, and what becomes of it when some text in it is another. */

import assert from 'node:assert/strict';
import { AS_OF, type Source } from './reviewing.ts';

export interface ReviewCase {
  readonly title: string;
  readonly base: Source;
  readonly head: Source;
  readonly asOf: string;
  readonly expected: string;
}

interface Block {
  readonly language: string;
  readonly text: string;
}

/** Each `## …` is a case; what stands above the first one is given to all of them. */
export function readCases(markdown: string): readonly ReviewCase[] {
  const [given = '', ...parts] = markdown.split(/^## /m);
  return parts.map((part) => readCase(part, filesOf(given)));
}

/** The file with what is found in place of what was expected. */
export function writeCases(markdown: string, found: (one: ReviewCase) => string): string {
  const [given = '', ...parts] = markdown.split(/^## /m);
  return [given, ...parts.map((part) => {
    const bare = part.replace(/\n```text\n[\s\S]*?```\n/, '\n').trimEnd();
    return `${bare}\n\n\`\`\`text\n${found(readCase(part, filesOf(given)))}\n\`\`\`\n${part === parts.at(-1) ? '' : '\n'}`;
  })].join('## ');
}

function readCase(part: string, given: Readonly<Record<string, string>>): ReviewCase {
  const title = part.slice(0, part.indexOf('\n'));
  const base = { ...given, ...filesOf(part, 'base ') };
  const head = { ...edited(base, part, title), ...filesOf(part, 'head ') };
  return { title, base, head, asOf: /^As of (\d{4}-\d{2}-\d{2})/m.exec(part)?.[1] ?? AS_OF, expected: blocksOf(part).find(({ language }) => language === 'text')?.text ?? '' };
}

/** Lines such as "- `to 35%` becomes `to 30%`", "- `owner maya` goes" and "- after `owner maya` comes `with growth`". */
function edited(files: Readonly<Record<string, string>>, part: string, title: string): Readonly<Record<string, string>> {
  const result = { ...files };
  const prose = part.replace(/```[\s\S]*?```/g, '');
  for (const [, first = '', old = '', become = '', text = ''] of prose.matchAll(/^- (?:(after) )?`([^`]+)` (?:(becomes|comes) `([^`]+)`|goes)$/gm)) {
    const path = Object.keys(result).find((key) => result[key]?.includes(old) === true);
    assert.ok(path !== undefined, `${title}: nothing holds ${old}`);
    const source = result[path] ?? '';
    assert.equal(source.split(old).length, 2, `${title}: ${old} stands more than once`);
    result[path] = source.replace(old, () => (first === 'after' ? `${old}\n${text}` : become === '' ? '' : text));
  }
  return result;
}

/** Blocks of code by their path: of a language `strategy` the file a.strategy, unless the block names another. */
function filesOf(markdown: string, side = ''): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { language, text } of blocksOf(markdown)) {
    const [word = '', ...rest] = language.split(' ');
    const name = rest.join(' ');
    if (word === 'text' || !name.startsWith(side)) continue;
    const path = name.slice(side.length);
    files[path === '' ? 'a.strategy' : path] = `${text}\n`;
  }
  return files;
}

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text: text.replace(/\n$/, '') }));
}
