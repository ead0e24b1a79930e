/** What makes an item the same item in another version of the file. */

import type { Declaration, DeclarationKind, Property } from '../../grammar/tree.ts';
import type { Item } from './items.ts';

/** Of a declaration its name; without one its title. */
export function declarationKey({ kind, name, title }: Declaration): string {
  if (kind === 'strategy') return kind;
  return name === null ? `untitled ${kind} ${title?.value ?? ''}` : `named ${name.text}`;
}

/**
 * Of a property its word; of one that may stand more than once what tells it from the others: a check-in's date, the
 * metric of a goal's metric, an evidence's kind and date, a link. `within` is the kind of declaration it stands in.
 */
export function propertyKey(property: Property, within: DeclarationKind, signature: string): string {
  const { name, value } = property;
  switch (name) {
    case 'checkin': return `checkin ${value.date?.text ?? signature}`;
    case 'evidence': return `evidence ${value.word?.text ?? ''} ${value.date?.text ?? value.text?.value ?? ''}`;
    case 'link': return `link ${value?.value ?? ''}`;
    case 'metric': return within === 'goal' ? `metric ${value.reference?.text ?? ''}` : name;
    default: return name;
  }
}

/** The items with a number after each key that an item above has too. */
export function uniqueKeys(items: readonly Item[]): readonly Item[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const nth = (seen.get(item.key) ?? 0) + 1;
    seen.set(item.key, nth);
    return nth === 1 ? item : { ...item, key: `${item.key} #${nth}` };
  });
}
