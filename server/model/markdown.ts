/** Text of strategy files in Markdown: it is data, whatever it says. */

const LONGEST_TEXT = 400;
const LONGEST_DOCUMENTATION = 8_000;

/** Plain text in one line, with everything escaped that Markdown or HTML would read. */
export function escapeMarkdown(text: string): string {
  const line = shorten(text, LONGEST_TEXT).replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line
    .replace(/[\\`*_[\]|~@]|^[#+\-=>]|(?<=^\d+)[.)]|:(?=\/\/)|(?<=^|\W)www(?=\.)|\$(?=\()/gi, (special) => (special.length > 1 ? `${special}\\` : `\\${special}`))
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Source text as inline code, in one line. */
export function code(text: string): string {
  const line = shorten(text, LONGEST_TEXT).replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/**
 * The documentation of a declaration, which is Markdown by itself. Pictures become links, so that showing it loads
 * nothing from elsewhere; links go only where a link may go; HTML is shown, not read.
 */
export function documentation(markdown: string): string {
  return shorten(markdown, LONGEST_DOCUMENTATION)
    .replace(/!\[/g, '[')
    .replace(/(\]\(\s*<?|^ {0,3}\[[^\]\n]*\]:\s*<?)(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/gim, '$1#')
    .replace(/<(?=[a-z/!?])(?!https?:\/\/|mailto:)/gi, '&lt;');
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
