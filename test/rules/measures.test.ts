/** Rules on measures: what their examples do not show. */

import { COMPANY } from '../../server/rules/example-company.ts';
import { assertReports } from './reporting.ts';

function keyResults(lines: readonly string[], metrics = '', objective = 'period 2026-Q1'): string {
  return `${COMPANY}${metrics}
objective o "Objective" { supports win-midmarket owner growth ${objective}
${lines.map((line) => `  kr ${line}\n`).join('')}}
`;
}

describe('unmeasured-key-result', () => {
  it('is not told twice of a key result with a syntax error', () => assertReports('unmeasured-key-result', keyResults(['"K" from', '"K" { metric activation fro 3% }'])));

  it('is told of a key result whose metric means nothing, and of a paused one', () => {
    assertReports('unmeasured-key-result', keyResults(['«k» "K" { metric nowhere }', '«l» "L" { status paused now 5% }', 'm "M" { status done }']));
  });
});

describe('no-key-results', () => {
  it('takes a later declaration of a name as a key result', () => {
    assertReports('no-key-results', keyResults(['k "K" done { status dropped }', 'k "K" done']));
  });

  it('asks neither what is paused nor what holds a syntax error', () => {
    assertReports('no-key-results', `${keyResults([], '', 'status paused')}objective p "P" { kr }\n`);
  });

  it('takes a draft as a key result', () => assertReports('no-key-results', keyResults(['k "K" { status draft }'])));
});

describe('single-key-result and too-many-key-results', () => {
  it('count drafts and what is done, and not what is dropped', () => {
    assertReports('single-key-result', keyResults(['a "A" done', 'b "B" { status draft }']));
    assertReports('single-key-result', keyResults(['a "A" done', 'b "B" done { status done }']));
    assertReports('single-key-result', keyResults(['a "A" done', 'b "B" done { status dropped }']).replace('objective o', 'objective «o»'));
  });

  it('do not count a doubled name against the author', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'e'].map((name) => `${name} "K" at least 5 teams`);
    assertReports('too-many-key-results', keyResults(six));
    assertReports('single-key-result', keyResults(['a "A" done', 'a "A" done']));
  });

  it('are silent of too few where a syntax error may hide another, and judge what is paused', () => {
    assertReports('single-key-result', keyResults(['a "A" done', '"B', 'kr']));
    assertReports('single-key-result', keyResults(['a "A" done'], '', 'status paused').replace('objective o', 'objective «o»'));
  });
});

describe('all-milestones', () => {
  it('asks all key results that are not dropped', () => {
    assertReports('all-milestones', keyResults(['a "A" done', 'b "B" done now 40%', 'c "C" at least 3 teams { status dropped }']).replace('objective o', 'objective «o»'));
    assertReports('all-milestones', keyResults(['a "A" done', 'b "B" done', 'c "C"']));
    assertReports('all-milestones', keyResults(['a "A" done', 'b "B" done', 'c "C" at least 3 teams { status draft }']));
    assertReports('all-milestones', keyResults(['a "A" done', 'b "B" done { status dropped }']));
  });

  it('takes a milestone with a mistake in it as one', () => {
    assertReports('all-milestones', keyResults(['a "A" done now 5h', 'b "B" { metric nowhere done }']).replace('objective o', 'objective «o»'));
  });
});

describe('placeholder-target', () => {
  it('is told where nothing before it is wrong, and not of a current value', () => {
    assertReports('placeholder-target', keyResults(['"A" from «?» to ?', '"B" between 5 and «?»', '"C" from 5 times «?»', '"D" from 5 to 6 now ?', '"E" from ? to 5% now 3h']));
  });
});

describe('relative-without-start', () => {
  it('takes the metric\'s value from when the period began, else its `now`', () => {
    const metric = (value: string) => `metric seats { unit seats drives arr ${value} }\n`;
    const own = keyResults(['k "K" { metric seats up 10% }'], metric('checkin 2026-01-01 80'));
    assertReports('relative-without-start', own);
    assertReports('relative-without-start', keyResults(['k "K" { metric seats up 10% }'], metric('now 80 seats checkin 2026-02-01 90 seats')));
    assertReports('relative-without-start', keyResults(['k "K" { metric seats «up 10%» }'], metric('checkin 2026-01-02 80')));
    assertReports('relative-without-start', keyResults(['k "K" { metric seats «up 10%» }'], metric('now ?')));
  });

  it('takes the value of as-of where the objective has no period', () => {
    const metric = 'metric seats { unit seats drives arr checkin 2026-03-01 80 }\n';
    assertReports('relative-without-start', keyResults(['k "K" { metric seats up 10% }'], metric, ''));
    assertReports('relative-without-start', keyResults(['k "K" { metric seats «up 10%» }'], metric.replace('03-01', '03-02'), ''));
  });

  it('is silent where the start may be what could not be read', () => {
    assertReports('relative-without-start', keyResults(['k "K" { metric nowhere up 10% }', 'l "L" { metric win-midmarket up 10% }']));
    const dated = 'metric seats { unit seats drives arr checkin 2026-02-30 80 }\n';
    assertReports('relative-without-start', keyResults(['k "K" { metric seats up 10% }'], dated));
    const later = 'metric seats { unit seats drives arr checkin 2026-02-01 80 }\n';
    assertReports('relative-without-start', keyResults(['k "K" { metric seats up 10% }'], later, 'period nowhere'));
  });

  it('leaves a change by nothing to `no-change`', () => {
    assertReports('relative-without-start', keyResults(['"A" up 0%', '"B" down 0 teams', '"C" times 1']));
    assertReports('no-change', keyResults(['"A" up «0%»', '"B" down «0 teams»', '"C" times «1»']));
  });

  it('gives way to what else is wrong with the measure', () => {
    assertReports('relative-without-start', keyResults(['"A" up -5%', '"B" up ?', '"C" { metric activation up 5% }', '"D" times 2%', '"E" up 5 teams now 3h']));
  });
});

describe('no-change', () => {
  it('compares units, and the start that a metric tells', () => {
    assertReports('no-change', keyResults(['"A" from 3d to «72h»', '"B" from 3d to 73h', '"C" from 5% up «0pp»', '"D" from 0 times «3»']));
  });

  it('is certain though the metric\'s name means nothing', () => assertReports('no-change', keyResults(['k "K" { metric nowhere from 5% to «5%» }'])));

  it('is told of a goal', () => assertReports('no-change', COMPANY.replace('to $9M', 'to «$4.2M»')));
});

describe('against-better', () => {
  it('goes by start and target where both are known, else by the word', () => {
    const metric = 'metric churn { unit % better down drives arr now 8% }\n';
    assertReports('against-better', keyResults(['a "A" { metric churn «from 8% to 9%» }'], metric));
    assertReports('against-better', keyResults(['a "A" { metric churn to 9% }'], metric));
    assertReports('against-better', keyResults(['a "A" { metric churn «up 1pp» }'], metric));
    assertReports('against-better', keyResults(['a "A" { metric churn «times 1.5» }'], metric.replace(' now 8%', '')));
    assertReports('against-better', keyResults(['a "A" { metric churn times 0.5 }'], metric.replace(' now 8%', '')));
    assertReports('against-better', keyResults(['a "A" { metric churn from -5% times 2 }'], metric));
  });

  it('leaves levels and health measures alone', () => {
    assertReports('against-better', keyResults(['a "A" { metric activation at most 5% }', 'b "B" { metric activation keep at most 5% }']));
  });
});

describe('health-broken', () => {
  it('is told of paused things and before the period, and not of what is closed', () => {
    assertReports('health-broken', keyResults(['"A" «keep at most 5%» now 6% { status paused }', '"B" keep at most 5% now 6% { status done }'], '', 'period 2026-Q4'));
  });

  it('takes the bounds as holding', () => {
    assertReports('health-broken', keyResults(['"A" keep between 5 and 6 now 5', '"B" keep between 5 and 6 now 6', '"C" «keep between 5 and 6» now 6.1', '"D" «keep at least 2h» now 119 min']));
  });

  it('goes by the latest check-in up to as-of', () => {
    assertReports('health-broken', keyResults(['"A" keep at most 5% now 6% { checkin 2026-02-01 4% checkin 2026-03-02 9% }']));
  });

  it('gives way to what else is wrong with the measure', () => {
    assertReports('health-broken', keyResults(['"A" keep at most 3/5 now 6/5 { checkin 2026-02-01 4/5 }', '"B" keep at most ? now 6%', '"C" keep at most 5% now ?']));
  });

  it('is told though the metric\'s name means nothing', () => assertReports('health-broken', keyResults(['"A" { metric nowhere «keep at most 5%» now 6% }'])));
});

describe('missing-baseline', () => {
  it('asks for what rarely begins at nothing', () => {
    assertReports('missing-baseline', keyResults([
      '"A" «to 5%»', '"B" «to 5 days»', '"C" «to $2k per seat»', '"D" «to 5MB»', '"E" «to 4/5»', '"F" «to 2x»', '"G" to 5', '"H" to 5 teams', '"I" to 5pp', '"J" to 5 demos per month',
    ]));
  });

  it('takes the unit of the metric', () => {
    const metric = 'metric errors { unit % better down drives arr }\n';
    assertReports('missing-baseline', keyResults(['"A" { metric errors «to 0» }'], metric));
  });

  it('is content with a value of the metric from when the period began, and not with its `now`', () => {
    const metric = (value: string) => `metric errors { unit % better down drives arr ${value} }\n`;
    assertReports('missing-baseline', keyResults(['"A" { metric errors to 1% }'], metric('checkin 2026-01-01 5%')));
    assertReports('missing-baseline', keyResults(['"A" { metric errors «to 1%» }'], metric('now 5%')));
  });

  it('leaves starts that are written, levels, and what is wrong otherwise alone', () => {
    assertReports('missing-baseline', keyResults(['"A" from ? to 5%', '"B" to ?%', '"C" at least 5%', '"D" { metric nowhere to 5% }', '"E" to 5% now 3h']));
  });
});
