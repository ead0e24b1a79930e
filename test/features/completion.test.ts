/** What is offered at a cursor. */

import assert from 'node:assert/strict';
import { completion } from '../../server/features/completion.ts';
import { marked } from './marked.ts';

const PEOPLE = `team core "Core"
person ann "Ann Lee" in core
person bob "Bob Ray" in core
metric arr "Revenue" { unit $ }
goal grow "Grow"
goal retain "Retain"
goal gone "Gone" { status dropped }
objective other "Other" {
  kr speed "Speed" from 1 to 2
}
`;

function offered(source: string): string[] {
  const { snapshot, params } = marked({ 'people.strategy': PEOPLE, 'a.strategy': source });
  return completion(snapshot, params).map(({ label }) => label);
}

describe('completion', () => {
  it('offers the declarations of a file at its top, and those of a body in it', () => {
    assert.ok(offered('‸').includes('goal'));
    assert.ok(!offered('‸').includes('kr'));
    assert.ok(offered('objective a "A" {\n  ‸\n}').includes('kr'));
  });

  it('knows that a body is open although its end is not written yet', () => {
    assert.ok(offered('objective a "A" {\n  supports grow\n  ‸').includes('owner'));
    assert.ok(offered('objective a "A" {\n  supports grow\n  ‸\n\ngoal next "Next" {\n}\n').includes('owner'));
  });

  it('leaves out the properties that are written, but those that may stand again', () => {
    const words = offered('goal a "A" {\n  kind business\n  link "x"\n  ‸\n  owner ann\n}');
    assert.ok(!words.includes('kind'));
    assert.ok(words.includes('link'));
  });

  it('offers what is still missing after the cursor is left', () => {
    assert.deepEqual(offered('period FY 2026-01-01 .. 2026-12-31 ‸'), ['in']);
    assert.deepEqual(offered('team a "A" ‸'), ['in']);
    assert.deepEqual(offered('team a "A" in ‸').filter((name) => name !== 'a'), ['core']);
  });

  it('offers names of the kind that may stand there', () => {
    assert.deepEqual(offered('goal a "A" { owner ‸ }'), ['ann', 'bob', 'core']);
    assert.deepEqual(offered('goal a "A" { sponsor ‸ }'), ['ann', 'bob']);
    assert.deepEqual(offered('goal a "A" { metric ‸ }'), ['arr']);
    assert.deepEqual(offered('initiative a "A" { advances ‸ }'), ['other', 'other.speed']);
  });

  it('offers what is dropped after everything else', () => {
    assert.deepEqual(offered('objective a "A" { supports ‸ }').slice(-1), ['gone']);
  });

  it('goes on with a list on the next line, and leaves out what it names already', () => {
    assert.deepEqual(offered('objective a "A" {\n  supports grow,\n    ‸\n}').slice(0, 1), ['retain']);
    assert.deepEqual(offered('objective a "A" {\n  supports grow ‸\n}'), []);
  });

  it('replaces the whole of a name with a dot', () => {
    const { snapshot, params } = marked({ 'people.strategy': PEOPLE, 'a.strategy': 'initiative a "A" {\n  advances other.sp‸\n}' });
    const [item] = completion(snapshot, params).filter(({ label }) => label === 'other.speed');
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 1, character: 11 }, end: { line: 1, character: 19 } }, newText: 'other.speed',
    });
  });

  it('shows the title of what a name means beside it, where the client can', () => {
    const source = { 'people.strategy': PEOPLE, 'a.strategy': 'goal a "A" { owner ‸ }' };
    const able = marked(source);
    assert.deepEqual(completion(able.snapshot, able.params)[0]?.labelDetails, { description: 'Ann Lee' });
    const plain = marked(source, { labelDetails: false });
    assert.equal(completion(plain.snapshot, plain.params)[0]?.detail, 'person: Ann Lee');
  });

  it('finds a thing by its title too', () => {
    const { snapshot, params } = marked({ 'people.strategy': PEOPLE, 'a.strategy': 'goal a "A" { owner ‸ }' });
    assert.equal(completion(snapshot, params)[0]?.filterText, 'ann Ann Lee');
  });

  for (const [written, next] of [
    ['from 1', ['to', 'up', 'down', 'times']],
    ['from 1 to 2', ['now', 'by']],
    ['from 1 to 2 now 1', ['by']],
    ['keep', ['at least', 'at most', 'between']],
    ['at', ['least', 'most']],
    ['between 1', ['and']],
    ['done', ['now', 'by']],
    ['done now', ['done', 'not done']],
  ] as const) {
    it(`goes on after \`${written}\` in a measure, in the header, on a line of its own and after a metric`, () => {
      assert.deepEqual(offered(`objective a "A" {\n  kr "K" ${written} ‸\n}`), next);
      assert.deepEqual(offered(`objective a "A" {\n  kr "K" {\n    ${written} ‸\n  }\n}`), next);
      assert.deepEqual(offered(`objective a "A" {\n  kr "K" {\n    metric arr ${written} ‸\n  }\n}`), next);
    });
  }

  it('offers nothing in a comment, in a text and after a number that ends a fact', () => {
    assert.deepEqual(offered('// go‸'), []);
    assert.deepEqual(offered('/// go‸'), []);
    assert.deepEqual(offered('goal a "go‸'), []);
    assert.deepEqual(offered('goal a """\n  go‸\n  """'), []);
    assert.deepEqual(offered('objective a "A" {\n  kr "K" {\n    weight 2 ‸\n  }\n}'), []);
  });

  it('knows a body on one line', () => {
    assert.deepEqual(offered('metric a "A" { unit $ better ‸ }'), ['up', 'down']);
  });

  it('is read in time that grows with what stands before the cursor, whatever that is', () => {
    for (const text of ['{'.repeat(200_000), '"'.repeat(200_000), 'a '.repeat(100_000), '/'.repeat(200_000), 'a.'.repeat(100_000), '"""'.repeat(60_000)]) {
      assert.ok(Array.isArray(offered(`${text}‸`)));
    }
  });
});
