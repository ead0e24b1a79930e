import { measuredParts, type Declaration, type Span } from '../../grammar/tree.ts';
import { countingProperties } from '../model/references.ts';
import { label } from '../model/naming.ts';
import { COMPANY } from './example-company.ts';
import { placeIn } from './places.ts';
import { defineRule } from './rule.ts';
import { written } from './wording.ts';

export const rule = defineRule({
  code: 'duplicate-property',
  group: 'structure',
  severity: 'error',
  title: 'Property that stands twice',
  summary: 'A property that may stand once in a body stands again. It stands on the later one, which does not count.',
  rationale: `Two answers to one question are no answer: with two periods nobody knows the deadline, with two measures nobody knows what was promised.
Two measures are two key results, each with its own target and its own score. Several owners, goals or needs stand in one list, with commas.`,
  exceptions: 'Links, evidence and check-ins may stand as often as needed, and so may `metric` in a goal.',
  related: ['unmeasured-key-result', 'many-owners'],
  options: {},
  dependsOnAsOf: false,
  examples: {
    bad: [
      {
        title: 'Two measures in one key result: is it reached when one of them is?',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr start "Trial teams start well" {
    from 18% to 35%
    «at» least 200 teams
  }
}
`,
      },
      {
        title: 'A merge left two periods behind.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  «period» 2026-Q2
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
    ],
    good: [
      {
        title: 'Two measures are two key results; several names stand in one list.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  with maya, growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
  kr "Trial teams come from the mid-market" at least 200 teams
}
`,
      },
    ],
  },
  check(strategy, report) {
    for (const entity of strategy.entities) {
      for (const { name, word, first, whole, firstWhole } of repetitions(entity.declaration)) {
        const same = whole !== null && firstWhole !== null && written(entity, whole) === written(entity, firstWhole);
        report({
          place: placeIn(entity, word),
          message: same
            ? `${label(entity)} says \`${written(entity, whole)}\` twice. Remove one of them.`
            : `${label(entity)} says \`${name}\` twice, and only the first one counts. ${adviceOn(name)}`,
          related: [{ place: placeIn(entity, first), message: 'The first one, which counts' }],
        });
      }
    }
  },
});

function adviceOn(name: string): string {
  switch (name) {
    case 'measure': return 'Two measures are two key results: write the second one as a key result of its own.';
    case 'owner': case 'with': case 'supports': case 'needs': case 'drives': case 'advances':
      return 'Write all of them after the first, with commas between, or remove one.';
    default: return 'Decide which one is meant and remove the other.';
  }
}

interface Repetition {
  readonly name: string;
  readonly word: Span;
  readonly first: Span;
  /** The whole properties, to tell whether they say the same; null where they are parts of others. */
  readonly whole: Span | null;
  readonly firstWhole: Span | null;
}

function* repetitions(declaration: Declaration): Generator<Repetition> {
  const counting = new Set(countingProperties(declaration));
  for (const property of declaration.properties) {
    if (counting.has(property)) continue;
    const first = declaration.properties.find(({ name }) => name === property.name);
    if (first !== undefined) yield { name: property.name, word: property.word, first: first.word, whole: property.span, firstWhole: first.span };
  }
  if (declaration.kind === 'kr') yield* repeatedParts(measuredParts(declaration));
  else {
    for (const property of declaration.properties) {
      if (property.name === 'metric') yield* repeatedParts([property.value]);
    }
  }
}

/** A second measure (which takes with it what stands on its tail), a second `now`, a second `by`. */
function* repeatedParts(parts: ReturnType<typeof measuredParts>): Generator<Repetition> {
  const first = new Map<string, Span>();
  function* note(name: string, word: Span): Generator<Repetition> {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, word);
    else yield { name, word, first: earlier, whole: null, firstWhole: null };
  }
  for (const { measure, now, by } of parts) {
    if (measure !== null) {
      const again = [...note('measure', measure.word)];
      yield* again;
      if (again.length > 0) continue;
    }
    for (const clause of now) yield* note('now', clause.word);
    for (const clause of by) yield* note('by', clause.word);
  }
}
