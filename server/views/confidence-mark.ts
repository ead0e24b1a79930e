/** A confidence and where it is going. */

import { percent } from '../model/figures.ts';
import { h, type Markup } from './markup.ts';
import type { ConfidenceTrend } from './scorecard/model.ts';

/** Differences below this are none. */
const STEADY = 0.005;

/** The last one stated, an arrow against the one before, and all of them on a touch; nothing where none was stated. */
export function confidenceMark(confidence: ConfidenceTrend | null): Markup {
  if (confidence === null) return null;
  const { value, change, values } = confidence;
  const direction = change === null || Math.abs(change) < STEADY ? 'steady' : change > 0 ? 'rising' : 'falling';
  const arrow = { rising: '↗', falling: '↘', steady: '' }[direction];
  const word = { rising: ' rising', falling: ' falling', steady: '' }[direction];
  return h('span', { class: `confidence ${direction}`, title: values.length > 1 ? values.map(percent).join(' → ') : null },
    percent(value),
    arrow === '' ? null : h('span', { class: 'arrow', 'aria-hidden': 'true' }, arrow),
    word === '' ? null : h('span', { class: 'visually-hidden' }, word),
  );
}
