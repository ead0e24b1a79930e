/** A comment of the Action as a pull request shows it: its Markdown rendered, with the map drawn by Mermaid. */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import type { Browser, Page } from 'playwright-core';

/** Close to how GitHub sets a comment. */
const STYLE = `
body { margin: 0; background: #f6f8fa; font: 14px/1.5 -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; color: #1f2328; }
.comment { width: 860px; margin: 20px; border: 1px solid #d1d9e0; border-radius: 6px; background: #ffffff; }
.author { padding: 8px 16px; border-bottom: 1px solid #d1d9e0; background: #f6f8fa; border-radius: 6px 6px 0 0; color: #59636e; }
.author b { color: #1f2328; }
.author i { font-style: normal; font-size: 12px; border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 7px; margin-left: 6px; }
.body { padding: 16px; }
.body > :first-child { margin-top: 0; }
h3 { font-size: 1.25em; margin: 24px 0 16px; font-weight: 600; }
table { border-collapse: collapse; margin-bottom: 16px; }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0; text-align: left; vertical-align: top; }
th { font-weight: 600; }
code { font: 85% ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; background: #818b981f; border-radius: 6px; padding: 0.2em 0.4em; }
a { color: #0969da; text-decoration: none; }
details { margin-bottom: 16px; }
summary { cursor: pointer; }
sub { font-size: 12px; color: #59636e; vertical-align: baseline; }
.mermaid { text-align: center; border: 1px solid #d1d9e0; border-radius: 6px; padding: 12px; margin-top: 12px; }
`;

/** A page that shows the comment in that file, with the map unfolded. The caller closes it. */
export async function commentPage(browser: Browser, file: string): Promise<Page> {
  const text = await readFile(file, 'utf8');
  const page = await browser.newPage({ viewport: { width: 902, height: 400 }, deviceScaleFactor: 2 });
  const body = new MarkdownIt({ html: true }).render(text);
  await page.setContent(`<!DOCTYPE html><meta charset="utf-8"><style>${STYLE}</style>
    <div class="comment"><div class="author"><b>github-actions</b><i>bot</i> commented</div><div class="body">${body}</div></div>`);
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js')) });
  // The script runs in the page.
  await page.evaluate(`(async () => {
    const code = document.querySelector('code.language-mermaid');
    if (code === null) return;
    const drawing = document.createElement('div');
    drawing.className = 'mermaid';
    drawing.textContent = code.textContent;
    code.parentElement.replaceWith(drawing);
    drawing.closest('details').open = true;
    mermaid.initialize({ startOnLoad: false });
    await mermaid.run({ nodes: [drawing] });
  })()`);
  return page;
}
