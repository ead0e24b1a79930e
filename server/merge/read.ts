/** From a syntax tree without errors to items. */

import { isLineEnd, isSpace } from '../../grammar/characters.ts';
import { piecesOf, type Piece } from '../../grammar/layout/pieces.ts';
import { decodeTriple } from '../../grammar/strings.ts';
import type { Declaration, DeclarationKind, Property, Span, SyntaxTree } from '../../grammar/tree.ts';
import { isFileSuppression, isSuppression } from './comments.ts';
import { NOTHING, type Body, type DeclarationItem, type FileItems, type Item, type Part } from './items.ts';
import { declarationKey, propertyKey, uniqueKeys } from './keys.ts';
import { headerParts, listOf, propertyParts } from './parts.ts';

/** A property or declaration that stands in a file or body. Places count from the start of the file. */
type Node =
  | (Span & { readonly kind: 'property'; readonly property: Property; readonly within: DeclarationKind; readonly offset: number })
  | (Span & { readonly kind: 'declaration'; readonly declaration: Declaration; readonly offset: number });

/** The items of a file; its tree must have no syntax error. */
export function readItems(tree: SyntaxTree): FileItems {
  const nodes = tree.chunks.flatMap(({ start, chunk }) => chunk.declarations.map((declaration) => declarationNode(declaration, start)));
  const { items, tail } = new ItemReader(tree).read(0, tree.text.length, nodes, false);
  return { items, tail };
}

function declarationNode(declaration: Declaration, offset: number): Node {
  return { kind: 'declaration', declaration, offset, start: offset + declaration.span.start, end: offset + declaration.span.end };
}

class ItemReader {
  readonly #text: string;
  readonly #pieces: readonly Piece[];

  constructor(tree: SyntaxTree) {
    this.#text = tree.text;
    this.#pieces = piecesOf(tree);
  }

  /** The items between two places; `inBody` says that `from` stands just after an opening brace. */
  read(from: number, to: number, nodes: readonly Node[], inBody: boolean): Body {
    const comments = this.#commentsBetween(from, to, nodes);
    const head = inBody ? this.#trailAt(from, comments) : NOTHING;
    let at = this.#afterLine(from + head.text.length, inBody);
    const items: Item[] = [];
    for (const node of nodes) {
      const above: Piece[] = [];
      while (comments[0] !== undefined && comments[0].start < node.start) above.push(...comments.splice(0, 1));
      const { free, lead } = divide(above, this.#pieceAt(node.start));
      for (const group of free) at = this.#addComment(items, group, at);
      const start = lead[0] === undefined ? this.#lineStart(node.start, at) : this.#lineStart(lead[0].start, at);
      const lineStart = this.#lineStart(node.start, at);
      const trail = this.#trailAt(node.end, comments);
      items.push(this.#item(node, {
        gap: this.#text.slice(at, start),
        lead: lead.length === 0 ? NOTHING : this.#part(start, lineStart),
        indent: this.#isLineStart(lineStart) ? this.#text.slice(lineStart, node.start) : null,
        trail,
      }));
      at = this.#afterLine(node.end + trail.text.length, true);
    }
    for (const group of divide(comments, undefined).free) at = this.#addComment(items, group, at);
    // The white space before a closing brace belongs to the brace.
    const tail = this.#text.slice(at, Math.max(at, inBody ? this.#lineStart(to, at) : to));
    return { head, items: uniqueKeys(items), tail };
  }

  #item(node: Node, around: Pick<Item, 'gap' | 'lead' | 'indent' | 'trail'>): Item {
    const core = this.#part(node.start, node.end);
    const partOf = (span: Span): Part => this.#part(node.offset + span.start, node.offset + span.end);
    const common = { ...around, core, signature: signatureOf(around.lead, core, around.trail) };
    if (node.kind === 'property') {
      const { property, within } = node;
      return {
        ...common, kind: 'property', key: propertyKey(property, within, core.signature), parts: propertyParts(property, partOf), list: listOf(property),
        day: property.name === 'checkin' ? property.value.date?.text ?? null : null, declaration: null,
      };
    }
    const { declaration } = node;
    const parts = headerParts(declaration, partOf);
    return {
      ...common, kind: 'declaration', key: declarationKey(declaration), parts, list: null, day: null,
      declaration: this.#declaration(declaration, node, parts),
    };
  }

  #declaration(declaration: Declaration, { offset, start, end }: Node, parts: ReadonlyMap<string, Part>): DeclarationItem {
    const { body } = declaration;
    const open = body === null ? end : offset + body.open.start;
    const last = this.#pieces[this.#firstFrom(open) - 1];
    const header = this.#part(start, last?.end ?? open);
    const commented = this.#pieces.slice(this.#firstFrom(start), this.#firstFrom(open)).some(({ kind }) => kind === 'comment');
    const read = body === null ? null : this.read(offset + body.open.end, body.close === null ? end : offset + body.close.start, this.#nodesIn(declaration, offset), true);
    const rest = [
      ...[...parts].filter(([name]) => name !== 'name' && name !== 'title').map(([, { signature }]) => signature),
      ...read === null ? [] : [read.head.signature, ...read.items.map(({ signature }) => signature)],
    ].join('\u0002');
    return { word: declaration.kind, title: declaration.title?.value ?? null, header, commented, rest, body: read };
  }

  #nodesIn({ kind: within, properties, children, body }: Declaration, offset: number): readonly Node[] {
    const inBody = properties.filter(({ span }) => body !== null && span.start > body.open.start);
    return [
      ...inBody.map((property): Node => ({ kind: 'property', property, within, offset, start: offset + property.span.start, end: offset + property.span.end })),
      ...children.map((child) => declarationNode(child, offset)),
    ].sort((a, b) => a.start - b.start);
  }

  #addComment(items: Item[], group: readonly Piece[], at: number): number {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return at;
    const lineStart = this.#lineStart(first.start, at);
    const core = this.#part(first.start, last.end);
    items.push({
      kind: 'comment', key: `comment ${core.signature}`, gap: this.#text.slice(at, lineStart), lead: NOTHING, indent: this.#text.slice(lineStart, first.start),
      core, trail: NOTHING, signature: signatureOf(NOTHING, core, NOTHING), parts: new Map(), list: null, day: null, declaration: null,
    });
    return this.#afterLine(last.end, true);
  }

  /** The comments between two places that stand in none of the nodes, in order. */
  #commentsBetween(from: number, to: number, nodes: readonly Node[]): Piece[] {
    const found: Piece[] = [];
    let index = this.#firstFrom(from);
    let next = 0;
    for (let piece = this.#pieces[index]; piece !== undefined && piece.start < to; piece = this.#pieces[index]) {
      const node = nodes[next];
      if (node !== undefined && piece.start >= node.start) {
        index = this.#firstFrom(node.end);
        next += 1;
        continue;
      }
      if (piece.kind === 'comment') found.push(piece);
      index += 1;
    }
    return found;
  }

  /** Takes the comment that stands on the same line after a place. */
  #trailAt(end: number, comments: Piece[]): Part {
    const [comment] = comments;
    if (comment === undefined || comment.start < end || comment.lineEnds > 0 || this.#text.slice(end, comment.start).trim() !== '') return NOTHING;
    comments.shift();
    return { text: this.#text.slice(end, comment.end), signature: comment.text.trimEnd() };
  }

  /** Where the next line begins, if nothing but white space follows on this one; else the place itself. */
  #afterLine(end: number, ends: boolean): number {
    if (!ends) return end;
    let offset = end;
    while (offset < this.#text.length && !isLineEnd(this.#text.charCodeAt(offset)) && isSpace(this.#text.charCodeAt(offset))) offset += 1;
    if (offset === this.#text.length) return offset;
    if (!isLineEnd(this.#text.charCodeAt(offset))) return end;
    return offset + (this.#text.startsWith('\r\n', offset) ? 2 : 1);
  }

  /** Where the white space begins that stands before a place on its line; not before `least`. */
  #lineStart(start: number, least: number): number {
    let offset = start;
    while (offset > least && !isLineEnd(this.#text.charCodeAt(offset - 1)) && isSpace(this.#text.charCodeAt(offset - 1))) offset -= 1;
    return offset;
  }

  #isLineStart(offset: number): boolean {
    return offset === 0 || isLineEnd(this.#text.charCodeAt(offset - 1));
  }

  #part(start: number, end: number): Part {
    const words: string[] = [];
    let index = this.#firstFrom(start);
    for (let piece = this.#pieces[index]; piece !== undefined && piece.start < end; piece = this.#pieces[index]) {
      words.push(wordOf(piece));
      index += 1;
    }
    return { text: this.#text.slice(start, end), signature: words.join('') };
  }

  #pieceAt(start: number): Piece | undefined {
    return this.#pieces[this.#firstFrom(start)];
  }

  /** The index of the first piece that begins at or after a place. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.start ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The comments above something: those that stand for themselves, in groups, and those that belong to it. */
function divide(comments: readonly Piece[], below: Piece | undefined): { readonly free: readonly (readonly Piece[])[]; readonly lead: readonly Piece[] } {
  const groups: Piece[][] = [];
  for (const comment of comments) {
    const last = groups.at(-1)?.at(-1);
    const joins = last !== undefined && comment.lineEnds <= 1 && isFileSuppression(last.text) === isFileSuppression(comment.text);
    if (joins) groups.at(-1)?.push(comment);
    else groups.push([comment]);
  }
  const last = groups.at(-1);
  if (last === undefined || below === undefined) return { free: groups, lead: [] };
  const text = last.at(-1)?.text ?? '';
  const belongs = !isFileSuppression(text) && (below.lineEnds <= 1 || isSuppression(text));
  return belongs ? { free: groups.slice(0, -1), lead: last } : { free: groups, lead: [] };
}

function signatureOf(lead: Part, core: Part, trail: Part): string {
  return [lead.signature, core.signature, trail.signature].join('\u0001');
}

/** What a word says: text in three quotes without the indentation that layout gives it. */
function wordOf({ kind, text, joined }: Piece): string {
  const word = kind === 'comment' ? `${text.trimEnd()}\n` : text.startsWith('"""') ? JSON.stringify(['"""', decodeTriple(text)]) : text;
  return joined ? word : `\u0000${word}`;
}
