/** `many-owners`: the quick fix leaves one owner and loses nobody. */

import assert from 'node:assert/strict';
import { applyFix, ONLY_FILE, unmarkedSources } from './checking.ts';
import { assertReports } from './reporting.ts';

function assertFix(source: string, title: string, fixed: string): void {
  const [finding] = assertReports('many-owners', source);
  const fix = finding?.fixes[0] ?? assert.fail('it offers no fix');
  assert.equal(fix.title, title);
  assert.equal(applyFix(unmarkedSources(source), fix)[ONLY_FILE], fixed);
}

describe('many-owners', () => {
  it('adds a line for those who contribute, in the column of the owner', () => {
    assertFix(
      'objective o "O" {\n\towner     ann, «bob», cy // who else?\n\tperiod    2026-Q1\n}\n', 'Move bob, cy to with',
      'objective o "O" {\n\towner     ann\n\twith      bob, cy // who else?\n\tperiod    2026-Q1\n}\n',
    );
  });

  it('keeps the line ends of the file', () => {
    assertFix('objective o "O" {\r\n  owner ann, «bob»\r\n}\r\n', 'Move bob to with', 'objective o "O" {\r\n  owner ann\r\n  with  bob\r\n}\r\n');
  });

  it('adds to those who contribute already', () => {
    assertFix('objective o "O" {\n  owner ann, «bob», cy\n  with dee, cy\n}\n', 'Move bob to with', 'objective o "O" {\n  owner ann\n  with dee, cy, bob\n}\n');
    assertFix('objective o "O" {\n  with dee\n  owner ann, «bob»\n}\n', 'Move bob to with', 'objective o "O" {\n  with dee, bob\n  owner ann\n}\n');
  });

  it('stays on the line in a body of one line', () => {
    assertFix('objective o "O" { kr k "K" { owner ann, «bob» done } }\n', 'Move bob to with', 'objective o "O" { kr k "K" { owner ann with bob done } }\n');
  });

  it('joins a list that goes on on the next line', () => {
    assertFix('objective o "O" {\n  owner ann,\n    «bob»\n}\n', 'Move bob to with', 'objective o "O" {\n  owner ann\n  with  bob\n}\n');
  });

  it('takes out who is named twice', () => {
    assertFix('objective o "O" {\n  owner ann, «ann»\n}\n', 'Keep ann alone', 'objective o "O" {\n  owner ann\n}\n');
    assertFix('objective o "O" {\n  owner ann, «bob»\n  with bob\n}\n', 'Keep ann alone', 'objective o "O" {\n  owner ann\n  with bob\n}\n');
  });

  it('offers none for a goal, which has no `with`, nor where a comment would be lost', () => {
    const [goal] = assertReports('many-owners', 'goal g "G" { owner ann, «bob» }\n');
    const [comment] = assertReports('many-owners', 'objective o "O" {\n  owner ann, // she knows\n    «bob»\n}\n');
    assert.deepEqual([goal?.fixes, comment?.fixes], [[], []]);
  });

  it('spares initiatives, drafts and what is closed', () => {
    assertReports('many-owners', 'objective o "O" { status draft owner ann, bob kr k "K" done { owner ann, bob } initiative i "I" { owner ann, bob } }\ngoal g "G" { status done owner ann, bob }\ninitiative i "I" { owner ann, bob }\n');
  });

  it('does not guess where a syntax error stands in the list', () => assertReports('many-owners', 'goal g "G" { owner ann, metric m }\n'));

  it('reports on the second name, whatever it means', () => {
    assertReports('many-owners', 'objective o "O" { status paused owner ann, «nobody», cy }\n');
  });
});
