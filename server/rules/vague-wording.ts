import { label } from '../model/naming.ts';
import { GOAL } from './example-goal.ts';
import { phraseList } from './phrases.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';
import { wordedKeyResults } from './worded-key-results.ts';

const WORDS = `
  amazing, awesome, beautiful, best in class, best possible, better, clearer, closer to, cutting edge, delightful, easier, effective, effectively,
  efficient, efficiently, enhance, enhanced, enhancement, enhancements, enhances, enhancing, excellent, excellence, faster, fantastic, first class,
  friction-free, frictionless, future-proof, game-changing, great, greater, healthier, high performing, high quality, higher quality, improve,
  improved, improvement, improvements, improves, improving, increase, increased, increasing, industry-leading, intuitive, leading-edge,
  market-leading, maximise, maximised, maximize, maximized, modernise, modernised, modernising, modernize, modernized, modernizing, more effective,
  more efficient, more robust, more scalable, next generation, next level, optimal, optimise, optimised, optimises, optimising, optimize, optimized,
  optimizes, optimizing, outstanding, richer, robust, scalable, seamless, seamlessly, significantly, simpler, smarter, smooth, smoother, smoothly,
  state of the art, stellar, strengthen, strengthened, strengthening, stronger, substantially, superior, top notch, uplevel, user-friendly,
  world class`;

export const rule = defineRule({
  code: 'vague-wording',
  group: 'words',
  severity: 'hint',
  title: 'Milestone that nobody can check',
  summary: 'The title of a milestone says better, improve, world-class, seamless, …: how would one know?',
  rationale: `A milestone is done or it is not, and two people who look at it should agree. "Improved onboarding" is done whenever somebody says so. Vague goals
let everybody read into them what they do anyway; specific ones are what makes people reach further. Name what will exist or be signed, or use a
number: better by how much, for whom?`,
  sources: ['Locke and Latham, Building a Practically Useful Theory of Goal Setting and Task Motivation, 2002', 'Doerr, Measure What Matters, 2018'],
  exceptions: 'A key result with a number may use such words: the number says what they mean. Names that hold such a word may be silenced.',
  related: ['activity-key-result', 'all-milestones', 'unmeasured-key-result'],
  options: {
    words: {
      type: 'words',
      default: WORDS.split(',').map((word) => word.trim()),
      description: 'Words and phrases that do not belong in the title of a milestone.',
    },
  },
  dependsOnAsOf: false,
  looksAt: { subjects: ['kr'] },
  examples: {
    bad: [
      {
        title: 'Who is to say that it is better, and when?',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr «onboarding» "Improved onboarding for large teams" done
  kr «"World-class documentation"» done by 2026-03-15
  kr first-import "Teams that import all their data in week one" from 10% to 45%
}
`,
      },
    ],
    good: [
      {
        title: 'What exists when it is done; and with a number, better may be better.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Onboarding for teams over 50 people live in three languages" done
  kr "Energy-efficient hosting certified" done by 2026-03-15
  kr "Better first imports: teams that need no help" from 10% to 45%
}
`,
      },
    ],
  },
  check(scope, report, { words }) {
    const vague = phraseList(words);
    for (const { keyResult, reading, title } of wordedKeyResults(scope)) {
      if (reading.kind !== 'milestone') continue;
      const match = vague.findIn(title);
      if (match === null) continue;
      report({
        place: placeOf(keyResult),
        message: `${label(keyResult)} is a milestone and says '${match.phrase}': nobody can tell when that is done. Name what will exist or be decided, or measure it with a number.`,
      });
    }
  },
});
