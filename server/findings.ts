/** The findings of every file as last told, and which of them a new analysis changes. */

import type { Analysis } from './analysis.ts';
import { sameFinding } from './features/diagnostics.ts';
import type { Diagnostic } from './rules/diagnostic.ts';
import type { Root } from './workspace/root.ts';

export interface FileFindings {
  readonly root: Root;
  readonly findings: readonly Diagnostic[];
  /** Why the file could not be read; null where it was. */
  readonly unreadable: string | null;
  /** Names this state of the file's findings: another state has another one. */
  readonly resultId: string;
}

export class Findings {
  /** By location; files without a finding are not among them. */
  readonly #files = new Map<string, FileFindings>();
  readonly #shown: (finding: Diagnostic) => boolean;
  #states = 0;

  /** `shown` says which findings are told at all. */
  constructor(shown: (finding: Diagnostic) => boolean) {
    this.#shown = shown;
  }

  at(location: string): FileFindings | undefined {
    return this.#files.get(location);
  }

  all(): Iterable<readonly [string, FileFindings]> {
    return this.#files;
  }

  /** Takes over what an analysis of a root found; the locations whose findings changed. */
  replace(root: Root, analysis: Analysis): readonly string[] {
    const next = new Map<string, { findings: Diagnostic[]; unreadable: string | null }>();
    const at = (path: string): { findings: Diagnostic[]; unreadable: string | null } | undefined => {
      const location = root.locationOf(path);
      if (location === null) return undefined;
      let file = next.get(location);
      if (file === undefined) {
        file = { findings: [], unreadable: null };
        next.set(location, file);
      }
      return file;
    };
    for (const finding of analysis.diagnostics) if (this.#shown(finding)) at(finding.file)?.findings.push(finding);
    for (const { path, reason } of root.unreadable()) {
      const file = at(path);
      if (file !== undefined) file.unreadable = reason;
    }
    const changed = this.#removeAllBut(root, next);
    for (const [location, { findings, unreadable }] of next) {
      const before = this.#files.get(location);
      const same = before?.unreadable === unreadable && sameFindings(before.findings, findings);
      if (!same) changed.push(location);
      // The findings of the new analysis either way: their fixes are worked out in its trees.
      this.#files.set(location, { root, findings, unreadable, resultId: same ? before.resultId : this.#nextId() });
    }
    return changed;
  }

  /** Forgets a root; the locations that had findings. */
  remove(root: Root): readonly string[] {
    return this.#removeAllBut(root, new Map());
  }

  #removeAllBut(root: Root, kept: ReadonlyMap<string, unknown>): string[] {
    const gone = [...this.#files].filter(([location, file]) => file.root === root && !kept.has(location)).map(([location]) => location);
    for (const location of gone) this.#files.delete(location);
    return gone;
  }

  #nextId(): string {
    this.#states += 1;
    return String(this.#states);
  }
}

function sameFindings(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((finding, index) => {
    const other = b[index];
    return other !== undefined && sameFinding(finding, other);
  });
}
