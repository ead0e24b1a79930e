/** Names of things in Markdown, that lead to where they are declared. */

import type { Entity } from '../model/strategy.ts';
import { nameOf } from './destinations.ts';
import { code, escapeMarkdown } from '../model/markdown.ts';
import type { Snapshot } from './snapshot.ts';

/** A thing in Markdown: title and id, or the id alone. */
export type Naming = (entity: Entity) => string;

/** Names that lead nowhere. */
export const plainNaming: Naming = (entity) => (
  entity.title === null ? code(entity.id) : `${escapeMarkdown(entity.title)}${idBeside(entity)}`
);

/** Schemes of files that editors open from a hover. */
const OPENED = /^(?:file|vscode-remote):/;

/** Names that lead to the declaration, where the client shows Markdown and can open the file. */
export function linkedNaming(snapshot: Pick<Snapshot, 'uriOf' | 'client'>): Naming {
  return (entity) => {
    const place = snapshot.client.markdown ? nameOf(snapshot, entity) : null;
    if (place === null || !OPENED.test(place.uri)) return plainNaming(entity);
    const { uri, range: { start } } = place;
    const address = uri.replace(/[()<>\\\s[\]#?]/g, (special) => `%${special.charCodeAt(0).toString(16).toUpperCase()}`);
    const target = `${address}#L${start.line + 1},${start.character + 1}`;
    return entity.title === null ? `[${code(entity.id)}](${target})` : `[${escapeMarkdown(entity.title)}](${target})${idBeside(entity)}`;
  };
}

/** The id of a thing that has a name; that of a kr without one holds its title once more. */
function idBeside({ id, declaration }: Entity): string {
  return declaration.name === null ? '' : ` (${code(id)})`;
}
