/** `Throughline: Show History of…`: the life of one goal, objective or key result through git, as a page. */

import { commands, Disposable, EventEmitter, l10n, Uri, window, workspace, type TextDocumentContentProvider } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  outlineRequest, thingsAtRequest, type OutlineAnswer, type OutlineNode, type OutlineParams, type ThingsAtParams,
} from '../server/preview-protocol.ts';
import { historyRequest, type HistoryAnswer, type HistoryParams } from '../server/review-protocol.ts';

const SCHEME = 'throughline-history';

/** What is asked for: the id of a thing, and a document of its strategy. */
interface Asked {
  readonly id: string;
  readonly uri: string;
}

/** Registers the command and what holds its pages. */
export function registerHistory(client: BaseLanguageClient): Disposable {
  const pages = new Pages();
  return Disposable.from(
    pages,
    workspace.registerTextDocumentContentProvider(SCHEME, pages),
    commands.registerCommand('throughline.showHistory', async (id?: unknown, uri?: unknown) => {
      await client.start();
      const asked = typeof id === 'string' && typeof uri === 'string' ? { id, uri } : await ask(client);
      if (asked === undefined) return;
      const params: HistoryParams = { textDocument: { uri: asked.uri }, id: asked.id };
      try {
        const { markdown } = await client.sendRequest<HistoryAnswer>(historyRequest, params);
        await commands.executeCommand('markdown.showPreview', pages.put(asked.id, markdown));
      } catch (error) {
        void window.showInformationMessage(error instanceof Error ? error.message : String(error));
      }
    }),
  );
}

/** What the cursor stands in comes first; then everything of the workspace. */
async function ask(client: BaseLanguageClient): Promise<Asked | undefined> {
  const params: OutlineParams = { grouping: 'goal' };
  const { strategies } = await client.sendRequest<OutlineAnswer>(outlineRequest, params);
  const near = await atCursor(client);
  const items = strategies.flatMap(({ uri, nodes }) => [...thingsOf(nodes)].map((node) => ({ label: node.title, description: node.id ?? '', detail: node.detail, uri })));
  const unique = [...new Map(items.map((item) => [`${item.uri} ${item.description}`, item])).values()];
  const rank = (id: string): number => (near.includes(id) ? near.indexOf(id) : near.length);
  const picked = await window.showQuickPick(unique.toSorted((a, b) => rank(a.description) - rank(b.description)), {
    title: l10n.t('Show History of…'), placeHolder: l10n.t('Of which goal, objective or key result?'), matchOnDescription: true,
  });
  return picked === undefined ? undefined : { id: picked.description, uri: picked.uri };
}

function* thingsOf(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    if (node.id !== null && (node.kind === 'goal' || node.kind === 'objective' || node.kind === 'kr')) yield node;
    yield* thingsOf(node.children);
  }
}

/** The ids of what the cursor stands in, from the innermost out. */
async function atCursor(client: BaseLanguageClient): Promise<readonly string[]> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'strategy') return [];
  const { code2ProtocolConverter: convert } = client;
  const params: ThingsAtParams = { textDocument: { uri: convert.asUri(editor.document.uri) }, position: convert.asPosition(editor.selection.active) };
  return client.sendRequest<string[]>(thingsAtRequest, params);
}

/** The pages that were shown, by the id of what they tell. */
class Pages implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();

  get onDidChange() {
    return this.#changed.event;
  }

  put(id: string, markdown: string): Uri {
    const uri = Uri.from({ scheme: SCHEME, path: `/${l10n.t('History of {0}', id.replaceAll('/', ' '))}.md` });
    this.#texts.set(uri.path, markdown);
    this.#changed.fire(uri);
    return uri;
  }

  provideTextDocumentContent({ path }: Uri): string {
    return this.#texts.get(path) ?? '';
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
