/** The style sheet of the picture of churn. */

export const churnStyle = `
.churn .ground { fill: var(--tl-ground); }
.churn .total { fill: var(--tl-card-head); }
.throughline.churn text.picture-title { font-size: 18px; font-weight: 600; }
.throughline.churn text.verdict { font-size: 13px; }
.throughline.churn text.team { font-size: 13px; }
.throughline.churn text.column { font-weight: 600; fill: var(--tl-muted); }
.throughline.churn text.kept-words { font-size: 11px; font-weight: 600; }
.throughline.churn text.detail { font-size: 11px; fill: var(--tl-muted); }
.churn .rule { stroke: var(--tl-track); stroke-width: 1; }
.churn .head-rule { stroke: var(--tl-border); stroke-width: 1.5; }
.churn .kept .square-box { fill: var(--tl-on-track); stroke: var(--tl-on-track); }
.churn .moved .square-box { fill: var(--tl-ground); stroke: var(--tl-at-risk); stroke-width: 1.5; }
.churn .moved .square-sign { stroke: var(--tl-at-risk); stroke-width: 2; }
.churn .dropped .square-box { fill: var(--tl-ground); stroke: var(--tl-off-track); stroke-width: 1.5; }
.churn .dropped .square-sign { stroke: var(--tl-off-track); stroke-width: 1.5; }
`;
