/** A review in one sentence, by meaning (review.md section 6). */

import type { Tally } from './tally.ts';

export interface VerdictInput {
  readonly tally: Tally;
  /** Changes in meaning. */
  readonly changes: number;
  /** Files of which the text differs. */
  readonly differingFiles: number;
  /** Files of head that could not be read whole; null where all could. */
  readonly damagedFiles: number | null;
}

/** `1 promise weakened and 1 objective no longer serves any goal; 1 date slips; 3 check-ins reported.` */
export function verdict({ tally, changes, differingFiles, damagedFiles }: VerdictInput): string {
  const sentence = changes === 0 ? nothingChanged(differingFiles) : changed(tally);
  if (damagedFiles === null) return sentence;
  const damage = damagedFiles === 1 ? '1 file could not be read whole' : `${damagedFiles} files could not be read whole`;
  return `incomplete, ${damage}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function nothingChanged(differingFiles: number): string {
  if (differingFiles === 0) return 'No change in meaning.';
  return `No change in meaning (${counted(differingFiles, 'file', 'files')} reformatted).`;
}

function changed({ weakened, unaligned, rewritten, erased, slips, checkins }: Tally): string {
  const worst = [
    ...weakened === 0 ? [] : [`${counted(weakened, 'promise', 'promises')} weakened`],
    ...unaligned === 0 ? [] : [`${counted(unaligned, 'objective no longer serves', 'objectives no longer serve')} any goal`],
  ];
  const parts = [
    worst.length === 0 ? 'No promise is weakened' : worst.join(' and '),
    ...rewritten === 0 ? [] : [`${counted(rewritten, 'past check-in', 'past check-ins')} rewritten`],
    ...erased === 0 ? [] : [`${counted(erased, 'past check-in', 'past check-ins')} removed`],
    ...slips === 0 ? [] : [counted(slips, 'date slips', 'dates slip')],
    ...checkins === 0 ? [] : [`${counted(checkins, 'check-in', 'check-ins')} reported`],
  ];
  return `${parts.join('; ')}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
