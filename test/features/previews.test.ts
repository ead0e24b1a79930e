/** What previews ask of a strategy: places, edits, realigning, the tree, other days. */

import assert from 'node:assert/strict';
import { card } from '../../server/features/preview/card.ts';
import { field, setField } from '../../server/features/preview/fields.ts';
import { exportedView } from '../../server/features/preview/export-view.ts';
import { outline } from '../../server/features/preview/outline.ts';
import { exportViewParamsOf, viewParamsOf } from '../../server/features/preview/params.ts';
import { realign, realignChoices } from '../../server/features/preview/realign.ts';
import { placeOfThing, thingsAt } from '../../server/features/preview/things.ts';
import { view } from '../../server/features/preview/view.ts';
import { drawText } from '../../server/features/preview/draw-text.ts';
import { Refusal } from '../../server/features/refusal.ts';
import { parseDate } from '../../grammar/calendar.ts';
import type { ExportViewParams, FieldName, OutlineNode, ViewParams } from '../../server/preview-protocol.ts';
import { applied } from './applied.ts';
import { marked } from './marked.ts';

const SOURCE = `‸metric activation "Activation" {
  unit    %
  checkin 2026-02-20 21%
}

goal grow "Grow" {
  owner maya
}

goal stay "Stay" {
  owner maya
}

goal old "Old" {
  status dropped
}

objective start "Teams start alone" {
  supports grow 70%, stay
  owner    maya
  period   2026-Q1

  kr more "More teams start" {
    metric activation from 18% to 35%
  }
  kr time      "Time falls" from 3d to 4h now 2d
  kr done-deal "Report" done
  kr named "Sure" from 1 to 9 {
    confidence 6/10
    checkin    2026-02-10 3 confidence 7/10
    checkin    2026-02-20 5
  }
  initiative wizard "Wizard" {
    advances more
  }
}

objective deep "Deeper" {
  supports start.more
  owner    maya
}

person maya "Maya"
`;

const { snapshot } = marked(SOURCE);
const textDocument = { uri: 'file:///a.strategy' };
const text = SOURCE.replace('‸', '');

function refusal(answer: unknown): string {
  assert.ok(answer instanceof Refusal, JSON.stringify(answer));
  return answer.reason;
}

describe('a thing of a picture', () => {
  it('leads to its name in the text', () => {
    const place = placeOfThing(snapshot, { textDocument, id: 'start.time' });
    assert.ok(place !== null && !(place instanceof Refusal));
    assert.deepEqual(place.range, { start: { line: 25, character: 5 }, end: { line: 25, character: 9 } });
  });

  it('that is gone is told of', () => {
    assert.match(refusal(placeOfThing(snapshot, { textDocument, id: 'gone' })), /no 'gone' any more/);
  });

  it('is found by the cursor, with what it stands in', () => {
    assert.deepEqual(thingsAt(snapshot, { position: { line: 25, character: 20 } }), ['start.time', 'start']);
    assert.deepEqual(thingsAt(snapshot, { position: { line: 5, character: 8 } }), ['grow']);
    assert.deepEqual(thingsAt(snapshot, { position: { line: 8, character: 0 } }), []);
  });
});

describe('a field of a picture', () => {
  const written = (id: string, name: FieldName): string => {
    const answer = field(snapshot, { textDocument, id, field: name });
    assert.ok(!(answer instanceof Refusal));
    return answer.text;
  };
  const set = (id: string, name: FieldName, value: string): string => {
    const answer = setField(snapshot, { textDocument, id, field: name, text: value });
    assert.ok(!(answer instanceof Refusal));
    if (answer.problem !== null) return answer.problem;
    return answer.edit === null ? 'as it was' : applied({ 'a.strategy': text }, answer.edit)['a.strategy'] ?? '';
  };

  it('is shown as it is written: title, bounds, the latest value and confidence', () => {
    assert.equal(written('start', 'title'), 'Teams start alone');
    assert.equal(written('start.time', 'from'), '3d');
    assert.equal(written('start.named', 'value'), '5');
    assert.equal(written('start.named', 'confidence'), '7/10');
  });

  it('is that of the metric, where the value is its metric\'s', () => {
    assert.equal(written('start.more', 'value'), '21%');
    assert.equal(set('start.more', 'value', '23%'), text.replace('2026-02-20 21%', '2026-02-20 23%'));
  });

  it('is changed in the text and nothing else is', () => {
    assert.equal(set('start.time', 'value', '1d'), text.replace('now 2d', 'now 1d'));
    assert.equal(set('start.time', 'to', '2h'), text.replace('to 4h', 'to 2h'));
    assert.equal(set('start.named', 'confidence', '80%'), text.replace('confidence 7/10', 'confidence 80%'));
  });

  it('is written where it was not written yet', () => {
    assert.equal(written('start.done-deal', 'value'), '');
    assert.match(set('start.done-deal', 'value', '40%'), /kr done-deal "Report" done \{\n {4}now 40%\n {2}\}/);
  });

  it('has its quotes escaped in a title, and no line ends', () => {
    assert.match(set('start', 'title', 'Say "hi" \\ twice\nnow'), /objective start "Say \\"hi\\" \\\\ twice now" \{/);
  });

  for (const [what, value, problem] of [
    ['of another unit', '3 apples', /apples/],
    ['that is no value', 'soon', /./],
    ['that brings more than itself', '1d now 3d', /cannot stand there|now/],
    ['that breaks out of its declaration', '1d } goal evil "x" {', /./],
    ['that is nothing', '  ', /Escape/],
  ] as const) {
    it(`is left alone for a text ${what}`, () => {
      const answer = setField(snapshot, { textDocument, id: 'start.time', field: 'value', text: value });
      assert.ok(!(answer instanceof Refusal));
      assert.equal(answer.edit, null);
      assert.match(answer.problem ?? '', problem);
    });
  }

  it('that is as it was changes nothing', () => {
    assert.equal(set('start.time', 'value', '2d'), 'as it was');
  });

  it('of a thing that has none is refused', () => {
    assert.match(refusal(field(snapshot, { textDocument, id: 'grow', field: 'value' })), /no value/);
  });
});

describe('realigning', () => {
  const after = (id: string, from: string | null, to: string): string => {
    const answer = realign(snapshot, { textDocument, id, from, to });
    assert.ok(answer !== null && !(answer instanceof Refusal));
    return applied({ 'a.strategy': text }, answer)['a.strategy'] ?? '';
  };

  it('offers what is neither supported already, nor closed, nor rests on it', () => {
    const choices = realignChoices(snapshot, { textDocument, id: 'start' });
    assert.ok(!(choices instanceof Refusal));
    assert.deepEqual(choices.supports.map(({ id }) => id), ['grow', 'stay']);
    assert.deepEqual(choices.targets, []);
    const deep = realignChoices(snapshot, { textDocument, id: 'deep' });
    assert.ok(!(deep instanceof Refusal));
    assert.deepEqual(deep.targets.map(({ id }) => id), ['grow', 'stay', 'start', 'start.time', 'start.done-deal', 'start.named']);
  });

  it('takes the place of what it supported, with its share', () => {
    assert.equal(after('deep', 'start.more', 'stay'), text.replace('supports start.more', 'supports stay'));
  });

  it('adds to what it supports where nothing gives way', () => {
    assert.equal(after('deep', null, 'grow'), text.replace('supports start.more', 'supports start.more, grow'));
  });

  it('of a goal writes a line where there was none', () => {
    assert.match(after('grow', null, 'stay'), /goal grow "Grow" \{\n {2}owner {4}maya\n {2}supports stay\n\}/);
  });

  it('of a key result is that of its objective', () => {
    const choices = realignChoices(snapshot, { textDocument, id: 'start.time' });
    assert.ok(!(choices instanceof Refusal));
    assert.equal(choices.id, 'start');
  });

  for (const [why, id, to, reason] of [
    ['onto itself', 'start', 'start', /itself/],
    ['onto what rests on it', 'start', 'deep', /circle/],
    ['onto what it supports already', 'start', 'stay', /already/],
    ['of a goal onto an objective', 'grow', 'start', /goals only/],
    ['onto a metric', 'start', 'activation', /goals, objectives and key results/],
    ['of a metric', 'activation', 'grow', /supports nothing/],
  ] as const) {
    it(`${why} is refused, with the reason`, () => {
      assert.match(refusal(realign(snapshot, { textDocument, id, from: null, to })), reason);
    });
  }
});

describe('the strategy as a tree', () => {
  const drawn = (nodes: readonly OutlineNode[], depth = 0): string[] => nodes.flatMap(({ title, again, children }) => [
    `${'  '.repeat(depth)}${title}${again ? ' …' : ''}`, ...drawn(children, depth + 1),
  ]);
  const { strategy } = snapshot.analysis ?? assert.fail();

  it('by goal has what serves each below it, and unfolds a thing once', () => {
    assert.deepEqual(drawn(outline(strategy, 'goal')), [
      'Grow', '  Teams start alone', '    More teams start', '      Deeper', '    Time falls', '    Report', '    Sure', '    Wizard', 'Stay', '  Teams start alone …', 'Old',
    ]);
  });

  it('by owner has teams, people and what they own', () => {
    assert.deepEqual(drawn(outline(strategy, 'owner')).filter((line) => !line.startsWith('    ')), ['Maya', '  Grow', '  Stay', '  Teams start alone', '  Deeper', 'Without an owner', '  Old']);
  });

  it('by period has the latest first, and what has none at the end', () => {
    assert.deepEqual(drawn(outline(strategy, 'period')).filter((line) => !line.startsWith('    ')), ['2026-Q1', '  Teams start alone', 'Without a period', '  Grow', '  Stay', '  Old', '  Deeper']);
  });

  it('is small and ends, however things support each other', () => {
    const layers = Array.from({ length: 30 }, (_, layer) => [0, 1, 2].map((index) => (
      `objective o${layer}-${index} "O" { supports ${[0, 1, 2].map((other) => (layer === 0 ? 'g' : `o${layer - 1}-${other}`)).join(', ')} }`
    )).join('\n')).join('\n');
    const { snapshot: { analysis } } = marked(`‸goal g "G"\n${layers}\nobjective a "A" { supports b }\nobjective b "B" { supports a }\n`);
    assert.ok(analysis !== null);
    const lines = drawn(outline(analysis.strategy, 'goal'));
    assert.ok(lines.length < 400, String(lines.length));
    assert.ok(lines.includes('Serves no goal'));
  });

  it('ends for teams in a circle', () => {
    const { snapshot: { analysis } } = marked('‸team a "A" in b\nteam b "B" in a\ngoal g "G" { owner a }\n');
    assert.ok(analysis !== null);
    assert.deepEqual(drawn(outline(analysis.strategy, 'owner')), ['A', '  G']);
  });
});

const PARAMS = viewParamsOf({ textDocument, view: 'scorecard' }) ?? assert.fail();
const WITH = (change: Partial<ViewParams>): ViewParams => ({ ...PARAMS, ...change });

describe('a picture for a preview', () => {
  it('says what there is to choose and on which days something was checked in', () => {
    const answer = view(snapshot, PARAMS);
    assert.deepEqual(answer?.days, ['2026-02-10', '2026-02-20']);
    assert.deepEqual(answer.choices.owners, [{ id: 'maya', title: 'Maya' }]);
    assert.deepEqual([answer.asOf, answer.today], ['2026-03-01', '2026-03-01']);
  });

  it('of an earlier day shows what was known then', () => {
    assert.match(view(snapshot, PARAMS)?.html ?? '', /data-field="value">21%/);
    const before = view(snapshot, WITH({ asOf: '2026-02-12' }));
    assert.doesNotMatch(before?.html ?? '', /data-field="value">21%/);
    assert.match(before?.html ?? '', /data-field="value">3</);
    assert.deepEqual([before?.asOf, before?.today, before?.days.length], ['2026-02-12', '2026-03-01', 2]);
  });

  it('is saved as what is shown: filtered, and as of its day', async () => {
    const params: ExportViewParams = { ...WITH({ filter: { ...PARAMS.filter, text: 'time falls' } }), format: 'markdown', script: null };
    const answer = await exportedView(snapshot, params);
    assert.ok(!(answer instanceof Refusal));
    assert.match(answer.text, /Time falls/);
    assert.doesNotMatch(answer.text, /More teams start/);
    assert.match(refusal(await exportedView(snapshot, { ...params, format: 'mermaid' })), /cannot be written as mermaid/);
  });

  it('has a card of each thing, as of its day', () => {
    const answer = card(snapshot, { textDocument, id: 'start.more', asOf: '2026-02-12' });
    assert.ok(!(answer instanceof Refusal));
    assert.match(answer.html, /More teams start/);
    assert.doesNotMatch(answer.html, /21%/);
    assert.match(refusal(card(snapshot, { textDocument, id: 'gone', asOf: null })), /any more/);
  });

  it('holds no text as markup', () => {
    const { snapshot: hostile } = marked('‸goal evil "<img src=x onerror=alert(1)></script>" { owner x }\nperson x "<b>"\n');
    for (const name of ['map', 'scorecard', 'timeline', 'metrics', 'owners'] as const) {
      assert.doesNotMatch(view(hostile, WITH({ view: name }))?.html ?? '', /<(?:img|script|b)[ >]/);
    }
  });
});

describe('a strategy in other text', () => {
  const today = parseDate('2026-03-01') ?? assert.fail();

  it('is drawn where it declares something to draw', () => {
    assert.match(drawText({ text: 'objective a "We <begin>"\n' }, today)?.html ?? '', /^<svg [^]*We &lt;begin&gt;/);
    assert.match(drawText({ text: 'metric m "Speed" { unit ms }\n' }, today)?.title ?? '', /^Metrics/);
  });

  it('is not drawn where it does not, or is huge', () => {
    assert.equal(drawText({ text: 'team a "A"\n' }, today), null);
    assert.equal(drawText({ text: `goal a "${'a'.repeat(200_000)}"` }, today), null);
  });
});

describe('parameters of previews', () => {
  it('are taken with what they leave out', () => {
    assert.deepEqual(viewParamsOf({ textDocument, view: 'map', filter: { kinds: ['goal', 'nonsense'] } })?.filter.kinds, ['goal']);
  });

  for (const [what, params] of [
    ['without a document', { view: 'map' }], ['of no view', { textDocument, view: 'pie' }], ['of no day', { textDocument, view: 'map', asOf: '2026-02-30' }],
    ['with a filter that is none', { textDocument, view: 'map', filter: { owners: 'maya' } }], ['that are nothing', null],
  ] as const) {
    it(`${what} are none`, () => { assert.equal(viewParamsOf(params), null); });
  }

  it('of a form that nothing is saved in are none', () => {
    assert.equal(exportViewParamsOf({ textDocument, view: 'map', format: 'exe' }), null);
  });
});
