/** The view `Strategy` in the activity bar, with its commands. */

import { commands, Disposable, window, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Location } from 'vscode-languageserver-types';
import { placeOfThingRequest, type OutlineGrouping, type ThingParams } from '../../server/preview-protocol.ts';
import { RECORD_CHECKIN } from '../../server/protocol.ts';
import { showSource } from '../preview/source.ts';
import { onStrategiesChanged } from '../strategies-changed.ts';
import { OPEN_THING, StrategyTree, type TreeNode } from './tree.ts';

const GROUPING = 'throughline.strategy.grouping';
/** Milliseconds after the last change: a tree is read at leisure. */
const PAUSE = 250;

/** Registers view and commands. How it is grouped is kept for the workspace. */
export function registerStrategyTree({ workspaceState }: ExtensionContext, client: BaseLanguageClient): Disposable {
  const kept = workspaceState.get<OutlineGrouping>(GROUPING, 'goal');
  const tree = new StrategyTree(client, kept);
  const view = window.createTreeView('throughline.strategy', { treeDataProvider: tree, showCollapseAll: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const group = (grouping: OutlineGrouping) => async (): Promise<void> => {
    tree.grouping = grouping;
    await workspaceState.update(GROUPING, grouping);
    await commands.executeCommand('setContext', GROUPING, grouping);
  };
  void commands.executeCommand('setContext', GROUPING, kept);
  const onThing = (run: (uri: string, id: string) => unknown) => (node?: TreeNode): unknown => {
    const chosen = node ?? view.selection[0];
    return chosen?.type === 'node' && chosen.node.id !== null ? run(chosen.uri, chosen.node.id) : undefined;
  };
  return Disposable.from(
    view,
    onStrategiesChanged(client)(() => {
      clearTimeout(timer);
      timer = setTimeout(() => { tree.refresh(); }, PAUSE);
    }),
    commands.registerCommand('throughline.strategy.byGoal', group('goal')),
    commands.registerCommand('throughline.strategy.byOwner', group('owner')),
    commands.registerCommand('throughline.strategy.byPeriod', group('period')),
    commands.registerCommand(OPEN_THING, (uri: string, id: string) => open(client, uri, id, false)),
    commands.registerCommand('throughline.strategy.reveal', onThing((uri, id) => open(client, uri, id, true))),
    commands.registerCommand('throughline.strategy.checkin', onThing((_, id) => commands.executeCommand(RECORD_CHECKIN, id))),
    commands.registerCommand('throughline.strategy.realign', onThing((uri, id) => commands.executeCommand('throughline.realign', id, uri))),
    { dispose: () => { clearTimeout(timer); } },
  );
}

async function open(client: BaseLanguageClient, uri: string, id: string, focus: boolean): Promise<void> {
  const params: ThingParams = { textDocument: { uri }, id };
  const location = await client.sendRequest<Location | null>(placeOfThingRequest, params);
  if (location !== null) await showSource(client, location, { open: true, focus, from: null }, () => undefined);
}
