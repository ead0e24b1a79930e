/** Standard output and standard error: complete where somebody reads, quiet where nobody does any more. */

import { systemReason } from '../workspace/node-file-system.ts';
import { shown } from '../model/shown.ts';

/** Something that could not be done: the file (or argument) and the cause. */
export interface Problem {
  readonly file: string;
  readonly reason: string;
}

/** A mistake in how the command was called; ends it with status 2 and its message as the one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A problem as the one line that names it. */
export function problemLine({ file, reason }: Problem): string {
  return `${shown(file)}: ${shown(reason)}`;
}

/** The process's streams, as far as the command needs them. */
export type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Characters. */
const PIECE = 65_536;

export class Output {
  readonly #out: Stream;
  readonly #error: Stream;
  #closed = false;
  #failed = false;

  constructor(out: Stream, error: Stream) {
    this.#out = out;
    this.#error = error;
    out.on('error', (failure: NodeJS.ErrnoException) => {
      // `throughline check | head -1` closes the pipe early: nobody reads on, and that is no failure.
      if (failure.code !== 'EPIPE' && !this.#closed) {
        this.#failed = true;
        this.complainOf({ file: 'standard output', reason: `could not be written: ${systemReason(failure)}` });
      }
      this.#closed = true;
    });
    // Where nobody can be told, there is nobody to tell.
    error.on('error', () => undefined);
  }

  /** True where standard output could not be written, which has been told. */
  get failed(): boolean {
    return this.#failed;
  }

  get isTerminal(): boolean {
    return this.#out.isTTY === true;
  }

  /** Columns of the terminal; null where there is none, or it does not say. */
  get columns(): number | null {
    const { columns = 0 } = this.#out;
    return this.isTerminal && columns > 0 ? columns : null;
  }

  get errorIsTerminal(): boolean {
    return this.#error.isTTY === true;
  }

  /** Writes to standard output, as fast as it is read. */
  async write(text: string): Promise<void> {
    if (this.#closed || text === '') return;
    await new Promise<void>((resolve) => {
      this.#out.write(text, () => { resolve(); });
    });
  }

  /** Writes many parts, in pieces of a size that a pipe takes well. */
  async writeAll(parts: Iterable<string>): Promise<void> {
    let piece = '';
    for (const part of parts) {
      piece += part;
      if (piece.length < PIECE) continue;
      await this.write(piece);
      if (this.#closed) return;
      piece = '';
    }
    await this.write(piece);
  }

  /** Writes to standard error as it stands: only for text of our own. */
  writeError(text: string): void {
    this.#error.write(text);
  }

  /** One line on standard error. */
  complain(line: string): void {
    this.#error.write(`throughline: ${line}\n`);
  }

  complainOf(problem: Problem): void {
    this.complain(problemLine(problem));
  }
}
