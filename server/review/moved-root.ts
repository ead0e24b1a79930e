/** Strategies are paired by their path; one whose folder was renamed is told as removed and added, and so named. */

import type { RootState, State } from './state.ts';

/** Of the files of a strategy so many have to be the same for it to be the same one. */
const SHARE = 0.5;

/** One sentence for each root on one side only that has most of its files from one on the other side only. */
export function movedRootNotes({ roots: base }: State, { roots: head }: State): readonly string[] {
  const gone = [...base.values()].filter(({ root }) => !head.has(root));
  const added = [...head.values()].filter(({ root }) => !base.has(root));
  return gone.flatMap((from) => {
    const to = added.find((candidate) => sharedFiles(from, candidate) >= Math.max(1, from.files.length * SHARE));
    if (to === undefined) return [];
    const shared = sharedFiles(from, to);
    return [`The strategy in ${from.root} seems to be in ${to.root} now: ${shared} of its ${from.files.length} files ${shared === 1 ? 'is' : 'are'} there unchanged. Strategies are paired by their path, so that what changed within it is not told.`];
  });
}

function sharedFiles(from: RootState, to: RootState): number {
  const before = new Map(from.files.map(({ path, tree }) => [path, tree?.text]));
  return to.files.filter(({ path, tree }) => tree !== null && before.get(path) === tree.text).length;
}
