/** Between the URIs of the protocol and the paths of a file system. */

import { URI } from 'vscode-uri';

export interface Locations {
  /** The path of a URI, one for each way to spell it. What is no file keeps its URI, which is no path of any file. */
  pathOf(uri: string): string;
  /** The URI of a path, in the one spelling that the library makes. */
  uriOf(path: string): string;
}

/** Paths that are URIs themselves: of a file system that asks the client. */
export const uriLocations: Locations = {
  pathOf: (uri) => parseUri(uri)?.toString() ?? uri,
  uriOf: (path) => path,
};

/** null for a text that is no URI. */
export function parseUri(uri: string): URI | null {
  try {
    return URI.parse(uri, true);
  } catch {
    return null;
  }
}

/** The scheme, in lower case; empty without one. */
export function schemeOf(uri: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase() ?? '';
}

/** Whether a path stands in a folder, however deep, or is that folder. */
export function isWithin(path: string, folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  return path.length === folder.length || folder.endsWith('/') || path.charAt(folder.length) === '/';
}
