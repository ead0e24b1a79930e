/** VS Code's own icons, drawn in the colour of the text. */

import add from '@vscode/codicons/src/icons/add.svg';
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg';
import clearAll from '@vscode/codicons/src/icons/clear-all.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import collapseAll from '@vscode/codicons/src/icons/collapse-all.svg';
import expandAll from '@vscode/codicons/src/icons/expand-all.svg';
import filter from '@vscode/codicons/src/icons/filter.svg';
import history from '@vscode/codicons/src/icons/history.svg';
import question from '@vscode/codicons/src/icons/question.svg';
import remove from '@vscode/codicons/src/icons/remove.svg';
import screenFull from '@vscode/codicons/src/icons/screen-full.svg';
import search from '@vscode/codicons/src/icons/search.svg';

const ICONS = { add, chevronDown, clearAll, close, collapseAll, expandAll, filter, history, question, remove, screenFull, search };

export type IconName = keyof typeof ICONS;

/** An icon that says nothing to a screen reader: what it stands on has a label. */
export function icon(name: IconName): SVGElement {
  const parsed = new DOMParser().parseFromString(ICONS[name], 'image/svg+xml').documentElement;
  const svg = document.importNode(parsed, true);
  if (!(svg instanceof SVGElement)) throw new Error(`The icon ${name} is no picture`);
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  return svg;
}
