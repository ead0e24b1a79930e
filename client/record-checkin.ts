/** `Throughline: Record Check-in`: asks for a key result, its value, the confidence and a note, and writes the line in place. */

import { commands, l10n, TextEditorRevealType, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  checkinChoicesRequest, checkinRequest, RECORD_CHECKIN, type CheckinAnswer, type CheckinChoice, type CheckinChoicesParams, type CheckinParams,
  type RecordCheckinArguments,
} from '../server/protocol.ts';

/** Registers the command. A lens or a hover names the key result; from the palette it is asked for. */
export function registerRecordCheckin(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(RECORD_CHECKIN, async (...[id, uri]: RecordCheckinArguments) => {
    await client.start();
    const document = window.activeTextEditor?.document;
    const params: CheckinChoicesParams = { uri: uri ?? (document === undefined ? null : client.code2ProtocolConverter.asUri(document.uri)) };
    const choices = await client.sendRequest<CheckinChoice[]>(checkinChoicesRequest, params);
    // Several strategies may have one of that name: where a file is named, its own come first.
    const found = id === undefined ? choices : choices.filter((one) => (one.kr === id || one.kr.startsWith(`${id}.`)) && (uri === undefined || one.uri === uri));
    if (id !== undefined && found.length === 0) {
      void window.showWarningMessage(l10n.t('{0} is no key result that can be checked in now.', id));
      return;
    }
    const [only, ...others] = found;
    const choice = id !== undefined && others.length === 0 ? only : await choose(found);
    if (choice !== undefined) await record(client, choice);
  });
}

async function choose(choices: readonly CheckinChoice[]): Promise<CheckinChoice | undefined> {
  if (choices.length === 0) {
    void window.showInformationMessage(l10n.t('There is no key result to check in: none that is not over has a measure.'));
    return undefined;
  }
  const items = choices.map((choice) => ({
    label: choice.title, description: choice.kr, choice,
    detail: l10n.t('{0} · now {1} · {2}', choice.objective, choice.value ?? l10n.t('no value yet'), choice.health),
  }));
  const picked = await window.showQuickPick(items, {
    title: title(1), placeHolder: l10n.t('Which key result?'), matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true,
  });
  return picked?.choice;
}

const QUESTIONS = 4;

/** What was answered so far. */
type Answers = Pick<CheckinParams, 'value' | 'confidence' | 'note'>;

async function record(client: BaseLanguageClient, choice: CheckinChoice): Promise<void> {
  const ask = (answers: Answers): Promise<CheckinAnswer> => {
    const params: CheckinParams = { textDocument: { uri: choice.uri }, kr: choice.kr, ...answers };
    return client.sendRequest<CheckinAnswer>(checkinRequest, params);
  };
  const value = await question(2, l10n.t('{0}: the value on {1}, {2}', choice.title, choice.day, choice.expects), choice.value ?? '', async (text) => (
    text.trim() === '' ? null : (await ask({ value: text, confidence: '', note: '' })).problems.value
  ));
  if (value === undefined) return;
  const confidence = await question(
    3, l10n.t('How sure are you that it will be reached? Such as 6/10 or 70%, or nothing'), choice.confidence ?? '',
    async (text) => (text.trim() === '' ? null : (await ask({ value, confidence: text, note: '' })).problems.confidence),
  );
  if (confidence === undefined) return;
  const note = await question(4, l10n.t('What happened, in a sentence? Or nothing'), '', async (text) => {
    const { problems } = await ask({ value, confidence, note: text });
    return problems.value ?? problems.confidence;
  });
  if (note === undefined) return;
  await write(client, await ask({ value, confidence, note }));
}

async function write(client: BaseLanguageClient, { edit, range, problems }: CheckinAnswer): Promise<void> {
  const converted = edit === null ? undefined : await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  const [[uri] = []] = converted?.entries() ?? [];
  if (converted === undefined || uri === undefined || range === null) {
    void window.showErrorMessage(problems.value ?? problems.confidence ?? l10n.t('The check-in could not be written.'));
    return;
  }
  if (!await workspace.applyEdit(converted)) {
    void window.showErrorMessage(l10n.t('The check-in could not be written: the file has changed meanwhile. Try once more.'));
    return;
  }
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  editor.revealRange(client.protocol2CodeConverter.asRange(range), TextEditorRevealType.InCenterIfOutsideViewport);
}

function title(step: number): string {
  return l10n.t('Record Check-in ({0}/{1})', step, QUESTIONS);
}

/** The answer; undefined where the user went away. */
async function question(step: number, prompt: string, value: string, validate: (text: string) => Promise<string | null>): Promise<string | undefined> {
  return window.showInputBox({ title: title(step), prompt, value, ignoreFocusOut: true, validateInput: validate });
}
