/** The documents that are open in the editor: they stand before what is on the disk. */

import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseFile } from '../../grammar/parse.ts';
import type { SyntaxTree } from '../../grammar/tree.ts';

/** One state of an open document; an edit makes a new one. */
export interface OpenDocument {
  /** As the client writes it. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Parsed when first asked for, with what did not change since the state before it. */
  readonly tree: SyntaxTree;
  /** Hands over a tree of the same file, of which as much is taken as is the same. */
  seed(tree: SyntaxTree): void;
}

class DocumentState implements OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Holds the lines, so that a range edit need not count them anew. */
  readonly source: TextDocument;
  /** The last tree of the states before this one: what did not change is taken from it. */
  #before: SyntaxTree | undefined;
  #tree: SyntaxTree | undefined;

  constructor(source: TextDocument, previous: DocumentState | null) {
    this.uri = source.uri;
    this.languageId = source.languageId;
    this.version = source.version;
    this.text = source.getText();
    this.source = source;
    if (previous !== null) this.#before = previous.#tree ?? previous.#before;
  }

  get tree(): SyntaxTree {
    if (this.#tree === undefined) {
      this.#tree = parseFile(this.text, this.#before);
      this.#before = undefined;
    }
    return this.#tree;
  }

  seed(tree: SyntaxTree): void {
    if (this.#tree !== undefined) return;
    if (tree.text === this.text) this.#tree = tree;
    else this.#before ??= tree;
  }
}

/** How the protocol library makes and changes documents. */
export const documentsConfiguration: TextDocumentsConfiguration<OpenDocument> = {
  create: (uri, languageId, version, text) => new DocumentState(TextDocument.create(uri, languageId, version, text), null),
  update: (document: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number) => {
    if (!(document instanceof DocumentState)) throw new Error('A document that was not made here');
    return new DocumentState(TextDocument.update(document.source, changes, version), document);
  },
};
