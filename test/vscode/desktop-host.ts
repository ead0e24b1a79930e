/** A desktop VS Code: the first host, the ordinary one where it can be had. */

import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import type { Opening } from './server-host.ts';

/** The executable of a desktop VS Code: the one that is named, else one that can be downloaded; null where neither is there. */
export async function findDesktop(): Promise<string | null> {
  const named = process.env.VSCODE_EXECUTABLE_PATH;
  if (named !== undefined && named !== '') return named;
  // Without a display it would start and fail; Xvfb sets one.
  if (process.platform === 'linux' && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) return null;
  return downloadAndUnzipVSCode({ timeout: 15_000, reporter: new SilentReporter() }).catch(() => null);
}

/** Runs a suite in it, in a profile of its own; rejects when VS Code could not run it. */
export async function runInDesktop(executable: string, profile: string, { workspace, extension, extensionHost, tests }: Opening): Promise<void> {
  if (tests === null) throw new Error('a desktop is opened here for a suite only');
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    launchArgs: [
      workspace, `--user-data-dir=${profile}`, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes',
      ...(extensionHost === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
}
