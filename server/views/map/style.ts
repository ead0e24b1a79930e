/** The map's rules in the style sheet. */

export const mapStyle = `
.map .ground { fill: var(--tl-ground); }
.map .picture-title { font-size: 18px; font-weight: 600; }
.map .card-box { fill: var(--tl-card); stroke: var(--tl-border); stroke-width: 1; }
.map .card.lead .card-box { fill: var(--tl-card-head); }
.map .card.initiative .card-box { stroke-dasharray: none; fill: var(--tl-card); }
.map .card-strip { fill: var(--health); }
.map .card.initiative .card-strip { fill: var(--tl-border); }
.map .card.draft .card-box { stroke-dasharray: 5 3; }
.map .card.context > .card-strip { fill: var(--tl-border); }
.map .card.context > text { fill: var(--tl-muted); }
.map .card.context > .card-box { fill: var(--tl-card); stroke-dasharray: 2 3; }
.map text.lead { font-size: 16px; font-weight: 600; }
.map text.title { font-size: 13px; font-weight: 600; }
.map text.meta, .map text.serves { font-size: 11.5px; fill: var(--tl-muted); }
.map text.row { font-size: 12px; }
.map text.value { font-size: 11px; fill: var(--tl-muted); }
.map text.reason { font-size: 11.5px; font-weight: 600; fill: var(--tl-off-track); }
.map text.note { font-size: 11.5px; font-weight: 600; fill: var(--tl-changed); }
.map text.score { font-size: 12px; font-variant-numeric: tabular-nums; }
.map text.folded-count { font-size: 11.5px; font-weight: 600; fill: var(--tl-muted); }
.map .fold-toggle { display: none; }
.map .row-box { fill: none; pointer-events: all; }
.map .row-rule { stroke: var(--tl-border); stroke-width: 1; opacity: 0.6; }
.map .edge-line { fill: none; stroke: var(--tl-line); stroke-width: 1.25; }
.map .edge.other .edge-line { stroke-dasharray: 5 4; }
.map .edge-head, .map .edge-dot { fill: var(--tl-line); }
.map text.edge-label { font-size: 10.5px; font-weight: 600; fill: var(--tl-muted); paint-order: stroke; stroke: var(--tl-ground); stroke-width: 3px; }
.map .lane-box { fill: var(--tl-lane); stroke: var(--tl-off-track); stroke-width: 1.25; stroke-dasharray: 7 5; }
.map .lane.unknown .lane-box, .map .lane.adrift .lane-box { stroke: var(--tl-stopped); }
.map .lane-sign { fill: none; stroke: var(--tl-off-track); stroke-width: 2.2; stroke-linecap: round; }
.map .lane.unknown .lane-sign, .map .lane.adrift .lane-sign { stroke: var(--tl-stopped); }
.map .conflict-line { fill: none; stroke: var(--tl-conflict); stroke-width: 2; stroke-dasharray: 2 3; stroke-linecap: round; }
.map .conflict-end { fill: var(--tl-conflict); stroke: var(--tl-card); stroke-width: 1.5; }
.map .conflict-bolt { fill: var(--tl-mark-sign); }
.map .change.added > .card-box { stroke: var(--tl-added); stroke-width: 2; }
.map .change.removed > .card-box { stroke: var(--tl-removed); stroke-width: 2; stroke-dasharray: 6 4; }
.map .change.changed > .card-box { stroke: var(--tl-changed); stroke-width: 2; }
.map .change.removed text.title, .map .change.removed text.lead, .map .row.change.removed text.row { text-decoration: line-through; }
.map .change.added > text.note { fill: var(--tl-added); }
.map .change.removed > text.note { fill: var(--tl-removed); }
.map .edge.change.added .edge-line { stroke: var(--tl-added); stroke-width: 2; }
.map .edge.change.removed .edge-line { stroke: var(--tl-removed); stroke-width: 2; stroke-dasharray: 4 4; }
.map .edge.change.added .edge-head { fill: var(--tl-added); }
.map .edge.change.removed .edge-head { fill: var(--tl-removed); }
.map .card:hover > .card-box, .map .card[data-selected] > .card-box { stroke: var(--tl-accent); stroke-width: 2; }
.map .card[data-selected] > .card-box, .map .row[data-selected] > .row-box { fill: var(--tl-selection); }
.map .row:hover > .row-box { fill: var(--tl-selection); }
.map .edge[data-near] .edge-line { stroke: var(--tl-accent); stroke-width: 2.25; }
.map .edge[data-near] .edge-head, .map .edge[data-near] .edge-dot { fill: var(--tl-accent); }
.map .conflict[data-near] .conflict-line { stroke-width: 3; }
[data-far] .map text.meta, [data-far] .map text.serves, [data-far] .map text.value, [data-far] .map .row-rule, [data-far] .map text.edge-label { display: none; }
`;
