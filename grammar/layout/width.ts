/** How wide a text stands in an editor, so that columns line up for every script. */

import stringWidth from 'string-width';

const PLAIN = /^[ -~]*$/;

/**
 * The width of a text on one line, in columns of a fixed-width font: one a character as readers count
 * them (a letter with its accents is one), two for wide East Asian characters and emoji (UAX #11).
 */
export function displayWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text, { countAnsiEscapeCodes: true });
}
