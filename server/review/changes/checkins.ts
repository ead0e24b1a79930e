/** Check-ins: new ones, which are progress, and what was done to old ones, which is history. */

import type { Day } from '../../../grammar/calendar.ts';
import type { PropertyNamed } from '../../../grammar/tree.ts';
import { allProperties } from '../../../grammar/tree.ts';
import { unitText } from '../../exchange/measures.ts';
import { currentText } from '../../model/measure-words.ts';
import { shortLabel } from '../../model/naming.ts';
import { latestValue } from '../../model/values.ts';
import type { CurrentValue, KeyResult, Metric } from '../../model/strategy.ts';
import { missingFrom, pairUp } from '../bags.ts';
import { exactAmount, inUnit, minus } from '../exact.ts';
import { checkinKey, confidenceKey, dateKey, valueKey } from '../keys.ts';
import type { Delta } from '../review.ts';
import { counted, wasIs } from '../sentences.ts';
import { valueSpan } from '../spans.ts';
import { valueText } from '../text.ts';
import type { View } from '../view.ts';

type CheckinProperty = PropertyNamed<'checkin'>;
const LAST_DAY = Number.MAX_SAFE_INTEGER as Day;

/** Records what came, went and was rewritten. Later ones are told once, with the value that they lead to. */
export function compareCheckins(view: View<KeyResult | Metric>): void {
  if (!view.take('checkin')) return;
  const { base, head } = view;
  const [ofBase, ofHead] = [allProperties(base.declaration, 'checkin'), allProperties(head.declaration, 'checkin')];
  const keyOf = ({ value }: CheckinProperty): string => checkinKey(value);
  // Those of one day are one, rewritten.
  const { pairs, before, after } = pairUp(missingFrom(ofBase, ofHead, keyOf), missingFrom(ofHead, ofBase, keyOf), ({ value }) => dateKey(value.date));
  for (const [was, is] of pairs) if (!was.broken && !is.broken) recordRewritten(view, was, is);
  // What is missing beside a syntax error may be hidden by it.
  if (view.isWhole.base()) recordNew(view, after.filter(isRead), lastDay(ofBase));
  if (view.isWhole.head()) recordRemoved(view, before.filter(isRead), lastDay(ofHead));
}

function isRead({ broken }: CheckinProperty): boolean {
  return !broken;
}

function recordRewritten({ base, head, comparing }: View<KeyResult | Metric>, was: CheckinProperty, is: CheckinProperty): void {
  const [before, after] = [valueText(base, was), valueText(head, is)];
  const onlyNote = valueKey(was.value.value) === valueKey(is.value.value) && confidenceKey(was.value.confidence) === confidenceKey(is.value.confidence);
  comparing.ledger.record({
    kind: 'checkin-rewritten', base, head, property: 'checkin', before, after, spans: [valueSpan(was), valueSpan(is)],
    ...onlyNote ? { risk: 'low' as const } : {},
    message: `${onlyNote ? 'The note of a past check-in' : 'A past check-in'} of ${shortLabel(head)} was rewritten${wasIs(before, after)}.`,
  });
}

function recordNew(view: View<KeyResult | Metric>, checkins: readonly CheckinProperty[], last: Day): void {
  const { base, head, comparing } = view;
  const { later, earlier } = parted(checkins, last);
  const [latest] = later.toReversed();
  if (latest !== undefined) {
    const [before, after] = [currentOf(base), currentOf(head)];
    comparing.ledger.record({
      kind: 'checkin-added', base, head, property: 'checkin', before: valueOf(before), after: valueOf(after), spans: [null, valueSpan(latest)], delta: deltaOf(before, after),
      message: `${counted(later.length, 'check-in')} of ${shortLabel(head)}: ${becameText(before, after)}.`,
    });
  }
  for (const checkin of earlier) {
    const after = valueText(head, checkin);
    comparing.ledger.record({
      kind: 'checkin-backdated', base, head, property: 'checkin', after, spans: [null, valueSpan(checkin)],
      message: `A check-in of ${shortLabel(head)} was put in for a day up to its last one: ${after}.`,
    });
  }
}

/** The mirror of `recordNew`. */
function recordRemoved(view: View<KeyResult | Metric>, checkins: readonly CheckinProperty[], last: Day): void {
  const { base, head, comparing } = view;
  const { later, earlier } = parted(checkins, last);
  const [latest] = later.toReversed();
  if (latest !== undefined) {
    const [before, after] = [currentOf(base), currentOf(head)];
    comparing.ledger.record({
      kind: 'checkin-removed', base, head, property: 'checkin', before: valueOf(before), after: valueOf(after), spans: [valueSpan(latest), null], delta: deltaOf(before, after),
      message: `${counted(later.length, 'check-in')} of ${shortLabel(head)} removed: ${becameText(before, after)}.`,
    });
  }
  for (const checkin of earlier) {
    const before = valueText(base, checkin);
    comparing.ledger.record({
      kind: 'checkin-removed', base, head, property: 'checkin', before, spans: [valueSpan(checkin), null],
      message: `A check-in of ${shortLabel(head)} removed: ${before}.`,
    });
  }
}

/** Those after a day, in the order of their days, and the others. */
function parted(checkins: readonly CheckinProperty[], last: Day) {
  const dayOf = ({ value }: CheckinProperty): number => value.date?.day ?? -Infinity;
  return {
    later: checkins.filter((checkin) => dayOf(checkin) > last).sort((a, b) => dayOf(a) - dayOf(b)),
    earlier: checkins.filter((checkin) => dayOf(checkin) <= last),
  };
}

function lastDay(checkins: readonly CheckinProperty[]): Day {
  return checkins.reduce((last, { value }) => Math.max(last, value.date?.day ?? -Infinity), -Infinity) as Day;
}

/** The value after all check-ins, whatever the day; without one its `now`, else that of its metric. */
function currentOf(entity: KeyResult | Metric): CurrentValue | null {
  const own = latestValue(entity.checkins, LAST_DAY);
  if (own !== null) return own;
  if (entity.kind === 'metric') return entity.now.value;
  if (entity.current?.source === 'now') return entity.current;
  return entity.metric === null ? null : latestValue(entity.metric.checkins, LAST_DAY) ?? entity.metric.now.value;
}

function valueOf(current: CurrentValue | null): string | null {
  return current === null ? null : currentText(current);
}

function becameText(before: CurrentValue | null, after: CurrentValue | null): string {
  const [was, is] = [valueOf(before) ?? 'no value', valueOf(after) ?? 'no value'];
  return was === is ? `still ${is}` : `${was} became ${is}`;
}

function deltaOf(before: CurrentValue | null, after: CurrentValue | null): Delta | null {
  const [from, to] = [before?.quantity ?? null, after?.quantity ?? null];
  const [was, is] = [from === null ? null : exactAmount(from), to === null ? null : exactAmount(to)];
  if (from === null || was === null || is === null) return null;
  const { unit } = from;
  return { value: inUnit(minus(is, was), from), unit: unit.kind === 'percent' ? 'pp' : unitText(unit) };
}
