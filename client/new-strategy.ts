/** `Throughline: New Strategy`: asks a few questions and writes a small strategy. Nothing that exists is overwritten. */

import { commands, FileSystemError, l10n, ProgressLocation, Uri, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  starterChoicesRequest, starterRequest, type StarterAnswers, type StarterChoices, type StarterFiles,
} from '../server/protocol.ts';

/** Registers the command. */
export function registerNewStrategy(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('throughline.newStrategy', async () => {
    const parent = await chooseParent();
    if (parent === undefined) return;
    await client.start();
    const choices = await client.sendRequest<StarterChoices>(starterChoicesRequest);
    const folder = await askFolder(parent);
    if (folder === undefined) return;
    const answers = await ask(choices);
    if (answers === undefined) return;
    const starter = await client.sendRequest<StarterFiles>(starterRequest, answers);
    const written = await write(folder, starter);
    if (written) await open(folder, starter);
  });
}

/** The folder in which the new one is made: of the workspace, else one that is asked for. */
async function chooseParent(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const [first, ...others] = folders;
  if (first !== undefined && others.length === 0) return first.uri;
  if (first !== undefined) return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Where is the strategy to stand?') }))?.uri;
  const chosen = await window.showOpenDialog({
    canSelectFolders: true, canSelectFiles: false, canSelectMany: false,
    title: l10n.t('Where is the strategy to stand?'), openLabel: l10n.t('Create Strategy Here'),
  });
  return chosen?.[0];
}

const QUESTIONS = 7;

async function askFolder(parent: Uri): Promise<Uri | undefined> {
  const name = await question(1, l10n.t('Name of the folder for the strategy'), await freeName(parent), async (value) => {
    if (/[\\/:*?"<>|]/.test(value) || value === '.' || value === '..') return l10n.t('A folder\'s name, without / or other special characters.');
    return await exists(Uri.joinPath(parent, value)) ? l10n.t('{0} exists already. Choose another name.', value) : null;
  });
  return name === undefined ? undefined : Uri.joinPath(parent, name);
}

async function ask(choices: StarterChoices): Promise<StarterAnswers | undefined> {
  const organisation = await question(2, l10n.t('Name of your organisation'), workspace.name ?? l10n.t('Our Company'));
  if (organisation === undefined) return undefined;
  const goal = await question(3, l10n.t('What does the business need most this year? A goal in one sentence'), l10n.t('Win the mid-market'));
  if (goal === undefined) return undefined;
  const team = await question(4, l10n.t('Name of the team that works on it first'), l10n.t('Growth'));
  if (team === undefined) return undefined;
  const owner = await question(5, l10n.t('Who is accountable for the goal?'), l10n.t('Maya Okafor'));
  if (owner === undefined) return undefined;
  const quarter = await window.showQuickPick(
    choices.quarters.map(({ id, days }) => ({ label: id, description: days })),
    { title: title(6), placeHolder: l10n.t('The quarter of the first objective'), ignoreFocusOut: true },
  );
  if (quarter === undefined) return undefined;
  const objective = await question(7, l10n.t('What will the team change in that quarter? An objective, without numbers'), l10n.t('Mid-market teams start without talking to us'));
  return objective === undefined ? undefined : { organisation, goal, team, owner, quarter: quarter.label, objective };
}

function title(step: number): string {
  return l10n.t('New Strategy ({0}/{1})', step, QUESTIONS);
}

/** The answer, trimmed; undefined where the user went away. */
async function question(
  step: number, prompt: string, value: string, validate?: (value: string) => Promise<string | null>,
): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: title(step), prompt, value, ignoreFocusOut: true,
    validateInput: async (text) => {
      const trimmed = text.trim();
      return trimmed === '' ? l10n.t('Please write something, or press Escape to stop.') : await validate?.(trimmed) ?? null;
    },
  });
  return answer?.trim();
}

async function freeName(parent: Uri): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? 'strategy' : `strategy-${count}`;
    if (!await exists(Uri.joinPath(parent, name))) return name;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** True where the files were written. The folder is looked at again: somebody else may have made it meanwhile. */
async function write(folder: Uri, { files }: StarterFiles): Promise<boolean> {
  if (await exists(folder)) {
    void window.showErrorMessage(l10n.t('{0} exists already. Nothing was written.', folder.path));
    return false;
  }
  await window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Writing the strategy') }, async () => {
    await workspace.fs.createDirectory(folder);
    const encoder = new TextEncoder();
    for (const { path, text } of files) await workspace.fs.writeFile(Uri.joinPath(folder, path), encoder.encode(text));
  });
  return true;
}

async function open(folder: Uri, starter: StarterFiles): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder, starter.open)));
  if (workspace.getWorkspaceFolder(folder) !== undefined) return;
  const openFolder = l10n.t('Open Folder');
  const chosen = await window.showInformationMessage(l10n.t('Open the folder of the strategy, to see all of it?'), openFolder);
  if (chosen === openFolder) await commands.executeCommand('vscode.openFolder', folder);
}
