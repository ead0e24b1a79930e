/** What the PATHs of a command mean: which roots are read, and which of their files are spoken of. */

import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { discover, isStrategyFile, SETTINGS_FILE, settingsFolder, type FoundRoot } from '../workspace/discover.ts';
import { slashed, systemReason } from '../workspace/node-file-system.ts';
import type { Context } from './context.ts';
import type { Problem } from './output.ts';

/** A PATH that is there. */
interface Target {
  readonly given: string;
  readonly location: string;
  readonly type: 'file' | 'folder';
}

export interface Selection {
  /** Whole roots, as strategies are read; by location. */
  readonly roots: readonly FoundRoot[];
  /** Whether a file, by its location, is at or below a PATH. */
  readonly includes: (location: string) => boolean;
  readonly problems: readonly Problem[];
}

/** The name of a file in everything that is printed: relative to the current folder, with `/`. */
export function nameOf(context: Context, location: string): string {
  return slashed(relative(context.folder, location)) || '.';
}

/** Finds the roots at, above or below the PATHs (language.md section 4); no PATH means the current folder. */
export async function select(context: Context, paths: readonly string[], onFile: () => void): Promise<Selection> {
  const problems: Problem[] = [];
  const targets: Target[] = [];
  if (paths.length === 0) targets.push({ given: context.folder, location: context.folder, type: 'folder' });
  for (const path of paths) {
    const target = await targetAt(context, path);
    if ('reason' in target) problems.push(target);
    else targets.push(target);
  }
  const roots = await rootsOf(context, targets, onFile);
  for (const target of targets) {
    if (!holdsSomething(target, roots)) problems.push({ file: target.given, reason: emptyReason(target) });
  }
  return {
    roots, problems,
    includes: (location) => targets.some((target) => isIn(target, location)),
  };
}

async function targetAt(context: Context, given: string): Promise<Target | Problem> {
  const missing: Problem = { file: given === '' ? '""' : given, reason: 'no such file or folder' };
  if (given === '') return missing;
  const path = resolve(context.folder, given);
  try {
    const status = await stat(path);
    if (status.isDirectory()) return { given, location: slashed(await realpath(path)), type: 'folder' };
    if (!status.isFile()) return { file: given, reason: 'is neither a file nor a folder' };
    const name = basename(path);
    if (!isStrategyFile(name) && name !== SETTINGS_FILE) {
      return { file: given, reason: 'is no strategy file; the name of a strategy file ends in .strategy' };
    }
    // The folder's links are followed, the file's own are not: a root holds it under the name it has there.
    return { given, location: context.fileSystem.child(slashed(await realpath(dirname(path))), name), type: 'file' };
  } catch (error) {
    return { file: given, reason: systemReason(error) };
  }
}

async function rootsOf(context: Context, targets: readonly Target[], onFile: () => void): Promise<readonly FoundRoot[]> {
  const bases = new Set<string>();
  for (const target of targets) bases.add(await baseOf(context, target));
  // A folder without settings that lies in another such folder is part of the strategy of that one.
  const tops: string[] = [];
  for (const base of bases) {
    const inner = await settingsFolder(context.fileSystem, base) === null && [...bases].some((other) => other !== base && isBelow(other, base));
    if (!inner) tops.push(base);
  }
  const wanted = (root: string): boolean => !bases.has(root)
    && targets.some(({ type, location }) => type === 'folder' && (location === root || isBelow(location, root)));
  const roots: FoundRoot[] = [];
  for (const top of tops) roots.push(...await discover(context.fileSystem, top, { enter: wanted, onFile }));
  return roots.sort((a, b) => (a.location < b.location ? -1 : 1));
}

/**
 * The root of a PATH: the nearest folder that holds `throughline.json`, else the current folder, for a PATH outside
 * it the folder named (of a file, its folder).
 */
async function baseOf(context: Context, { location, type }: Target): Promise<string> {
  const folder = type === 'folder' ? location : slashed(dirname(location));
  const settings = await settingsFolder(context.fileSystem, folder);
  if (settings !== null) return settings;
  return folder === context.folder || isBelow(context.folder, folder) ? context.folder : folder;
}

function isBelow(folder: string, location: string): boolean {
  return location.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function isIn(target: Target, location: string): boolean {
  return location === target.location || (target.type === 'folder' && isBelow(target.location, location));
}

function holdsSomething(target: Target, roots: readonly FoundRoot[]): boolean {
  const isThere = ({ location }: { readonly location: string }): boolean => isIn(target, location);
  return roots.some((root) => root.files.some(isThere) || root.unreadable.some(isThere)
    || (target.type === 'file' && root.settings === target.location));
}

function emptyReason({ type }: Target): string {
  return type === 'folder'
    ? 'no strategy file in this folder; the name of a strategy file ends in .strategy'
    : 'is passed over, as everything in node_modules, in .git and everything that .gitignore ignores';
}
