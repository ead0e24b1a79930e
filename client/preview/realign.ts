/** `Throughline: Realign…`: asks what a goal or an objective shall support, where that is not known, and changes the text. */

import { l10n, QuickPickItemKind, window, type QuickPickItem, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import {
  realignChoicesRequest, realignRequest, type RealignChoice, type RealignChoices, type RealignParams, type ThingParams,
} from '../../server/preview-protocol.ts';
import { applyEdit } from './source.ts';

/** `to` is what it shall support; null asks. Gives the documents that were changed. */
export async function realign(client: BaseLanguageClient, uri: string, id: string, to: string | null): Promise<readonly TextDocument[]> {
  const textDocument = { uri };
  try {
    const asked: ThingParams = { textDocument, id };
    const choices = await client.sendRequest<RealignChoices>(realignChoicesRequest, asked);
    const target = to ?? await chooseTarget(choices);
    if (target === undefined) return [];
    const from = await chooseFrom(choices, target);
    if (from === undefined) return [];
    const params: RealignParams = { textDocument, id: choices.id, from, to: target };
    const edit = await client.sendRequest<WorkspaceEdit | null>(realignRequest, params);
    return edit === null ? [] : await applyEdit(client, edit);
  } catch (error) {
    // The server says in a sentence why it cannot be.
    void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    return [];
  }
}

async function chooseTarget({ title, targets }: RealignChoices): Promise<string | undefined> {
  if (targets.length === 0) {
    void window.showInformationMessage(l10n.t('There is nothing else that {0} could support.', title));
    return undefined;
  }
  const items = targets.flatMap((target, index): (QuickPickItem & { id?: string })[] => [
    ...target.kind === targets[index - 1]?.kind ? [] : [{ label: heading(target), kind: QuickPickItemKind.Separator }],
    { label: target.title, description: target.id, id: target.id },
  ]);
  const picked = await window.showQuickPick(items, { title: l10n.t('Realign {0}', title), placeHolder: l10n.t('What shall it support?'), matchOnDescription: true });
  return picked?.id;
}

function heading({ kind }: RealignChoice): string {
  switch (kind) {
    case 'goal': return l10n.t('Goals');
    case 'objective': return l10n.t('Objectives');
    case 'kr': return l10n.t('Key results');
    default: return kind satisfies never;
  }
}

/** What it shall not support any more: null for nothing; asked where it supports several things. undefined gives up. */
async function chooseFrom({ title, supports }: RealignChoices, to: string): Promise<string | null | undefined> {
  const [only, ...others] = supports;
  if (only === undefined) return null;
  if (others.length === 0 || supports.some(({ id }) => id === to)) return only.id;
  const items: readonly (QuickPickItem & { from: string | null })[] = [
    ...supports.map((one) => ({ label: l10n.t('In place of {0}', one.title), description: one.id, from: one.id })),
    { label: l10n.t('Besides what it supports now'), from: null },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Realign {0}', title), placeHolder: l10n.t('It supports several things. Which one shall give way?') });
  return picked?.from;
}
