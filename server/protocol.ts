/**
 * What server and client say to each other beyond the Language Server Protocol: the names of the messages and the
 * shape of what they carry. Types and constants only, so that both sides can have it.
 */

import type { Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Health } from './model/strategy.ts';
import type { Severity } from './rules/rule.ts';

/** What the client says of itself in `initialize`, under `initializationOptions`. */
export interface ClientOptions {
  /** The client answers the file requests below, for the schemes that the server cannot read by itself. */
  readonly files?: boolean;
  /** The editor holds `throughline.json` against its schema, so that the server says only what a schema cannot. */
  readonly settingsSchema?: boolean;
  /** The client wants to know where the strategies stand, by `statusNotification`. */
  readonly status?: boolean;
  /** The client has the command `RECORD_CHECKIN`. */
  readonly recordCheckin?: boolean;
  /** The client has snippets of whole declarations itself. */
  readonly snippets?: boolean;
  /** The client has the command `SHOW_PLACES`. */
  readonly showPlaces?: boolean;
  /** The client shows pictures, and wants to know when they may have changed, by `strategiesNotification` of preview-protocol.ts. */
  readonly views?: boolean;
}

/** A command of the client: goes to a place, or lets the user choose among several. */
export const SHOW_PLACES = 'throughline.showPlaces';

/** Its arguments: a document and a position in it, from which it leads to the places. */
export type ShowPlacesArguments = readonly [uri: string, position: Position, places: readonly Location[]];

/** A command of the client: asks for a check-in and writes it. */
export const RECORD_CHECKIN = 'throughline.recordCheckin';

/** Its arguments: the id of a key result, or of the objective of several, and its file; without them it asks which one. */
export type RecordCheckinArguments = readonly [id?: string, uri?: string];

/** Client to server: the key results that can be checked in, those of the document at `uri` first. */
export const checkinChoicesRequest = 'throughline/checkinChoices';

export interface CheckinChoicesParams {
  readonly uri: string | null;
}

export interface CheckinChoice {
  /** Its id. */
  readonly kr: string;
  /** Of its file. */
  readonly uri: string;
  readonly title: string;
  /** The title of its objective. */
  readonly objective: string;
  /** In words. */
  readonly health: string;
  /** The day by which the strategy is judged, `YYYY-MM-DD`: that of the check-in. */
  readonly day: string;
  /** The value that holds now, as written; null without one. */
  readonly value: string | null;
  /** The last one that was told; null without one. */
  readonly confidence: string | null;
  /** What a value looks like: `a value such as 22%`. */
  readonly expects: string;
}

/** Client to server: the edit that writes a check-in, or what is wrong in it. */
export const checkinRequest = 'throughline/checkin';

/** As the user types it; each may be empty. */
export interface CheckinWords {
  /** The id of the key result. */
  readonly kr: string;
  readonly value: string;
  readonly confidence: string;
  readonly note: string;
}

export interface CheckinParams extends CheckinWords {
  readonly textDocument: { readonly uri: string };
}

/** What is wrong, in a sentence each; null for what is well. */
export interface CheckinProblems {
  readonly value: string | null;
  readonly confidence: string | null;
}

export interface CheckinAnswer {
  readonly problems: CheckinProblems;
  /** null where something is wrong. */
  readonly edit: WorkspaceEdit | null;
  /** Where the check-in is put in. */
  readonly range: Range | null;
}

/** Server to client: where every strategy of the workspace stands. Sent when it changed. */
export const statusNotification = 'throughline/status';

/** Client to server: waits until everything that is known by now is analysed, and answers as `statusNotification`. */
export const checkRequest = 'throughline/check';

export interface WorkspaceStatus {
  readonly roots: readonly RootStatus[];
  /** How many findings the client is told of, in all files: what a schema says is not among them. */
  readonly told: number;
}

export interface RootStatus {
  /** The root's folder. */
  readonly uri: string;
  /** The strategy's title, else the folder's name. */
  readonly name: string;
  /** The day by which it is judged, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Strategy files read. */
  readonly files: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** How many goals and objectives have each health; later declarations of a name and what is past are in neither. */
  readonly goals: HealthCounts;
  readonly objectives: HealthCounts;
}

export type HealthCounts = Readonly<Record<Health, number>>;

/** Client to server: what `New Strategy` can offer to choose from, as of today. */
export const starterChoicesRequest = 'throughline/starterChoices';

export interface StarterChoices {
  /** Calendar quarters, the most likely first. */
  readonly quarters: readonly { readonly id: string; readonly days: string }[];
}

/** Client to server: the files of a new strategy, from what the user answered. */
export const starterRequest = 'throughline/starter';

export interface StarterAnswers {
  readonly organisation: string;
  readonly goal: string;
  readonly team: string;
  readonly owner: string;
  /** A quarter of `StarterChoices`. */
  readonly quarter: string;
  readonly objective: string;
}

export interface StarterFiles {
  /** Paths below the new folder, with `/`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The path to open first. */
  readonly open: string;
}

/** Server to client: what stands in a folder. */
export const readDirectoryRequest = 'throughline/readDirectory';

/** Server to client: the bytes of a file. */
export const readFileRequest = 'throughline/readFile';

/** Server to client: what stands at a URI, links followed. */
export const statRequest = 'throughline/stat';

export interface FileParams {
  readonly uri: string;
}

export type EntryType = 'file' | 'folder' | 'other';

/** Why a file request could not be answered. */
export interface FileFailure {
  readonly failure: 'missing' | 'forbidden' | 'unreadable';
}

export interface DirectoryEntries {
  readonly entries: readonly { readonly name: string; readonly type: EntryType }[];
}

export interface FileBytes {
  readonly base64: string;
}

export interface FileStat {
  readonly type: EntryType;
}
