/** `review --format json`: the contract of `docs/review.schema.json`. */

import type { Change, Effect, FindingEntry, Location, Range, Review, ScoreChange, Subject, Unreadable } from './review.ts';

/** The document. Every key is always there. */
export function reviewJson(review: Review): string {
  const { version, asOf, complete, base, head, summary, changes, findings, scores, unreadable, notes } = review;
  return `${JSON.stringify({
    version, asOf, complete,
    base: { given: base.given, commit: base.commit },
    head: { given: head.given, commit: head.commit, workTree: head.workTree },
    summary: {
      total: summary.total, high: summary.high, medium: summary.medium, low: summary.low, info: summary.info,
      accepted: summary.accepted, worst: summary.worst, verdict: summary.verdict,
    },
    changes: changes.map(changeData),
    findings: {
      introduced: findings.introduced.map(findingData), fixed: findings.fixed.map(findingData),
      silenced: findings.silenced.map(findingData), gone: findings.gone.map(findingData),
    },
    scores: scores.map(scoreData),
    unreadable: unreadable.map(unreadableData),
    notes,
  }, null, 2)}\n`;
}

/** A change as data; the history writes it too. */
export function changeData({ fingerprint, kind, risk, root, subject, property, before, after, delta, base, head, effects, confidence, becomes, accepted, message }: Change) {
  return {
    fingerprint, kind, risk, root, subject: subjectData(subject), property, before, after,
    delta: delta === null ? null : { value: delta.value, unit: delta.unit },
    base: base === null ? null : locationData(base), head: head === null ? null : locationData(head),
    effects: effects.map(effectData), confidence,
    becomes: becomes === null ? null : { type: becomes.type, id: becomes.id }, accepted, message,
  };
}

function effectData({ subject, what, before, after }: Effect) {
  return { subject: subjectData(subject), what, before, after };
}

function findingData({ code, severity, side, file, range, message, subject, causedBy }: FindingEntry) {
  return { code, severity, side, file, range: rangeData(range), message, subject: subject === null ? null : subjectData(subject), causedBy };
}

function scoreData({ type, id, title, before, after, byProgress, byDefinition, health }: ScoreChange) {
  return { type, id, title, before, after, byProgress, byDefinition, health: { before: health.before, after: health.after } };
}

function unreadableData({ side, file, range, message, hides }: Unreadable) {
  return { side, file, range: rangeData(range), message, hides };
}

function subjectData({ type, id, title, was, objective, goals, owners }: Subject) {
  return { type, id, title, was, objective, goals, owners };
}

function locationData({ file, range }: Location) {
  return { file, range: rangeData(range) };
}

function rangeData({ start, end }: Range) {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
