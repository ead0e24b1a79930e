import { allProperties, firstProperty, type Property, type Quantity, type Span, type Word } from '../../grammar/tree.ts';
import { propertyWord } from '../../grammar/vocabulary.ts';
import { countingShares } from '../model/alignment.ts';
import { label } from '../model/naming.ts';
import { countingProperties } from '../model/references.ts';
import type { Entity, MeasureProblem } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { measureProblems, type FoundProblem } from './measure-problems.ts';
import { nearestWord } from './nearest.ts';
import { placeIn } from './places.ts';
import { defineRule, type Finding, type Fix } from './rule.ts';
import { listed, written } from './wording.ts';

const OBJECTIVE_HEAD = `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
`;

export const rule = defineRule({
  code: 'invalid-value',
  group: 'structure',
  severity: 'error',
  title: 'Word or number outside what its place allows',
  summary: 'A word is not in the list of its property, or a number is outside its range.',
  rationale: `What cannot be read counts as if it were not written: a key result with a confidence of 12/10 has none, an objective with a type nobody knows
is neither committed nor aspirational. The author believes that it is said, and every reader and every number misses it.`,
  exceptions: `The lists: \`kind\` of a goal is business, growth, customer, product, people or mission; \`type\` of an objective is committed, aspirational or
learning; \`status\` is draft, active, paused, done or dropped; \`evidence\` is interview, data, experiment, survey, sales or internal; \`better\` is up or down.
A confidence is a score or a percentage, a weight a plain number from 0 up, \`times\` takes a plain number above 0, and the shares of \`supports\` sum to at
most 100%.`,
  related: ['unit-mismatch', 'invalid-period', 'placeholder-target'],
  options: {},
  dependsOnAsOf: false,
  examples: {
    bad: [
      {
        title: 'A type that does not exist: is this a promise or an ambition?',
        source: `${OBJECTIVE_HEAD}  type «commited»
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
        fixed: {
          title: "Replace with 'committed'",
          source: `${OBJECTIVE_HEAD}  type committed
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
        },
      },
      {
        title: 'More than certain.',
        source: `${OBJECTIVE_HEAD}  kr "More trial teams deploy in week one" from 18% to 35% {
    confidence «12/10»
  }
}
`,
      },
      {
        title: 'The bounds of the band are the wrong way round.',
        source: `${OBJECTIVE_HEAD}  kr "Support load stays in its band" keep between 12% and «8%»
}
`,
        fixed: {
          title: 'Swap the two bounds',
          source: `${OBJECTIVE_HEAD}  kr "Support load stays in its band" keep between 8% and 12%
}
`,
        },
      },
      {
        title: 'An objective cannot count for more than all of itself.',
        source: `${COMPANY}goal stay "Customers stay" { kind customer owner maya period 2026 metric arr }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket 70%, stay «50%»
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
      {
        title: 'A milestone is reached or not; a number of customers says neither.',
        source: `${OBJECTIVE_HEAD}  kr "SOC 2 Type II report issued" done now «3 customers»
}
`,
      },
    ],
    good: [
      {
        title: 'Confidence as a score or a percentage, and as much of a milestone as is done.',
        source: `${OBJECTIVE_HEAD}  type committed
  kr "More trial teams deploy in week one" from 18% to 35% {
    confidence 7/10
  }
  kr "SOC 2 Type II report issued" done now 66% {
    confidence 80%
  }
}
`,
      },
    ],
  },
  check(strategy, report) {
    for (const entity of strategy.entities) {
      for (const finding of wordFindings(entity)) report(finding);
      for (const finding of numberFindings(entity)) report(finding);
    }
    for (const found of measureProblems(strategy)) {
      if (found.problem.rule === 'invalid-value') report(measureFinding(found));
    }
  },
});

function* wordFindings(entity: Entity): Generator<Finding> {
  for (const property of countingProperties(entity.declaration)) {
    const word = wordOf(property);
    if (word === null) continue;
    const allowed = propertyWord(entity.kind, property.name)?.choices.map((choice) => choice.word) ?? [];
    yield* wordFinding(entity, property.name, word, allowed);
  }
}

/** The word of a closed list that a property says; null where it says none. */
function wordOf(property: Property): Word | null {
  switch (property.name) {
    case 'kind': case 'type': case 'better': return property.value;
    case 'status': case 'evidence': return property.value.word;
    default: return null;
  }
}

function wordFinding(entity: Entity, property: string, word: Word, allowed: readonly string[]): Finding[] {
  if (allowed.includes(word.text)) return [];
  const nearest = nearestWord(word.text, allowed);
  const fixes: readonly Fix[] = nearest === null ? [] : [{ title: `Replace with '${nearest}'`, edits: () => [{ place: placeIn(entity, word), newText: nearest }] }];
  return [{
    place: placeIn(entity, word),
    message: `${label(entity)} says \`${property} ${word.text}\`, which is none. Write ${listed(allowed, 'or')} after \`${property}\`.`,
    fixes,
  }];
}

function* numberFindings(entity: Entity): Generator<Finding> {
  const { declaration } = entity;
  const report = (span: Span, advice: string): Finding => ({
    place: placeIn(entity, span),
    message: `${label(entity)} says \`${written(entity, span)}\`. ${advice}`,
  });
  for (const name of ['capacity', 'effort'] as const) {
    const quantity = firstProperty(declaration, name)?.value ?? null;
    const advice = quantity === null ? null : amountAdvice(name, quantity);
    if (quantity !== null && advice !== null) yield report(quantity, advice);
  }
  const weight = firstProperty(declaration, 'weight')?.value ?? null;
  if (weight !== null && !isPlainFromZero(weight)) yield report(weight, 'A weight is a plain number from 0 up, such as `weight 2`.');
  for (const confidence of confidencesOf(entity)) {
    const advice = confidenceAdvice(confidence);
    if (advice !== null) yield report(confidence, advice);
  }
  if (entity.kind === 'objective') yield* shareFindings(entity);
}

function amountAdvice(name: 'capacity' | 'effort', { unit, value }: Quantity): string | null {
  if (value === null) return null;
  if (unit.kind === 'score' && (value < 0 || value > unit.denominator)) return `A score is between 0 and ${unit.denominator}.`;
  return value < 0 ? `${name === 'capacity' ? 'A capacity' : 'An effort'} cannot be below 0.` : null;
}

function isPlainFromZero({ unit, per, value }: Quantity): boolean {
  return unit.kind === 'none' && per === null && (value === null || value >= 0);
}

function confidencesOf({ declaration }: Entity): readonly Quantity[] {
  const own = firstProperty(declaration, 'confidence')?.value ?? null;
  const told = allProperties(declaration, 'checkin').map(({ value }) => value.confidence);
  return [own, ...told].filter((confidence) => confidence !== null);
}

/** What is wrong with a confidence; null where nothing is. A plain `?` stands for either form. */
function confidenceAdvice({ unit, per, value }: Quantity): string | null {
  if (value === null && unit.kind === 'none' && per === null) return null;
  if (per !== null || (unit.kind !== 'score' && unit.kind !== 'percent')) return 'A confidence is a score or a percentage, such as 7/10 or 70%.';
  const most = unit.kind === 'score' ? unit.denominator : 100;
  if (value === null || (value >= 0 && value <= most && most > 0)) return null;
  return unit.kind === 'score' ? `A score is between 0 and ${most}.` : 'A confidence is between 0% and 100%.';
}

function* shareFindings(entity: Entity): Generator<Finding> {
  const targets = firstProperty(entity.declaration, 'supports')?.value ?? [];
  const counts = countingShares(targets);
  for (const [index, { share }] of targets.entries()) {
    const value = share?.value ?? null;
    if (share === null || value === null || counts[index] === true) continue;
    yield {
      place: placeIn(entity, share),
      message: value < 0
        ? `${label(entity)} says \`${share.text}\` of itself. A share cannot be below 0%.`
        : `${label(entity)} counts for more than 100% in what it supports; \`${share.text}\` is the share that goes beyond. Lower the shares so that they sum to at most 100%.`,
    };
  }
}

function measureFinding({ entity, problem, reading }: FoundProblem): Finding {
  const low = reading?.measure.low ?? null;
  const high = reading?.measure.high ?? null;
  const swap: readonly Fix[] = problem.detail.type !== 'backwards' || low === null || high === null ? [] : [{
    title: 'Swap the two bounds',
    edits: () => [{ place: placeIn(entity, low), newText: written(entity, high) }, { place: placeIn(entity, high), newText: written(entity, low) }],
  }];
  return {
    place: placeIn(entity, problem.span),
    message: `${label(entity)} says \`${written(entity, problem.span)}\`. ${problemAdvice(problem.detail)}`,
    fixes: swap,
  };
}

function problemAdvice(detail: MeasureProblem['detail']): string {
  switch (detail.type) {
    case 'backwards': return 'The upper bound is below the lower one. Write the lower bound first.';
    case 'negative-size': return 'The size of a change cannot be below 0. Write `down` where the number should fall.';
    case 'times': return '`times` takes a plain number above 0, such as `times 2` for twice as much.';
    case 'score-range': return `A score is between 0 and ${detail.denominator}.`;
    case 'not-for-milestone': return 'A milestone is `done`, `not done`, or a share such as 66%. To count something, write a measure such as `from 0 to 10`.';
    case 'not-a-milestone': return '`done` is for milestones. Write the number that is reached.';
    case 'share-range': return 'The share of a milestone that is done is between 0% and 100%.';
    case 'mismatch': case 'placeholder': case 'ambiguous': return '';
  }
}
