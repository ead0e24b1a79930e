/** Reads objects of a repository through one `git cat-file --batch`, which runs no filter and no textconv. */

import { UsageError } from '../output.ts';
import { cannotRun, firstLine, type Git, type GitProcess } from './git.ts';

/** An object above this is no strategy: holding it would take all the memory there is. */
const MOST_BYTES = 256 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** What a partial clone leaves out git would fetch; a review works without network. */
const LACKING = 'this repository lacks the content of a strategy file; in a partial clone fetch it with: git fetch --refetch --no-filter (in any other, git fsck tells what is damaged)';

/** What the repository says of an object. */
export type ReadObject =
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly state: 'too-large'; readonly size: number };

interface Waiting {
  readonly resolve: (object: ReadObject) => void;
  readonly reject: (error: Error) => void;
}

/** The object whose content is being received. */
interface Receiving {
  readonly size: number;
  left: number;
  readonly parts: Buffer[];
}

export class ObjectReader {
  readonly #git: Git;
  #process: GitProcess | null = null;
  #failure: Error | null = null;
  #complaint = '';
  readonly #waiting: Waiting[] = [];
  #next = 0;
  #header: Buffer[] = [];
  #receiving: Receiving | null = null;
  #asked = 0;

  constructor(git: Git) {
    this.#git = git;
  }

  /** How many objects were asked for. */
  get asked(): number {
    return this.#asked;
  }

  /** The content of an object, by its id in hexadecimal digits. Rejects with `UsageError` where it is not there. */
  async read(id: string): Promise<ReadObject> {
    if (!/^[0-9a-f]{40,64}$/.test(id)) throw new Error(`'${id}' is no object id`);
    if (this.#failure !== null) throw this.#failure;
    this.#asked += 1;
    const process = this.#process ??= this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      process.stdin.write(`${id}\n`);
    });
  }

  /** Ends the process. Nothing may be read afterwards. */
  close(): void {
    this.#process?.stdin.end();
  }

  #start(): GitProcess {
    const process = this.#git.start(['cat-file', '--batch']);
    process.stdout.on('data', (data: Buffer) => { this.#receive(data); });
    process.stderr.on('data', (data: Buffer) => { this.#complaint += data.toString(); });
    process.stdin.on('error', () => { /* It has ended, and `close` tells of that. */ });
    process.on('error', (failure) => { this.#fail(cannotRun(failure)); });
    process.on('close', () => {
      const isPartial = this.#complaint.includes('promisor remote');
      this.#fail(new UsageError(isPartial ? LACKING : `the repository's objects could not be read: ${firstLine(this.#complaint)}`));
    });
    return process;
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#waiting.slice(this.#next)) reject(this.#failure);
    this.#next = this.#waiting.length;
  }

  #answer(object: ReadObject): void {
    this.#waiting[this.#next]?.resolve(object);
    this.#advance();
  }

  #refuse(error: Error): void {
    this.#waiting[this.#next]?.reject(error);
    this.#advance();
  }

  #advance(): void {
    this.#next += 1;
    if (this.#next < 1024) return;
    this.#waiting.splice(0, this.#next);
    this.#next = 0;
  }

  /** `<id> <type> <size> LF <content> LF`, or `<id> missing LF`, one after the other, in pieces of any size. */
  #receive(data: Buffer): void {
    let at = 0;
    while (at < data.length) {
      if (this.#receiving === null) {
        const end = data.indexOf(LINE_FEED, at);
        this.#header.push(data.subarray(at, end === -1 ? undefined : end));
        if (end === -1) return;
        at = end + 1;
        const header = Buffer.concat(this.#header).toString();
        this.#header = [];
        const size = /^[0-9a-f]+ \w+ (\d+)$/.exec(header)?.[1];
        if (size === undefined) this.#refuse(new UsageError(LACKING));
        // The line feed after the content is received with it.
        else this.#receiving = { size: Number(size), left: Number(size) + 1, parts: [] };
      } else {
        at += this.#take(this.#receiving, data.subarray(at));
      }
    }
  }

  /** Takes what belongs to the object at hand; how many bytes that were. */
  #take(receiving: Receiving, data: Buffer): number {
    const part = data.subarray(0, receiving.left);
    if (receiving.size <= MOST_BYTES) receiving.parts.push(part);
    receiving.left -= part.length;
    if (receiving.left === 0) {
      this.#receiving = null;
      const { size, parts } = receiving;
      this.#answer(size > MOST_BYTES ? { state: 'too-large', size } : { state: 'read', bytes: Buffer.concat(parts).subarray(0, size) });
    }
    return part.length;
  }
}
