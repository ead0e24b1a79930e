/** Files by their content: what is the same on both sides, or in many commits, is read and parsed once. */

import { parseFile } from '../../../grammar/parse.ts';
import type { SyntaxTree } from '../../../grammar/tree.ts';
import type { SourceFile } from '../../model/strategy.ts';
import { decode } from '../../workspace/decode.ts';
import { FileSystemError } from '../../workspace/file-system.ts';

/** What a file holds, named before it is read. Equal ids mean equal bytes. */
export interface Content {
  readonly id: string;
  /** Rejects with `FileSystemError`. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** Where files are found by their location. Rejects with `FileSystemError`. */
export interface ContentSource {
  content(location: string): Promise<Content>;
}

/** A text, or why there is none. */
export type SourceText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** A strategy file; its tree is null where it could not be read, and `reason` says why. */
export interface Source {
  readonly file: SourceFile;
  readonly reason: string | null;
}

export class Sources {
  readonly #onFile: () => void;
  readonly #texts = new Map<string, Promise<SourceText>>();
  readonly #trees = new Map<string, SyntaxTree>();
  readonly #files = new Map<string, Source>();
  /** The tree last read of a path: the next one takes over what is the same in it. */
  readonly #last = new Map<string, SyntaxTree>();

  /** `onFile` is told of each strategy file when it is there, read anew or not. */
  constructor(onFile: () => void = () => undefined) {
    this.#onFile = onFile;
  }

  /** The text of a file. */
  async text(from: ContentSource, location: string): Promise<SourceText> {
    let content: Content;
    try {
      content = await from.content(location);
    } catch (error) {
      return unreadable(error);
    }
    return this.#textOf(content);
  }

  /** A strategy file, which is called `path` below its root. The same path and content give the same object. */
  async file(from: ContentSource, location: string, path: string): Promise<Source> {
    const source = await this.#fileAt(from, location, path);
    this.#onFile();
    return source;
  }

  async #fileAt(from: ContentSource, location: string, path: string): Promise<Source> {
    let content: Content;
    try {
      content = await from.content(location);
    } catch (error) {
      const { reason } = unreadable(error);
      return { file: { path, tree: null }, reason };
    }
    const key = `${content.id} ${path}`;
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const text = await this.#textOf(content);
    const source: Source = this.#files.get(key) ?? (text.ok
      ? { file: { path, tree: this.#treeOf(content.id, text.text, path) }, reason: null }
      : { file: { path, tree: null }, reason: text.reason });
    this.#files.set(key, source);
    return source;
  }

  #treeOf(id: string, text: string, path: string): SyntaxTree {
    let tree = this.#trees.get(id);
    if (tree === undefined) this.#trees.set(id, tree = parseFile(text, this.#last.get(path)));
    this.#last.set(path, tree);
    return tree;
  }

  async #textOf(content: Content): Promise<SourceText> {
    let text = this.#texts.get(content.id);
    if (text === undefined) this.#texts.set(content.id, text = read(content));
    return text;
  }
}

async function read(content: Content): Promise<SourceText> {
  try {
    return decode(await content.bytes());
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): { readonly ok: false; readonly reason: string } {
  if (error instanceof FileSystemError) return { ok: false, reason: error.message };
  throw error;
}
