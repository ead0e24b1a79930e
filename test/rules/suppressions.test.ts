/** Suppressions (language.md section 4), sentence by sentence. */

import assert from 'node:assert/strict';
import { applyFix, check, findings, type CheckOptions, type Sources } from './checking.ts';

/** A strategy without findings but the objective's missing owner, on its second line, and whatever the test adds. */
const COMPANY = `metric arr "Revenue" { unit $ better up }
person maya "Maya"
goal win "Win" { kind business owner maya period 2026 metric arr }
`;
const BODY = `supports win period 2026-Q1 kr "Trials that buy" from 12% to 20% kr "Trials" from 10 to 20 }`;

const TOLD = ['missing-owner', 'unaligned-objective', 'suppression-without-reason', 'unused-suppression', 'syntax'];

/** The findings of the second file, whose text is given. */
function told(text: string, options: CheckOptions = {}): string[] {
  return findings({ 'a.strategy': COMPANY, 'b.strategy': text }, { ...options, only: TOLD }).map((finding) => finding.replace('b.strategy:', ''));
}

describe('a suppression', () => {
  it('silences findings that begin on its own line', () => {
    assert.deepEqual(told(`objective trials "Trials" { // throughline-ignore missing-owner: decided in April
  ${BODY}
`), []);
  });

  it('that stands alone silences the next line that is neither empty nor a comment', () => {
    assert.deepEqual(told(`// throughline-ignore missing-owner: decided in April

// The trials team.
/// What everybody asks for.

objective trials "Trials" { ${BODY}
`), []);
  });

  it('that stands after something does not reach the next line', () => {
    assert.deepEqual(told(`person jonas "Jonas" // throughline-ignore missing-owner: decided in April
objective trials "Trials" { ${BODY}
`), ['1: unused-suppression', '2: missing-owner']);
  });

  it('does not reach the line after the next', () => {
    assert.deepEqual(told(`// throughline-ignore missing-owner: decided in April
person jonas "Jonas"
objective trials "Trials" { ${BODY}
`), ['1: unused-suppression', '3: missing-owner']);
  });

  it('silences what begins there, not what reaches over it', () => {
    assert.deepEqual(told(`objective trials
  // throughline-ignore missing-owner: decided in April
  "Trials" { ${BODY}
`), ['1: missing-owner', '2: unused-suppression']);
  });

  it('names several rules, with commas', () => {
    assert.deepEqual(told(`// throughline-ignore missing-owner, unaligned-objective: an experiment
objective trials "Trials" { period 2026-Q1 kr "Trials that buy" from 12% to 20% }
`), []);
  });

  it('forgives a comma that is missing between two rules', () => {
    assert.deepEqual(told(`// throughline-ignore missing-owner unaligned-objective: an experiment
objective trials "Trials" { period 2026-Q1 kr "Trials that buy" from 12% to 20% }
`), []);
  });

  it('silences no other rule', () => {
    assert.deepEqual(told(`// throughline-ignore missing-owner: decided in April
objective trials "Trials" { period 2026-Q1 kr "Trials that buy" from 12% to 20% }
`), ['2: unaligned-objective']);
  });

  it('may stand in any line ending, and in a body', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      assert.deepEqual(told([
        'objective trials "Trials" {', '  owner maya', '  supports win', '  period 2026-Q1',
        '  // throughline-ignore unmeasured-key-result: the survey comes first', '  kr "Happy trials"', '}', '',
      ].join(end), {}), [], JSON.stringify(end));
    }
  });

  it('reaches over a run of suppressions to the same line', () => {
    assert.deepEqual(told(`// throughline-ignore missing-owner: decided in April
// throughline-ignore unaligned-objective: an experiment
objective trials "Trials" { period 2026-Q1 kr "Trials that buy" from 12% to 20% }
`), []);
  });

  it('is read in linear time however many stand in a row', () => {
    const many = '// throughline-ignore missing-owner: decided in April\n'.repeat(20_000);
    assert.deepEqual(told(`${many}objective trials "Trials" { ${BODY}\n`), []);
  });
});

describe('a suppression for the whole file', () => {
  const two = `objective trials "Trials" { ${BODY}
objective buys "Purchases" { ${BODY}
`;

  it('silences a rule everywhere in its file, and nowhere else', () => {
    const sources: Sources = {
      'a.strategy': COMPANY, 'b.strategy': `// throughline-ignore-file missing-owner: this team has no lead yet\n${two}`,
      'c.strategy': `objective stay "Customers stay" { ${BODY}\n`,
    };
    assert.deepEqual(findings(sources, { only: TOLD }), ['c.strategy:1: missing-owner']);
  });

  it('stands above the first declaration; below it, it silences nothing', () => {
    assert.deepEqual(told(`${two}// throughline-ignore-file missing-owner: this team has no lead yet\n`),
      ['1: missing-owner', '2: missing-owner', '3: unused-suppression']);
  });

  it('is not taken for one of a line', () => {
    assert.deepEqual(told(`// throughline-ignore-files missing-owner: this team has no lead yet\n${two}`), ['2: missing-owner', '3: missing-owner']);
  });
});

describe('a suppression without a reason', () => {
  it('still works, and is a finding on the comment', () => {
    const { diagnostics } = check({ 'a.strategy': COMPANY, 'b.strategy': `  // throughline-ignore missing-owner
objective trials "Trials" { ${BODY}
` });
    assert.deepEqual(diagnostics.filter(({ code }) => TOLD.includes(code)).map(({ code, range }) => [code, range]), [
      ['suppression-without-reason', { start: { line: 0, character: 2 }, end: { line: 0, character: 37 } }],
    ]);
  });

  it('is one with nothing after the colon, too', () => {
    assert.deepEqual(told(`// throughline-ignore missing-owner:  \nobjective trials "Trials" { ${BODY}\n`), ['1: suppression-without-reason']);
  });

  it('where every rule it names silences nothing is unused and no more', () => {
    assert.deepEqual(told(`// throughline-ignore many-owners, no-change\nobjective trials "Trials" { owner maya ${BODY}\n`), ['1: unused-suppression', '1: unused-suppression']);
  });

  it('is one at a draft, where it may be needed later', () => {
    assert.deepEqual(told(`// throughline-ignore many-owners\nobjective trials "Trials" { status draft }\n`), ['1: suppression-without-reason']);
  });

  it('where one of its rules silences something gets both findings', () => {
    assert.deepEqual(told(`// throughline-ignore many-owners, missing-owner\nobjective trials "Trials" { ${BODY}\n`), ['1: suppression-without-reason', '1: unused-suppression']);
  });
});

describe('an unused suppression', () => {
  const unused = (rule: string, body: string, options: CheckOptions = {}): string[] => told(`// throughline-ignore ${rule}: decided in April\n${body}\n`, options).filter((finding) => finding.includes('unused'));
  const owned = `objective trials "Trials" { owner maya ${BODY}`;

  it('stands on the word of the rule', () => {
    const { diagnostics } = check({ 'a.strategy': COMPANY, 'b.strategy': `// throughline-ignore missing-owner, many-owners: April\nobjective trials "Trials" { ${BODY}\n` });
    assert.deepEqual(diagnostics.filter(({ code }) => code === 'unused-suppression').map(({ range }) => range), [
      { start: { line: 0, character: 37 }, end: { line: 0, character: 48 } },
    ]);
  });

  it('that names no rule stands on the comment', () => {
    for (const comment of ['// throughline-ignore', '// throughline-ignore: April', '// throughline-ignore-file']) {
      const { diagnostics } = check({ 'a.strategy': COMPANY, 'b.strategy': `${comment}\n${owned}\n` });
      assert.deepEqual(diagnostics.filter(({ code }) => TOLD.includes(code)).map(({ code, range }) => [code, range]), [
        ['unused-suppression', { start: { line: 0, character: 0 }, end: { line: 0, character: comment.length } }],
      ], comment);
    }
  });

  it('names a rule that does not exist', () => {
    assert.deepEqual(unused('no-such-rule', owned), ['1: unused-suppression']);
  });

  it('names what cannot be silenced', () => {
    assert.deepEqual(told(`// throughline-ignore syntax: we know\nobjective trials { ${BODY}\n`).sort(), ['1: unused-suppression', '2: syntax'].sort());
    assert.deepEqual(told(`// throughline-ignore unused-suppression, suppression-without-reason: we know\n// throughline-ignore many-owners\n${owned}\n`),
      ['1: unused-suppression', '1: unused-suppression', '2: unused-suppression']);
  });

  it('is not said of a rule that is off', () => {
    assert.deepEqual(unused('no-evidence', owned), []);
    assert.deepEqual(unused('many-owners', owned, { settings: { rules: { 'many-owners': 'off' } } }), []);
    assert.deepEqual(unused('no-evidence', owned, { settings: { rules: { 'no-evidence': 'hint' } } }), ['1: unused-suppression']);
  });

  it('is not said where a draft stands, or something closed or past', () => {
    for (const status of ['status draft', 'status done', 'status dropped', 'period 2024-Q1']) {
      assert.deepEqual(unused('many-owners', `objective trials "Trials" { ${status} }`), [], status);
      assert.deepEqual(told(`// throughline-ignore-file many-owners: April\nobjective trials "Trials" { ${status} }\n`), [], status);
    }
    assert.deepEqual(unused('many-owners', 'objective trials "Trials" { owner maya supports win status paused }'), ['1: unused-suppression']);
  });

  it('is not said inside a draft either', () => {
    assert.deepEqual(told(`objective trials "Trials" {
  status draft
  // throughline-ignore no-change: April
  kr "Trials that buy" from 12% to 20%
}
`), []);
  });

  it('is not said of rules that depend on as-of', () => {
    for (const rule of ['overdue', 'missing-period', 'late-date', 'same-last-day', 'health-broken', 'over-capacity', 'too-many-objectives']) {
      assert.deepEqual(unused(rule, owned), [], rule);
    }
  });

  it('is said of the other rules', () => {
    for (const rule of ['unknown-reference', 'unaligned-objective', 'no-change', 'missing-baseline', 'many-owners', 'vague-wording']) {
      assert.deepEqual(unused(rule, owned), ['1: unused-suppression'], rule);
    }
  });

  it('is not said of what has a syntax error, nor of a rule that an unread file keeps silent', () => {
    assert.deepEqual(unused('unmeasured-key-result', `objective trials "Trials" { owner maya supports win\n  period 1,200\n}`), []);
    assert.deepEqual(unused('unknown-reference', owned, { unreadable: ['c.strategy'] }), []);
    assert.deepEqual(unused('many-owners', owned, { unreadable: ['c.strategy'] }), ['1: unused-suppression']);
  });

  it('cannot be silenced itself', () => {
    assert.deepEqual(told(`// throughline-ignore-file unused-suppression, suppression-without-reason: we know\n// throughline-ignore many-owners\n${owned}\n`).length, 3);
  });
});

describe('the fix of an unused suppression', () => {
  const fixed = (comment: string, rest: string, title: string): string => {
    const sources = { 'a.strategy': COMPANY, 'b.strategy': comment + rest };
    const fixes = check(sources).diagnostics.filter(({ code }) => code === 'unused-suppression').flatMap((found) => found.fixes);
    return applyFix(sources, fixes.find((fix) => fix.title === title) ?? assert.fail(title))['b.strategy'] ?? '';
  };
  const objective = `objective trials "Trials" { ${BODY}\n`;

  it('takes one of several rules out, with a comma', () => {
    assert.equal(fixed('// throughline-ignore many-owners, missing-owner: April\n', objective, "Remove 'many-owners'"), `// throughline-ignore missing-owner: April\n${objective}`);
    assert.equal(fixed('// throughline-ignore missing-owner, many-owners: April\n', objective, "Remove 'many-owners'"), `// throughline-ignore missing-owner: April\n${objective}`);
  });

  it('takes the whole comment out where it names nothing else, with its line where it stands alone', () => {
    assert.equal(fixed('  // throughline-ignore many-owners: April\r\n', objective, 'Remove the suppression'), objective);
    assert.equal(fixed('', `team crew "Crew" // throughline-ignore many-owners: April\n${objective}`, 'Remove the suppression'), `team crew "Crew"\n${objective}`);
  });
});
