/** How titles begin: labels, verbs, and words that only look like verbs. */

import assert from 'node:assert/strict';
import { rule as activity } from '../../server/rules/activity-key-result.ts';
import { rule as output } from '../../server/rules/output-key-result.ts';
import { PhraseList } from '../../server/rules/phrases.ts';
import { openingVerb } from '../../server/rules/title-opening.ts';

const activities = new PhraseList(activity.options.words.default);
const outputs = new PhraseList(output.options.words.default);

function begins(verbs: PhraseList, titles: Readonly<Record<string, string | null>>): void {
  for (const [title, verb] of Object.entries(titles)) assert.equal(openingVerb(title, verbs), verb, title);
}

describe('openings of titles', () => {
  it('a verb with its object is found, in any case', () => {
    begins(outputs, {
      'Launch 3 features': 'launch',
      'ship mobile app to 3 markets': 'ship',
      'RELEASE THE APP': 'release',
      'Rolled out single sign-on': 'rolled out',
      'Building integrations': 'building',
      'Implement monitoring so that alerts are fewer': 'implement',
      'Launch adoption campaign': 'launch',
      'Launch': 'launch',
    });
    begins(activities, {
      'Help customers grow': 'help',
      'Consult with five teams': 'consult',
      'Analyze churn': 'analyze',
      'Run 5 experiments': 'run',
      'Identify 20 leads': 'identify',
      'Participate in three fairs': 'participate',
    });
  });

  it('labels before the title are passed over', () => {
    for (const label of ['KR-4.2 ', 'KR1: ', 'KR 3 ', 'O1-KR2: ', '2. ', '2) ', '(2) ', '1.2 ', '#3: ', '[Marketing] ', '(P0) ', 'P0: ', 'Q1 - ', 'Key result 3 - ', 'Sales: ', 'Sales & Success: ', '- ', '🚀 ', '**KR2** – ', '1. [Growth] KR1: ']) {
      assert.equal(openingVerb(`${label}Launch the app`, outputs), 'launch', label);
    }
  });

  it('a number that counts is no label', () => {
    begins(outputs, { '3 launches a year': null, '24-hour delivery': null, '1.5 releases per week': null, '99.9% build success': null });
    begins(activities, { '24/7 support in three languages': null, '12 reviews of our service': null });
  });

  it('a word that names something is no verb', () => {
    begins(outputs, {
      'Release notes are read by 40% of admins': null,
      'Release 2 is in use everywhere': null,
      'Build times below 10 minutes': null,
      'Build success rate': null,
      'Launch-day signups': null,
      'Launch: time to value': null,
      'Shipping costs': null,
      'Delivered on time': null,
      'Delivered within two days': null,
      'Published articles get read': null,
      'Design partners signed': null,
      'Design/UX debt': null,
      'Build and deploy time': null,
      'Shipments arrive whole': null,
    });
    begins(activities, {
      'Support tickets fall': null,
      'Support response time': null,
      'Support & onboarding tickets': null,
      'Research and development spend': null,
      'Training hours per employee': null,
      'Help requests fall': null,
      'Test coverage': null,
      'Audit findings': null,
      'Work in progress': null,
      'Helpful answers': null,
    });
  });

  it('a title of labels, of brackets or of nothing has no beginning', () => {
    begins(outputs, { '': null, '   ': null, '[': null, '[]': null, '[Launch]': null, '1. 2. 3.': null, 'KR1': null, ':::': null });
  });

  it('no title takes longer than its length', () => {
    const long = 20_000;
    for (const part of ['kr1', '1', '1-', '1.', 'a ', 'a & ', ' ', '[', '(', '[]', 'kr1-', '-', 'Launch ', 'Launch-', '5 k ', 'and ', 'e\u0301']) {
      const title = part.repeat(long / part.length);
      for (const end of ['', 'x', ' :']) {
        openingVerb(`${title}${end}`, outputs);
        openingVerb(`KR${title}${end}`, outputs);
        activities.findIn(`${title}${end}`);
      }
    }
  });

  it('accents and composed letters make no difference', () => {
    const list = new PhraseList(['öffnen']);
    assert.equal(openingVerb('O\u0308ffnen wir zwei Läden', list), 'öffnen');
  });
});

describe('phrases in titles', () => {
  const list = new PhraseList(['world-class', 'efficient', 'page views', 'page', '']);

  it('are whole words, with a space or a hyphen between them', () => {
    assert.equal(list.findIn('A World class team')?.phrase, 'world-class');
    assert.equal(list.findIn('world-class')?.phrase, 'world-class');
    assert.equal(list.findIn('Monthly PAGE VIEWS')?.phrase, 'page views');
    assert.equal(list.findIn('Pages viewed'), null);
    assert.equal(list.findIn('inefficient'), null);
  });

  it('are no parts of a word that a hyphen joins', () => {
    assert.equal(list.findIn('Energy-efficient hosting'), null);
    assert.equal(list.findIn('efficient-ish'), null);
    assert.equal(list.findIn('Efficient - for once')?.phrase, 'efficient');
  });

  it('the longest one counts', () => {
    assert.equal(list.findIn('page views')?.phrase, 'page views');
    assert.equal(list.findIn('page load')?.phrase, 'page');
  });
});
