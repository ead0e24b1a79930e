import { label } from '../model/naming.ts';
import { GOAL } from './example-goal.ts';
import { phraseList } from './phrases.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';
import { openingVerb } from './title-opening.ts';
import { wordedKeyResults } from './worded-key-results.ts';

const WORDS = `
  add, adds, adding, assemble, author, automate, automating, build, building, built, code, coding, complete, completes, completing, construct,
  craft, create, creates, created, creating, define, defines, defining, deliver, delivers, delivered, delivering, deploy, deploys, deployed,
  deploying, design, designed, designing, develop, develops, developed, developing, document, documenting, draft, drafting, establish,
  establishes, established, establishing, execute, executes, executed, executing, finalise, finalised, finalize, finalized, finish, finishes,
  finishing, generate content, implement, implements, implemented, implementing, install, installing, instrument, integrate, integrates,
  integrated, integrating, introduce, introduces, introduced, introducing, launch, launched, launching, make available, merge, migrate,
  migrating, overhaul, post, posting, produce, produces, produced, producing, prototype, prototyping, publish, publishes, published, publishing,
  put in place, rebuild, rebuilding, redesign, redesigning, refactor, refactoring, relaunch, re-launch, release, released, releasing, replatform,
  rewrite, rewriting, roll out, rolled out, rolling out, rollout, send, sending, set up, setting up, ship, ships, shipped, shipping, stand up,
  upgrade, upgrading, write, writes, writing`;

export const rule = defineRule({
  code: 'output-key-result',
  group: 'words',
  severity: 'hint',
  title: 'Key result that counts output',
  summary: 'The title of a key result with a change or threshold measure begins with a word of output: launch, ship, build, deliver, …',
  rationale: `Five features shipped is five features shipped: it tells that the team worked, not that anybody uses them. Teams that are measured by what
they put out will put out more, which is how one gets into the build trap. Measure what the output is for; the output itself is an \`initiative\`, or a
milestone (\`done\`) where its existence is what matters.`,
  sources: ['Seiden, Outcomes Over Output, 2019', 'Perri, Escaping the Build Trap, 2018', 'Cagan, Inspired, 2nd edition, 2017'],
  exceptions: `A milestone is output by nature and is passed over, and so is a health measure. A label before the title is not read, nor a word that names
something ("Release notes are read by every admin").`,
  related: ['activity-key-result', 'all-milestones', 'vague-wording'],
  options: {
    words: {
      type: 'words',
      default: WORDS.split(',').map((word) => word.trim()),
      description: 'Words and phrases with which the title of a key result that is no milestone should not begin.',
    },
  },
  dependsOnAsOf: false,
  looksAt: { subjects: ['kr'] },
  examples: {
    bad: [
      {
        title: 'Features, posts and integrations are counted; what they are good for is not.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr «features» "Ship import features" from 0 to 5 features
  kr «"Publish comparison articles"» at least 12
  kr «"2. Building integrations with partners"» up 3
}
`,
      },
      {
        title: 'A label does not hide it.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr «"[Product] Launch 3 new templates"» from 0 to 3 templates
  kr «"KR2 Roll out guided import"» to 100%
}
`,
      },
    ],
    good: [
      {
        title: 'What the output is for; a milestone may name output.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr first-import "Teams that import all their data in week one" from 10% to 45%
  kr "Launch the guided import" done by 2026-03-20
  initiative templates "Build templates for the ten commonest spreadsheets" {
    advances first-import
  }
}
`,
      },
      {
        title: 'A word that names something is none of output.',
        source: `${GOAL}objective releases "Every release is worth reading about" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Release notes are read by admins" from 12% to 40%
  kr "Build times on main" from 18min to 6min
  kr "Launch-day signups" at least 300
  kr "Delivered within two days" from 70% to 95%
}
`,
      },
    ],
  },
  check(scope, report, { words }) {
    const verbs = phraseList(words);
    for (const { keyResult, reading, title } of wordedKeyResults(scope)) {
      if (reading.keep || reading.kind === 'milestone') continue;
      const verb = openingVerb(title, verbs);
      if (verb === null) continue;
      report({
        place: placeOf(keyResult),
        message: `${label(keyResult)} begins with '${verb}', which counts output. Measure what it is for; make the output an \`initiative\` that advances it, or a milestone with \`done\`.`,
      });
    }
  },
});
