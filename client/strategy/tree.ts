/** The view `Strategy`: goals and what serves them, or who owns what, or what is on in which period. */

import { EventEmitter, l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Event, type TreeDataProvider } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { outlineRequest, type Health, type Outline, type OutlineAnswer, type OutlineGrouping, type OutlineNode, type OutlineParams } from '../../server/preview-protocol.ts';
import { healthWord } from '../status.ts';

/** A strategy, where there are several, or a node of one. `uri` names the strategy in requests. */
export type TreeNode =
  | { readonly type: 'strategy'; readonly outline: Outline }
  | { readonly type: 'node'; readonly uri: string; readonly node: OutlineNode; readonly parent: TreeNode | null };

export class StrategyTree implements TreeDataProvider<TreeNode> {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  #grouping: OutlineGrouping;
  #top: Promise<TreeNode[]> | null = null;

  constructor(client: BaseLanguageClient, grouping: OutlineGrouping) {
    this.#client = client;
    this.#grouping = grouping;
  }

  get onDidChangeTreeData(): Event<void> {
    return this.#changed.event;
  }

  set grouping(grouping: OutlineGrouping) {
    this.#grouping = grouping;
    this.refresh();
  }

  /** Asks anew, where somebody looks at it. */
  refresh(): void {
    this.#top = null;
    this.#changed.fire();
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    if (parent === undefined) {
      this.#top ??= this.#ask();
      return this.#top;
    }
    return parent.type === 'strategy' ? nodesOf(parent.outline, parent) : childrenOf(parent);
  }

  getParent(node: TreeNode): TreeNode | null {
    return node.type === 'strategy' ? null : node.parent;
  }

  getTreeItem(node: TreeNode): TreeItem {
    return node.type === 'strategy' ? strategyItem(node.outline) : nodeItem(node.uri, node.node);
  }

  async #ask(): Promise<TreeNode[]> {
    await this.#client.start();
    const params: OutlineParams = { grouping: this.#grouping };
    const { strategies } = await this.#client.sendRequest<OutlineAnswer>(outlineRequest, params);
    const [only, ...others] = strategies;
    if (only === undefined) return [];
    return others.length === 0 ? nodesOf(only, null) : strategies.map((outline) => ({ type: 'strategy', outline }));
  }
}

function nodesOf({ nodes, uri }: Outline, parent: TreeNode | null): TreeNode[] {
  return nodes.map((node) => ({ type: 'node', uri, node, parent }));
}

function childrenOf(parent: Extract<TreeNode, { type: 'node' }>): TreeNode[] {
  return parent.node.children.map((node) => ({ type: 'node', uri: parent.uri, node, parent }));
}

function strategyItem({ name, root }: Outline): TreeItem {
  return Object.assign(new TreeItem(name, TreeItemCollapsibleState.Expanded), { id: root, iconPath: new ThemeIcon('target'), contextValue: 'strategy' });
}

/** The command that a click on a thing runs. */
export const OPEN_THING = 'throughline.strategy.open';

function nodeItem(uri: string, node: OutlineNode): TreeItem {
  const { key, id, kind, title, detail, health, spoken, checkin, realign, again, children } = node;
  const open = kind === 'goal' || kind === 'group' || kind === 'period' || kind === 'team';
  const state = children.length === 0 ? TreeItemCollapsibleState.None : open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const tooltip = new MarkdownString();
  tooltip.appendText([title, health === null ? '' : healthWord(health), detail, again ? l10n.t('What serves it is shown above.') : ''].filter((part) => part !== '').join('\n'));
  return Object.assign(new TreeItem(title, state), {
    id: `${uri} ${key}`,
    description: detail,
    tooltip,
    iconPath: health === null ? kindIcon(kind) : healthIcon(health),
    accessibilityInformation: { label: spoken },
    contextValue: ['thing', ...id === null ? [] : ['open'], ...checkin ? ['checkin'] : [], ...realign ? ['realign'] : []].join(' '),
    ...id === null ? {} : { command: { command: OPEN_THING, title: l10n.t('Go to Source'), arguments: [uri, id] } },
  });
}

function kindIcon(kind: OutlineNode['kind']): ThemeIcon {
  switch (kind) {
    case 'team': return new ThemeIcon('organization');
    case 'person': return new ThemeIcon('person');
    case 'period': return new ThemeIcon('calendar');
    case 'initiative': return new ThemeIcon('rocket');
    case 'group': return new ThemeIcon('folder');
    case 'goal': case 'objective': case 'kr': return new ThemeIcon('circle-outline');
    default: return kind satisfies never;
  }
}

/** By shape and by colour, as the pictures have it: round is well, pointed needs a look, square has stopped, open has not begun. */
function healthIcon(health: Health): ThemeIcon {
  switch (health) {
    case 'on-track': return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
    case 'done': return new ThemeIcon('pass-filled', new ThemeColor('charts.blue'));
    case 'at-risk': return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'off-track': return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'not-started': return new ThemeIcon('circle-large-outline');
    case 'unknown': return new ThemeIcon('question');
    case 'paused': return new ThemeIcon('debug-pause');
    case 'draft': return new ThemeIcon('edit');
    case 'dropped': return new ThemeIcon('circle-slash');
    default: return health satisfies never;
  }
}
