import assert from 'node:assert/strict';
import { mergeTexts } from '../../server/merge/merge.ts';
import { edited, merged, resolved, syntaxProblems, type Edits } from './merging.ts';

const BASE = `period FY26 2026-02-01 .. 2027-01-31

/// Where we win.
goal win "Win the mid-market" {
  kind   business
  owner  maya
  period FY26
}

objective self-serve "Teams start without talking to us" {
  supports win
  owner    growth
  with     product, sales
  period   FY26

  // The one that counts.
  kr activation "More trial teams deploy in week one" {
    metric  activation from 18% to 35%
    owner   maya
    checkin 2026-02-28 22% // the guided setup
  }
  kr first-deploy "Time to first deploy falls" from 3d to 4h now 2d
}

objective onboarding "New teams are well looked after" {
  supports win
  owner    success

  kr nps "They recommend us" from 20 to 45
}
`;

/** The merged text where ours and theirs each change something; as edits of the base. */
function both(ours: Edits, theirs: Edits): { text: string; conflicts: number } {
  return merged(BASE, edited(BASE, ours), edited(BASE, theirs));
}

/** Merges without a conflict, to the base with all of these edits. */
function assertMerges(ours: Edits, theirs: Edits, expected: Edits): void {
  assert.deepEqual(both(ours, theirs), { text: edited(BASE, expected), conflicts: 0 });
}

const CHECKIN = '    checkin 2026-02-28 22% // the guided setup\n';

describe('what does not meet merges', () => {
  it('check-ins to one key result, by their days', () => {
    assertMerges(
      { [CHECKIN]: `${CHECKIN}    checkin 2026-03-31 27%\n` },
      { [CHECKIN]: `${CHECKIN}    checkin 2026-03-14 24%\n` },
      { [CHECKIN]: `${CHECKIN}    checkin 2026-03-14 24%\n    checkin 2026-03-31 27%\n` },
    );
  });

  it('key results to one objective, ours first', () => {
    const last = '  kr first-deploy "Time to first deploy falls" from 3d to 4h now 2d\n';
    assertMerges(
      { [last]: `${last}  kr ours         "Ours" done\n` },
      { [last]: `${last}  kr theirs       "Theirs" done\n` },
      { [last]: '  kr first-deploy "Time to first deploy falls" from 3d to 4h now 2d\n  kr ours         "Ours" done\n  kr theirs       "Theirs" done\n' },
    );
  });

  it('neighbouring properties', () => {
    assertMerges(
      { 'kind   business': 'kind   growth' },
      { 'owner  maya': 'owner  jonas' },
      { 'kind   business': 'kind   growth', 'owner  maya': 'owner  jonas' },
    );
  });

  it('a target and the current value on one line', () => {
    assertMerges({ 'from 3d to 4h': 'from 3d to 2h' }, { 'now 2d': 'now 1d' }, { 'from 3d to 4h now 2d': 'from 3d to 2h now 1d' });
  });

  it('a title and a measure of one header', () => {
    assertMerges({ 'They recommend us': 'They tell others' }, { 'from 20 to 45': 'from 20 to 50' }, { '"They recommend us" from 20 to 45': '"They tell others" from 20 to 50' });
  });

  it('names added to and taken from one list', () => {
    assertMerges({ 'product, sales': 'product, sales, legal' }, { 'product, sales': 'sales, finance' }, { 'product, sales': 'sales, legal, finance' });
  });

  it('an edit of a declaration that the other side put elsewhere in the file', () => {
    const nps = BASE.slice(BASE.indexOf('objective onboarding'));
    const moved = BASE.replace(`\n${nps}`, '').replace('objective self-serve', `${nps}\nobjective self-serve`);
    assert.deepEqual(merged(BASE, moved, BASE.replace('to 45', 'to 50')), { text: moved.replace('to 45', 'to 50'), conflicts: 0 });
  });

  it('a check-in for a key result that the other side moved to another objective', () => {
    const kr = BASE.slice(BASE.indexOf('  // The one'), BASE.indexOf('  kr first-deploy'));
    const moved = BASE.replace(kr, '').replace('  kr nps', `${kr}  kr nps`);
    const { text, conflicts } = merged(BASE, BASE.replace(CHECKIN, `${CHECKIN}    checkin 2026-03-14 24%\n`), moved);
    assert.equal(conflicts, 0);
    assert.equal(text, moved.replace(CHECKIN, `${CHECKIN}    checkin 2026-03-14 24%\n`));
  });

  it('a check-in for a key result that the other side moved to an objective that it added', () => {
    const kr = '  kr nps "They recommend us" from 20 to 45\n';
    const moved = `${BASE.replace(`\n${kr}`, '')}\nobjective loyalty "They stay" {\n  supports win\n\n${kr}}\n`;
    const { text, conflicts } = merged(BASE, moved, BASE.replace('from 20 to 45', 'from 20 to 45 now 31'));
    assert.equal(conflicts, 0);
    assert.equal(text, moved.replace('from 20 to 45', 'from 20 to 45 now 31'));
  });

  it('a check-in for a key result that the other side renamed', () => {
    assertMerges(
      { 'kr activation ': 'kr activated ' },
      { [CHECKIN]: `${CHECKIN}    checkin 2026-03-14 24%\n` },
      { 'kr activation ': 'kr activated ', [CHECKIN]: `${CHECKIN}    checkin 2026-03-14 24%\n` },
    );
  });

  it('an edit of one thing and the removal of another', () => {
    assertMerges({ '  with     product, sales\n': '' }, { 'owner    success': 'owner    support' }, { '  with     product, sales\n': '', 'owner    success': 'owner    support' });
  });

  it('comments, with what they belong to', () => {
    assertMerges(
      { '// The one that counts.': '// The one that counts most.', '// the guided setup': '// the guided setup is live' },
      { '    owner   maya\n': '    owner   jonas\n' },
      { '// The one that counts.': '// The one that counts most.', '// the guided setup': '// the guided setup is live', '    owner   maya\n': '    owner   jonas\n' },
    );
  });

  it('documentation and what it documents', () => {
    assertMerges({ 'Where we win.': 'Where we win, and why.' }, { 'owner  maya': 'owner  jonas' }, { 'Where we win.': 'Where we win, and why.', 'owner  maya': 'owner  jonas' });
  });

  it('a new layout and a new value', () => {
    const wide = BASE.replaceAll(/ {2,}(?=[a-z])/g, (spaces) => (spaces.length > 4 ? ' ' : spaces)).replace('kind   business', 'kind business');
    const { text, conflicts } = merged(BASE, wide, BASE.replace('from 20 to 45', 'from 20 to 50'));
    assert.deepEqual({ text, conflicts }, { text: wide.replace('from 20 to 45', 'from 20 to 50'), conflicts: 0 });
  });

  it('properties of a body that stands on one line', () => {
    const base = 'metric arr "ARR" { unit $ better up }\n';
    assert.deepEqual(merged(base, base.replace('unit $', 'unit €'), base.replace('better up', 'better down')), {
      text: 'metric arr "ARR" {\n  unit €\n  better down\n}\n', conflicts: 0,
    });
  });

  it('into columns, where both sides are formatted', () => {
    assertMerges(
      { 'owner    success\n': 'owner    success\n  needs    self-serve.activation\n' },
      { 'owner    success\n': 'owner    success\n  type     committed\n' },
      { 'owner    success\n': 'owner    success\n  needs    self-serve.activation\n  type     committed\n' },
    );
    const base = 'goal a "A" {\n  kind business\n}\n';
    const theirs = 'goal a "A" {\n  kind   business\n  period 2026\n}\n';
    assert.equal(merged(base, base.replace('"A"', '"B"'), theirs).text, theirs.replace('"A"', '"B"'));
  });

  it('what both sides did alike', () => {
    assertMerges({ 'to 45': 'to 50', 'owner  maya': 'owner  jonas' }, { 'to 45': 'to 50' }, { 'to 45': 'to 50', 'owner  maya': 'owner  jonas' });
  });

  it('the same new objective, with different key results', () => {
    const objective = (kr: string): string => `${BASE}\nobjective new "New" {\n  supports win\n\n${kr}}\n`;
    assert.deepEqual(merged(BASE, objective('  kr a "A" done\n'), objective('  kr b "B" done\n')), { text: objective('  kr a "A" done\n  kr b "B" done\n'), conflicts: 0 });
  });
});

describe('what meets is left to people', () => {
  it('two targets, and nothing around them', () => {
    const { text, conflicts } = both({ 'to 35%': 'to 30%' }, { 'to 35%': 'to 40%' });
    assert.equal(conflicts, 1);
    assert.equal(text, edited(BASE, {
      '    metric  activation from 18% to 35%\n':
        '<<<<<<< ours\n    metric  activation from 18% to 30%\n=======\n    metric  activation from 18% to 40%\n>>>>>>> theirs\n',
    }));
  });

  it('two values for one day', () => {
    const { text } = both({ [CHECKIN]: `${CHECKIN}    checkin 2026-03-14 24%\n` }, { [CHECKIN]: `${CHECKIN}    checkin 2026-03-14 26%\n` });
    assert.ok(text.includes(`${CHECKIN}<<<<<<< ours\n    checkin 2026-03-14 24%\n=======\n    checkin 2026-03-14 26%\n>>>>>>> theirs\n  }\n`), text);
  });

  it('an edit of what the other side removed', () => {
    const kr = '  kr first-deploy "Time to first deploy falls" from 3d to 4h now 2d\n';
    const { text, conflicts } = both({ [kr]: '' }, { 'now 2d': 'now 1d' });
    assert.equal(conflicts, 1);
    assert.ok(text.includes(`<<<<<<< ours\n=======\n${kr.replace('2d', '1d')}>>>>>>> theirs\n`), text);
  });

  it('two owners in place of one: who is accountable is one fact', () => {
    assert.equal(both({ 'owner  maya': 'owner  jonas' }, { 'owner  maya': 'owner  liam' }).conflicts, 1);
  });

  it('two names in place of one in a list', () => {
    assert.equal(both({ 'product, sales': 'product, legal' }, { 'product, sales': 'product, finance' }).conflicts, 1);
  });

  it('shares of one list', () => {
    assert.equal(both({ 'supports win\n  owner    growth': 'supports win 60%\n  owner    growth' }, { 'supports win\n  owner    growth': 'supports win, grow\n  owner    growth' }).conflicts, 1);
  });

  it('a metric and the target of another', () => {
    assert.equal(both({ 'metric  activation': 'metric  signups' }, { 'to 35%': 'to 40%' }).conflicts, 1);
  });

  it('two measures at different places of one key result', () => {
    const base = edited(BASE, { '"They recommend us" from 20 to 45': '"They recommend us"' });
    const { conflicts, text } = merged(base, base.replace('"They recommend us"', '"They recommend us" from 20 to 45'), base.replace('"They recommend us"', '"They recommend us" {\n    metric nps from 20 to 50\n  }'));
    assert.equal(conflicts, 1);
    assert.ok(text.includes('<<<<<<< ours\n  kr nps "They recommend us" from 20 to 45\n=======\n  kr nps "They recommend us" {\n'), text);
  });

  it('a key result that both moved, to different objectives', () => {
    const base = `${BASE}\nobjective third "Third" {\n  supports win\n\n  kr stays "Stays" done\n}\n`;
    const kr = '  kr first-deploy "Time to first deploy falls" from 3d to 4h now 2d\n';
    const without = base.replace(kr, '');
    const { text, conflicts } = merged(base, without.replace('  kr nps', `${kr}  kr nps`), without.replace('  kr stays', `${kr}  kr stays`));
    assert.equal(conflicts, 2);
    for (const side of ['ours', 'theirs'] as const) assert.equal(resolved(text, side).split('kr first-deploy').length, 2);
  });

  it('a removed objective of which a key result was changed', () => {
    const { text, conflicts } = both({ [BASE.slice(BASE.indexOf('\nobjective onboarding'))]: '' }, { 'to 45': 'to 50' });
    assert.equal(conflicts, 1);
    assert.ok(text.endsWith('  kr nps "They recommend us" from 20 to 50\n}\n>>>>>>> theirs\n'));
  });

  it('so that either way to resolve it can be read', () => {
    const { text } = both({ 'to 35%': 'to 30%', 'Win the mid-market': 'Win', 'kr nps': 'kr promoters' }, { 'to 35%': 'to 40%', 'Win the mid-market': 'Lose', 'kr nps': 'kr score' });
    for (const side of ['ours', 'theirs'] as const) assert.deepEqual(syntaxProblems(resolved(text, side)), []);
  });
});

describe('a merged file', () => {
  it('keeps the line ends of both', () => {
    const base = BASE.replaceAll('\n', '\r\n');
    assert.equal(merged(base, base.replace('to 45', 'to 50'), base.replace('owner  maya', 'owner  jonas')).text, base.replace('to 45', 'to 50').replace('owner  maya', 'owner  jonas'));
  });

  it('has the line ends to which one side changed it', () => {
    const { text } = merged(BASE, BASE.replaceAll('\n', '\r\n'), BASE.replace('to 45', 'to 50'));
    assert.equal(text, BASE.replace('to 45', 'to 50').replaceAll('\n', '\r\n'));
  });

  it('ends without a line end where it did', () => {
    const base = BASE.trimEnd();
    assert.equal(merged(base, base.replace('to 45', 'to 50'), base.replace('owner  maya', 'owner  jonas')).text, edited(base, { 'to 45': 'to 50', 'owner  maya': 'owner  jonas' }));
  });

  it('has its suppressions where they were', () => {
    const base = '// throughline-ignore-file no-goals: the board decides\n\n// throughline-ignore missing-owner: soon\n\nobjective a "A" {\n  period 2026\n}\n';
    const { text } = merged(base, base.replace('2026\n', '2027\n'), `${base}\nobjective b "B"\n`);
    assert.equal(text, `${base.replace('2026\n', '2027\n')}\nobjective b "B"\n`);
  });

  it('is not made where a version cannot be understood', () => {
    assert.equal(mergeTexts(BASE, BASE.replace('kind   business', 'kind'), BASE.replace('to 45', 'to 50'), { markerSize: 7 }), null);
    assert.equal(mergeTexts(BASE, `${BASE}<<<<<<< ours\n=======\n>>>>>>> theirs\n`, BASE.replace('to 45', 'to 50'), { markerSize: 7 }), null);
  });

  it('has marks as long as asked for', () => {
    const result = mergeTexts(BASE, BASE.replace('to 45', 'to 50'), BASE.replace('to 45', 'to 60'), { markerSize: 9 });
    assert.match(result?.text ?? '', /^<{9} ours\n.*\n={9}\n.*\n>{9} theirs$/m);
  });
});
