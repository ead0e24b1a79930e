import { label } from '../model/naming.ts';
import type { Entity, Initiative, KeyResult, Objective } from '../model/strategy.ts';
import { placeOf } from './places.ts';
import { itsNeighbours, itsObjective } from './reach.ts';
import { defineRule } from './rule.ts';
import type { Scope } from './scope.ts';

export const rule = defineRule({
  code: 'duplicate-name',
  group: 'structure',
  severity: 'error',
  title: 'Name that is declared twice',
  summary: 'Two declarations share a name in one namespace. It stands on the later one, and names the first, which is the one that references mean.',
  rationale: `A name is how everything else points at a thing: who owns it, what supports it, what a pull request changed. When two things bear it, the
reader sees one and the numbers count the other. The first declaration, by file and place, is the one that counts; the later one is in no number until
it has a name of its own.`,
  exceptions: `People, teams, periods, metrics, goals, objectives and top-level initiatives share one namespace across all the files of a strategy. Key results
and initiatives inside an objective are named within it, so that every objective may have its own \`activation\`. A strategy has at most one
\`strategy\` declaration; a second one is reported here, on its title.`,
  related: ['unknown-reference', 'wrong-kind'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['strategy', 'period', 'team', 'person', 'metric', 'goal', 'objective', 'kr', 'initiative'], reach: [itsNeighbours, itsObjective] },
  examples: {
    bad: [
      {
        title: 'Two teams wrote their objectives in their own files and chose the same name.',
        source: {
          'company.strategy': `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr }
`,
          'growth.strategy': `objective onboarding "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr "Time to first deploy falls" from 3d to 4h
}
`,
          'support.strategy': `objective «onboarding» "New customers never wait for an answer" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr "Time to first answer falls" from 9h to 2h
}
`,
        },
      },
      {
        title: 'Two key results of one objective share a name.',
        source: `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr }

objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "More trial teams deploy in week one" from 18% to 35%
  kr «deploy» "Time to first deploy falls" from 3d to 4h
}
`,
      },
    ],
    good: [
      {
        title: 'Names of key results are their objective\'s own: two objectives may each have a `deploy`.',
        source: `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr }

objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "More trial teams deploy in week one" from 18% to 35%
}
objective fast "Nobody waits for us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
    ],
  },
  check(scope, report) {
    for (const [entity, first] of doubledNames(scope)) {
      const where = first.origin.file.path === entity.origin.file.path ? '' : ` in ${first.origin.file.path}`;
      const message = entity.kind === 'strategy'
        ? `${label(entity)} is the second \`strategy\` of these files. Keep one; the first${where} is the one that counts.`
        : `${label(entity)} has the name of ${lowered(label(first))}, which is declared first${where}. Give one of them another name; a reference means the first.`;
      report({ place: placeOf(entity), message, related: [{ place: placeOf(first), message: `${label(first)} is declared first` }] });
    }
  },
});

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Each later declaration with the first of its name. */
function* doubledNames({ entities }: Scope): Generator<[Entity, Entity]> {
  const laterObjectives = new Set<Objective>();
  for (const entity of entities) {
    if (entity.laterThan === null) continue;
    // What stands in a later declaration of an objective is later than the objective; its own names are told apart below.
    if (isInside(entity) && entity.objective.laterThan !== null) laterObjectives.add(entity.objective);
    else yield [entity, entity.laterThan];
  }
  for (const objective of laterObjectives) yield* doubledInside(objective);
}

function isInside(entity: Entity): entity is KeyResult | (Initiative & { readonly objective: Objective }) {
  return entity.kind === 'kr' || (entity.kind === 'initiative' && entity.objective !== null);
}

function* doubledInside(objective: Objective): Generator<[Entity, Entity]> {
  const first = new Map<string, Entity>();
  const children = [...objective.keyResults, ...objective.initiatives];
  children.sort((a, b) => a.declaration.span.start - b.declaration.span.start);
  for (const child of children) {
    const name = child.declaration.name?.text;
    if (name === undefined) continue;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, child);
    else yield [child, earlier];
  }
}
