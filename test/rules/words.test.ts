/** What all rules on words spare, and what each passes over (language.md section 6). */

import assert from 'node:assert/strict';
import { findings } from './checking.ts';

const only = ['activity-key-result', 'output-key-result', 'vague-wording'];

function kr(header: string, status = ''): string {
  return `objective a "A" { period 2026-Q1 ${status}\nkr ${header} }`;
}

describe('rules on words', () => {
  it('spare a key result without a measure or without a change', () => {
    for (const header of ['"Help teams"', '"Launch 3 features" from 3 to 3', '"Ship" up 0', '"Help teams" times 1', '"Improve onboarding"']) {
      assert.deepEqual(findings(kr(header), { only }), [], header);
    }
  });

  it('read on where something else is wrong with the measure', () => {
    assert.deepEqual(findings(kr('"Help teams" from ? to 5'), { only }), ['2: activity-key-result']);
    assert.deepEqual(findings(kr('"Launch features" from $1 to 5%'), { only }), ['2: output-key-result']);
  });

  it('an activity may be any measure but a health measure', () => {
    for (const measure of ['from 1 to 5', 'at least 5', 'done', 'up 5']) assert.deepEqual(findings(kr(`"Attend fairs" ${measure}`), { only }), ['2: activity-key-result'], measure);
    assert.deepEqual(findings(kr('"Attend fairs" keep at least 5'), { only }), []);
  });

  it('output is counted by a change or a threshold', () => {
    for (const measure of ['from 1 to 5', 'to 5', 'at most 5', 'between 1 and 5', 'times 2']) {
      assert.deepEqual(findings(kr(`"Publish posts" ${measure}`), { only }), ['2: output-key-result'], measure);
    }
    for (const measure of ['done', 'keep at least 5']) assert.deepEqual(findings(kr(`"Publish posts" ${measure}`), { only }), [], measure);
  });

  it('vague is a milestone alone', () => {
    assert.deepEqual(findings(kr('"A seamless checkout" done'), { only }), ['2: vague-wording']);
    assert.deepEqual(findings(kr('"A seamless checkout" from 1% to 5%'), { only }), []);
  });

  it('read what is paused, and not what is a draft or closed', () => {
    assert.deepEqual(findings(kr('"Attend fairs" done', 'status paused'), { only }), ['2: activity-key-result']);
    for (const status of ['draft', 'done', 'dropped']) assert.deepEqual(findings(kr('"Attend fairs" done', `status ${status}`), { only }), [], status);
  });

  it('an empty list of words turns a rule silent', () => {
    assert.deepEqual(findings(kr('"Attend fairs" done'), { only, settings: { rules: { 'activity-key-result': ['hint', { words: [] }] } } }), []);
  });
});

describe('vanity-metric', () => {
  const vanity = ['vanity-metric'];

  it('spares a metric that drives something, known or not', () => {
    assert.deepEqual(findings('metric m "Page views" { unit views }', { only: vanity }), ['1: vanity-metric']);
    assert.deepEqual(findings('metric m "Page views" { unit views drives n }\nmetric n "N" { unit x }', { only: vanity }), []);
    assert.deepEqual(findings('metric m "Page views" { unit views drives lost }', { only: vanity }), []);
    assert.deepEqual(findings('metric m "Page views" { unit views drives }', { only: vanity }), []);
  });

  it('spares a later declaration of a name and a metric without a title', () => {
    assert.deepEqual(findings('metric m "M" { unit x }\nmetric m "Page views" { unit views }\nmetric likes { unit likes }', { only: vanity }), []);
  });

  it('reads whole words', () => {
    assert.deepEqual(findings('metric m "Likeliness to renew" { unit % }\nmetric n "Crash-free sessions" { unit % }\nmetric o "Cache hits" { unit % }', { only: vanity }), []);
  });
});

describe('metric-in-objective', () => {
  it('finds percentages and money as people write them, and no other number', () => {
    const found = (title: string): boolean => findings(`objective a "${title}"`, { only: ['metric-in-objective'] }).length > 0;
    for (const title of ['Grow 20%', 'Grow by 20 %', 'Reach $5M', 'Reach €300k', 'Save 40k €', 'Save 4.2M USD', 'Save $1,200', 'From 10–20% to more', 'Add 5 million dollars', 'Cut costs by 12.5 percent']) {
      assert.ok(found(title), title);
    }
    for (const title of ['Help in 3 languages, 24/7', 'Double the number of customers', 'Be a top 10 employer', 'Win in 2026', 'The % that matters', 'Answer within 2h', 'Be worth every $']) {
      assert.ok(!found(title), title);
    }
  });
});

describe('rules on evidence', () => {
  it('a kind that is none of the list may have been meant as first-hand', () => {
    const goal = (evidence: string): string[] => findings(`goal g "G" { kind customer\n${evidence} }`, { only: ['only-proxy-evidence'] });
    assert.deepEqual(goal('evidence sales "S"\nevidence survey "S"'), ['1: only-proxy-evidence']);
    assert.deepEqual(goal('evidence sales "S"\nevidence talk "T"'), []);
    assert.deepEqual(goal('evidence sales "S"\nevidence data "D"'), []);
    assert.deepEqual(goal(''), []);
  });

  it('no-evidence is off until it is turned on', () => {
    assert.deepEqual(findings('goal g "G"', { only: ['no-evidence'] }), []);
    assert.deepEqual(findings('goal g "G"\ngoal h "H" { status paused }\ngoal i "I" { status draft }', { only: ['no-evidence'], settings: { rules: { 'no-evidence': 'warning' } } }),
      ['1: no-evidence', '2: no-evidence']);
  });
});

describe('no-health-measure', () => {
  const on = { only: ['no-health-measure'], settings: { rules: { 'no-health-measure': 'hint' } } };

  it('asks for a pair where something changes', () => {
    assert.deepEqual(findings('objective a "A" { kr "K" from 1 to 5 }', on), ['1: no-health-measure']);
    for (const krs of ['kr "K" done', 'kr "K"', 'kr "K" from 1 to 5\nkr "L" keep at most 2', 'kr "K" from 1 to 5 { status dropped }', '']) {
      assert.deepEqual(findings(`objective a "A" {\n${krs} }`, on), [], krs);
    }
  });
});

describe('copied-cascade', () => {
  const on = { only: ['copied-cascade'], settings: { rules: { 'copied-cascade': 'hint' } } };

  it('compares words, not their case or punctuation', () => {
    assert.deepEqual(findings('goal g "Win the mid-market"\nobjective a "Win  the MID market!" { supports g }', on), ['2: copied-cascade']);
    assert.deepEqual(findings('goal g "Win the mid-market"\nobjective a "Win the mid-market in Spain" { supports g }', on), []);
    assert.deepEqual(findings('goal g "!"\nobjective a "?" { supports g }', on), []);
  });
});
