/** Copying or saving what a preview shows: as a picture, a document or text. */

import { env, l10n, QuickPickItemKind, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { exportViewRequest, type ExportFormat, type ExportViewAnswer, type ExportViewParams, type ViewParams } from '../../server/preview-protocol.ts';
import type { SaveFormat } from './messages.ts';

/** What is to become of the picture. */
export interface Choice {
  readonly format: SaveFormat;
  readonly copy: boolean;
}

const SUFFIX: Readonly<Record<SaveFormat, string>> = { svg: 'svg', png: 'png', html: 'html', report: 'html', markdown: 'md', mermaid: 'mmd', csv: 'csv' };

/** Asks for the format, of those that the view has; every picture can be had in pixels too. */
export async function chooseFormat(formats: readonly ExportFormat[]): Promise<Choice | undefined> {
  const names: Readonly<Record<SaveFormat, string>> = {
    svg: l10n.t('SVG picture'), png: l10n.t('PNG picture'), html: l10n.t('HTML page with its interactions'), report: l10n.t('HTML report of all views'),
    markdown: l10n.t('Markdown'), mermaid: l10n.t('Mermaid diagram'), csv: l10n.t('CSV table'),
  };
  const all = formats.flatMap((format): SaveFormat[] => (format === 'svg' ? ['svg', 'png'] : [format]));
  const item = (format: SaveFormat, copy: boolean): QuickPickItem & Choice => ({
    label: copy ? l10n.t('Copy as {0}', names[format]) : l10n.t('Save as {0}', names[format]), description: `.${SUFFIX[format]}`, format, copy,
  });
  const items: readonly (QuickPickItem & Partial<Choice>)[] = [
    ...all.filter((format) => format !== 'html' && format !== 'report').map((format) => item(format, true)),
    { label: '', kind: QuickPickItemKind.Separator },
    ...all.map((format) => item(format, false)),
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Copy or Save the Preview'), placeHolder: l10n.t('In which form?') });
  return picked?.format === undefined ? undefined : { format: picked.format, copy: picked.copy === true };
}

/** Draws what is shown in a format. `script` is where the page's script is. */
export async function textOfView(client: BaseLanguageClient, format: ExportFormat, params: ViewParams, script: Uri): Promise<string> {
  const source = format === 'html' || format === 'report' ? new TextDecoder().decode(await workspace.fs.readFile(script)) : null;
  const asked: ExportViewParams = { ...params, format, script: source };
  return (await client.sendRequest<ExportViewAnswer>(exportViewRequest, asked)).text;
}

/** Puts a text on the clipboard. */
export async function copyText(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied'), 3000);
}

/** Saves a view as a text, where the user says. */
export async function saveText(text: string, name: string, view: string, format: SaveFormat): Promise<void> {
  await save(new TextEncoder().encode(text), fileName(name, format === 'report' ? 'report' : view, format));
}

/** Saves a picture in pixels, as the page sent it. */
export async function savePng(base64: string, name: string, view: string): Promise<void> {
  await save(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)), fileName(name, view, 'png'));
}

/** Of letters and digits alone, so that no title can lead elsewhere. */
function fileName(name: string, view: string, format: SaveFormat): string {
  const words = name.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').toLowerCase().slice(0, 60);
  return `${words === '' ? 'strategy' : words}-${view}.${SUFFIX[format]}`;
}

async function save(content: Uint8Array, name: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({ ...folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }, title: l10n.t('Save the Preview') });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, content);
  const open = l10n.t('Open');
  const chosen = await window.showInformationMessage(l10n.t('Saved {0}', target.path.split('/').at(-1) ?? name), open);
  if (chosen === open) await env.openExternal(target);
}
