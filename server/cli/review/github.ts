/** `review --format github`: annotations on the changed lines of a pull request. */

import { changeFails, findingFails } from '../../review/failing.ts';
import type { Change, FindingEntry, Location } from '../../review/review.ts';
import { shown } from '../../model/shown.ts';
import { annotation, type AnnotationLevel } from '../formats/annotation.ts';
import type { ReviewReport } from './format.ts';

/** GitHub shows ten annotations of a level in one step and drops the rest without a word. */
const MOST_OF_A_LEVEL = 9;
const LEVELS: readonly AnnotationLevel[] = ['error', 'warning', 'notice'];

interface Annotated {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly place: Location | null;
  readonly lines: readonly string[];
}

/**
 * `error` for what makes the command fail, `warning` for other high risks, `notice` for medium: at most nine of each
 * and a tenth that counts the rest. Then the verdict for the log. `nameOf` names files as the host does.
 */
export function* github(report: ReviewReport, nameOf: (file: string) => string): Generator<string> {
  const all = annotations(report).map((one) => ({ ...one, place: one.place === null ? null : { ...one.place, file: nameOf(one.place.file) } }));
  for (const level of LEVELS) {
    const ofLevel = all.filter((one) => one.level === level);
    for (const { title, place, lines } of ofLevel.slice(0, MOST_OF_A_LEVEL)) yield `${annotation(level, title, place, lines)}\n`;
    const left = ofLevel.length - MOST_OF_A_LEVEL;
    if (left > 0) yield `${annotation(level, 'review', null, [`${left} more like these; throughline review lists them all.`])}\n`;
  }
  yield `${shown(report.review.summary.verdict)}\n`;
}

function annotations({ review, anchors, failOn }: ReviewReport): readonly Annotated[] {
  const { changes, findings, unreadable, complete } = review;
  return [
    ...complete || failOn === 'none' ? [] : unreadable.filter(({ side }) => side === 'head').map((place): Annotated => ({
      level: 'error', title: 'unreadable', place, lines: [place.message],
    })),
    ...changes.flatMap((change): readonly Annotated[] => {
      const level = changeFails(change, failOn) ? 'error' : levelOf(change);
      return level === null ? [] : [{ level, title: change.kind, place: change.head ?? anchors.get(change.fingerprint) ?? null, lines: linesOf(change) }];
    }),
    ...findings.introduced.flatMap((finding): readonly Annotated[] => {
      const level = findingFails(finding, failOn) ? 'error' : levelOfFinding(finding);
      return level === null ? [] : [{ level, title: finding.code, place: finding, lines: [finding.message] }];
    }),
  ];
}

function levelOf({ risk }: Change): AnnotationLevel | null {
  if (risk === 'high') return 'warning';
  return risk === 'medium' ? 'notice' : null;
}

/** An error counts as high, a warning as medium. */
function levelOfFinding({ severity }: FindingEntry): AnnotationLevel | null {
  if (severity === 'error') return 'warning';
  return severity === 'warning' ? 'notice' : null;
}

function linesOf({ message, risk, accepted, fingerprint }: Change): readonly string[] {
  return [message, accepted === null ? `Risk: ${risk}. Fingerprint: ${fingerprint}` : `Risk: ${risk}, accepted: ${accepted}`];
}
