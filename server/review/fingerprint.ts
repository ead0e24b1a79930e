/** A name for a change that stays as long as the change says the same (review.md section 6). */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Change } from './review.ts';

const DIGITS = 12;

/** 12 hex digits of the SHA-256 of root, kind, type, id, property, before and after; not of message, risk, place or as-of. */
export function fingerprint({ root, kind, subject, property, before, after }: Pick<Change, 'root' | 'kind' | 'subject' | 'property' | 'before' | 'after'>): string {
  const text = JSON.stringify([root, kind, subject.type, subject.id, property, before, after]);
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, DIGITS);
}
