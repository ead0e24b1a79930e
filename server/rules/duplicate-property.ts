import type { Declaration, Measured, Span } from '../../grammar/tree.ts';
import { COMPANY } from './example-company.ts';
import { reportOwnMistakes, type OwnCheck } from './own-mistakes.ts';
import { defineRule } from './rule.ts';
import { oneLine } from './wording.ts';

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
  looksAt: { subjects: ['strategy', 'period', 'team', 'person', 'metric', 'goal', 'objective', 'kr', 'initiative'] },
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
  check(scope, report) {
    reportOwnMistakes(ownMistakes, scope, report);
  },
});

const ownMistakes: OwnCheck = (declaration, text, found) => {
  forEachRepetition(declaration, (name, later, first) => {
    const said = oneLine(text, later.span);
    const same = said === oneLine(text, first.span);
    found({
      span: later.word,
      says: same ? `says \`${said}\` twice. Remove one of them.` : `says \`${name}\` twice, and only the first one counts. ${adviceOn(name)}`,
      related: [{ span: first.word, message: 'The first one, which counts' }],
    });
  });
};

function adviceOn(name: string): string {
  switch (name) {
    case 'measure': return 'Two measures are two key results: write the second one as a key result of its own.';
    case 'owner': case 'with': case 'supports': case 'needs': case 'drives': case 'advances':
      return 'Write all of them after the first, with commas between, or remove one.';
    default: return 'Decide which one is meant and remove the other.';
  }
}

/** A property, a measure, a `now` or a `by`, with the word that begins it. */
interface Worded {
  readonly word: Span;
  readonly span: Span;
}

type Found = (name: string, later: Worded, first: Worded) => void;

/** Calls `found` for each that stands again, with the first of its name. */
function forEachRepetition(declaration: Declaration, found: Found): void {
  if (declaration.properties.length === 0) return;
  const said = new Map<string, Worded>();
  for (const property of declaration.properties) {
    switch (property.name) {
      case 'link': case 'evidence': case 'checkin':
        break;
      case 'measure':
        noteParts(property.value, said, found);
        break;
      case 'metric':
        if (declaration.kind === 'goal') noteParts(property.value, new Map(), found);
        else if (note('metric', property, said, found)) noteParts(property.value, said, found);
        break;
      default:
        note(property.name, property, said, found);
    }
  }
}

/** A measure with its `now` and `by`; a second measure takes with it what stands on its tail. */
function noteParts({ measure, now, by }: Measured, said: Map<string, Worded>, found: Found): void {
  if (measure !== null && !note('measure', measure, said, found)) return;
  for (const clause of now) note('now', clause, said, found);
  for (const clause of by) note('by', clause, said, found);
}

/** True where it is the first of its name. */
function note(name: string, later: Worded, said: Map<string, Worded>, found: Found): boolean {
  const first = said.get(name);
  if (first === undefined) {
    said.set(name, later);
    return true;
  }
  found(name, later, first);
  return false;
}
