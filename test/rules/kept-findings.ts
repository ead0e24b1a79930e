/** A strategy and its findings, kept up with edits, beside those from scratch. */

import assert from 'node:assert/strict';
import { parseFile } from '../../grammar/parse.ts';
import { analyze } from '../../server/analysis.ts';
import type { StrategyChange } from '../../server/model/change.ts';
import { liveStrategySteps, type LiveStrategy } from '../../server/model/live/strategy.ts';
import { complete } from '../../server/model/steps.ts';
import type { SourceFile, Strategy } from '../../server/model/strategy.ts';
import type { Diagnostic } from '../../server/rules/diagnostic.ts';
import { rules } from '../../server/rules/index.ts';
import { LiveFindings } from '../../server/rules/live-findings.ts';
import { readSettings } from '../../server/rules/settings.ts';
import type { Texts } from '../model/live/edits.ts';
import { AS_OF, day } from './checking.ts';

/** Every rule speaks. */
const settingsText = JSON.stringify({ rules: Object.fromEntries(rules.filter(({ severity }) => severity === 'off').map(({ code }) => [code, 'hint'])) });
const { settings } = readSettings(settingsText);

type Told = Pick<Diagnostic, 'code' | 'message'> & { readonly fixes: unknown };

/** What a diagnostic says, with the edits of its fixes. */
function told({ fixes, ...diagnostic }: Diagnostic): Told {
  return { ...diagnostic, fixes: fixes.map(({ title, edits }) => ({ title, edits: edits() })) };
}

/** A strategy and its findings, kept up with edits; after each they are held against those from scratch. */
export class KeptFindings {
  readonly #strategy: LiveStrategy;
  readonly #findings = new LiveFindings();
  #files: ReadonlyMap<string, SourceFile>;
  /** What was told of each file, told anew only where an update says so. */
  readonly #told = new Map<string, readonly Told[]>();

  constructor(texts: Texts) {
    this.#files = filesOf(texts, new Map());
    this.#strategy = complete(liveStrategySteps([...this.#files.values()], { asOf: day(AS_OF), pastDays: settings.past }));
    this.#take(complete(this.#findings.update(wholeChange(this.#strategy.strategy), settings)));
  }

  update(texts: Texts): void {
    const before = this.#files;
    this.#files = filesOf(texts, before);
    const changed = [...this.#files.values()].filter((file) => before.get(file.path) !== file);
    const removed = [...before.keys()].filter((path) => !this.#files.has(path));
    const change = complete(this.#strategy.update({ changed, removed }));
    this.#take(complete(this.#findings.update(change, settings)));
  }

  check(): void {
    const { diagnostics } = analyze({ files: [...this.#files.values()], settingsText, asOf: day(AS_OF), today: day(AS_OF) });
    const paths = [...this.#files.keys()].sort();
    assert.deepEqual(paths.flatMap((path) => this.#told.get(path) ?? []), diagnostics.map(told));
  }

  /** What a rule says now, file by file. */
  messagesOf(code: string): readonly string[] {
    return [...this.#files.keys()].sort().flatMap((path) => this.#told.get(path) ?? []).filter((finding) => finding.code === code).map(({ message }) => message);
  }

  #take(paths: ReadonlySet<string>): void {
    for (const path of paths) this.#told.set(path, this.#findings.diagnosticsOf(path).map(told));
  }
}

function wholeChange(strategy: Strategy): StrategyChange {
  return { strategy, whole: true, touched: new Map(), removed: new Set(), files: new Set(), cycles: new Set(), names: new Set() };
}

/** The files of texts; those of which the text is the same are the same. */
function filesOf(texts: Texts, before: ReadonlyMap<string, SourceFile>): ReadonlyMap<string, SourceFile> {
  return new Map(Array.from(texts, ([path, text]) => {
    const known = before.get(path);
    if (known !== undefined && (known.tree?.text ?? null) === text) return [path, known];
    return [path, { path, tree: text === null ? null : parseFile(text, known?.tree ?? undefined) }];
  }));
}
