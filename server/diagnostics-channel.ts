/** How findings reach the client: pushed, or pulled where it announces that it does. Never both. */

export interface DiagnosticsChannel {
  /** The findings of these files changed. */
  changed(locations: readonly string[]): void;
  /** A document was opened or edited. */
  documentChanged(location: string): void;
  documentClosed(location: string): void;
  /** It may have changed which documents belong to a root. */
  scanned(): void;
}
