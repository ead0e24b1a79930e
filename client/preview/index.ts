/** The previews that are open, their commands, and what keeps them in step with the text. */

import {
  commands, Disposable, l10n, TextEditorSelectionChangeKind, Uri, ViewColumn, window, workspace,
  type Event, type ExtensionContext, type Selection, type TextDocument, type TextEditor, type WebviewPanel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  outlineRequest, thingsAtRequest,
  type OutlineAnswer, type OutlineParams, type ThingsAtParams, type ViewName,
} from '../../server/preview-protocol.ts';
import { RECORD_CHECKIN } from '../../server/protocol.ts';
import { onStrategiesChanged } from '../strategies-changed.ts';
import type { PreviewIdentity } from './messages.ts';
import { Preview, VIEW_TYPE } from './preview.ts';
import { realign } from './realign.ts';
import type { Shown } from './source.ts';

/** Milliseconds after the cursor has moved. */
const PAUSE = 60;

/** The review that is shown beside the previews. */
interface ShownReview {
  readonly current: unknown;
  readonly onDidChange: Event<void>;
}

/** What VS Code tells a command of the context menu of a picture. */
interface PictureContext {
  readonly throughlineId?: string;
}

/** Registers commands and what brings previews back after a reload. */
export function registerPreviews(context: ExtensionContext, client: BaseLanguageClient, review: ShownReview): Disposable {
  const previews = new Previews(context, client);
  const onElement = (run: (preview: Preview, id: string) => unknown) => (asked?: PictureContext): unknown => {
    const preview = previews.active;
    return preview === undefined || asked?.throughlineId === undefined ? undefined : run(preview, asked.throughlineId);
  };
  return Disposable.from(
    previews,
    review.onDidChange(() => { previews.reviewed(review.current !== null); }),
    commands.registerCommand('throughline.showReviewInMap', () => previews.showChanges()),
    commands.registerCommand('throughline.openPreview', (uri: unknown, view: unknown) => previews.open(uriOf(uri), viewOf(view), false)),
    commands.registerCommand('throughline.openPreviewToSide', (uri: unknown, view: unknown) => previews.open(uriOf(uri), viewOf(view), true)),
    commands.registerCommand('throughline.preview.lock', () => { previews.active?.lock(true); }),
    commands.registerCommand('throughline.preview.unlock', () => { previews.active?.lock(false); }),
    commands.registerCommand('throughline.preview.showSource', () => previews.active?.showSource()),
    commands.registerCommand('throughline.preview.export', () => previews.active?.export()),
    commands.registerCommand('throughline.preview.collapseAll', () => { previews.active?.command('collapseAll'); }),
    commands.registerCommand('throughline.preview.expandAll', () => { previews.active?.command('expandAll'); }),
    commands.registerCommand('throughline.preview.openElement', onElement((preview, id) => preview.openSource(id, true, true))),
    commands.registerCommand('throughline.preview.editElement', onElement((preview, id) => { preview.command('edit', id); })),
    commands.registerCommand('throughline.preview.realignElement', onElement((preview, id) => preview.realign(id, null))),
    commands.registerCommand('throughline.preview.checkinElement', onElement((_, id) => commands.executeCommand(RECORD_CHECKIN, id))),
    commands.registerCommand('throughline.realign', (id?: string, uri?: string) => previews.realign(id, uri)),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const identity = identityOf(state);
        previews.adopt(panel, { ...identity, uri: identity.uri === '' ? await previews.current() ?? '' : identity.uri });
      },
    }),
  );
}

class Previews {
  readonly #client: BaseLanguageClient;
  readonly #extension: Uri;
  readonly #open = new Set<Preview>();
  readonly #listening: Disposable;
  /** The one that was active last. */
  #last: Preview | undefined;
  /** What a preview selects in a text: that is not the user's doing. */
  #own: Shown | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ extensionUri }: ExtensionContext, client: BaseLanguageClient) {
    this.#client = client;
    this.#extension = extensionUri;
    this.#listening = Disposable.from(
      onStrategiesChanged(client)(({ roots }) => { this.#changed(roots); }),
      window.onDidChangeActiveTextEditor((editor) => { this.#follow(editor); }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => { this.#cursorMoved(textEditor, selections[0], kind); }),
    );
  }

  /** The active one, else the one that was active last. */
  get active(): Preview | undefined {
    return [...this.#open].find(({ isActive }) => isActive) ?? this.#last ?? [...this.#open][0];
  }

  /** Shows the strategy of a document, of the active one, or one of the workspace: in the preview that follows, where there is one. */
  async open(asked: Uri | undefined, view: ViewName | undefined, beside: boolean): Promise<void> {
    const uri = asked === undefined ? await this.current() : this.#client.code2ProtocolConverter.asUri(asked);
    if (uri === undefined) return;
    const column = beside ? ViewColumn.Beside : ViewColumn.Active;
    const follower = [...this.#open].find(({ isLocked }) => !isLocked);
    if (follower !== undefined) {
      follower.follow(uri);
      follower.reveal(beside ? undefined : column, beside);
      if (view !== undefined) follower.showView(view);
      return;
    }
    const panel = window.createWebviewPanel(VIEW_TYPE, l10n.t('Strategy Preview'), { viewColumn: column, preserveFocus: beside }, { enableScripts: true });
    this.adopt(panel, { uri, locked: false, changes: false }, view);
  }

  /** The map of what a review says changed. */
  async showChanges(): Promise<void> {
    await this.open(undefined, 'map', true);
    for (const preview of this.#open) if (!preview.isLocked) preview.showChanges(true);
  }

  /** A review has something new to say, or is over. */
  reviewed(isShown: boolean): void {
    for (const preview of this.#open) {
      if (!preview.marksChanges) continue;
      if (isShown) preview.refresh();
      else preview.showChanges(false);
    }
  }

  /** Takes a panel, a new one or one of before a reload. */
  adopt(panel: WebviewPanel, identity: PreviewIdentity, view: ViewName | null = null): void {
    const preview: Preview = new Preview(panel, identity, view, {
      client: this.#client,
      extension: this.#extension,
      onSelecting: (shown) => { this.#own = shown; },
      onState: (one) => { this.#told(one); },
      onPicture: (one) => { this.#showCursor(one); },
      onDisposed: (one) => {
        this.#open.delete(one);
        if (this.#last === one) this.#last = undefined;
      },
    });
    this.#open.add(preview);
    this.#told(preview);
  }

  /** Realigns a thing by its id; that in which the cursor stands without one. */
  async realign(id: string | undefined, uri: string | undefined): Promise<void> {
    await this.#client.start();
    const editor = window.activeTextEditor;
    if (id !== undefined && uri !== undefined) {
      await realign(this.#client, uri, id, null);
      return;
    }
    const found = editor === undefined || !isStrategy(editor.document) ? [] : await this.#thingsAt(editor);
    const own = id ?? found[0];
    const document = editor?.document;
    if (own === undefined || document === undefined) {
      void window.showInformationMessage(l10n.t('Put the cursor into a goal or an objective first.'));
      return;
    }
    await realign(this.#client, this.#client.code2ProtocolConverter.asUri(document.uri), own, null);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
  }

  #told(preview: Preview): void {
    if (!preview.isActive) return;
    this.#last = preview;
    void commands.executeCommand('setContext', 'throughline.previewLocked', preview.isLocked);
  }

  #changed(roots: readonly string[]): void {
    for (const preview of this.#open) if (preview.root === null || roots.length === 0 || roots.includes(preview.root)) preview.refresh();
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor === undefined || !isStrategy(editor.document)) return;
    const uri = this.#client.code2ProtocolConverter.asUri(editor.document.uri);
    for (const preview of this.#open) if (!preview.isLocked) preview.follow(uri);
  }

  #cursorMoved(editor: TextEditor, selection: Selection | undefined, kind: TextEditorSelectionChangeKind | undefined): void {
    if (this.#open.size === 0 || selection === undefined || !isStrategy(editor.document)) return;
    const own = this.#own;
    this.#own = null;
    if (own !== null && kind !== TextEditorSelectionChangeKind.Mouse && own.range.isEqual(selection) && own.uri.toString() === editor.document.uri.toString()) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#thingsAt(editor).then((ids) => {
        for (const preview of this.#open) if (preview.isVisible) preview.select(ids);
      }, () => undefined);
    }, PAUSE);
  }

  /** Selects in a new picture what the cursor stands in. */
  #showCursor(preview: Preview): void {
    const editor = window.visibleTextEditors.find(({ document }) => this.#client.code2ProtocolConverter.asUri(document.uri) === preview.uri);
    if (editor === undefined) return;
    this.#thingsAt(editor).then((ids) => { preview.select(ids); }, () => undefined);
  }

  #thingsAt({ document, selection }: TextEditor): Promise<string[]> {
    const params: ThingsAtParams = {
      textDocument: { uri: this.#client.code2ProtocolConverter.asUri(document.uri) }, position: this.#client.code2ProtocolConverter.asPosition(selection.active),
    };
    return this.#client.sendRequest<string[]>(thingsAtRequest, params);
  }

  /** The strategy of the active document, else the only one of the workspace, else one that the user chooses. */
  async current(): Promise<string | undefined> {
    const document = window.activeTextEditor?.document;
    if (document !== undefined && isStrategy(document)) return this.#client.code2ProtocolConverter.asUri(document.uri);
    await this.#client.start();
    const params: OutlineParams = { grouping: 'goal' };
    const { strategies } = await this.#client.sendRequest<OutlineAnswer>(outlineRequest, params);
    if (strategies.length === 0) {
      void window.showInformationMessage(l10n.t('There is no strategy in this workspace yet. Throughline: New Strategy begins one.'));
      return undefined;
    }
    if (strategies.length === 1) return strategies[0]?.uri;
    const items = strategies.map(({ name, uri, root }) => ({ label: name, description: workspace.asRelativePath(this.#client.protocol2CodeConverter.asUri(root)), uri }));
    return (await window.showQuickPick(items, { placeHolder: l10n.t('Which strategy?') }))?.uri;
  }
}

function isStrategy({ languageId }: TextDocument): boolean {
  return languageId === 'strategy';
}

const VIEWS: readonly ViewName[] = ['map', 'scorecard', 'timeline', 'metrics', 'owners'];

/** A menu gives things of its own beside the document. */
function uriOf(asked: unknown): Uri | undefined {
  return asked instanceof Uri ? asked : undefined;
}

function viewOf(asked: unknown): ViewName | undefined {
  return VIEWS.find((view) => view === asked);
}

/** What the page kept, as far as it is what this version keeps. */
function identityOf(state: unknown): PreviewIdentity {
  const { uri, locked, changes } = typeof state === 'object' && state !== null ? state as Partial<Record<keyof PreviewIdentity, unknown>> : {};
  return { uri: typeof uri === 'string' ? uri : '', locked: locked === true, changes: changes === true };
}
