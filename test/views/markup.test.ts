import assert from 'node:assert/strict';
import { dataScript, h, script, serialize, serializeDocument, style } from '../../server/views/markup.ts';
import { HOSTILE, xmlProblems } from './drawing.ts';

describe('markup', () => {
  it('writes text and attributes as text, whatever they hold', () => {
    assert.equal(serialize(h('p', { title: '"><script>' }, '<b> & "c"')), '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; &quot;c&quot;</p>');
  });

  it('shows what would turn the reading direction or steer a terminal', () => {
    assert.equal(serialize('a\u202eb\u001bc\u0000'), 'a&lt;U+202E&gt;b␛c␀');
  });

  it('keeps line ends and tabs, and letters of every script', () => {
    assert.equal(serialize('a\n\tb Łódź 東京 שלום 👩‍🚀'), 'a\n\tb Łódź 東京 שלום 👩‍🚀');
  });

  it('replaces what no document may hold', () => {
    assert.equal(serialize('a\ud800b\uffff'), 'a\ufffdb\ufffd');
  });

  it('writes numbers with two places at most', () => {
    assert.equal(serialize(h('rect', { x: 1.23456, y: -0.001, width: 10 })), '<rect x="1.23" y="0" width="10"/>');
  });

  it('refuses a length that is none', () => {
    assert.throws(() => serialize(h('rect', { x: NaN })));
  });

  it('leaves out attributes without a value, and writes those that only stand there', () => {
    assert.equal(serialize(h('details', { open: true, id: null, class: undefined, hidden: false })), '<details open=""></details>');
  });

  for (const name of ['onclick', 'ONLOAD', 'style', 'src', 'srcdoc', 'action', 'formaction', 'a b', 'x="']) {
    it(`refuses the attribute ${name}`, () => {
      assert.throws(() => serialize(h('p', { [name]: 'x' })));
    });
  }

  for (const href of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil.example', 'java\nscript:x', '']) {
    it(`does not link to ${JSON.stringify(href)}`, () => {
      assert.equal(serialize(h('a', { href }, 'x')), '<a>x</a>');
    });
  }

  for (const href of ['https://example.org/a?b=c', 'http://example.org', 'mailto:maya@example.org', '#map', 'HTTPS://EXAMPLE.ORG']) {
    it(`links to ${href}`, () => {
      assert.match(serialize(h('a', { href }, 'x')), /^<a href="/);
    });
  }

  it('takes no style sheet or script that could end early', () => {
    assert.throws(() => style('a { } </style>'));
    assert.throws(() => script('"</SCRIPT >"'));
    assert.throws(() => script('<!--'));
  });

  it('hands data to a script that reads it as it was, and cannot be left by it', () => {
    for (const text of HOSTILE) {
      const written = serialize(dataScript({ text }));
      assert.doesNotMatch(written.slice(1, -9), /[<>]script/i);
      assert.deepEqual(JSON.parse(written.replace(/^<script type="application\/json">|<\/script>$/g, '')), { text });
    }
  });

  it('begins a document with its type', () => {
    assert.equal(serializeDocument(h('html', {}, h('body'))), '<!DOCTYPE html>\n<html><body></body></html>\n');
  });

  it('is well-formed XML with every hostile text in every place', async () => {
    const contents = serialize(h('svg', {}, HOSTILE.map((text) => h('g', { 'aria-label': text, 'data-id': text }, h('title', {}, text), text, h('br')))));
    assert.deepEqual(await xmlProblems(contents), []);
  });
});
