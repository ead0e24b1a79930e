/** The files of a new strategy, from a few answers: small, believable, and without a finding that has to be mended. */

import { formatDay, parseCalendarPeriod, type Day } from '../../grammar/calendar.ts';
import { formatTree } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import type { StarterAnswers, StarterChoices, StarterFiles } from '../protocol.ts';

/** The quarters to choose from: the one that runs now and the four after it. */
export function starterChoices(today: Day): StarterChoices {
  const [year, month] = formatDay(today).split('-').map(Number);
  const first = (year ?? 0) * 4 + Math.floor(((month ?? 1) - 1) / 3);
  const quarters = [0, 1, 2, 3, 4].map((ahead) => {
    const id = `${String(Math.floor((first + ahead) / 4)).padStart(4, '0')}-Q${((first + ahead) % 4) + 1}`;
    const period = parseCalendarPeriod(id);
    return { id, days: period === null ? '' : `${formatDay(period.start)} .. ${formatDay(period.end)}` };
  });
  return { quarters };
}

/** The files of a new strategy. Whatever was answered becomes text in quotes or a name of the language. */
export function starter(answers: StarterAnswers): StarterFiles {
  const quarter = parseCalendarPeriod(answers.quarter)?.id ?? '2026-Q1';
  const year = quarter.slice(0, 4);
  const names = new Names();
  const team = names.take(answers.team, 'team');
  const owner = names.take(answers.owner.split(/\s+/)[0] ?? '', 'owner');
  const goal = names.take(answers.goal, 'goal');
  const objective = names.take(answers.objective, 'objective');
  const activation = names.take('activation', 'activation');
  const revenue = names.take('revenue', 'revenue');

  const company = `/// What this organisation is about. Read it aloud: every line begins with a word that says what it is.
strategy ${quote(answers.organisation)}

team ${team} ${quote(answers.team)}

person ${owner} ${quote(answers.owner)} in ${team}
`;
  const goals = `/// Why it matters, and how one will know, in a sentence or two.
goal ${goal} ${quote(answers.goal)} {
  kind   business
  owner  ${owner}
  period ${year}
  metric ${revenue} from $0.8M to $1.5M
}

metric ${revenue} "Annual recurring revenue" {
  unit   $
  better up
}

metric ${activation} "New customers who succeed in their first week" {
  unit   %
  better up
  drives ${revenue}
}
`;
  const okrs = `/// What will have changed by the end of the quarter, and the numbers that show it.
objective ${objective} ${quote(answers.objective)} {
  supports ${goal}
  owner    ${team}
  period   ${quarter}

  kr "More new customers succeed in their first week" {
    metric ${activation} from 20% to 35%
  }
  kr "Time to first success falls" from 5d to 1d
  kr "Support stays quick"         keep at most 4h
}
`;
  const settings = `{
  // Which rules apply, and how strictly. Hover over a key to read what it does.
  "rules": {}
}
`;
  const okrFile = `okrs/${quarter.toLowerCase()}.strategy`;
  return {
    files: [
      { path: 'throughline.json', text: settings },
      { path: 'company.strategy', text: laidOut(company) },
      { path: 'goals.strategy', text: laidOut(goals) },
      { path: okrFile, text: laidOut(okrs) },
    ],
    open: okrFile,
  };
}

function laidOut(text: string): string {
  return formatTree(parseFile(text)) ?? text;
}

const LONGEST_NAME = 24;

/** Names of declarations: each is given away once. */
class Names {
  readonly #taken = new Set<string>();

  /** A short name from words that somebody wrote; `fallback` where nothing in them can be in a name. */
  take(words: string, fallback: string): string {
    const parts = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    let name = '';
    for (const part of parts.filter((word) => !/^(?:the|a|an|of|in|our|and|to|for|with|without)$/.test(word))) {
      const longer = name === '' ? part.slice(0, LONGEST_NAME) : `${name}-${part}`;
      if (longer.length > LONGEST_NAME) break;
      name = longer;
    }
    const base = (/^[\p{XIDS}_]/u.test(name) ? name : `${fallback}${name === '' ? '' : `-${name}`}`).normalize('NFC');
    let free = base;
    for (let count = 2; this.#taken.has(free); count += 1) free = `${base}-${count}`;
    this.#taken.add(free);
    return free;
  }
}

/** A string of the language. */
function quote(text: string): string {
  const line = text.replace(/[\r\n\u2028\u2029\p{Cc}]+/gu, ' ').trim();
  return `"${line.replace(/[\\"]/g, '\\$&')}"`;
}
