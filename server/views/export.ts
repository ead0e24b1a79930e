/** Views as files: which formats there are of which, and how each is written. The command and the editor save the same. */

import type { Strategy } from '../model/strategy.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import { svgDocument } from './document.ts';
import { textWriters, type TextFormat } from './formats.ts';
import { viewNamed } from './index.ts';
import { owners } from './owners/build.ts';
import { ownersPicture } from './owners/picture.ts';
import { report, viewPage } from './report/report.ts';
import { scorecard } from './scorecard/build.ts';
import { scorecardPicture } from './scorecard/picture.ts';
import { tablePictureStyle } from './table-picture.ts';
import { VIEW_NAMES, type ViewName, type ViewOptions, type ViewPicture } from './view.ts';

export type ExportFormat = TextFormat | 'svg' | 'html';

/** In the order in which they are offered. */
export const EXPORT_FORMATS: readonly ExportFormat[] = ['json', 'csv', 'markdown', 'mermaid', 'dot', 'svg', 'html'];

export interface ExportInput {
  readonly strategy: Strategy;
  /** Those to be told of. */
  readonly findings: readonly Diagnostic[];
  readonly options: ViewOptions;
  /** The page script, for `html`; null for a page that only shows. */
  readonly script: string | null;
}

/** What a view can be written as. */
export function formatsOf(view: ViewName): readonly ExportFormat[] {
  return EXPORT_FORMATS.filter((format) => format === 'svg' || format === 'html' || textWriters[view][format] !== undefined);
}

/** The views that can be written in a format. */
export function viewsIn(format: ExportFormat): readonly ViewName[] {
  return VIEW_NAMES.filter((view) => formatsOf(view).includes(format));
}

/** A view in a format; null where there is none (`formatsOf`). */
export async function exportView(name: ViewName, format: ExportFormat, input: ExportInput): Promise<string | null> {
  const { strategy, findings, options, script } = input;
  if (format === 'html') return viewPage(viewNamed(name), strategy, findings, options, script);
  if (format === 'svg') return pictureOf(name, input);
  return textWriters[name][format]?.(strategy, options) ?? null;
}

/** What one view is in each format where none is named. */
const DEFAULT_VIEWS: Readonly<Record<Exclude<ExportFormat, 'html' | 'json' | 'markdown'>, ViewName>> = { csv: 'scorecard', mermaid: 'map', dot: 'map', svg: 'map' };

/** The whole strategy: the report as a page or as Markdown; in formats that hold one view, the one that says most. `json` is data and not of the views. */
export async function exportAll(format: Exclude<ExportFormat, 'json'>, input: ExportInput): Promise<string> {
  const { strategy, findings, options, script } = input;
  if (format === 'html') return report(strategy, findings, options, script);
  if (format === 'markdown') return VIEW_NAMES.map((name) => textWriters[name].markdown?.(strategy, options) ?? '').join('\n');
  return await exportView(DEFAULT_VIEWS[format], format, input) ?? '';
}

/** An SVG file. A view that is a table in HTML is drawn for it. */
function pictureOf(name: ViewName, { strategy, findings, options }: ExportInput): string {
  const view = viewNamed(name);
  const picture = view.draw(strategy, findings, options);
  switch (name) {
    case 'scorecard': return tableDocument(picture, scorecardPicture(scorecard(strategy, options), picture.title));
    case 'owners': return tableDocument(picture, ownersPicture(owners(strategy, options), picture.title));
    case 'map': case 'timeline': case 'metrics': return svgDocument(view, picture, 'auto');
    default: return name satisfies never;
  }
}

function tableDocument(picture: ViewPicture, body: ViewPicture['body']): string {
  return svgDocument({ style: tablePictureStyle }, { ...picture, body }, 'auto');
}
