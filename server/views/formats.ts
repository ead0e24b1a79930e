/** The text formats of the views: which there are is data, one line each. */

import { mapCsv } from './map/csv.ts';
import { mapGraph } from './map/graph.ts';
import { mapMarkdown } from './map/markdown.ts';
import { mapModel } from './map/model.ts';
import { mapSummary } from './map/summary.ts';
import { mapTable } from './map/table.ts';
import { metrics } from './metrics/build.ts';
import { metricsCsv } from './metrics/csv.ts';
import { metricsGraph } from './metrics/graph.ts';
import { metricsMarkdown } from './metrics/markdown.ts';
import { owners } from './owners/build.ts';
import { ownersCsv } from './owners/csv.ts';
import { ownersGraph } from './owners/graph.ts';
import { ownersMarkdown } from './owners/markdown.ts';
import { scorecard } from './scorecard/build.ts';
import { scorecardCsv } from './scorecard/csv.ts';
import { scorecardMarkdown } from './scorecard/markdown.ts';
import { strategyTitle } from './strategy-title.ts';
import { dotGraph } from './text/dot.ts';
import { mermaidFlowchart } from './text/mermaid.ts';
import { timelineCsv } from './timeline/csv.ts';
import { timelineEntries } from './timeline/entries.ts';
import { timelineGantt } from './timeline/gantt.ts';
import { timelineMarkdown } from './timeline/markdown.ts';
import { timelineModel } from './timeline/model.ts';
import { timelineSummary } from './timeline/summary.ts';
import type { Strategy } from '../model/strategy.ts';
import type { ViewName, ViewOptions } from './view.ts';

/** Formats that are text by themselves; pictures (`svg`) and pages (`html`) are written by document.ts and page.ts. */
export type TextFormat = 'markdown' | 'mermaid' | 'dot' | 'csv' | 'json';

/** A view in a text format: pure, a line end at its end. */
export type TextWriter = (strategy: Strategy, options: ViewOptions) => string;

/** What each view can be written as. A table is no graph, and so has no `mermaid` or `dot`. */
export const textWriters: Readonly<Record<ViewName, Readonly<Partial<Record<TextFormat, TextWriter>>>>> = {
  map: {
    markdown: (strategy, options) => {
      const model = mapModel(strategy, options);
      return mapMarkdown(mapTable(model), `Map of ${strategyTitle(strategy)}`, mapSummary(model));
    },
    mermaid: (strategy, options) => mermaidFlowchart(mapGraph(mapTable(mapModel(strategy, options)), `Map of ${strategyTitle(strategy)}`)),
    dot: (strategy, options) => dotGraph(mapGraph(mapTable(mapModel(strategy, options)), `Map of ${strategyTitle(strategy)}`)),
    csv: (strategy, options) => mapCsv(mapTable(mapModel(strategy, options))),
    json: (strategy, options) => json('map', mapTable(mapModel(strategy, options))),
  },
  scorecard: {
    markdown: (strategy, options) => scorecardMarkdown(scorecard(strategy, options), `Scorecard of ${strategyTitle(strategy)}`),
    csv: (strategy, options) => scorecardCsv(scorecard(strategy, options)),
    json: (strategy, options) => json('scorecard', scorecard(strategy, options)),
  },
  timeline: {
    markdown: (strategy, options) => {
      const model = timelineModel(strategy, options);
      return timelineMarkdown(timelineEntries(model), `Timeline of ${strategyTitle(strategy)}`, timelineSummary(model));
    },
    mermaid: (strategy, options) => timelineGantt(timelineEntries(timelineModel(strategy, options)), `Timeline of ${strategyTitle(strategy)}`),
    csv: (strategy, options) => timelineCsv(timelineEntries(timelineModel(strategy, options))),
    json: (strategy, options) => json('timeline', timelineEntries(timelineModel(strategy, options))),
  },
  metrics: {
    markdown: (strategy, options) => metricsMarkdown(metrics(strategy, options), `Metrics of ${strategyTitle(strategy)}`),
    mermaid: (strategy, options) => mermaidFlowchart(metricsGraph(metrics(strategy, options), `Metrics of ${strategyTitle(strategy)}`)),
    dot: (strategy, options) => dotGraph(metricsGraph(metrics(strategy, options), `Metrics of ${strategyTitle(strategy)}`)),
    csv: (strategy, options) => metricsCsv(metrics(strategy, options)),
    json: (strategy, options) => json('metrics', metrics(strategy, options)),
  },
  owners: {
    markdown: (strategy, options) => ownersMarkdown(owners(strategy, options), `Owners of ${strategyTitle(strategy)}`),
    mermaid: (strategy, options) => mermaidFlowchart(ownersGraph(owners(strategy, options), `Owners of ${strategyTitle(strategy)}`)),
    dot: (strategy, options) => dotGraph(ownersGraph(owners(strategy, options), `Owners of ${strategyTitle(strategy)}`)),
    csv: (strategy, options) => ownersCsv(owners(strategy, options)),
    json: (strategy, options) => json('owners', owners(strategy, options)),
  },
};

/** The model of a view, as it is. */
function json(view: ViewName, model: object): string {
  return `${JSON.stringify({ version: 1, view, ...model }, null, 2)}\n`;
}
