import type { KeyResult, MeasureReading } from '../model/strategy.ts';
import { isReadable } from './judged-measures.ts';
import type { Scope } from './scope.ts';

/** A key result whose words are read, with its measure and title. */
export interface WordedKeyResult {
  readonly keyResult: KeyResult;
  readonly reading: MeasureReading;
  readonly title: string;
}

/**
 * The judged key results whose words are read: `unmeasured-key-result` and `no-change` spare a key result all rules
 * on words (language.md section 6, "One mistake, one finding").
 */
export function wordedKeyResults(scope: Scope): readonly WordedKeyResult[] {
  let worded = known.get(scope);
  if (worded === undefined) {
    worded = gather(scope);
    known.set(scope, worded);
  }
  return worded;
}

const known = new WeakMap<Scope, readonly WordedKeyResult[]>();

function gather({ keyResults }: Scope): readonly WordedKeyResult[] {
  const worded: WordedKeyResult[] = [];
  for (const keyResult of keyResults) {
    const { reading, title } = keyResult;
    if (!keyResult.judged || reading === null || title === null) continue;
    if (reading.direction === 0 && isReadable(reading)) continue;
    worded.push({ keyResult, reading, title });
  }
  return worded;
}
