/** What the keys do, in a dialog. */

import { make } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './texts.ts';

/** Keys, and what they do. Where nothing can be edited those that do are left out. */
function rows(canEdit: boolean): readonly (readonly [string, string])[] {
  return [
    ['← ↑ → ↓', t('keyArrows')],
    ...canEdit ? [['Enter', t('keyEnter')] as const, ['Space', t('keySpace')] as const, ['F2', t('keyEdit')] as const, ['R', t('keyRealign')] as const, ['C', t('keyCheckin')] as const, ['I', t('keyInfo')] as const] : [],
    ['+ − 0', t('keyZoom')],
    ['/', t('keySearch')],
    ['1 … 5', t('keyViews')],
    ['Esc', t('keyEscape')],
  ];
}

/** The dialog; it is opened with `showModal`. */
export function keyHelp(canEdit: boolean): HTMLDialogElement {
  const list = make('dl', {}, ...rows(canEdit).flatMap(([keys, does]) => [make('dt', {}, make('kbd', {}, keys)), make('dd', {}, does)]));
  const close = make('button', { 'type': 'button', 'class': 'tool', 'title': t('close'), 'aria-label': t('close'), 'onclick': () => { dialog.close(); } }, icon('close'));
  const dialog = make('dialog', { 'class': 'key-help', 'aria-label': t('keysTitle') }, make('header', {}, make('h2', {}, t('keysTitle')), close), list);
  return dialog;
}
