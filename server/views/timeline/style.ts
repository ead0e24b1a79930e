/** The timeline's rules in the style sheet. */

export const timelineStyle = `
.timeline .ground { fill: var(--tl-ground); }
.timeline .picture-title { font-size: 18px; font-weight: 600; }
.timeline .row-ground { fill: transparent; }
.timeline .row.group-end .row-rule, .timeline .row-rule { stroke: var(--tl-border); stroke-width: 1; opacity: 0.45; }
.timeline .group-ground { fill: var(--tl-card-head); }
.timeline text.group-title { font-size: 12.5px; font-weight: 600; }
.timeline text.title { font-size: 12.5px; font-weight: 600; }
.timeline text.sub { font-size: 11.5px; }
.timeline text.meta { font-size: 11px; fill: var(--tl-muted); }
.timeline .band { fill: var(--tl-card-head); stroke: var(--tl-border); }
.timeline .band.now { fill: var(--tl-selection); }
.timeline text.band-name { font-size: 11.5px; font-weight: 600; text-anchor: middle; }
.timeline .tick { stroke: var(--tl-border); stroke-width: 1; opacity: 0.5; }
.timeline .tick.strong { opacity: 1; }
.timeline text.tick-label { font-size: 11px; fill: var(--tl-muted); }
.timeline .span { fill: var(--tl-track); stroke: var(--health); stroke-width: 1.25; }
.timeline .span-value { fill: var(--health); }
.timeline .draft .span { stroke-dasharray: 4 3; }
.timeline .line { stroke: var(--health); stroke-width: 2; stroke-linecap: round; opacity: 0.6; }
.timeline .work { fill: var(--tl-track); stroke: var(--tl-line); stroke-width: 1.25; }
.timeline .initiative.done .work { fill: var(--tl-done); stroke: var(--tl-done); }
.timeline .initiative.paused .work { stroke-dasharray: 3 3; }
.timeline .checkin { fill: var(--health); stroke: var(--tl-ground); stroke-width: 1.25; }
.timeline .due { fill: var(--tl-ground); stroke: var(--health); stroke-width: 1.75; }
.timeline .done .due { fill: var(--health); }
.timeline .late-line { stroke: var(--tl-off-track); stroke-width: 2; stroke-dasharray: 2 3; }
.timeline text.late-words { font-size: 11px; font-weight: 600; fill: var(--tl-off-track); }
.timeline text.score { font-size: 11.5px; font-weight: 600; }
.timeline .as-of { stroke: var(--tl-accent); stroke-width: 1.75; }
.timeline .as-of-flag { fill: var(--tl-accent); }
.timeline text.as-of-words { font-size: 11px; font-weight: 600; fill: var(--tl-mark-sign); }
.timeline .needs-line { fill: none; stroke: var(--tl-line); stroke-width: 1.25; }
.timeline .needs-head { fill: var(--tl-line); }
.timeline .needs.late .needs-line { stroke: var(--tl-off-track); stroke-width: 1.75; }
.timeline .needs.late .needs-head { fill: var(--tl-off-track); }
.timeline .needs.met .needs-line { stroke-dasharray: 3 3; }
.timeline .needs[data-near] .needs-line { stroke: var(--tl-accent); stroke-width: 2; }
.timeline .needs[data-near] .needs-head { fill: var(--tl-accent); }
.timeline .row:hover > .row-ground, .timeline .row[data-selected] > .row-ground { fill: var(--tl-selection); }
`;
