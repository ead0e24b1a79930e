/** What package.json contributes to VS Code is there. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RECORD_CHECKIN } from '../../server/protocol.ts';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(text) as {
  activationEvents: string[];
  capabilities: unknown;
  icon: string;
  contributes: { commands: { command: string }[]; configuration: { properties: Record<string, { default: unknown; description?: string; markdownDescription?: string }> } };
};

describe('the manifest of the extension', () => {
  it('names only files that are there, those that are built aside', () => {
    const paths = [...text.matchAll(/"(\.\/(?!dist\/)[^"*]+)"/g)].map(([, path]) => path ?? '');
    assert.ok(paths.length > 5);
    assert.deepEqual(paths.filter((path) => !existsSync(join(root, path))), []);
  });

  it('has a text for every key, and a key for every text', () => {
    const texts = Object.keys(JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as object);
    const keys = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(keys)].sort(), texts.sort());
  });

  it('activates for a strategy file, for its commands and for a preview that comes back, and for nothing else', () => {
    assert.deepEqual(manifest.activationEvents, ['workspaceContains:**/*.strategy', 'onWebviewPanel:throughline.preview']);
  });

  it('says that it works in untrusted and in virtual workspaces', () => {
    assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  it('gives every setting a default and a description', () => {
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      assert.ok(name.startsWith('throughline.'));
      assert.notEqual(setting.default, undefined, name);
      assert.ok(setting.description ?? setting.markdownDescription, name);
    }
  });

  it('contributes a command for each that the client registers, but for those that need to be told where to go', () => {
    const files = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const sources = files.map((path) => readFileSync(join(root, 'client', path), 'utf8')).join('\n');
    const registered = [...sources.matchAll(/registerCommand\((?:'([^']+)'|([A-Z_]+))/g)].map(([, command, name]) => command ?? name ?? '');
    const named: Readonly<Record<string, string>> = { RECORD_CHECKIN };
    const told = ['OPEN_CHANGE', 'OPEN_THING', 'SHOW_PLACES'];
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), registered.filter((name) => !told.includes(name)).map((name) => named[name] ?? name).sort());
  });
});
