/**
 * Text of strategy files in a comment: it is data, whatever it says. It can close no table, block or list, is read as
 * no HTML and as no Markdown, links nowhere, and mentions no person, issue, merge request or commit.
 */

/** UTF-16 units of one text that are shown. */
const LONGEST = 300;
/** U+200B: what stands on both sides of it is no longer one word to a host that looks for references in text. */
const APART = '\u200b';

/** Plain text in one line, for a table's cell, a list's item or the text of a link. */
export function escaped(text: string, longest: number = LONGEST): string {
  const line = shortened(text.replace(/[\s\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/gu, ' ').replace(/\p{Cs}/gu, '\ufffd').trim(), longest);
  return apart(line)
    .replace(/[\\`*_[\]~|]|\$(?!\d)/g, '\\$&')
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    .replace(/^(?=[-+=#])|(?<=^\d+)(?=[.)](?:\s|$))/, '\\');
}

/** Every sign with which a host's references, mentions and bare links begin, taken apart from what follows it. */
export function apart(line: string): string {
  return line
    .replace(/@(?=[\p{L}\p{N}_-])|[#~](?=[\p{L}\p{N}_"])|[!&](?=\d)|(?<![\p{L}\p{N}])%(?=[\p{L}\p{N}"])/gu, `$&${APART}`)
    .replace(/\b(?:GH|gh)-(?=\d)/g, `$&${APART}`)
    .replace(/:(?=\/\/)|\bwww(?=\.)|\b(?:mailto|xmpp):/gi, `$&${APART}`)
    .replace(/\b[0-9a-f]{7}(?=[0-9a-f]*\b)/gi, (part) => (/\d/.test(part) && /[a-f]/i.test(part) ? `${part.slice(0, 3)}${APART}${part.slice(3)}` : part));
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
