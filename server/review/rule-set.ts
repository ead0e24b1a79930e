/** The settings of two sides, and the one rule set by which the findings of both are judged (review.md sections 1 and 5). */

import { readSettings, SEVERITIES, type RuleSetting, type Settings } from '../rules/settings.ts';

export interface SettingsOfSides {
  readonly base: Settings;
  readonly head: Settings;
  /** For each rule the stricter of the two severities, with head's options; everything else is head's. */
  readonly common: Settings;
}

/** Reads both; of a `throughline.json` that is damaged the other side's settings hold. */
export function settingsOfSides(baseText: string | null, headText: string | null): SettingsOfSides {
  const [base, head] = [readSettings(baseText), readSettings(headText)];
  const baseSettings = base.damaged && !head.damaged ? head.settings : base.settings;
  const headSettings = head.damaged && !base.damaged ? base.settings : head.settings;
  return { base: baseSettings, head: headSettings, common: commonSettings(baseSettings, headSettings) };
}

function commonSettings(base: Settings, head: Settings): Settings {
  const rules = new Map<string, RuleSetting>();
  for (const [code, { severity, options }] of head.rules) {
    const before = base.rules.get(code)?.severity ?? severity;
    rules.set(code, { severity: isStricter(before, severity) ? before : severity, options });
  }
  return { ...head, rules };
}

/** Whether the first severity is above the second. */
export function isStricter(a: RuleSetting['severity'], b: RuleSetting['severity']): boolean {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b);
}

/** Whether the text of a `throughline.json` is no JSON that could be read whole. */
export function settingsAreDamaged(text: string | null): boolean {
  return readSettings(text).damaged;
}
