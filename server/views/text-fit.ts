/**
 * How wide text is, and how it is broken into lines, without a browser: pictures are laid out where there is none.
 * Widths are those of Helvetica and Arial, which the usual fonts of user interfaces are not wider than by much.
 */

/** Advance widths in thousandths of the font size, by character of ASCII from the space on (Adobe's Helvetica metrics). */
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** System fonts run a little wider than Helvetica. */
const ROOM = 1.06;
const BOLD = 1.14;
/** Longer texts are cut before they are measured: no picture has room for them. */
const LONGEST = 600;

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;
const WITHOUT_WIDTH = /\p{M}|\p{Cf}/u;

function widthOf(character: string): number {
  const known = ASCII[character.charCodeAt(0) - 32];
  if (known !== undefined) return known;
  if (character === '\u202f') return 200;
  if (WITHOUT_WIDTH.test(character)) return 0;
  if (WIDE.test(character)) return 1000;
  return character === character.toLocaleLowerCase('en') ? 560 : 690;
}

/** The width of a text in pixels at a font size in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size * (bold ? BOLD : 1) * ROOM / 1000;
}

export interface FittedText {
  readonly lines: readonly string[];
  /** Something was left out, which `…` stands for. */
  readonly cut: boolean;
}

/** A text in lines of a width in pixels, broken at spaces, within a word only where it is longer than a line; the last line ends with `…` where not all fits. */
export function fitText(text: string, width: number, most: number, size: number, bold = false): FittedText {
  const whole = oneLine(text);
  const words = whole.text.split(' ');
  const lines: string[] = [];
  let line = '';
  const { cut } = whole;
  while (words.length > 0) {
    const word = words.shift() ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      lines.push(ellipsis(longer, width, size, bold));
      return { lines, cut: true };
    }
    if (line === '') {
      const head = headOf(word, width, size, bold);
      lines.push(head);
      words.unshift(word.slice(head.length));
      continue;
    }
    lines.push(line);
    line = '';
    words.unshift(word);
  }
  if (line !== '') lines.push(cut ? ellipsis(line, width, size, bold) : line);
  else if (cut && lines.length > 0) lines.push('…');
  return { lines, cut };
}

/** A text on one line of a width in pixels. */
export function fitLine(text: string, width: number, size: number, bold = false): string {
  return fitText(text, width, 1, size, bold).lines[0] ?? '';
}

/** Spaces as one (but thin ones within numbers), and no longer than any picture needs. */
function oneLine(text: string): { readonly text: string; readonly cut: boolean } {
  const head = text.length > LONGEST ? text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '') : text;
  return { text: head.replace(/[^\S\u202f]+/g, ' ').trim(), cut: head.length < text.length };
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of a text from its start as fits, one character at least; no character that is written with several is torn. */
function headOf(text: string, width: number, size: number, bold: boolean): string {
  let head = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += textWidth(segment, size, bold);
    if (used > width && head !== '') break;
    head += segment;
  }
  return head;
}

function ellipsis(text: string, width: number, size: number, bold: boolean): string {
  return `${headOf(text, width - textWidth('…', size, bold), size, bold).trimEnd()}…`;
}
