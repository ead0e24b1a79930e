/** The findings of every file as last told, and which of them an update of an analysis changes. */

import type { AnalysisChange } from './kept-analysis.ts';
import { sameFinding } from './features/diagnostics.ts';
import type { Diagnostic } from './rules/diagnostic.ts';
import type { Severity } from './rules/rule.ts';
import type { Root } from './workspace/root.ts';

export interface FileFindings {
  readonly root: Root;
  readonly findings: readonly Diagnostic[];
  /** Why the file could not be read; null where it was. */
  readonly unreadable: string | null;
  /** Names this state of the file's findings: another state has another one. */
  readonly resultId: string;
}

/** How many findings there are of each severity. */
export type FindingCounts = Record<Severity, number>;

/** What is known of a file of a root, by its path: where it stands, and its findings, also those that are not told. */
interface KnownFile {
  readonly location: string;
  readonly all: readonly Diagnostic[];
}

interface KnownRoot {
  readonly files: Map<string, KnownFile>;
  readonly counts: FindingCounts;
}

export class Findings {
  /** By location; files without a finding are not among them. */
  readonly #files = new Map<string, FileFindings>();
  readonly #roots = new Map<Root, KnownRoot>();
  readonly #shown: (finding: Diagnostic) => boolean;
  #states = 0;
  /** How many findings are told, a file that could not be read being one. */
  #told = 0;

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

  get told(): number {
    return this.#told;
  }

  /** The findings of a root by severity, those that are not told included. */
  countsOf(root: Root): FindingCounts {
    return { ...this.#roots.get(root)?.counts ?? NO_COUNTS };
  }

  /** Takes over what an update found in the files that it changed; the locations whose findings are others now. */
  update(root: Root, { files, diagnosticsOf }: Pick<AnalysisChange, 'files' | 'diagnosticsOf'>): readonly string[] {
    const known = this.#roots.get(root) ?? { files: new Map<string, KnownFile>(), counts: { ...NO_COUNTS } };
    this.#roots.set(root, known);
    const changed = new Set<string>();
    // Where a file was and is no more, another of the root may be by now: what is gone goes first.
    const there: { readonly path: string; readonly location: string }[] = [];
    for (const path of files) {
      const location = root.locationOf(path);
      const before = known.files.get(path);
      if (location !== null) there.push({ path, location });
      if (before === undefined || before.location === location) continue;
      count(known.counts, before.all, -1);
      known.files.delete(path);
      if (this.#set(before.location, null)) changed.add(before.location);
    }
    for (const { path, location } of there) {
      const all = diagnosticsOf(path);
      count(known.counts, known.files.get(path)?.all ?? [], -1);
      count(known.counts, all, 1);
      known.files.set(path, { location, all });
      if (this.#set(location, { root, findings: all.filter(this.#shown), unreadable: root.unreadableAt(location) })) changed.add(location);
    }
    return [...changed];
  }

  /** Forgets a root; the locations that had findings. */
  remove(root: Root): readonly string[] {
    const known = this.#roots.get(root);
    this.#roots.delete(root);
    return Array.from(known?.files.values() ?? [], ({ location }) => location)
      .filter((location) => this.#files.get(location)?.root === root && this.#set(location, null));
  }

  /** Whether it says something else than before. */
  #set(location: string, next: Omit<FileFindings, 'resultId'> | null): boolean {
    const before = this.#files.get(location);
    if (before !== undefined) this.#told -= toldOf(before);
    if (next === null || toldOf(next) === 0) {
      this.#files.delete(location);
      return before !== undefined;
    }
    this.#told += toldOf(next);
    const same = before?.unreadable === next.unreadable && sameFindings(before.findings, next.findings);
    // The newer findings either way: their fixes are worked out in the trees as they are.
    this.#files.set(location, { ...next, resultId: same ? before.resultId : this.#nextId() });
    return !same;
  }

  #nextId(): string {
    this.#states += 1;
    return String(this.#states);
  }
}

const NO_COUNTS: FindingCounts = { error: 0, warning: 0, info: 0, hint: 0 };

function toldOf({ findings, unreadable }: Omit<FileFindings, 'resultId'>): number {
  return findings.length + Number(unreadable !== null);
}

function count(counts: FindingCounts, findings: readonly Diagnostic[], by: 1 | -1): void {
  for (const { severity } of findings) counts[severity] += by;
}

function sameFindings(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((finding, index) => {
    const other = b[index];
    return other !== undefined && sameFinding(finding, other);
  });
}
