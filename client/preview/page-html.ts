/** The document of a preview: a strict policy, one script, and no text of a strategy. */

/** What stands in it; all of it is made here. */
export interface PageParts {
  /** Of the script, as an address that the webview can load. */
  readonly script: string;
  /** Names this document's own script. */
  readonly nonce: string;
  readonly language: string;
  /** Texts of the page in the user's language, by their English. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The document. Scripts run by their nonce alone; nothing else is loaded but pictures that the page makes itself, and its style sheets are its own. */
export function pageHtml({ script, nonce, language, texts }: PageParts): string {
  const policy = [
    "default-src 'none'", `script-src 'nonce-${nonce}'`, 'img-src blob: data:', "base-uri 'none'", "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Throughline</title>
</head>
<body data-texts="${attribute(JSON.stringify(texts))}">
  <script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A word that nobody can guess. */
export function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
