import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { GRAMMARS, loadGrammar, readScopeCases, scopesOf } from './scopes.ts';

const folder = new URL('./', import.meta.url);

describe('the TextMate grammar', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.scopes'))) {
    for (const { title, source, expected } of readScopeCases(readFileSync(new URL(file, folder), 'utf8'))) {
      it(`${file}: ${title}`, async () => {
        assert.notEqual(expected.length, 0, 'the case expects nothing');
        const columns = scopesOf(await loadGrammar('source.strategy'), source);
        const wrong = expected.filter(({ line, start, end, scope }) => {
          const has = (column: number): boolean => columns[line]?.[column]?.some((one) => `${one}.`.startsWith(`${scope}.`)) ?? false;
          const within = Array.from({ length: end - start }, (_, index) => start + index);
          return !within.every(has) || has(start - 1) || has(end);
        });
        const told = wrong.map(({ line, start, end, scope }) =>
          `${source[line]?.slice(start, end) ?? ''} in line ${line + 1} should be ${scope}: ${JSON.stringify(columns[line]?.[start])}`);
        assert.deepEqual(told, []);
      });
    }
  }

  it('ends every string and comment with its line, but for triple quotes and documentation', async () => {
    const grammar = await loadGrammar('source.strategy');
    for (const opening of ['"never closed', '// {', 'goal g "never closed', '{ { {', '} } }', 'kr "x" from 3']) {
      const [, after] = scopesOf(grammar, [opening, 'goal after "After"']);
      assert.deepEqual(after?.[0]?.at(-1), 'keyword.control.goal.strategy', opening);
    }
  });

  it('holds no repetition within a repetition, which could take exponential time', () => {
    for (const pattern of GRAMMARS.flatMap((grammar) => patternsOf(grammar))) {
      assert.doesNotMatch(pattern.replaceAll(/\\.|\[(?:\\.|[^\]])*\]/g, 'x'), /\([^()]*[*+][^()]*\)[*+]/, pattern);
    }
  });

  it('colours a very long line in time that grows with its length', async () => {
    const grammar = await loadGrammar('source.strategy');
    for (const line of ['1'.repeat(100_000), '{'.repeat(20_000), 'a-'.repeat(50_000), 'goal '.repeat(20_000), '"\\'.repeat(50_000), ' '.repeat(100_000)]) {
      const [columns] = scopesOf(grammar, [line]);
      assert.equal(columns?.length, line.length);
    }
  });
});

describe('strategies in Markdown', () => {
  const markdown = { name: 'Markdown', scopeName: 'text.html.markdown', patterns: [{ match: '#.*', name: 'markup.heading' }], repository: {} };

  it('colours a fenced block, and nothing after it', async () => {
    const grammar = await loadGrammar('text.html.markdown', { 'text.html.markdown': markdown });
    const columns = scopesOf(grammar, ['# Title', '```strategy', 'goal g "G"', '```', '# Title']);
    assert.equal(columns[2]?.[0]?.at(-1), 'keyword.control.goal.strategy');
    assert.equal(columns[4]?.[0]?.at(-1), 'markup.heading');
  });

  it('leaves blocks of other languages alone', async () => {
    const grammar = await loadGrammar('text.html.markdown', { 'text.html.markdown': markdown });
    const columns = scopesOf(grammar, ['```yaml', 'goal g "G"', '```']);
    assert.deepEqual(columns[1]?.[0], ['text.html.markdown']);
  });
});

function patternsOf(rule: unknown): string[] {
  if (typeof rule !== 'object' || rule === null) return [];
  return Object.entries(rule).flatMap(([key, value]) =>
    typeof value === 'string' && ['match', 'begin', 'end', 'while'].includes(key) ? [value] : patternsOf(value));
}
