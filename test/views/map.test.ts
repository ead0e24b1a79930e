import assert from 'node:assert/strict';
import { svgDocument } from '../../server/views/document.ts';
import { mapView } from '../../server/views/map/map.ts';
import { DEFAULT_OPTIONS, NO_FILTER, type ViewOptions, type ViewPicture } from '../../server/views/view.ts';
import { analysed, having, sample, shown, textOf, xmlProblems } from './drawing.ts';

const COMPANY = `
period FY26 2026-01-01 .. 2026-12-31
team growth "Growth"
person maya "Maya Okafor" in growth
metric arr "Revenue" { unit $ better up now $5M }
goal win "Win the mid-market" { kind business owner maya metric arr from $4_200_000 to $9M period FY26 }
`;
const SERVE = `objective serve "Teams start by themselves" {
  supports win owner growth period FY26
  kr deploy "More teams deploy" from 18% to 35% now 22%
  kr calls "Fewer calls" { from 9 to 3 calls owner maya }
  initiative wizard "Guided setup" { advances deploy }
}
`;

function draw(source: string, options: Partial<ViewOptions> = {}): ViewPicture {
  const { strategy, diagnostics } = analysed(source);
  return mapView.draw(strategy, diagnostics, { ...DEFAULT_OPTIONS, ...options });
}

describe('the map', () => {
  it('has every element once, by its id, kind and health', () => {
    const { body } = draw(COMPANY + SERVE);
    const found = having(body, 'data-id').map(({ attributes }) => [attributes['data-id'], attributes['data-kind'], attributes['data-health']]);
    assert.deepEqual(found, [
      ['win', 'goal', 'on-track'], ['serve', 'objective', 'on-track'], ['serve.deploy', 'kr', 'on-track'], ['serve.calls', 'kr', 'at-risk'], ['serve.wizard', 'initiative', 'active'],
    ]);
  });

  it('has its key results within their objective', () => {
    const { body } = draw(COMPANY + SERVE);
    assert.deepEqual(having(shown(body, 'serve'), 'data-kind', 'kr').map(({ attributes }) => attributes['data-id']), ['serve.deploy', 'serve.calls']);
  });

  it('says who owns each thing, in which teams, and when', () => {
    const { attributes } = shown(draw(COMPANY + SERVE).body, 'serve.calls');
    assert.deepEqual([attributes['data-owners'], attributes['data-teams'], attributes['data-period']], ['maya', 'growth', 'FY26']);
  });

  it('says of each thing what it is and how it stands to who cannot see it', () => {
    const { body } = draw(COMPANY + SERVE);
    assert.equal(shown(body, 'serve.deploy').attributes['aria-label'], 'Key result More teams deploy, on track, 24% done, 16% expected, owner Growth, FY26');
    for (const { attributes } of having(body, 'data-id')) assert.ok(attributes.role === 'group' && attributes.tabindex === -1);
  });

  it('shows titles, owners, periods, measures and scores on the cards', () => {
    const { body } = draw(COMPANY + SERVE);
    assert.match(textOf(shown(body, 'win')), /Win the mid-market business goal · Maya Okafor · FY26 Revenue: \$5M now, from \$4\u202f200\u202f000 to \$9M/);
    assert.match(textOf(shown(body, 'serve.deploy')), /More teams deploy 22% now, from 18% to 35% 24%/);
    assert.match(textOf(shown(body, 'serve.calls')), /no value yet, from 9 to 3 calls · Maya Okafor 0%/);
    assert.match(textOf(shown(body, 'serve.wizard')), /Guided setup Growth · FY26 moves: More teams deploy/);
  });

  it('tells edges with their shares', () => {
    const { body } = draw(`${COMPANY}goal loved "Customers love us"\nobjective serve "S" { supports win 75%, loved }`);
    const edges = having(body, 'data-edge', 'supports').map((edge) => [edge.attributes['data-from'], edge.attributes['data-to'], edge.attributes['data-share'], textOf(edge)]);
    assert.deepEqual(edges.sort(), [['serve', 'loved', 0.25, '25%'], ['serve', 'win', 0.75, '75%']]);
    assert.match(textOf(shown(body, 'serve')), /also 25% for: Customers love us/);
  });

  it('sets apart what serves no goal, with the reason', () => {
    const { body, summary } = draw(`${COMPANY}${SERVE}objective brand "Our brand feels modern" { owner growth }`);
    const [lane] = having(body, 'class', 'lane unaligned');
    assert.ok(lane !== undefined);
    assert.match(textOf(lane), /Serves no goal/);
    assert.match(textOf(shown(body, 'brand')), /It supports nothing\./);
    assert.match(summary, /1 objective serves no goal/);
  });

  it('draws key results that cannot both be meant as a conflict', () => {
    const { strategy, diagnostics } = sample('scale-up');
    const { body, summary } = mapView.draw(strategy, diagnostics, DEFAULT_OPTIONS);
    const [conflict, ...others] = having(body, 'data-edge', 'conflict');
    assert.ok(conflict !== undefined && others.length === 0);
    assert.match(String(conflict.attributes['aria-label']), /pull in opposite directions/);
    assert.match(summary, /1 conflict/);
  });

  it('shows findings on what they concern', () => {
    const { body } = draw(`${COMPANY}objective serve "S" { supports win period FY26  kr deploy "D" }`);
    assert.equal(shown(body, 'serve').attributes['data-severity'], 'error');
    assert.equal(shown(body, 'serve.deploy').attributes['data-severity'], 'error');
    assert.match(textOf(shown(body, 'serve.deploy')), /error: Key result 'D' \(serve\.deploy\) has no measure/);
    assert.match(String(shown(body, 'serve.deploy').attributes['aria-label']), /1 finding$/);
  });

  it('has a key for each thing that stays the same, and no key twice', () => {
    const keys = (picture: ViewPicture): readonly unknown[] => having(picture.body, 'data-key').map(({ attributes }) => attributes['data-key']);
    const before = keys(draw(COMPANY + SERVE));
    assert.equal(new Set(before).size, before.length);
    assert.deepEqual(keys(draw(COMPANY + SERVE.replace('Teams start by themselves', 'Teams begin alone'))), before);
  });

  it('keeps every place where a title changes', () => {
    const { strategy, diagnostics } = sample('acme-cloud');
    const first = mapView.draw(strategy, diagnostics, DEFAULT_OPTIONS);
    const second = mapView.draw(strategy, diagnostics, { ...DEFAULT_OPTIONS, hints: first.hints });
    assert.deepEqual(second.body, first.body);
  });

  it('says the same as text', () => {
    const { strategy, diagnostics } = sample('scale-up');
    const { body, text } = mapView.draw(strategy, diagnostics, DEFAULT_OPTIONS);
    const drawn = having(body, 'data-id').map(({ attributes }) => attributes['data-id']);
    const told = having(text, 'data-ref').map(({ attributes }) => attributes['data-ref']);
    assert.deepEqual([...told].sort(), [...drawn].sort());
    assert.match(textOf(text), /Goal Every booking pays its way/);
    assert.match(textOf(text), /pull in opposite directions/);
  });

  it('has the text of a cascade that is deeper than lists may be', () => {
    const chain = Array.from({ length: 60 }, (_, index) => `objective o${index} "Step ${index}" { supports ${index === 0 ? 'win' : `o${index - 1}`} }`).join('\n');
    assert.match(textOf(draw(COMPANY + chain).text), /Step 59/);
  });

  it('folds away what is asked for, and says how much', () => {
    const { body } = draw(COMPANY + SERVE, { collapsed: new Set(['serve']) });
    assert.equal(shown(body, 'serve').attributes['aria-expanded'], 'false');
    assert.match(textOf(shown(body, 'serve')), /\+3/);
    assert.equal(having(body, 'data-kind', 'kr').length, 0);
  });

  it('shows what a filter asks for hangs on as its context', () => {
    const { body } = draw(`${COMPANY}${SERVE}objective other "Other" { supports win }`, { filter: { ...NO_FILTER, text: 'themselves' } });
    assert.equal(shown(body, 'win').attributes['data-context'], true);
    assert.equal(shown(body, 'serve').attributes['data-context'], null);
    assert.equal(having(body, 'data-id', 'other').length, 0);
  });

  it('names the place of each thing in its source only where that is asked for', () => {
    const { attributes } = shown(draw(COMPANY + SERVE, { places: true }).body, 'serve.deploy');
    assert.deepEqual([attributes['data-file'], attributes['data-line'], attributes['data-character']], ['a.strategy', 8, 5]);
    assert.equal(having(draw(COMPANY + SERVE).body, 'data-file').length, 0);
  });

  it('keeps a title in full where the card has no room for it', () => {
    const title = 'A title that goes on and on '.repeat(20).trim();
    const card = shown(draw(`goal g "${title}"`).body, 'g');
    assert.equal(textOf(having([card], 'data-id', 'g').flatMap(({ children }) => children.filter((child) => child !== null && typeof child === 'object' && 'tag' in child && child.tag === 'title'))), title);
    assert.match(textOf(card), /…/);
  });

  it('draws a strategy without anything', () => {
    const { body, summary } = draw('');
    assert.equal(having(body, 'data-id').length, 0);
    assert.equal(summary, '0 goals, 0 objectives, 0 key results.');
  });

  for (const theme of ['auto', 'light', 'dark'] as const) {
    it(`is an SVG file by itself, ${theme}`, async () => {
      const { strategy, diagnostics } = sample('scale-up');
      const svg = svgDocument(mapView, mapView.draw(strategy, diagnostics, DEFAULT_OPTIONS), theme);
      assert.deepEqual(await xmlProblems(svg), []);
      assert.match(svg, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.match(svg, /<title>Map of Kestrel Freight<\/title>/);
      assert.doesNotMatch(svg, /var\(--vscode|url\(|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
    });
  }
});
