/** Bytes to text: strict UTF-8, as language.md section 2 asks. */

/**
 * A text as read. `bom` tells that a byte-order mark stood before it: it is no part of the text, so that places are
 * those that an editor shows, and whoever writes the file back puts it there again.
 */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly bom: boolean }
  | { readonly ok: false; readonly reason: string };

/** The text of a file, or why it is none. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { ok: false, reason: 'is UTF-16, not UTF-8; save it as UTF-8' };
  }
  const bom = first === 0xef && second === 0xbb && third === 0xbf;
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bom };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, reason: 'is not UTF-8; save it as UTF-8' };
  }
}

/** A text as it stands in a file, with the byte-order mark it had. */
export function encode(text: string, bom: boolean): Uint8Array {
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text);
}
