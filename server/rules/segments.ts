/** Whom a key result is about. */

import { firstProperty } from '../../grammar/tree.ts';
import type { KeyResult } from '../model/strategy.ts';

/**
 * Equal for key results about the same segment (case and outer spaces aside), or all about everyone; null where what
 * it says could not be read.
 */
export function segmentKey(keyResult: KeyResult): string | null {
  const property = firstProperty(keyResult.declaration, 'segment');
  if (property === undefined) return '';
  return property.value === null ? null : `:${property.value.value.trim().toLowerCase()}`;
}
