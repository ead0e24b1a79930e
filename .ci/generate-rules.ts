/** The rules' pages, their table, and the JSON Schema of throughline.json. */

import { pageCodes, pageOf, rulesPage } from '../server/rules/page.ts';
import { settingsSchema } from '../server/rules/settings-schema.ts';
import type { Generated } from './generate.ts';

/** All of them, from the rules' own declarations. */
export function ruleFiles(): Generated {
  const files = new Map<string, string>();
  for (const code of pageCodes) files.set(`docs/rules/${code}.md`, pageOf(code) ?? '');
  files.set('docs/rules/README.md', rulesPage());
  files.set('docs/throughline.schema.json', `${JSON.stringify(settingsSchema(), null, 2)}\n`);
  return { files, owned: ['docs/rules'] };
}
