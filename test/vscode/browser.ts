/** The headless Chromium that shows VS Code's server. */

import { spawnSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';
import type { Installation } from './installation.ts';

/** The environment in which Chromium starts: its own libraries only where the machine lacks them. */
function environment(installation: Installation): Record<string, string> {
  const inherited = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]));
  const plain = { ...inherited, FONTCONFIG_FILE: installation.fonts };
  const probe = spawnSync(installation.chromium, ['--version', '--no-sandbox'], { encoding: 'utf8', env: plain });
  if (probe.status === 0) return plain;
  const libraries = { ...plain, LD_LIBRARY_PATH: installation.libraries };
  const second = spawnSync(installation.chromium, ['--version', '--no-sandbox'], { encoding: 'utf8', env: libraries });
  if (second.status === 0) return libraries;
  throw new Error(`Chromium does not start: ${second.stderr.trim()}`);
}

/** Starts the browser; the caller closes it. */
export async function launch(installation: Installation): Promise<Browser> {
  return chromium.launch({
    executablePath: installation.chromium,
    env: environment(installation),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}
