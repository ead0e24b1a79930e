/** Whatever a file holds, and however old the analysis is, every feature has an answer. */

import fc from 'fast-check';
import { parseFile } from '../../grammar/parse.ts';
import type { Feature } from '../../server/features/feature.ts';
import { features } from '../../server/features/index.ts';
import { marked } from './marked.ts';

const LIVE = { isCancellationRequested: false };
const PIECES = [
  'goal g "G" {', 'objective a "A" {', 'kr b "B" from 1 to 2 now 1', 'kr "C" { metric m up 25% }', 'initiative i "I" { advances a.b, b }', '}', '\n', '\r', ' ',
  'metric m "M" { unit $ per month drives m }', 'person p "P" in t {', 'team t "T" in t', 'period q 2026-01-01 .. 2026-03-31 in q', 'supports g 50%, a, a.b, ', 'owner p',
  'period q', 'period 2026-Q7', 'by q', 'checkin 2026-02-01 22% confidence 8/10 "x"', 'link "https://a.example"', 'email "a@b.example"', 'needs a.lost', 'with',
  '"""x\n', '"""', '"', '// c\n', '/// d\n', '😀', '\ud800', '?', '$', 'keep at most', 'status dropped', 'capacity 6 k',
] as const;

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(' '));

/** What the requests carry beside the position; of an item it matters only that it names a place. */
function parameters(position: { readonly line: number; readonly character: number }): object {
  const range = { start: { line: 0, character: 0 }, end: position };
  return {
    position, positions: [position], range, newName: 'new-name', ch: '}', previousResultId: '1', options: { tabSize: 2, insertSpaces: true },
    context: { includeDeclaration: true, diagnostics: [], triggerKind: 1, isRetrigger: false },
    item: { name: '', kind: 1, uri: 'file:///a.strategy', range, selectionRange: { start: position, end: position }, data: 'a.b' },
    label: 'x', data: { uri: 'file:///a.strategy' },
  };
}

describe('every feature', () => {
  for (const feature of features) {
    const { method, run } = feature as Feature<object, unknown>;

    it(`answers anywhere in any text, and from an analysis of an older one: ${method}`, () => {
      fc.assert(fc.property(texts, texts, fc.nat(400), (text, older, place) => {
        const offset = Math.min(place, text.length);
        const { snapshot, params: { position } } = marked(`${text.slice(0, offset)}‸${text.slice(offset)}`);
        const params = parameters(position);
        run(snapshot, params, LIVE);
        const { analysis } = marked(`${older}‸`).snapshot;
        const tree = parseFile(text);
        run({ ...snapshot, document: { ...snapshot.document, tree }, analysis }, params, LIVE);
        run({ ...snapshot, analysis: null, findings: [] }, params, LIVE);
      }), { numRuns: 60 });
    });
  }
});
