/**
 * The files and documents of all strategies that the editor shows: which roots there are, what belongs to which, and
 * what changes in them. Everything on the disk is read in one queue, so that no answer overtakes another.
 */

import type { Day } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import type { AnalysisChange } from '../kept-analysis.ts';
import { AT_ONCE, eachBounded } from './bounded.ts';
import { discover, isStrategyFile, SETTINGS_FILE, settingsFolder, type FoundRoot } from './discover.ts';
import type { OpenDocument } from './documents.ts';
import type { FileSystem } from './file-system.ts';
import { isWithin, schemeOf, type Locations } from './locations.ts';
import { OverlayFileSystem } from './overlay-file-system.ts';
import { readText } from './read-root.ts';
import { Root, type OnDisk, type RootHost } from './root.ts';

export interface WorkspaceHost {
  readonly fileSystem: FileSystem;
  readonly locations: Locations;
  readonly today: () => Day;
  /** Told of each new analysis of a root that is up to date. */
  readonly onAnalysis: (root: Root, change: AnalysisChange) => void;
  /** Told when a root is no more. */
  readonly onRemoved: (root: Root) => void;
  /** Told when it may have changed which documents belong to a root, and which folders are read. */
  readonly onScanned: () => void;
  /** Told of a mistake of ours. */
  readonly onFailure: (error: unknown) => void;
}

export type FileChange = 'created' | 'changed' | 'deleted';

/** What is still to be read from the disk. */
interface Pending {
  /** Look anew which files there are. */
  scan: boolean;
  /** Paths that were created or deleted and may be folders. */
  readonly paths: Set<string>;
  /** Locations whose content may have changed. */
  readonly changed: Set<string>;
}

export class Workspace {
  readonly #host: WorkspaceHost;
  readonly #rootHost: RootHost;
  #folders: readonly { readonly location: string; readonly scheme: string }[] = [];
  /** By location. */
  #roots = new Map<string, Root>();
  /** The folders that were looked through, with everything below them. */
  #bases: readonly string[] = [];
  readonly #documents = new Map<string, OpenDocument>();
  #pending: Pending = { scan: false, paths: new Set(), changed: new Set() };
  #work: Promise<void> | null = null;
  #scanning = false;

  constructor(host: WorkspaceHost) {
    this.#host = host;
    this.#rootHost = {
      documentAt: (location) => this.#documents.get(location),
      today: host.today,
      onAnalysis: host.onAnalysis,
      onFailure: host.onFailure,
    };
  }

  get roots(): Iterable<Root> {
    return this.#roots.values();
  }

  /** The folders that were looked through and stand in no workspace folder: the editor has to watch them too. */
  basesOutside(): readonly string[] {
    return this.#bases.filter((base) => !this.#folders.some(({ location }) => isWithin(base, location)));
  }

  /** The root that a document belongs to; undefined for none, and before the disk was read. */
  rootOf(uri: string): { readonly root: Root; readonly location: string } | undefined {
    const location = this.locationOf(uri);
    const root = this.#rootHaving(location);
    return root === undefined ? undefined : { root, location };
  }

  locationOf(uri: string): string {
    return this.#host.locations.pathOf(uri);
  }

  documentAt(location: string): OpenDocument | undefined {
    return this.#documents.get(location);
  }

  get documents(): ReadonlyMap<string, OpenDocument> {
    return this.#documents;
  }

  /** Whether it is not known yet to which root a document belongs. */
  isPending(uri: string): boolean {
    return (this.#scanning || this.#pending.scan) && this.#rootHaving(this.locationOf(uri)) === undefined && this.#mayBelong(uri);
  }

  /** The URI of a file; of an open document, as the client writes it. */
  uriOf(location: string): string {
    return this.#documents.get(location)?.uri ?? this.#host.locations.uriOf(location);
  }

  setFolders(uris: readonly string[]): void {
    this.#folders = uris.map((uri) => ({ location: this.locationOf(uri).replace(/(?<=[^/:])\/$/, ''), scheme: schemeOf(uri) }));
    this.#enqueue({ scan: true });
  }

  /** Says that a document was opened or edited. */
  documentChanged(document: OpenDocument): void {
    const location = this.locationOf(document.uri);
    const known = this.#documents.has(location);
    this.#documents.set(location, document);
    const root = this.#rootHaving(location);
    if (root === undefined) {
      if (!known && this.#mayBelong(document.uri)) this.#enqueue({ scan: true });
      return;
    }
    const onDisk = known ? undefined : root.treeOnDisk(location);
    if (onDisk !== undefined) document.seed(onDisk);
    // Opened as it stands on the disk, it changes nothing.
    if (document.text !== onDisk?.text) root.changed(location);
  }

  /** Says that a document was closed: what is on the disk counts again. */
  documentClosed(uri: string): void {
    const location = this.locationOf(uri);
    if (!this.#documents.delete(location)) return;
    this.#rootHaving(location)?.changed(location);
    this.#enqueue({ changed: location });
    // The folder of a file outside the workspace is looked through for as long as one of its documents is open.
    if (this.basesOutside().some((base) => isWithin(location, base))) this.#enqueue({ scan: true });
  }

  /** Says that something on the disk changed. */
  fileChanged(uri: string, change: FileChange): void {
    const location = this.locationOf(uri);
    const name = this.#host.fileSystem.parent(location)?.name ?? '';
    const root = this.#rootHaving(location);
    if (name === '.gitignore') this.#enqueue({ scan: true });
    else if (name === SETTINGS_FILE) this.#enqueue({ scan: change !== 'changed' || root === undefined, changed: location });
    else if (root !== undefined) this.#enqueue({ scan: change === 'created', changed: location });
    else if (isStrategyFile(name)) this.#enqueue({ scan: change === 'created', changed: location });
    else if (change !== 'changed') this.#enqueue({ path: location });
  }

  /** Has every root judged anew: the day or something else around them changed. */
  touchAll(): void {
    for (const root of this.#roots.values()) root.analysis.touch();
  }

  /** Resolves when everything on the disk that is known to have changed is read. */
  async settled(): Promise<void> {
    while (this.#work !== null) await this.#work;
  }

  dispose(): void {
    for (const root of this.#roots.values()) root.dispose();
    this.#roots.clear();
  }

  #rootHaving(location: string): Root | undefined {
    for (const root of this.#roots.values()) if (root.has(location)) return root;
    return undefined;
  }

  /** Whether a document can be a file of a strategy: not the left side of a diff, nor one that is no file yet. */
  #mayBelong(uri: string): boolean {
    const name = this.#host.fileSystem.parent(this.locationOf(uri))?.name;
    if (name === undefined || !(isStrategyFile(name) || name === SETTINGS_FILE)) return false;
    const scheme = schemeOf(uri);
    return this.#folders.length === 0 ? scheme === 'file' : this.#folders.some((folder) => folder.scheme === scheme);
  }

  #enqueue(todo: { readonly scan?: boolean; readonly changed?: string; readonly path?: string }): void {
    if (todo.scan === true) this.#pending.scan = true;
    if (todo.changed !== undefined) this.#pending.changed.add(todo.changed);
    if (todo.path !== undefined) this.#pending.paths.add(todo.path);
    this.#work ??= this.#readPending();
  }

  async #readPending(): Promise<void> {
    try {
      // In a turn of its own: what comes together is read together.
      await Promise.resolve();
      for (;;) {
        const { scan, paths, changed } = this.#pending;
        if (!scan && paths.size === 0 && changed.size === 0) break;
        this.#pending = { scan: false, paths: new Set(), changed: new Set() };
        this.#scanning = scan || await this.#anyFolder(paths);
        if (this.#scanning) await this.#scan(changed);
        else await this.#reread(changed);
      }
    } catch (error) {
      this.#host.onFailure(error);
    } finally {
      this.#work = null;
      this.#scanning = false;
    }
    // What came while a failure was told is read all the same.
    if (this.#pending.scan || this.#pending.paths.size > 0 || this.#pending.changed.size > 0) this.#enqueue({});
  }

  /** Whether one of the paths is a folder, or was one with files that are known. */
  async #anyFolder(paths: ReadonlySet<string>): Promise<boolean> {
    if (paths.size === 0) return false;
    const known = [...this.#roots.values()].flatMap((root) => root.locations());
    for (const path of paths) {
      if (known.some((location) => isWithin(location, path))) return true;
      if (!this.#bases.some((base) => isWithin(path, base))) continue;
      try {
        if (await this.#host.fileSystem.stat(path) === 'folder') return true;
      } catch {
        // What cannot be looked at cannot be looked through.
      }
    }
    return false;
  }

  async #scan(changed: ReadonlySet<string>): Promise<void> {
    const fileSystem = new OverlayFileSystem(this.#host.fileSystem, this.#documents.keys());
    const bases = await this.#findBases(fileSystem);
    const found = await findRoots(fileSystem, bases);
    const known = new Map([...this.#roots.values()].flatMap((root) => root.locations().map((location) => [location, root])));
    const unread = found.flatMap(({ settings, files }) => [...settings === null ? [] : [settings], ...files.map(({ location }) => location)])
      .filter((location) => changed.has(location) || !known.has(location));
    const read = new Map<string, OnDisk>();
    await eachBounded(unread, AT_ONCE, async (location) => {
      read.set(location, await this.#readFile(location, known.get(location)));
    });
    this.#bases = bases;
    this.#adopt(found, read);
    this.#scanning = false;
    this.#host.onScanned();
  }

  #adopt(found: readonly FoundRoot[], read: ReadonlyMap<string, OnDisk>): void {
    const before = this.#roots;
    this.#roots = new Map();
    for (const root of found) {
      // A folder without a strategy file is no strategy; its settings alone say nothing.
      if (root.files.length === 0) continue;
      const live = before.get(root.location) ?? new Root(root.location, this.#rootHost);
      this.#roots.set(root.location, live);
      // What moved from one root to another was read there.
      const moved = new Map([...before.values()].flatMap((other) => (other === live ? [] : root.files.flatMap(({ location }) => {
        const disk = other.diskAt(location);
        return disk === undefined ? [] : [[location, disk] as const];
      }))));
      live.adopt(root, new Map([...moved, ...read]));
      for (const { location } of root.files) {
        const tree = live.treeOnDisk(location);
        if (tree !== undefined) this.#documents.get(location)?.seed(tree);
      }
    }
    for (const [location, root] of before) {
      if (this.#roots.has(location)) continue;
      root.dispose();
      this.#host.onRemoved(root);
    }
  }

  async #reread(changed: ReadonlySet<string>): Promise<void> {
    await eachBounded([...changed], AT_ONCE, async (location) => {
      const root = this.#rootHaving(location);
      if (root === undefined) return;
      const disk = await this.#readFile(location, root);
      if (disk.state !== 'missing' || this.#documents.has(location)) root.update(location, disk);
      else this.#pending.changed.add(location);
      // Gone: which files there are is looked up anew, in one go with what else is known by then.
      if (disk.state === 'missing') this.#pending.scan = true;
    });
  }

  async #readFile(location: string, root: Root | undefined): Promise<OnDisk> {
    const result = await readText(this.#host.fileSystem, location);
    if (!result.ok) return await this.#isMissing(location) ? { state: 'missing' } : { state: 'unreadable', reason: result.reason };
    const { text } = result;
    if (this.#host.fileSystem.parent(location)?.name === SETTINGS_FILE) return { state: 'read', text, tree: null };
    const before = root?.treeOnDisk(location);
    return { state: 'read', text, tree: before?.text === text ? before : parseFile(text, before) };
  }

  async #isMissing(location: string): Promise<boolean> {
    try {
      return await this.#host.fileSystem.stat(location) === null;
    } catch {
      // What cannot be looked at is there, as far as anybody knows.
      return false;
    }
  }

  /**
   * The folders to look through: of each workspace folder, and of each document outside them, the nearest folder
   * above that holds settings, else itself.
   */
  async #findBases(fileSystem: FileSystem): Promise<readonly string[]> {
    const bases = new Set<string>();
    for (const { location } of this.#folders) bases.add(await settingsFolder(fileSystem, location) ?? location);
    for (const [location, { uri }] of this.#documents) {
      const folder = fileSystem.parent(location)?.folder;
      if (folder === undefined || !this.#mayBelong(uri) || [...bases].some((base) => isWithin(location, base))) continue;
      bases.add(await settingsFolder(fileSystem, folder) ?? folder);
    }
    return [...bases];
  }
}

/** All roots in some folders. A file that two of them could have belongs to the nearer one. */
async function findRoots(fileSystem: FileSystem, bases: readonly string[]): Promise<readonly FoundRoot[]> {
  const found = new Map<string, FoundRoot>();
  for (const base of bases) for (const root of await discover(fileSystem, base)) found.set(root.location, root);
  const roots = [...found.values()];
  return roots.map((root) => {
    const inner = roots.filter((other) => other !== root && isWithin(other.location, root.location));
    return inner.length === 0 ? root : { ...root, files: root.files.filter(({ location }) => !inner.some((other) => isWithin(location, other.location))) };
  });
}
