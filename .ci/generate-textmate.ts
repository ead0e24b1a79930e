/** The TextMate grammars, from the vocabulary. */

import type { Generated } from './generate.ts';
import { markdownInjection, strategyGrammar } from './textmate-grammar.ts';

/** The grammar of strategies, and the one that finds them in Markdown. */
export function textMateFiles(): Generated {
  const grammars = {
    'grammar/strategy.tmLanguage.json': strategyGrammar(),
    'grammar/markdown-strategy.tmLanguage.json': markdownInjection(),
  };
  const files = Object.entries(grammars).map(([path, grammar]) => [path, `${JSON.stringify(grammar, null, 2)}\n`] as const);
  return { files: new Map(files), owned: [] };
}
