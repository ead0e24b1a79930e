/** Tells everybody who shows something of the strategies that the server analysed them again. */

import { EventEmitter, type Event } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { strategiesNotification, type StrategiesChanged } from '../server/preview-protocol.ts';

const emitters = new WeakMap<BaseLanguageClient, EventEmitter<StrategiesChanged>>();

/** A client takes one listener for a notification, the last one: this one tells all of them. */
export function onStrategiesChanged(client: BaseLanguageClient): Event<StrategiesChanged> {
  let emitter = emitters.get(client);
  if (emitter === undefined) {
    const created = new EventEmitter<StrategiesChanged>();
    client.onNotification(strategiesNotification, (changed: StrategiesChanged) => { created.fire(changed); });
    emitters.set(client, created);
    emitter = created;
  }
  return emitter.event;
}
