import assert from 'node:assert/strict';
import { formatEdits, formatTree } from '../../../grammar/format.ts';
import { parseFile } from '../../../grammar/parse.ts';

/** Formats the source and compares it with what it should become, which formatting then leaves alone. */
function formats(source: string, expected: string): void {
  const formatted = formatTree(parseFile(source));
  assert.equal(formatted, expected);
  assert.equal(formatTree(parseFile(expected)), expected, 'formatting a second time changes nothing');
}

function stays(source: string): void {
  formats(source, source);
}

const EXAMPLE = `/// The board approved this on 2026-01-20.
strategy "Acme Cloud" {
  vision "Every mid-sized company ships software daily."
}

period FY26    2026-02-01 .. 2027-01-31
period FY26-Q1 2026-02-01 .. 2026-04-30 in FY26

team product "Product"
team growth  "Growth" in product
person maya  "Maya Okafor" in growth
person jonas "Jonas Weber" in product

metric arr "Annual recurring revenue" {
  unit   $
  better up
}
metric activation "Trial teams that deploy in week one" {
  unit   %
  better up
  drives arr
}

goal win-midmarket "Win the mid-market" {
  kind     business
  owner    maya
  period   FY26
  metric   arr from $4.2M to $9M
  evidence interview 2026-01-12 "14 CTOs: procurement blocks them before they see value"
}

objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner    growth
  period   FY26-Q1
  type     committed

  kr activation "More trial teams deploy in week one" {
    metric     activation from 18% to 35%
    owner      maya
    confidence 6/10
    checkin    2026-02-28 22% confidence 8/10 "Guided setup is live for 30% of traffic"
  }
  kr first-deploy "Time to first deploy falls" from 3d to 4h now 2d
  kr error-rate   "Onboarding stays reliable" keep at most 0.5% now 0.4%
  kr soc2         "SOC 2 Type II report issued" done by 2026-04-15

  initiative wizard "Guided setup wizard" {
    advances activation, first-deploy
    owner    growth
    status   active
    period   2026-02-01 .. 2026-03-15
  }
}
`;

describe('formatting', () => {
  it('leaves the example of the language as it is', () => stays(EXAMPLE));

  it('brings that example back from a text without any layout', () => {
    formats(EXAMPLE.replaceAll(/^ +/gm, '').replaceAll(/ {2,}/g, '\t'), EXAMPLE);
  });

  it('gives nothing for a text with a syntax error', () => {
    assert.equal(formatTree(parseFile('goal "no name" {')), null);
  });

  it('formats a text with a date that is none, which is no syntax error', () => {
    formats('period  p 2026-02-30 .. 2026-03-01', 'period p 2026-02-30 .. 2026-03-01\n');
  });
});

describe('the lines of a body', () => {
  it('stand one fact each, though they were written in one', () => formats(
    'metric m "M" { unit $ better up }',
    'metric m "M" {\n  unit   $\n  better up\n}\n',
  ));

  it('are none where nothing is in it', () => formats('metric m "M" {\n\n}\n', 'metric m "M" {}\n'));

  it('keep their order and their blank lines, of which several become one', () => formats(
    'goal g "G" {\n\n\n  owner a\n\n\n\n  kind business\n  period 2026\n\n}\n',
    'goal g "G" {\n\n  owner  a\n\n  kind   business\n  period 2026\n\n}\n',
  ));

  it('take in what was written over several lines, but for lists broken after a comma', () => formats(
    'goal g\n"G"\n{\n  owner\n  a\n  supports b,\n c, d,\n\n e\n  evidence\ninterview "x"\n}',
    'goal g "G" {\n  owner    a\n  supports b,\n           c, d,\n\n           e\n  evidence interview "x"\n}\n',
  ));

  it('break apart declarations on one line', () => formats(
    'team a "A" team b "B"\nobjective o "O" { kr "K" done kr x "X" done }',
    'team a "A"\nteam b "B"\n\nobjective o "O" {\n  kr "K" done\n  kr x "X" done\n}\n',
  ));

  it('never make a word continue the fact before it', () => formats(
    'objective o "O" {\n  kr "K" {\n    to 5\n    checkin 2026-01-01 3\n    confidence 6/10\n  }\n  kr "L" from 1\n  to 2\n}\n',
    'objective o "O" {\n  kr "K" {\n    to         5\n    checkin    2026-01-01 3\n    confidence 6/10\n  }\n  kr "L" from 1 to 2\n}\n',
  ));
});

describe('columns', () => {
  it('hold the values of one body, the krs in it aside', () => formats(
    'objective o "O" {\n  owner a\n  kr "K" { weight 2\n owner b\n}\n  supports g\n}',
    'objective o "O" {\n  owner    a\n  kr "K" {\n    weight 2\n    owner  b\n  }\n  supports g\n}\n',
  ));

  it('hold what follows the first words of a measure on its own line', () => formats(
    'objective o "O" {\nkr "A" {\nat least 3\nowner a\n}\nkr "B" {\nkeep at most 3%\nconfidence 50%\n}\nkr "C" {\ndone by 2026-03\nconfidence 50%\n}\n}',
    'objective o "O" {\n  kr "A" {\n    at least 3\n    owner    a\n  }\n  kr "B" {\n    keep       at most 3%\n    confidence 50%\n  }\n  kr "C" {\n    done by 2026-03\n    confidence 50%\n  }\n}\n',
  ));

  it('hold the parts of neighbouring declarations of one kind on one line', () => formats(
    'person a "Ann Lee" in core\nperson bob\nperson carla "C" in core\nperson dan in core\nteam t "T" in x\n\nperson eve-lynn "E"\n',
    'person a     "Ann Lee" in core\nperson bob\nperson carla "C"       in core\nperson dan   in core\nteam t "T" in x\n\nperson eve-lynn "E"\n',
  ));

  it('of krs end with their titles, and comments between them break none', () => formats(
    'objective o "O" {\n  kr a "First" done\n  // why\n  kr "No name" done\n  kr long "Second one" to 5\n}\n',
    'objective o "O" {\n  kr a    "First" done\n  // why\n  kr "No name" done\n  kr long "Second one" to 5\n}\n',
  ));

  it('are counted as an editor shows characters', () => formats(
    'team 営業 "Sales"\nteam zoe\u0308 "Z"\nteam core "C"\n',
    'team 営業 "Sales"\nteam zoe\u0308  "Z"\nteam core "C"\n',
  ));

  it('hold the comments at the ends of neighbouring lines', () => formats(
    'goal g "G" { // head\n  owner a // one\n  kind business   // two\n  period 2026\n  link "x" // three\n}\n',
    'goal g "G" { // head\n  owner  a        // one\n  kind   business // two\n  period 2026\n  link   "x" // three\n}\n',
  ));

  it('of comments leave out lines that are very long', () => formats(
    `goal g "G" {\n  owner a // one\n  link "${'x'.repeat(80)}" // two\n  kind business // three\n}\n`,
    `goal g "G" {\n  owner a // one\n  link  "${'x'.repeat(80)}" // two\n  kind  business // three\n}\n`,
  ));
});

describe('blank lines between top-level declarations', () => {
  it('are added where either has a body, above the comments of the next', () => formats(
    'team a "A"\ngoal g "G" {\n  owner a\n} // end\n// about h\n/// Documentation.\ngoal h "H"\ngoal i "I"\n',
    'team a "A"\n\ngoal g "G" {\n  owner a\n} // end\n\n// about h\n/// Documentation.\ngoal h "H"\ngoal i "I"\n',
  ));

  it('are not added where one stands among the comments', () => stays(
    'goal g "G" {\n  owner a\n}\n// about g\n\ngoal h "H"\n',
  ));

  it('are not added between metrics', () => stays('metric a "A" {\n  unit %\n}\nmetric b "B" {\n  unit %\n}\n'));

  it('do not stand at the beginning or end of a file', () => formats('\n\n  team a "A"\n\n\n', 'team a "A"\n'));
});

describe('comments', () => {
  it('stay where they stand', () => stays(`// first

/// documentation
goal g "G" { // after the brace
  // alone
  owner a, // between
        // below
        b // after
  supports // before the value
    c
  // at the end
}
// after all
`));

  it('stay within a measure and before a brace, and swallow nothing', () => formats(
    'objective o "O" {\n  kr k // name\n "K" from 1 // start\n to 2 // end\n {\n owner a }\n}',
    'objective o "O" {\n  kr k // name\n    "K" from 1 // start\n    to 2 // end\n  {\n    owner a\n  }\n}\n',
  ));

  it('alone make a file', () => formats('  // nothing yet', '// nothing yet\n'));

  it('at the end of a line that is broken up stay at its end', () => formats(
    'metric m "M" { unit $ better up } // all\n',
    'metric m "M" {\n  unit   $\n  better up\n} // all\n',
  ));

  it('that silence findings above a line keep the line as it is', () => stays(
    '// throughline-ignore unknown-reference: soon\nmetric m "M" { unit $ drives x }\n',
  ));

  it('that silence findings on a line keep it as it is', () => {
    stays('metric m "M" { unit $ drives x } // throughline-ignore unknown-reference: soon\n');
    stays('goal g "G" { owner x // throughline-ignore unknown-reference: soon\n  kind business\n}\n');
  });

  it('that silence findings on a line take no other line into it', () => stays(
    'goal g "G" {\n  // throughline-ignore unknown-reference: soon\n  owner\n    a\n}\n',
  ));
});

describe('text', () => {
  it('keeps its spelling', () => stays('goal g "a \\" // b  {  c \\n"\n'));

  it('in three quotes moves as a block', () => formats(
    'strategy "S" {\nvision """\nOne\n\n  two\n"""\n}\n',
    'strategy "S" {\n  vision """\n    One\n\n      two\n    """\n}\n',
  ));

  it('in three quotes moves with what stands after the first quotes', () => formats(
    'strategy "S" {\nvision """One\n       two"""\n}\n',
    'strategy "S" {\n  vision """One\n    two"""\n}\n',
  ));

  it('in three quotes keeps tabs and spaces that belong to it', () => formats(
    'strategy "S" {\n\tvision """\n\t\tOne\n\t\t\ttwo  \n\t\t"""\n}\n',
    'strategy "S" {\n  vision """\n    One\n    \ttwo  \n    """\n}\n',
  ));

  it('gets one space on either side', () => formats(
    'team   a"A"in b\nobjective o"O"{supports a,b 50% ,c}\nperiod p 2026-01-01..2026-02-01\n',
    'team a "A" in b\n\nobjective o "O" {\n  supports a, b 50%, c\n}\n\nperiod p 2026-01-01 .. 2026-02-01\n',
  ));
});

describe('numbers', () => {
  it('keep their spelling, with one space where there were several', () => formats(
    'objective o "O" {\n  kr "K" from 5  % to ?%\n  kr "L" from 300k   € to €1M\n  kr "M" from $?  per   seat to 1_000.50 users   per month\n  kr "N" from 4.5/5 times 1.5x\n  kr "P" from -5 up +3pp\n}\n',
    'objective o "O" {\n  kr "K" from 5 % to ?%\n  kr "L" from 300k € to €1M\n  kr "M" from $? per seat to 1_000.50 users per month\n  kr "N" from 4.5/5 times 1.5x\n  kr "P" from -5 up +3pp\n}\n',
  ));

  it('of units too', () => formats(
    'metric m "M" { unit  demos   per month }\nmetric n "N" { unit /5 }\nmetric o "O" { unit €per seat }\n',
    'metric m "M" {\n  unit demos per month\n}\nmetric n "N" {\n  unit /5\n}\nmetric o "O" {\n  unit €per seat\n}\n',
  ));
});

describe('line ends', () => {
  it('stay \\r\\n where all are', () => formats('team a\r\n\r\n\r\nteam  b', 'team a\r\n\r\nteam b\r\n'));

  it('become \\n where they are mixed', () => formats('team a\r\nteam  b\rteam c\n', 'team a\nteam b\nteam c\n'));

  it('leave a byte-order mark', () => formats('\u{FEFF}team  a', '\u{FEFF}team a\n'));

  it('are none in an empty file', () => formats(' \n\n', ''));

  it('stay \\r\\n in text of three quotes', () => stays('strategy "S" {\r\n  vision """\r\n    One\r\n    two\r\n    """\r\n}\r\n'));
});

describe('formatting as edits', () => {
  const source = 'goal g "G" {\nowner   a\n}\n\n\n\nteam   b\n';

  it('touches only what changes', () => {
    assert.deepEqual(formatEdits(parseFile(source)), [
      { start: 13, end: 13, newText: '  ' },
      { start: 19, end: 21, newText: '' },
      { start: 26, end: 28, newText: '' },
      { start: 33, end: 35, newText: '' },
    ]);
  });

  it('keeps to the range asked for', () => {
    assert.deepEqual(formatEdits(parseFile(source), { start: 13, end: 22 }), [
      { start: 13, end: 13, newText: '  ' },
      { start: 19, end: 21, newText: '' },
    ]);
  });
});
