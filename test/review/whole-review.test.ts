import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { reviewJson } from '../../server/review/json.ts';
import { LONGEST_COMMENT, reviewMarkdown } from '../../server/review/markdown/markdown.ts';
import type { FindingEntry, Review } from '../../server/review/review.ts';
import { reviewed } from './reviewed.ts';

const SAMPLE = 'samples/acme-cloud';
const files = Object.fromEntries(readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.strategy')).map((path) => [path.replaceAll('\\', '/'), readFileSync(join(SAMPLE, path), 'utf8')]));
const names = Object.keys(files);
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('docs/review.schema.json', 'utf8')) as object);

/** An edit of one line: it goes, it is written twice, it gets what stands in another, or one character less. */
interface Edit {
  readonly file: number;
  readonly line: number;
  readonly other: number;
  readonly how: 'drop' | 'double' | 'copy' | 'break' | 'number';
}

const edits = fc.array(fc.record<Edit>({
  file: fc.nat({ max: names.length - 1 }), line: fc.nat({ max: 400 }), other: fc.nat({ max: 400 }), how: fc.constantFrom('drop', 'double', 'copy', 'break', 'number'),
}), { maxLength: 5 });

function edited(all: readonly Edit[]): Readonly<Record<string, string>> {
  const texts = { ...files };
  for (const { file, line, other, how } of all) {
    const name = names[file] ?? '';
    const lines = (texts[name] ?? '').split('\n');
    const at = line % lines.length;
    const text = lines[at] ?? '';
    switch (how) {
      case 'drop': lines.splice(at, 1); break;
      case 'double': lines.splice(at, 0, text); break;
      case 'copy': lines[at] = lines[other % lines.length] ?? ''; break;
      case 'break': lines[at] = text.slice(0, -1); break;
      case 'number': lines[at] = text.replace(/\d+(?=[%kMd ])/, (digits) => String(Number(digits) + 1)); break;
    }
    texts[name] = lines.join('\n');
  }
  return texts;
}

/** Findings as both directions tell them. */
function keys(findings: readonly FindingEntry[]): readonly string[] {
  return findings.map(({ code, file, range, message }) => `${code} ${file} ${JSON.stringify(range)} ${message}`).sort();
}

describe('A whole review', () => {
  it('of a strategy and itself is empty', () => {
    fc.assert(fc.property(edits, (all) => {
      const { changes, findings, scores } = reviewed(edited(all), edited(all));
      assert.deepEqual([changes, findings, scores], [[], { introduced: [], fixed: [], silenced: [], gone: [] }, []]);
    }), { numRuns: 10 });
  });

  it('fits its schema, and its comment its length, whatever is typed', () => {
    fc.assert(fc.property(edits, edits, (before, after) => {
      const review = reviewed(edited(before), edited(after));
      validate(JSON.parse(reviewJson(review)));
      assert.deepEqual(validate.errors, null);
      assert.ok(reviewMarkdown(review).length <= LONGEST_COMMENT);
    }), { numRuns: 25 });
  });

  it('tells read backwards as fixed or gone what it tells as introduced, and the other way round', () => {
    fc.assert(fc.property(edits, edits, (before, after) => {
      const [forth, back] = [reviewed(edited(before), edited(after)), reviewed(edited(after), edited(before))];
      const ended = ({ findings }: Review): readonly string[] => keys([...findings.fixed, ...findings.gone]);
      assert.deepEqual(keys(forth.findings.introduced), ended(back));
      assert.deepEqual(ended(forth), keys(back.findings.introduced));
    }), { numRuns: 15 });
  });

  it('tells scores read backwards as well', () => {
    fc.assert(fc.property(edits, edits, (before, after) => {
      const [forth, back] = [reviewed(edited(before), edited(after)), reviewed(edited(after), edited(before))];
      const told = ({ scores }: Review): readonly string[] => scores.map(({ type, id, before: from, after: to }) => `${type} ${id} ${from ?? '-'} ${to ?? '-'}`).sort();
      const turned = ({ scores }: Review): readonly string[] => scores.map(({ type, id, before: from, after: to }) => `${type} ${id} ${to ?? '-'} ${from ?? '-'}`).sort();
      const same = (review: Review): boolean => review.changes.every(({ kind }) => kind !== 'renamed' && !kind.endsWith('-moved'));
      if (same(forth)) assert.deepEqual(told(forth), turned(back));
    }), { numRuns: 15 });
  });

  it('adds its scores up: progress and definition are the whole difference', () => {
    fc.assert(fc.property(edits, edits, (before, after) => {
      for (const { before: from, after: to, byProgress, byDefinition } of reviewed(edited(before), edited(after)).scores) {
        if (from === null || to === null || byProgress === null || byDefinition === null) continue;
        assert.ok(Math.abs(byProgress + byDefinition - (to - from)) < 1e-9);
      }
    }), { numRuns: 15 });
  });
});
