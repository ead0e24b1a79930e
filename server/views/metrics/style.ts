/** The look of the driver tree. */

import { sparklineStyle } from '../sparkline.ts';

export const metricsStyle = `${sparklineStyle}
.metrics .ground { fill: var(--tl-ground); }
.metrics .picture-title { font-size: 18px; font-weight: 600; }
.metrics .card-box { fill: var(--tl-card); stroke: var(--tl-border); stroke-width: 1; }
.metrics .card.goal .card-box { fill: var(--tl-card-head); stroke: var(--tl-line); }
.metrics .card-strip { fill: var(--tl-accent); }
.metrics .card.random .card-box { stroke: var(--tl-off-track); stroke-dasharray: 6 4; }
.metrics .card.context { opacity: 0.55; }
.metrics text.title { font-size: 13px; font-weight: 600; }
.metrics text.value { font-size: 15px; font-weight: 600; }
.metrics text.value.long { font-size: 12px; }
.metrics text.reason { font-size: 11.5px; font-weight: 600; fill: var(--tl-muted); }
.metrics .random text.reason { fill: var(--tl-off-track); }
.metrics text.goal-title { font-size: 12px; font-weight: 600; }
.metrics text.mover { font-size: 12px; }
.metrics text.detail { font-size: 11px; fill: var(--tl-muted); }
.metrics text.score { font-size: 11.5px; font-variant-numeric: tabular-nums; }
.metrics .target { fill: none; stroke: var(--tl-accent); stroke-width: 1.4; }
.metrics .row.goal .bar-value { fill: var(--tl-accent); }
.metrics .row-box { fill: none; pointer-events: all; }
.metrics .row-rule { stroke: var(--tl-border); stroke-width: 1; opacity: 0.6; }
.metrics .row.untraced text.detail { fill: var(--tl-off-track); }
.metrics .edge-line { fill: none; stroke: var(--tl-line); stroke-width: 1.5; }
.metrics .edge-head { fill: var(--tl-line); }
.metrics .lane-box { fill: var(--tl-lane); stroke: var(--tl-stopped); stroke-width: 1.25; stroke-dasharray: 7 5; }
.metrics .lane-sign { fill: none; stroke: var(--tl-stopped); stroke-width: 2.2; stroke-linecap: round; }
.metrics text.lane-title { font-size: 14px; font-weight: 600; }
.metrics .card:hover > .card-box, .metrics .card[data-selected] > .card-box { stroke: var(--tl-accent); stroke-width: 2; }
.metrics .card[data-selected] > .card-box, .metrics .row[data-selected] > .row-box, .metrics .row:hover > .row-box { fill: var(--tl-selection); }
.metrics .edge[data-near] .edge-line { stroke: var(--tl-accent); stroke-width: 2.25; }
`;
