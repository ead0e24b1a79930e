import { label } from '../model/naming.ts';
import { GOAL } from './example-goal.ts';
import { phraseList } from './phrases.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';
import { openingVerb } from './title-opening.ts';
import { wordedKeyResults } from './worded-key-results.ts';

const WORDS = `
  advise, advises, advising, analyse, analysing, analyze, analyzes, analyzing, assess, assessing, assist, assists, assisting, attend, attends,
  attending, audit, auditing, benchmark, benchmarking, brainstorm, brainstorming, champion, championing, coach, coaching, collaborate,
  collaborates, collaborating, communicate, communicating, conduct, conducts, conducting, consider, considering, consult, consults, consulting,
  contribute, contributes, contributing, coordinate, coordinates, coordinating, discuss, discusses, discussing, educate, educating, encourage,
  encourages, encouraging, engage with, engaging with, evaluate, evaluates, evaluating, examine, examines, examining, experiment with,
  experimenting with, explore, explores, exploring, facilitate, facilitates, facilitating, familiarise, familiarize, focus on, focusing on,
  follow up, gather, gathering, get involved, help, helps, helping, host, hosting, hold, holding, identify, identifies, identifying, inform,
  informing, interview, interviewing, investigate, investigates, investigating, join, joining, keep working, learn about, learning about,
  liaise, liaises, liaising, listen to, listening to, look at, look for, look into, looking into, manage, manages, managing, meet with,
  meeting with, mentor, mentoring, monitor, monitoring, observe, observing, organise, organises, organising, organize, organizes, organizing,
  oversee, overseeing, partake, participate, participates, participating, plan, planning, play a part, prepare, preparing, promote, promoting,
  provide input, provide support, push for, raise awareness, reach out, reaching out, read up, research, researches, researching, review,
  reviewing, run, running, schedule, scheduling, share knowledge, share learnings, socialise, socialize, speak at, speak to, speak with,
  sponsor, start working, study, studying, support, supports, supporting, survey, surveying, sync with, take part, taking part, talk to,
  talk with, talking to, test, testing, think about, track, tracking, train, training, try, trying, understand, understanding, visit, visiting,
  watch, work on, work towards, work with, working on, working with`;

export const rule = defineRule({
  code: 'activity-key-result',
  group: 'words',
  severity: 'hint',
  title: 'Key result that names an activity',
  summary: 'The title of a key result begins with a word of activity: help, consult, analyse, participate, …',
  rationale: `Google's OKR playbook is blunt about it: if a key result says "consult", "help", "analyze" or "participate", it describes an activity, and
should say instead what that activity changes for those it is done for. One can help all quarter without anybody being better off. Say who is better
off, and by how much; the activity is an \`initiative\` that advances it.`,
  sources: ['Google\'s OKR playbook, in Doerr, Measure What Matters, 2018', 'Seiden, Outcomes Over Output, 2019'],
  exceptions: `Words are all it reads, so it can be wrong: silence it where the activity is the point. A label (\`KR-4.2\`, \`2.\`, \`[Marketing]\`) is passed over,
and so is a word that names something ("Support tickets fall"). Health measures are not read.`,
  related: ['output-key-result', 'vague-wording', 'unmeasured-key-result'],
  options: {
    words: {
      type: 'words',
      default: WORDS.split(',').map((word) => word.trim()),
      description: 'Words and phrases with which the title of a key result should not begin.',
    },
  },
  dependsOnAsOf: false,
  looksAt: { subjects: ['kr'] },
  examples: {
    bad: [
      {
        title: 'Being busy is counted; whether it changed anything is not.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr «"Help new teams with their first import"» from 0 to 40 teams
  kr «interviews» "Conduct customer interviews" at least 25
  kr «"Participate in three trade fairs"» done
}
`,
      },
      {
        title: 'Labels are passed over.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr «"KR-4.2: Analyse why trials end"» done by 2026-03-27
  kr «"[Marketing] Exploring partnerships"» from 0 to 5 partners
}
`,
      },
      {
        title: 'Words of one\'s own.',
        options: { words: ['deep-dive', 'touch base'] },
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr «"Deep-dive into churn"» done
  kr "Help new teams with their first import" from 0 to 40 teams
}
`,
      },
    ],
    good: [
      {
        title: 'What the activity changes, the activity as an initiative.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr first-import "Teams that import all their data in week one" from 10% to 45%
  kr "Support tickets about the import fall" from 120 to 40 tickets
  initiative clinics "Help new teams with their first import" {
    advances first-import
  }
}
`,
      },
      {
        title: 'A word that names something is none of activity, and a health measure may be worded as it likes.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Support response time" from 9h to 2h
  kr "Test coverage of the import" at least 60%
  kr "Help articles are found useful by readers" at least 80%
  kr "Run costs stay low" keep at most $9k per month
}
`,
      },
    ],
  },
  check(scope, report, { words }) {
    const verbs = phraseList(words);
    for (const { keyResult, reading, title } of wordedKeyResults(scope)) {
      if (reading.keep) continue;
      const verb = openingVerb(title, verbs);
      if (verb === null) continue;
      report({
        place: placeOf(keyResult),
        message: `${label(keyResult)} begins with '${verb}', which names an activity. Say what it changes, and for whom; make the activity an \`initiative\` that advances it.`,
      });
    }
  },
});
