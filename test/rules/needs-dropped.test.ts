import assert from 'node:assert/strict';
import { findings } from './checking.ts';

const only = ['needs-dropped'];

describe('needs-dropped', () => {
  it('stands on each reference to something dropped', () => {
    assert.deepEqual(findings(`objective a "A" {
needs b,
  i
kr "K" done {
  needs b.k }
initiative j "J" {
  needs i, b.done }
}
objective b "B" {
status dropped
kr k "K" done
kr done "D" done { status done } }
initiative i "I" { status dropped }`, { only }), ['2: needs-dropped', '3: needs-dropped', '5: needs-dropped', '7: needs-dropped']);
  });

  it('spares what is not active itself, and what needs something paused, done or in draft', () => {
    for (const status of ['draft', 'paused', 'done']) {
      assert.deepEqual(findings(`objective a "A" { needs i }\ninitiative i "I" { status ${status} }`, { only }), [], status);
    }
    for (const status of ['draft', 'paused', 'done', 'dropped']) {
      assert.deepEqual(findings(`objective a "A" { needs i\nstatus ${status} }\ninitiative i "I" { status dropped }`, { only }), [], status);
    }
  });

  it('finds what was dropped long ago', () => {
    assert.deepEqual(findings('objective a "A" { needs old }\nobjective old "Old" { period 2020\nstatus dropped }', { only }), ['1: needs-dropped']);
  });
});
