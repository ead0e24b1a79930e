/** The command with which the server's lenses lead to places: to one at once, among several by choice. */

import { commands, l10n, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SHOW_PLACES, type ShowPlacesArguments } from '../server/protocol.ts';

/** Registers the command. It stands in no menu: it needs to be told where to go. */
export function registerShowPlaces(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(SHOW_PLACES, async (...[uri, position, places]: ShowPlacesArguments) => {
    const { protocol2CodeConverter: convert } = client;
    await commands.executeCommand(
      'editor.action.goToLocations',
      convert.asUri(uri), convert.asPosition(position), places.map((place) => convert.asLocation(place)),
      'peek', l10n.t('Nothing is there any more.'),
    );
  });
}
