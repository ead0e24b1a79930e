/** Names of files as relative URI references (RFC 3986), as reports for other tools hold them. */

/** Half a character, which no URI can hold. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** `okrs/übersicht 1.strategy` to `okrs/%C3%BCbersicht%201.strategy`; a part with a colon stays a path. */
export function relativeUri(file: string): string {
  return file.replace(LONE_SURROGATE, '\ufffd').split('/').map(encodeURIComponent).join('/');
}
