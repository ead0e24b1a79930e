/** The outline's details, and the search through all strategies. */

import assert from 'node:assert/strict';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { workspaceSymbols } from '../../server/features/workspace-symbols.ts';
import { marked } from './marked.ts';

const LIVE = { isCancellationRequested: false };

function found(source: string, query: string): string[] {
  const { snapshot } = marked(`‸${source}`);
  return workspaceSymbols([snapshot], query, LIVE).map(({ name }) => name);
}

const SOURCE = `goal win-midmarket "Win the mid-market" { kind business }
objective self-serve "Teams start on their own" {
  supports win-midmarket
  kr "Über alles" from 1 to 2
}
team growth "Growth"
`;

describe('the search', () => {
  it('finds by id and by title, whatever the case', () => {
    assert.deepEqual(found(SOURCE, 'SELF-S'), ['Teams start on their own (self-serve)']);
    assert.deepEqual(found(SOURCE, 'their own'), ['Teams start on their own (self-serve)']);
  });

  it('finds words in any order, and letters without their accents', () => {
    assert.deepEqual(found(SOURCE, 'own teams'), ['Teams start on their own (self-serve)']);
    assert.deepEqual(found(SOURCE, 'uber'), ['Über alles']);
  });

  it('finds nothing where a letter is missing', () => {
    assert.deepEqual(found(SOURCE, 'growthx'), []);
  });

  it('begins with goals and objectives where nothing is asked for', () => {
    assert.deepEqual(found(SOURCE, ' '), ['Win the mid-market (win-midmarket)', 'Teams start on their own (self-serve)']);
  });

  it('has the best match of all strategies first', () => {
    const one = marked('‸team growing-pains "Great rows of the"\n').snapshot;
    const other = marked('‸team growth "Growth"\n').snapshot;
    assert.equal(workspaceSymbols([one, other], 'growth', LIVE)[0]?.name, 'Growth (growth)');
  });

  it('ends with an answer on a hostile query', () => {
    assert.deepEqual(found(SOURCE, 'a'.repeat(100_000)), []);
    assert.deepEqual(found(SOURCE, '\ud800 .*+?^${}()|[]\\'), []);
  });

  it('stops where nobody waits any more', () => {
    assert.deepEqual(workspaceSymbols([marked(`‸${SOURCE}`).snapshot], 'growth', { isCancellationRequested: true }), []);
  });
});

describe('the outline', () => {
  const detailsOf = (source: string): unknown[] => documentSymbols(marked(`‸${source}`).snapshot).map(({ detail, tags }) => (tags === undefined ? detail : [detail, ...tags]));

  it('says of each declaration what one looks for', () => {
    assert.deepEqual(detailsOf(`period Q 2026-01-01 .. 2026-03-31 in FY
team a "A" in b
metric m "M" { unit $ per seat }
goal g "G" { owner a  period 2026 }
`), ['period · 2026-01-01 .. 2026-03-31', 'team a · in b', 'metric m · $ per seat', 'goal g · 2026 · a']);
  });

  it('strikes through what was dropped', () => {
    assert.deepEqual(detailsOf('goal g "G" { status dropped 2026-01-01 "No" }\n'), [['goal g · dropped 2026-01-01 "No"', 1]]);
  });

  it('shows a long text in one line', () => {
    const [symbol] = documentSymbols(marked(`‸goal g """${'a\n'.repeat(500)}"""\n`).snapshot);
    assert.ok(symbol !== undefined && symbol.name.length <= 201 && !symbol.name.includes('\n'));
  });
});
