import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { parseFile } from '../../../grammar/parse.ts';
import type { SourceFile } from '../../../server/model/strategy.ts';
import { mayConcern } from '../../../server/review/history/concerns.ts';
import { lifeStep } from '../../../server/review/history/life.ts';
import { stepBetween } from '../../../server/review/history/step.ts';
import type { RootState } from '../../../server/review/state.ts';
import { day } from '../../rules/checking.ts';

const SAMPLE = new URL('../../../samples/acme-cloud/', import.meta.url);
const files = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.strategy')).sort()
  .map((path): SourceFile => ({ path, tree: parseFile(readFileSync(new URL(path, SAMPLE), 'utf8')) }));
const AS_OF = day('2026-03-01');
const stateOf = (of: readonly SourceFile[]): RootState => ({ root: '.', files: of, settingsText: null, unreadable: [] });
const BEFORE = stateOf(files);
const names = [...stepBetween(null, BEFORE, AS_OF)?.after?.byId.keys() ?? []];

const place = fc.double({ min: 0, max: 1, noNaN: true });
const edit = fc.record({ file: fc.nat({ max: files.length - 1 }), what: fc.constantFrom('remove', 'number', 'word', 'kind'), at: place, name: fc.constantFrom(...names) });

/** A line is taken out, has another number, another name in it, or declares something of another kind. */
function edited(text: string, { what, at, name }: { readonly what: string; readonly at: number; readonly name: string }): string {
  const lines = text.split('\n');
  const index = Math.floor(at * (lines.length - 1));
  const line = lines[index] ?? '';
  if (what === 'remove') lines.splice(index, 1);
  else if (what === 'number') lines[index] = line.replace(/\d/, '7');
  else if (what === 'kind') lines[index] = line.replace(/^(?:team|person)\b/, (word) => (word === 'team' ? 'person' : 'team'));
  else lines[index] = line.replace(/(?<=^\s*\S+\s+)[\w-]+/, () => name.split('.')[0] ?? name);
  return lines.join('\n');
}

describe('a step that is passed over', () => {
  it('did nothing to the thing, whatever happened elsewhere', () => {
    let passed = 0;
    let compared = 0;
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.uniqueArray(fc.constantFrom(...names), { minLength: 8, maxLength: 8 }), (edits, ids) => {
      const texts = new Map(files.map((file) => [file.path, file.tree?.text ?? '']));
      for (const one of edits) {
        const path = files[one.file]?.path ?? '';
        texts.set(path, edited(texts.get(path) ?? '', one));
      }
      const after = stateOf(files.map((file) => {
        const text = texts.get(file.path) ?? '';
        return text === file.tree?.text || file.tree === null ? file : { path: file.path, tree: parseFile(text, file.tree) };
      }));
      const skipped = ids.filter((id) => !mayConcern(BEFORE, after, id));
      compared += ids.length - skipped.length;
      passed += skipped.length;
      const step = skipped.length === 0 ? null : stepBetween(BEFORE, after, AS_OF);
      if (step === null) return;
      for (const id of skipped) {
        const life = lifeStep(step, id);
        assert.deepEqual([life?.before, life?.changes.map(({ message }) => message)], [id, []]);
      }
    }), { numRuns: 150 });
    assert.ok(passed > 50 && compared > 50, `${passed} passed over, ${compared} compared`);
  });
});
