import assert from 'node:assert/strict';
import { mkdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { xmlProblems } from '../views/drawing.ts';
import { csvRows, dotStatements, htmlOf, mermaidType } from '../views/parsers.ts';
import { ALIGNED, BROKEN, Folder, removeFolders, SETTINGS } from './command.ts';

afterEach(removeFolders);

const VIEWS = ['map', 'scorecard', 'timeline', 'metrics', 'owners'];

/** What a text in a format is, told by who reads it. */
const kinds: Readonly<Record<string, (text: string) => unknown>> = {
  json: (text) => (JSON.parse(text) as { view: string }).view,
  csv: (text) => csvRows(text)[0]?.includes('title') === true || csvRows(text)[0]?.includes('owner'),
  markdown: (text) => /^# (?:Map|Scorecard|Timeline|Metrics|Owners) of the strategy\n/.test(text),
  mermaid: (text) => mermaidType(text),
  dot: (text) => dotStatements(text) > 3,
  svg: async (text) => (await xmlProblems(text)).length,
  html: (text) => htmlOf(text).elements.filter(({ name, attributes }) => name === 'section' && attributes['data-view'] !== undefined).map(({ attributes }) => attributes['data-view']).join(),
};

async function strategy(): Promise<Folder> {
  return Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED });
}

describe('throughline export --view', () => {
  for (const view of VIEWS) {
    it(`writes the ${view} in every format that it has`, async () => {
      const folder = await strategy();
      const told: Record<string, unknown> = {};
      for (const [format, kind] of Object.entries(kinds)) {
        const { status, out, error } = await folder.throughline(['export', '--view', view, '--format', format]);
        told[format] = status === 0 ? await kind(out) : [status, error.slice(0, error.indexOf(':', 12))];
      }
      const none = (format: string): unknown => [2, `throughline: the ${view} cannot be exported as ${format}`];
      assert.deepEqual(told, {
        json: view, csv: true, markdown: true,
        mermaid: view === 'scorecard' ? none('mermaid') : view === 'timeline' ? 'gantt' : 'flowchart-v2',
        dot: view === 'scorecard' || view === 'timeline' ? none('dot') : true,
        svg: 0, html: view,
      });
    });
  }

  it('names what goes together where a view has no such format, in one line with status 2', async () => {
    const folder = await strategy();
    assert.deepEqual(await folder.throughline(['export', '--view', 'timeline', '--format', 'dot']), {
      status: 2, out: '',
      error: 'throughline: the timeline cannot be exported as dot: --view timeline goes with --format json, csv, markdown, mermaid, svg or html; '
        + '--format dot goes with --view map, metrics or owners\n',
    });
  });

  it('names the views where there is none of that name', async () => {
    const folder = await strategy();
    const { status, error } = await folder.throughline(['export', '--view', 'roadmap']);
    assert.deepEqual([status, error], [2, 'throughline: option \'--view <VIEW>\' argument \'roadmap\' is invalid. Allowed choices are map, scorecard, timeline, metrics, owners.\n']);
  });

  it('without a view is the report as HTML and Markdown, and the view that says most in the others', async () => {
    const folder = await strategy();
    const html = (await folder.throughline(['export', '--format', 'html'])).out;
    assert.equal(kinds.html?.(html), VIEWS.join());
    assert.equal((await folder.throughline(['export', '--format', 'markdown'])).out.match(/^# /gm)?.length, VIEWS.length);
    for (const [format, view] of [['csv', 'scorecard'], ['mermaid', 'map'], ['dot', 'map'], ['svg', 'map']] as const) {
      const [whole, one] = [await folder.throughline(['export', '--format', format]), await folder.throughline(['export', '--format', format, '--view', view])];
      assert.deepEqual([whole.status, whole.out], [0, one.out], format);
    }
  });

  it('holds a page with the script that keeps its interactions', async () => {
    const folder = await strategy();
    const { out } = await folder.throughline(['export', '--format', 'html', '--view', 'map']);
    const [, code = ''] = /<script>([\s\S]*)<\/script>/.exec(out) ?? [];
    assert.ok(code.length > 10_000 && code.includes('throughline-choices'));
  });

  it('judges by --as-of', async () => {
    const folder = await strategy();
    const { out } = await folder.throughline(['export', '--view', 'scorecard', '--format', 'json', '--as-of', '2026-02-10']);
    const { asOf, groups } = JSON.parse(out) as { asOf: string; groups: { rows: { rows: { rows: { noData: boolean }[] }[] }[] }[] };
    assert.deepEqual([asOf, groups[0]?.rows[0]?.rows[1]?.rows[0]?.noData], ['2026-02-10', true]);
  });

  it('tells of the findings of the PATHs alone, and draws the whole strategy', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'b.strategy': BROKEN });
    const pages = [await folder.throughline(['export', '--format', 'html', 'a.strategy']), await folder.throughline(['export', '--format', 'html', 'b.strategy'])];
    assert.deepEqual(pages.map(({ out }) => [out.includes('docs/rules/unknown-reference.md'), out.includes('Nobody knows why')]), [[false, true], [true, true]]);
  });

  it('shows what terminals would act on', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': 'goal g "\u001b[31mred\u202e" { kind business }\n' });
    for (const format of ['csv', 'markdown', 'mermaid', 'dot']) {
      const { out } = await folder.throughline(['export', '--format', format]);
      assert.ok(out.includes('red') && !out.includes('\u001b') && !out.includes('\u202e'), format);
    }
  });

  it('quotes what a spreadsheet would run', async () => {
    const folder = await Folder.with({ 'a.strategy': 'goal g "=cmd|\' /C calc\'!A0" { kind business }\ngoal h "-1+1" { kind business }\n' });
    const { out } = await folder.throughline(['export', '--format', 'csv', '--as-of', '2026-03-01']);
    assert.deepEqual(csvRows(out).slice(1).map((cells) => cells[3]), ['\'=cmd|\' /C calc\'!A0', '\'-1+1']);
  });
});

describe('throughline export --out', () => {
  it('replaces a file in one step', async () => {
    const folder = await strategy();
    await folder.write('report.html', 'old');
    assert.deepEqual(await folder.throughline(['export', '--format', 'html', '--out', 'report.html']), { status: 0, out: '', error: '' });
    assert.match(await folder.read('report.html'), /^<!DOCTYPE html>\n/);
  });

  it('writes where it is told, outside the folder as well', async () => {
    const folder = await strategy();
    await mkdir(join(folder.path, 'work'));
    assert.equal((await folder.throughline(['export', '..', '--format', 'csv', '--out', '../strategy.csv'], { in: 'work' })).status, 0);
    assert.match(await folder.read('strategy.csv'), /^group,kind,id/);
  });

  it('follows no link out of the current folder', async () => {
    const folder = await Folder.with({ 'inner/throughline.json': SETTINGS, 'inner/a.strategy': ALIGNED, 'precious.txt': 'mine' });
    await symlink('../precious.txt', join(folder.path, 'inner/report.html'));
    await symlink('..', join(folder.path, 'inner/public'));
    for (const out of ['report.html', 'public/precious.txt']) {
      assert.deepEqual(await folder.throughline(['export', '--format', 'html', '--out', out], { in: 'inner' }), {
        status: 2, out: '', error: `throughline: ${out}: could not be written: a link leads out of the current folder; name the file itself\n`,
      });
    }
    assert.equal(await folder.read('precious.txt'), 'mine');
    assert.equal(await readlink(join(folder.path, 'inner/report.html')), '../precious.txt');
  });

  it('says why a file cannot be written', async () => {
    const folder = await strategy();
    await mkdir(join(folder.path, 'public'));
    const told = async (out: string): Promise<unknown> => {
      const { status, error } = await folder.throughline(['export', '--out', out]);
      return [status, error];
    };
    assert.deepEqual(await told('public'), [2, 'throughline: public: could not be written: is a folder, not a file\n']);
    assert.deepEqual(await told(''), [2, 'throughline: "": could not be written: it is no name of a file\n']);
  });
});
