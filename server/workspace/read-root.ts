/** Reading the files of a root. */

import { AT_ONCE, eachBounded } from './bounded.ts';
import { decode, type Decoded } from './decode.ts';
import { byPath, SETTINGS_FILE, type FoundFile, type FoundRoot, type Unreadable } from './discover.ts';
import { reasonOf, type FileSystem } from './file-system.ts';

export interface ReadFile extends FoundFile {
  readonly text: string;
  /** A byte-order mark stood before the text. */
  readonly bom: boolean;
}

export interface ReadRoot {
  /** Those that could be read, by path. */
  readonly files: readonly ReadFile[];
  /** The text of `throughline.json`; null without one, or where it could not be read. */
  readonly settingsText: string | null;
  /** Files and folders that could not be read, by path. */
  readonly unreadable: readonly Unreadable[];
}

/** Reads every file of a root; a failure touches that file alone. `onFile` is told of each one when it is done. */
export async function readRoot(fileSystem: FileSystem, root: FoundRoot, onFile?: () => void): Promise<ReadRoot> {
  const files: ReadFile[] = [];
  const unreadable: Unreadable[] = [...root.unreadable];
  let settingsText: string | null = null;
  const settings: FoundFile | null = root.settings === null ? null : { path: SETTINGS_FILE, location: root.settings };
  await eachBounded(settings === null ? root.files : [settings, ...root.files], AT_ONCE, async (file) => {
    const result = await readText(fileSystem, file.location);
    if (!result.ok) unreadable.push({ ...file, reason: result.reason });
    else if (file === settings) settingsText = result.text;
    else files.push({ ...file, text: result.text, bom: result.bom });
    onFile?.();
  });
  return { files: files.sort(byPath), settingsText, unreadable: unreadable.sort(byPath) };
}

/** The text of one file, or why it could not be read. */
export async function readText(fileSystem: FileSystem, location: string): Promise<Decoded> {
  try {
    return decode(await fileSystem.read(location));
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
