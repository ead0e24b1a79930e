/** Every rule, in the order of the language's table: a rule is one file here, named after its code. */

import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  // structure
  // alignment
  // measures
  // ownership and focus
  // time
  // words
  // suppressions
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of that code; undefined for `syntax`, `settings` and what is none. */
export function ruleNamed(code: string): Rule | undefined {
  return byCode.get(code);
}
