/** Edits that were got wrong once, or are hard to get right: after each step a strategy that is kept up is what one built anew is. */

import { Kept } from './kept.ts';

type Step = Readonly<Record<string, string>>;

/** Each step says which files there are. */
function holds(name: string, ...steps: readonly Step[]): void {
  it(name, () => {
    const [first = new Map<string, string>(), ...edits] = steps.map((step) => new Map(Object.entries(step)));
    const kept = new Kept(first);
    kept.check();
    for (const edit of edits) {
      kept.update(edit);
      kept.check();
    }
  });
}

const GOAL = 'goal g "G" { kind business metric m from 1% to 5% }\nmetric m "M" { unit % now 2% }\n';
const OBJECTIVE = 'objective o "O" {\n  supports g\n  kr k "K" from 1 to 5 now 3\n}\n';

describe('a strategy that is kept up, case by case', () => {
  holds('the later ones of a name are later than another, and so is what stands in them',
    { 'b.strategy': `${OBJECTIVE}objective o "Again" {\n  kr x "X" done\n}\n` },
    { 'a.strategy': OBJECTIVE, 'b.strategy': `${OBJECTIVE}objective o "Again" {\n  kr x "X" done\n}\n` },
    { 'a.strategy': OBJECTIVE.replace('objective o', 'objective p'), 'b.strategy': `${OBJECTIVE}objective o "Again" {\n  kr x "X" done\n}\n` });

  holds('a quote that is not closed takes the rest of its line, a brace the rest of the file',
    { 'a.strategy': GOAL + OBJECTIVE + OBJECTIVE.replace('objective o', 'objective p') },
    { 'a.strategy': GOAL + OBJECTIVE.replace('"O"', '"O') + OBJECTIVE.replace('objective o', 'objective p') },
    { 'a.strategy': GOAL + OBJECTIVE.replace('}', '') + OBJECTIVE.replace('objective o', 'objective p') },
    { 'a.strategy': GOAL + OBJECTIVE + OBJECTIVE.replace('objective o', 'objective p') });

  holds('what is typed in a metric changes what its key results are at, and nothing where only its title is',
    { 'a.strategy': GOAL, 'b.strategy': 'objective o "O" { supports g\n kr k "K" { metric m from 1% to 5% } }\n' },
    { 'a.strategy': GOAL.replace('"M"', '"Metric"'), 'b.strategy': 'objective o "O" { supports g\n kr k "K" { metric m from 1% to 5% } }\n' },
    { 'a.strategy': GOAL.replace('now 2%', 'now 4%'), 'b.strategy': 'objective o "O" { supports g\n kr k "K" { metric m from 1% to 5% } }\n' },
    { 'a.strategy': GOAL.replace('unit %', 'unit $'), 'b.strategy': 'objective o "O" { supports g\n kr k "K" { metric m from 1% to 5% } }\n' });

  holds('a circle is closed, runs another way, and is broken',
    { 'a.strategy': 'goal a "A" { supports b }\ngoal b "B"\ngoal c "C" { supports a }\nobjective o "O" { supports c\n kr k "K" from 1 to 5 now 3 }\n' },
    { 'a.strategy': 'goal a "A" { supports b }\ngoal b "B" { supports c }\ngoal c "C" { supports a }\nobjective o "O" { supports c\n kr k "K" from 1 to 5 now 3 }\n' },
    { 'a.strategy': 'goal a "A" { supports b }\ngoal b "B" { supports c, a }\ngoal c "C" { supports a }\nobjective o "O" { supports c\n kr k "K" from 1 to 5 now 3 }\n' },
    { 'a.strategy': 'goal a "A" { supports b }\ngoal b "B" { supports a }\ngoal c "C" { supports a }\nobjective o "O" { supports c\n kr k "K" from 1 to 5 now 3 }\n' },
    { 'a.strategy': 'goal a "A"\ngoal b "B" { supports a }\ngoal c "C" { supports a }\nobjective o "O" { supports c\n kr k "K" from 1 to 5 now 3 }\n' });

  holds('an objective supports a key result of its own, and one of another that is dropped and taken up again',
    { 'a.strategy': `${GOAL}${OBJECTIVE}objective p "P" { supports p.k\n kr k "K" from 1 to 5 now 3 }\n` },
    { 'a.strategy': `${GOAL}${OBJECTIVE}objective p "P" { supports o.k 40%, g\n kr k "K" from 1 to 5 now 3 }\n` },
    { 'a.strategy': `${GOAL}${OBJECTIVE.replace('now 3', 'now 3 { status dropped }')}objective p "P" { supports o.k 40%, g\n kr k "K" from 1 to 5 now 3 }\n` },
    { 'a.strategy': `${GOAL}${OBJECTIVE}objective p "P" { supports o.k 40%, g\n kr k "K" from 1 to 5 now 3 }\n` });

  holds('more metrics than are kept: whether a metric leads to the last of them',
    { 'a.strategy': many(8, 'm9'), 'b.strategy': 'goal h "H" { supports g }\nobjective o "O" { supports h\n kr k "K" { metric x from 1% to 5% } }\n' },
    { 'a.strategy': many(8, 'm7'), 'b.strategy': 'goal h "H" { supports g }\nobjective o "O" { supports h\n kr k "K" { metric x from 1% to 5% } }\n' },
    { 'a.strategy': many(7, 'm7'), 'b.strategy': 'goal h "H" { supports g }\nobjective o "O" { supports h\n kr k "K" { metric x from 1% to 5% } }\n' },
    { 'a.strategy': many(8, 'm7'), 'b.strategy': 'goal h "H"\nobjective o "O" { supports h\n kr k "K" { metric x from 1% to 5% } }\n' });

  holds('declarations change places, in one file and from one to the other',
    { 'a.strategy': `${OBJECTIVE}${GOAL}`, 'b.strategy': 'team t "T"\n' },
    { 'a.strategy': `${GOAL}${OBJECTIVE}`, 'b.strategy': 'team t "T"\n' },
    { 'a.strategy': GOAL, 'b.strategy': `team t "T"\n${OBJECTIVE}` },
    { 'b.strategy': `${OBJECTIVE}team t "T"\n${GOAL}` });

  holds('a name inside an objective goes before one at the top, of a kind that may stand there',
    { 'a.strategy': 'objective k "Top"\nobjective o "O" {\n  needs k\n  initiative i "I" { advances k }\n}\n' },
    { 'a.strategy': 'objective k "Top"\nobjective o "O" {\n  needs k\n  kr k "K" done\n  initiative i "I" { advances k }\n}\n' },
    { 'a.strategy': 'objective k "Top"\nobjective o "O" {\n  needs k\n  initiative k "K"\n  initiative i "I" { advances k }\n}\n' });

  holds('nameless things of one title are told apart by their number',
    { 'a.strategy': 'objective "O" {\n  kr "K" done\n  kr "K" from 1 to 2\n}\nobjective "O"\ngoal "O"\n' },
    { 'a.strategy': 'objective "O" {\n  kr "K" from 1 to 2\n}\nobjective "O" { kr "K" done }\ngoal "O"\n' });
});

/** A goal of many metrics, and one that drives another. */
function many(count: number, driven: string): string {
  const metrics = Array.from({ length: count }, (_, index) => `metric m${index} "M" { unit % }\n`).join('');
  return `goal g "G" {\n${Array.from({ length: count }, (_, index) => `  metric m${index}\n`).join('')}}\n${metrics}metric x "X" { unit %\n  drives ${driven} }\n`;
}
