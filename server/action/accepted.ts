/** Changes that commits of a pull request accept, by trailers `Throughline-accept: FINGERPRINT reason` (review.md section 6). */

import type { Git } from '../cli/git/git.ts';

const KEY = 'Throughline-accept';
const LINE = /^(?<fingerprint>[0-9a-f]{12})\s+(?<reason>\S.*)$/i;

export interface AcceptedTrailers {
  /** Reasons by fingerprint. */
  readonly accepted: ReadonlyMap<string, string>;
  /** Trailers that say no fingerprint, or no reason. */
  readonly malformed: readonly string[];
}

/** The trailers of the commits that are in head and not in base; of one fingerprint the newest holds. */
export async function acceptedIn(git: Git, base: string, head: string): Promise<AcceptedTrailers> {
  const format = `--format=%(trailers:key=${KEY},valueonly=true,unfold=true)`;
  const out = await git.output(['log', '--no-show-signature', '-z', format, '--end-of-options', `${base}..${head}`], 'the commits could not be read');
  const accepted = new Map<string, string>();
  const malformed: string[] = [];
  for (const line of out.toString().split(/[\0\n]/).map((one) => one.trim())) {
    if (line === '') continue;
    const { fingerprint, reason } = LINE.exec(line)?.groups ?? {};
    if (fingerprint === undefined || reason === undefined) malformed.push(line);
    else if (!accepted.has(fingerprint.toLowerCase())) accepted.set(fingerprint.toLowerCase(), reason.trim());
  }
  return { accepted, malformed };
}
