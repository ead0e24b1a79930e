import assert from 'node:assert/strict';
import { ALIGNED } from '../command/command.ts';
import { findingsIn, reviewed } from './reviewed.ts';
import type { Source } from './reviewing.ts';

/** `ALIGNED` with some of its lines changed. */
function changed(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, ALIGNED);
}

function withSettings(settings: string, source: string): Source {
  return { 'throughline.json': settings, 'a.strategy': source };
}

const OWNERLESS = changed(['  owner    growth\n', '']);

describe('Findings of a review', () => {
  it('are introduced where only head has them, with the change that brought them', () => {
    const review = reviewed(ALIGNED, OWNERLESS);
    assert.deepEqual(findingsIn(review), { introduced: ['error missing-owner self-serve'] });
    assert.deepEqual(review.findings.introduced[0]?.causedBy, review.changes.map(({ fingerprint }) => fingerprint));
    assert.deepEqual(review.changes.map(({ kind }) => kind), ['owner-removed']);
    assert.equal(review.findings.introduced[0].side, 'head');
  });

  it('are fixed where only base has them, and stand in base', () => {
    const review = reviewed(OWNERLESS, ALIGNED);
    assert.deepEqual(findingsIn(review), { fixed: ['error missing-owner self-serve'] });
    assert.equal(review.findings.fixed[0]?.side, 'base');
  });

  it('are the same wherever they stand and whatever they say', () => {
    const broken = changed(['  supports win\n', '  supports nothing\n']);
    const moved = { 'b.strategy': `// moved\n${broken.replace('Teams start without talking to us', 'Teams begin without talking to us')}` };
    assert.deepEqual(findingsIn(reviewed(broken, moved)), {});
  });

  it('are the same where the thing was renamed', () => {
    const before = changed(['  owner    growth\n', '']);
    const after = before.replace('objective self-serve', 'objective self-service');
    const review = reviewed(before, after);
    assert.deepEqual(review.changes.map(({ kind }) => kind), ['renamed']);
    assert.deepEqual(findingsIn(review), {});
  });

  it('are others where another name means nothing', () => {
    const review = reviewed(changed(['  supports win\n', '  supports nothing\n']), changed(['  supports win\n', '  supports nowhere\n']));
    assert.deepEqual(findingsIn(review), { introduced: ['error unknown-reference self-serve'], fixed: ['error unknown-reference self-serve'] });
  });

  it('are others where other things are involved', () => {
    const conflict = (target: string, other: string): string => `${ALIGNED}
objective ${other} "Another way" {
  supports win
  owner    growth
  period   FY26-Q1
  kr one "More trial teams deploy" { metric activation from 18% to ${target} }
  kr two "Stays reliable" keep at most 0.5% now 0.4%
}
`;
    const review = reviewed(conflict('12%', 'other'), { 'a.strategy': conflict('12%', 'other').replace('Another way', 'A different way'), 'b.strategy': '' });
    assert.deepEqual(findingsIn(review), {});
  });

  it('are neither introduced nor fixed by other severities', () => {
    const [strict, loose] = ['{ "rules": { "missing-owner": "error" } }', '{ "rules": { "missing-owner": "hint" } }'];
    assert.deepEqual(findingsIn(reviewed(withSettings(loose, OWNERLESS), withSettings(strict, OWNERLESS))), {});
  });

  it('are silenced where head\'s rules put them lower than base\'s did', () => {
    const review = reviewed(withSettings('{}', OWNERLESS), withSettings('{ "rules": { "missing-owner": "off" } }', OWNERLESS));
    assert.deepEqual(findingsIn(review), { silenced: ['error missing-owner self-serve'] });
    assert.deepEqual(review.changes.map(({ kind, risk }) => `${risk} ${kind}`), ['high rule-weakened']);
    assert.deepEqual(review.findings.silenced[0]?.causedBy, [review.changes[0]?.fingerprint]);
  });

  it('are introduced with the severity of the stricter side where a rule is weakened at the same time', () => {
    const review = reviewed(withSettings('{}', ALIGNED), withSettings('{ "rules": { "missing-owner": "off" } }', OWNERLESS));
    assert.deepEqual(findingsIn(review), { introduced: ['error missing-owner self-serve'] });
  });

  it('are silenced where head suppresses what base did not', () => {
    const suppressed = OWNERLESS.replace('objective self-serve', '// throughline-ignore missing-owner: soon\nobjective self-serve');
    const review = reviewed(OWNERLESS, suppressed);
    assert.deepEqual(findingsIn(review), { silenced: ['error missing-owner self-serve'] });
    assert.deepEqual(findingsIn(reviewed(suppressed, OWNERLESS)), {});
    assert.deepEqual(findingsIn(reviewed(suppressed, suppressed)), {});
  });

  it('are introduced though they are suppressed at once', () => {
    const suppressed = OWNERLESS.replace('objective self-serve', '// throughline-ignore missing-owner: soon\nobjective self-serve');
    assert.deepEqual(findingsIn(reviewed(ALIGNED, suppressed)), { introduced: ['error missing-owner self-serve'] });
  });

  describe('are gone, and not fixed,', () => {
    const cases: readonly (readonly [string, Source, Source, Readonly<Record<string, readonly string[]>>])[] = [
      ['where the thing became a draft', OWNERLESS, OWNERLESS.replace('  period   FY26-Q1\n\n', '  period   FY26-Q1\n  status draft\n\n'), {
        introduced: ['warning unsupported-goal win'], gone: ['error missing-owner self-serve'],
      }],
      ['where it was closed', OWNERLESS, OWNERLESS.replace('  period   FY26-Q1\n\n', '  period   FY26-Q1\n  status dropped\n\n'), {
        introduced: ['warning unsupported-goal win'], gone: ['error missing-owner self-serve'],
      }],
      ['where it was removed', `${ALIGNED}goal extra "Grow in the north" { owner growth }\n`, ALIGNED, {
        gone: ['warning unmeasured-goal extra', 'warning unsupported-goal extra', 'hint goal-without-kind extra'],
      }],
      ['where a name that means nothing leaves alignment unknown', changed(['  supports win\n', '']), changed(['  supports win\n', '  supports nothing\n']), {
        introduced: ['error unknown-reference self-serve'], gone: ['error unaligned-objective self-serve'],
      }],
      ['where an owner who is not there leaves ownership unknown', OWNERLESS, changed(['  owner    growth\n', '  owner    nobody\n']), {
        introduced: ['error unknown-reference self-serve'], gone: ['error missing-owner self-serve'],
      }],
      ['where a unit that does not fit leaves a measure unknown', changed(['from 18% to 35%', 'from 35% to 18%']), changed(['from 18% to 35%', 'from 35% to 18 days']), {
        introduced: ['error unit-mismatch self-serve."More trial teams deploy in week one"'], gone: ['warning against-better self-serve."More trial teams deploy in week one"'],
      }],
    ];
    for (const [name, base, head, expected] of cases) {
      it(name, () => {
        const found = findingsIn(reviewed(base, head));
        for (const [part, entries] of Object.entries(expected)) assert.deepEqual(found[part]?.filter((entry) => entries.includes(entry)), entries, JSON.stringify(found));
        assert.deepEqual((found.fixed ?? []).filter((entry) => expected.gone?.includes(entry) === true), []);
      });
    }
  });

  it('are gone where a syntax error hides the thing, and the error is introduced', () => {
    const review = reviewed(OWNERLESS, OWNERLESS.replace('  supports win\n', '  supports win\n  5,\n'));
    assert.deepEqual(findingsIn(review).gone, ['error missing-owner self-serve']);
    assert.ok(findingsIn(review).introduced?.every((finding) => finding === 'error syntax -'));
    assert.equal(review.complete, false);
    const broken = review.changes.find(({ kind }) => kind === 'syntax-broken');
    assert.deepEqual(review.findings.introduced[0]?.causedBy, [broken?.fingerprint]);
  });

  it('tell of what is wrong in the settings', () => {
    const review = reviewed(withSettings('{ "past": 90 }', ALIGNED), withSettings('{ "past": 90, "rules": { "missing-owners": "off" } }', ALIGNED));
    assert.deepEqual(findingsIn(review), { introduced: ['error settings -'] });
  });

  it('name what was removed as the cause of a name that means nothing', () => {
    const base = { 'a.strategy': ALIGNED, 'b.strategy': 'person maya "Maya" in growth\n' };
    const owned = ALIGNED.replace('  owner  growth', '  owner  maya');
    const review = reviewed({ ...base, 'a.strategy': owned }, { 'a.strategy': owned, 'b.strategy': '' });
    assert.deepEqual(findingsIn(review).introduced, ['error unknown-reference win']);
    const removed = review.changes.find(({ kind }) => kind === 'person-removed');
    assert.deepEqual(review.findings.introduced[0]?.causedBy, [removed?.fingerprint]);
  });

  it('come by severity, then by place', () => {
    const worse = OWNERLESS.replace('  period   FY26-Q1\n\n', '\n').replace('kr "Onboarding stays reliable" keep at most 0.5% now 0.4%', '').replace('goal win "Win the mid-market" {\n  kind   business', 'goal win "Win the mid-market" {');
    const { introduced } = reviewed(ALIGNED, worse).findings;
    assert.deepEqual(introduced.map(({ severity }) => severity), introduced.map(({ severity }) => severity).toSorted((a, b) => ['error', 'warning', 'info', 'hint'].indexOf(a) - ['error', 'warning', 'info', 'hint'].indexOf(b)));
    assert.ok(introduced.length > 2);
  });
});
