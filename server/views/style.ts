/** What all pictures have in common in their style sheet. Colours come from `theme.ts` alone. */

import { themeStyle, type Theme } from './theme.ts';
import type { View } from './view.ts';

const BASE = `
.throughline { color: var(--tl-text); background: var(--tl-ground); font-family: var(--tl-font); font-size: 13px; line-height: 1.4; }
svg.throughline, .throughline svg { font-family: var(--tl-font); }
.throughline text { fill: var(--tl-text); font-size: 12px; unicode-bidi: isolate; }
.throughline text.muted { fill: var(--tl-muted); }
.throughline text.strong { font-weight: 600; }
.throughline text.legend-words { font-size: 11.5px; }
.throughline .muted { color: var(--tl-muted); }
.health-shape { fill: var(--health); stroke: var(--health); stroke-width: 1; stroke-linejoin: round; }
.health-sign { fill: none; stroke: var(--tl-mark-sign); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.health.open .health-shape { fill: none; stroke-width: 1.8; }
.health.open .health-sign { stroke: var(--health); stroke-width: 1.5; }
.health.not-started .health-shape { stroke-dasharray: none; }
.health.draft .health-shape { stroke-dasharray: 3 2.2; }
.on-track { --health: var(--tl-on-track); }
.at-risk { --health: var(--tl-at-risk); }
.off-track { --health: var(--tl-off-track); }
.done { --health: var(--tl-done); }
.not-started, .unknown, .health.active { --health: var(--tl-not-started); }
.paused, .draft, .dropped { --health: var(--tl-stopped); }
.health-badge { display: inline-flex; align-items: center; gap: 0.4em; white-space: nowrap; }
.finding.error { --finding: var(--tl-error); }
.finding.warning { --finding: var(--tl-warning); }
.finding.info, .finding.hint { --finding: var(--tl-info); }
.finding-shape { fill: var(--finding); }
.finding-sign { fill: none; stroke: var(--tl-mark-sign); stroke-width: 1.5; stroke-linecap: round; }
.throughline text.finding-count { font-size: 11px; font-weight: 600; fill: var(--tl-muted); }
.bar-track { fill: var(--tl-track); }
.bar-value { fill: var(--health, var(--tl-muted)); }
.bar-expected { stroke: var(--tl-text); stroke-width: 1.5; }
.throughline [tabindex]:focus { outline: none; }
.throughline [tabindex]:focus-visible { outline: 2px solid var(--tl-accent); outline-offset: 2px; }
.throughline .visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) { .throughline .picture:not(.still) .moves { transition: transform 150ms ease-out; } .throughline .picture:not(.still) .edge-line, .throughline .picture:not(.still) .edge-head { transition: d 150ms ease-out; } }
.vscode-reduce-motion .throughline * { transition: none !important; }
@media (forced-colors: active) { .throughline svg { forced-color-adjust: none; } }
@media print { .throughline { background: none; } .throughline { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

/** One style sheet for the pictures of some views in a theme. */
export function styleSheet(theme: Theme, views: readonly Pick<View, 'style'>[]): string {
  return `${themeStyle(theme).trim()}\n${rulesOf(views)}`;
}

/** The rules without the colours of a theme. */
export function rulesOf(views: readonly Pick<View, 'style'>[]): string {
  return [BASE, ...new Set(views.map(({ style }) => style))].map((part) => part.trim()).join('\n');
}
