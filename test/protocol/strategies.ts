/** Small strategies that the protocol tests are about. Each is judged by a day of its own, and `sound` has no finding. */

export const settings = '{ "asOf": "2026-02-01" }\n';

export const goals = `team core "Core"
person ann "Ann Lee" in core

metric arr "Annual recurring revenue" {
  unit   $
  better up
}

goal grow "Grow the business" {
  kind   business
  owner  ann
  period 2026
  metric arr from $1M to $2M
}
`;

export const okrs = `objective start "Teams start without talking to us" {
  supports grow
  owner    core
  period   2026-Q1

  kr "More teams start on their own" from 10% to 20%
  kr "Time to first deploy falls"    from 3d to 4h
}
`;

export const sound: Readonly<Record<string, string>> = {
  'throughline.json': settings, 'goals.strategy': goals, 'okrs.strategy': okrs,
};

/** With one syntax error, and nothing else to find. */
export const broken = 'team idle "Idle\n';

/** With an unknown name where the goal should stand. */
export const lost = okrs.replace('supports grow', 'supports gorw');
