/** `missing-owner`: what counts as an owner. */

import { assertReports } from './reporting.ts';

function assertSource(source: string): void {
  assertReports('missing-owner', `person ann\n${source}\n`);
}

describe('missing-owner', () => {
  it('takes an owner whose name means nothing as one', () => assertSource('goal g "G" { owner nobody }\nobjective o "O" { owner g }'));

  it('takes a sponsor or contributors as none', () => assertSource('goal «g» "G" { sponsor ann }\nobjective «o» "O" { with ann }'));

  it('asks of an objective without owner that every key result that is not closed has its own', () => {
    assertSource('objective o "O" { kr a "A" done { owner ann } kr b "B" done { owner nobody } }');
    assertSource('objective «o» "O" { kr a "A" done { owner ann } kr b "B" done { status paused } }');
    assertSource('objective «o» "O" { kr a "A" done { owner ann } kr b "B" done { status draft } }');
    assertSource('objective o "O" { kr a "A" done { owner ann } kr b "B" done { status done } kr c "C" done { status dropped } }');
    assertSource('objective «o» "O" { kr a "A" done { owner ann status done } }');
    assertSource('objective «o» "O" { initiative i "I" { owner ann } }');
  });

  it('asks only what is active', () => {
    assertSource('goal g "G" { status paused }\nobjective o "O" { status draft }\ngoal h "H" { period 2025-Q1 }\ngoal i "I" { owner ann }\ngoal i "I"');
  });

  it('asks nothing where a syntax error stands, since the owner may be what could not be read', () => {
    assertSource('objective o "O" { ownr ann }\ngoal g "G" { owner , }\nobjective p "P" { kr k "K" from }');
  });
});
