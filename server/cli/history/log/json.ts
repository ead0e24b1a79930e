/** `log --format json`: the contract of `docs/log.schema.json`. */

import { changeData } from '../../../review/json.ts';
import type { Life } from './life.ts';

/** The document. Every key is always there. */
export function json({ subject, exists, since, entries, isCut }: Life): string {
  return `${JSON.stringify({
    version: 1,
    subject: { root: subject.root, type: subject.type, id: subject.id, title: subject.title, exists },
    since, complete: !isCut,
    entries: entries.map(({ commit, id, changes }) => ({
      commit: commit.id, date: commit.date, author: { name: commit.author.name, email: commit.author.email }, message: commit.message, id,
      changes: changes.map(changeData),
    })),
  }, null, 2)}\n`;
}
