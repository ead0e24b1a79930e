/** Of which strategy a picture is: its folder, and its name. */

import type { Snapshot } from '../snapshot.ts';

/** `root` is the folder's URI, `name` the strategy's title, else the folder's name. */
export function rootOf({ analysis, uriOf }: Pick<Snapshot, 'analysis' | 'uriOf'>): { readonly root: string; readonly name: string } {
  const root = uriOf('').replace(/\/$/, '');
  return { root, name: analysis?.strategy.header?.title ?? folderName(root) };
}

/** The name of the folder at a URI, as people read it. */
export function folderName(uri: string): string {
  const name = /([^/]*)\/?$/.exec(uri)?.[1] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
