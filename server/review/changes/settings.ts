/** `throughline.json`: rules weakened or strengthened, their options, the days and risks that it sets. */

import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { formatDay } from '../../../grammar/calendar.ts';
import { lineIndex } from '../../../grammar/positions.ts';
import { SETTINGS_FILE } from '../../rules/diagnostic.ts';
import { rules } from '../../rules/index.ts';
import { SEVERITIES, type RuleSetting, type Settings } from '../../rules/settings.ts';
import { changeKinds } from '../kinds.ts';
import type { FoundElsewhere } from '../ledger.ts';
import { pathInReview, type Location, type ReviewSide } from '../review.ts';
import { settingsAreDamaged } from '../rule-set.ts';
import { wasIs } from '../sentences.ts';
import { pathSubject } from '../subject.ts';
import type { Comparing } from '../view.ts';

interface SettingChange extends Pick<FoundElsewhere, 'kind' | 'message'> {
  readonly property: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly risk?: 'high';
  /** Where it stands in the settings. */
  readonly path: readonly string[];
}

/** Records what the settings of both sides differ in; where either could not be read there is nothing to compare. */
export function compareSettings({ base, head, ledger }: Comparing): void {
  if (base.settingsText === head.settingsText || settingsAreDamaged(base.settingsText) || settingsAreDamaged(head.settingsText)) return;
  const file = pathInReview(head.root, SETTINGS_FILE);
  const changes = [...ruleChanges(base.settings, head.settings), ...otherChanges(base.settings, head.settings)];
  if (changes.length === 0) return;
  const [inBase, inHead] = [placesIn(base, file), placesIn(head, file)];
  for (const { path, ...change } of changes) ledger.record({ ...change, subject: pathSubject('settings', file), base: inBase(path), head: inHead(path) });
}

function* ruleChanges(base: Settings, head: Settings): Generator<SettingChange> {
  for (const { code, severity } of rules) {
    const [was, is] = [base.rules.get(code), head.rules.get(code)];
    if (was === undefined || is === undefined) continue;
    const path = ['rules', code];
    if (was.severity !== is.severity) {
      const weakened = SEVERITIES.indexOf(is.severity) > SEVERITIES.indexOf(was.severity);
      yield {
        kind: weakened ? 'rule-weakened' : 'rule-strengthened', property: code, before: was.severity, after: is.severity, path,
        ...weakened && severity === 'error' ? { risk: 'high' as const } : {},
        message: `Rule ${code} ${weakened ? 'weakened' : 'strengthened'}${wasIs(was.severity, is.severity)}.`,
      };
    }
    const [before, after] = [optionsText(was), optionsText(is)];
    if (before !== after) yield { kind: 'rule-options-changed', property: code, before, after, path, message: `Options of rule ${code} changed${wasIs(before, after)}.` };
  }
}

/** What decides which things are judged, and at what risk a change is told, is an option of them all. */
function* otherChanges(base: Settings, head: Settings): Generator<SettingChange> {
  if (base.past !== head.past) {
    const [before, after] = [String(base.past), String(head.past)];
    yield { kind: 'rule-options-changed', property: 'past', before, after, path: ['past'], message: `A period is history ${after} days after its end, no longer ${before}.` };
  }
  for (const { kind } of changeKinds) {
    const [before, after] = [base.review.get(kind) ?? null, head.review.get(kind) ?? null];
    if (before !== after) yield { kind: 'rule-options-changed', property: `review.${kind}`, before, after, path: ['review', kind], message: `The risk of ${kind} is set otherwise${wasIs(before, after)}.` };
  }
  const [before, after] = [base.asOf, head.asOf].map((day) => (day === null ? null : formatDay(day)));
  if (before !== after) yield { kind: 'as-of-changed', property: 'asOf', before: before ?? null, after: after ?? null, path: ['asOf'], message: `The day by which progress is judged changed${wasIs(before ?? 'today', after ?? 'today')}.` };
}

function optionsText({ options }: RuleSetting): string {
  return JSON.stringify(Object.fromEntries(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Finds the place of a setting; one that is not written stands for the file as a whole, no file for nothing. */
function placesIn({ settingsText }: ReviewSide, file: string): (path: readonly string[]) => Location | null {
  if (settingsText === null) return () => null;
  const root = parseTree(settingsText.startsWith('\uFEFF') ? ` ${settingsText.slice(1)}` : settingsText, [], { allowTrailingComma: true });
  const lines = lineIndex(settingsText);
  return (path) => {
    const node = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
    const start = node?.offset ?? 0;
    return { file, range: { start: lines.positionAt(start), end: lines.positionAt(start + (node?.length ?? 0)) } };
  };
}
