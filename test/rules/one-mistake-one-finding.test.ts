/** "One mistake, one finding" (language.md section 6), sentence by sentence. */

import assert from 'node:assert/strict';
import { findings, type CheckOptions, type Sources } from './checking.ts';

const COMPANY = `metric arr "Revenue" { unit $ better up }
metric signups "Signups" { unit % better up drives arr }
person maya "Maya"
goal win "Win" { kind business owner maya period 2026 metric arr }
`;

/** The errors and warnings of the last file, whose text is given; rules on words stay out of it. */
function told(text: string, options: CheckOptions & { readonly all?: boolean } = {}): string[] {
  return findings({ 'a.strategy': COMPANY, 'b.strategy': text }, options)
    .filter((finding) => finding.startsWith('b.strategy:'))
    .map((finding) => finding.replace('b.strategy:', ''));
}

const aligned = `objective serve "Serve" { supports win owner maya period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n`;

describe('one mistake, one finding', () => {
  it('a declaration with a syntax error gets no finding for something that is missing from it', () => {
    assert.deepEqual(told(`${aligned}objective broken "Broken" {
  period 1,200
}
metric users "Users" { better up unit }
`), ['3: syntax', '5: syntax']);
  });

  it('a declaration without its name gets its syntax error and nothing else', () => {
    assert.deepEqual(told(`${aligned}goal "More"
objective {
  supports win
}
`), ['2: syntax', '3: syntax']);
  });

  it('nor does the objective in which a key result with a syntax error stands', () => {
    assert.deepEqual(told(`${aligned}objective broken "Broken" {
  kr "A" from 1,200 to 2_400
}
`), ['3: syntax']);
  });

  it('what supports a declaration with a syntax error is not unaligned because of it', () => {
    assert.deepEqual(told(`${aligned}objective broken "Broken" {
  supprts win
}
objective above "Above" { supports broken owner maya period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }
`), ['3: syntax']);
  });

  it('an objective that supports an unknown name is not also unaligned', () => {
    assert.deepEqual(told(`${aligned}objective lost "Lost" { supports wni owner maya period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n`),
      ['2: unknown-reference']);
  });

  it('nor is one that supports something of the wrong kind', () => {
    assert.deepEqual(told(`${aligned}objective lost "Lost" { supports maya owner maya period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n`),
      ['2: wrong-kind']);
  });

  it('an objective with a period that is none has one', () => {
    assert.deepEqual(told(`objective serve "Serve" { supports win owner maya period 2026-Q7 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n`), ['1: invalid-period']);
    assert.deepEqual(told(`objective serve "Serve" { supports win owner maya period no-period kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n`), ['1: unknown-reference']);
  });

  it('an objective whose owner means nothing has one', () => {
    assert.deepEqual(told(`objective serve "Serve" { supports win owner myaa period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n`), ['1: unknown-reference']);
  });

  it('of invalid-value, unit-mismatch, placeholder-target and ambiguous-change a measure gets the first that holds', () => {
    const measure = (text: string): string[] => told(`objective serve "Serve" { supports win owner maya period 2026-Q1\n  kr "A" ${text}\n  kr "B" from 1 to 2\n}\n`);
    assert.deepEqual(measure('between 8% and 3 days'), ['2: unit-mismatch']);
    assert.deepEqual(measure('between 8% and 3% now 4 days'), ['2: invalid-value']);
    assert.deepEqual(measure('from ? to 3 days now 4%'), ['2: unit-mismatch']);
    assert.deepEqual(measure('from ? up 10% now 3 days'), ['2: placeholder-target']);
    assert.deepEqual(measure('from 10% up ?'), ['2: placeholder-target']);
    assert.deepEqual(measure('from 10% up 0%'), ['2: ambiguous-change']);
  });

  it('and then no other finding: neither no-change nor against-better nor a conflict', () => {
    assert.deepEqual(told(`objective serve "Serve" { supports win owner maya period 2026-Q1
  kr "A" { metric signups from 20% to 3 days }
  kr "B" from 1 to 2
}
objective other "Other" { supports win owner maya period 2026-Q1
  kr "A" { metric signups from 10% to 30% }
  kr "B" from 1 to 2
}
`), ['2: unit-mismatch']);
  });

  it('its check-ins are told apart: each that does not fit is a mistake of its own', () => {
    assert.deepEqual(told(`objective serve "Serve" { supports win owner maya period 2026-Q1
  kr "A" {
    from 10% to 30%
    checkin 2026-02-01 3 days
    checkin 2026-02-15 4 customers
  }
  kr "B" from 1 to 2
}
`), ['4: unit-mismatch', '5: unit-mismatch']);
  });

  it('a reference to a doubled name is never of the wrong kind', () => {
    const sources: Sources = {
      'a.strategy': COMPANY,
      'b.strategy': 'team twin "Twin"\n',
      'c.strategy': `goal twin "Twin" { kind growth owner maya period 2026 metric arr }
objective serve "Serve" { supports win, twin owner twin period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }
`,
    };
    assert.deepEqual(findings(sources).filter((finding) => finding.startsWith('c.')), ['c.strategy:1: duplicate-name']);
  });

  it('goals on a circle are not also unsupported', () => {
    assert.deepEqual(told(`${aligned}goal one "One" { kind growth owner maya period 2026 metric arr supports two }
goal two "Two" { kind growth owner maya period 2026 metric arr supports one }
`), ['2: alignment-cycle']);
  });

  it('while a file could not be read, what it may declare is not missed', () => {
    const text = `team idle "Idle"
goal lonely "Lonely" { kind growth owner maya period 2026 metric arr }
objective more "More" { supports win-all owner jonas period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }
`;
    assert.deepEqual(told(`${aligned}${text}`), ['2: unused-declaration', '3: unsupported-goal', '4: unknown-reference', '4: unknown-reference']);
    assert.deepEqual(told(`${aligned}${text}`, { unreadable: ['c.strategy'] }), []);
  });

  it('no-goals is silent then, too', () => {
    const objective = 'objective serve "Serve" { owner serve-team period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\nteam serve-team "Serve team"\n';
    assert.deepEqual(findings(objective), ['1: no-goals']);
    assert.ok(!findings(objective, { unreadable: ['c.strategy'] }).some((finding) => finding.includes('no-goals')));
  });

  it('unused-declaration is silent while the strategy has a syntax error', () => {
    assert.deepEqual(told(`${aligned}team idle "Idle"\nperiod broken 2026 .. 2026-02-01\n`), ['3: syntax']);
  });

  it('a key result in conflict because of its direction is not also against better', () => {
    assert.deepEqual(told(`objective serve "Serve" { supports win owner maya period 2026-Q1
  kr "A" { metric signups from 20% to 30% }
  kr "B" from 1 to 2
}
objective other "Other" { supports win owner maya period 2026-Q1
  kr "A" { metric signups from 20% to 10% }
  kr "B" from 1 to 2
}
`), ['2: conflicting-targets', '6: conflicting-targets']);
  });

  it('unmeasured-key-result and no-change spare the key result the rules on words', () => {
    assert.deepEqual(told(`objective serve "Serve" { supports win owner maya period 2026-Q1
  kr "Launch the wizard"
  kr "Launch the portal" from 4 to 4
}
`), ['2: unmeasured-key-result', '3: no-change']);
  });

  it('what the unknown thing might have named is not spared', () => {
    assert.deepEqual(told(`${aligned}goal lonely "Lonely" { kind growth owner maya period 2026 metric arr }
objective lost "Lost" { supports lonley owner maya period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }
`), ['2: unsupported-goal', '3: unknown-reference']);
  });

  it('no-goals stands in place of a finding on every objective, once', () => {
    const objective = (name: string, supports: string): string => `objective ${name} "${name}" { ${supports} owner team-a period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n`;
    assert.deepEqual(findings(`team team-a "A"\n${objective('one', '')}${objective('two', '')}${objective('three', 'supports two')}`), ['2: no-goals']);
  });

  it('no-goals counts a goal that is dropped or broken as declared', () => {
    const objective = 'objective one "One" { owner team-a period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\nteam team-a "A"\n';
    assert.deepEqual(findings(`${objective}goal old "Old" { status dropped }\n`), ['1: unaligned-objective']);
    assert.deepEqual(findings(`${objective}goal old "Old" { zork }\n`).filter((finding) => !finding.includes('syntax')), ['1: unaligned-objective', '3: unsupported-goal']);
  });

  it('mending the objective at the end of a chain mends the chain: only that one is an error', () => {
    const objective = (name: string, supports: string): string => `objective ${name} "${name}" { ${supports} owner maya period 2026-Q1 kr k "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n`;
    assert.deepEqual(told(`${aligned}${objective('one', '')}${objective('two', 'supports one.k')}${objective('three', 'supports two')}`),
      ['2: unaligned-objective', '3: unaligned-support', '4: unaligned-support']);
  });

  it('a second measure takes what stands on its tail with it', () => {
    assert.deepEqual(told(`objective serve "Serve" { supports win owner maya period 2026-Q1
  kr "A" {
    from 10 to 30 now 12
    to 40 now 14
    now 15
  }
  kr "B" from 1 to 2
}
`), ['4: duplicate-property', '5: duplicate-property']);
  });
});

describe('a name that a syntax error hides', () => {
  const uses = `objective site "Site" { supports win owner crew period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }\n`;

  it('is not unknown where its declaration has no word, or one that is none', () => {
    assert.deepEqual(told(`crew "The crew"\n${uses}`), ['1: syntax']);
    assert.deepEqual(told(`te crew "The crew"\n${uses}`), ['1: syntax']);
  });

  it('is not unknown where a declaration of its kind has no name', () => {
    assert.deepEqual(told(`team "The crew"\n${uses}`), ['1: syntax']);
  });

  it('is unknown where more names mean nothing than declarations lack one', () => {
    assert.deepEqual(told(`team "The crew"\nteam b in other\n${uses}`), ['1: syntax', '2: unknown-reference', '3: unknown-reference']);
  });

  it('is unknown where what lacks a name is of another kind', () => {
    assert.deepEqual(told(`metric "Visits"\n${uses}`), ['1: syntax', '2: unknown-reference']);
  });

  it('is not of the wrong kind either', () => {
    assert.deepEqual(told(`objective site "Site" {
  supports win
  owner maya
  period 2026-Q1
  signups "Trials" from 10 to 20
  kr "Buyers" from 1 to 2
  initiative page "Page" { advances signups }
}
`), ['5: syntax']);
  });

  it('does not stand after a comma that is missing', () => {
    assert.deepEqual(told(`objective site "Site" {
  supports win
  owner maya
  2026-Q1
  kr "Trials" from 10 to 20
  kr "Buyers" from 1 to 2
  with maya
    FY26
}
`), ['4: syntax', '7: syntax']);
  });

  it('may stand where a file is not read any more', () => {
    const large = `team a "A"\n${'// more\n'.repeat(600_000)}team crew\n`;
    assert.deepEqual(findings({ 'a.strategy': COMPANY, 'b.strategy': large, 'c.strategy': uses }), ['b.strategy:524288: syntax']);
  });
});

describe('what a syntax error hides', () => {
  const kr = (body: string): string => `objective serve "Serve" { supports win owner maya period 2026-Q1 type committed kr "Buyers" done
  kr "Trials" {
    ${body}
  }
}
`;

  it('may be the latest confidence', () => {
    assert.deepEqual(told(kr(`from 10 to 20
    confidence 1/10
    checkin 2026-02-28 12 confidence high`)), ['5: syntax']);
  });

  it('may be what a metric drives', () => {
    assert.deepEqual(told(`metric visits "Visits" {
  unit visits
  arr
}
${kr('metric visits from 10 to 20')}`), ['3: syntax']);
  });

  it('may be where a measure starts', () => {
    assert.deepEqual(told(kr('target 20%'), { all: true }), ['3: syntax']);
  });
});
