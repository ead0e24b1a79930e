import assert from 'node:assert/strict';
import { parseDate, type DayRange } from '../../grammar/calendar.ts';
import { svgDocument } from '../../server/views/document.ts';
import { timelineModel } from '../../server/views/timeline/model.ts';
import { scaleOf } from '../../server/views/timeline/scale.ts';
import { timelineView } from '../../server/views/timeline/timeline.ts';
import { DEFAULT_OPTIONS, NO_FILTER, type ViewOptions, type ViewPicture } from '../../server/views/view.ts';
import { analysed, having, sample, shown, textOf, xmlProblems } from './drawing.ts';

const COMPANY = `
period FY26 2026-01-01 .. 2026-12-31
period Q1 2026-01-01 .. 2026-03-31 in FY26
period Q2 2026-04-01 .. 2026-06-30 in FY26
person maya "Maya"
team growth "Growth"
goal win "Win" { owner maya period FY26 }
`;
const WORK = `
objective later "Later" { supports win owner maya period Q2  kr a "A" from 1 to 2 }
objective first "First" { supports win owner growth period Q1 needs later
  kr due "Due" done by 2026-02-15
  kr told "Told" { from 10% to 20% checkin 2026-01-20 12% confidence 6/10 "Slow" checkin 2026-02-20 15% checkin 2026-04-20 18% }
  kr silent "Silent" from 1 to 2
  initiative build "Build" { advances due period 2026-01-10 .. 2026-02-10 }
}
objective whenever "Whenever" { supports win }
`;

function lines(source: string, options: Partial<ViewOptions> = {}, asOf?: string): readonly string[] {
  const { groups } = timelineModel(analysed(source, asOf).strategy, { ...DEFAULT_OPTIONS, ...options });
  return groups.flatMap(({ title, rows }) => [title, ...rows.map(({ element, depth, checkins, overdueSince, folded }) => (
    `${'  '.repeat(depth + 1)}${element.id}${checkins.length > 0 ? ` ${checkins.length} check-ins` : ''}${overdueSince === null ? '' : ' late'}${folded > 0 ? ` +${folded}` : ''}`
  ))]);
}

function draw(source: string, options: Partial<ViewOptions> = {}, asOf?: string): ViewPicture {
  const { strategy, diagnostics } = analysed(source, asOf);
  return timelineView.draw(strategy, diagnostics, { ...DEFAULT_OPTIONS, ...options });
}

describe('the timeline as data', () => {
  it('has objectives by their periods, with what in them has to do with time', () => {
    assert.deepEqual(lines(COMPANY + WORK), [
      'Q1', '  first', '    first.due late', '    first.told 2 check-ins', '    first.build late',
      'Q2', '  later', 'Without a period', '  whenever',
    ]);
  });

  it('knows as of a day no check-in that came later', () => {
    assert.deepEqual(lines(COMPANY + WORK, {}, '2026-01-25').slice(2, 4), ['    first.due', '    first.told 1 check-ins']);
  });

  it('tells an objective late, and nothing in it again', () => {
    assert.deepEqual(lines(COMPANY + WORK, {}, '2026-04-10').slice(0, 5), ['Q1', '  first late', '    first.due', '    first.told 2 check-ins', '    first.build']);
  });

  it('has initiatives of their own by their periods', () => {
    assert.deepEqual(lines(`${COMPANY}objective first "F" { supports win period Q1 }\ninitiative bet "Bet" { advances first period 2026-03 }`), ['Q1', '  first', '2026-03', '  bet']);
  });

  it('has what names no period with the shortest one that holds its days', () => {
    assert.deepEqual(lines(`${COMPANY}
objective year "Y" { supports win period FY26 }
objective first "F" { supports win period Q1 }
initiative bet "Bet" { advances first period 2026-02-10 .. 2026-03-20 }
initiative across "Across" { advances first period 2026-03-10 .. 2026-04-20 }
initiative outside "Outside" { advances first period 2026-12-10 .. 2027-01-20 }
`), ['Q1', '  first', '  bet', 'FY26', '  year', '  across', 'Days of their own', '  outside']);
  });

  it('folds away what stands in an objective', () => {
    assert.deepEqual(lines(COMPANY + WORK, { collapsed: new Set(['first']) }).slice(0, 3), ['Q1', '  first +3', 'Q2']);
  });

  it('shows what a filter asks for, in its objective', () => {
    assert.deepEqual(lines(COMPANY + WORK, { filter: { ...NO_FILTER, kinds: ['initiative'] } }), ['Q1', '  first', '    first.build late']);
    assert.deepEqual(lines(COMPANY + WORK, { filter: { ...NO_FILTER, owners: ['growth'], kinds: ['objective'] } }), ['Q1', '  first']);
  });

  it('leaves out what is past or dropped unless history is asked for', () => {
    const source = `${COMPANY}objective then "Then" { supports win period 2025-Q1 }\nobjective gone "Gone" { supports win period Q1 status dropped }`;
    assert.deepEqual(lines(source), []);
    assert.deepEqual(lines(source, { history: true }), ['2025-Q1', '  then', 'Q1', '  gone']);
  });

  it('says of what is needed whether it is done, open or late', () => {
    const { dependencies } = timelineModel(analysed(`${COMPANY}
objective a "A" { supports win period Q1 needs b, c, d }
objective b "B" { supports win period Q2 }
objective c "C" { supports win period Q1 }
objective d "D" { supports win period Q1 status done }
`).strategy, DEFAULT_OPTIONS);
    assert.deepEqual(dependencies.map(({ from, to, state }) => [from.id, to.id, state]), [['a', 'b', 'late'], ['a', 'c', 'open'], ['a', 'd', 'met']]);
  });

  it('has bands of periods, the longest on top', () => {
    const { bands } = timelineModel(analysed(COMPANY + WORK).strategy, DEFAULT_OPTIONS);
    assert.deepEqual(bands.map((row) => row.map(({ ids }) => ids.join(', '))), [['FY26'], ['Q1', 'Q2']]);
  });

  it('has one band of periods with the same days', () => {
    const { bands } = timelineModel(analysed(`${COMPANY}objective o "O" { supports win period 2026-Q1 }`).strategy, DEFAULT_OPTIONS);
    assert.deepEqual(bands.map((row) => row.map(({ ids }) => ids.join(', '))), [['FY26'], ['Q1, 2026-Q1']]);
  });

  it('holds the day as of which it is judged, unless that lies far away', () => {
    const days = (asOf: string): DayRange | null => timelineModel(analysed(COMPANY + WORK, asOf).strategy, DEFAULT_OPTIONS).days;
    assert.equal(days('2026-07-20')?.end, parseDate('2026-07-20'));
    assert.equal(days('2025-12-20')?.start, parseDate('2025-12-20'));
    assert.equal(days('2019-01-01')?.start, parseDate('2026-01-01'));
  });
});

describe('the axis of the timeline', () => {
  const range = (start: string, end: string): DayRange => {
    const [first, last] = [parseDate(start), parseDate(end)];
    assert.ok(first !== null && last !== null);
    return { start: first, end: last };
  };
  const labels = (start: string, end: string): readonly string[] => scaleOf(range(start, end), 1000).ticks.map(({ label }) => label);

  it('has days over a week', () => {
    assert.deepEqual(labels('2026-02-26', '2026-03-03'), ['26 Feb 2026', '27 Feb', '28 Feb', '1 Mar', '2 Mar', '3 Mar']);
  });

  it('has Mondays over a quarter', () => {
    assert.deepEqual(labels('2026-01-01', '2026-03-31').slice(0, 4), ['5 Jan 2026', '12 Jan', '19 Jan', '26 Jan']);
  });

  it('has months over a year', () => {
    assert.deepEqual(labels('2026-02-01', '2027-01-31'), ['Feb 2026', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan 2027']);
  });

  it('has quarters over three years', () => {
    assert.deepEqual(labels('2025-01-01', '2027-12-31').slice(0, 6), ['Q1 2025', 'Q2', 'Q3', 'Q4', 'Q1 2026', 'Q2']);
  });

  it('has years over a decade', () => {
    assert.deepEqual(labels('2020-06-01', '2030-05-31'), ['2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028', '2029', '2030']);
  });

  it('has room for every label, from a day to the end of the calendar', () => {
    for (const length of [0, 1, 6, 13, 30, 60, 92, 200, 366, 800, 1500, 4000, 30_000, 400_000, 2_900_000]) {
      const start = parseDate('0004-01-01');
      assert.ok(start !== null);
      const { ticks } = scaleOf({ start, end: start + length } as DayRange, 1000);
      assert.ok(ticks.length <= 18, `${length} days: ${ticks.length}`);
      assert.ok(length < 1 || ticks.length >= 1, `${length} days`);
    }
  });

  it('holds days outside at its ends', () => {
    const { at } = scaleOf(range('2026-01-01', '2026-01-10'), 1000);
    assert.deepEqual([at(0), at(1e9)], [0, 1000]);
  });
});

describe('the timeline', () => {
  it('has every row by its id, kind and health', () => {
    const { body } = draw(COMPANY + WORK);
    assert.deepEqual(having(body, 'role', 'group').filter(({ attributes }) => attributes['data-id'] !== undefined).map(({ attributes }) => attributes['data-id']),
      ['first', 'first.due', 'first.told', 'first.build', 'later', 'whenever']);
  });

  it('marks the day as of which it is judged', () => {
    assert.match(textOf(draw(COMPANY + WORK).body), /as of 2026-03-01/);
    assert.equal(having(draw(COMPANY + WORK, {}, '2019-01-01').body, 'data-key', 'as-of').length, 0);
  });

  it('tells how late something is', () => {
    const { body, summary } = draw(COMPANY + WORK, {}, '2026-04-10');
    assert.match(textOf(shown(body, 'first')), /10 days late/);
    assert.match(summary, /1 overdue/);
  });

  it('tells check-ins where they were made', () => {
    const told = having(shown(draw(COMPANY + WORK).body, 'first.told'), 'class', 'checkin').map(textOf);
    assert.deepEqual(told, ['2026-01-20: 12%, confidence 60%, Slow', '2026-02-20: 15%']);
  });

  it('makes one mark of check-ins on one spot', () => {
    const source = `${COMPANY}objective o "O" { supports win period FY26  kr k "K" { from 1 to 9 ${['01', '02', '03'].map((day) => `checkin 2026-02-${day} 2`).join('\n')} } }`;
    assert.equal(having(shown(draw(source).body, 'o.k'), 'class', 'checkin').length, 1);
  });

  it('tells what needs what', () => {
    const [needs] = having(draw(COMPANY + WORK).body, 'data-edge', 'needs');
    assert.deepEqual([needs?.attributes['data-from'], needs?.attributes['data-to'], needs?.attributes['data-state']], ['first', 'later', 'late']);
    assert.equal(needs?.attributes['aria-label'], "'First' needs 'Later', which ends later.");
  });

  it('has no key twice', () => {
    const { strategy, diagnostics } = sample('acme-cloud');
    const keys = having(timelineView.draw(strategy, diagnostics, { ...DEFAULT_OPTIONS, history: true }).body, 'data-key').map(({ attributes }) => attributes['data-key']);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('says the same as a table', () => {
    const { body, text } = draw(COMPANY + WORK);
    const drawn = having(body, 'role', 'group').flatMap(({ attributes }) => attributes['data-id'] ?? []);
    assert.deepEqual(having(text, 'data-ref').map(({ attributes }) => attributes['data-ref']), drawn);
    assert.match(textOf(text), /Due key result 2026-01-01 \.\. 2026-03-31 2026-02-15/);
    assert.match(textOf(text), /'First' needs 'Later', which ends later\./);
  });

  it('draws a strategy in which nothing has a day', () => {
    const { body } = draw('objective o "O"');
    assert.match(textOf(shown(body, 'o')), /no period/);
    assert.equal(having(draw('').body, 'data-id').length, 0);
  });

  it('is an SVG file by itself', async () => {
    const { strategy, diagnostics } = sample('scale-up');
    assert.deepEqual(await xmlProblems(svgDocument(timelineView, timelineView.draw(strategy, diagnostics, DEFAULT_OPTIONS), 'auto')), []);
  });
});
