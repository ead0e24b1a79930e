/** One file, parsed and checked, beside `JSON.parse` and Ajv on the same data. */

import { Ajv } from 'ajv';
import { parseDate } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { analyze } from '../../server/analysis.ts';
import { asData, schema } from './data.ts';
import { asOf, generateStrategy } from './strategies.ts';
import { median, milliseconds, type Row } from './table.ts';

/** The median time of `work` in milliseconds, warm. */
function time(work: () => unknown, times: number): number {
  for (let index = 0; index < times / 2; index += 1) work();
  const durations: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    work();
    durations.push(performance.now() - start);
  }
  return median(durations);
}

/** Milliseconds for one file of 2,000 lines: ours from its text to all findings, the floor from JSON to a verdict. */
function measureFloor(): { readonly own: number; readonly floor: number } {
  const { long } = generateStrategy(1);
  const day = parseDate(asOf);
  if (day === null) throw new Error(`${asOf} is no date`);
  const own = time(() => analyze({ files: [{ path: long.path, tree: parseFile(long.text) }], settingsText: null, asOf: day, today: day }), 40);

  const json = JSON.stringify(asData(parseFile(long.text)), null, 2);
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  if (!validate(JSON.parse(json))) throw new Error(`the data does not fit its schema: ${JSON.stringify(validate.errors?.[0])}`);
  const floor = time(() => validate(JSON.parse(json)), 200);
  return { own, floor };
}

/** The floor is passed by nobody; the target says how near to it. */
export function floorRows(): Row[] {
  const { own, floor } = measureFloor();
  return [{
    work: 'parse and check one file of 2,000 lines (JSON.parse and Ajv)', own: milliseconds(own), rival: milliseconds(floor),
    ahead: floor / own, target: `within 15x: ${(own / floor).toFixed(1)}x`,
  }];
}
