/** The strategy as a tree to walk in: by goal, by owner or by period. Each thing is unfolded once, so that no strategy, however linked, makes it large. */

import { formatDay, type DayRange } from '../../../grammar/calendar.ts';
import { kindWord } from '../../model/naming.ts';
import { percent } from '../../model/figures.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import type { Entity, Goal, Initiative, KeyResult, Objective, Person, Strategy, Team } from '../../model/strategy.ts';
import type { Outline, OutlineAnswer, OutlineGrouping, OutlineNode, OutlineParams } from '../../preview-protocol.ts';
import { compareText } from '../../rules/diagnostic.ts';
import { canBeCheckedIn } from '../checkin.ts';
import type { Snapshot } from '../snapshot.ts';
import { rootOf } from './root.ts';

type Work = Goal | Objective | KeyResult | Initiative;

/** The outlines of all strategies that have a file, by folder. */
export function outlines(strategies: readonly Pick<Snapshot, 'analysis' | 'uriOf'>[], { grouping }: OutlineParams): OutlineAnswer {
  const found = strategies.flatMap(({ analysis, uriOf }): Outline[] => {
    const file = analysis?.strategy.files[0];
    if (analysis === null || file === undefined) return [];
    const { root, name } = rootOf({ analysis, uriOf });
    return [{ root, uri: uriOf(file.path), name, nodes: outline(analysis.strategy, grouping) }];
  });
  return { strategies: found.sort((a, b) => compareText(a.root, b.root)) };
}

/** The outline of one strategy. Later declarations of a name are not in it; what is past is in it by period alone. */
export function outline(strategy: Strategy, grouping: OutlineGrouping): OutlineNode[] {
  switch (grouping) {
    case 'goal': return byGoal(strategy);
    case 'owner': return byOwner(strategy);
    case 'period': return byPeriod(strategy);
    default: return grouping satisfies never;
  }
}

function byGoal({ goals, objectives, initiatives }: Strategy): OutlineNode[] {
  const shown = (one: Goal | Objective): boolean => one.laterThan === null && !one.past;
  const unfolded = new Set<Entity>();
  const below = (parent: Goal | Objective | KeyResult, path: string): OutlineNode[] => {
    const supporters = parent.usedBy.flatMap(({ kind, from }) => (kind === 'supports' && (from.kind === 'objective' || from.kind === 'goal') && shown(from) ? [from] : []));
    return [...new Set(supporters)].map((one) => branch(one, path));
  };
  const branch = (one: Goal | Objective, path: string): OutlineNode => {
    const key = `${path}/${one.id}`;
    const again = unfolded.has(one);
    unfolded.add(one);
    if (again) return { ...node(one, key, []), again: true };
    return node(one, key, [...below(one, key), ...one.kind === 'objective' ? parts(one, key, (kr, at) => below(kr, at)) : []]);
  };
  const roots = goals.filter((goal) => shown(goal) && !goal.supports.some(shown)).map((goal) => branch(goal, 'goal'));
  // Goals on a circle lead to no root; what serves none of these stands apart.
  const rest = [...goals, ...objectives].filter((one) => shown(one) && !unfolded.has(one));
  const apart = rest.filter((one) => one.kind === 'goal' || !one.supports.some(({ target }) => target !== null && rest.includes(supported(target))));
  const lost = [...apart, ...rest].filter((one, index, all) => all.indexOf(one) === index).flatMap((one) => (unfolded.has(one) ? [] : [branch(one, 'apart')]));
  const free = initiatives.filter((one) => one.objective === null && one.laterThan === null && !one.past).map((one) => node(one, `initiatives/${one.id}`, []));
  return [...roots, ...group('apart', 'Serves no goal', lost), ...group('initiatives', 'Initiatives', free)];
}

function supported(target: Goal | Objective | KeyResult): Goal | Objective {
  return target.kind === 'kr' ? target.objective : target;
}

function byOwner({ teams, people, goals, objectives, keyResults, initiatives }: Strategy): OutlineNode[] {
  const work: readonly Work[] = [...goals, ...objectives, ...keyResults, ...initiatives].filter((one) => one.laterThan === null && !one.past);
  const owned = new Map<Entity, Work[]>();
  for (const one of work) {
    if (isTold(one)) for (const owner of one.owners) owned.set(owner, [...owned.get(owner) ?? [], one]);
  }
  const unfolded = new Set<Entity>();
  const branch = (owner: Team | Person, path: string): OutlineNode[] => {
    if (unfolded.has(owner)) return [];
    unfolded.add(owner);
    const key = `${path}/${owner.id}`;
    const members = owner.kind === 'person' ? [] : [...teams, ...people].filter((one) => one.laterThan === null && parentOf(one) === owner);
    const children = [
      ...(owned.get(owner) ?? []).map((one) => node(one, `${key}/${one.id}`, one.kind === 'objective' ? parts(one, `${key}/${one.id}`, () => []) : [])),
      ...members.flatMap((one) => branch(one, key)),
    ];
    return children.length === 0 ? [] : [node(owner, key, children)];
  };
  const all = [...teams, ...people].filter((one) => one.laterThan === null);
  // A circle of teams has no top: it begins where it is met first.
  const nodes = [...all.filter((one) => parentOf(one) === null), ...all].flatMap((one) => branch(one, 'owner'));
  const nobody = work.filter((one) => one.owners.length === 0 && (one.kind === 'goal' || one.kind === 'objective' || (one.kind === 'initiative' && one.objective === null)));
  return [...nodes, ...group('nobody', 'Without an owner', nobody.map((one) => node(one, `nobody/${one.id}`, [])))];
}

function parentOf(owner: Team | Person): Team | null {
  return owner.kind === 'team' ? owner.parent : owner.team;
}

/** Whether a thing is told of by itself among what somebody owns: not under an objective of the same owner. */
function isTold(one: Work): boolean {
  if (one.kind === 'goal' || one.kind === 'objective') return true;
  const { objective } = one;
  return objective === null || (one.ownerWritten && one.owners.some((owner) => !objective.owners.includes(owner)));
}

function byPeriod({ goals, objectives, initiatives }: Strategy): OutlineNode[] {
  const groups = new Map<string, { readonly days: DayRange; readonly id: string | null; readonly members: Work[] }>();
  const without: Work[] = [];
  for (const one of [...goals, ...objectives, ...initiatives.filter(({ objective }) => objective === null)]) {
    if (one.laterThan !== null) continue;
    if (one.period.state !== 'known') {
      without.push(one);
      continue;
    }
    const { id, days } = one.period.period;
    const key = id ?? `${formatDay(days.start)} .. ${formatDay(days.end)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { days, id, members: [one] });
    else group.members.push(one);
  }
  // The latest first: that is what is worked on. Of those that begin on one day the longest first.
  const ordered = [...groups].sort(([a, { days: one }], [b, { days: other }]) => other.start - one.start || other.end - one.end || compareText(a, b));
  const children = (members: readonly Work[], path: string): OutlineNode[] => members.map((one) => (
    node(one, `${path}/${one.id}`, one.kind === 'objective' ? parts(one, `${path}/${one.id}`, () => []) : [])
  ));
  return [
    ...ordered.map(([key, { days, id, members }]): OutlineNode => ({
      key: `period/${key}`, id: null, kind: 'period', title: key, detail: id === null ? '' : `${formatDay(days.start)} to ${formatDay(days.end)}`,
      health: null, spoken: `period ${key}`, checkin: false, realign: false, again: false, children: children(members, `period/${key}`),
    })),
    ...group('without', 'Without a period', children(without, 'without')),
  ];
}

/** The krs of an objective, each with what is below it, and its initiatives. */
function parts(objective: Objective, path: string, below: (kr: KeyResult, path: string) => OutlineNode[]): OutlineNode[] {
  return [
    ...objective.keyResults.map((kr) => node(kr, `${path}/${kr.id}`, below(kr, `${path}/${kr.id}`))),
    ...objective.initiatives.map((one) => node(one, `${path}/${one.id}`, [])),
  ];
}

function node(entity: Work | Team | Person, key: string, children: readonly OutlineNode[]): OutlineNode {
  const health = 'health' in entity ? entity.health : null;
  const title = entity.title ?? entity.id;
  const detail = detailOf(entity);
  return {
    key, id: entity.id, kind: entity.kind, title, detail, health,
    spoken: [kindWord(entity.kind), title, health === null ? '' : HEALTH_WORDS[health], detail].filter((part) => part !== '').join(', '),
    checkin: (entity.kind === 'kr' && canBeCheckedIn(entity)) || (entity.kind === 'objective' && entity.keyResults.some(canBeCheckedIn)),
    realign: entity.kind === 'objective' || entity.kind === 'goal',
    again: false,
    children,
  };
}

function detailOf(entity: Work | Team | Person): string {
  switch (entity.kind) {
    case 'goal': case 'objective': return entity.score === null ? '' : percent(entity.score);
    case 'kr': return entity.score === null ? '' : percent(entity.score);
    case 'initiative': return entity.status.value === 'active' ? '' : entity.status.value;
    case 'team': case 'person': return '';
    default: return entity satisfies never;
  }
}

/** What has no thing of its own to stand under; nothing where nothing is in it. */
function group(key: string, title: string, children: readonly OutlineNode[]): OutlineNode[] {
  if (children.length === 0) return [];
  return [{ key, id: null, kind: 'group', title, detail: String(children.length), health: null, spoken: `${title}, ${children.length}`, checkin: false, realign: false, again: false, children }];
}
