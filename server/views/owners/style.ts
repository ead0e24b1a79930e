/** The look of the owners. */

import { tableStyle } from '../table-style.ts';

export const ownersStyle = `${tableStyle}
.owners h3 { font-size: 15px; margin: 24px 10px 2px; }
.owners h3:first-child { margin-top: 4px; }
.owners .lead { margin: 0 10px 8px; color: var(--tl-muted); }
.owners table.load th[scope="row"] { min-width: 130px; width: 22%; }
.owners .team .owner-name { font-weight: 600; }
.owners .depth-1 { padding-left: 16px; }
.owners .depth-2 { padding-left: 32px; }
.owners .depth-3 { padding-left: 48px; }
.owners .depth-4 { padding-left: 64px; }
.owners .period-days { display: block; font-weight: 400; }
.owners thead th.current { color: var(--tl-text); box-shadow: inset 0 -2px 0 var(--tl-accent); }
.owners .marks { display: inline-flex; flex-wrap: wrap; gap: 3px; align-items: center; margin-right: 8px; vertical-align: middle; }
.owners .mark { display: inline-block; line-height: 0; }
.owners .counts { color: var(--tl-text); }
.owners .members { display: block; color: var(--tl-muted); font-size: 11px; }
.owners .effort { display: flex; align-items: center; gap: 8px; margin-top: 4px; white-space: nowrap; }
.owners .effort-value { fill: var(--tl-accent); }
.owners .effort.over .effort-value { fill: var(--tl-off-track); }
.owners .effort.over { color: var(--tl-off-track); font-weight: 600; }
.owners .nothing { color: var(--tl-muted); }
.owners table.matrix { width: auto; min-width: 0; }
.owners table.matrix thead th { text-align: center; vertical-align: bottom; }
.owners table.matrix .corner { text-align: left; }
.owners .turned { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 150px; overflow: hidden; display: inline-block; text-align: left; line-height: 1.2; }
.owners table.matrix td { text-align: center; min-width: 34px; border-left: 1px solid var(--tl-track); vertical-align: middle; }
.owners table.matrix th[scope="row"] { font-weight: 600; min-width: 120px; max-width: 220px; }
.owners table.matrix td.self { background: var(--tl-card-head); }
.owners table.matrix td.part { background: var(--tl-selection); font-weight: 700; }
.owners table.matrix td.named-only { background: none; font-weight: 400; }
.owners .named-only .count { display: inline-block; min-width: 20px; line-height: 18px; border: 1.5px dashed var(--tl-at-risk); border-radius: 10px; }
.owners .legend { display: flex; gap: 18px; flex-wrap: wrap; margin: 8px 10px; color: var(--tl-muted); font-size: 12px; }
.owners .legend .swatch { display: inline-block; width: 18px; height: 14px; margin-right: 6px; vertical-align: -2px; background: var(--tl-selection); }
.owners .legend .swatch.named { background: none; border: 1.5px dashed var(--tl-at-risk); border-radius: 8px; box-sizing: border-box; }
.owners ul.unowned { margin: 4px 10px; padding-left: 18px; columns: 300px; }
.owners ul.unowned li { break-inside: avoid; }
.owners ul.unowned li { margin: 2px 0; }
.owners ul.unowned .kind { color: var(--tl-muted); }
@media print {
  .owners h3, .owners .lead { break-after: avoid; }
  .owners table { font-size: 8pt; }
  .throughline .owners-body th, .throughline .owners-body td { padding: 2.5pt 5pt; }
  .owners table.matrix { break-inside: avoid; }
  .owners ul.unowned { columns: 3; font-size: 8pt; }
}
`;
