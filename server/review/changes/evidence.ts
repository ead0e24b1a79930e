/** What makes one believe that something is worth doing: evidence that came, and evidence that went. */

import type { PropertyNamed } from '../../../grammar/tree.ts';
import { allProperties } from '../../../grammar/tree.ts';
import type { Goal, Objective } from '../../model/strategy.ts';
import { missingFrom } from '../bags.ts';
import { evidenceKey } from '../keys.ts';
import { midLabel } from '../sentences.ts';
import { valueSpan } from '../spans.ts';
import { valueText } from '../text.ts';
import type { View } from '../view.ts';

type Evidence = PropertyNamed<'evidence'>;
const FIRST_HAND: ReadonlySet<string> = new Set(['interview', 'data', 'experiment']);

/** Records each piece of evidence that is on one side only. */
export function compareEvidence(view: View<Goal | Objective>): void {
  if (!view.take('evidence')) return;
  const { base, head, comparing } = view;
  const [before, after] = [allProperties(base.declaration, 'evidence'), allProperties(head.declaration, 'evidence')];
  const keyOf = ({ value }: Evidence): string => evidenceKey(value);
  const losesLast = base.kind === 'goal' && base.goalKind === 'customer' && !after.some(isFirstHand);
  if (view.isWhole.head()) {
    for (const evidence of missingFrom(before, after, keyOf).filter(isRead)) {
      comparing.ledger.record({
        kind: 'evidence-removed', base, head, property: 'evidence', before: valueText(base, evidence), spans: [valueSpan(evidence), null],
        ...losesLast && isFirstHand(evidence) ? { risk: 'high' as const } : {},
        message: `Evidence for ${midLabel(head)} removed: ${valueText(base, evidence)}${losesLast && isFirstHand(evidence) ? '. No first-hand evidence is left for what customers are to get' : ''}.`,
      });
    }
  }
  if (view.isWhole.base()) {
    for (const evidence of missingFrom(after, before, keyOf).filter(isRead)) {
      comparing.ledger.record({
        kind: 'evidence-added', base, head, property: 'evidence', after: valueText(head, evidence), spans: [null, valueSpan(evidence)],
        message: `Evidence for ${midLabel(head)} added: ${valueText(head, evidence)}.`,
      });
    }
  }
}

function isRead({ broken }: Evidence): boolean {
  return !broken;
}

function isFirstHand({ value }: Evidence): boolean {
  return value.word !== null && FIRST_HAND.has(value.word.text);
}
