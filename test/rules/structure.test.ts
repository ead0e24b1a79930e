/** The structure group, beyond the examples of its rules. */

import assert from 'node:assert/strict';
import { check, marked, ONLY_FILE, unmarked, type Sources } from './checking.ts';

const COMPANY = `metric arr "Revenue" { unit $ better up }
person maya "Maya"
goal win "Win" { kind business owner maya period 2026 metric arr }
objective serve "Serve" { supports win owner maya period 2026-Q1 kr "Trials" from 10 to 20 kr "Buyers" from 1 to 2 }
`;

/** The rule reports where the marks stand, and nowhere else. */
function reports(code: string, source: string): readonly string[] {
  const text = unmarked(source);
  const own = check(text).diagnostics.filter((diagnostic) => diagnostic.code === code);
  assert.equal(marked(ONLY_FILE, text, own), source, own.map(({ message }) => message).join('\n'));
  return own.map(({ message }) => message);
}

function inKeyResult(text: string): string {
  return `${COMPANY}objective a "A" { supports win owner maya period 2026-Q1\n  kr "One" {\n    ${text}\n  }\n  kr "Two" from 1 to 2\n}\n`;
}

describe('duplicate-name', () => {
  it('names the first by title and id, and its file where that is another one', () => {
    const sources: Sources = { 'a.strategy': COMPANY, 'b.strategy': 'team maya "Team Maya"\nperiod maya 2026-01-01 .. 2026-02-01\n' };
    const found = check(sources).diagnostics.filter(({ code }) => code === 'duplicate-name');
    assert.deepEqual(found.map(({ file, range, related }) => [file, range.start.line, related.map((other) => [other.file, other.range.start])]), [
      ['b.strategy', 0, [['a.strategy', { line: 1, character: 7 }]]],
      ['b.strategy', 1, [['a.strategy', { line: 1, character: 7 }]]],
    ]);
    assert.match(found[0]?.message ?? '', /Team 'Team Maya' \(maya\).*person 'Maya' \(maya\).*a\.strategy/);
  });

  it('is said of a second strategy, on its title', () => {
    reports('duplicate-name', `strategy "One" { vision "Grow" }\n${COMPANY}strategy «"Two"»\n`);
  });

  it('compares names after NFC, and case matters', () => {
    reports('duplicate-name', `${COMPANY}team zo\u00eb "Zoë"\nteam «zoe\u0308» "Zoë"\nteam Zo\u00eb "Other"\n`);
  });

  it('looks into later declarations of an objective, too', () => {
    reports('duplicate-name', `${COMPANY}objective «serve» "Again" {\n  kr k "One" done\n  kr «k» "Two" done\n}\n`);
  });
});

describe('duplicate-property', () => {
  it('is said of every property that may stand once', () => {
    reports('duplicate-property', `strategy "Acme" { vision "A" «vision» "B" mission "C" link "https://a.example" link "https://b.example" }
person maya "Maya" { role "CEO" «role» "CTO" }
metric arr "Revenue" { unit $ «unit» € better up now $1 checkin 2026-01-01 $1 checkin 2026-02-01 $2 «now» $2 }
goal win "Win" { kind business owner maya «owner» maya metric arr metric arr evidence data "A" evidence data "B" }
`);
  });

  it('is said of a second measure wherever it stands, and of a second now and by', () => {
    reports('duplicate-property', inKeyResult('from 1 to 2\n    «to» 4'));
    reports('duplicate-property', inKeyResult('metric arr from $1 to $2\n    «up» 25%'));
    reports('duplicate-property', inKeyResult('from 1 to 2 now 1\n    «now» 2'));
    reports('duplicate-property', inKeyResult('done by 2026-02-01\n    «by» 2026-03-01'));
    reports('duplicate-property', inKeyResult('metric arr from $1 to $2\n    «metric» arr from $3 to $4 now $5'));
  });

  it('says it shortly where both say the same', () => {
    const [message] = reports('duplicate-property', `${COMPANY}objective a "A" { supports win owner maya\n  period 2026-Q1\n  «period» 2026-Q1\n}\n`);
    assert.match(message ?? '', /says `period 2026-Q1` twice\. Remove one of them\./);
  });
});

describe('unknown-reference', () => {
  it('suggests neither the thing that speaks nor what stands in it', () => {
    const [message] = reports('unknown-reference', `${COMPANY}objective site "Site" { supports «sites» owner maya period 2026-Q1 kr k "K" from 1 to 2 }\n`);
    assert.doesNotMatch(message ?? '', /Did you mean/);
  });

  it('asks which year a quarter belongs to', () => {
    const [message] = reports('unknown-reference', `${COMPANY}goal g "G" { kind growth owner maya metric nps period «Q1» }\nmetric nps "NPS" { unit points }\n`);
    assert.match(message ?? '', /Write the year too, such as `2026-Q1`, or declare it: `period Q1 2026-02-01 \.\. 2026-04-30`\./);
  });

  it('stands on each reference, of whatever property', () => {
    reports('unknown-reference', `${COMPANY}period q 2026-01-01 .. 2026-01-31 in «year»
team a "A" in «crew» { lead «boss» }
metric m "M" { unit % drives «n», arr owner «nobody» }
objective b "B" { supports «lose» 20%, win owner «jonas», maya with «crew» period «q9» needs «b.k9»
  kr k "K" { metric «mm» from 1 to 2 by «q8» needs «serve.none» }
  initiative i "I" { advances «k8», k }
}
goal g "G" { kind growth owner maya sponsor «ceo» metric «nps» metric arr by «q7» supports «win2» }
`);
  });

  it('suggests the nearest names of the right kind, in the objective first, and a fix for each', () => {
    const { diagnostics } = check(`${COMPANY}team deploys "Deploys"\nobjective a "A" { supports win owner maya period 2026-Q1
  kr deploy "Deploys" from 1 to 2
  initiative i "I" { advances deploys2 }
}
`);
    const [found] = diagnostics.filter(({ code }) => code === 'unknown-reference');
    assert.match(found?.message ?? '', /Initiative 'I' \(a\.i\) says `advances deploys2`.*Did you mean 'deploy'\?/);
    assert.deepEqual(found?.fixes.map(({ title }) => title), ["Replace with 'deploy'"]);
  });

  it('says what to do where nothing is near', () => {
    const { diagnostics } = check(`${COMPANY}objective a "A" { supports quarterly-business-review }\n`);
    assert.match(diagnostics.find(({ code }) => code === 'unknown-reference')?.message ?? '', /Declare it, or name a goal, an objective or a key result that exists\./);
  });

  it('in `supports` does not look inside the objective itself', () => {
    reports('unknown-reference', `${COMPANY}objective a "A" { supports «k», win owner maya\n  kr k "K" from 1 to 2\n}\n`);
  });
});

describe('wrong-kind', () => {
  it('names what bears the name, the enclosing objective\'s first', () => {
    const [message] = reports('wrong-kind', `${COMPANY}objective a "A" { supports win owner maya\n  kr maya2 "Inner" from 1 to 2 { owner «maya2» }\n}\nmetric maya2 "Outer" { unit % }\n`);
    assert.match(message ?? '', /'Inner' \(a\.maya2\) is a key result\. Name a person or a team after `owner`/);
  });
});

describe('missing-property', () => {
  it('is said of a metric without a unit, and of no broken one', () => {
    reports('missing-property', `${COMPANY}metric «a»\nmetric b "B" { unit }\nmetric c "C" { unit % }\n`);
  });
});

describe('invalid-period', () => {
  it('is said wherever a date stands', () => {
    reports('invalid-period', `${COMPANY}period q «2026-02-29» .. 2026-03-31
period r 2026-01-01 .. «2026-13-01» in «2026-Q5»
goal g "G" { kind growth owner maya metric arr evidence data «2026-04-31» "A" status paused «2026-00-10» "B" period «2026-H3» }
objective a "A" { supports win owner maya period 2026-01-01 .. «2026-1-31»
  kr "K" from 1 to 2 by «2026-99» { checkin «2025-02-29» 1 }
  kr "L" done by «2026-06-31»
}
`);
  });

  it('is said of a range that runs backwards, on the range, and of its dates alone where one is none', () => {
    reports('invalid-period', `${COMPANY}period q «2026-03-31 .. 2026-01-01»\nobjective a "A" { supports win owner maya period «2026-03-31 .. 2026-03-30» }\ninitiative i "I" { period 2026-03-31 .. «2026-02-30» }\n`);
  });

  it('accepts a range of one day', () => {
    reports('invalid-period', `${COMPANY}initiative i "I" { period 2026-03-31 .. 2026-03-31 }\n`);
  });

  it('is said of a period that does not lie within the one it is in, a calendar one too', () => {
    reports('invalid-period', `${COMPANY}period y 2026-02-01 .. 2027-01-31
period a 2026-02-01 .. 2027-01-31 in y
period b 2026-01-31 .. 2026-04-30 in «y»
period c 2026-11-01 .. 2027-02-01 in «y»
period d 2026-12-01 .. 2027-01-01 in «2026»
`);
  });

  it('is not said of periods on a circle, or in what is none', () => {
    reports('invalid-period', `${COMPANY}period a 2026-01-01 .. 2026-01-31 in b\nperiod b 2026-02-01 .. 2026-02-28 in a\nperiod c 2026-02-01 .. 2026-02-28 in nothing\n`);
  });

  it('its days hold all the same', () => {
    const { strategy } = check(`${COMPANY}period y 2026-02-01 .. 2027-01-31\nperiod b 2026-01-31 .. 2026-04-30 in y\n`);
    assert.ok(strategy.periods.every(({ days }) => days !== null));
  });

  it('offers what is surely meant', () => {
    const fixes = (text: string): readonly string[] => check(`${COMPANY}${text}\n`).diagnostics.filter(({ code }) => code === 'invalid-period').flatMap((found) => found.fixes.map(({ title }) => title));
    assert.deepEqual(fixes('initiative i "I" { period 2026-1-5 .. 2026-02-01 }'), ['Write 2026-01-05']);
    assert.deepEqual(fixes('initiative i "I" { period 2026-q1 }'), ['Write 2026-Q1']);
    assert.deepEqual(fixes('initiative i "I" { period 2026-Q5 }'), []);
    assert.deepEqual(fixes('initiative i "I" { period 2027-02-01 .. 2026-01-31 }'), []);
  });
});

describe('invalid-value', () => {
  it('is said of a word outside its list', () => {
    reports('invalid-value', `metric arr "Revenue" { unit $ better «higher» }
person maya "Maya"
goal win "Win" { kind «bussiness» owner maya metric arr evidence «hearsay» "A" evidence data "B" status «open» }
objective serve "Serve" { supports win owner maya type «stretch» status «wip»
  kr "K" from 1 to 2 { status «finished» }
  initiative i "I" { status «started» }
}
`);
  });

  it('is said of a confidence that is none', () => {
    for (const [text, wrong] of [['0.7', true], ['7', true], ['11/10', true], ['-1/10', true], ['101%', true], ['-5%', true], ['7 people', true], ['10/10', false], ['0%', false], ['?', false], ['?/10', false]] as const) {
      reports('invalid-value', inKeyResult(`from 1 to 2\n    confidence ${wrong ? `«${text}»` : text}`));
      reports('invalid-value', inKeyResult(`from 1 to 2\n    checkin 2026-02-01 1 confidence ${wrong ? `«${text}»` : text}`));
    }
  });

  it('is said of a score outside its range, wherever it stands', () => {
    reports('invalid-value', inKeyResult('from 3.5/5 to «6/5»'));
    reports('invalid-value', inKeyResult('from «-1/5» to 6/5'));
    reports('invalid-value', inKeyResult('from 3/5 to 4/5 now «6/5»\n    checkin 2026-02-01 «7/5»'));
    reports('invalid-value', inKeyResult('metric arr\n    now «12/10»\n    checkin 2026-02-01 «11/10»'));
    reports('invalid-value', `${COMPANY}metric m "M" { unit /5 now «5.5/5» checkin 2026-02-01 «9/5» }\n`);
    reports('invalid-value', `${COMPANY.replace('metric arr }', 'metric arr metric m from 3/5 to «8/5» }')}metric m "M" { unit /5 drives arr }\n`);
  });

  it('is said of values that do not fit a milestone, and of done where there is none', () => {
    reports('invalid-value', inKeyResult('done now «4»'));
    reports('invalid-value', inKeyResult('done now «110%»'));
    reports('invalid-value', inKeyResult('done now 60%\n    checkin 2026-02-01 «-10%»\n    checkin 2026-02-02 not done\n    checkin 2026-02-03 «3 days»'));
    reports('invalid-value', inKeyResult('from 1 to 2 now «done»'));
    reports('invalid-value', inKeyResult('from 1 to 2\n    checkin 2026-02-01 «not done»'));
  });

  it('is said of bounds that run backwards, on the second', () => {
    reports('invalid-value', inKeyResult('between 4d and «3h»'));
    reports('invalid-value', inKeyResult('keep between 3h and 3h'));
  });

  it('is said of a weight that is no plain number from 0 up', () => {
    for (const [text, wrong] of [['-1', true], ['50%', true], ['2 points', true], ['$3', true], ['0', false], ['2.5', false]] as const) {
      reports('invalid-value', inKeyResult(`from 1 to 2\n    weight ${wrong ? `«${text}»` : text}`));
    }
  });

  it('is said of negative capacities, efforts and sizes, and of times what is not above 0', () => {
    reports('invalid-value', `${COMPANY}team a "A" { capacity «-3 weeks» }\nperson b "B" { capacity 3 weeks }\ninitiative i "I" { effort «-1d» owner a }\n`);
    reports('invalid-value', inKeyResult('from 10 up «-2»'));
    reports('invalid-value', inKeyResult('from 10 down «-20%»'));
    for (const size of ['0', '-2', '2%', '3 days']) reports('invalid-value', inKeyResult(`from 10 times «${size}»`));
  });

  it('is said of the share that takes the sum above 100%, which counts as not written', () => {
    const shares = (text: string): void => {
      reports('invalid-value', `${COMPANY}goal b "B" { kind growth owner maya metric arr }\ngoal c "C" { kind growth owner maya metric arr }\nobjective a "A" { supports ${text} owner maya }\n`);
    };
    shares('win 60%, b «50%», c 40%');
    shares('win 60%, b 40%');
    shares('win 33.4%, b 33.3%, c 33.3%');
    shares('win «-20%», b 100%');
    shares('win «120%», b 100%');
  });
});

describe('unit-mismatch', () => {
  it('stands once in a measure, on the first quantity that does not fit', () => {
    reports('unit-mismatch', inKeyResult('from 10% to «3 days» now 4 customers'));
    reports('unit-mismatch', inKeyResult('metric arr from «10%» to 3 days'));
    reports('unit-mismatch', inKeyResult('from 10 users up «3 days»'));
    reports('unit-mismatch', inKeyResult('from 10 users up «5pp»'));
    reports('unit-mismatch', inKeyResult('from 10% up 5pp'));
    reports('unit-mismatch', inKeyResult('from 1 to 10 teams now «$3»'));
  });

  it('stands on each check-in that does not fit', () => {
    reports('unit-mismatch', inKeyResult('up 25%\n    checkin 2026-02-01 4 users\n    checkin 2026-02-02 «5 days»\n    checkin 2026-02-03 6 user'));
    reports('unit-mismatch', `${COMPANY}metric m "M" { unit users per month now «4 users» checkin 2026-02-01 4 users per month checkin 2026-02-02 «4%» }\n`);
  });

  it('says of a rate that stands on one side alone to write it on both', () => {
    const [message] = reports('unit-mismatch', inKeyResult('from «20» to 60 per week'));
    assert.match(message ?? '', /Write `per week` after each of the amounts, or after none\./);
  });

  it('names the metric whose unit it is, in the message and as a related place', () => {
    const { diagnostics } = check(inKeyResult('metric arr from 10% to 20%'));
    const [found] = diagnostics.filter(({ code }) => code === 'unit-mismatch');
    assert.match(found?.message ?? '', /'Revenue' \(arr\)/);
    assert.deepEqual(found?.related.map(({ range }) => range.start), [{ line: 0, character: 7 }]);
  });
});

describe('circles', () => {
  it('are told once for each set, on its first reference, with the steps of a shortest circle', () => {
    const source = `metric a "A" { unit % drives b }
metric b "B" { unit % drives c, d }
metric c "C" { unit % drives a }
metric d "D" { unit % drives c }
metric e "E" { unit % drives e }
metric f "F" { unit % drives a }
`;
    const found = check(source).diagnostics.filter(({ code }) => code === 'driver-cycle');
    assert.deepEqual(found.map(({ range, related }) => [range.start.line, related.map((step) => step.range.start.line)]), [[0, [0, 1, 2]], [4, [4]]]);
    assert.match(found[0]?.message ?? '', /Metric 'A' \(a\) drives itself by way of 'B' \(b\), then 'C' \(c\) \(1 more thing is caught in it by other ways\)/);
    assert.match(found[1]?.message ?? '', /drives itself\. /);
  });

  it('of supports pass through key results, which stand for their objectives', () => {
    reports('alignment-cycle', `${COMPANY}objective a "A" { supports «b.k» owner maya kr k "K" from 1 to 2 }
objective b "B" { supports a owner maya kr k "K" from 1 to 2 }
objective c "C" { supports «c.k» owner maya kr k "K" from 1 to 2 }
`);
  });

  it('of needs do not: a key result is itself', () => {
    reports('dependency-cycle', `${COMPANY}objective a "A" { supports win owner maya needs b.k kr k "K" from 1 to 2 }
objective b "B" { supports win owner maya kr k "K" from 1 to 2 { needs a } kr l "L" from 1 to 2 { needs «m» } kr m "M" from 1 to 2 { needs l } }
`.replace('needs b.k', 'needs «b.k»'));
  });

  it('of in are told of teams and of periods', () => {
    reports('containment-cycle', `${COMPANY}team a in «b»\nteam b in a\nperiod x 2026-01-01 .. 2026-01-31 in «y»\nperiod y 2026-01-01 .. 2026-01-31 in x\n`);
  });
});
