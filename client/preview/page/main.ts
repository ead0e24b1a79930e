/** Entry of the page: in a webview of VS Code, or in a document that was exported. */

import { DocumentPage } from './document-page.ts';
import { EditorHost } from './editor-host.ts';
import { EditorPage } from './editor-page.ts';
import style from './page.css';
import { adopt } from './style-sheets.ts';

function start(): void {
  adopt('page', style);
  const host = EditorHost.find();
  if (host !== null) new EditorPage(host);
  else new DocumentPage();
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
