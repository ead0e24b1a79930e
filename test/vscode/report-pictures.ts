/** Pictures of the report that the command writes: its first page, and the views that say most by themselves. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');

export interface ReportPicture {
  readonly name: string;
  /** null for the report. */
  readonly view: string | null;
  /** A page that only shows has neither a bar nor a frame around its picture. */
  readonly interactive: boolean;
  readonly width: number;
}

/** In the order in which they are taken. */
export const REPORT_PICTURES: readonly ReportPicture[] = [
  { name: 'report', view: null, interactive: true, width: 1280 },
  { name: 'view-metrics', view: 'metrics', interactive: false, width: 1500 },
  { name: 'view-owners', view: 'owners', interactive: false, width: 1200 },
];

/** Writes what is in a picture, of a sample, into a folder, and opens it. */
export async function reportPage(browser: Browser, folder: string, sample: string, { name, view, interactive, width }: ReportPicture): Promise<Page> {
  const file = join(folder, `${name}.html`);
  const asked = view === null ? [] : ['--view', view];
  const written = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'export', '--format', 'html', ...asked, '--out', file], { cwd: join(root, 'samples', sample), encoding: 'utf8' });
  if (written.status !== 0) throw new Error(`${name} was not written: ${written.stderr}`);
  const page = await browser.newPage({ viewport: { width, height: 830 }, deviceScaleFactor: 2, colorScheme: 'light', javaScriptEnabled: interactive });
  await page.goto(pathToFileURL(file).href);
  return page;
}
