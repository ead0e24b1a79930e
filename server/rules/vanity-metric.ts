import { firstProperty } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import { phraseList } from './phrases.ts';
import { placeOf } from './places.ts';
import { itsMeasurers } from './reach.ts';
import { defineRule } from './rule.ts';
import { isUntraced } from './untraced-metric.ts';

const WORDS = `
  ad clicks, ad views, app downloads, app installs, article reads, article views, audience size, blog readers, blog traffic, blog views, blog visits,
  channel subscribers, connections on linkedin, cumulative users, download count, downloads, email opens, facebook fans, follower count, followers,
  github stars, impressions, installs, likes, lines of code, link clicks, linkedin connections, mailing list, media mentions, newsletter readers,
  newsletter subscribers, number of articles, number of posts, number of users, organic traffic, page hits, page impressions, page view, page views,
  page visits, pageviews, post reactions, post views, press coverage, press mentions, profile views, registered accounts, registered companies,
  registered customers, registered members, registered teams, registered users, registrations, repository stars, retweets, site hits, site traffic,
  site visitors, site visits, social mentions, social reach, stars on github, story points, story views, time on page, time on site, total accounts,
  total downloads, total signups, total sign-ups, total users, unique visitors, upvotes, video plays, video views, web traffic, website hits,
  website traffic, website visitors, website visits, youtube subscribers`;

export const rule = defineRule({
  code: 'vanity-metric',
  group: 'words',
  severity: 'hint',
  title: 'Metric that only looks good',
  summary: 'A metric\'s title holds a phrase such as page views, impressions, followers or downloads, and it drives no other metric.',
  rationale: `Vanity metrics go up whatever one does, and nobody would decide anything differently because of them. A number of followers or page views
becomes useful when it is tied to something that matters to the business: say what it \`drives\`, and the strategy will show whether it really does.`,
  sources: ['Ries, The Lean Startup, 2011', 'Croll and Yoskovitz, Lean Analytics, 2013'],
  exceptions: 'Where reach is the business (a newspaper, an ad network), silence it with that reason. A metric that `untraced-metric` reports is passed over.',
  related: ['untraced-metric', 'unused-declaration', 'unmeasured-goal'],
  options: {
    words: {
      type: 'words',
      default: WORDS.split(',').map((word) => word.trim()),
      description: 'Phrases in a metric\'s title that make it one of vanity while it drives nothing.',
    },
  },
  dependsOnAsOf: false,
  looksAt: { subjects: ['metric'], reach: [itsMeasurers] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'More views, and then?',
        source: `person ada "Ada Park"
metric «views» "Page views" { unit views better up }
goal known "Be the name that comes to mind" { kind growth owner ada metric views }
objective press "Newspapers write about us" {
  supports known
  owner ada
  period 2026-Q1
  kr "Readers reach our pages" { metric views from 20k to 90k }
}
`,
      },
    ],
    good: [
      {
        title: 'The same number, tied to what it is for.',
        source: `person ada "Ada Park"
metric views "Page views" { unit views better up drives trials }
metric trials "Trials started" { unit trials better up }
goal known "Be the name that comes to mind" { kind growth owner ada metric trials }
objective press "Newspapers write about us" {
  supports known
  owner ada
  period 2026-Q1
  kr "Readers reach our pages" { metric views from 20k to 90k }
}
`,
      },
      {
        title: 'Reported as untraced already: one finding is enough.',
        also: ['untraced-metric'],
        source: `person ada "Ada Park"
metric views "Page views" { unit views better up }
metric trials "Trials started" { unit trials better up }
goal known "Be the name that comes to mind" { kind growth owner ada metric trials }
objective press "Newspapers write about us" {
  supports known
  owner ada
  period 2026-Q1
  kr "Readers reach our pages" { metric views from 20k to 90k }
}
`,
      },
    ],
  },
  check({ metrics }, report, { words }) {
    const vanity = phraseList(words);
    for (const metric of metrics) {
      // A `drives` that could not be read, or whose name means nothing, drives something all the same.
      if (metric.laterThan !== null || metric.title === null || firstProperty(metric.declaration, 'drives') !== undefined) continue;
      const match = vanity.findIn(metric.title);
      if (match === null || metric.usedBy.some(({ kind, from }) => kind === 'metric' && from.kind === 'kr' && isUntraced(from))) continue;
      report({
        place: placeOf(metric),
        message: `${label(metric)} counts '${match.phrase}' and drives nothing. Add \`drives\` and the metric that it moves, or measure that one instead.`,
      });
    }
  },
});
