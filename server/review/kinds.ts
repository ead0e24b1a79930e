/** The kinds of change that a review tells apart (review.md section 3), with their mirrors and their risks. */

export type Risk = 'high' | 'medium' | 'low' | 'info';

export const RISKS: readonly Risk[] = ['high', 'medium', 'low', 'info'];

/**
 * A kind of change. Read backwards, from head to base, it is its mirror; a kind without one is its own.
 * `risk` is that of something that has begun, before any condition; `fixed` is the same whether it has begun or not.
 */
export interface ChangeKind {
  readonly kind: string;
  readonly mirror: string;
  readonly risk: Risk;
  readonly fixed: boolean;
}

type Row = readonly [kind: string, risk: Risk, mirror?: string, mirrorRisk?: Risk, fixed?: 'fixed'];

/** In the table's order: kind, its risk, its mirror, the mirror's risk. A kind that stands twice as a mirror has its first row's risk. */
const TABLE: readonly Row[] = [
  ['strategy-added', 'low', 'strategy-removed', 'high', 'fixed'],
  ['goal-added', 'medium', 'goal-removed', 'high'],
  ['objective-added', 'medium', 'objective-removed', 'high'],
  ['kr-added', 'medium', 'kr-removed', 'high'],
  ['initiative-added', 'low', 'initiative-removed', 'medium'],
  ['goal-dropped', 'high', 'goal-revived', 'medium'],
  ['objective-dropped', 'high', 'objective-revived', 'medium'],
  ['kr-dropped', 'high', 'kr-revived', 'medium'],
  ['initiative-dropped', 'medium', 'initiative-revived', 'low'],
  ['replaced', 'high'],
  ['kr-moved', 'medium'],
  ['initiative-moved', 'low'],
  ['target-lowered', 'high', 'target-raised', 'medium'],
  ['target-shifted', 'high'],
  ['target-set', 'low', 'target-withdrawn', 'high'],
  ['baseline-moved', 'high'],
  ['baseline-set', 'low', 'baseline-removed', 'high'],
  ['measure-changed', 'high'],
  ['goal-metric-added', 'low', 'goal-metric-removed', 'high'],
  ['date-slipped', 'medium', 'date-pulled-in', 'low'],
  ['period-changed', 'medium'],
  ['period-redefined', 'low', 'period-redefined', 'low', 'fixed'],
  ['unaligned', 'high', 'aligned', 'low'],
  ['realigned', 'medium'],
  ['advances-changed', 'low'],
  ['needs-changed', 'medium'],
  ['type-changed', 'medium'],
  ['goal-kind-changed', 'medium'],
  ['weight-changed', 'medium'],
  ['owner-added', 'low', 'owner-removed', 'high'],
  ['owner-changed', 'medium'],
  ['sponsor-changed', 'medium'],
  ['with-changed', 'low'],
  ['lead-changed', 'low'],
  ['status-changed', 'medium'],
  ['checkin-added', 'info', 'checkin-removed', 'high', 'fixed'],
  ['checkin-backdated', 'medium', 'checkin-removed', 'high', 'fixed'],
  ['checkin-rewritten', 'high', 'checkin-rewritten', 'high', 'fixed'],
  ['now-changed', 'info'],
  ['confidence-dropped', 'info', 'confidence-raised', 'info', 'fixed'],
  ['metric-redefined', 'low', 'metric-redefined', 'low', 'fixed'],
  ['metric-changed', 'medium', 'metric-changed', 'medium', 'fixed'],
  ['metric-added', 'info', 'metric-removed', 'low', 'fixed'],
  ['period-added', 'info', 'period-removed', 'low', 'fixed'],
  ['team-added', 'info', 'team-removed', 'low', 'fixed'],
  ['person-added', 'info', 'person-removed', 'low', 'fixed'],
  ['vision-changed', 'high', 'vision-changed', 'high', 'fixed'],
  ['mission-changed', 'high', 'mission-changed', 'high', 'fixed'],
  ['evidence-added', 'info', 'evidence-removed', 'medium'],
  ['retitled', 'medium'],
  ['renamed', 'info', 'renamed', 'info', 'fixed'],
  ['property-changed', 'low'],
  ['link-changed', 'info', 'link-changed', 'info', 'fixed'],
  ['documentation-changed', 'info', 'documentation-changed', 'info', 'fixed'],
  ['rule-weakened', 'medium', 'rule-strengthened', 'info', 'fixed'],
  ['rule-options-changed', 'medium', 'rule-options-changed', 'medium', 'fixed'],
  ['as-of-changed', 'medium', 'as-of-changed', 'medium', 'fixed'],
  ['suppression-added', 'medium', 'suppression-removed', 'info', 'fixed'],
  ['syntax-broken', 'high', 'syntax-mended', 'info', 'fixed'],
];

function* expand(): Generator<ChangeKind> {
  const seen = new Set<string>();
  for (const [kind, risk, mirror = kind, mirrorRisk = risk, fixed] of TABLE) {
    for (const change of [
      { kind, mirror, risk, fixed: fixed !== undefined },
      { kind: mirror, mirror: kind, risk: mirrorRisk, fixed: fixed !== undefined },
    ]) {
      if (seen.has(change.kind)) continue;
      seen.add(change.kind);
      yield change;
    }
  }
}

/** Every kind, mirrors included, each once, in the table's order. */
export const changeKinds: readonly ChangeKind[] = [...expand()];
