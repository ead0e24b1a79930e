/** What the walkthrough shows can be read, and is laid out as the formatter would. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTree } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';

const folder = join(import.meta.dirname, '../../client/walkthrough');

describe('the walkthrough', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    const examples = [...text.matchAll(/^```strategy\n([^]*?)^```$/gm)].map(([, example]) => example ?? '');
    if (examples.length === 0) continue;

    it(`${name} shows strategies that can be read`, () => {
      for (const example of examples) assert.equal(formatTree(parseFile(example)), example);
    });
  }
});
