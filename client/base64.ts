/** Bytes as text, in both extension hosts. */

const BYTES_A_CALL = 0x8000;

/** In base 64, of any length. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In slices: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += BYTES_A_CALL) {
    binary += String.fromCharCode(...bytes.subarray(start, start + BYTES_A_CALL));
  }
  return btoa(binary);
}
