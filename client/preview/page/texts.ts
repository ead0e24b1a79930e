/** The page's texts in the language that it was given, else in English. */

import { PAGE_TEXTS, type PageText } from '../page-texts.ts';

function given(): Readonly<Record<string, unknown>> {
  const { texts } = document.body.dataset;
  if (texts === undefined) return {};
  const parsed: unknown = JSON.parse(texts);
  return typeof parsed === 'object' && parsed !== null ? parsed as Readonly<Record<string, unknown>> : {};
}

let translations: Readonly<Record<string, unknown>> | null = null;

/** A text with its places filled in. */
export function t(name: PageText, ...values: readonly string[]): string {
  translations ??= given();
  const found = translations[name];
  const text = typeof found === 'string' ? found : PAGE_TEXTS[name];
  return text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

/** Whether there is a text of that name. */
export function isText(name: string): name is PageText {
  return name in PAGE_TEXTS;
}
