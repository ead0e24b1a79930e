import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { LONGEST_COMMENT, MARKER, reviewMarkdown } from '../../server/review/markdown/markdown.ts';
import { commitLinks, pullRequestLinks } from '../../server/review/markdown/links.ts';
import type { Review } from '../../server/review/review.ts';
import { ALIGNED } from '../command/command.ts';
import { mermaidType } from '../views/parsers.ts';
import { reviewed } from './reviewed.ts';
import type { Source } from './reviewing.ts';

const replaced = (...changes: readonly (readonly [string, string])[]): string => changes.reduce((text, [from, to]) => text.replace(from, to), ALIGNED);
const comment = (base: Source, head: Source): string => reviewMarkdown(reviewed(base, head));

/** As a host reads it: HTML, tables and bare links are understood. */
const reader = new MarkdownIt({ html: true, linkify: true });

interface Understood {
  readonly links: readonly string[];
  readonly html: readonly string[];
  /** Cells of every row of every table. */
  readonly rows: readonly number[];
  readonly headings: readonly string[];
  readonly fences: readonly string[];
  /** All that is read as text, code aside. */
  readonly text: string;
}

function understood(markdown: string): Understood {
  const found = { links: [] as string[], html: [] as string[], rows: [] as number[], headings: [] as string[], fences: [] as string[], text: '' };
  const tokens = reader.parse(markdown, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tr_open') found.rows.push(0);
    if (token.type === 'td_open' || token.type === 'th_open') found.rows.push((found.rows.pop() ?? 0) + 1);
    if (token.type === 'heading_open') found.headings.push(tokens[index + 1]?.content ?? '');
    if (token.type === 'html_block') found.html.push(token.content.trim());
    if (token.type === 'fence' || token.type === 'code_block') found.fences.push(token.content);
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') found.links.push(child.attrGet('href') ?? '');
      if (child.type === 'html_inline') found.html.push(child.content);
      if (child.type === 'image') found.html.push('image');
      if (child.type === 'text') found.text += `${child.content}\n`;
    }
  }
  return found;
}

describe('A review as Markdown', () => {
  it('begins with the marker and the verdict', () => {
    const [marker, , verdict] = comment(ALIGNED, replaced(['18% to 35%', '18% to 30%'])).split('\n');
    assert.deepEqual([marker, verdict], [MARKER, '**1 promise weakened.**']);
  });

  it('says that nothing changed, and nothing else', () => {
    assert.equal(comment(ALIGNED, `// Read this.\n${ALIGNED}`), `${MARKER}\n\n**No change in meaning (1 file reformatted).**\n\n`);
  });

  it('shows high risks as a table: the thing with links to both places, before and after, who owns it, why it matters', () => {
    const [, , row = ''] = comment(ALIGNED, replaced(['18% to 35%', '18% to 30%'])).split('\n').filter((line) => line.startsWith('|'));
    assert.deepEqual(row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').replace(/`[0-9a-f]{12}`/, 'PRINT')), [
      'Target lowered: **More trial teams deploy in week one** (self-serve."More trial teams deploy in week one") [before](a.strategy#L24) · [after](a.strategy#L24) PRINT',
      '35% → 30% (−5pp)', 'growth', 'Less is promised than before. Then score of \'Teams start without talking to us\' (self-serve): 24% → 33%.',
    ]);
  });

  it('has its parts in the order in which a leader asks', () => {
    const base = { 'throughline.json': '{}', 'a.strategy': `${ALIGNED}goal old "An old goal" { owner growth kind business }\n` };
    const head = {
      'throughline.json': '{ "rules": { "missing-owner": "off" } }',
      'a.strategy': replaced(
        ['18% to 35%', '18% to 30%'], ['  supports win\n', ''], ['now 0.4%', 'now 0.3%'], ['Win the mid-market', 'Win every mid-market'],
        ['goal win ', 'goal mid-market '], ['team growth "Growth"', 'team growth "growth"'], ['  kind   business', '  kind   growth'],
      ),
    };
    const markdown = comment(base, head);
    const parts = markdown.split('\n').flatMap((line) => /^(?:### |<summary>|> )(.*?)(?: \(\d+\))?(?:<\/summary>)?$/.exec(line)?.[1] ?? []);
    assert.deepEqual(parts.filter((part) => !part.startsWith('-')), [
      '[!WARNING]', 'What this hides, or judges by other rules:', 'High risk', 'Became misaligned', 'Scores', 'Medium risk', 'Map of what changed',
      'Progress', 'Renames and moves', 'Wording',
    ]);
    assert.equal(comment(base, head), markdown);
  });

  it('tells what was mended, silenced and could not be compared', () => {
    const ownerless = ALIGNED.replace('  owner    growth\n', '');
    assert.match(comment(ownerless, ALIGNED), /### Mended \(1\)\n\n- error `missing-owner`: Objective .* \(\[a\.strategy:18\]\(a\.strategy#L18\)\)\n/);
    assert.match(comment(ownerless, ownerless.replace('objective self', '// throughline-ignore missing-owner: soon\nobjective self')), /> - Silenced, not mended: error `missing-owner`/);
    assert.match(comment(ALIGNED, `${ALIGNED}goal "x {\n`), /\*\*incomplete, .*\n\n> \[!WARNING\]\n> Not everything could be compared:\n> - Not compared, after: \[a\.strategy:\d+\]/);
  });

  it('shows an accepted change with its reason', () => {
    const head = replaced(['18% to 35%', '18% to 30%']);
    const print = reviewed(ALIGNED, head).changes[0]?.fingerprint ?? '';
    assert.match(reviewMarkdown(reviewed(ALIGNED, head, { accepted: { [print]: 'By the *board*' } })), /\*\*Accepted:\*\* By the \\\*board\\\*/);
  });

  it('links to the file in each commit, or to the line of a pull request', () => {
    const review = reviewed({ 'okrs/ä (1).strategy': ALIGNED }, { 'okrs/ä (1).strategy': replaced(['18% to 35%', '18% to 30%']) });
    const links = (markdown: string): readonly string[] => understood(markdown).links.slice(0, 2);
    assert.deepEqual(links(reviewMarkdown(review, { linkTo: commitLinks('https://example.org/a/b/blob', { base: 'aaaa', head: null }), footer: [] })), [
      'https://example.org/a/b/blob/aaaa/okrs/%C3%A4%20%281%29.strategy#L24', 'okrs/%C3%A4%20%281%29.strategy#L24',
    ]);
    const [before, after] = links(reviewMarkdown(review, { linkTo: pullRequestLinks('https://example.org/a/b/pull/7'), footer: [] }));
    assert.match(before ?? '', /^https:\/\/example\.org\/a\/b\/pull\/7\/files#diff-[0-9a-f]{64}L24$/);
    assert.equal(after, before?.replace(/L24$/, 'R24'));
  });

  it('maps only what changed, and says so where that is more than a map holds', () => {
    assert.doesNotMatch(comment(ALIGNED, replaced(['18% to 35%', '18% to 30%'])), /Onboarding/);
    const goals = (count: number, title: string): string => Array.from({ length: count }, (_, index) => `goal g${index} "${title} number ${index}" { owner growth kind business }\n`).join('');
    const markdown = comment(ALIGNED + goals(75, 'Grow here as'), ALIGNED + goals(75, 'Shrink there by'));
    const [map = ''] = understood(markdown).fences;
    assert.equal(map.split('\n').filter((line) => line.includes(':::')).length, 60);
    assert.match(markdown, /It shows 60 of the 75 things that changed; a map holds at most 60\./);
  });

  it('draws what was realigned', async () => {
    const two = `${ALIGNED}goal grow "Grow in the north" { owner growth kind business metric activation from 18% to 20% }\n`;
    const [map = ''] = understood(comment(two, two.replace('supports win', 'supports grow'))).fences;
    assert.match(map, /n\d+ -\. no longer \.-> n\d+\n/);
    assert.match(map, /n\d+ == now ==> n\d+\n/);
    assert.equal(await mermaidType(map), 'flowchart-v2');
  });
});

const HOSTILE_TEXTS = [
  '@octocat and @org/team, #1, GH-1, owner/repo#1, !1, https://evil.example/ www.evil.example mailto:a@evil.example',
  '</td></tr></table></details><script>alert(1)</script><img src=x onerror=alert(1)><!-- throughline-review -->',
  '| a | b |\\| c ` `` ``` ```mermaid ~~~ *x* _y_ **z** [n](javascript:alert(1)) ![p](https://evil.example/p.png) <https://evil.example>',
  '--> <!-- --> ]]> &lt;b&gt; &#60;b&#62; $`x`$ $$y$$ [^1] :smile: - [ ] task',
  '# heading', '- item', '1. item', '> quote', '=== ', '    code', '\u202eright to left\u202c \u200b\u0000\u001b[31m', 'x'.repeat(5000), '\u{1F600}'.repeat(900),
];

/** A strategy in which every text that a review shows is hostile. */
function hostile(text: string, extra: string): string {
  const quoted = JSON.stringify(text.replace(/\p{Cc}/gu, ' ') + extra).replace(/\\u[0-9a-f]{4}/gi, ' ');
  return `period p 2026-02-01 .. 2026-04-30
team t ${quoted}
metric m ${quoted} { unit % better up }
goal g ${quoted} { kind business owner t period p metric m from 1% to ${extra === '' ? '9%' : '8%'} }
objective o ${quoted} {
  supports g
  owner ${extra === '' ? 't' : 'nobody'}
  period p
  kr ${quoted} { metric m from 1% to ${extra === '' ? '9%' : '8%'} checkin 2026-02-28 2% ${quoted} }
  kr k ${quoted} at most 5% now 4%
  initiative i ${quoted} { hypothesis ${quoted} }
}
`;
}

describe('Text of a strategy in a comment', () => {
  for (const text of HOSTILE_TEXTS) {
    it(`is data: ${JSON.stringify(text.slice(0, 60))}`, async () => {
      const review = reviewed({ [`${text.slice(0, 40)}.strategy`]: hostile(text, '') }, { [`${text.slice(0, 40)}.strategy`]: hostile(text, ' once more') });
      assert.ok(review.changes.length > 3);
      const markdown = reviewMarkdown(review);
      const { html, rows, headings, links, fences, text: read } = understood(markdown);
      assert.equal(markdown.split(MARKER).length, 2);
      assert.equal(markdown.split('<!--').length, 2);
      assert.deepEqual(html.filter((part) => !/^(?:<!-- throughline-review -->|<\/?details>|<summary>[A-Z][a-z ]+(?: \(\d+\))?<\/summary>|<details>\n<summary>[A-Z][a-z ]+(?: \(\d+\))?<\/summary>)$/.test(part)), []);
      assert.equal(markdown.split('<details>').length, markdown.split('</details>').length);
      assert.ok(rows.length > 0 && rows.every((cells) => cells === 4 || cells === 5), String(rows));
      assert.ok(headings.every((heading) => /^[A-Z][a-z ]+ \(\d+\)$/.test(heading)), headings.join());
      assert.ok(links.every((link) => !/^[a-z]+:/i.test(link)), links.join());
      assert.equal(fences.length, 1);
      assert.equal(await mermaidType(fences[0] ?? ''), 'flowchart-v2');
      for (const mention of [/@[a-z0-9]/i, /#\d/, /\bGH-\d/i, /(?<!\w)!\d/, /https?:\/\/(?!\u200b)/, /\bwww\./]) assert.doesNotMatch(read + (fences[0] ?? ''), mention);
      assert.doesNotMatch(markdown.replaceAll('\n', ''), /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
    });
  }
});

describe('The length of a comment', () => {
  /** A review with so many changes of each risk, made from a small one. */
  function long(high: number, info: number): Review {
    const review = reviewed(ALIGNED, replaced(['18% to 35%', '18% to 30%'], ['now 0.4%', 'now 0.3%']));
    const [lowered, now] = review.changes;
    assert.ok(lowered !== undefined && now !== undefined);
    const many = (count: number, change: typeof lowered, name: string): typeof lowered[] => Array.from({ length: count }, (_, index) => ({
      ...change, subject: { ...change.subject, id: `${name}-${index}` }, message: `Change ${index} of ${name}.`,
    }));
    return { ...review, changes: [...many(high, lowered, 'lowered'), ...many(info, now, 'now')] };
  }

  it('is at most 60,000 units, cut at whole rows from the end, high ones last, counting what was left out', () => {
    const markdown = reviewMarkdown(long(50, 3000));
    assert.ok(markdown.length <= LONGEST_COMMENT, String(markdown.length));
    assert.ok(markdown.length > LONGEST_COMMENT - 1000);
    assert.equal(markdown.split('lowered-49)').length, 2);
    const [, left] = /\*(\d+) more changes left out here, since a comment can be only so long\.\*/.exec(markdown) ?? [];
    const shown = markdown.split('\n').filter((line) => /^- Change \d+ of now\. /.test(line)).length;
    assert.equal(shown + Number(left), 3000);
    assert.equal(markdown.split('<details>').length, markdown.split('</details>').length);
  });

  it('cuts high risks only where nothing else is left to cut', () => {
    const markdown = reviewMarkdown(long(1000, 3000));
    assert.ok(markdown.length <= LONGEST_COMMENT);
    assert.doesNotMatch(markdown, /^- Change/m);
    const shown = markdown.split('\n').filter((line) => line.startsWith('| Target lowered')).length;
    const [, left] = /\*(\d+) more changes of high risk left out here/.exec(markdown) ?? [];
    assert.equal(shown + Number(left), 1000);
    assert.match(markdown, /\*3000 more changes left out here/);
    assert.match(markdown, /\*1 more map left out here/);
  });

  it('holds whatever is long', () => {
    const title = 'x'.repeat(200_000);
    assert.ok(comment(`goal g "${title}" { owner g }\n`, `goal g "${title}y" { owner h }\n`).length <= LONGEST_COMMENT);
  });
});
