/** The item in the status bar: findings and health of the strategies of this workspace. */

import { commands, Disposable, l10n, MarkdownString, StatusBarAlignment, window, workspace, type StatusBarItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { statusNotification, type HealthCounts, type RootStatus, type WorkspaceStatus } from '../server/protocol.ts';

const SETTING = 'throughline.statusBar.enabled';

/** Shows the item whenever there is a strategy, unless the user wants none. */
export function registerStatus(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem('throughline.status', StatusBarAlignment.Left, 10);
  item.name = l10n.t('Strategy');
  item.command = 'throughline.check';
  let status: WorkspaceStatus = { roots: [], told: 0 };
  const update = (): void => { show(item, status); };
  return Disposable.from(
    item,
    client.onNotification(statusNotification, (next: WorkspaceStatus) => {
      status = next;
      void commands.executeCommand('setContext', 'throughline.hasStrategy', next.roots.some(({ files }) => files > 0));
      update();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) update();
    }),
  );
}

export type FindingCounts = RootStatus['findings'];

/** Findings by severity over all strategies. */
export function totalFindings(status: WorkspaceStatus): FindingCounts {
  const total = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of status.roots) {
    total.error += findings.error;
    total.warning += findings.warning;
    total.info += findings.info;
    total.hint += findings.hint;
  }
  return total;
}

function show(item: StatusBarItem, status: WorkspaceStatus): void {
  if (status.roots.length === 0 || !workspace.getConfiguration().get<boolean>(SETTING, true)) {
    item.hide();
    return;
  }
  const { error, warning } = totalFindings(status);
  const health = healthSummary(status);
  item.text = ['$(target)', ...(health === null ? [] : [`${health} `]), findingIcons(error, warning)].join(' ');
  item.tooltip = tooltip(status);
  item.accessibilityInformation = {
    label: [l10n.t('Strategy: {0} errors, {1} warnings', error, warning), ...(health === null ? [] : [health])].join(', '),
  };
  item.show();
}

function findingIcons(errors: number, warnings: number): string {
  const found = [...(errors === 0 ? [] : [`$(error) ${errors}`]), ...(warnings === 0 ? [] : [`$(warning) ${warnings}`])];
  return found.length === 0 ? '$(check)' : found.join(' ');
}

/** How many objectives that have begun are on track; null where none has. */
function healthSummary(status: WorkspaceStatus): string | null {
  let well = 0;
  let begun = 0;
  for (const { objectives } of status.roots) {
    const good = objectives['on-track'] + objectives.done;
    well += good;
    begun += good + objectives['at-risk'] + objectives['off-track'];
  }
  return begun === 0 ? null : l10n.t('{0} of {1} on track', well, begun);
}

function tooltip(status: WorkspaceStatus): MarkdownString {
  const text = new MarkdownString();
  status.roots.forEach((root, index) => {
    if (index > 0) text.appendMarkdown('\n\n---\n\n');
    const { error, warning, info, hint } = root.findings;
    text.appendMarkdown('**');
    text.appendText(root.name);
    text.appendMarkdown('**  \n');
    text.appendText(l10n.t('as of {0}', root.asOf));
    text.appendMarkdown('\n\n');
    text.appendText(l10n.t('{0} errors, {1} warnings, {2} notes, {3} hints', error, warning, info, hint));
    for (const line of [healthLine(l10n.t('Goals'), root.goals), healthLine(l10n.t('Objectives'), root.objectives)]) {
      if (line === null) continue;
      text.appendMarkdown('\n\n');
      text.appendText(line);
    }
  });
  return text;
}

function healthLine(label: string, counts: HealthCounts): string | null {
  const parts = (Object.keys(counts) as (keyof HealthCounts)[]).filter((health) => counts[health] > 0).map((health) => `${counts[health]} ${healthWord(health)}`);
  return parts.length === 0 ? null : `${label}: ${parts.join(', ')}`;
}

/** A health as a reader says it. */
export function healthWord(health: keyof HealthCounts): string {
  switch (health) {
    case 'on-track': return l10n.t('on track');
    case 'at-risk': return l10n.t('at risk');
    case 'off-track': return l10n.t('off track');
    case 'not-started': return l10n.t('not started');
    case 'done': return l10n.t('done');
    case 'dropped': return l10n.t('dropped');
    case 'paused': return l10n.t('paused');
    case 'draft': return l10n.t('draft');
    case 'unknown': return l10n.t('unknown');
    default: return health satisfies never;
  }
}
