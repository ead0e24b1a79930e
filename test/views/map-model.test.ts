import assert from 'node:assert/strict';
import { mapModel, type MapNode } from '../../server/views/map/model.ts';
import { DEFAULT_OPTIONS, NO_FILTER, type ChangeMark, type ViewOptions } from '../../server/views/view.ts';
import { analysed, sample } from './drawing.ts';

const COMPANY = `
person maya "Maya"
team growth "Growth"
metric arr "Revenue" { unit $ better up }
goal win "Win the mid-market" { kind business owner maya metric arr period 2026 }
goal loved "Customers love us" { kind customer owner maya metric arr period 2026 }
`;

/** A map as lines: what hangs on what, with its key results, what else it serves, and why it stands alone. */
function outline(source: string, options: Partial<ViewOptions> = {}): readonly string[] {
  const model = mapModel(analysed(source).strategy, { ...DEFAULT_OPTIONS, ...options });
  const lines: string[] = [];
  const write = (node: MapNode, depth: number): void => {
    const rows = node.rows.length === 0 ? '' : ` [${node.rows.map(({ keyResult, mark }) => `${keyResult.id.split('.').at(-1) ?? ''}${mark === null ? '' : ` ${mark.change}`}`).join(', ')}]`;
    const on = node.hangs !== null && node.hangs.to.kind === 'kr' ? ` on ${node.hangs.to.id}` : '';
    const others = node.others.map(({ to, share, change }) => `, ${change ?? 'also'} ${to.id}${share === null ? '' : ` ${Math.round(share * 100)}%`}`).join('');
    const notes = [node.context ? 'context' : '', node.mark?.change ?? '', node.hangs?.change === null || node.hangs === null ? '' : `edge ${node.hangs.change}`, node.folded > 0 ? `+${node.folded}` : '', node.reason ?? ''];
    lines.push(`${'  '.repeat(depth)}${node.element.id}${rows}${on}${others}${notes.filter((note) => note !== '').map((note) => ` (${note})`).join('')}`);
    for (const child of node.children) write(child, depth + 1);
  };
  for (const root of model.roots) write(root, 0);
  for (const lane of model.lanes) {
    lines.push(`-- ${lane.title}`);
    for (const node of lane.nodes) write(node, 1);
  }
  return lines;
}

describe('the map as data', () => {
  it('has goals on top, objectives below what they support, initiatives at the leaves', () => {
    assert.deepEqual(outline(`${COMPANY}
objective serve "Teams start by themselves" { supports win  kr deploy "Deploys" from 1 to 2  initiative wizard "Wizard" { advances deploy } }
objective docs "Every question has an answer" { supports serve.deploy  kr searches "Searches" from 9 to 1 }
objective like "Customers like us" { supports loved }
`), ['win', '  serve [deploy]', '    docs [searches] on serve.deploy', '    serve.wizard on serve.deploy', 'loved', '  like']);
  });

  it('hangs an objective on what it supports most, and has its other supports as edges', () => {
    assert.deepEqual(outline(`${COMPANY}objective serve "S" { supports win 30%, loved 70% }`), ['win', 'loved', '  serve, also win 30%']);
  });

  it('hangs an objective of equal shares on the first', () => {
    assert.deepEqual(outline(`${COMPANY}objective serve "S" { supports loved, win }`), ['win', 'loved', '  serve, also win 50%']);
  });

  it('has a goal below the goal that it supports', () => {
    assert.deepEqual(outline(`${COMPANY}goal region "A region" { supports loved }`), ['win', 'loved', '  region']);
  });

  it('orders what hangs on an objective by its key results', () => {
    assert.deepEqual(outline(`${COMPANY}
objective a "A" { supports serve.two }
objective b "B" { supports serve.one }
objective c "C" { supports serve }
objective serve "S" { supports win  kr one "One" from 1 to 2  kr two "Two" from 1 to 2 }
`).slice(1, 5), ['  serve [one, two]', '    c', '    b on serve.one', '    a on serve.two']);
  });

  it('hangs an initiative of its own on what it advances first', () => {
    assert.deepEqual(outline(`${COMPANY}
objective serve "S" { supports win  kr one "One" from 1 to 2 }
objective like "L" { supports loved }
initiative bet "A bet" { advances like, serve.one }
`), ['win', '  serve [one]', 'loved', '  like', '    bet, also serve.one']);
  });

  it('sets apart what serves no goal, and says why', () => {
    assert.deepEqual(outline(`${COMPANY}
goal old "Old" { status dropped }
objective brand "Our brand feels modern" { }
objective lost "Lost" { supports old }
objective below "Below" { supports brand }
objective draft "Later" { status draft }
`), ['win', 'loved', '-- Serves no goal', '  brand (It supports nothing.)', '    below', "  lost, also old (It supports 'Old', which is dropped.)", '  draft (A draft that supports nothing yet.)']);
  });

  it('sets apart what supports a name that means nothing', () => {
    assert.deepEqual(outline(`${COMPANY}objective typo "T" { supports wim }`).slice(2), ['-- Goal not known', "  typo (It supports 'wim', which names nothing.)"]);
  });

  it('opens a circle of supports where it begins', () => {
    assert.deepEqual(outline(`${COMPANY}
objective a "A" { supports b }
objective b "B" { supports c }
objective c "C" { supports a }
`).slice(2), ['-- Goal not known', '  c, also a (What it supports runs in a circle.)', '    b', '      a']);
  });

  it('leads out of a circle where there is a way', () => {
    assert.deepEqual(outline(`${COMPANY}
objective a "A" { supports b 90%, win 10% }
objective b "B" { supports a }
`), ['win', '  a, also b 90%', '    b', 'loved']);
  });

  it('sets apart initiatives that advance nothing', () => {
    assert.deepEqual(outline(`${COMPANY}initiative bet "A bet" { }
initiative typo "A typo" { advances nowhere }`).slice(2), ['-- Advances nothing', '  bet (It advances nothing.)', "  typo (It advances 'nowhere', which names nothing.)"]);
  });

  it('leaves out what is past or dropped, unless history is asked for', () => {
    const source = `${COMPANY}
objective then "Then" { supports win period 2025-Q1 }
objective gone "Gone" { supports win status dropped }
objective now "Now" { supports win period 2026-Q1  kr a "A" from 1 to 2  kr b "B" { from 1 to 2 status dropped } }
`;
    assert.deepEqual(outline(source), ['win', '  now [a]', 'loved']);
    assert.equal(mapModel(analysed(source).strategy, DEFAULT_OPTIONS).history, 2);
    assert.deepEqual(outline(source, { history: true }), ['win', '  then', '  gone', '  now [a, b]', 'loved']);
  });

  it('shows what is hidden where something else hangs on it', () => {
    assert.deepEqual(outline(`${COMPANY}
objective then "Then" { supports win period 2025-Q1 }
objective now "Now" { supports then period 2026-Q1 }
`), ['win', '  then (context)', '    now', 'loved']);
  });

  it('leaves later declarations of a name out', () => {
    assert.deepEqual(outline(`${COMPANY}objective a "A" { supports win }\nobjective a "Again" { supports loved }`), ['win', '  a', 'loved']);
  });

  describe('with a filter', () => {
    const source = `${COMPANY}
objective serve "Teams start" { supports win owner growth  kr deploy "Deploys" from 1 to 2  kr calls "Calls" { from 2 to 1 owner maya }  initiative wizard "Wizard" { advances deploy } }
objective docs "Answers" { supports serve.deploy owner maya  kr searches "Searches" from 9 to 1 }
`;
    const filtered = (filter: Partial<ViewOptions['filter']>): readonly string[] => outline(source, { filter: { ...NO_FILTER, ...filter } });

    it('shows what matches, what is in it, and what it hangs on', () => {
      assert.deepEqual(filtered({ text: 'answers' }), ['win (context)', '  serve [deploy] (context)', '    docs [searches] on serve.deploy']);
    });

    it('shows the objective of a key result that matches', () => {
      assert.deepEqual(filtered({ kinds: ['kr'], owners: ['maya'], text: 'calls' }), ['win (context)', '  serve [calls]']);
    });

    it('shows no more than the kinds that are asked for', () => {
      assert.deepEqual(filtered({ kinds: ['goal', 'objective'] }), ['win', '  serve [deploy]', '    docs on serve.deploy', 'loved']);
    });
  });

  describe('folded', () => {
    const source = `${COMPANY}
objective serve "S" { supports win  kr one "One" from 1 to 2  initiative wizard "W" { advances one } }
objective docs "D" { supports serve.one  kr two "Two" from 1 to 2 }
`;

    it('counts what is folded away with an objective', () => {
      assert.deepEqual(outline(source, { collapsed: new Set(['serve']) }), ['win', '  serve (+4)', 'loved']);
    });

    it('counts what is folded away with a goal', () => {
      assert.deepEqual(outline(source, { collapsed: new Set(['win']) }), ['win (+5)', 'loved']);
    });

    it('draws no edge to what is not there', () => {
      const { edges } = mapModel(analysed(source).strategy, { ...DEFAULT_OPTIONS, collapsed: new Set(['win']) });
      assert.deepEqual(edges, []);
    });
  });

  it('names each pair of key results that cannot both be meant once', () => {
    const { conflicts } = mapModel(sample('scale-up').strategy, DEFAULT_OPTIONS);
    assert.deepEqual(conflicts.map(({ a, b, reason }) => [a.id, b.id, reason]), [['instant-pay.by-hand', 'no-fraud.by-hand', 'opposite-directions']]);
  });

  it('holds a cascade of some thousand objectives', () => {
    const chain = Array.from({ length: 3000 }, (_, index) => `objective o${index} "O" { supports ${index === 0 ? 'win' : `o${index - 1}`} }`).join('\n');
    const { nodes, roots } = mapModel(analysed(`${COMPANY}${chain}`).strategy, DEFAULT_OPTIONS);
    assert.equal(nodes.size, 3002);
    assert.equal(roots.length, 2);
  });

  describe('of a review', () => {
    const before = `${COMPANY}
objective serve "S" { supports win  kr one "One" from 1 to 2  kr two "Two" from 1 to 2 }
objective gone "G" { supports loved  kr last "Last" from 1 to 2 }
objective same "Same" { supports loved }
objective old-name "Renamed" { supports win }
`;
    const after = `${COMPANY}
objective serve "S" { supports loved  kr one "One" from 1 to 1.5 }
objective fresh "F" { supports win  kr new "New" from 1 to 2 }
objective same "Same" { supports loved }
objective new-name "Renamed" { supports win }
`;
    const mark = (change: ChangeMark['change'], was: string | null = null): ChangeMark => ({ change, was, note: null });
    const marks = new Map([
      ['serve', mark('changed')], ['serve.one', mark('changed')], ['serve.two', mark('removed')], ['gone', mark('removed')], ['gone.last', mark('removed')],
      ['fresh', mark('added')], ['fresh.new', mark('added')], ['new-name', mark('changed', 'old-name')],
    ]);
    const changes = { base: analysed(before).strategy, marks, only: false };

    it('shows what is new, gone and changed, and edges that lead elsewhere', () => {
      assert.deepEqual(outline(after, { changes }), [
        'win', '  fresh [new added] (added) (edge added)', '  new-name (changed)',
        'loved', '  serve [one changed, two removed], removed win (changed) (edge added)', '  same', '  gone [last removed] (removed) (edge removed)',
      ]);
    });

    it('shows only what changed, and where it hangs and hung', () => {
      assert.deepEqual(outline(after, { changes: { ...changes, only: true } }), [
        'win (context)', '  fresh [new added] (added) (edge added)', '  new-name (changed)',
        'loved (context)', '  serve [one changed, two removed], removed win (changed) (edge added)', '  gone [last removed] (removed) (edge removed)',
      ]);
    });
  });
});
