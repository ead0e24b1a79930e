/** After any edits, the findings that are kept up with them equal those from scratch. */

import fc from 'fast-check';
import { rules } from '../../server/rules/index.ts';
import { edited, Numbers, randomStrategy, type RandomEdit, type Texts } from '../model/live/edits.ts';
import { unmarkedSources } from './checking.ts';
import { KeptFindings } from './kept-findings.ts';

const number = fc.integer({ min: 0, max: 0x7fffffff });
const RUNS = Number(process.env.LIVE_RUNS ?? 2000);

describe('findings that are kept up with edits', () => {
  it('equal those from scratch after each of many random edits', () => {
    const sequence = fc.tuple(number, fc.array(fc.record({ kind: fc.nat({ max: 13 }), seed: number }), { minLength: 1, maxLength: 6 }));
    fc.assert(fc.property(sequence, ([seed, edits]: readonly [number, readonly RandomEdit[]]) => {
      const first = randomStrategy(seed);
      let texts = first;
      const kept = new KeptFindings(texts);
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
      const kept = new KeptFindings(texts);
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
