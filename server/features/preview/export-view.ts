/** A view as a file, of what a preview shows: written as the command writes it. */

import type { ExportViewAnswer, ExportViewParams } from '../../preview-protocol.ts';
import { exportAll, exportView } from '../../views/export.ts';
import { Refusal } from '../refusal.ts';
import type { Snapshot } from '../snapshot.ts';
import { analysisOn } from './as-of.ts';
import { viewOptions } from './view.ts';

/** The file's text. What is filtered and folded in the preview is in the file; the whole report has neither. */
export async function exportedView(snapshot: Snapshot, params: ExportViewParams): Promise<ExportViewAnswer | Refusal> {
  const analysis = analysisOn(snapshot, params.asOf);
  if (analysis === null) return new Refusal('There is no strategy here.');
  const { strategy, diagnostics: findings } = analysis;
  const { view, format, script } = params;
  const options = { ...viewOptions(params), hints: null };
  if (format === 'report') return { text: await exportAll('html', { strategy, findings, options: viewOptions({ ...params, ...WHOLE }), script }) };
  const text = await exportView(view, format, { strategy, findings, options, script });
  return text === null ? new Refusal(`The ${view} cannot be written as ${format}.`) : { text };
}

const WHOLE = { filter: { owners: [], teams: [], periods: [], kinds: [], health: [], text: '' }, collapsed: [], hints: null, sorting: null } as const;
