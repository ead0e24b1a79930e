/** Another severity for a rule, written into `throughline.json`. */

import { modify, parseTree, type ParseError } from 'jsonc-parser';
import { lineIndex } from '../../grammar/positions.ts';
import type { DiagnosticEdit } from '../rules/diagnostic.ts';
import { SETTINGS_FILE } from '../rules/diagnostic.ts';
import { rules } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import { SEVERITIES } from '../rules/settings.ts';

/** The severities that a rule may have instead; none for what is no rule. */
export function otherSeverities(code: string, now: Severity): readonly (Severity | 'off')[] {
  return rules.some((rule) => rule.code === code) ? SEVERITIES.filter((severity) => severity !== now) : [];
}

/** The text of new settings with that severity. */
export function newSettings(code: string, severity: Severity | 'off'): string {
  return `${JSON.stringify({ rules: { [code]: severity } }, null, 2)}\n`;
}

/** The edits of the settings as they are; null where they are no sound JSON, so that nobody can say where to write. */
export function severityEdits(text: string, code: string, severity: Severity | 'off'): readonly DiagnosticEdit[] | null {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || (tree !== undefined && tree.type !== 'object')) return null;
  const rulesNode = tree?.children?.find(({ children }) => children?.[0]?.value === 'rules')?.children?.[1];
  if (rulesNode !== undefined && rulesNode.type !== 'object') return null;
  const written = rulesNode?.children?.find(({ children }) => children?.[0]?.value === code)?.children?.[1];
  const path = written?.type === 'array' ? ['rules', code, 0] : ['rules', code];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = lineIndex(text);
  return modify(text, path, severity, { formattingOptions: { insertSpaces: true, tabSize: 2, eol } }).map(({ offset, length, content }) => (
    { file: SETTINGS_FILE, range: { start: lines.positionAt(offset), end: lines.positionAt(offset + length) }, newText: content }
  ));
}
