import { firstProperty, type PropertyNamed, type Reference } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import type { KeyResult, Objective } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { placeIn } from './places.ts';
import { defineRule, type Fix } from './rule.ts';

export const rule = defineRule({
  code: 'many-owners',
  group: 'ownership and focus',
  severity: 'hint',
  title: 'More than one owner',
  summary: 'A goal, objective or key result has more than one owner.',
  rationale: `Two people who are accountable each trust that the other one looks. One owner answers for the result, and those who contribute stand in
\`with\`: that takes nothing away from their work, and everybody knows whom to ask. Apple calls the one the directly responsible individual and
puts a name beside every item of an agenda.`,
  sources: ['Lashinsky, Inside Apple, 2012 (the directly responsible individual)', 'Grove, High Output Management, 1983'],
  exceptions: 'Where two people truly share one office, silence it with that reason, or make them a team.',
  related: ['missing-owner', 'unshared-dependency'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal', 'objective', 'kr'] },
  examples: {
    bad: [
      {
        title: 'Who speaks for it in the weekly meeting?',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner    maya, «growth»
  period   2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
        fixed: {
          title: 'Move growth to with',
          source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner    maya
  with     growth
  period   2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
        },
      },
      {
        title: 'A key result, and a goal (where `sponsor` may be what was meant).',
        source: `person maya "Maya Okafor"
person jonas "Jonas Weber"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya, «jonas» period 2026 metric arr from $4.2M to $9M }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h { owner jonas, «maya» }
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
    good: [
      {
        title: 'One answers for it, the others contribute.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  with growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
      {
        title: 'An initiative is work that several may own.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
  initiative wizard "Guided setup wizard" { owner growth, maya }
}
`,
      },
    ],
  },
  check({ goals, objectives, keyResults }, report) {
    for (const entity of [...goals, ...objectives, ...keyResults]) {
      if (!entity.judged) continue;
      const owner = firstProperty(entity.declaration, 'owner');
      const [first, second] = owner?.value ?? [];
      // What stands after a syntax error may be no owner.
      if (owner === undefined || owner.broken || first === undefined || second === undefined) continue;
      const others = entity.kind === 'goal' ? 'leave the others out' : 'name the others in `with`';
      report({
        place: placeIn(entity, second),
        message: `${label(entity)} has ${owner.value.length} owners. Keep the one who answers for it as \`owner\`, and ${others}.`,
        fixes: entity.kind === 'goal' ? [] : moveToWith(entity, owner, first),
      });
    }
  },
});

/** Leaves the first owner and names the others in `with`; nothing where a comment or a syntax error stands in the way. */
function moveToWith(entity: Objective | KeyResult, owner: PropertyNamed<'owner'>, first: Reference): readonly Fix[] {
  const { text } = entity.origin.chunk.chunk;
  const last = owner.value.at(-1) ?? first;
  const contributors = firstProperty(entity.declaration, 'with');
  if (entity.declaration.broken || contributors?.value.length === 0 || text.slice(first.end, last.end).includes('//')) return [];
  const named = new Set([first, ...(contributors?.value ?? [])].map((reference) => reference.text));
  const moved = [...new Set(owner.value.map((reference) => reference.text))].filter((name) => !named.has(name));
  const names = moved.join(', ');
  const removed = placeIn(entity, { start: first.end, end: last.end });
  const lastContributor = contributors?.value.at(-1);
  return [{
    title: moved.length === 0 ? `Keep ${first.text} alone` : `Move ${names} to with`,
    edits: () => {
      if (moved.length === 0) return [{ place: removed, newText: '' }];
      if (lastContributor === undefined) return [{ place: removed, newText: withLine(text, owner, first, names) }];
      const end = { start: lastContributor.end, end: lastContributor.end };
      return [{ place: removed, newText: '' }, { place: placeIn(entity, end), newText: `, ${names}` }];
    },
  }];
}

/** `with NAMES` as the line after the owner's, its names in the same column; on the same line in a body of one line. */
function withLine(text: string, owner: PropertyNamed<'owner'>, first: Reference, names: string): string {
  const indent = /(?:^|\n|\r)([^\S\n\r]*)$/.exec(text.slice(0, owner.word.start))?.[1];
  const gap = first.start - owner.word.start;
  if (indent === undefined) return ` with ${names}`;
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const sameLine = !/[\n\r]/.test(text.slice(owner.word.end, first.start));
  return `${lineEnd}${indent}${sameLine ? 'with'.padEnd(gap) : 'with '}${names}`;
}
