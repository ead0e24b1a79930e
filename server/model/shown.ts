/** Text of others for a terminal or a picture: control characters are shown, never sent. */

/**
 * What could move the cursor, colour the screen, break a line or turn the reading direction: control characters of
 * C0 and C1, line and paragraph separators, bidirectional controls; and a surrogate without its other half.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** Every unsafe character as a visible one: `\u001b` as `␛`, U+202E as `<U+202E>`. One line stays one line. */
export function shown(text: string): string {
  return text.replace(UNSAFE, picture);
}

/** As `shown`, but line ends stay. */
export function shownLines(text: string): string {
  return text.split('\n').map(shown).join('\n');
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
