import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import type { Analysis } from '../../server/analysis.ts';
import { EXPORT_FORMATS, exportAll, exportView, formatsOf, viewsIn, type ExportFormat } from '../../server/views/export.ts';
import { DEFAULT_OPTIONS, VIEW_NAMES, type ViewName } from '../../server/views/view.ts';
import { analysed, hostileStrategy, HOSTILE, sample, xmlProblems } from './drawing.ts';
import { csvRows, dotStatements, htmlOf, mermaidType } from './parsers.ts';

/** What could move a cursor, turn the direction of text, or end a line where it may not end. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u061c\u202a-\u202e\u2066-\u2069]/u;
/** What any element of ours is; a text that became markup is another. */
const FOREIGN = /^(img|iframe|object|embed|link|base|form|b)$/;
const SCRIPT = 'document.title += "";';

async function written(view: ViewName, format: ExportFormat, { strategy, diagnostics }: Analysis): Promise<string> {
  const text = await exportView(view, format, { strategy, findings: diagnostics, options: DEFAULT_OPTIONS, script: format === 'html' ? SCRIPT : null });
  assert.ok(text !== null, `${view} as ${format}`);
  return text;
}

/** Reads a text as others do, and fails where it is not what it should be or holds more than text. */
const readers: Readonly<Record<ExportFormat, (text: string) => Promise<void> | void>> = {
  json: (text) => { JSON.parse(text); },
  csv: (text) => {
    const rows = csvRows(text);
    assert.ok(rows.length > 1);
    for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/, 'a cell that a spreadsheet would run');
  },
  markdown: (text) => { onlyText(new markdownIt({ html: true, linkify: true }).render(text)); },
  mermaid: async (text) => { await mermaidType(text); },
  dot: (text) => { assert.ok(dotStatements(text) > 0); },
  svg: async (text) => {
    assert.deepEqual(await xmlProblems(text), []);
    onlyText(text);
  },
  html: (text) => {
    onlyText(text);
    assert.deepEqual(htmlOf(text).elements.filter(({ name }) => name === 'script').map(({ attributes }) => attributes.type ?? 'code'), ['application/json', 'code']);
  },
};

/** No element and no attribute that runs or loads something. */
function onlyText(html: string): void {
  for (const { name, attributes } of htmlOf(html).elements) {
    assert.doesNotMatch(name, FOREIGN);
    for (const [attribute, value] of Object.entries(attributes)) {
      assert.doesNotMatch(attribute, /^on|^style$|^src$/i, `<${name} ${attribute}>`);
      if (attribute === 'href') assert.match(value, /^(https?:\/\/|mailto:|#)/i);
    }
  }
}

const pairs = VIEW_NAMES.flatMap((view) => formatsOf(view).map((format) => ({ view, format })));

describe('Views as files', () => {
  const freight = sample('scale-up');

  it('exist in every format that makes sense of them', () => {
    assert.deepEqual(VIEW_NAMES.map((view) => [view, EXPORT_FORMATS.filter((format) => !formatsOf(view).includes(format))]), [
      ['map', []], ['scorecard', ['mermaid', 'dot']], ['timeline', ['dot']], ['metrics', []], ['owners', []],
    ]);
    assert.deepEqual(viewsIn('mermaid'), ['map', 'timeline', 'metrics', 'owners']);
  });

  for (const { view, format } of pairs) {
    it(`${view} as ${format} is read by others`, async () => {
      const text = await written(view, format, freight);
      await readers[format](text);
      assert.ok(text.endsWith('\n'));
    });

    it(`${view} as ${format} is written of a strategy with nothing in it`, async () => {
      const text = await written(view, format, analysed('team t "Growth"\n'));
      if (format !== 'csv' && format !== 'dot') await readers[format](text);
    });
  }

  for (const [index, hostile] of HOSTILE.entries()) {
    it(`show hostile text ${index + 1} harmlessly, in every view and format`, async () => {
      const analysis = analysed(hostileStrategy(hostile));
      for (const { view, format } of pairs) {
        const text = await written(view, format, analysis);
        await readers[format](text);
        if (format !== 'json') assert.doesNotMatch(text, UNSEEN, `${view} as ${format}`);
      }
    });
  }

  it('show a title of 100 kB without a space', async () => {
    const analysis = analysed(hostileStrategy('x'.repeat(100_000)));
    for (const { view, format } of pairs) {
      const text = await written(view, format, analysis);
      await readers[format](text);
      // The name of a key result without one is its title, and is written where it is drawn; data and tables hold all that is written.
      const most = { mermaid: 100_000, dot: 100_000, svg: 5_000_000, html: 5_000_000, markdown: 100_000, csv: Infinity, json: Infinity }[format];
      assert.ok(text.length < most, `${view} as ${format} is ${text.length} long`);
    }
  });

  it('keep what is written in JSON and in CSV, quotes and commas included', async () => {
    const analysis = analysed('goal g "Win, \\"now\\"" { kind business }\n');
    assert.match(await written('scorecard', 'csv', analysis), /,g,"Win, ""now""",/);
    const { groups } = JSON.parse(await written('scorecard', 'json', analysis)) as { groups: { rows: { title: string }[] }[] };
    assert.equal(groups[0]?.rows[0]?.title, 'Win, "now"');
  });

  it('without a view hold all of it, or what says most', async () => {
    const input = { strategy: freight.strategy, findings: freight.diagnostics, options: DEFAULT_OPTIONS, script: SCRIPT };
    const markdown = await exportAll('markdown', input);
    assert.deepEqual(markdown.match(/^# .*/gm), ['# Map of Kestrel Freight', '# Scorecard of Kestrel Freight', '# Timeline of Kestrel Freight', '# Metrics of Kestrel Freight', '# Owners of Kestrel Freight']);
    assert.equal(await exportAll('csv', input), await exportView('scorecard', 'csv', input));
    assert.equal(await exportAll('mermaid', input), await exportView('map', 'mermaid', input));
    assert.equal(await exportAll('dot', input), await exportView('map', 'dot', input));
    assert.equal(await exportAll('svg', input), await exportView('map', 'svg', input));
  });
});
