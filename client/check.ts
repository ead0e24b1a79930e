/** `Throughline: Check Strategy`: waits for the whole strategy to be checked, shows the findings, says what there is. */

import { commands, l10n, languages, window, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkRequest, type WorkspaceStatus } from '../server/protocol.ts';
import { totalFindings } from './status.ts';

/** Registers the command. */
export function registerCheck(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('throughline.check', async () => {
    await client.start();
    const status = await client.sendRequest<WorkspaceStatus>(checkRequest);
    if (status.roots.length === 0) {
      void offerNewStrategy();
      return;
    }
    await untilShown(status.told);
    await commands.executeCommand('workbench.actions.view.problems');
    showSummary(status);
  });
}

/** How long the Problems panel may take to catch up with the server, in milliseconds. */
const PATIENCE = 5_000;

/** Waits until the editor shows as many findings as the server told it of: it may ask for them in its own time. */
async function untilShown(told: number): Promise<void> {
  const shown = (): number => languages.getDiagnostics().flatMap(([, found]) => found.filter(({ source }) => source === 'throughline')).length;
  if (shown() === told) return;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(finish, PATIENCE);
    const listening = languages.onDidChangeDiagnostics(() => { if (shown() === told) finish(); });
  });
}

async function offerNewStrategy(): Promise<void> {
  const create = l10n.t('New Strategy');
  const chosen = await window.showInformationMessage(l10n.t('There is no strategy file here. Files of a strategy end in .strategy.'), create);
  if (chosen === create) await commands.executeCommand('throughline.newStrategy');
}

/** Not awaited: the message stays until it is dismissed, and the command is done before. */
function showSummary(status: WorkspaceStatus): void {
  const message = summary(status);
  const { error, warning } = totalFindings(status);
  if (error > 0) void window.showErrorMessage(message);
  else if (warning > 0) void window.showWarningMessage(message);
  else void window.showInformationMessage(message);
}

function summary(status: WorkspaceStatus): string {
  const files = status.roots.reduce((sum, root) => sum + root.files, 0);
  const { error, warning, info, hint } = totalFindings(status);
  const read = files === 1 ? l10n.t('1 strategy file checked') : l10n.t('{0} strategy files checked', files);
  const parts = [
    ...(error === 0 ? [] : [error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error)]),
    ...(warning === 0 ? [] : [warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning)]),
    ...(info === 0 ? [] : [info === 1 ? l10n.t('1 note') : l10n.t('{0} notes', info)]),
    ...(hint === 0 ? [] : [hint === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', hint)]),
  ];
  return parts.length === 0 ? l10n.t('{0}: nothing found.', read) : l10n.t('{0}: {1}.', read, parts.join(', '));
}
