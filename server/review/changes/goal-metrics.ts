/** The metrics of a goal: which they are, and what each is to move from and to. */

import type { PropertyNamed, Span } from '../../../grammar/tree.ts';
import { deadline, knownDays } from '../../model/planning.ts';
import { shortLabel } from '../../model/naming.ts';
import type { Goal, GoalMetric } from '../../model/strategy.ts';
import { pairUp } from '../bags.ts';
import { goalMetricKey, valueKey, type LinkOf } from '../keys.ts';
import { textOf, valueText } from '../text.ts';
import { linksAcross, type View } from '../view.ts';
import { goalMeasureOf } from '../worked-measure.ts';
import { deadlineChange } from './deadline.ts';
import { recordMeasure } from './measure.ts';

interface Line {
  readonly metric: GoalMetric;
  /** What the metric is; equal on both sides where it is the same one. */
  readonly which: string;
  /** All that the line says. */
  readonly key: string;
}

/** Records metrics that came or went, and changes of the measures of those that stayed. */
export function compareGoalMetrics(view: View<Goal>): void {
  if (!view.take('metric')) return;
  const { base, head, comparing } = view;
  const unlike = pairUp(linesOf(view, base, linksAcross(base, head)), linesOf(view, head, linksAcross(head, base)), ({ key }) => key);
  const { pairs: stayed, before, after } = pairUp(unlike.before, unlike.after, ({ which }) => which);
  for (const [was, is] of stayed) compareLine(view, was.metric, is.metric);
  if (view.isWhole.head()) {
    for (const { metric } of before) {
      const text = valueText(base, metric.property);
      comparing.ledger.record({ kind: 'goal-metric-removed', base, head, property: 'metric', before: text, spans: [metric.property.span, null], message: `${shortLabel(head)} is no longer measured by ${named(metric)}.` });
    }
  }
  if (view.isWhole.base()) {
    for (const { metric } of after) {
      const text = valueText(head, metric.property);
      comparing.ledger.record({ kind: 'goal-metric-added', base, head, property: 'metric', after: text, spans: [null, metric.property.span], message: `${shortLabel(head)} is now measured by ${named(metric)} too.` });
    }
  }
}

function linesOf(view: View<Goal>, goal: Goal, linkOf: LinkOf): readonly Line[] {
  return goal.metrics.filter(({ property }) => !property.broken).map((metric) => {
    const { reference } = metric.link;
    const target = linkOf(reference)?.target ?? null;
    return { metric, which: target === null ? `?${reference.text}` : view.identity(target), key: goalMetricKey(metric.property.value, linkOf, view.identity) };
  });
}

function compareLine(view: View<Goal>, was: GoalMetric, is: GoalMetric): void {
  const { base, head, comparing } = view;
  const by = head.metrics.length > 1 ? ` by ${named(is)}` : '';
  const entries = recordMeasure({
    base, head, property: 'metric', before: goalMeasureOf(base, was), after: goalMeasureOf(head, is), other: null, by,
  }, comparing);
  const [now, nowThen] = [was.property.value.now[0] ?? null, is.property.value.now[0] ?? null];
  if (valueKey(now?.value ?? null) !== valueKey(nowThen?.value ?? null) && !entries.some(({ found }) => found.kind === 'measure-changed')) {
    const [before, after] = [now === null ? null : valueTextAt(base, now.word, now.span), nowThen === null ? null : valueTextAt(head, nowThen.word, nowThen.span)];
    comparing.ledger.record({
      kind: 'now-changed', base, head, property: 'now', before, after, spans: [now?.span ?? was.property.span, nowThen?.span ?? is.property.span],
      message: `Current value of ${shortLabel(head)}${by}: ${before ?? 'none'} became ${after ?? 'none'}.`,
    });
  }
  const [till, tillNow] = [dayOf(base, was.property), dayOf(head, is.property)];
  if (till.text === null && tillNow.text === null) return;
  if (till.day === tillNow.day && (till.day !== null || till.text === tillNow.text)) return;
  comparing.ledger.record(deadlineChange({
    base, head, property: 'by', before: till.text, after: tillNow.text, spans: [till.span, tillNow.span],
    was: till.day, is: tillNow.day, asOf: comparing.asOf, isBeyond: false,
  }));
}

function valueTextAt(goal: Goal, word: Span, span: Span): string {
  return textOf(goal, { start: word.end, end: span.end });
}

function dayOf(goal: Goal, { value }: PropertyNamed<'metric'>) {
  const clause = value.by[0];
  if (clause === undefined) return { day: knownDays(goal.period)?.end ?? null, text: null, span: null };
  const span = { start: clause.word.end, end: clause.span.end };
  return { day: deadline(clause, goal), text: textOf(goal, span), span };
}

function named({ metric, link }: GoalMetric): string {
  return metric === null ? `'${link.reference.text}'` : shortLabel(metric);
}
