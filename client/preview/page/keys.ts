/** What the keys do in a page. In an input they write; in the picture they move, open, fold, edit. */

import type { FieldName } from '../../../server/preview-protocol.ts';
import type { Direction } from './directions.ts';
import { idOf } from './dom.ts';
import type { Selection } from './selection.ts';
import type { Stage } from './stage.ts';
import type { Toolbar } from './toolbar.ts';

export interface KeyHost {
  readonly toolbar: Toolbar;
  readonly stage: Stage;
  readonly selection: Selection;
  readonly onView: (index: number) => void;
  readonly onEscape: () => void;
  readonly onOpen: (id: string) => void;
  readonly onFold: (id: string) => void;
  readonly onEdit: (element: Element, field: FieldName | null) => void;
  readonly onRealign: (id: string) => void;
  readonly onCheckin: (id: string) => void;
  readonly onCard: (element: Element) => void;
  readonly onUndo: (redo: boolean) => void;
  readonly onHelp: () => void;
  readonly onZoom: (change: 'in' | 'out' | 'fit') => void;
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Listens for as long as the page lives. */
export function listenToKeys(host: KeyHost): void {
  addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox' && event.target.type !== 'range';
    const key = event.key.toLowerCase();
    const control = event.ctrlKey || event.metaKey;
    // VS Code keeps the page from undoing by itself: the event comes here with its default prevented.
    if (control && !typing && (key === 'z' || key === 'y')) {
      host.onUndo(event.shiftKey || key === 'y');
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    if (key === 'escape') {
      host.onEscape();
      return;
    }
    if (control && key === 'f') {
      host.toolbar.search.focus();
      event.preventDefault();
      return;
    }
    if (typing || control || document.querySelector('dialog[open]') !== null) return;
    if (anywhere(event, host) || inPicture(event, host)) event.preventDefault();
  });
}

/** Whether the key does something wherever the focus is. */
function anywhere(event: KeyboardEvent, host: KeyHost): boolean {
  switch (event.key) {
    case '/': host.toolbar.search.focus(); return true;
    case '?': host.onHelp(); return true;
    case '+': case '=': host.onZoom('in'); return true;
    case '-': case '_': host.onZoom('out'); return true;
    case '0': host.onZoom('fit'); return true;
    case '1': case '2': case '3': case '4': case '5': host.onView(Number(event.key) - 1); return true;
    default: return false;
  }
}

/** Whether the key does something in the picture, where the focus is. */
function inPicture(event: KeyboardEvent, host: KeyHost): boolean {
  const { stage, selection } = host;
  if (!(event.target instanceof Element) || (event.target !== document.body && !stage.element.contains(event.target))) return false;
  if (event.target.closest('a, button, summary, input, select') !== null) return false;
  const direction = ARROWS[event.key];
  if (direction !== undefined) {
    selection.move(direction);
    return true;
  }
  if (event.key === 'Home' || event.key === 'End') {
    selection.moveToEnd(event.key === 'Home' ? 'first' : 'last');
    return true;
  }
  const { element } = selection;
  return element !== null && onElement(event, element, host);
}

function onElement(event: KeyboardEvent, element: Element, host: KeyHost): boolean {
  const id = idOf(element);
  switch (event.key) {
    case 'Enter': host.onOpen(id); return true;
    case ' ': host.onFold(id); return true;
    case 'F2': case 'e': case 'E': host.onEdit(element, event.shiftKey ? 'title' : null); return true;
    case 'r': case 'R': host.onRealign(id); return true;
    case 'c': case 'C': host.onCheckin(id); return true;
    case 'i': case 'I': host.onCard(element); return true;
    default: return false;
  }
}
