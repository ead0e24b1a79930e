/** The map drawn, beside general layout engines that only lay the same cards out. */

import { parseDate } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { analyze, type Analysis } from '../../server/analysis.ts';
import { pictureSection } from '../../server/views/document.ts';
import { cardOf } from '../../server/views/map/hanging.ts';
import { mapView } from '../../server/views/map/map.ts';
import { planMap } from '../../server/views/map/plan.ts';
import { serialize } from '../../server/views/markup.ts';
import { timelineView } from '../../server/views/timeline/timeline.ts';
import { DEFAULT_OPTIONS, type LayoutHints, type View } from '../../server/views/view.ts';
import { dagre, elk, type CardGraph, type LayoutRival } from './layout-rivals.ts';
import { asOf, generateStrategy } from './strategies.ts';
import { median, milliseconds, row, type Row } from './table.ts';

/** Generated files for about 50, 500 and 5,000 goals, objectives, key results and initiatives. */
const SIZES: readonly { readonly files: number; readonly times: number; readonly slowTimes: number }[] = [
  { files: 1, times: 60, slowTimes: 30 }, { files: 8, times: 30, slowTimes: 7 }, { files: 80, times: 7, slowTimes: 1 },
];
/** How long an update may take that keeps up with typing, in milliseconds, of 500 elements. */
const FLUENT = 100;

interface Strategy {
  readonly before: Analysis;
  /** The same after a letter was typed in a title. */
  readonly after: Analysis;
  readonly elements: number;
}

function strategyOf(files: number): Strategy {
  const day = parseDate(asOf);
  if (day === null) throw new Error(`${asOf} is no date`);
  const generated = generateStrategy(files).files;
  const read = (type: boolean): Analysis => analyze({
    files: generated.map(({ path, text }, index) => ({ path, tree: parseFile(type && index === 0 ? text.replace(/^(objective [^"]*")/m, '$1x') : text) })),
    settingsText: null, asOf: day, today: day,
  });
  const before = read(false);
  const { goals, objectives, keyResults, initiatives } = before.strategy;
  return { before, after: read(true), elements: goals.length + objectives.length + keyResults.length + initiatives.length };
}

/** The cards of the map with their sizes, and its edges: what a layout engine is given. */
function graphOf({ strategy, diagnostics }: Analysis): CardGraph {
  const { model, layout } = planMap(strategy, diagnostics, DEFAULT_OPTIONS);
  return {
    cards: layout.cards.flatMap(({ block, width, height }) => (block.element === null ? [] : [{ id: block.element.id, width, height }])),
    edges: model.edges.map(({ from, to }) => ({ from: from.id, to: cardOf(to).id })).filter(({ from, to }) => from !== to),
  };
}

async function time(work: (round: number) => unknown, times: number): Promise<number> {
  const durations: number[] = [];
  for (let round = 0; round < times + Math.floor(times / 2); round += 1) {
    const start = performance.now();
    await work(round);
    if (round >= Math.floor(times / 2)) durations.push(performance.now() - start);
  }
  return median(durations);
}

/** From the analysed strategy to the markup that a page is given. */
function drawn(view: View, { strategy, diagnostics }: Analysis, hints: LayoutHints | null): LayoutHints | null {
  const picture = view.draw(strategy, diagnostics, { ...DEFAULT_OPTIONS, hints });
  if (serialize(pictureSection(picture)).length < 100) throw new Error('nothing drawn');
  return picture.hints;
}

/** Ours draw everything, texts and edges included; the rivals find places for cards. */
export async function viewRows(quick: boolean): Promise<Row[]> {
  const rivals: readonly { readonly name: string; readonly layout: LayoutRival }[] = [{ name: 'Mermaid\'s dagre', layout: await dagre() }, { name: 'ELK', layout: await elk() }];
  const rows: Row[] = [];
  for (const { files, times, slowTimes } of quick ? SIZES.slice(0, 2) : SIZES) {
    const { before, after, elements } = strategyOf(files);
    const graph = graphOf(before);
    const first = await time(() => drawn(mapView, before, null), times);
    const hints = drawn(mapView, before, null);
    const again = await time((round) => drawn(mapView, round % 2 === 0 ? after : before, hints), times);
    for (const { name, layout } of rivals) {
      const rival = await time(() => layout(graph), slowTimes);
      rows.push(row(`map of ${elements.toLocaleString('en')} elements, drawn (${name}: laid out only)`, first, rival, milliseconds, ''));
      rows.push(row(`... drawn again after a keystroke (${name}: laid out again)`, again, rival, milliseconds, files === 8 ? `under ${FLUENT} ms` : ''));
    }
    const timeline = await time(() => drawn(timelineView, before, null), times);
    rows.push({ work: `timeline of ${elements.toLocaleString('en')} elements, drawn`, own: milliseconds(timeline), rival: '', ahead: null, target: '' });
  }
  return rows;
}
