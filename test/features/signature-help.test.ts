/** The forms of a measure while it is typed. */

import assert from 'node:assert/strict';
import { signatureHelp } from '../../server/features/signature-help.ts';
import { marked } from './marked.ts';

/** The forms with the part that comes next in `«»`. */
function shown(source: string): string[] {
  const { snapshot, params } = marked(source);
  const help = signatureHelp(snapshot, params);
  return (help?.signatures ?? []).map(({ label, parameters }) => {
    const at = parameters?.[help?.activeParameter ?? 0]?.label;
    return Array.isArray(at) ? `${label.slice(0, at[0])}«${label.slice(...at)}»${label.slice(at[1])}` : label;
  });
}

describe('signature help', () => {
  for (const [typed, expected] of [
    ['from ‸', ['«from START» to TARGET now VALUE by DATE', '«from START» up SIZE now VALUE by DATE', '«from START» down SIZE now VALUE by DATE', '«from START» times FACTOR now VALUE by DATE']],
    ['from 1 up ‸', ['from START «up SIZE» now VALUE by DATE']],
    ['from 1 to 2 now ‸', ['from START to TARGET «now VALUE» by DATE']],
    ['keep ‸', ['«keep at least LEVEL» now VALUE by DATE', '«keep at most LEVEL» now VALUE by DATE', '«keep between LOW» and HIGH now VALUE by DATE']],
    ['keep between 1 and ‸', ['keep between LOW «and HIGH» now VALUE by DATE']],
    ['at most ‸', ['«at most LEVEL» now VALUE by DATE']],
    ['done by ‸', ['done now VALUE «by DATE»']],
  ] as const) {
    it(`shows what comes next in \`${typed}\`, in a header, on a line of its own and after a metric`, () => {
      assert.deepEqual(shown(`objective a "A" {\n  kr k "K" ${typed}\n}\n`), expected);
      assert.deepEqual(shown(`objective a "A" {\n  kr k "K" {\n    ${typed}\n`), expected);
      assert.deepEqual(shown(`objective a "A" {\n  kr k "K" {\n    metric m ${typed}\n  }\n}\n`), expected);
      assert.deepEqual(shown(`goal a "A" {\n  metric m ${typed}\n}\n`), expected);
    });
  }

  it('shows nothing where no measure is begun', () => {
    for (const source of ['objective a "A" {\n  kr k "K" ‸\n}', 'goal a "A" {\n  owner from ‸\n}', 'objective from "A" {\n  supports to ‸\n}', '// from ‸', 'objective a "A" {\n  kr from "from ‸"\n}', 'from ‸']) {
      assert.deepEqual(shown(source), [], source);
    }
  });

  it('has an example', () => {
    const { snapshot, params } = marked('objective a "A" {\n  kr k "K" at least ‸\n}\n');
    assert.match(JSON.stringify(signatureHelp(snapshot, params)?.signatures[0]?.documentation), /at least 4\.5\/5/);
  });
});
