/** The preview in VS Code: the extension draws, the page shows, and what the user does there goes back. */

import type { FieldName, Sorting, SortKey, ViewName } from '../../../server/preview-protocol.ts';
import type { PageCommand, ToPage, Wanted } from '../messages.ts';
import { elementAround, idOf, make } from './dom.ts';
import { Drag } from './drag.ts';
import { edit, fieldOf } from './editing.ts';
import type { EditorHost, Kept } from './editor-host.ts';
import { NO_FILTER } from './filter-panel.ts';
import { HoverCard } from './hover-card.ts';
import { keyHelp } from './key-help.ts';
import { listenToKeys } from './keys.ts';
import { base64Of, documentOf, pictureOf, rasterise } from './raster.ts';
import { Selection } from './selection.ts';
import { Stage, type Look } from './stage.ts';
import { t } from './texts.ts';
import { Toolbar, VIEWS } from './toolbar.ts';
import { adopt } from './style-sheets.ts';

const FIRST: Wanted = { view: 'map', asOf: null, filter: NO_FILTER, collapsed: [], history: false, grouping: 'goal', sorting: null, aspect: 16 / 9 };
/** Milliseconds after which how the picture is looked at is kept. */
const PAUSE = 150;

type Picture = Extract<ToPage, { type: 'picture' }>;

export class EditorPage {
  readonly #host: EditorHost;
  readonly #toolbar: Toolbar;
  readonly #stage: Stage;
  readonly #selection: Selection;
  readonly #hover: HoverCard;
  readonly #drag: Drag;
  readonly #help = keyHelp(true);
  readonly #summary = make('p', { class: 'visually-hidden', role: 'status' });
  /** The strategy, and the view of it: for those who go by headings. */
  readonly #heading = make('h1', { class: 'visually-hidden' });
  readonly #subheading = make('h2', { class: 'visually-hidden' });
  readonly #nothing = make('p', { class: 'nothing', hidden: true });
  #identity: { uri: string; locked: boolean } = { uri: '', locked: false };
  #wanted: Wanted;
  #looks: Partial<Record<ViewName, Look>>;
  /** The view and the strategy in the stage; null before the first. */
  #shown: { readonly view: ViewName; readonly root: string } | null = null;
  #root: string | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: EditorHost) {
    this.#host = host;
    const { wanted = null, looks = {}, selected = null, root = null, uri = '', locked = false } = host.kept;
    this.#wanted = { ...FIRST, ...wanted };
    this.#looks = looks;
    this.#root = root;
    this.#identity = { uri, locked };
    this.#stage = new Stage(() => { this.#looked(); });
    this.#selection = new Selection(this.#stage, (id) => { this.#selected(id, false, false); });
    this.#toolbar = new Toolbar({
      onView: (view) => { this.#want({ view }); },
      onText: (text) => { this.#want({ filter: { ...this.#wanted.filter, text } }); },
      onFilter: (filter) => { this.#want({ filter: { ...filter, text: this.#wanted.filter.text } }); },
      onDay: (asOf) => { this.#want({ asOf }); },
      onGrouping: (grouping) => { this.#want({ grouping }); },
      onHistory: (history) => { this.#want({ history }); },
      onZoom: (change) => { this.#zoom(change); },
      onHelp: () => { this.#help.showModal(); },
      onSearched: () => { this.#selection.moveToEnd('first'); },
    });
    this.#hover = new HoverCard(this.#stage.element, (id) => this.#card(id), ({ target }) => (this.#drag.isActive ? null : elementAround(target)), (id) => { this.#named(id); });
    this.#drag = new Drag(this.#stage, { canRealign: true, onDrop: (id, to) => { host.post({ type: 'realign', id, to }); } });
    this.#selection.restore(selected);
    document.body.classList.add('throughline', 'page');
    this.#stage.element.id = 'stage';
    this.#stage.element.prepend(this.#heading, this.#subheading);
    document.body.append(this.#toolbar.element, this.#stage.element, this.#nothing, this.#summary, this.#help);
    this.#toolbar.showView(this.#wanted.view);
    this.#toolbar.showWanted(this.#wanted);
    this.#toolbar.showZoom(1);
    this.#listen();
    if (wanted === null) this.#wanted = { ...this.#wanted, aspect: this.#stage.aspect };
    host.post({ type: 'ready', wanted: this.#wanted });
  }

  #listen(): void {
    const stage = this.#stage.element;
    stage.addEventListener('click', (event) => { this.#clicked(event); });
    addEventListener('contextmenu', ({ target }) => { this.#describe(target); }, { capture: true });
    stage.addEventListener('dblclick', (event) => { this.#doubleClicked(event); });
    stage.addEventListener('focusin', ({ target }) => {
      const element = elementAround(target);
      if (element !== null && this.#selection.id === null && element === target) this.#selection.select(element);
    });
    listenToKeys({
      toolbar: this.#toolbar, stage: this.#stage, selection: this.#selection,
      onView: (index) => {
        const view = VIEWS[index];
        if (view !== undefined) this.#want({ view });
      },
      onEscape: () => this.#escape(),
      onOpen: (id) => { this.#selected(id, true, true); },
      onFold: (id) => { this.#fold(id); },
      onEdit: (element, field) => { this.#edit(element, field); },
      onRealign: (id) => { this.#host.post({ type: 'realign', id, to: null }); },
      onCheckin: (id) => { this.#host.post({ type: 'checkin', id }); },
      onCard: (element) => { void this.#hover.show(element); },
      onUndo: (redo) => { this.#host.post({ type: 'undo', redo }); },
      onHelp: () => { this.#help.showModal(); },
      onZoom: (change) => { this.#zoom(change); },
    });
    this.#host.listen((message) => { this.#hear(message); });
  }

  #hear(message: Exclude<ToPage, { type: 'answer' }>): void {
    switch (message.type) {
      case 'identity':
        this.#identity = message.identity;
        this.#keepSoon();
        return;
      case 'picture': this.#show(message); return;
      case 'nothing': this.#showNothing(message.message); return;
      case 'selected': message.ids.some((id) => this.#selection.mark(id)); return;
      case 'view': this.#want({ view: message.view }); return;
      case 'command': this.#command(message.command, message.id); return;
      case 'rasterise': void this.#rasterise(message.svg, message.copy); return;
      default: message satisfies never;
    }
  }

  #show({ answer, wanted }: Picture): void {
    adopt('views', answer.style);
    const again = this.#shown?.view === wanted.view && this.#shown.root === answer.root;
    // Another strategy is looked at from its start, and what was asked of the last one says nothing of it.
    if (this.#root !== null && this.#root !== answer.root) this.#looks = {};
    this.#root = answer.root;
    this.#shown = { view: wanted.view, root: answer.root };
    this.#nothing.hidden = true;
    this.#stage.element.hidden = false;
    document.title = answer.title;
    this.#heading.textContent = answer.name;
    this.#subheading.textContent = answer.title;
    this.#stage.show(answer.html, answer.size, this.#looks[wanted.view] ?? null, again);
    this.#toolbar.showView(wanted.view);
    this.#toolbar.filter.update(answer.choices, this.#wanted.filter);
    this.#toolbar.days.update(answer.days, answer.today, this.#wanted.asOf);
    this.#toolbar.showWanted(this.#wanted);
    this.#toolbar.showZoom(this.#stage.zoom);
    this.#selection.refresh();
    if (this.#summary.textContent !== answer.summary) this.#summary.textContent = answer.summary;
    this.#keepSoon();
  }

  #showNothing(message: string): void {
    this.#shown = null;
    this.#nothing.textContent = message;
    this.#nothing.hidden = false;
    this.#stage.element.hidden = true;
    this.#hover.hide();
  }

  /** Tells VS Code's context menu on what it was opened, before VS Code looks. */
  #describe(target: EventTarget | null): void {
    const element = elementAround(target);
    const context = element === null
      ? { webviewSection: 'picture' }
      : { webviewSection: 'element', throughlineId: idOf(element), throughlineKind: element.getAttribute('data-kind') };
    this.#stage.element.setAttribute('data-vscode-context', JSON.stringify({ ...context, preventDefaultContextMenuItems: true }));
  }

  #want(change: Partial<Wanted>): void {
    if (change.view !== undefined && change.view !== this.#wanted.view && this.#shown !== null) this.#looks[this.#shown.view] = this.#stage.look;
    // Only with another view: a picture that is looked at is not laid out anew because a window was made larger.
    const aspect = change.view === undefined ? this.#wanted.aspect : this.#stage.aspect;
    this.#wanted = { ...this.#wanted, ...change, aspect };
    this.#toolbar.showView(this.#wanted.view);
    this.#hover.hide();
    this.#host.post({ type: 'show', wanted: this.#wanted });
    this.#keep();
  }

  #looked(): void {
    this.#toolbar.showZoom(this.#stage.zoom);
    this.#keepSoon();
  }

  /** While something goes on, as scrolling does, it is kept now and then, and not only when that has ended. */
  #keepSoon(): void {
    this.#timer ??= setTimeout(() => { this.#keep(); }, PAUSE);
  }

  #keep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#shown !== null) this.#looks[this.#shown.view] = this.#stage.look;
    const kept: Kept = { ...this.#identity, wanted: this.#wanted, looks: this.#looks, selected: this.#selection.id, root: this.#root };
    this.#host.keep(kept);
  }

  #selected(id: string, open: boolean, focus: boolean): void {
    this.#host.post({ type: 'select', id, open, focus });
    this.#keep();
  }

  /** A card named a thing: to where the picture shows it, else to its source. */
  #named(id: string): void {
    this.#selection.mark(id);
    this.#selected(id, true, false);
  }

  #clicked(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element) || target.closest('a, summary, input, select') !== null) return;
    const fold = target.closest('[data-fold]');
    if (fold !== null) {
      this.#fold(fold.getAttribute('data-fold') ?? '');
      return;
    }
    const sort = target.closest('[data-sort]');
    if (sort !== null) {
      this.#want({ sorting: nextSorting(sort) });
      return;
    }
    const element = elementAround(target);
    if (element === null) {
      if (target.closest('svg.picture') !== null) this.#selection.clear();
      return;
    }
    this.#selection.select(element);
    this.#selected(idOf(element), true, event.ctrlKey || event.metaKey);
  }

  #doubleClicked({ target }: MouseEvent): void {
    const element = elementAround(target);
    if (element === null || !(target instanceof Element)) return;
    const place = target.closest('[data-field]');
    this.#edit(place !== null && element.contains(place) ? place : element, place === null ? null : fieldOf(place));
  }

  /** Edits a field that an element shows; without one, the value of what has one, else the title. */
  #edit(element: Element, field: FieldName | null): void {
    const around = elementAround(element);
    if (around === null) return;
    const kind = around.getAttribute('data-kind');
    const wanted = field ?? (kind === 'kr' || kind === 'metric' ? 'value' : 'title');
    const place = field === null ? around.querySelector(`[data-field="${wanted}"]`) ?? around : element;
    this.#hover.hide();
    const id = idOf(around);
    const host = this.#host;
    void edit({
      read: (thing, name) => host.ask({ type: 'field', id: thing, field: name }),
      write: (thing, name, text) => host.ask({ type: 'setField', id: thing, field: name, text }),
      say: (message) => { host.post({ type: 'failed', message }); },
    }, { id, field: wanted, place }).then(() => { this.#selection.element?.focus({ preventScroll: true }); });
  }

  #fold(id: string): void {
    const { collapsed } = this.#wanted;
    this.#want({ collapsed: collapsed.includes(id) ? collapsed.filter((one) => one !== id) : [...collapsed, id] });
  }

  #escape(): void {
    if (this.#drag.isActive) this.#drag.cancel();
    else if (this.#hover.isShown) this.#hover.hide();
    else if (this.#toolbar.filter.isOpen) this.#toolbar.filter.close();
    else if (document.activeElement === this.#toolbar.search) this.#leaveSearch();
    else this.#selection.clear();
  }

  #leaveSearch(): void {
    if (this.#toolbar.search.value !== '') {
      this.#toolbar.search.value = '';
      this.#want({ filter: { ...this.#wanted.filter, text: '' } });
    }
    const { element } = this.#selection;
    (element ?? this.#stage.element).focus({ preventScroll: true });
  }

  #zoom(change: 'in' | 'out' | 'fit'): void {
    if (change === 'in') this.#stage.zoomIn();
    else if (change === 'out') this.#stage.zoomOut();
    else this.#stage.fit();
  }

  #command(command: PageCommand, id: string | null): void {
    switch (command) {
      case 'search': this.#toolbar.search.focus(); return;
      case 'fit': this.#stage.fit(); return;
      case 'zoomIn': this.#stage.zoomIn(); return;
      case 'zoomOut': this.#stage.zoomOut(); return;
      case 'edit': {
        if (id !== null) this.#selection.mark(id);
        const { element } = this.#selection;
        if (element !== null) this.#edit(element, null);
        return;
      }
      case 'collapseAll': {
        const folds = [...this.#stage.holder.querySelectorAll('[data-fold]')].map((fold) => fold.getAttribute('data-fold') ?? '');
        this.#want({ collapsed: [...new Set([...this.#wanted.collapsed, ...folds])] });
        return;
      }
      case 'expandAll': this.#want({ collapsed: [] }); return;
      default: command satisfies never;
    }
  }

  async #card(id: string): Promise<string | null> {
    const answer = await this.#host.ask({ type: 'card', id, asOf: this.#wanted.asOf }).catch(() => null);
    return answer?.html ?? null;
  }

  async #rasterise(text: string | null, copy: boolean): Promise<void> {
    try {
      const svg = text === null ? this.#stage.holder.querySelector('svg.picture') : null;
      if (text === null && !(svg instanceof SVGSVGElement)) throw new Error(t('nothing'));
      const drawn = svg instanceof SVGSVGElement ? pictureOf(svg) : documentOf(text ?? '');
      const png = await rasterise(drawn, getComputedStyle(document.body).getPropertyValue('background-color'));
      const copied = copy && await this.#copy(png);
      this.#host.post({ type: 'png', base64: copied ? null : await base64Of(png), copied });
    } catch (error) {
      this.#host.post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Whether the picture is on the clipboard: a browser may forbid it. */
  async #copy(png: Blob): Promise<boolean> {
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      return true;
    } catch {
      return false;
    }
  }
}

/** By what a press on a column's head sorts: first what needs an eye, then the other way round, then as the strategy has it. */
function nextSorting(head: Element): Sorting | null {
  const by = SORT_KEYS.find((key) => key === head.getAttribute('data-sort'));
  const sorted = head.getAttribute('data-sorted');
  if (by === undefined || sorted === 'descending') return null;
  return { by, descending: sorted === 'ascending' };
}

const SORT_KEYS: readonly SortKey[] = ['title', 'owner', 'score', 'gap', 'confidence', 'health', 'checkin'];
