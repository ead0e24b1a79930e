/**
 * A review in the editor: the strategies as they stand, unsaved edits included, against a base that the client read.
 * The base is what was on the disk when it was told, with what it has of other files put in place; it stays the same
 * until another is told.
 */

import type { Day } from '../grammar/calendar.ts';
import { parseFile } from '../grammar/parse.ts';
import { inSlices } from './slices.ts';
import type { SourceFile } from './model/strategy.ts';
import { changeMarks } from './review/marks.ts';
import { reviewMarkdown } from './review/markdown/markdown.ts';
import { reviewSteps } from './review/review-states.ts';
import type { RootState, State, UnreadablePath } from './review/state.ts';
import type { ReviewAnswer, ReviewBase } from './review-protocol.ts';
import type { Changes } from './views/view.ts';
import { decode } from './workspace/decode.ts';
import { byPath, discover, SETTINGS_FILE, settingsFolder } from './workspace/discover.ts';
import { isWithin } from './workspace/locations.ts';
import { MemoryFileSystem } from './workspace/memory-file-system.ts';
import type { Root } from './workspace/root.ts';
import type { Workspace } from './workspace/workspace.ts';

/** What is known of one file of the base. */
type BaseContent =
  | { readonly state: 'file'; readonly text: string; readonly tree: SourceFile['tree'] }
  | { readonly state: 'unreadable'; readonly reason: string };

/** A base with everything in it. */
interface KnownBase {
  readonly told: ReviewBase;
  /** Of its folder. */
  readonly location: string;
  readonly state: State;
}

const NO_SUBMODULES: ReadonlyMap<string, string> = new Map();

export class LiveReview {
  readonly #workspace: Workspace;
  readonly #today: () => Day;
  #base: KnownBase | null = null;
  /** What the last review said, by root. */
  #changes: ReadonlyMap<string, Changes> = new Map();
  /** Counts what was asked: an answer that nobody waits for any more is given up. */
  #asked = 0;

  constructor(workspace: Workspace, today: () => Day) {
    this.#workspace = workspace;
    this.#today = today;
  }

  /** Compares with this from now on; null ends it. */
  async setBase(told: ReviewBase | null): Promise<void> {
    this.#asked += 1;
    await this.#workspace.settled();
    this.#base = told === null ? null : await this.#known(told);
    this.#changes = new Map();
  }

  /** What changed by now; null without a base, and where something newer was asked meanwhile. */
  async review(): Promise<ReviewAnswer | null> {
    const base = this.#base;
    if (base === null) return null;
    this.#asked += 1;
    const asked = this.#asked;
    await this.#workspace.settled();
    const steps = reviewSteps({
      base: base.told,
      head: { given: null, commit: null, workTree: true },
      baseState: base.state, headState: this.#headState(base.location),
      asOf: null, today: this.#today(), accepted: new Map(),
    });
    const reviewed = await inSlices(steps, () => asked !== this.#asked);
    if (reviewed === null) return null;
    const { review, bases } = reviewed;
    this.#changes = new Map(Array.from(bases, ([root, strategy]) => {
      const marks = changeMarks(review.changes.filter((change) => change.root === root));
      return [root, { base: strategy, marks, only: false }];
    }));
    return { folder: this.#workspace.uriOf(base.location), review, markdown: reviewMarkdown(review) };
  }

  /** What changed in a root, as the last review had it; null without one. */
  changesOf(root: Root): Changes | null {
    if (this.#base === null) return null;
    const path = this.#below(this.#base.location, root.location);
    return path === null ? null : this.#changes.get(path === '' ? '.' : path) ?? null;
  }

  async #known(told: ReviewBase): Promise<KnownBase> {
    const folder = this.#workspace.locationOf(told.folder).replace(/\/$/, '');
    // A strategy may begin above the folder that is open.
    const above = Array.from(this.#workspace.roots, (root) => root.location).find((location) => isWithin(folder, location));
    const location = above ?? folder;
    const contents = this.#contentsOnDisk(location);
    for (const { uri, base64 } of told.files) {
      const path = this.#below(location, this.#workspace.locationOf(uri));
      if (path === null) continue;
      if (base64 === null) contents.delete(path);
      else contents.set(path, contentOf(path, base64));
    }
    return { told, location, state: { roots: await rootsOf(contents, this.#tops(location)), submodules: NO_SUBMODULES } };
  }

  /** Every file of the strategies below a folder as it is on the disk, by its path below it. */
  #contentsOnDisk(location: string): Map<string, BaseContent> {
    const contents = new Map<string, BaseContent>();
    for (const root of this.#rootsIn(location)) {
      for (const at of root.locations()) {
        const path = this.#below(location, at);
        const disk = root.diskAt(at);
        if (path === null || disk === undefined || disk.state === 'missing') continue;
        contents.set(path, disk.state === 'unreadable' ? disk : { state: 'file', text: disk.text, tree: disk.tree });
      }
    }
    return contents;
  }

  #headState(location: string): State {
    const roots = new Map<string, RootState>();
    for (const root of this.#rootsIn(location)) {
      const path = this.#below(location, root.location) ?? '';
      const name = path === '' ? '.' : path;
      const files = root.locations().map((at) => root.sourceAt(at)).filter((file) => file !== undefined);
      roots.set(name, { root: name, files, settingsText: root.settingsText, unreadable: root.unreadable() });
    }
    return { roots, submodules: NO_SUBMODULES };
  }

  #rootsIn(location: string): readonly Root[] {
    return Array.from(this.#workspace.roots).filter((root) => isWithin(root.location, location));
  }

  /** Where strategies are looked for: the topmost ones that there are now, else the folder itself. */
  #tops(location: string): readonly string[] {
    const all = this.#rootsIn(location).map((root) => this.#below(location, root.location) ?? '');
    const tops = all.filter((path) => !all.some((other) => other !== path && (other === '' || path.startsWith(`${other}/`))));
    return tops.length === 0 ? [''] : tops;
  }

  /** The path of a location below a folder, '' for itself; null outside it. */
  #below(folder: string, location: string): string | null {
    if (!isWithin(location, folder)) return null;
    const path = location.slice(folder.length).replace(/^\//, '');
    // Locations that are URIs are written in their escapes.
    return /^[a-z][a-z0-9+.-]+:/i.test(folder) ? decodeURIComponent(path) : path;
  }
}

function contentOf(path: string, base64: string): BaseContent {
  const decoded = decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  if (!decoded.ok) return { state: 'unreadable', reason: decoded.reason };
  return { state: 'file', text: decoded.text, tree: path.endsWith(SETTINGS_FILE) ? null : parseFile(decoded.text) };
}

/** The roots that some files make, by where they stand. */
async function rootsOf(contents: ReadonlyMap<string, BaseContent>, tops: readonly string[]): Promise<ReadonlyMap<string, RootState>> {
  const fileSystem = new MemoryFileSystem(Object.fromEntries(Array.from(contents.keys(), (path) => [`/${path}`, ''])));
  const roots = new Map<string, RootState>();
  for (const top of tops) {
    const folder = top === '' ? '/' : `/${top}`;
    if (await fileSystem.stat(folder) !== 'folder') continue;
    for (const found of await discover(fileSystem, await settingsFolder(fileSystem, folder) ?? folder)) {
      if (found.files.length === 0) continue;
      const root = found.location === '/' ? '.' : found.location.slice(1);
      const unreadable: UnreadablePath[] = [];
      const files = found.files.map(({ path, location }): SourceFile => {
        const content = contents.get(location.slice(1));
        if (content?.state === 'unreadable') unreadable.push({ path, reason: content.reason });
        return { path, tree: content?.state === 'file' ? content.tree : null };
      });
      const settings = found.settings === null ? undefined : contents.get(found.settings.slice(1));
      if (settings?.state === 'unreadable') unreadable.push({ path: SETTINGS_FILE, reason: settings.reason });
      roots.set(root, { root, files: files.sort(byPath), settingsText: settings?.state === 'file' ? settings.text : null, unreadable });
    }
  }
  return roots;
}
