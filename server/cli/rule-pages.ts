/** The pages of every code that a finding can have, rules and `syntax` and `settings` alike. */

import { articleCodes, articleOf } from '../rules/articles.ts';
import { pageUrl } from '../rules/diagnostic.ts';
import { pageOf } from '../rules/page.ts';
import type { RulePage } from './formats/sarif.ts';

/** In the order of language.md's table, then `syntax` and `settings`. */
export function rulePages(): readonly RulePage[] {
  return articleCodes.flatMap((code) => {
    const article = articleOf(code);
    const markdown = pageOf(code);
    if (article === null || markdown === null) return [];
    const { title, summary, rationale, severity, group } = article;
    return [{ code, title, summary, rationale, severity, group, markdown, url: pageUrl(code) }];
  });
}
