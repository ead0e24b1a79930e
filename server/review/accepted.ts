/** Changes that somebody has accepted, with the reason (review.md section 6, `--accept`). */

import type { Review } from './review.ts';

/** A line `FINGERPRINT reason`. */
export interface Acceptance {
  /** Counted from 1. */
  readonly line: number;
  readonly fingerprint: string;
  readonly reason: string;
}

/** A line that is none. */
export interface AcceptanceProblem {
  readonly line: number;
  readonly message: string;
}

const LINE = /^(?<fingerprint>[0-9a-f]{12})(?:\s+(?<reason>\S.*))?$/i;

/** Reads lines `FINGERPRINT reason`; empty lines and those that begin with `#` say nothing. */
export function readAcceptances(text: string): { readonly acceptances: readonly Acceptance[]; readonly problems: readonly AcceptanceProblem[] } {
  const acceptances: Acceptance[] = [];
  const problems: AcceptanceProblem[] = [];
  for (const [index, raw] of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).entries()) {
    const written = raw.trim();
    if (written === '' || written.startsWith('#')) continue;
    const line = index + 1;
    const { fingerprint, reason } = LINE.exec(written)?.groups ?? {};
    if (fingerprint === undefined) problems.push({ line, message: 'expected the fingerprint of a change, 12 hexadecimal digits, and the reason for which it is accepted' });
    else if (reason === undefined) problems.push({ line, message: `expected the reason for which ${fingerprint} is accepted after it` });
    else acceptances.push({ line, fingerprint: fingerprint.toLowerCase(), reason });
  }
  return { acceptances, problems };
}

/** The reasons by fingerprint; of several for one change the first. */
export function reasonsOf(acceptances: readonly Pick<Acceptance, 'fingerprint' | 'reason'>[]): ReadonlyMap<string, string> {
  return new Map(acceptances.map(({ fingerprint, reason }) => [fingerprint, reason] as const).reverse());
}

/** Those that accept no change of a review. */
export function unusedAcceptances(acceptances: readonly Acceptance[], { changes }: Pick<Review, 'changes'>): readonly Acceptance[] {
  const found = new Set(changes.map(({ fingerprint }) => fingerprint));
  return acceptances.filter(({ fingerprint }) => !found.has(fingerprint));
}
