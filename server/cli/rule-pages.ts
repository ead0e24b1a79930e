/** The pages of codes, rules and `syntax` and `settings` alike. */

import { articleCodes, articleOf } from '../rules/articles.ts';
import { pageUrl } from '../rules/diagnostic.ts';
import { pageOf } from '../rules/page.ts';
import type { RulePage } from './formats/sarif.ts';

/** The pages of these codes, `syntax` and `settings` first, then the rules in the order of their table. */
export function rulePages(codes: ReadonlySet<string>): readonly RulePage[] {
  return articleCodes.filter((code) => codes.has(code)).flatMap((code) => {
    const article = articleOf(code);
    const markdown = pageOf(code);
    if (article === null || markdown === null) return [];
    const { title, summary, rationale, severity, group } = article;
    return [{ code, title, summary, rationale, severity, group, markdown, url: pageUrl(code) }];
  });
}
