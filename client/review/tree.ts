/** The view `Strategy Review`: changes by their risk, then what became misaligned and what was mended. */

import { EventEmitter, l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Event, type TreeDataProvider } from 'vscode';
import type { Change, FindingEntry, Location, Risk } from '../../server/review-protocol.ts';
import type { Reviewed, ReviewSession } from './session.ts';
import { beforeAndAfter, riskInWords, whatChanged } from './words.ts';

export type ReviewNode =
  | { readonly type: 'risk'; readonly risk: Risk; readonly changes: readonly Change[] }
  | { readonly type: 'findings'; readonly label: string; readonly icon: ThemeIcon; readonly findings: readonly FindingEntry[] }
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'finding'; readonly finding: FindingEntry };

/** The command that a click on a change or finding runs. */
export const OPEN_CHANGE = 'throughline.openChange';

const RISKS: readonly Risk[] = ['high', 'medium', 'low', 'info'];

export const RISK_ICONS: Readonly<Record<Risk, ThemeIcon>> = {
  high: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  medium: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  low: new ThemeIcon('circle-outline'),
  info: new ThemeIcon('info'),
};

export class ReviewTree implements TreeDataProvider<ReviewNode> {
  readonly #session: ReviewSession;
  readonly #changed = new EventEmitter<void>();

  constructor(session: ReviewSession) {
    this.#session = session;
    session.onDidChange(() => { this.#changed.fire(); });
  }

  get onDidChangeTreeData(): Event<void> {
    return this.#changed.event;
  }

  getChildren(node?: ReviewNode): ReviewNode[] {
    switch (node?.type) {
      case undefined: return this.#session.current === null ? [] : groupsOf(this.#session.current);
      case 'risk': return node.changes.map((change) => ({ type: 'change', change }));
      case 'findings': return node.findings.map((finding) => ({ type: 'finding', finding }));
      case 'change': case 'finding': return [];
    }
  }

  getTreeItem(node: ReviewNode): TreeItem {
    switch (node.type) {
      case 'risk': {
        const item = new TreeItem(riskInWords(node.risk), node.risk === 'info' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded);
        return Object.assign(item, { id: `risk ${node.risk}`, description: String(node.changes.length), iconPath: RISK_ICONS[node.risk] });
      }
      case 'findings': {
        const item = new TreeItem(node.label, TreeItemCollapsibleState.Collapsed);
        return Object.assign(item, { id: `findings ${node.label}`, description: String(node.findings.length), iconPath: node.icon });
      }
      case 'change': return changeItem(node.change);
      case 'finding': return findingItem(node.finding);
    }
  }
}

function groupsOf({ answer: { review } }: Reviewed): ReviewNode[] {
  const byRisk = RISKS.map((risk): ReviewNode => ({ type: 'risk', risk, changes: review.changes.filter((change) => change.risk === risk) }));
  const { introduced, fixed, silenced } = review.findings;
  const findings: ReviewNode[] = [
    { type: 'findings', label: l10n.t('Became misaligned'), icon: new ThemeIcon('bell-dot'), findings: introduced },
    { type: 'findings', label: l10n.t('Silenced'), icon: new ThemeIcon('bell-slash'), findings: silenced },
    { type: 'findings', label: l10n.t('Mended'), icon: new ThemeIcon('pass'), findings: fixed },
  ];
  return [...byRisk, ...findings].filter((node) => (node.type === 'risk' ? node.changes.length > 0 : node.type === 'findings' && node.findings.length > 0));
}

function changeItem(change: Change): TreeItem {
  const { subject } = change;
  const item = new TreeItem([whatChanged(change), beforeAndAfter(change)].filter((part) => part !== null).join(' '));
  const tooltip = new MarkdownString();
  tooltip.appendText(change.message);
  if (subject.owners.length > 0) tooltip.appendText(`\n\n${l10n.t('Owned by {0}', subject.owners.join(', '))}`);
  for (const effect of change.effects) {
    tooltip.appendText(`\n\n${l10n.t('{0}: {1} from {2} to {3}', effect.subject.title ?? effect.subject.id, effect.what, effect.before ?? '–', effect.after ?? '–')}`);
  }
  return Object.assign(item, {
    id: `change ${change.fingerprint}`,
    description: subject.title ?? subject.id,
    tooltip,
    iconPath: RISK_ICONS[change.risk],
    accessibilityInformation: { label: `${riskInWords(change.risk)}: ${change.message}` },
    command: opens(change.base, change.head),
    contextValue: 'change',
  });
}

function findingItem(finding: FindingEntry): TreeItem {
  const item = new TreeItem(finding.subject?.title ?? finding.subject?.id ?? finding.file);
  const place: Location = { file: finding.file, range: finding.range };
  const tooltip = new MarkdownString();
  tooltip.appendText(finding.message);
  return Object.assign(item, {
    description: finding.code,
    tooltip,
    accessibilityInformation: { label: finding.message },
    command: finding.side === 'head' ? opens(null, place) : opens(place, null),
    contextValue: 'finding',
  });
}

function opens(base: Location | null, head: Location | null): NonNullable<TreeItem['command']> {
  return { command: OPEN_CHANGE, title: l10n.t('Open Change'), arguments: [base, head] };
}
