/** From PATHs to strategies that have been read, understood and judged. */

import { dayOfMoment, type Day } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { analyze, type Analysis } from '../analysis.ts';
import type { SourceFile } from '../model/strategy.ts';
import { SETTINGS_FILE, type FoundRoot } from '../workspace/discover.ts';
import { readRoot, type ReadRoot } from '../workspace/read-root.ts';
import type { Context } from './context.ts';
import type { Problem } from './output.ts';
import { Progress } from './progress.ts';
import { nameOf, select } from './selection.ts';

/** A strategy: the whole of one root. */
export interface LoadedStrategy {
  readonly root: FoundRoot;
  readonly read: ReadRoot;
  readonly analysis: Analysis;
  /** What a path below the root is called in output. */
  readonly nameOf: (path: string) => string;
  /** Whether a path below the root is at or below a PATH. */
  readonly includes: (path: string) => boolean;
}

export interface Loaded {
  readonly strategies: readonly LoadedStrategy[];
  /** Everything that could not be read; of all roots, PATHs or not, since findings rest on it. */
  readonly problems: readonly Problem[];
}

/** Reads the whole root of every PATH. `asOf` goes before what the settings say. */
export async function load(context: Context, paths: readonly string[], asOf: Day | null): Promise<Loaded> {
  const progress = new Progress(context.output);
  const step = (): void => { progress.step(); };
  try {
    progress.begin('Looking for strategy files');
    const { roots, includes, problems } = await select(context, paths, step);
    const found: Problem[] = [...problems];
    const strategies: LoadedStrategy[] = [];
    for (const root of roots) {
      if (root.files.length === 0 && root.settings === null && root.unreadable.length === 0) continue;
      progress.begin('Reading');
      const read = await readRoot(context.fileSystem, root, step);
      found.push(...read.unreadable.map(({ location, reason }) => ({ file: nameOf(context, location), reason })));
      progress.begin('Checking');
      const analysis = analyze({
        files: sourceFiles(read, step), settingsText: read.settingsText, asOf, today: dayOfMoment(context.now),
      });
      const locate = (path: string): string => `${root.location.replace(/\/$/, '')}/${path}`;
      strategies.push({
        root, read, analysis,
        nameOf: (path) => nameOf(context, locate(path)),
        includes: (path) => includes(locate(path)),
      });
    }
    return { strategies, problems: found };
  } finally {
    progress.clear();
  }
}

/** The trees; what could not be read is a file without one, so that the rules know that something is missing. */
function sourceFiles({ files, unreadable }: ReadRoot, step: () => void): readonly SourceFile[] {
  return [
    ...files.map(({ path, text }): SourceFile => {
      step();
      return { path, tree: parseFile(text) };
    }),
    ...unreadable.filter(({ path }) => path !== SETTINGS_FILE).map(({ path }): SourceFile => ({ path, tree: null })),
  ];
}
