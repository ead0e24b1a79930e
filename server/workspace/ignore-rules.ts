/**
 * What `.gitignore` files pass over, read as git reads them: a deeper file has the last word, a later line before an
 * earlier one, and nothing in an ignored folder comes back.
 */

import createIgnore, { type Ignore } from 'ignore';

/** Folders that are passed over wherever they stand, whatever `.gitignore` says. */
const NEVER_ENTERED: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** The rules that hold in a folder and below it, with all paths below one base, `/` between. Immutable. */
export class IgnoreRules {
  readonly #rules: Ignore;
  readonly #ignoresCase: boolean;

  private constructor(rules: Ignore, ignoresCase: boolean) {
    this.#rules = rules;
    this.#ignoresCase = ignoresCase;
  }

  static none(ignoresCase: boolean): IgnoreRules {
    return new IgnoreRules(createIgnore({ ignorecase: ignoresCase }), ignoresCase);
  }

  /** These rules and those of a `.gitignore` in `folder` (below the base; `''` is the base itself). */
  and(folder: string, gitignore: string): IgnoreRules {
    const rules = createIgnore({ ignorecase: this.#ignoresCase }).add(this.#rules);
    for (const line of gitignore.split(/\r?\n/)) {
      const pattern = below(folder, line);
      if (pattern !== null) rules.add({ pattern });
    }
    return new IgnoreRules(rules, this.#ignoresCase);
  }

  /** Whether a path below the base is passed over. */
  ignores(path: string, isFolder: boolean): boolean {
    if (isFolder && NEVER_ENTERED.has(path.slice(path.lastIndexOf('/') + 1))) return true;
    return this.#rules.ignores(isFolder ? `${path}/` : path);
  }
}

/** A line of the `.gitignore` in `folder` as the base's own would say it; null for a comment or an empty line. */
function below(folder: string, line: string): string | null {
  if (line.trim() === '' || line.startsWith('#')) return null;
  if (folder === '') return line;
  const negation = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(negation.length);
  const prefix = `${negation}/${folder.replace(/[\\*?[\]]/g, '\\$&')}`;
  if (pattern.startsWith('/')) return `${prefix}${pattern}`;
  // A slash before the last character ties a pattern to its folder.
  return pattern.trimEnd().slice(0, -1).includes('/') ? `${prefix}/${pattern}` : `${prefix}/**/${pattern}`;
}
