/** `throughline.json`: what it sets, and what is said of what is wrong in it. */

import assert from 'node:assert/strict';
import { lineIndex } from '../../grammar/positions.ts';
import { readSettings } from '../../server/rules/settings.ts';
import { check, day } from './checking.ts';

/** The settings' text with `«»` around what is wrong, and the messages. */
function wrong(text: string): { readonly marked: string; readonly messages: readonly string[] } {
  const { findings } = readSettings(text);
  const marked = [...findings].sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span: { start, end } }) => `${result.slice(0, start)}«${result.slice(start, end)}»${result.slice(end)}`, text);
  return { marked, messages: findings.map(({ message }) => message) };
}

function isWrongAt(expected: string, ...messages: readonly RegExp[]): void {
  const found = wrong(expected.replace(/[«»]/g, ''));
  assert.equal(found.marked, expected);
  assert.equal(found.messages.length, messages.length, found.messages.join('\n'));
  for (const [index, message] of messages.entries()) assert.match(found.messages[index] ?? '', message);
}

function ruleSetting(text: string, code: string) {
  return readSettings(text).settings.rules.get(code);
}

describe('settings', () => {
  it('hold the defaults of every rule where there is no file', () => {
    const { settings, findings } = readSettings(null);
    assert.deepEqual(findings, []);
    assert.equal(settings.past, 90);
    assert.equal(settings.asOf, null);
    assert.equal(settings.rules.get('missing-owner')?.severity, 'error');
    assert.equal(settings.rules.get('no-evidence')?.severity, 'off');
    assert.deepEqual(settings.rules.get('too-many-objectives')?.options, { max: 5 });
  });

  it('may have comments, trailing commas and a byte-order mark, or be empty', () => {
    for (const text of ['', '  \n', '// nothing yet\n', '\uFEFF{}', '{ /* none */ }', '{ "past": 30, // a month\n }']) {
      assert.deepEqual(wrong(text).messages, [], text);
    }
    assert.equal(readSettings('\uFEFF{ "past": 30, /* a month */ }').settings.past, 30);
  });

  it('set the severity of a rule, with or without options', () => {
    const text = '{ "rules": { "no-evidence": "hint", "too-many-objectives": ["error", { "max": 3 }], "many-owners": ["off"] } }';
    assert.equal(ruleSetting(text, 'no-evidence')?.severity, 'hint');
    assert.deepEqual(ruleSetting(text, 'too-many-objectives'), { severity: 'error', options: { max: 3 } });
    assert.equal(ruleSetting(text, 'many-owners')?.severity, 'off');
  });

  it('take a share as a number up to 1, as a number above 1 that is a percentage, and as text', () => {
    for (const [written, share] of [['0.4', 0.4], ['40', 0.4], ['"40%"', 0.4], ['1', 1], ['"12.5 %"', 0.125], ['0', 0]] as const) {
      assert.equal(ruleSetting(`{ "rules": { "low-confidence": ["info", { "min": ${written} }] } }`, 'low-confidence')?.options.min, share, written);
    }
  });

  it('replace a list of words', () => {
    assert.deepEqual(ruleSetting('{ "rules": { "activity-key-result": ["hint", { "words": [" help ", "support"] }] } }', 'activity-key-result')?.options.words, ['help', 'support']);
  });

  it('set the risk of kinds of change and of their mirrors', () => {
    const { settings, findings } = readSettings('{ "review": { "target-lowered": "medium", "target-raised": "low", "kr-revived": "info" } }');
    assert.deepEqual(findings, []);
    assert.deepEqual([...settings.review], [['target-lowered', 'medium'], ['target-raised', 'low'], ['kr-revived', 'info']]);
  });

  it('set the days after which a period is history, and the day to judge by', () => {
    const { settings } = readSettings('{ "past": 0, "asOf": "2026-03-01" }');
    assert.equal(settings.past, 0);
    assert.equal(settings.asOf, day('2026-03-01'));
  });
});

describe('what is wrong in the settings', () => {
  it('is a missing brace, after the last that is there', () => {
    isWrongAt('{ "past": 30«»\n\n', /closing brace/);
  });

  it('is an unknown key, on it', () => {
    isWrongAt('{ «"rule"»: {}, "past": 30 }', /Setting 'rule' does not exist\. Did you mean 'rules'\?/);
    isWrongAt('{ «"severity"»: 1 }', /Those that exist are rules, review, past and asOf/);
  });

  it('is an unknown rule, with the nearest one', () => {
    isWrongAt('{ "rules": { «"missing-ownr"»: "off" } }', /Rule 'missing-ownr' does not exist\. Did you mean 'missing-owner'\?/);
  });

  it('is a rule that is none: syntax and settings have no severity', () => {
    isWrongAt('{ "rules": { «"syntax"»: "off", «"settings"»: "off" } }', /'syntax' does not exist/, /'settings' does not exist/);
  });

  it('is an unknown severity, and the rest of the rule holds', () => {
    isWrongAt('{ "rules": { "too-many-objectives": [«"warn"», { "max": 3 }] } }', /is "error", "warning", "info", "hint" or "off"/);
    assert.deepEqual(ruleSetting('{ "rules": { "too-many-objectives": ["warn", { "max": 3 }] } }', 'too-many-objectives'), { severity: 'info', options: { max: 3 } });
  });

  it('is a value of a rule that is neither', () => {
    isWrongAt('{ "rules": { "many-owners": «true», "no-change": «null», "overdue": «[]», "late-date": «{}» } }', /many-owners/, /no-change/, /overdue/, /late-date/);
    isWrongAt('{ "rules": { "many-owners": ["off", «3», «4»] } }', /nothing more may stand/, /options of a rule are an object/);
  });

  it('is an unknown option or a bad value of one, and the default holds', () => {
    isWrongAt('{ "rules": { "too-many-objectives": ["info", { «"maximum"»: 7 }] } }', /Rule 'too-many-objectives' has no option 'maximum'\. Those that exist are max\./);
    isWrongAt('{ "rules": { "too-many-objectives": ["info", { "max": «"7"» }] } }', /`max` is a number from/);
    isWrongAt('{ "rules": { "low-confidence": ["info", { "min": «140», "committed": «"lots"» }] } }', /share from 0% to 100%/, /share from 0% to 100%/);
    isWrongAt('{ "rules": { "activity-key-result": ["hint", { "words": ["help", «7», «""»] }] } }', /list of words/, /list of words/);
    isWrongAt('{ "rules": { "many-owners": ["hint", { «"max"»: 7 }] } }', /There are none; remove it/);
    assert.deepEqual(ruleSetting('{ "rules": { "too-many-objectives": ["info", { "max": -1 }] } }', 'too-many-objectives')?.options, { max: 5 });
  });

  it('is an unknown kind of change, or a risk that is none', () => {
    isWrongAt('{ "review": { «"target-lower"»: "low", "target-raised": «"none"» } }', /Kind of change 'target-lower' does not exist\. Did you mean 'target-lowered'\?/, /The risk of 'target-raised' is "high", "medium", "low" or "info"/);
  });

  it('is a number of days that is none', () => {
    for (const days of ['-1', '1.5', '"90"', 'null', '1e400']) isWrongAt(`{ "past": «${days}» }`, /whole number of days from 0 up/);
  });

  it('is a day that is none', () => {
    isWrongAt('{ "asOf": «"2026-02-30"» }', /There is no day 2026-02-30/);
    isWrongAt('{ "asOf": «"1 March"» }', /written as "2026-03-01"/);
    isWrongAt('{ "asOf": «20260301» }', /written as "2026-03-01"/);
  });

  it('is a key that is set twice: the first one counts', () => {
    isWrongAt('{ "past": 30, «"past"»: 60 }', /set twice/);
    assert.equal(readSettings('{ "past": 30, "past": 60 }').settings.past, 30);
  });

  it('is a part that is no object', () => {
    isWrongAt('«[]»', /settings are an object/);
    isWrongAt('{ "rules": «[]», "review": «"high"» }', /`rules` is an object/, /`review` is an object/);
  });

  it('is what JSON does not allow, once a line, and what could be read holds', () => {
    assert.deepEqual(wrong('{ "past" 30 }').messages, ['Expected a colon between the name of a setting and its value.']);
    assert.equal(wrong('{ "past": 30, "rules": { "overdue": }, }').messages.length, 1);
    assert.equal(readSettings('{ "past": 30, "rules": { "overdue": }, }').settings.past, 30);
    assert.match(wrong('{ "asOf": "2026-03-01 }').messages[0] ?? '', /not closed/);
    assert.equal(wrong('{').messages.length, 1);
    assert.equal(wrong('{ "past": 30 } {}').messages.length, 1);
    assert.equal(wrong('{ past: 30 }').messages.length, 1);
  });

  it('is nesting without end, and no stack overflows', () => {
    const { messages } = wrong(`{ "rules": ${'['.repeat(200_000)}`);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /nested/);
  });

  it('is a finding of code settings at its place, and the severities that hold are used', () => {
    const settings = '{\n  "rules": { "no-gaols": "off" },\n  "asOf": "2026-03-01",\n}\n';
    const { diagnostics, asOf } = check('objective a "A" {\n  period 2026-Q1\n}\n', { settings });
    const [first] = diagnostics.filter(({ file }) => file === 'throughline.json');
    assert.ok(first !== undefined);
    assert.deepEqual(first.range, { start: { line: 1, character: 13 }, end: { line: 1, character: 23 } });
    assert.equal(first.code, 'settings');
    assert.equal(first.severity, 'error');
    assert.equal(asOf, day('2026-03-01'));
    assert.ok(diagnostics.some(({ code }) => code === 'no-goals'));
    const [edit] = first.fixes[0]?.edits() ?? [];
    assert.ok(edit !== undefined);
    assert.equal(edit.newText, '"no-goals"');
    assert.equal(lineIndex(settings).offsetAt(edit.range.start), settings.indexOf('"no-gaols"'));
  });
});
