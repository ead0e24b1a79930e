/** Where the places of a review are shown to a reader of the comment. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Location, SideName } from '../review.ts';

/** The address of a place on a side; null where it has none. */
export type LinkTo = (side: SideName, place: Location) => string | null;

/** Relative to the file's repository: for a page that is kept in it. */
export const relativeLinks: LinkTo = (_side, { file, range }) => `${path(file)}#L${range.start.line + 1}`;

/** To the file as it is in a commit of each side; without a commit relative. `blob` is the address before the commit: `https://github.com/acme/okrs/blob`. */
export function commitLinks(blob: string, commits: Readonly<Record<SideName, string | null>>): LinkTo {
  return (side, place) => {
    const commit = commits[side];
    return commit === null ? relativeLinks(side, place) : `${blob}/${commit}/${path(place.file)}#L${place.range.start.line + 1}`;
  };
}

/** To the line in the changed files of a pull request on GitHub, which stays the same from push to push. */
export function pullRequestLinks(pullRequest: string): LinkTo {
  return (side, { file, range }) => `${pullRequest}/files#diff-${bytesToHex(sha256(utf8ToBytes(file)))}${side === 'base' ? 'L' : 'R'}${range.start.line + 1}`;
}

/** A path in an address, with nothing in it that could end a link. */
function path(file: string): string {
  return file.split('/').map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');
}
