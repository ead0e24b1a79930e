/**
 * A file as a merge sees it: declarations and properties, each with the comments that belong to it, and nothing lost
 * between them. All texts are as written, so that what nobody changed is given back as it was.
 */

/** A piece of text with what it says: two with equal signatures differ in white space alone. */
export interface Part {
  readonly text: string;
  readonly signature: string;
}

/** What stands on lines of its own in a file or a body. */
export interface Item {
  readonly kind: 'comment' | 'property' | 'declaration';
  /** Tells it from its siblings; the same thing has the same key in all versions, see `keys.ts`. */
  readonly key: string;
  /** The blank lines above it. */
  readonly gap: string;
  /** The comments directly above it, as whole lines. */
  readonly lead: Part;
  /** White space before it on its line; null where something else stands there. */
  readonly indent: string | null;
  /** From its first word to its last, a body included; of a comment its lines. */
  readonly core: Part;
  /** The comment after it on its line, with the white space between. */
  readonly trail: Part;
  /** Lead, core and trail in one. */
  readonly signature: string;
  /** The parts of a property or of a declaration's header, by name, in the order written. */
  readonly parts: ReadonlyMap<string, Part>;
  /** Of a list of names, the names; else null. */
  readonly list: readonly string[] | null;
  /** Of a check-in its day, else null. */
  readonly day: string | null;
  /** Of a declaration; null of everything else. */
  readonly declaration: DeclarationItem | null;
}

export interface DeclarationItem {
  /** `goal`, `kr`, … */
  readonly word: string;
  readonly title: string | null;
  /** From the word to the last word before the body. */
  readonly header: Part;
  /** A comment stands within the header, which is then not taken apart. */
  readonly commented: boolean;
  /** The signature of everything but name and title. */
  readonly rest: string;
  /** null without a body. */
  readonly body: Body | null;
}

export interface Body {
  /** The comment after the opening brace on its line, with the white space before it. */
  readonly head: Part;
  readonly items: readonly Item[];
  /** The blank lines below the last item. */
  readonly tail: string;
}

/** A whole file. */
export interface FileItems {
  readonly items: readonly Item[];
  /** The blank lines below the last item. */
  readonly tail: string;
}

export const NOTHING: Part = { text: '', signature: '' };
