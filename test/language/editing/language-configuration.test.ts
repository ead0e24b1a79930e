import assert from 'node:assert/strict';
import configuration from '../../../grammar/language-configuration.json' with { type: 'json' };

const { wordPattern, indentationRules, onEnterRules, folding } = configuration;

function words(text: string): string[] {
  return text.match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`)) ?? [];
}

describe('the language configuration', () => {
  it('keeps a name whole that has hyphens, digits or letters of another alphabet', () => {
    assert.deepEqual(words('owner FY26-Q1 win-midmarket, zoë 営業_2'), ['owner', 'FY26-Q1', 'win-midmarket', 'zoë', '営業_2']);
  });

  it('takes the parts of a qualified name one by one', () => {
    assert.deepEqual(words('supports self-serve.first-deploy'), ['supports', 'self-serve', 'first-deploy']);
  });

  it('keeps a date whole, and leaves signs out of words', () => {
    assert.deepEqual(words('2026-04-15 $4.2M "quoted" {x}'), ['2026-04-15', '4', '2M', 'quoted', 'x']);
  });

  it('indents after an opening brace, with or without a comment', () => {
    const increases = new RegExp(indentationRules.increaseIndentPattern);
    for (const line of ['goal g "G" {', '  kr "K" from 1/5 to 3/5 { // why']) assert.match(line, increases);
    for (const line of ['// goal g {', 'team t "T" // {', '}', 'metric m "M" { unit $ }']) assert.doesNotMatch(line, increases);
  });

  it('takes a closing brace back', () => {
    assert.match('    }', new RegExp(indentationRules.decreaseIndentPattern));
  });

  it('indents the next line of a list alone', () => {
    const next = new RegExp(indentationRules.indentNextLinePattern);
    assert.match('  supports a,', next);
    assert.doesNotMatch('  owner a // b,', next);
  });

  it('goes on with documentation on Enter, and not with an ordinary comment', () => {
    const [documentation] = onEnterRules;
    assert.ok(documentation);
    assert.equal(documentation.action.appendText, '/// ');
    assert.match('  /// The board', new RegExp(documentation.beforeText));
    assert.doesNotMatch('  // The board', new RegExp(documentation.beforeText));
  });

  it('folds between region comments', () => {
    assert.match('  // #region Growth', new RegExp(folding.markers.start));
    assert.match('// endregion', new RegExp(folding.markers.end));
  });

  it('reads a very long line at once', () => {
    for (const pattern of [indentationRules.increaseIndentPattern, indentationRules.indentNextLinePattern, indentationRules.decreaseIndentPattern]) {
      assert.doesNotMatch(`${'{ '.repeat(20_000)}x`, new RegExp(pattern));
    }
  });
});
