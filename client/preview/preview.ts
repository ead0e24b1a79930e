/** One preview: a panel that shows pictures of a strategy, in step with its text. */

import { commands, env, l10n, Uri, ViewColumn, window, workspace, type Disposable, type TextDocument, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Location } from 'vscode-languageserver-types';
import {
  cardRequest, fieldRequest, placeOfThingRequest, setFieldRequest, viewRequest,
  type CardAnswer, type CardParams, type Field, type FieldAnswer, type FieldParams, type LayoutHints, type SetFieldParams, type ThingParams, type ViewAnswer,
  type ViewName, type ViewParams,
} from '../../server/preview-protocol.ts';
import { RECORD_CHECKIN } from '../../server/protocol.ts';
import type { FromPage, PageCommand, PreviewIdentity, Question, ToPage, Wanted } from './messages.ts';
import { newNonce, pageHtml } from './page-html.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { realign } from './realign.ts';
import { chooseFormat, copyText, savePng, saveText, textOfView } from './saving.ts';
import { applyEdit, showSource, type Shown } from './source.ts';

export const VIEW_TYPE = 'throughline.preview';

/** What a preview needs of the world around it. */
export interface PreviewHost {
  readonly client: BaseLanguageClient;
  readonly extension: Uri;
  /** Told of what a preview selects in a text, before it does. */
  readonly onSelecting: (shown: Shown) => void;
  /** Told when it was locked or unlocked, or became the active one. */
  readonly onState: (preview: Preview) => void;
  /** Told of the first picture of a strategy in a page. */
  readonly onPicture: (preview: Preview) => void;
  readonly onDisposed: (preview: Preview) => void;
}

export class Preview {
  readonly #panel: WebviewPanel;
  readonly #host: PreviewHost;
  readonly #listening: Disposable[];
  #identity: PreviewIdentity;
  /** null until the page runs. */
  #wanted: Wanted | null = null;
  #answer: ViewAnswer | null = null;
  /** Of the picture that is shown, by view. */
  #hints: { readonly root: string; readonly hints: LayoutHints | null } | null = null;
  /** Of the strategy that the page shows; null before its first picture. */
  #shownRoot: string | null = null;
  /** What the page asked for and shows. */
  #shown: Wanted | null = null;
  /** A picture is being drawn; `again` where something has changed meanwhile. */
  #drawing: { again: boolean } | null = null;
  /** The view to begin with; null for what the page shows by itself. */
  #first: ViewName | null;
  /** What was changed from here, so that it can be undone from here. */
  #changed: TextDocument | null = null;

  constructor(panel: WebviewPanel, identity: PreviewIdentity, view: ViewName | null, host: PreviewHost) {
    this.#panel = panel;
    this.#identity = identity;
    this.#host = host;
    this.#first = view;
    const { webview } = panel;
    const dist = Uri.joinPath(host.extension, 'dist');
    const icons = Uri.joinPath(host.extension, 'client/icons');
    panel.iconPath = { light: Uri.joinPath(icons, 'strategy-light.svg'), dark: Uri.joinPath(icons, 'strategy-dark.svg') };
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    this.#listening = [
      webview.onDidReceiveMessage((message: FromPage) => { void this.#hear(message).catch((error: unknown) => { this.#fail(error); }); }),
      panel.onDidChangeViewState(() => {
        host.onState(this);
        if (panel.visible) this.refresh();
        // A page that is hidden is gone; it says so when it is back.
        else this.#wanted = null;
      }),
      panel.onDidDispose(() => {
        for (const listening of this.#listening) listening.dispose();
        host.onDisposed(this);
      }),
    ];
    this.#tell();
    webview.html = pageHtml({
      script: webview.asWebviewUri(Uri.joinPath(dist, 'preview.js')).toString(),
      nonce: newNonce(), language: env.language,
      texts: Object.fromEntries(Object.entries(PAGE_TEXTS).map(([name, text]) => [name, l10n.t(text)])),
    });
  }

  get uri(): string {
    return this.#identity.uri;
  }

  get isLocked(): boolean {
    return this.#identity.locked;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  get column(): ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  /** The folder of the strategy that is shown; null before the first picture. */
  get root(): string | null {
    return this.#answer?.root ?? null;
  }

  reveal(column: ViewColumn | undefined, preserveFocus: boolean): void {
    this.#panel.reveal(column, preserveFocus);
  }

  /** Shows the strategy of another document. */
  follow(uri: string): void {
    if (uri === this.#identity.uri) return;
    this.#identity = { ...this.#identity, uri };
    this.#post({ type: 'identity', identity: this.#identity });
    this.refresh();
  }

  lock(locked: boolean): void {
    this.#identity = { ...this.#identity, locked };
    this.#post({ type: 'identity', identity: this.#identity });
    this.#tell();
    this.#host.onState(this);
  }

  get marksChanges(): boolean {
    return this.#identity.changes;
  }

  /** Marks in the map what a review says changed, or does so no longer. */
  showChanges(changes: boolean): void {
    if (changes === this.#identity.changes) return;
    this.#identity = { ...this.#identity, changes };
    this.#post({ type: 'identity', identity: this.#identity });
    this.refresh();
  }

  showView(view: ViewName): void {
    this.#post({ type: 'view', view });
  }

  command(command: PageCommand, id: string | null = null): void {
    this.#post({ type: 'command', command, id });
  }

  /** The cursor stands in these things, from the innermost out. */
  select(ids: readonly string[]): void {
    this.#post({ type: 'selected', ids });
  }

  /** Draws anew, once what is being drawn is there. */
  refresh(): void {
    if (this.#wanted === null || !this.#panel.visible) return;
    if (this.#drawing !== null) {
      this.#drawing.again = true;
      return;
    }
    void this.#draw();
  }

  /** Goes to the text of what is shown: the document that it follows. */
  async showSource(): Promise<void> {
    const uri = this.#host.client.protocol2CodeConverter.asUri(this.#identity.uri);
    const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    await window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn: visible?.viewColumn ?? ViewColumn.Beside });
  }

  async openSource(id: string, open: boolean, focus: boolean): Promise<void> {
    const { client, onSelecting } = this.#host;
    const params: ThingParams = { textDocument: { uri: this.uri }, id };
    const location = await client.sendRequest<Location | null>(placeOfThingRequest, params);
    if (location !== null) await showSource(client, location, { open, focus, from: this.column }, onSelecting);
  }

  async realign(id: string, to: string | null): Promise<void> {
    this.#remember(await realign(this.#host.client, this.uri, id, to));
  }

  /** Copies or saves what is shown, as the user chooses. */
  async export(): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === null || this.#answer === null) return;
    const choice = await chooseFormat(this.#answer.formats);
    if (choice === undefined) return;
    const { format, copy } = choice;
    const { name, size } = this.#answer;
    const { client, extension } = this.#host;
    if (format === 'png' && size !== null) {
      this.#post({ type: 'rasterise', svg: null, copy });
      return;
    }
    const text = await textOfView(client, format === 'png' ? 'svg' : format, this.#params(wanted), Uri.joinPath(extension, 'dist/preview.js'));
    // What flows, as a table does, is no picture in the page: the one that would be saved is drawn.
    if (format === 'png') this.#post({ type: 'rasterise', svg: text, copy });
    else if (copy) await copyText(text);
    else await saveText(text, name, wanted.view, format);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#wanted = message.wanted;
        this.#shownRoot = null;
        this.#post({ type: 'identity', identity: this.#identity });
        if (this.#first === null || this.#first === message.wanted.view) this.refresh();
        else this.showView(this.#first);
        this.#first = null;
        return;
      case 'show':
        this.#wanted = message.wanted;
        this.refresh();
        return;
      case 'select': await this.openSource(message.id, message.open, message.focus); return;
      case 'realign': await this.realign(message.id, message.to); return;
      case 'checkin': await commands.executeCommand(RECORD_CHECKIN, message.id); return;
      case 'undo': await this.#undo(message.redo); return;
      case 'png':
        if (message.copied) window.setStatusBarMessage(l10n.t('Copied'), 3000);
        else if (message.base64 !== null) await savePng(message.base64, this.#answer?.name ?? '', this.#wanted?.view ?? 'map');
        return;
      case 'failed': this.#fail(message.message); return;
      case 'question': await this.#answerQuestion(message.number, message.question); return;
      default: message satisfies never;
    }
  }

  async #answerQuestion(number: number, question: Question): Promise<void> {
    try {
      this.#post({ type: 'answer', number, value: await this.#valueOf(question), error: null });
    } catch (error) {
      this.#post({ type: 'answer', number, value: null, error: messageOf(error) });
    }
  }

  async #valueOf(question: Question): Promise<CardAnswer | Field | string | null> {
    const { client } = this.#host;
    const textDocument = { uri: this.uri };
    switch (question.type) {
      case 'card': {
        const params: CardParams = { textDocument, id: question.id, asOf: question.asOf };
        return client.sendRequest<CardAnswer | null>(cardRequest, params);
      }
      case 'field': {
        const params: FieldParams = { textDocument, id: question.id, field: question.field };
        return client.sendRequest<Field>(fieldRequest, params);
      }
      case 'setField': {
        const params: SetFieldParams = { textDocument, id: question.id, field: question.field, text: question.text };
        const { problem, edit } = await client.sendRequest<FieldAnswer>(setFieldRequest, params);
        if (edit !== null) this.#remember(await applyEdit(client, edit));
        return problem;
      }
      default: return question satisfies never;
    }
  }

  async #draw(): Promise<void> {
    const drawing = { again: false };
    this.#drawing = drawing;
    try {
      do {
        drawing.again = false;
        const wanted = this.#wanted;
        if (wanted === null) break;
        await this.#drawOnce(wanted);
      } while (isAgain(drawing));
    } finally {
      this.#drawing = null;
    }
  }

  async #drawOnce(wanted: Wanted): Promise<void> {
    const { client } = this.#host;
    try {
      await client.start();
      const answer = await client.sendRequest<ViewAnswer | null>(viewRequest, this.#params(wanted));
      if (answer === null) {
        this.#answer = null;
        this.#shown = null;
        this.#post({ type: 'nothing', message: l10n.t('There is no strategy here yet. Write a goal, and it appears.') });
        return;
      }
      const isFirst = this.#shownRoot !== answer.root;
      const isSame = !isFirst && this.#shown === wanted && this.#answer !== null && isSamePicture(this.#answer, answer);
      this.#shownRoot = answer.root;
      this.#shown = wanted;
      this.#answer = answer;
      this.#hints = { root: answer.root, hints: answer.hints };
      this.#tell();
      // Most edits of a large strategy change nothing in what is filtered and in sight.
      if (isSame) return;
      this.#post({ type: 'picture', answer, wanted });
      if (isFirst) this.#host.onPicture(this);
    } catch (error) {
      this.#shown = null;
      this.#post({ type: 'nothing', message: messageOf(error) });
    }
  }

  #params(wanted: Wanted): ViewParams {
    const hints = this.#hints?.hints ?? null;
    return { ...wanted, textDocument: { uri: this.uri }, changes: this.#identity.changes, hints: hints?.view === wanted.view ? hints : null };
  }

  #remember(changed: readonly TextDocument[]): void {
    this.#changed = changed[0] ?? this.#changed;
  }

  /** Takes back what was changed from here, in the text, and comes back. */
  async #undo(redo: boolean): Promise<void> {
    if (this.#changed === null) return;
    const visible = window.visibleTextEditors.find(({ document }) => document === this.#changed);
    await window.showTextDocument(this.#changed, { viewColumn: visible?.viewColumn ?? ViewColumn.Beside });
    // The text has the focus once VS Code has moved it there; before that the page would be asked to undo.
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await commands.executeCommand(redo ? 'redo' : 'undo');
    this.#panel.reveal(undefined, false);
  }

  /** What stands on the tab: brackets say that it follows nothing, as those of other previews do. */
  #tell(): void {
    const name = this.#answer?.name ?? '';
    const title = name === '' ? l10n.t('Strategy Preview') : l10n.t('Preview {0}', name.length > 60 ? `${name.slice(0, 60)}…` : name);
    const shown = this.#identity.locked ? `[${title}]` : title;
    if (this.#panel.title !== shown) this.#panel.title = shown;
  }

  #fail(error: unknown): void {
    void window.showErrorMessage(messageOf(error));
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}

function isSamePicture(a: ViewAnswer, b: ViewAnswer): boolean {
  return a.html === b.html && a.summary === b.summary && a.title === b.title && a.today === b.today && a.style === b.style
    && a.days.join() === b.days.join() && JSON.stringify(a.choices) === JSON.stringify(b.choices);
}

/** Read by a function, since it changes while something is waited for. */
function isAgain(drawing: { readonly again: boolean }): boolean {
  return drawing.again;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
