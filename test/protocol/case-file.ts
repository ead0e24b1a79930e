/**
 * A case in Markdown: given some files, when a request comes, then this answer. It reads as documentation and runs as a
 * test. `‸` in a file is the cursor. `UPDATE=1` writes the answers anew; look at the difference.
 */

export interface CaseFile {
  readonly title: string;
  /** By path, with the cursor in one of them. */
  readonly files: Readonly<Record<string, string>>;
  readonly request: CaseRequest;
  readonly answer: string;
}

export interface CaseRequest {
  readonly method: string;
  /** Of code actions: the title of the one to take. The answer is then the text after it. */
  readonly take?: string;
  /** The request that is asked next, of the first item that the answer holds; its answer is the one shown. */
  readonly follow?: string;
  /** More parameters than document and position. */
  readonly params?: Readonly<Record<string, unknown>>;
}

const FENCE = /^(?<fence>`{3,})(?<info>[^\n]*)\n(?<text>[^]*?)^\k<fence>[ ]*$/gm;
const CURSOR = '‸';

interface Block {
  readonly info: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function parseCase(markdown: string): CaseFile {
  const title = /^# (.+)$/m.exec(markdown)?.[1];
  const given = blocksUnder(markdown, 'Given');
  const [when] = blocksUnder(markdown, 'When');
  const [then] = blocksUnder(markdown, 'Then');
  if (title === undefined || when === undefined || then === undefined) throw new Error('A case has a title, and the parts Given, When and Then');
  const files = Object.fromEntries(given.map(({ info, text }) => [info.split(' ')[1] ?? '', text]));
  return { title, files, request: JSON.parse(when.text) as CaseRequest, answer: then.text };
}

/** The case with another answer. */
export function withAnswer(markdown: string, answer: string): string {
  const [then] = blocksUnder(markdown, 'Then');
  if (then === undefined) throw new Error('A case has a part Then');
  const fence = '`'.repeat(Math.max(3, ...[...answer.matchAll(/^`+/gm)].map(([run]) => run.length + 1)));
  return `${markdown.slice(0, then.start)}${fence}${then.info === '' ? 'text' : then.info}\n${answer}${fence}${markdown.slice(then.end)}`;
}

function blocksUnder(markdown: string, heading: string): Block[] {
  const start = new RegExp(`^## ${heading}$`, 'm').exec(markdown)?.index;
  if (start === undefined) return [];
  const all = [...markdown.matchAll(FENCE)];
  const inFence = (index: number): boolean => all.some((match) => match.index < index && index < match.index + match[0].length);
  const next = [...markdown.matchAll(/^## /gm)].find(({ index }) => index > start && !inFence(index))?.index ?? markdown.length;
  return all.filter(({ index }) => index > start && index < next).map((match) => ({
    info: match.groups?.info ?? '', text: match.groups?.text ?? '', start: match.index, end: match.index + match[0].length,
  }));
}

export interface Cursor {
  readonly path: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** The files without the cursor, and where it stood; null where none has it. */
export function takeCursor(files: Readonly<Record<string, string>>): { readonly files: Readonly<Record<string, string>>; readonly cursor: Cursor | null } {
  let cursor: Cursor | null = null;
  const clean = Object.entries(files).map(([path, text]) => {
    const offset = text.indexOf(CURSOR);
    if (offset === -1) return [path, text];
    const lines = text.slice(0, offset).split('\n');
    cursor = { path, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
    return [path, text.replace(CURSOR, '')];
  });
  return { files: Object.fromEntries(clean) as Record<string, string>, cursor };
}
