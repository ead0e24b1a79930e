/** Health in words, as a reader says it. */

import type { Health } from './strategy.ts';

export const HEALTH_WORDS: Readonly<Record<Health, string>> = {
  dropped: 'dropped', paused: 'paused', draft: 'draft', done: 'done', 'off-track': 'off track', 'at-risk': 'at risk',
  'on-track': 'on track', 'not-started': 'not started', unknown: 'health unknown',
};
