import { firstProperty, type Declaration, type Property, type Quantity, type SupportTarget, type Word } from '../../grammar/tree.ts';
import { propertyWord } from '../../grammar/vocabulary.ts';
import { countingShares } from '../model/alignment.ts';
import { label } from '../model/naming.ts';
import type { MeasureProblem } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { measureProblems, type FoundProblem } from './measure-problems.ts';
import { nearestWord } from './nearest.ts';
import { reportOwnMistakes, type OwnCheck, type OwnMistake } from './own-mistakes.ts';
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
  looksAt: { subjects: ['strategy', 'period', 'team', 'person', 'metric', 'goal', 'objective', 'kr', 'initiative'] },
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
  check(scope, report) {
    reportOwnMistakes(ownMistakes, scope, report);
    for (const found of measureProblems(scope)) {
      if (found.problem.rule === 'invalid-value') report(measureFinding(found));
    }
  },
});

const ownMistakes: OwnCheck = (declaration, _text, found) => {
  for (const property of declaration.properties) checkProperty(declaration, property, found);
};

type Found = (mistake: OwnMistake) => void;

function checkProperty(declaration: Declaration, property: Property, found: Found): void {
  switch (property.name) {
    case 'kind': case 'type': case 'better':
      checkWord(declaration, property, property.value, found);
      return;
    case 'status': case 'evidence':
      checkWord(declaration, property, property.value.word, found);
      return;
    case 'capacity': case 'effort':
      checkQuantity(declaration, property, property.value, amountAdvice, found);
      return;
    case 'weight':
      checkQuantity(declaration, property, property.value, weightAdvice, found);
      return;
    case 'confidence':
      checkQuantity(declaration, property, property.value, confidenceAdvice, found);
      return;
    case 'checkin':
      checkQuantity(declaration, property, property.value.confidence, confidenceAdvice, found);
      return;
    case 'supports':
      if (declaration.kind === 'objective' && counts(declaration, property)) checkShares(property.value, found);
      return;
    default:
      return;
  }
}

/** Of a property that stands twice the first counts; evidence and check-ins may stand as often as needed. */
function counts(declaration: Declaration, property: Property): boolean {
  return property.name === 'evidence' || property.name === 'checkin' || firstProperty(declaration, property.name) === property;
}

function checkWord(declaration: Declaration, property: Property, word: Word | null, found: Found): void {
  if (word === null) return;
  const choices = propertyWord(declaration.kind, property.name)?.choices ?? [];
  if (choices.some((choice) => choice.word === word.text) || !counts(declaration, property)) return;
  const allowed = choices.map((choice) => choice.word);
  const nearest = nearestWord(word.text, allowed);
  found({
    span: word,
    says: `says \`${property.name} ${word.text}\`, which is none. Write ${listed(allowed, 'or')} after \`${property.name}\`.`,
    fixes: nearest === null ? [] : [{ title: `Replace with '${nearest}'`, edits: [{ span: word, newText: nearest }] }],
  });
}

/** `advice` says what is wrong with a quantity; null where nothing is. */
function checkQuantity(
  declaration: Declaration, property: Property, quantity: Quantity | null, advice: (quantity: Quantity) => string | null, found: Found,
): void {
  const wrong = quantity === null ? null : advice(quantity);
  if (quantity === null || wrong === null || !counts(declaration, property)) return;
  found({ span: quantity, says: `says \`${quantity.text}\`. ${wrong}` });
}

function amountAdvice({ unit, value }: Quantity): string | null {
  if (value === null) return null;
  if (unit.kind === 'score' && (value < 0 || value > unit.denominator)) return `A score is between 0 and ${unit.denominator}.`;
  return value < 0 ? 'It cannot be below 0.' : null;
}

function weightAdvice({ unit, per, value }: Quantity): string | null {
  const plain = unit.kind === 'none' && per === null;
  return plain && (value === null || value >= 0) ? null : 'A weight is a plain number from 0 up, such as `weight 2`.';
}

/** A plain `?` stands for a score and for a percentage. */
function confidenceAdvice({ unit, per, value }: Quantity): string | null {
  if (value === null && unit.kind === 'none' && per === null) return null;
  if (per !== null || (unit.kind !== 'score' && unit.kind !== 'percent')) return 'A confidence is a score or a percentage, such as 7/10 or 70%.';
  const most = unit.kind === 'score' ? unit.denominator : 100;
  if (value === null || (value >= 0 && value <= most && most > 0)) return null;
  return unit.kind === 'score' ? `A score is between 0 and ${most}.` : 'A confidence is between 0% and 100%.';
}

function checkShares(targets: readonly SupportTarget[], found: Found): void {
  if (!targets.some(({ share }) => share !== null)) return;
  const countingOnes = countingShares(targets);
  for (const [index, { share }] of targets.entries()) {
    const value = share?.value ?? null;
    if (share === null || value === null || countingOnes[index] === true) continue;
    found({
      span: share,
      says: value < 0
        ? `says \`${share.text}\` of itself. A share cannot be below 0%.`
        : `counts for more than 100% in what it supports; \`${share.text}\` is the share that goes beyond. Lower the shares so that they sum to at most 100%.`,
    });
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
