/** What the tables of all views have in common. */

import { sparklineStyle } from './sparkline.ts';

export const tableStyle = `${sparklineStyle}
.throughline .table-frame { overflow-x: auto; container-type: inline-size; }
.throughline table { border-collapse: separate; border-spacing: 0; width: 100%; font-variant-numeric: tabular-nums; }
.throughline th, .throughline td { text-align: left; vertical-align: top; padding: 6px 10px; border-bottom: 1px solid var(--tl-track); font-weight: 400; overflow-wrap: anywhere; }
.throughline thead th { vertical-align: bottom; padding: 6px 10px; color: var(--tl-muted); font-size: 11px; font-weight: 600; letter-spacing: 0.02em; border-bottom: 1.5px solid var(--tl-border); background: var(--tl-ground); overflow-wrap: normal; }
.throughline .bar, .throughline .sparkline { display: inline-block; vertical-align: middle; overflow: visible; flex: none; }
.throughline .progress-bar { display: inline-flex; align-items: center; gap: 8px; white-space: nowrap; }
.throughline .progress-value { min-width: 2.6em; text-align: right; }
.throughline .bar.no-health { --health: var(--tl-line); }
.throughline .confidence { white-space: nowrap; }
.throughline .confidence .arrow { margin-left: 3px; font-weight: 700; }
.throughline .confidence.rising .arrow { color: var(--tl-on-track); }
.throughline .confidence.falling .arrow { color: var(--tl-off-track); }
.throughline .ago { color: var(--tl-muted); font-size: 11px; white-space: nowrap; margin-left: 6px; }
.throughline time { white-space: nowrap; }
.throughline .finding-note { display: inline-block; min-width: 14px; padding: 0 3px; margin-left: 6px; border-radius: 7px; box-sizing: border-box; font-size: 10px; line-height: 14px; font-weight: 700; text-align: center; color: var(--tl-ground); vertical-align: 1px; }
.throughline .finding-note.error { background: var(--tl-error); }
.throughline .finding-note.warning { background: var(--tl-warning); }
.throughline .finding-note.info { background: var(--tl-info); }
.throughline .empty { color: var(--tl-muted); padding: 16px 10px; }
.throughline .health-icon { flex: none; vertical-align: -3px; }
@media (hover: hover) { .throughline tbody tr.row:hover > * { background: var(--tl-card-head); } }
@media print {
  .throughline .table-frame { overflow: visible; }
  .throughline table { page-break-inside: auto; }
  .throughline tr { break-inside: avoid; }
  .throughline thead { display: table-header-group; }
    .throughline .fold { display: none; }
}
`;
