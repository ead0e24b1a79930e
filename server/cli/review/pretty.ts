/** `review --format pretty`: for people at a terminal, what matters first. */

import { shown } from '../../model/shown.ts';
import { RISKS, type Risk } from '../../review/kinds.ts';
import type { Change, FindingEntry, Location, Review, ScoreChange } from '../../review/review.ts';
import { healthStep, scoreParts, scoreStep } from '../../review/score-words.ts';
import { countText, effectText, nameOf, RISK_TITLES, sidesText, stepOf } from '../../review/words.ts';
import type { Severity } from '../../rules/rule.ts';
import { hasFailed } from '../../review/failing.ts';
import { plain, type Colour, type Paint } from '../style.ts';
import type { ReviewReport } from './format.ts';

export interface PrettyReviewOptions {
  readonly paint: Paint;
}

const COLOURS: Readonly<Record<Risk, Colour>> = { high: 'red', medium: 'yellow', low: 'blue', info: 'cyan' };
const SEVERITY_COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' };
const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'hint' };
/** Of what is worth a line each, and no more. */
const BRIEF: ReadonlySet<Risk> = new Set(['low', 'info']);
/** Effects of one change that people are shown. */
const MOST_EFFECTS = 6;

/** The verdict; changes by risk with what follows from them; findings; scores; what could not be compared. */
export function* pretty({ review, failOn }: ReviewReport, { paint }: PrettyReviewOptions = { paint: plain }): Generator<string> {
  const { changes, findings, scores, summary, complete } = review;
  const colour: Colour = !complete || summary.worst === 'high' || hasFailed(review, failOn) ? 'red' : summary.worst === 'medium' ? 'yellow' : 'green';
  yield `${paint(shown(summary.verdict), 'bold', colour)}\n`;
  yield `${paint(shown(`${sidesText(review)}${review.asOf === null ? '' : `, as of ${review.asOf}`}`), 'dim')}\n`;
  for (const risk of RISKS) {
    const ofRisk = changes.filter((change) => change.risk === risk);
    if (ofRisk.length > 0) yield heading(`${RISK_TITLES[risk]} (${ofRisk.length})`, COLOURS[risk], paint);
    for (const change of ofRisk) yield* BRIEF.has(risk) ? brief(change, paint) : full(change, paint);
  }
  yield* findingsPart('Findings that this brings', findings.introduced, paint);
  yield* findingsPart('Silenced, not mended', findings.silenced, paint);
  yield* findingsPart('Mended', findings.fixed, paint);
  if (findings.gone.length > 0) {
    const count = findings.gone.length;
    yield `\n${paint(`${count === 1 ? '1 finding is' : `${count} findings are`} gone with what ${count === 1 ? 'it was' : 'they were'} about, or with ${count === 1 ? 'its' : 'their'} meaning.`, 'dim')}\n`;
  }
  if (scores.length > 0) yield heading(`Scores (${scores.length})`, 'cyan', paint);
  for (const score of scores) yield scoreLine(score, paint);
  yield* unreadablePart(review, paint);
  for (const note of review.notes) yield `\n${paint('note', 'bold')}: ${shown(note)}\n`;
  if (summary.total > 0) yield `\n${paint(countText(summary), 'bold')}\n`;
}

function heading(text: string, colour: Colour, paint: Paint): string {
  return `\n${paint(text, 'bold', colour)}\n`;
}

/** What a leader has to decide on: from what to what, who owns it, what follows, where it stands. */
function* full(change: Change, paint: Paint): Generator<string> {
  const { message, risk, accepted, subject, effects, fingerprint } = change;
  yield `  ${paint('●', COLOURS[risk])} ${paint(shown(message), 'bold')}\n`;
  const step = stepOf(change);
  if (step !== null && !saysItself(change)) yield `      ${shown(step)}\n`;
  const facts = [
    ...subject.owners.length === 0 ? [] : [`owner ${subject.owners.join(', ')}`],
    ...subject.goals.length === 0 ? [] : [`serves ${subject.goals.join(', ')}`],
  ];
  if (facts.length > 0) yield `      ${shown(facts.join(' · '))}\n`;
  for (const effect of effects.slice(0, MOST_EFFECTS)) yield `      then ${shown(effectText(effect))}\n`;
  if (effects.length > MOST_EFFECTS) yield `      and ${effects.length - MOST_EFFECTS} more effects\n`;
  if (accepted !== null) yield `      ${paint('accepted', 'green')}: ${shown(accepted)}\n`;
  yield `      ${paint(shown([placeOf(change.head ?? change.base), fingerprint].filter((part) => part !== null).join(' · ')), 'dim')}\n`;
}

/** The message names both values already. */
function saysItself({ message, before, after }: Change): boolean {
  return (before === null || message.includes(before)) && (after === null || message.includes(after));
}

function* brief(change: Change, paint: Paint): Generator<string> {
  const { message, risk, accepted, fingerprint } = change;
  const reason = accepted === null ? '' : ` (accepted: ${accepted})`;
  yield `  ${paint('·', COLOURS[risk])} ${shown(message + reason)} ${paint(shown([placeOf(change.head ?? change.base), fingerprint].filter((part) => part !== null).join(' · ')), 'dim')}\n`;
  for (const effect of change.effects.slice(0, MOST_EFFECTS)) yield `      then ${shown(effectText(effect))}\n`;
  if (change.effects.length > MOST_EFFECTS) yield `      and ${change.effects.length - MOST_EFFECTS} more effects\n`;
}

function placeOf(place: Location | null): string | null {
  return place === null ? null : `${place.file}:${place.range.start.line + 1}:${place.range.start.character + 1}`;
}

function* findingsPart(title: string, findings: readonly FindingEntry[], paint: Paint): Generator<string> {
  if (findings.length === 0) return;
  yield heading(`${title} (${findings.length})`, 'cyan', paint);
  for (const finding of findings) {
    const { severity, code, message, causedBy } = finding;
    yield `  ${paint(`${SEVERITY_WORDS[severity]}[${code}]`, 'bold', SEVERITY_COLOURS[severity])}: ${shown(message)}\n`;
    const causes = causedBy.length === 0 ? '' : ` · by ${causedBy.join(', ')}`;
    yield `      ${paint(`${shown(placeOf(finding) ?? '')}${causes}`, 'dim')}\n`;
  }
}

function scoreLine(score: ScoreChange, paint: Paint): string {
  const { byProgress, byDefinition } = scoreParts(score);
  const parts = score.byDefinition === null ? '' : `  (${byProgress} by progress, ${byDefinition} by what is measured)`;
  const step = paint(scoreStep(score), 'bold');
  return `  ${score.type} ${shown(nameOf(score))}  ${step}${parts}  ${healthStep(score.health)}\n`;
}

function* unreadablePart({ unreadable }: Pick<Review, 'unreadable'>, paint: Paint): Generator<string> {
  if (unreadable.length === 0) return;
  yield heading(`Not compared (${unreadable.length})`, 'red', paint);
  for (const entry of unreadable) {
    yield `  ${entry.side}: ${shown(entry.message)}\n      ${paint(shown(placeOf(entry) ?? ''), 'dim')}\n`;
    if (entry.hides.length > 0) yield `      may hide ${shown(entry.hides.join(', '))}\n`;
  }
}
