import type { Property, Reference } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import { countingProperties } from '../model/references.ts';
import type { Entity, Strategy } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'unused-declaration',
  group: 'ownership and focus',
  severity: 'hint',
  title: 'Declared and named nowhere',
  summary: 'Nothing names a team, period or metric, or a person who is in no team either.',
  rationale: `What nobody names is left over from last year or was never connected: a metric that was meant to be the measure of something, a team
that no objective belongs to. Either it is missing somewhere, which is worth knowing, or it can go, and the strategy is shorter by a line.`,
  exceptions: 'Drafts, closed and past things count: what they name is named. While a file has a syntax error or could not be read, nothing is reported, since it may be named there.',
  related: ['unknown-reference', 'untraced-metric'],
  options: {},
  dependsOnAsOf: false,
  examples: {
    bad: [
      {
        title: 'Last year\'s quarter, a metric that measures nothing, a team without work, and somebody who is nowhere.',
        source: `${COMPANY}period «FY25-Q4» 2025-11-01 .. 2026-01-31
metric «nps» "Net promoter score" { unit points better up drives arr }
team «brand» "Brand"
person «lena» "Lena Fischer"
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
    good: [
      {
        title: 'Each is named somewhere, and who is in a team needs no objective.',
        source: `${COMPANY}period FY26 2026-02-01 .. 2027-01-31
period FY26-Q1 2026-02-01 .. 2026-04-30 in FY26
team brand "Brand"
person lena "Lena Fischer" in brand
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period FY26-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
  },
  check(strategy, report) {
    if (strategy.hasSyntaxErrors || strategy.incomplete) return;
    const doubled = namesInDoubledProperties(strategy);
    const bearers = new Set(strategy.entities.flatMap(({ links }) => links.map(({ bearer }) => bearer)));
    for (const entity of candidates(strategy)) {
      if (entity.laterThan !== null || entity.usedBy.length > 0 || bearers.has(entity) || doubled.has(entity.id)) continue;
      report({
        place: placeOf(entity),
        message: `${label(entity)} is named nowhere. Name it where it belongs, or remove it.`,
        unnecessary: true,
      });
    }
  },
});

function candidates({ teams, periods, metrics, people }: Strategy): readonly Entity[] {
  return [...teams, ...periods, ...metrics, ...people.filter(({ declaration }) => declaration.in === null)];
}

/**
 * What is named only where a property stands a second time. It links to nothing, and still is not unused: the doubled
 * property is the one mistake.
 */
function namesInDoubledProperties({ entities }: Strategy): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { declaration } of entities) {
    const counting = new Set(countingProperties(declaration));
    for (const property of declaration.properties) {
      if (counting.has(property)) continue;
      for (const reference of referencesIn(property)) names.add(reference.text);
    }
  }
  return names;
}

function referencesIn(property: Property): readonly Reference[] {
  switch (property.name) {
    case 'owner': case 'with': case 'needs': case 'drives': case 'advances': case 'lead': case 'sponsor':
      return property.value;
    case 'period': return property.value?.type === 'name' ? [property.value.reference] : [];
    case 'metric': return property.value.reference === null ? [] : [property.value.reference];
    default: return [];
  }
}
