/** Why a change matters to a leader, in one sentence. */

import type { Change } from '../review.ts';
import { effectText } from '../words.ts';

const REASONS: Readonly<Record<string, string>> = {
  'strategy-removed': 'A whole strategy is gone.',
  'goal-added': 'What the company wants has grown; something else will get less.',
  'goal-removed': 'What the company wanted is not written down any more.',
  'objective-added': 'A team takes on more than it had planned.',
  'objective-removed': 'A promise is not kept, and nothing says why.',
  'kr-added': 'What success means has changed.',
  'kr-removed': 'A measure of success is gone.',
  'initiative-removed': 'Work towards a key result stops.',
  'goal-dropped': 'The company gives up what it wanted.',
  'objective-dropped': 'A promise is given up.',
  'kr-dropped': 'A part of a promise is given up.',
  'initiative-dropped': 'Work towards a key result stops.',
  'goal-revived': 'What was given up is wanted again.',
  'objective-revived': 'What was given up is promised again.',
  'kr-revived': 'What was given up is promised again.',
  'replaced': 'The same name now means something else: its history is not that of the new thing.',
  'kr-moved': 'It counts for another objective now.',
  'target-lowered': 'Less is promised than before.',
  'target-raised': 'More is promised than before.',
  'target-shifted': 'Something else is promised, neither more nor less.',
  'target-withdrawn': 'Nobody can tell any more when this is reached.',
  'baseline-moved': 'Progress is counted from another start.',
  'baseline-removed': 'Nobody can tell any more where this started.',
  'measure-changed': 'Success is measured by something else.',
  'goal-metric-removed': 'A goal loses what it was measured by.',
  'date-slipped': 'It arrives later than promised.',
  'period-changed': 'It is judged over other days.',
  'period-redefined': 'Everything in this period is judged over other days.',
  'unaligned': 'It serves no goal any more.',
  'realigned': 'It serves something else, or counts there for another share.',
  'needs-changed': 'It depends on something else.',
  'advances-changed': 'It works towards something else.',
  'type-changed': 'How firmly this is promised has changed.',
  'goal-kind-changed': 'It is another kind of goal.',
  'weight-changed': 'The key results count differently in the score.',
  'owner-removed': 'Nobody answers for it.',
  'owner-changed': 'Somebody else answers for it.',
  'sponsor-changed': 'Somebody else stands behind it.',
  'status-changed': 'Its state has changed.',
  'checkin-removed': 'What was reported is not on record any more.',
  'checkin-backdated': 'It was reported for a day that has passed.',
  'checkin-rewritten': 'The record of what was reported has changed.',
  'now-changed': 'What was reached is not reached any more.',
  'confidence-dropped': 'Those who do it doubt that it will be reached.',
  'metric-redefined': 'All that is measured by it means something else.',
  'metric-changed': 'The number comes from somewhere else, or drives something else.',
  'vision-changed': 'Everything is meant to serve this.',
  'mission-changed': 'Everything is meant to serve this.',
  'evidence-removed': 'A reason to believe in it is gone.',
  'retitled': 'It says something else.',
  'rule-weakened': 'A rule says less than it did.',
  'rule-options-changed': 'A rule judges by other limits.',
  'as-of-changed': 'Progress is judged by another day.',
  'suppression-added': 'A finding is hidden.',
  'syntax-broken': 'What cannot be read cannot be judged.',
};

const MOST_EFFECTS = 2;

/** The reason, what follows for other things, and why it was accepted; each escaped by `escape`. */
export function whyItMatters({ kind, effects, accepted }: Change, escape: (text: string) => string): string {
  const more = effects.length - MOST_EFFECTS;
  return [
    REASONS[kind] ?? 'It changes what is promised.',
    ...effects.slice(0, MOST_EFFECTS).map((effect) => `Then ${escape(effectText(effect))}.`),
    ...more > 0 ? [`${more} more ${more === 1 ? 'thing moves' : 'things move'} with it.`] : [],
    ...accepted === null ? [] : [`**Accepted:** ${escape(accepted)}`],
  ].join(' ');
}
