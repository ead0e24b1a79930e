/** What was dropped, revived, finished, paused or taken back to a draft. */

import type { Goal, Initiative, KeyResult, Objective, StatusValue } from '../../model/strategy.ts';
import { isBelow } from '../../model/values.ts';
import { label } from '../../model/naming.ts';
import type { Risk } from '../kinds.ts';
import { spanOf } from '../spans.ts';
import { propertyText } from '../text.ts';
import type { View } from '../view.ts';

type Planned = Goal | Objective | KeyResult | Initiative;

/** A done thing with a lower score was finished before it got there. */
const REACHED = 0.7;

/** Records another status of its own, or another date or reason of it. */
export function compareStatus(view: View<Planned>): void {
  if (!view.take('status')) return;
  const { base, head, comparing } = view;
  const [was, is] = [base.status.own, head.status.own];
  const before = propertyText(base, 'status') ?? was;
  const after = propertyText(head, 'status') ?? is;
  const about = { base, head, property: 'status', before, after, spans: [spanOf(base, 'status'), spanOf(head, 'status')] as const };
  const reason = head.status.reason === null ? '' : `: ${head.status.reason}`;
  if (was === is) {
    comparing.ledger.record({ ...about, kind: 'status-changed', risk: 'info', byRowAlone: true, message: `${label(head)} is ${is} as before; since when or why was edited${reason}${stop(reason)}` });
  } else if (is === 'dropped') {
    comparing.ledger.record({ ...about, kind: `${head.kind}-dropped`, message: `${label(head)} dropped${reason}${stop(reason)}` });
  } else if (was === 'dropped') {
    comparing.ledger.record({ ...about, kind: `${head.kind}-revived`, byRowAlone: true, message: `${label(head)} revived: ${is} again after it had been dropped.` });
  } else {
    comparing.ledger.record({ ...about, kind: 'status-changed', risk: riskOfStatus(was, head), byRowAlone: true, message: `${label(head)} went from ${was} to ${is}${reason}${stop(reason)}` });
  }
}

function stop(reason: string): string {
  return /[.!?]$/.test(reason) ? '' : '.';
}

/** By what it became; what was done and is not any more was told too early. */
function riskOfStatus(was: StatusValue, head: Planned): Risk {
  switch (head.status.own) {
    case 'paused': return 'medium';
    case 'draft': return 'high';
    case 'done': return head.kind === 'initiative' || (head.score !== null && !isBelow(head.score, REACHED)) ? 'info' : 'medium';
    case 'active': case 'dropped': return was === 'done' ? 'medium' : 'low';
  }
}
