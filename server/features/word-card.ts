/** What a hover says of a word of the language: what it is for, what stands after it, an example. */

import { declarationWord, MEASURES, propertyWord, type PropertyWord } from '../../grammar/vocabulary.ts';
import type { WordAt } from './cursor.ts';
import { escapeMarkdown } from '../model/markdown.ts';

/** Markdown; null for a word of which there is nothing to say. */
export function wordCard({ word, kind, property }: WordAt): string | null {
  if (property === null) {
    const { documentation, example } = declarationWord(kind);
    return page(documentation, example);
  }
  const known = propertyWord(kind, word);
  if (known !== undefined) return propertyCard(known);
  const written = property.name === 'measure' || property.name === 'metric' ? property.value.measure : null;
  const beginning = MEASURES.filter(({ words }) => words.split(' ')[0] === word);
  const measure = beginning.find(({ form }) => form === written?.form) ?? beginning[0];
  return measure === undefined ? null : page(measure.documentation, measure.example);
}

/** The documentation of a property with its closed list, where it has one. */
export function propertyCard({ documentation, example, choices }: PropertyWord): string {
  const list = choices.map((choice) => `- \`${choice.word}\`: ${escapeMarkdown(choice.documentation)}`).join('\n');
  return page(list === '' ? documentation : `${documentation}\n\n${list}`, example);
}

/** Documentation with an example in the language. */
export function page(documentation: string, example: string): string {
  return `${documentation}\n\n\`\`\`strategy\n${example}\n\`\`\``;
}
