/** A document of its own: self-contained, with its script inlined and a policy that lets nothing else run or load. */

import type { Strategy } from '../model/strategy.ts';
import { filterChoices } from './filter-choices.ts';
import { dataScript, h, script, serializeDocument, style, type Markup } from './markup.ts';
import { styleSheet } from './style.ts';
import type { View } from './view.ts';

export interface PageParts {
  readonly title: string;
  readonly strategy: Strategy;
  /** Of which views there are pictures in it. */
  readonly views: readonly View[];
  /** Rules beside those of the views. */
  readonly style: string;
  readonly body: Markup;
  /** The page script, which keeps zoom, filter, search and folding; null for a page that only shows. */
  readonly script: string | null;
}

/** Where the page script reads what a filter can ask for. */
const CHOICES = 'throughline-choices';

/** The page as HTML. Light or dark as the reader's system is, always light in print. */
export async function pageDocument({ title, strategy, views, style: own, body, script: code }: PageParts): Promise<string> {
  const sheet = `${styleSheet('auto', views)}\n${PAGE_STYLE}\n${own.trim()}`;
  const policy = [
    "default-src 'none'", `style-src ${await sourceOf(sheet)}`, `script-src ${code === null ? "'none'" : await sourceOf(code)}`,
    'img-src blob: data:', "base-uri 'none'", "form-action 'none'",
  ].join('; ');
  return serializeDocument(h('html', { lang: 'en' },
    h('head', {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'generator', content: 'Throughline' }),
      h('title', {}, title),
      style(sheet),
    ),
    h('body', { class: 'throughline document' },
      body,
      code === null ? null : [dataScript(filterChoices(strategy), { id: CHOICES }), script(code)],
    ),
  ));
}

/** What a content security policy calls an inline style sheet or script: its SHA-256. */
async function sourceOf(code: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}

const PAGE_STYLE = `
body.document { margin: 0; background: var(--tl-ground); }
body.document > main { padding: 20px 24px 40px; max-width: 1600px; margin: 0 auto; }
body.document h2 { font-size: 20px; margin: 0 0 4px; }
body.document section.view > .summary { margin: 0 0 12px; color: var(--tl-muted); }
body.document section.view > svg.picture { max-width: 100%; height: auto; }
body.document .as-text { margin-top: 12px; color: var(--tl-muted); }
@page { size: A4 landscape; margin: 11mm 12mm; }
@media print {
  body.document > main { padding: 0; max-width: none; }
  body.document section.view.view { padding: 0; break-before: page; }
  body.document .one-view section.view.view { break-before: auto; }
  body.document svg.picture, body.document .holder.drawn svg.picture { display: block; width: auto; max-width: 100%; height: auto; max-height: 162mm; margin: 0 auto; break-inside: avoid; }
  body.document .as-text, body.document .visually-hidden { display: none; }
  a { color: inherit; text-decoration: none; }
}`.trim();
