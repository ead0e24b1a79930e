/** Recording check-ins. */

import assert from 'node:assert/strict';
import { lineIndex } from '../../grammar/positions.ts';
import { checkinChoices, recordCheckin } from '../../server/features/checkin.ts';
import { Refusal } from '../../server/features/refusal.ts';
import type { CheckinAnswer, CheckinWords } from '../../server/protocol.ts';
import { marked } from './marked.ts';

type Words = Partial<CheckinWords>;

function answer(source: string, words: Words): CheckinAnswer {
  const { snapshot } = marked(`${source}‸`, { documentChanges: false });
  const result = recordCheckin(snapshot, { kr: 'a.k', value: '', confidence: '', note: '', ...words });
  if (result instanceof Refusal) throw new Error(result.reason);
  return result;
}

/** The source after the check-in. */
function recorded(source: string, words: Words): string {
  const { edit, problems } = answer(source, words);
  assert.deepEqual(problems, { value: null, confidence: null });
  const lines = lineIndex(source);
  return (edit?.changes?.['file:///a.strategy'] ?? []).toSorted((a, b) => b.range.start.line - a.range.start.line)
    .reduce((text, { range, newText }) => text.slice(0, lines.offsetAt(range.start)) + newText + text.slice(lines.offsetAt(range.end)), source);
}

const objective = (kr: string): string => `objective a "A" {\n  owner core\n\n${kr}}\n`;

describe('recording a check-in', () => {
  it('writes it after the last one, in the columns of the body', () => {
    assert.equal(
      recorded(objective('  kr k "K" {\n    from       18% to 35%\n    confidence 6/10\n    checkin    2026-02-01 20%\n    owner      ann\n  }\n'), { value: '22%', confidence: '8/10', note: 'Guided setup is live' }),
      objective('  kr k "K" {\n    from       18% to 35%\n    confidence 6/10\n    checkin    2026-02-01 20%\n    checkin    2026-03-01 22% confidence 8/10 "Guided setup is live"\n    owner      ann\n  }\n'),
    );
  });

  it('writes it at the end of a body without one', () => {
    assert.equal(
      recorded(objective('  kr k "K" from 18% to 35% { // by hand\n    owner ann // hers\n  }\n'), { value: '22%' }),
      objective('  kr k "K" from 18% to 35% { // by hand\n    owner   ann // hers\n    checkin 2026-03-01 22%\n  }\n'),
    );
  });

  it('opens a body where there is none, and lays out what it touches alone', () => {
    assert.equal(
      recorded(`team   odd    "Left as it is"\n${objective('  kr k "K" from 18% to 35% // soon\n    kr l "L" from 1 to 2\n')}`, { value: '22%', note: 'A "quote" and a \\' }),
      `team   odd    "Left as it is"\n${objective('  kr k "K" from 18% to 35% {\n    checkin 2026-03-01 22% "A \\"quote\\" and a \\\\"\n  } // soon\n    kr l "L" from 1 to 2\n')}`,
    );
  });

  it('opens a body on one line, and uses an empty one', () => {
    assert.equal(recorded(objective('  kr k "K" { from 1 to 2 }\n'), { value: '1' }), objective('  kr k "K" {\n    from    1 to 2\n    checkin 2026-03-01 1\n  }\n'));
    assert.equal(recorded(objective('  kr k "K" from 1 to 2 {\n  }\n'), { value: '1' }), objective('  kr k "K" from 1 to 2 {\n    checkin 2026-03-01 1\n  }\n'));
  });

  it('says that a milestone is done', () => {
    assert.equal(recorded(objective('  kr k "K" done\n'), { value: 'done' }), objective('  kr k "K" done {\n    checkin 2026-03-01 done\n  }\n'));
  });

  it('takes a confidence or a note alone', () => {
    assert.match(recorded(objective('  kr k "K" from 1 to 2\n'), { confidence: '70%' }), /checkin 2026-03-01 confidence 70%\n/);
    assert.match(recorded(objective('  kr k "K" from 1 to 2\n'), { note: 'On\nholiday' }), /checkin 2026-03-01 "On holiday"\n/);
  });

  it('works in a file with syntax errors elsewhere, and keeps its line ends', () => {
    const source = `goal\r\n${objective('  kr k "K" from 1 to 2\n').replaceAll('\n', '\r\n')}`;
    assert.equal(recorded(source, { value: '1' }), `goal\r\n${objective('  kr k "K" from 1 to 2 {\n    checkin 2026-03-01 1\n  }\n').replaceAll('\n', '\r\n')}`);
  });

  for (const [words, value, confidence] of [
    [{ value: '22' }, /22/, null],
    [{ value: '22 apples' }, /apples/, null],
    [{ value: 'twenty' }, /Write a value such as 35%/, null],
    [{ value: '22% confidence 5/10' }, /Write a value such as 35%/, null],
    [{ value: '22% "x"' }, /Write a value/, null],
    [{ value: '22% } goal g "G" {' }, /Write a value/, null],
    [{ value: '22% // x' }, /Write a value/, null],
    [{ value: '"' }, /Write a value/, null],
    [{ value: 'done' }, /done/, null],
    [{ value: '22%', confidence: '12/10' }, null, /12\/10/],
    [{ value: '22%', confidence: 'high' }, null, /Write a confidence such as 6\/10 or 70%/],
    [{}, /Say what was measured/, null],
  ] as const) {
    it(`says what is wrong in ${JSON.stringify(words)}, and writes nothing`, () => {
      const { edit, problems } = answer(objective('  kr k "K" from 18% to 35%\n'), words);
      assert.equal(edit, null);
      if (value === null) assert.equal(problems.value, null);
      else assert.match(problems.value ?? '', value);
      if (confidence === null) assert.equal(problems.confidence, null);
      else assert.match(problems.confidence ?? '', confidence);
    });
  }

  it('holds the value against the metric', () => {
    const source = `metric m "M" { unit $ }\n${objective('  kr k "K" {\n    metric m from $1M to $2M\n  }\n')}`;
    assert.match(answer(source, { value: '15%' }).problems.value ?? '', /\$/);
    assert.equal(answer(source, { value: '$1.5M' }).problems.value, null);
  });

  it('refuses a key result that is not there', () => {
    const { snapshot } = marked('‸');
    assert.ok(recordCheckin(snapshot, { kr: 'a.k', value: '1', confidence: '', note: '' }) instanceof Refusal);
  });
});

describe('the choices of a check-in', () => {
  it('are the key results with a measure that are not over, with what they have now', () => {
    const { snapshot } = marked('objective a "A" {\n  kr k "K" from 18% to 35% now 22% { confidence 60% }\n  kr "No measure"\n  kr over "Over" from 1 to 2 { status done }\n  kr "Nameless" done\n}\n‸');
    assert.deepEqual(checkinChoices([snapshot], null), [
      { kr: 'a.k', uri: 'file:///a.strategy', title: 'K', objective: 'A', health: 'health unknown', day: '2026-03-01', value: '22%', confidence: '6/10', expects: 'a value such as 22%' },
      { kr: 'a."Nameless"', uri: 'file:///a.strategy', title: 'Nameless', objective: 'A', health: 'health unknown', day: '2026-03-01', value: null, confidence: null, expects: '`done`, `not done` or a percentage such as 66%' },
    ]);
  });

  it('begin with those of the document that is open', () => {
    const { snapshot } = marked({ 'a.strategy': 'objective a "A" {\n  kr k "K" from 1 to 2\n}\n', 'b.strategy': '‸objective b "B" {\n  kr k "K" from 1 to 2\n}\n' });
    assert.deepEqual(checkinChoices([snapshot], 'file:///b.strategy').map(({ kr }) => kr), ['b.k', 'a.k']);
  });
});
