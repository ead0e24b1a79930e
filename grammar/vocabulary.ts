/**
 * The words of the language as data: every declaration and property, what stands after it, and what it is for.
 * The parser, completion, hover, the formatter and the TextMate grammar read it; language.md section 3 is its source.
 */

import type { DeclarationKind, Measure, PropertyName } from './tree.ts';

/** What stands after a property's word. */
export type ValueShape =
  /** A string. */
  | 'text'
  /** One name. */
  | 'reference'
  /** Names with commas between. */
  | 'references'
  /** Names, each with an optional percentage where `shares` is true. */
  | 'targets'
  /** One word of `choices`. */
  | 'choice'
  | 'quantity'
  | 'unit'
  /** A period's name, a calendar period or `DATE .. DATE`. */
  | 'period'
  /** One word of `choices`, then optionally a date, then optionally a string. */
  | 'status'
  /** One word of `choices`, then optionally a date, then a string. */
  | 'evidence'
  /** A metric's name, then optionally a measure. */
  | 'metric'
  /** A quantity, `done` or `not done`. */
  | 'now'
  /** A date or a period. */
  | 'by'
  /** A date, then optionally a value, `confidence` with a confidence, and a string. */
  | 'checkin';

/** A word of a closed list. */
export interface Choice {
  readonly word: string;
  /** One sentence. */
  readonly documentation: string;
}

export interface PropertyWord {
  readonly name: Exclude<PropertyName, 'measure'>;
  readonly shape: ValueShape;
  /** It may stand more than once in a body. */
  readonly repeatable: boolean;
  /** Of `targets`: a percentage may stand after a name. */
  readonly shares: boolean;
  /** The words that may stand after it, where its list is closed; else []. */
  readonly choices: readonly Choice[];
  /** The kinds of thing its names may mean; [] where it names nothing. */
  readonly names: readonly DeclarationKind[];
  /** What stands after it, as messages say it: `a text in quotes`. */
  readonly expects: string;
  /** One sentence. */
  readonly documentation: string;
  /** One line, as it would be written. */
  readonly example: string;
}

export type Presence = 'required' | 'optional' | 'none';

export interface DeclarationWord {
  /** Also the word that begins it. */
  readonly kind: DeclarationKind;
  /** With its article, for messages: `a goal`. */
  readonly noun: string;
  /** It may stand at the top of a file. */
  readonly top: boolean;
  readonly header: {
    readonly name: Presence;
    readonly title: Presence;
    /** `DATE .. DATE` follows the name. */
    readonly range: boolean;
    /** The kinds that may stand after `in`; [] where `in` cannot stand. */
    readonly in: readonly DeclarationKind[];
    /** A measure, `now` and `by` may follow the title. */
    readonly measure: boolean;
  };
  /** The properties of its body, in the order in which people write them; [] where it has no body. */
  readonly properties: readonly PropertyWord[];
  /** A measure may stand on a line of its own in its body. */
  readonly measureLine: boolean;
  /** The declarations that may stand in its body. */
  readonly children: readonly DeclarationKind[];
  /** One sentence. */
  readonly documentation: string;
  /** A whole declaration, as it would be written. */
  readonly example: string;
}

/** One way to state a measure, by the word (or two) that begins it. */
export interface MeasureWord {
  /** `from`, `at least`, `keep between`, … */
  readonly words: string;
  readonly form: Measure['form'];
  readonly documentation: string;
  readonly example: string;
}

interface PropertyOptions {
  readonly repeatable?: boolean;
  readonly shares?: boolean;
  readonly choices?: readonly Choice[];
  readonly names?: readonly DeclarationKind[];
}

function property(
  name: PropertyWord['name'], shape: ValueShape, expects: string, documentation: string, example: string, options: PropertyOptions = {},
): PropertyWord {
  return { name, shape, expects, documentation, example, repeatable: false, shares: false, choices: [], names: [], ...options };
}

function choices(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([word, documentation]) => ({ word, documentation }));
}

const STATUSES = choices({
  draft: 'Still being written: incomplete in peace, and judged by nobody yet.',
  active: 'Being worked on; this is what holds where no status is written.',
  paused: 'Stopped for a while; nobody expects progress.',
  done: 'Finished.',
  dropped: 'Given up; say why, so that the decision can be read later.',
});

const EVIDENCE_KINDS = choices({
  interview: 'What customers or colleagues said when asked: first-hand.',
  data: 'What your own numbers show: first-hand.',
  experiment: 'What you tried and measured: first-hand.',
  survey: 'Answers to a questionnaire: a proxy, people say other things than they do.',
  sales: 'What sales hears: a proxy, filtered by the deals at hand.',
  internal: 'What somebody in the company believes: a proxy.',
});

const LINK = property('link', 'text', 'an address in quotes',
  'An address where more can be read; may stand several times.', 'link "https://wiki.example.com/midmarket"', { repeatable: true });
const OWNER = property('owner', 'references', "a person's or a team's name",
  'Who is accountable: one person or one team; those who only help belong in `with`.', 'owner maya', { names: ['person', 'team'] });
const WITH = property('with', 'references', "people's or teams' names",
  'The people and teams who contribute without being accountable.', 'with growth, jonas', { names: ['person', 'team'] });
const NEEDS = property('needs', 'references', 'the name of an objective, a kr or an initiative',
  'What must be there first: objectives, key results or initiatives that this one depends on.', 'needs billing.self-checkout',
  { names: ['objective', 'kr', 'initiative'] });
const PERIOD = property('period', 'period', "a period's name, a calendar period such as 2026-Q1, or two dates with `..` between",
  'When it is to be reached: a declared period, a calendar period, or a first and a last day.', 'period FY26-Q1', { names: ['period'] });
const STATUS = property('status', 'status', 'draft, active, paused, done or dropped',
  'Where it stands: draft, active, paused, done or dropped; then optionally since when and why.',
  'status dropped 2026-03-01 "The market moved"', { choices: STATUSES });
const EVIDENCE = property('evidence', 'evidence', 'interview, data, experiment, survey, sales or internal',
  'What makes you believe that this is worth doing: the kind of evidence, when it was found, and what it says.',
  'evidence interview 2026-01-12 "14 CTOs: procurement blocks them before they see value"', { repeatable: true, choices: EVIDENCE_KINDS });
const CAPACITY = property('capacity', 'quantity', 'a quantity, such as `6 engineers`',
  'How much work can be done at one time; the efforts of active initiatives are held against it.', 'capacity 6 engineers');
const METRIC = property('metric', 'metric', "a metric's name",
  'The metric that shows it, then optionally what it is to move from and to.', 'metric activation from 18% to 35%', { names: ['metric'] });
const NOW = property('now', 'now', 'the current value, such as `22%`',
  'The current value, as long as no check-in says something newer.', 'now 22%');
const CHECKIN = property('checkin', 'checkin', 'a date, such as 2026-02-28',
  'What was measured on a day, how confident you were, and what happened; may stand several times.',
  'checkin 2026-02-28 22% confidence 8/10 "Guided setup is live for 30% of traffic"', { repeatable: true });

/** Every declaration, the outermost first. */
export const DECLARATIONS: readonly DeclarationWord[] = [
  {
    kind: 'strategy', noun: 'a strategy', top: true,
    header: { name: 'none', title: 'required', range: false, in: [], measure: false },
    properties: [
      property('vision', 'text', 'a text in quotes', 'The world as it is when you have succeeded, in one sentence.', 'vision "Every mid-sized company ships software daily."'),
      property('mission', 'text', 'a text in quotes', 'What you do, and for whom, in one sentence.', 'mission "We make deploying boring."'),
      LINK,
    ],
    measureLine: false, children: [],
    documentation: 'The strategy as a whole: what it is called, its vision and its mission; at most one in all files.',
    example: 'strategy "Acme Cloud" {\n  vision "Every mid-sized company ships software daily."\n}',
  },
  {
    kind: 'period', noun: 'a period', top: true,
    header: { name: 'required', title: 'none', range: true, in: ['period'], measure: false },
    properties: [], measureLine: false, children: [],
    documentation: 'A time span with a name of your own, such as a fiscal quarter; calendar periods such as 2026-Q1 exist without being declared.',
    example: 'period FY26-Q1 2026-02-01 .. 2026-04-30 in FY26',
  },
  {
    kind: 'team', noun: 'a team', top: true,
    header: { name: 'required', title: 'optional', range: false, in: ['team'], measure: false },
    properties: [
      property('lead', 'reference', "a person's name", 'Who leads the team.', 'lead maya', { names: ['person'] }),
      CAPACITY, LINK,
    ],
    measureLine: false, children: [],
    documentation: 'A group of people that can own goals, objectives, key results and initiatives; it may be part of another team.',
    example: 'team growth "Growth" in product',
  },
  {
    kind: 'person', noun: 'a person', top: true,
    header: { name: 'required', title: 'optional', range: false, in: ['team'], measure: false },
    properties: [
      property('email', 'text', 'an address in quotes', 'How to reach the person.', 'email "maya@example.com"'),
      property('role', 'text', 'a text in quotes', 'What the person does.', 'role "VP Growth"'),
      CAPACITY,
    ],
    measureLine: false, children: [],
    documentation: 'Somebody who can own goals, objectives, key results and initiatives; a person may be in a team.',
    example: 'person maya "Maya Okafor" in growth',
  },
  {
    kind: 'metric', noun: 'a metric', top: true,
    header: { name: 'required', title: 'optional', range: false, in: [], measure: false },
    properties: [
      property('unit', 'unit', 'a unit, such as `%`, `$`, `days` or `customers`', 'What it is counted in; values of the metric must be in this unit.', 'unit customers per month'),
      property('better', 'choice', 'up or down', 'Which direction is good.', 'better up',
        { choices: choices({ up: 'More is better.', down: 'Less is better.' }) }),
      property('drives', 'references', "metrics' names", 'The metrics that move when this one moves: how a daily number leads to a business result.', 'drives arr, retention', { names: ['metric'] }),
      property('owner', 'references', "a person's or a team's name", 'Who looks after the metric.', 'owner data', { names: ['person', 'team'] }),
      property('source', 'text', 'a text in quotes', 'Where the number comes from, so that anybody can look it up.', 'source "Billing, monthly report"'),
      NOW, CHECKIN, LINK,
    ],
    measureLine: false, children: [],
    documentation: 'A number that you watch: what it is counted in, which direction is good, and what it drives.',
    example: 'metric activation "Trial teams that deploy in week one" {\n  unit   %\n  better up\n  drives arr\n}',
  },
  {
    kind: 'goal', noun: 'a goal', top: true,
    header: { name: 'required', title: 'required', range: false, in: [], measure: false },
    properties: [
      property('kind', 'choice', 'business, growth, customer, product, people or mission', 'What kind of goal it is.', 'kind business', {
        choices: choices({
          business: 'A result for the company: revenue, margin, cost.',
          growth: 'More customers, more markets.',
          customer: 'Something that gets better for customers.',
          product: 'What the product is to become.',
          people: 'Something for those who work here.',
          mission: 'What the organisation exists for.',
        }),
      }),
      OWNER,
      property('sponsor', 'reference', "a person's name", 'Who in the leadership stands up for the goal.', 'sponsor jonas', { names: ['person'] }),
      PERIOD,
      property('supports', 'targets', "goals' names", 'The goals that this one serves.', 'supports win-midmarket', { names: ['goal'] }),
      property('metric', 'metric', "a metric's name", 'A metric that shows the goal, then optionally what it is to move from and to; may stand several times.',
        'metric arr from $4.2M to $9M', { names: ['metric'], repeatable: true }),
      EVIDENCE, STATUS, LINK,
    ],
    measureLine: false, children: [],
    documentation: 'What the business wants to reach, usually within a year or more; objectives support it.',
    example: 'goal win-midmarket "Win the mid-market" {\n  kind   business\n  owner  maya\n  period FY26\n  metric arr from $4.2M to $9M\n}',
  },
  {
    kind: 'objective', noun: 'an objective', top: true,
    header: { name: 'required', title: 'required', range: false, in: [], measure: false },
    properties: [
      property('supports', 'targets', 'the name of a goal, an objective or a kr', 'What this objective serves: goals, other objectives or their key results, each optionally with the share that counts there.',
        'supports win-midmarket 70%, retain-core 30%', { names: ['goal', 'objective', 'kr'], shares: true }),
      OWNER, WITH, PERIOD,
      property('type', 'choice', 'committed, aspirational or learning', 'How sure you want to be of reaching it.', 'type committed', {
        choices: choices({
          committed: 'A promise: it is to be reached in full.',
          aspirational: 'A stretch: reaching most of it is a success.',
          learning: 'A question: finding the answer is the result.',
        }),
      }),
      NEEDS, EVIDENCE, STATUS, LINK,
    ],
    measureLine: false, children: ['kr', 'initiative'],
    documentation: 'What a team wants to have changed by the end of a period, with the key results that show it.',
    example: 'objective self-serve "Mid-market teams start without talking to us" {\n  supports win-midmarket\n  owner    growth\n  period   FY26-Q1\n\n  kr activation "More trial teams deploy in week one" from 18% to 35%\n}',
  },
  {
    kind: 'kr', noun: 'a kr', top: false,
    header: { name: 'optional', title: 'required', range: false, in: [], measure: true },
    properties: [
      METRIC, NOW,
      property('by', 'by', 'a date such as 2026-04-15, or a period', 'The day on which it is to be reached, where that is not the end of the period.', 'by 2026-04-15', { names: ['period'] }),
      OWNER, WITH,
      property('segment', 'text', 'a text in quotes', 'Whom it is about, where that is not everyone.', 'segment "Enterprise"'),
      property('weight', 'quantity', 'a number, such as 2', 'How much it counts in the score of its objective; 1 where nothing is written.', 'weight 2'),
      property('confidence', 'quantity', 'a confidence, such as 6/10 or 70%', 'How sure you are that it will be reached.', 'confidence 6/10'),
      NEEDS, CHECKIN, STATUS, LINK,
    ],
    measureLine: true, children: [],
    documentation: 'A key result: how you will know that the objective is reached, as a number that changes, a level to hold, or a milestone.',
    example: 'kr first-deploy "Time to first deploy falls" from 3d to 4h now 2d',
  },
  {
    kind: 'initiative', noun: 'an initiative', top: true,
    header: { name: 'required', title: 'required', range: false, in: [], measure: false },
    properties: [
      property('advances', 'references', 'the name of an objective or a kr', 'The objectives and key results that this work is meant to move.', 'advances activation, first-deploy', { names: ['objective', 'kr'] }),
      OWNER, WITH, PERIOD,
      property('hypothesis', 'text', 'a text in quotes', 'Why you believe that this work will move them.', 'hypothesis "If setup is guided, twice as many teams deploy in week one"'),
      NEEDS,
      property('effort', 'quantity', 'a quantity, such as `2 engineers`', "How much work it takes at one time; held against its owner's capacity.", 'effort 2 engineers'),
      STATUS, LINK,
    ],
    measureLine: false, children: [],
    documentation: 'Work that you do in order to move key results: a project, a campaign, an experiment.',
    example: 'initiative wizard "Guided setup wizard" {\n  advances activation\n  owner    growth\n  period   2026-02-01 .. 2026-03-15\n}',
  },
];

/** The ways to state a measure. `now VALUE` and `by DATE` may follow each of them. */
export const MEASURES: readonly MeasureWord[] = [
  { words: 'from', form: 'to', documentation: 'A change: where it starts, then where it is to get (`to`), or by how much it is to change (`up`, `down`, `times`).', example: 'from 18% to 35%' },
  { words: 'to', form: 'to', documentation: 'A change whose start is not stated: where it is to get.', example: 'to 120 customers' },
  { words: 'up', form: 'up', documentation: 'A change told by its size: how much more; `25%` is a share of the start.', example: 'from 1_200 up 25%' },
  { words: 'down', form: 'down', documentation: 'A change told by its size: how much less; `25%` is a share of the start.', example: 'from 40h down 50%' },
  { words: 'times', form: 'times', documentation: 'A change told by a factor: how many times as much.', example: 'from 3 times 2' },
  { words: 'at least', form: 'at-least', documentation: 'A level to reach from below.', example: 'at least 4.5/5' },
  { words: 'at most', form: 'at-most', documentation: 'A level to get under.', example: 'at most 200ms' },
  { words: 'between', form: 'between', documentation: 'A band to get into, bounds included.', example: 'between 60% and 75%' },
  { words: 'keep at least', form: 'at-least', documentation: 'A health measure: a floor to hold while the rest changes.', example: 'keep at least 99.9%' },
  { words: 'keep at most', form: 'at-most', documentation: 'A health measure: a ceiling to hold while the rest changes.', example: 'keep at most 0.5%' },
  { words: 'keep between', form: 'between', documentation: 'A health measure: a band to stay in while the rest changes.', example: 'keep between 60% and 75%' },
  { words: 'done', form: 'done', documentation: 'A milestone: it is done or not, or a percentage of it is.', example: 'done by 2026-04-15' },
];

/** The first words of a measure: on a line of their own in a kr's body they begin one. */
export const MEASURE_STARTS: readonly string[] = ['from', 'to', 'up', 'down', 'times', 'at', 'between', 'keep', 'done'];

/** Words that are never a unit in words (language.md section 2), whatever body they stand in. */
export const NEVER_UNITS: ReadonlySet<string> = new Set([
  'to', 'up', 'down', 'times', 'at', 'keep', 'from', 'between', 'and', 'per', 'now', 'by', 'done', 'not', 'in', 'confidence',
]);

const BY_KIND: ReadonlyMap<string, DeclarationWord> = new Map(DECLARATIONS.map((word) => [word.kind, word]));

/** The declaration that a word begins; undefined where it begins none. */
export function declarationWord(word: DeclarationKind): DeclarationWord;
export function declarationWord(word: string): DeclarationWord | undefined;
export function declarationWord(word: string): DeclarationWord | undefined {
  return BY_KIND.get(word);
}

/** The property of that name in the body of that kind of declaration; undefined where it has none. */
export function propertyWord(kind: DeclarationKind, name: string): PropertyWord | undefined {
  return declarationWord(kind).properties.find((one) => one.name === name);
}

/** The words that begin a declaration at the top of a file. */
export const TOP_WORDS: ReadonlySet<string> = new Set(DECLARATIONS.filter(({ top }) => top).map(({ kind }) => kind));
