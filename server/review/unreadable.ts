/** Why files could not be read at all, beside those that have syntax errors (review.md section 6, `unreadable`). */

import { SETTINGS_FILE } from '../rules/diagnostic.ts';
import { pathInReview, type SideName, type Unreadable } from './review.ts';
import type { RootState } from './state.ts';

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What is known to be damaged, with the reason of what could not be read at all, which may be more: folders, settings. */
export function withReasons(damaged: readonly Unreadable[], states: readonly (readonly [SideName, RootState | null])[]): readonly Unreadable[] {
  const reasons = new Map<string, Unreadable>();
  for (const [side, state] of states) {
    for (const { path, reason } of state?.unreadable ?? []) {
      const file = pathInReview(state?.root ?? '.', path);
      reasons.set(keyOf(side, file), { side, file, range: START, message: `This could not be read: ${reason}.`, hides: [] });
    }
  }
  const told = damaged.map((entry) => {
    const key = keyOf(entry.side, entry.file);
    const message = reasons.get(key)?.message;
    reasons.delete(key);
    return message === undefined ? entry : { ...entry, message };
  });
  return [...told, ...reasons.values()];
}

function keyOf(side: SideName, file: string): string {
  return `${side} ${file}`;
}

/** The text of the settings; of those that are there and could not be read the other side's, as of damaged ones. */
export function settingsTextOf(state: RootState | null, other: RootState | null): string | null {
  const isUnread = state?.unreadable.some(({ path }) => path === SETTINGS_FILE) ?? false;
  return (isUnread ? other?.settingsText : state?.settingsText) ?? null;
}
