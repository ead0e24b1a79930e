/** The look of the report beside that of its views. */

export const reportStyle = `
.cover { padding: 12px 8px 28px; }
.cover .eyebrow { margin: 0; color: var(--tl-muted); font-size: 13px; letter-spacing: 0.03em; }
.cover h1 { font-size: 38px; line-height: 1.15; margin: 6px 0 10px; overflow-wrap: anywhere; }
.cover .vision { font-size: 19px; line-height: 1.35; margin: 0 0 6px; max-width: 62ch; overflow-wrap: anywhere; }
.cover .mission { font-size: 14px; margin: 0 0 12px; color: var(--tl-muted); max-width: 90ch; overflow-wrap: anywhere; }
.cover .tiles { display: flex; flex-wrap: wrap; gap: 12px; list-style: none; margin: 18px 0 8px; padding: 0; }
.cover .tile { display: grid; grid-template-columns: auto auto; align-items: center; column-gap: 10px; padding: 10px 18px 10px 14px; border: 1px solid var(--tl-border); border-left: 5px solid var(--health); border-radius: 6px; background: var(--tl-card); }
.cover .tile-icon { grid-row: 1 / span 2; line-height: 0; }
.cover .tile-icon svg { width: 26px; height: 26px; }
.cover .tile-count { font-size: 24px; font-weight: 700; line-height: 1; }
.cover .tile-word { color: var(--tl-muted); font-size: 12px; }
.cover .counts { margin: 0 0 18px; color: var(--tl-muted); }
.cover .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 36px; }
.cover h2 { font-size: 15px; margin: 14px 0 4px; }
.cover table.goals td, .cover table.goals th { padding: 6px 8px 6px 0; }
.cover table.goals th[scope="row"] { font-weight: 600; }
.cover ul.concerns, .cover ul.findings { list-style: none; margin: 6px 0; padding: 0; }
.cover ul.concerns li { display: flex; gap: 8px; align-items: flex-start; padding: 5px 0; border-bottom: 1px solid var(--tl-track); }
.cover ul.concerns svg { flex: none; margin-top: 1px; }
.cover .concern { min-width: 0; overflow-wrap: anywhere; }
.cover .because { display: block; color: var(--tl-muted); font-size: 12px; }
.cover ul.findings { columns: 2; column-gap: 36px; }
.cover ul.findings li { break-inside: avoid; padding: 4px 0; border-bottom: 1px solid var(--tl-track); font-size: 12px; overflow-wrap: anywhere; }
.cover .severity { display: inline-block; min-width: 54px; margin-right: 6px; font-weight: 700; font-size: 11px; }
.cover .severity.error { color: var(--tl-error); }
.cover .severity.warning { color: var(--tl-warning); }
.cover ul.findings a { color: var(--tl-accent); white-space: nowrap; }
.throughline .cover h2 .of { margin-left: 10px; font-weight: 400; font-size: 12px; color: var(--tl-muted); }
.cover .more { margin: 4px 0; }
.report section.view { margin-top: 36px; }
.report .made { margin-top: 40px; color: var(--tl-muted); font-size: 12px; }
@media (max-width: 900px) { .cover .columns { grid-template-columns: minmax(0, 1fr); gap: 8px; } .cover ul.findings { columns: 1; } }
@media print {
  .cover { padding: 0; font-size: 8.5pt; }
  .cover .columns { gap: 9mm; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .cover h1 { font-size: 24pt; margin: 3pt 0 4pt; }
  .cover .vision { font-size: 12pt; }
  .cover .tiles { margin: 6pt 0 4pt; }
  .cover .tile { padding: 5pt 12pt 5pt 8pt; break-inside: avoid; }
  .cover .counts { margin-bottom: 4pt; }
  .cover li, .cover tr { break-inside: avoid; }
  .cover h2 { margin-top: 6pt; break-after: avoid; }
  .cover ul.findings { columns: 2; column-gap: 9mm; }
  .cover ul.findings li { font-size: 8pt; }
  .report section.view { margin: 0; }
  .report .made { display: none; }
}
`;
