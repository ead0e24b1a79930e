/** Style sheets of the page, put in so that no content security policy needs to allow them by where they come from. */

const sheets = new Map<string, { readonly sheet: CSSStyleSheet; text: string }>();

/** Makes the sheet of a name say this; nothing happens where it does already. */
export function adopt(name: string, text: string): void {
  const known = sheets.get(name);
  if (known?.text === text) return;
  if (known !== undefined) {
    known.sheet.replaceSync(text);
    known.text = text;
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.set(name, { sheet, text });
  document.adoptedStyleSheets.push(sheet);
}
