/** The first page of the report: what the strategy is, where it stands, what needs somebody's eye. */

import { formatDay, type Day } from '../../../grammar/calendar.ts';
import { firstProperty } from '../../../grammar/tree.ts';
import { percent } from '../../model/figures.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import type { Goal, Strategy } from '../../model/strategy.ts';
import type { Diagnostic } from '../../rules/diagnostic.ts';
import { healthBadge, healthIcon } from '../health-mark.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import { progressBar } from '../progress-bar.ts';
import { scorecard } from '../scorecard/build.ts';
import type { Totals } from '../scorecard/model.ts';
import { countWords, HEALTH_ORDER, meanWords } from '../scorecard/summary.ts';
import { strategyTitle } from '../strategy-title.ts';
import { shortened, titleText } from '../titles.ts';
import { DEFAULT_OPTIONS } from '../view.ts';
import { concerns } from './attention.ts';

/** As much of each list as stands on one page. */
const MOST = { goals: 12, concerns: 6, because: 2, findings: 6 };

/** Title, day, vision, health, goals, what is behind, what the check found. */
export function cover(strategy: Strategy, findings: readonly Diagnostic[]): MarkupElement {
  const { totals } = scorecard(strategy, DEFAULT_OPTIONS);
  return h('section', { class: 'cover', 'aria-label': 'Summary' },
    h('p', { class: 'eyebrow' }, 'Strategy report · as of ', h('time', { datetime: formatDay(strategy.asOf) }, longDay(strategy.asOf))),
    h('h1', {}, titleText(strategyTitle(strategy) === 'the strategy' ? 'Strategy' : strategyTitle(strategy))),
    statement(strategy, 'vision'),
    statement(strategy, 'mission'),
    healthTiles(totals),
    h('div', { class: 'columns' },
      h('div', { class: 'column' }, goals(strategy)),
      h('div', { class: 'column' }, attention(strategy)),
    ),
    checked(findings),
  );
}

function longDay(day: Day): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${formatDay(day)}T00:00:00Z`));
}

function statement({ header }: Strategy, name: 'vision' | 'mission'): Markup {
  const text = header === null ? null : firstProperty(header.declaration, name)?.value?.value ?? null;
  return text === null || text.trim() === '' ? null : h('p', { class: name }, h('bdi', {}, shortened(text, 600)));
}

function healthTiles(totals: Totals): Markup {
  const shown = HEALTH_ORDER.flatMap((health) => (totals.health[health] === undefined ? [] : [{ health, count: totals.health[health] }]));
  if (shown.length === 0) return null;
  return [
    h('ul', { class: 'tiles', 'aria-label': 'Objectives by health' }, shown.map(({ health, count }) => h('li', { class: `tile ${health}` },
      h('span', { class: 'tile-icon' }, healthIcon(health)), h('span', { class: 'tile-count' }, String(count)), h('span', { class: 'tile-word' }, HEALTH_WORDS[health])))),
    h('p', { class: 'counts' }, [countWords(totals), meanWords(totals)].filter((part) => part !== '').join(' · ')),
  ];
}

function goals(strategy: Strategy): Markup {
  const shown = strategy.goals.filter(({ laterThan, past, status }) => laterThan === null && !past && status.value !== 'dropped');
  if (shown.length === 0) return [h('h2', {}, 'Goals'), h('p', { class: 'muted' }, 'No goal is declared.')];
  return [
    h('h2', {}, 'Goals'),
    h('table', { class: 'goals' },
      h('thead', {}, h('tr', {}, ['Goal', 'Owner', 'Progress', 'Health'].map((title) => h('th', { scope: 'col' }, title)))),
      h('tbody', {}, shown.slice(0, MOST.goals).map(goalRow)),
    ),
    more(shown.length - MOST.goals, 'goal', 'goals'),
  ];
}

function goalRow(goal: Goal): MarkupElement {
  return h('tr', {},
    h('th', { scope: 'row' }, titleText(goal.title ?? goal.id)),
    h('td', {}, goal.owners.length === 0 ? h('span', { class: 'muted' }, 'nobody') : goal.owners.map(({ title, id }, index) => [index === 0 ? null : ', ', titleText(title ?? id)])),
    h('td', {}, progressBar(goal.score, goal.expected, goal.health)),
    h('td', {}, healthBadge(goal.health)),
  );
}

function attention(strategy: Strategy): Markup {
  const found = concerns(strategy);
  if (found.length === 0) return [h('h2', {}, 'Needs attention'), h('p', { class: 'muted' }, 'No objective is behind.')];
  return [
    h('h2', {}, 'Needs attention'),
    h('ul', { class: 'concerns' }, found.slice(0, MOST.concerns).map(({ objective, because }) => h('li', {},
      healthIcon(objective.health),
      h('span', { class: 'concern' },
        h('strong', {}, titleText(objective.title ?? objective.id)),
        h('span', { class: 'muted' }, objective.owners.length === 0 ? ' · nobody' : objective.owners.map(({ title, id }) => [' · ', titleText(title ?? id)])),
        objective.score === null || objective.expected === null ? null : h('span', { class: 'muted' }, ` · at ${percent(objective.score)}, ${percent(objective.expected)} expected`),
        because.length === 0 ? null : h('span', { class: 'because' }, because.slice(0, MOST.because).map((kr, index) => [index === 0 ? null : '; ', titleText(kr.title ?? kr.id), kr.brokenHealth ? ' is out of bounds' : kr.score === null ? null : ` is at ${percent(kr.score)}`])),
      ),
    ))),
    more(found.length - MOST.concerns, 'objective', 'objectives'),
  ];
}

/** Errors and warnings: what is exact. */
function checked(findings: readonly Diagnostic[]): Markup {
  const grave = (['error', 'warning'] as const).flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  if (grave.length === 0) return [h('h2', {}, 'What the check found'), h('p', { class: 'muted' }, 'No error and no warning.')];
  return [
    h('h2', {}, 'What the check found', grave.length > MOST.findings ? h('span', { class: 'of' }, `the first ${MOST.findings} of ${grave.length}`) : null),
    h('ul', { class: 'findings' }, grave.slice(0, MOST.findings).map(({ severity, message, code, url }) => h('li', {},
      h('span', { class: `severity ${severity}` }, severity), h('bdi', {}, shortened(message, 320)), ' ', h('a', { href: url }, code)))),
  ];
}

function more(count: number, one: string, many: string): Markup {
  return count <= 0 ? null : h('p', { class: 'muted more' }, `and ${count} more ${count === 1 ? one : many}`);
}
