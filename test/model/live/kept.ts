/** A live strategy in tests, with its files, and the same built anew beside it. */

import assert from 'node:assert/strict';
import { parseDate } from '../../../grammar/calendar.ts';
import { parseFile } from '../../../grammar/parse.ts';
import type { SyntaxTree } from '../../../grammar/tree.ts';
import { buildStrategy } from '../../../server/model/build.ts';
import type { StrategyChange } from '../../../server/model/change.ts';
import { liveStrategySteps, type LiveStrategy } from '../../../server/model/live/strategy.ts';
import { complete } from '../../../server/model/steps.ts';
import type { SourceFile } from '../../../server/model/strategy.ts';
import type { Texts } from './edits.ts';
import { assertSameStrategy } from './same-strategy.ts';

const asOf = parseDate('2026-03-01');
assert.ok(asOf !== null);
const OPTIONS = { asOf, pastDays: 90 };

function treeOf(text: string | null, before: SourceFile | undefined): SyntaxTree | null {
  return text === null ? null : parseFile(text, before?.tree ?? undefined);
}

export class Kept {
  #files: ReadonlyMap<string, SourceFile>;
  readonly live: LiveStrategy;

  constructor(texts: Texts) {
    this.#files = new Map(Array.from(texts, ([path, text]) => [path, { path, tree: treeOf(text, undefined) }]));
    this.live = complete(liveStrategySteps([...this.#files.values()], OPTIONS));
  }

  update(texts: Texts): StrategyChange {
    const files = new Map<string, SourceFile>();
    const changed: SourceFile[] = [];
    for (const [path, text] of texts) {
      const before = this.#files.get(path);
      if (before !== undefined && (before.tree?.text ?? null) === text) {
        files.set(path, before);
        continue;
      }
      const file = { path, tree: treeOf(text, before) };
      files.set(path, file);
      changed.push(file);
    }
    const removed = [...this.#files.keys()].filter((path) => !texts.has(path));
    this.#files = files;
    return complete(this.live.update({ changed, removed }));
  }

  /** What is kept up is what is built anew. */
  check(): void {
    assertSameStrategy(this.live.strategy, buildStrategy([...this.#files.values()], OPTIONS));
  }
}
