/** One strategy as it stands: its files on the disk, the documents open before them, and its analysis. */

import type { Day } from '../../grammar/calendar.ts';
import type { SyntaxTree } from '../../grammar/tree.ts';
import { KeptAnalysis, type AnalysisChange, type KnownFiles } from '../kept-analysis.ts';
import type { SourceFile } from '../model/strategy.ts';
import { SETTINGS_FILE, type FoundRoot } from './discover.ts';
import type { OpenDocument } from './documents.ts';
import { LiveAnalysis, type Work } from './live-analysis.ts';

/** What a root needs to know of the world around it. */
export interface RootHost {
  /** The document that is open at a location. */
  readonly documentAt: (location: string) => OpenDocument | undefined;
  readonly today: () => Day;
  readonly onAnalysis: (root: Root, change: AnalysisChange) => void;
  readonly onFailure: (error: unknown) => void;
}

/** What the disk says of a file. */
export type OnDisk =
  | { readonly state: 'read'; readonly text: string; /** null of the settings. */ readonly tree: SyntaxTree | null }
  | { readonly state: 'unreadable'; readonly reason: string }
  /** Nothing is there (any more); it is still a file of the strategy where a document is open. */
  | { readonly state: 'missing' };

const MISSING: OnDisk = { state: 'missing' };

/** A file that could not be read, and why in a few words. */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: string;
}

interface StrategyFile {
  readonly path: string;
  readonly location: string;
  disk: OnDisk;
  /** What is analysed of it. Kept while its tree is the same, so that whoever builds on it can tell. */
  source: SourceFile;
}

export class Root {
  /** The folder. */
  readonly location: string;
  readonly analysis: LiveAnalysis;
  readonly #host: RootHost;
  readonly #kept: KeptAnalysis;
  /** The paths of what changed since the last analysis began. */
  #touched = new Set<string>();
  /** By location, in the order of their paths. */
  #files = new Map<string, StrategyFile>();
  #locations = new Map<string, string>();
  #settings: { readonly location: string; disk: OnDisk } | null = null;

  constructor(location: string, host: RootHost) {
    this.location = location;
    this.#host = host;
    this.#kept = new KeptAnalysis(host.onFailure);
    this.analysis = new LiveAnalysis({
      begin: () => this.#begin(),
      onAnalysis: (change) => { host.onAnalysis(this, change); },
      onFailure: host.onFailure,
    });
  }

  get fileCount(): number {
    return this.#files.size;
  }

  /** Whether a location is one of its strategy files or its settings. */
  has(location: string): boolean {
    return this.pathOf(location) !== null;
  }

  /** Its path below the root; null where it is no file of this strategy. */
  pathOf(location: string): string | null {
    if (location === this.#settings?.location) return SETTINGS_FILE;
    return this.#files.get(location)?.path ?? null;
  }

  locationOf(path: string): string | null {
    return this.#locations.get(path) ?? null;
  }

  /** Where a file would stand that is not there yet. */
  locationOfNew(path: string): string {
    const isUri = /^[a-z][a-z0-9+.-]+:/i.test(this.location);
    const below = isUri ? path.split('/').map(encodeURIComponent).join('/') : path;
    return `${this.location.replace(/\/$/, '')}/${below}`;
  }

  /** The locations of its files, the settings included. */
  locations(): readonly string[] {
    return [...this.#locations.values()];
  }

  /** What is analysed of a file: the open document, else what was read. */
  sourceAt(location: string): SourceFile | undefined {
    const file = this.#files.get(location);
    return file === undefined ? undefined : this.#source(file);
  }

  /** What was read of a file, the settings included. */
  diskAt(location: string): OnDisk | undefined {
    if (location === this.#settings?.location) return this.#settings.disk;
    return this.#files.get(location)?.disk;
  }

  /** The tree of a file as it was read; undefined where it was not. */
  treeOnDisk(location: string): SyntaxTree | undefined {
    const disk = this.#files.get(location)?.disk;
    return disk?.state === 'read' ? disk.tree ?? undefined : undefined;
  }

  /** Why a file or the settings could not be read; null where it could, or is open. */
  unreadableAt(location: string): string | null {
    const disk = this.diskAt(location);
    return disk?.state === 'unreadable' && this.#host.documentAt(location) === undefined ? disk.reason : null;
  }

  /** Files and settings that could not be read and are not open. */
  unreadable(): readonly UnreadableFile[] {
    const settings = this.#settings === null ? [] : [{ path: SETTINGS_FILE, ...this.#settings }];
    return [...settings, ...this.#files.values()].flatMap(({ path, location }) => {
      const reason = this.unreadableAt(location);
      return reason === null ? [] : [{ path, reason }];
    });
  }

  /** Takes over which files there are; `read` holds what was read of those that are new or changed. */
  adopt(found: FoundRoot, read: ReadonlyMap<string, OnDisk>): void {
    const files = new Map<string, StrategyFile>();
    for (const { path, location } of found.files) {
      const known = this.#files.get(location);
      const file: StrategyFile = known?.path === path ? known : { path, location, disk: known?.disk ?? MISSING, source: { path, tree: null } };
      file.disk = read.get(location) ?? file.disk;
      files.set(location, file);
      if (file !== known || read.has(location)) this.#touched.add(path);
    }
    for (const [location, { path }] of this.#files) if (files.get(location)?.path !== path) this.#touched.add(path);
    this.#files = files;
    this.#locations = new Map(Array.from(files.values(), ({ path, location }) => [path, location]));
    const location = found.settings;
    if (location === null) {
      this.#settings = null;
    } else {
      const disk = read.get(location) ?? (this.#settings?.location === location ? this.#settings.disk : MISSING);
      this.#settings = { location, disk };
      this.#locations.set(SETTINGS_FILE, location);
    }
    this.analysis.touch();
  }

  /** Takes over what was read of one of its files. */
  update(location: string, disk: OnDisk): void {
    const file = location === this.#settings?.location ? this.#settings : this.#files.get(location);
    if (file === undefined) return;
    file.disk = disk;
    // An open document stands before it, whatever the disk says.
    if (file === this.#settings || this.#host.documentAt(location) === undefined) this.changed(location);
  }

  /** Says that what counts of one of its files may be another: a document was edited, or closed. */
  changed(location: string): void {
    const path = this.pathOf(location);
    if (path === null) return;
    this.#touched.add(path);
    this.analysis.touch();
  }

  #source(file: StrategyFile): SourceFile {
    const open = this.#host.documentAt(file.location);
    const tree = open?.tree ?? (file.disk.state === 'read' ? file.disk.tree : null);
    if (file.source.tree !== tree) file.source = { path: file.path, tree };
    return file.source;
  }

  /** The text of its settings; null where there are none. */
  get settingsText(): string | null {
    if (this.#settings === null) return null;
    const { location, disk } = this.#settings;
    return this.#host.documentAt(location)?.text ?? (disk.state === 'read' ? disk.text : null);
  }

  #begin(): Work {
    const touched = this.#touched;
    this.#touched = new Set();
    const { settingsText } = this;
    const today = this.#host.today();
    const known: KnownFiles = {
      files: () => Array.from(this.#files.values(), (file) => this.#source(file)),
      changes: this.#changesOf(touched), settingsText, today,
    };
    const inPlace = this.#kept.changesInPlace(known);
    return {
      inPlace, steps: this.#take(known, touched),
      // What changes in the files meanwhile is taken over afterwards.
      isObsolete: () => !inPlace && (this.settingsText !== settingsText || this.#host.today() !== today),
    };
  }

  #changesOf(touched: ReadonlySet<string>): KnownFiles['changes'] {
    const changed: SourceFile[] = [];
    const removed: string[] = [];
    for (const path of touched) {
      if (path === SETTINGS_FILE) continue;
      const file = this.#files.get(this.#locations.get(path) ?? '');
      if (file === undefined) removed.push(path);
      else changed.push(this.#source(file));
    }
    return { changed, removed };
  }

  /** Whether a file can be read may have changed though its findings did not. */
  * #take(known: KnownFiles, touched: ReadonlySet<string>): Work['steps'] {
    const change = yield* this.#kept.update(known);
    return { ...change, files: new Set([...change.files, ...touched]) };
  }

  dispose(): void {
    this.analysis.dispose();
  }
}
