/** The extension, as the page talks to it: messages out, messages in, and questions that are answered. */

import type { Answers, FromPage, Question, ToPage, Wanted } from '../messages.ts';
import type { Look } from './stage.ts';
import type { ViewName } from '../../../server/preview-protocol.ts';

/** What is kept for the page over a reload; VS Code keeps it with the panel, and the extension reads `uri` and `locked` of it. */
export interface Kept {
  readonly uri: string;
  readonly locked: boolean;
  readonly wanted: Wanted;
  readonly looks: Partial<Record<ViewName, Look>>;
  readonly selected: string | null;
  /** The strategy that it is about. */
  readonly root: string | null;
}

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: Kept): void;
}

declare const acquireVsCodeApi: (() => VsCode) | undefined;

/** An answer is waited for so long, in milliseconds. */
const PATIENCE = 10_000;

export class EditorHost {
  readonly #vscode: VsCode;
  readonly #waiting = new Map<number, { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }>();
  #number = 0;

  constructor(vscode: VsCode) {
    this.#vscode = vscode;
  }

  /** Of a page in a webview; null for a document by itself. */
  static find(): EditorHost | null {
    return typeof acquireVsCodeApi === 'function' ? new EditorHost(acquireVsCodeApi()) : null;
  }

  post(message: FromPage): void {
    this.#vscode.postMessage(message);
  }

  /** What was kept; it is this page's own, and may be of an older one. */
  get kept(): Partial<Kept> {
    const state = this.#vscode.getState();
    return typeof state === 'object' && state !== null ? state : {};
  }

  keep(state: Kept): void {
    this.#vscode.setState(state);
  }

  /** Asks; rejects with the reason where there is no answer. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['type']]> {
    this.#number += 1;
    const number = this.#number;
    this.post({ type: 'question', number, question });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(number);
        reject(new Error('Nothing was heard from the extension'));
      }, PATIENCE);
      this.#waiting.set(number, {
        resolve: (value) => { clearTimeout(timer); resolve(value); },
        reject: (error) => { clearTimeout(timer); reject(error); },
      });
    });
  }

  /** Hears messages; answers go to who asked. */
  listen(hear: (message: Exclude<ToPage, { type: 'answer' }>) => void): void {
    addEventListener('message', (event: MessageEvent<ToPage>) => {
      const message = event.data;
      if (message.type !== 'answer') {
        hear(message);
        return;
      }
      const waiting = this.#waiting.get(message.number);
      this.#waiting.delete(message.number);
      if (message.error === null) waiting?.resolve(message.value as never);
      else waiting?.reject(new Error(message.error));
    });
  }
}
