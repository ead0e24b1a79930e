/**
 * Fenced `strategy` blocks in VS Code's Markdown preview, as pictures. The preview is written at once, so a block shows
 * the picture that is known of it, else its text; a picture that comes later is shown by the preview's next refresh.
 */

import { commands } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { drawTextRequest, type DrawTextAnswer, type DrawTextParams } from '../server/preview-protocol.ts';

/** As much of markdown-it as is needed here. */
interface MarkdownIt {
  readonly utils: { readonly escapeHtml: (text: string) => string };
  readonly renderer: { readonly rules: { fence?: FenceRule } };
}

interface Token {
  readonly info: string;
  readonly content: string;
}

interface Renderer {
  readonly renderAttrs: (token: Token) => string;
}

type FenceRule = (tokens: readonly Token[], index: number, options: unknown, env: unknown, renderer: Renderer) => string;

/** Pictures of more blocks are forgotten. */
const MOST = 100;
/** Milliseconds in which several pictures make one refresh; and after which it is asked for again, since a preview that is still being opened passes over the first. */
const PAUSES = [50, 1000, 4000] as const;

export class StrategyBlocks {
  readonly #client: BaseLanguageClient;
  /** By the block's text; null for one that is shown as text. The one that was asked for last stands last. */
  readonly #pictures = new Map<string, DrawTextAnswer | null>();
  readonly #asked = new Set<string>();
  /** What stood last at a place of a document: shown until the next picture is there. */
  readonly #last = new Map<string, DrawTextAnswer>();
  #timers: readonly ReturnType<typeof setTimeout>[] = [];

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** Teaches a Markdown renderer to draw the blocks. */
  extend<T extends MarkdownIt>(markdown: T): T {
    const { rules } = markdown.renderer;
    const inner = rules.fence;
    rules.fence = (tokens, index, options, env, renderer) => {
      const token = tokens[index];
      const text = (): string => inner?.(tokens, index, options, env, renderer) ?? '';
      if (token === undefined || token.info.trim().split(/\s+/)[0]?.toLowerCase() !== 'strategy') return text();
      const place = `${documentOf(env)} ${tokens.slice(0, index).filter(({ info }) => info.startsWith('strategy')).length}`;
      const picture = this.#pictureOf(token.content, place);
      if (picture === null) return text();
      const label = markdown.utils.escapeHtml(`${picture.title}. ${picture.summary}`);
      return `<figure class="throughline strategy-block" ${renderer.renderAttrs(token)} role="img" aria-label="${label}">${picture.html}</figure>\n`;
    };
    return markdown;
  }

  #pictureOf(text: string, place: string): DrawTextAnswer | null {
    const known = this.#pictures.get(text);
    if (known === undefined) {
      void this.#ask(text);
      return this.#last.get(place) ?? null;
    }
    this.#pictures.delete(text);
    this.#pictures.set(text, known);
    if (known === null) this.#last.delete(place);
    else this.#last.set(place, known);
    trim(this.#last);
    return known;
  }

  async #ask(text: string): Promise<void> {
    if (this.#asked.has(text)) return;
    this.#asked.add(text);
    try {
      await this.#client.start();
      const params: DrawTextParams = { text };
      this.#pictures.set(text, await this.#client.sendRequest<DrawTextAnswer | null>(drawTextRequest, params));
      trim(this.#pictures);
      this.#timers.forEach(clearTimeout);
      this.#timers = PAUSES.map((pause) => setTimeout(() => { void commands.executeCommand('markdown.preview.refresh'); }, pause));
    } finally {
      this.#asked.delete(text);
    }
  }
}

function trim(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > MOST && oldest !== undefined) map.delete(oldest);
}

/** The document that is shown, as VS Code tells its plugins; empty where it does not. */
function documentOf(env: unknown): string {
  return typeof env === 'object' && env !== null && 'currentDocument' in env ? String(env.currentDocument) : '';
}
