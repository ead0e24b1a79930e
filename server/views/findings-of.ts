/** Findings by the element that they concern. */

import type { Entity, Strategy } from '../model/strategy.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import { linesOf } from '../rules/lines.ts';
import type { Severity } from '../rules/rule.ts';
import { Subjects } from '../rules/subjects.ts';

/** The findings that stand in an element's declaration, but not in what stands in it; none for most. */
export type FindingsOf = (entity: Entity) => readonly Diagnostic[];

/** The findings of a strategy by element. */
export function findingsOf(strategy: Strategy, findings: readonly Diagnostic[]): FindingsOf {
  const files = new Map(strategy.files.map((file) => [file.path, file]));
  const subjects = new Subjects(strategy);
  const byEntity = new Map<Entity, Diagnostic[]>();
  for (const finding of findings) {
    const file = files.get(finding.file);
    if (file === undefined || file.tree === null) continue;
    const start = linesOf(file.tree).offsetAt(finding.range.start);
    const subject = subjects.inRange(file, { start, end: start })[0];
    if (subject === undefined) continue;
    const known = byEntity.get(subject);
    if (known === undefined) byEntity.set(subject, [finding]);
    else known.push(finding);
  }
  return (entity) => byEntity.get(entity) ?? [];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** The gravest severity among findings; null for none. */
export function worstSeverity(findings: readonly Diagnostic[]): Severity | null {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}
