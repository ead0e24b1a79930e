/** After any edits, the findings that are kept up with them equal those from scratch. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFile } from '../../grammar/parse.ts';
import { analyze } from '../../server/analysis.ts';
import { liveStrategySteps, type LiveStrategy } from '../../server/model/live/strategy.ts';
import { complete } from '../../server/model/steps.ts';
import type { SourceFile, Strategy } from '../../server/model/strategy.ts';
import type { Diagnostic } from '../../server/rules/diagnostic.ts';
import { rules } from '../../server/rules/index.ts';
import { LiveFindings } from '../../server/rules/live-findings.ts';
import { readSettings } from '../../server/rules/settings.ts';
import { edited, Numbers, randomStrategy, type RandomEdit, type Texts } from '../model/live/edits.ts';
import { AS_OF, day, unmarkedSources } from './checking.ts';

/** Every rule speaks. */
const settingsText = JSON.stringify({ rules: Object.fromEntries(rules.filter(({ severity }) => severity === 'off').map(({ code }) => [code, 'hint'])) });
const { settings } = readSettings(settingsText);

/** What a diagnostic says, with the edits of its fixes. */
function told({ fixes, ...diagnostic }: Diagnostic): unknown {
  return { ...diagnostic, fixes: fixes.map(({ title, edits }) => ({ title, edits: edits() })) };
}

/** A strategy and its findings, kept up with edits; after each they are held against those from scratch. */
class Kept {
  readonly #strategy: LiveStrategy;
  readonly #findings = new LiveFindings();
  #files: ReadonlyMap<string, SourceFile>;
  /** What was told of each file, told anew only where an update says so. */
  readonly #told = new Map<string, readonly unknown[]>();

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

  #take(paths: ReadonlySet<string>): void {
    for (const path of paths) this.#told.set(path, this.#findings.diagnosticsOf(path).map(told));
  }
}

function wholeChange(strategy: Strategy) {
  return { strategy, whole: true, touched: new Map(), removed: new Set<never>(), files: new Set<never>(), cycles: new Set<never>(), names: new Set<never>() };
}

/** The files of texts; those of which the text is the same are the same. */
function filesOf(texts: Texts, before: ReadonlyMap<string, SourceFile>): ReadonlyMap<string, SourceFile> {
  return new Map(Array.from(texts, ([path, text]) => {
    const known = before.get(path);
    if (known !== undefined && (known.tree?.text ?? null) === text) return [path, known];
    return [path, { path, tree: text === null ? null : parseFile(text, known?.tree ?? undefined) }];
  }));
}

const number = fc.integer({ min: 0, max: 0x7fffffff });
const RUNS = Number(process.env.LIVE_RUNS ?? 2000);

describe('findings that are kept up with edits', () => {
  it('equal those from scratch after each of many random edits', () => {
    const sequence = fc.tuple(number, fc.array(fc.record({ kind: fc.nat({ max: 13 }), seed: number }), { minLength: 1, maxLength: 6 }));
    fc.assert(fc.property(sequence, ([seed, edits]: readonly [number, readonly RandomEdit[]]) => {
      const first = randomStrategy(seed);
      let texts = first;
      const kept = new Kept(texts);
      for (const edit of edits) {
        texts = edited(texts, edit, first);
        kept.update(texts);
        kept.check();
      }
    }), { numRuns: RUNS });
  }).timeout(0);

  it('equal those from scratch whatever is done to the examples of the rules', () => {
    fc.assert(fc.property(number, fc.array(number, { minLength: 1, maxLength: 8 }), (start, seeds) => {
      let texts = someExamples(new Numbers(start));
      const kept = new Kept(texts);
      for (const seed of seeds) {
        texts = disturbed(texts, new Numbers(seed));
        kept.update(texts);
        kept.check();
      }
    }), { numRuns: RUNS / 5 });
  }).timeout(0);
});

/** The examples of the rules, each as one file. */
const examples: readonly string[] = rules.flatMap((rule) => [...rule.examples.bad, ...rule.examples.good])
  .map(({ source }) => Object.values(unmarkedSources(source)).join('\n'));

/** The words that stand in them: names that mean something now and then. */
const words: readonly string[] = [...new Set(examples.join('\n').match(/[\w-]+/g))];

/** What is pasted: it links, unlinks, silences and breaks. */
const scraps = [
  '{', '}', '"', ',', '// ', '\n// throughline-ignore no-change, unused-declaration: agreed\n', '\n// throughline-ignore overdue\n', '// throughline-ignore-file missing-owner: agreed\n',
  '\nsupports win-midmarket\n', '\nsupports self-serve\n', '\nowner maya, growth\n', '\nwith growth, platform\n', '\nstatus dropped\n', '\nstatus draft\n', '\nperiod FY26\n', '\nneeds self-serve\n', '\ndrives arr\n',
  '\nmetric activation from 30% to 20%\n', '\nkr extra "Extra" { metric activation from 1% to 2% }\n', '\ncheckin 2026-02-14 19% confidence 2/10\n', '\nperson maya "Another Maya"\n', '\nteam platform "Platform" in growth\n',
  '\ngoal win-midmarket "Win" { kind business owner maya period 2026 metric arr }\n', '\ngoal more "More" { supports win-midmarket }\n', '\nobjective next "Next" { supports self-serve owner growth period 2026-Q2 }\n',
  '\ninitiative work "Work" { advances self-serve owner growth effort 8 days period 2026-03-01 .. 2026-04-01 }\n', '\nperiod FY26 2026-02-01 .. 2027-01-31\n',
];

function pick(numbers: Numbers, items: readonly string[]): string {
  return items[numbers.below(items.length)] ?? '';
}

function someExamples(numbers: Numbers): Texts {
  return new Map(Array.from({ length: 1 + numbers.below(3) }, (_, file) => [`${file}.strategy`, pick(numbers, examples)]));
}

/** The texts after an edit: a word is another, a line goes or stands twice, something is pasted, a file comes or goes. */
function disturbed(texts: Texts, numbers: Numbers): Texts {
  const next = new Map(texts);
  const path = pick(numbers, [...texts.keys()]);
  const text = texts.get(path) ?? '';
  const replace = (from: number, length: number, inserted: string): void => { next.set(path, text.slice(0, from) + inserted + text.slice(from + length)); };
  const parts = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = [...text.matchAll(pattern)];
    return found[numbers.below(found.length)];
  };
  switch (numbers.below(8)) {
    case 0: next.set(`new-${numbers.below(3)}.strategy`, pick(numbers, examples)); break;
    case 1: if (next.size > 1) next.delete(path); break;
    case 2: replace(numbers.below(text.length + 1), numbers.below(60), ''); break;
    case 3: case 4: {
      const word = parts(/[\w-]+/g);
      if (word !== undefined) replace(word.index, word[0].length, numbers.once(3) ? '' : pick(numbers, words));
      break;
    }
    case 5: {
      const line = parts(/^.*\n/gm);
      if (line !== undefined) replace(line.index, line[0].length, numbers.once(2) ? '' : `${line[0]}${line[0]}`);
      break;
    }
    default: {
      const at = numbers.below(text.length + 1);
      const lineEnd = text.indexOf('\n', at);
      replace(numbers.once(3) || lineEnd === -1 ? at : lineEnd, 0, pick(numbers, scraps));
    }
  }
  return next;
}
