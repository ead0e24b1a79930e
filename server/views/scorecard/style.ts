/** The look of the scorecard. */

import { tableStyle } from '../table-style.ts';

export const scorecardStyle = `${tableStyle}
.throughline table.scorecard { table-layout: fixed; min-width: 420px; }
.scorecard col.title { width: auto; }
.scorecard col.owner { width: 10.5%; }
.scorecard col.health { width: 104px; }
.scorecard col.progress { width: 152px; }
.scorecard col.measure { width: 14%; }
.scorecard col.current { width: 9%; }
.scorecard col.trend { width: 104px; }
.scorecard col.confidence { width: 86px; }
.scorecard col.checkin { width: 124px; }
@media screen {
@container (max-width: 1040px) { .scorecard .measure { display: none; } .scorecard col.owner { width: 116px; } .scorecard col.current { width: 13%; } }
@container (max-width: 880px) { .scorecard .checkin { display: none; } }
@container (max-width: 760px) { .scorecard .trend { display: none; } }
@container (max-width: 680px) { .scorecard .confidence { display: none; } }
@container (max-width: 600px) { .scorecard .current { display: none; } .throughline th, .throughline td { padding-left: 6px; padding-right: 6px; } }
}
.scorecard .title-cell { display: flex; gap: 4px; align-items: baseline; }
.scorecard .depth-1 { padding-left: 18px; }
.scorecard .depth-2 { padding-left: 36px; }
.scorecard .depth-3 { padding-left: 54px; }
.scorecard .title-text { min-width: 0; }
.scorecard .fold, .scorecard .no-fold { flex: none; width: 14px; padding: 0; margin: 0; }
.scorecard .fold { border: 0; background: none; color: var(--tl-muted); font: inherit; cursor: pointer; }
.scorecard .sort { border: 0; background: none; color: inherit; font: inherit; letter-spacing: inherit; padding: 0; cursor: pointer; text-align: left; }
.scorecard .fold:focus-visible, .scorecard .sort:focus-visible { outline: 2px solid var(--tl-accent); outline-offset: 2px; }
.scorecard .sort-printed { display: none; }
.scorecard .sort:hover { color: var(--tl-text); text-decoration: underline; }
.scorecard .below { display: block; color: var(--tl-muted); font-size: 11px; }
.scorecard .unaligned { color: var(--tl-off-track); font-weight: 600; }
.scorecard tr.goal > * { background: var(--tl-card-head); border-top: 1px solid var(--tl-border); padding-top: 8px; padding-bottom: 8px; }
.scorecard tr.goal .name { font-weight: 700; font-size: 14px; }
.scorecard tr.objective .name { font-weight: 600; }
.scorecard tr.metric .name { font-style: italic; }
.scorecard tr.metric, .scorecard tr.context { color: var(--tl-muted); }
.scorecard tr.group > * { background: var(--tl-card-head); border-top: 1px solid var(--tl-border); }
.scorecard .group-title { width: 0; white-space: nowrap; font-weight: 700; font-size: 14px; }
.throughline .all-together { padding: 6px 10px; margin: 0; color: var(--tl-muted); }
.throughline .all-together strong { color: var(--tl-text); margin-right: 6px; }
.scorecard.by-owner tr.goal > *, .scorecard.by-team tr.goal > *, .scorecard.by-period tr.goal > * { background: none; border-top: 0; }
.scorecard .totals { margin-left: 12px; color: var(--tl-muted); font-weight: 400; font-size: 12px; }
@media print {
  .throughline table.scorecard { min-width: 0; font-size: 8pt; }
  .throughline table.scorecard th, .throughline table.scorecard td { padding: 3pt 5pt; }
  .scorecard tr.goal, .scorecard tr.group { break-after: avoid; }
  .scorecard tr.goal .name, .scorecard .group-title { font-size: 9pt; }
  .scorecard .below, .scorecard .ago { font-size: 7pt; }
  .scorecard col.owner { width: 9.5%; }
  .scorecard col.health { width: 70px; }
  .scorecard col.progress { width: 112px; }
  .scorecard col.trend { width: 84px; }
  .scorecard col.confidence { width: 66px; }
  .scorecard col.checkin { width: 104px; }
  .scorecard thead th { font-size: 7pt; letter-spacing: 0; }
  .scorecard .bar { width: 60px; }
  .scorecard .sparkline { width: 72px; }
  .scorecard .health-icon { width: 12px; height: 12px; }
  .scorecard .sort { display: none; }
  .scorecard .sort-printed { display: inline; }
}
`;
