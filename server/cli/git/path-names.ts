/** Names of files as git lists them: any bytes but NUL, one after the other. */

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A path in text: UTF-8 as it stands; of any other, each byte that is no ASCII as `\xff`. */
export function pathText(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return [...bytes].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`)).join('');
  }
}

/** Cuts a stream of entries that each end in NUL; call the function with each piece. Entries are handed on whole. */
export function entries(onEntry: (entry: Buffer) => void): (data: Buffer) => void {
  let rest: Buffer[] = [];
  return (data) => {
    let at = 0;
    for (let end = data.indexOf(0, at); end !== -1; end = data.indexOf(0, at)) {
      const piece = data.subarray(at, end);
      onEntry(rest.length === 0 ? piece : Buffer.concat([...rest, piece]));
      rest = [];
      at = end + 1;
    }
    if (at < data.length) rest.push(data.subarray(at));
  };
}
