/** What is offered at a cursor. */

import assert from 'node:assert/strict';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { resolveCompletion } from '../../server/features/completion-resolve.ts';
import { completion } from '../../server/features/completion.ts';
import { marked } from './marked.ts';

const PEOPLE = `team core "Core"
person ann "Ann Lee" in core
person bob "Bob Ray" in core
metric arr "Revenue" { unit $ }
goal grow "Grow"
goal retain "Retain"
goal gone "Gone" { status dropped }
objective other "Other" {
  kr speed "Speed" from 1 to 2
}
`;

function offered(source: string): string[] {
  const { snapshot, params } = marked({ 'people.strategy': PEOPLE, 'a.strategy': source });
  return completion(snapshot, params).items.filter(({ kind }) => kind !== CompletionItemKind.Snippet).map(({ label }) => label);
}

describe('completion', () => {
  it('offers the declarations of a file at its top, and those of a body in it', () => {
    assert.ok(offered('‸').includes('goal'));
    assert.ok(!offered('‸').includes('kr'));
    assert.ok(offered('objective a "A" {\n  ‸\n}').includes('kr'));
  });

  it('knows that a body is open although its end is not written yet', () => {
    assert.ok(offered('objective a "A" {\n  supports grow\n  ‸').includes('owner'));
    assert.ok(offered('objective a "A" {\n  supports grow\n  ‸\n\ngoal next "Next" {\n}\n').includes('owner'));
  });

  it('leaves out the properties that are written, but those that may stand again', () => {
    const words = offered('goal a "A" {\n  kind business\n  link "x"\n  ‸\n  owner ann\n}');
    assert.ok(!words.includes('kind'));
    assert.ok(words.includes('link'));
  });

  it('offers what is still missing after the cursor is left', () => {
    assert.deepEqual(offered('period FY 2026-01-01 .. 2026-12-31 ‸'), ['in']);
    assert.deepEqual(offered('team a "A" ‸'), ['in']);
    assert.deepEqual(offered('team a "A" in ‸').filter((name) => name !== 'a'), ['core']);
  });

  it('offers names of the kind that may stand there', () => {
    assert.deepEqual(offered('goal a "A" { owner ‸ }'), ['ann', 'bob', 'core']);
    assert.deepEqual(offered('goal a "A" { sponsor ‸ }'), ['ann', 'bob']);
    assert.deepEqual(offered('goal a "A" { metric ‸ }'), ['arr']);
    assert.deepEqual(offered('initiative a "A" { advances ‸ }'), ['other', 'other.speed']);
  });

  it('offers what is dropped after everything else', () => {
    assert.deepEqual(offered('objective a "A" { supports ‸ }').slice(-1), ['gone']);
  });

  it('goes on with a list on the next line, and leaves out what it names already', () => {
    assert.deepEqual(offered('objective a "A" {\n  supports grow,\n    ‸\n}').slice(0, 1), ['retain']);
    assert.deepEqual(offered('objective a "A" {\n  supports grow ‸\n}'), []);
  });

  it('replaces the whole of a name with a dot', () => {
    const { snapshot, params } = marked({ 'people.strategy': PEOPLE, 'a.strategy': 'initiative a "A" {\n  advances other.sp‸\n}' });
    const [item] = completion(snapshot, params).items.filter(({ label }) => label === 'other.speed');
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 1, character: 11 }, end: { line: 1, character: 19 } }, newText: 'other.speed',
    });
  });

  it('shows the title of what a name means beside it, where the client can', () => {
    const source = { 'people.strategy': PEOPLE, 'a.strategy': 'goal a "A" { owner ‸ }' };
    const able = marked(source);
    assert.deepEqual(completion(able.snapshot, able.params).items[0]?.labelDetails, { description: 'Ann Lee' });
    const plain = marked(source, { labelDetails: false });
    assert.equal(completion(plain.snapshot, plain.params).items[0]?.detail, 'person: Ann Lee');
  });

  it('finds a thing by its title too', () => {
    const { snapshot, params } = marked({ 'people.strategy': PEOPLE, 'a.strategy': 'goal a "A" { owner ‸ }' });
    assert.equal(completion(snapshot, params).items[0]?.filterText, 'ann Ann Lee');
  });

  for (const [written, next] of [
    ['from 1', ['to', 'up', 'down', 'times']],
    ['from 1 to 2', ['now', 'by']],
    ['from 1 to 2 now 1', ['by']],
    ['keep', ['at least', 'at most', 'between']],
    ['at', ['least', 'most']],
    ['between 1', ['and']],
    ['done', ['now', 'by']],
    ['done now', ['done', 'not done']],
  ] as const) {
    it(`goes on after \`${written}\` in a measure, in the header, on a line of its own and after a metric`, () => {
      assert.deepEqual(offered(`objective a "A" {\n  kr "K" ${written} ‸\n}`), next);
      assert.deepEqual(offered(`objective a "A" {\n  kr "K" {\n    ${written} ‸\n  }\n}`), next);
      assert.deepEqual(offered(`objective a "A" {\n  kr "K" {\n    metric arr ${written} ‸\n  }\n}`), next);
    });
  }

  it('offers nothing in a comment, in a text and after a number that ends a fact', () => {
    assert.deepEqual(offered('// go‸'), []);
    assert.deepEqual(offered('/// go‸'), []);
    assert.deepEqual(offered('goal a "go‸'), []);
    assert.deepEqual(offered('goal a """\n  go‸\n  """'), []);
    assert.deepEqual(offered('objective a "A" {\n  kr "K" {\n    weight 2 ‸\n  }\n}'), []);
  });

  it('knows a body on one line', () => {
    assert.deepEqual(offered('metric a "A" { unit $ better ‸ }'), ['up', 'down']);
  });

  it('offers the key results of the own objective first, then those of the own team, and what is over last', () => {
    const others = `objective early "Early" {
  owner ann
  kr k "K" from 1 to 2
}
objective far "Far" {
  owner else
  kr k "K" from 1 to 2
}
objective old "Old" {
  owner core
  status done
  kr k "K" from 1 to 2
}
team else "Else"
`;
    const names = offered(`${others}objective a "A" {\n  owner core\n  kr z "Z" from 1 to 2\n  initiative i "I" {\n    advances ‸\n  }\n}\n`);
    assert.deepEqual(names.slice(0, 4), ['z', 'early', 'early.k', 'far']);
    assert.deepEqual(names.slice(-2), ['old', 'old.k']);
  });

  it('offers the goals of the own team before others', () => {
    const names = offered('goal a-goal "A"\ngoal z-goal "Z" { owner bob }\nobjective o "O" {\n  owner core\n  supports ‸\n}\n');
    assert.deepEqual(names.slice(0, 2), ['z-goal', 'a-goal']);
  });

  it('offers nothing that stands behind the cursor already', () => {
    const words = offered('goal a "A" {\n  kind business\n  ‸\n  owner ann\n}');
    assert.ok(!words.includes('owner'));
    assert.ok(words.includes('period'));
  });

  it('offers no second measure where one stands in the header', () => {
    assert.ok(!offered('objective a "A" {\n  kr "K" from 1 to 2 now 1 {\n    ‸\n  }\n}').some((word) => ['from', 'at least', 'now'].includes(word)));
  });

  describe('of a check-in', () => {
    const kr = (line: string): string => `objective a "A" {\n  kr "K" {\n    from 18% to 35%\n    confidence 6/10\n    checkin 2026-02-01 22%\n    ${line}\n  }\n}\n`;

    it('offers one of the day with the current value first, on a blank line of a kr', () => {
      assert.equal(offered(kr('‸'))[0], 'checkin 2026-03-01 22%');
    });

    it('puts places to fill in into it, where the client takes them', () => {
      const item = (snippets: boolean): CompletionItem | undefined => {
        const { snapshot, params } = marked(kr('‸'), { snippets });
        return completion(snapshot, params).items[0];
      };
      assert.deepEqual(item(true)?.textEdit, {
        range: { start: { line: 5, character: 4 }, end: { line: 5, character: 4 } },
        newText: 'checkin 2026-03-01 ${1:22%} confidence ${2:6/10} "${3:What moved it}"',
      });
      assert.equal(item(false)?.textEdit?.newText, 'checkin 2026-03-01 22%');
    });

    it('offers one of a kr with a metric, of a metric, and of a milestone', () => {
      assert.equal(offered('metric m "M" {\n  unit customers\n  now 12 customers\n  ‸\n}\n')[0], 'checkin 2026-03-01 12 customers');
      assert.equal(offered('metric m "M" { unit $ now $4.2M }\nobjective a "A" {\n  kr "K" {\n    metric m to $5M\n    ‸\n  }\n}\n')[0], 'checkin 2026-03-01 $4.2M');
      assert.equal(offered('objective a "A" {\n  kr "K" done now not done {\n    ‸\n  }\n}\n')[0], 'checkin 2026-03-01 not done');
    });

    it('offers none in a kr without a measure or one that is over', () => {
      assert.ok(!offered('objective a "A" {\n  kr "K" {\n    ‸\n  }\n}\n')[0]?.startsWith('checkin '));
      assert.ok(!offered('objective a "A" {\n  kr "K" from 1 to 2 {\n    status done\n    ‸\n  }\n}\n')[0]?.startsWith('checkin '));
    });

    it('offers its day, its value and its confidence one after the other', () => {
      assert.deepEqual(offered(kr('checkin ‸')), ['2026-03-01']);
      assert.deepEqual(offered(kr('checkin 2026-03-01 ‸')), ['22%', 'confidence']);
      assert.deepEqual(offered(kr('checkin 2026-03-01 23% ‸')), ['confidence']);
    });
  });

  describe('of a quantity', () => {
    for (const [written, expected] of [
      ['metric arr from ‸', ['$4.2M']],
      ['metric arr from 5‸', ['$5', '$5k', '$5M', '$5B']],
      ['metric arr from $5‸', ['$5', '$5k', '$5M', '$5B']],
      ['metric share from 18‸', ['18%']],
      ['metric share from 18% up 5‸', ['5pp']],
      ['metric users from 100 ‸', ['users per week', 'to', 'up', 'down', 'times']],
      ['metric users up 5‸', ['5 users per week', '5%']],
      ['from 3d to 4‸', ['4d']],
      ['at least 4.5/5 now 4.2‸', ['4.2/5']],
      ['between 1.5x and 2.‸', ['2x']],
    ] as const) {
      it(`offers the unit that belongs there: \`${written}\``, () => {
        const metrics = 'metric arr "A" { unit $ now $4.2M }\nmetric share "S" { unit % }\nmetric users "U" { unit users per week }\n';
        const { snapshot, params } = marked(`${metrics}objective a "A" {\n  kr "K" {\n    ${written}\n  }\n}\n`);
        assert.deepEqual(completion(snapshot, params).items.map(({ label }) => label), expected);
      });
    }
  });

  describe('of periods and days', () => {
    it('offers the declared ones, then calendar periods around the day, and what is over last', () => {
      const names = offered('period old 2025-01-01 .. 2025-12-31\nperiod FY 2026-01-01 .. 2026-12-31\ngoal a "A" {\n  period ‸\n}\n');
      assert.deepEqual(names.slice(0, 3), ['FY', '2026-Q1', '2026-Q2']);
      assert.equal(names.at(-1), 'old');
    });

    it('offers the last day of the period after `by`', () => {
      assert.ok(offered('objective a "A" {\n  period 2026-Q1\n  kr k "K" {\n    from 1 to 2\n    by ‸\n  }\n}\n').includes('2026-03-31'));
    });

    it('offers first days of a new period, then its last days', () => {
      assert.ok(offered('period Q ‸').includes('2026-04-01'));
      assert.deepEqual(offered('period Q 2026-02-01 .. ‸'), ['2026-04-30', '2026-07-31', '2027-01-31']);
    });
  });

  describe('of whole declarations', () => {
    const snippets = (source: string, client = {}): CompletionItem[] => {
      const { snapshot, params } = marked(source, client);
      return completion(snapshot, params).items.filter(({ kind }) => kind === CompletionItemKind.Snippet);
    };

    it('has places to fill in, with the year of the day', () => {
      const goal = snippets('‸').find(({ label }) => label === 'Goal');
      assert.equal(goal?.insertTextFormat, 2);
      assert.match(goal.textEdit?.newText ?? '', /^goal \$\{1:win-midmarket\} "\$\{2:[^]*\n {2}period \$\{5:2026\}\n/);
    });

    it('offers those that may stand there', () => {
      assert.ok(snippets('‸').every(({ label }) => !label.startsWith('Key result') && label !== 'Check-in'));
      const inObjective = snippets('objective a "A" {\n  ‸\n}').map(({ label }) => label);
      assert.ok(inObjective.includes('Key result: milestone') && inObjective.includes('Initiative') && !inObjective.includes('Goal'));
    });

    it('shows what it becomes', () => {
      const [metric] = snippets('‸').filter(({ label }) => label === 'Metric');
      assert.match(JSON.stringify(metric?.documentation), /unit {3}%\\n {2}better up\\n {2}drives arr/);
    });

    it('offers none to a client that cannot fill them in or has them itself', () => {
      assert.deepEqual(snippets('‸', { snippets: false }), []);
      assert.deepEqual(snippets('‸', { ownSnippets: true }), []);
    });
  });

  it('replaces what stands behind the cursor of the word too, where the client does not choose', () => {
    const source = 'goal a "A" {\n  ow‸ner\n}\n';
    const whole = marked(source);
    const [item] = completion(whole.snapshot, whole.params).items.filter(({ label }) => label === 'owner');
    assert.deepEqual(item?.textEdit, { newText: 'owner', range: { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } } });
    const able = marked(source, { insertReplace: true });
    const [choosing] = completion(able.snapshot, able.params).items.filter(({ label }) => label === 'owner');
    assert.deepEqual(choosing?.textEdit, {
      newText: 'owner', insert: { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } }, replace: { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } },
    });
  });

  it('narrows a very long list down by what is typed, and says that there is more', () => {
    const many = Array.from({ length: 1200 }, (_, index) => `person p${index} "Person ${index}"`).join('\n');
    const list = (typed: string) => {
      const { snapshot, params } = marked(`${many}\ngoal a "A" {\n  owner ${typed}‸\n}\n`);
      return completion(snapshot, params);
    };
    assert.equal(list('').items.length, 1000);
    assert.equal(list('').isIncomplete, true);
    assert.equal(list('p1199').items[0]?.label, 'p1199');
  });

  it('says what it names once it is looked at', () => {
    const { snapshot, params } = marked({ 'people.strategy': PEOPLE, 'a.strategy': '/// Read me.\ngoal b "B" { owner ann }\ngoal a "A" { supports ‸ }' });
    const [item] = completion(snapshot, params).items.filter(({ label }) => label === 'b');
    assert.ok(item !== undefined && item.documentation === undefined);
    const resolved = resolveCompletion(snapshot, item);
    assert.match(JSON.stringify(resolved.documentation), /\*\*B\*\*.*Read me\..*Ann Lee/);
    assert.equal(resolved.label, 'b');
  });

  it('is read in time that grows with what stands before the cursor, whatever that is', () => {
    for (const text of ['{'.repeat(200_000), '"'.repeat(200_000), 'a '.repeat(100_000), '/'.repeat(200_000), 'a.'.repeat(100_000), '"""'.repeat(60_000)]) {
      assert.ok(Array.isArray(offered(`${text}‸`)));
    }
  });
});
