/** Text of strategy files in Markdown. */

import assert from 'node:assert/strict';
import { code, documentation, escapeMarkdown } from '../../server/model/markdown.ts';

describe('text in Markdown', () => {
  it('keeps words as they are', () => {
    assert.equal(escapeMarkdown('Win the mid market, über 3 %'), 'Win the mid market, über 3 %');
  });

  it('escapes everything that Markdown and HTML read', () => {
    assert.equal(escapeMarkdown('**a** [b](c) <i>&amp; `d` # e ~f~ |g| $(h)'),
      '\\*\\*a\\*\\* \\[b\\](c) &lt;i&gt;&amp;amp; \\`d\\` # e \\~f\\~ \\|g\\| \\$(h)');
  });

  it('is no list, heading or quotation where a line begins with it, and no address becomes a link', () => {
    assert.equal(escapeMarkdown('# a'), '\\# a');
    assert.equal(escapeMarkdown('- a'), '\\- a');
    assert.equal(escapeMarkdown('1. a'), '1\\. a');
    assert.equal(escapeMarkdown('> a'), '\\&gt; a');
    assert.equal(escapeMarkdown('see https://x.example www.x.example a@x.example'), 'see https\\://x.example www\\.x.example a\\@x.example');
  });

  it('is one line, whatever it holds', () => {
    assert.equal(escapeMarkdown('a\n\n# b\r\u0000\u001b[31mc'), 'a # b \\[31mc');
  });

  it('is cut where it is long, and never in the middle of a character', () => {
    const cut = escapeMarkdown(`${'a'.repeat(399)}😀${'b'.repeat(1000)}`);
    assert.equal(cut, `${'a'.repeat(399)}…`);
  });
});

describe('code in Markdown', () => {
  it('stands in as many backticks as it needs', () => {
    assert.equal(code('from 3d to 4h'), '`from 3d to 4h`');
    assert.equal(code('a `b` c'), '``a `b` c``');
    assert.equal(code('`b`'), '`` `b` ``');
  });
});

describe('documentation', () => {
  it('is Markdown: emphasis, lists and links stay', () => {
    const text = '**Agreed** by the [board](https://example.com/board)\n\n- one\n- [two](mailto:a@example.com)';
    assert.equal(documentation(text), text);
  });

  it('loads nothing: a picture becomes a link', () => {
    assert.equal(documentation('![pixel](https://example.com/p.png)'), '[pixel](https://example.com/p.png)');
  });

  it('leads nowhere but to addresses and mail', () => {
    assert.equal(documentation('[run](command:evil) [see]( <javascript:alert(1)>)'), '[run](#evil) [see]( <#alert(1)>)');
    assert.equal(documentation('[x]\n\n[x]: command:evil'), '[x]\n\n[x]: #evil');
  });

  it('shows HTML instead of reading it', () => {
    assert.equal(documentation('<img src=x> a < b <https://example.com>'), '&lt;img src=x> a < b <https://example.com>');
  });
});
