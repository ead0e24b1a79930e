/** `log --format markdown`: the life of one thing, for a page or an issue. */

import { code, escapeMarkdown } from '../../../model/markdown.ts';
import { CUT, dayText, firstLine, SHORT_ID, type Life } from './life.ts';

/** A heading, then a list with an item for each commit. */
export function* markdown({ subject, exists, entries, isCut }: Life): Generator<string> {
  yield `## ${escapeMarkdown(subject.title ?? subject.id)}\n\n`;
  yield `The life of the ${subject.type} ${code(subject.id)}${exists ? '' : ', which is not there any more'}, newest first.\n\n`;
  for (const { commit, id, changes } of entries) {
    const name = id === subject.id ? '' : `, as ${code(id)}`;
    yield `- **${dayText(commit)}** ${escapeMarkdown(commit.author.name)}, ${code(commit.id.slice(0, SHORT_ID))}${name}: ${escapeMarkdown(firstLine(commit))}\n`;
    for (const { message, risk } of changes) yield `  - ${risk === 'high' || risk === 'medium' ? `${risk} risk: ` : ''}${escapeMarkdown(message)}\n`;
  }
  if (entries.length === 0) yield 'Nothing of it changed.\n';
  if (isCut) yield `\n${CUT}\n`;
}
