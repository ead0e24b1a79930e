/** What stands beside and over the text: hints, lenses, links, selections. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SelectionRange } from 'vscode-languageserver-types';
import { codeLens } from '../../server/features/code-lens.ts';
import { documentLinks } from '../../server/features/document-links.ts';
import { inlayHints } from '../../server/features/inlay-hints.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { marked } from './marked.ts';

const LIVE = { isCancellationRequested: false };
const ALL = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

function hints(source: string, range = ALL): string[] {
  return inlayHints(marked(`‸${source}`).snapshot, { range }, LIVE).map(({ position, label }) => (
    `${position.line + 1}:${position.character + 1} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`
  ));
}

const inKr = (measure: string): string[] => hints(`objective a "A" {\n  kr "K" ${measure}\n}\n`).map((hint) => hint.split(' ').slice(1).join(' '));

describe('inlay hints', () => {
  it('say where a change ends, in the unit in which it starts', () => {
    assert.deepEqual(inKr('from 1_200 up 25%'), ['to 1_500']);
    assert.deepEqual(inKr('from $4.2M up 25%'), ['to $5.25M']);
    assert.deepEqual(inKr('from 18% up 5pp'), ['to 23%']);
    assert.deepEqual(inKr('from 3d down 50%'), ['to 1.5d']);
    assert.deepEqual(inKr('from 40 users up 10 users'), ['to 50 users']);
    assert.deepEqual(inKr('from 10 demos per month times 2'), ['to 20 demos per month']);
    assert.deepEqual(inKr('from 3 days times 1.5'), ['to 4.5 days']);
  });

  it('say no target that cannot be told', () => {
    assert.deepEqual([inKr('up 25%'), inKr('from 18% up 10%'), inKr('from ? up 5'), inKr('from 1 to 2')], [[], [], [], []]);
  });

  it('take the start from the metric', () => {
    const source = 'metric m "M" { unit users  checkin 2026-01-01 40 }\nobjective a "A" {\n  period 2026-Q1\n  kr "K" { metric m up 25% }\n}\n';
    assert.ok(hints(source).includes('4:27 to 50 users'));
  });

  it('say no owner where one is written, whatever it names', () => {
    assert.deepEqual(hints('person ann "Ann"\nobjective a "A" { owner ann\n  kr "K" done { owner nobody }\n  kr "L" done\n}\n'), ['4:14 owner ann']);
  });

  it('say the owner behind the first line, as it is written', () => {
    const owner = (kr: string): string[] => hints(`person ann "Ann"\nobjective a "A" { owner ann\n  ${kr}\n}\n`);
    assert.deepEqual(owner('kr "K" from 1 to 2 {\n    weight 2\n  }'), ['3:23 owner ann']);
    assert.deepEqual(owner('kr "K" { weight 2 }'), ['3:22 owner ann']);
    assert.deepEqual(owner('kr "K" { weight 2\n    segment "x" }'), ['4:18 owner ann']);
  });

  it('lead to what they name', () => {
    const { snapshot } = marked('‸person ann "Ann"\nobjective a "A" { owner ann\n  kr "L" done\n}\n');
    const [hint] = inlayHints(snapshot, { range: ALL }, LIVE);
    const [part] = typeof hint?.label === 'string' ? [] : hint?.label ?? [];
    assert.deepEqual(part?.location?.range.start, { line: 0, character: 7 });
  });

  it('say a share only where there are several', () => {
    assert.deepEqual(hints('goal g "G"\nobjective a "A" { supports g }\n'), []);
    assert.deepEqual(hints('goal g "G"\ngoal h "H"\nobjective a "A" { supports g, h }\n'), ['3:29 50%', '3:32 50%']);
  });

  it('are those of the range that is asked for', () => {
    const source = 'goal g "G" { period 2026 }\ngoal h "H" { period 2027 }\n';
    assert.deepEqual(hints(source, { start: { line: 1, character: 0 }, end: { line: 1, character: 50 } }), ['2:25 2027-01-01 .. 2027-12-31']);
  });

  it('are none where the strategy is not known', () => {
    const { snapshot } = marked('‸goal g "G" { period 2026 }\n');
    assert.deepEqual(inlayHints({ ...snapshot, analysis: null }, { range: ALL }, LIVE), []);
  });
});

describe('code lenses', () => {
  const titles = (source: string, client = {}): string[] => codeLens(marked(`‸${source}`, client).snapshot, null, LIVE).map(({ range, command }) => `${range.start.line + 1} ${command?.title ?? ''}`);

  it('count what supports a goal', () => {
    assert.deepEqual(titles('goal g "G"\ngoal h "H" { supports g }\nobjective a "A" { supports g, h }\nobjective b "B" { supports g }\n').filter((title) => /^[12]/.test(title)), [
      '1 health unknown', '1 2 objectives and 1 goal support this', '2 health unknown', '2 1 objective supports this',
    ]);
  });

  it('say that nothing supports a goal, but not of an objective', () => {
    assert.deepEqual(titles('goal g "G"\nobjective a "A" { }\n'), ['1 health unknown', '1 nothing supports this', '2 health unknown']);
  });

  it('have the latest check-in up to as-of, and say where there is none', () => {
    const kr = (checkins: string): string => `objective a "A" { period 2026-Q1\n  kr "K" from 1 to 2 {\n${checkins}  }\n  kr "L" from 1 to 2\n}\n`;
    assert.ok(titles(kr('    checkin 2026-02-01 1.5\n    checkin 2026-01-01 1\n    checkin 2026-04-01 2\n')).includes('1 last check-in 2026-02-01'));
    assert.ok(titles(kr('')).includes('1 no check-in yet'));
  });

  it('have over a goal the latest check-in of what supports it', () => {
    const objective = (id: string, day: string): string => `objective ${id} "O" { supports g\n  kr "K" from 1 to 2 { checkin ${day} 1 }\n}\n`;
    const lenses = codeLens(marked(`‸goal g "G"\n${objective('a', '2026-01-05')}${objective('b', '2026-02-05')}`).snapshot, null, LIVE);
    const last = lenses.find(({ range, command }) => range.start.line === 0 && command?.title === 'last check-in 2026-02-05');
    assert.deepEqual((last?.command?.arguments?.[2] as { range: { start: unknown } }[])[0]?.range.start, { line: 5, character: 23 });
  });

  it('lead to places by the command of the client', () => {
    const source = 'goal g "G"\nobjective a "A" { supports g }\n';
    const commands = (client: object): unknown[] => codeLens(marked(`‸${source}`, client).snapshot, null, LIVE).map(({ command }) => command?.command);
    assert.deepEqual(commands({}), ['throughline.showPlaces', 'throughline.showPlaces', '']);
    assert.deepEqual(commands({ showPlaces: false }), ['', '', '']);
  });

  it('stand over no later declaration of a name', () => {
    assert.deepEqual(titles('goal g "G" { status done }\ngoal g "H" { status done }\n'), ['1 done', '1 nothing supports this']);
  });
});

describe('document links', () => {
  const links = (source: string): unknown[] => documentLinks(marked(`‸${source}`).snapshot, null, LIVE).map(({ range, target }) => [range.start.character, range.end.character, target]);

  it('stand between the quotes', () => {
    assert.deepEqual(links('goal g "G" { link "https://a.example" }\n'), [[19, 36, 'https://a.example/']]);
  });

  it('lead nowhere but to the web and to mail', () => {
    const schemes = ['javascript:alert(1)', 'command:x', 'file:///etc/passwd', 'vscode://x', 'data:text/html,x', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', '//a.example', 'a.example'];
    assert.deepEqual(schemes.flatMap((link) => links(`goal g "G" { link "${link}" }\n`)), []);
  });

  it('of an e-mail address hold the address alone', () => {
    assert.deepEqual(links('person a "A" { email "a@b.example?subject=x&body=y" }\n').flat().at(-1), 'mailto:a@b.example%3Fsubject%3Dx%26body%3Dy');
    assert.deepEqual(['no address', 'a@', '@b', 'a@b@c', 'a b@c'].flatMap((email) => links(`person a "A" { email "${email}" }\n`)), []);
  });
});

describe('selection ranges', () => {
  const spans = (selection: SelectionRange | undefined): SelectionRange['range'][] => (selection === undefined ? [] : [selection.range, ...spans(selection.parent)]);

  it('grow, each around the one before, at any place of any text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('goal g "G" {', '}', '\n', ' ', 'objective a "A" {', 'kr b "B" from 1 to 2', 'supports g 50%, h', '"""x\ny"""', '// c\n', '/// d\n', '"'), { maxLength: 20 }), fc.nat(200), (pieces, place) => {
      const source = pieces.join('');
      const offset = Math.min(place, source.length);
      const { snapshot, params } = marked(`${source.slice(0, offset)}‸${source.slice(offset)}`);
      const found = spans(selectionRanges(snapshot, { positions: [params.position] })[0]);
      const number = ({ line, character }: { line: number; character: number }): number => line * 10_000 + character;
      found.reduce((inner, outer) => {
        assert.ok(number(outer.start) <= number(inner.start) && number(outer.end) >= number(inner.end));
        assert.notDeepEqual(inner, outer);
        return outer;
      });
      assert.ok(found.length > 0);
    }), { numRuns: 300 });
  });

  it('answer each position by itself', () => {
    const { snapshot, params } = marked('goal ‸g "G"\n');
    assert.equal(selectionRanges(snapshot, { positions: [params.position, { line: 0, character: 8 }, { line: 99, character: 0 }] }).length, 3);
  });
});
