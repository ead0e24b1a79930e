/**
 * The cases in `cases/*.md`: given a strategy, when a text in it becomes another, then these are the changes.
 * `UPDATE=1` writes what is found into the files; read the difference beside review.md before it is kept.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compare, mirrored, shown } from './reviewing.ts';
import { readCases, writeCases, type ReviewCase } from './case-file.ts';

const folder = new URL('cases/', import.meta.url);

function found({ base, head, asOf }: ReviewCase): string {
  const { changes, unreadable, notes } = compare(base, head, asOf);
  const lines = [
    ...changes.flatMap((change) => [...shown(change), `  "${change.message}"`]),
    ...unreadable.map(({ side, file, hides }) => `unreadable ${side} ${file}${hides.length === 0 ? '' : ` hides ${hides.join(', ')}`}`),
    ...notes.map((note) => `note ${note}`),
  ];
  return lines.length === 0 ? 'nothing' : lines.join('\n');
}

for (const name of readdirSync(folder).filter((file) => file.endsWith('.md')).sort()) {
  const path = new URL(name, folder);
  const cases = readCases(readFileSync(path, 'utf8'));
  describe(`review: ${name.replace(/\.md$/, '').replaceAll('-', ' ')}`, () => {
    if (process.env.UPDATE !== undefined) {
      before(() => { writeFileSync(path, writeCases(readFileSync(path, 'utf8'), found)); });
    }
    for (const one of cases) {
      it(one.title, () => {
        if (process.env.UPDATE === undefined) assert.equal(found(one), one.expected);
        assert.deepEqual(compare(one.base, one.base, one.asOf).changes, []);
        assert.deepEqual(mirrored(compare(one.head, one.base, one.asOf).changes), compare(one.base, one.head, one.asOf).changes.map(toldShort).sort());
      });
    }
  });
}

function toldShort({ kind, subject, property, before, after }: ReturnType<typeof compare>['changes'][number]): string {
  return JSON.stringify([kind, subject.type, subject.id, subject.was, property, before, after]);
}
