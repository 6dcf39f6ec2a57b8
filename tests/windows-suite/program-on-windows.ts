import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * The built command line on Windows: under Node for Windows and Wine, where this is another system
 * (scripts/windows/wine.mjs says how, in the environment).
 */

const entry = resolve(import.meta.dirname, '../../out/main/sengen.js');
const node = process.env['SENGEN_WINDOWS_NODE'];

/** A path of this machine as Windows sees it. */
export function onDrive(path: string): string {
  return process.platform === 'win32' ? path : `Z:${path.replaceAll('/', '\\')}`;
}

/** A person's own folder on that Windows, and what the programs printed. */
export interface Desk {
  readonly folder: string;
}

export interface StartedOnWindows {
  readonly child: ChildProcess;
  /** What it has printed so far: what a Windows program prints under Wine reaches a file, and no pipe. */
  printed(): string;
}

/** Starts `sengen …`; words that are paths are Windows'. It does not outlive the test. */
export function startSengenOnWindows(desk: Desk, ...words: string[]): StartedOnWindows {
  const file = join(mkdtempSync(join(desk.folder, 'printed-')), 'printed.txt');
  const output = openSync(file, 'w');
  const [command, ...first] = node === undefined ? [process.execPath] : ['wine', node];
  const child = spawn(
    command ?? '',
    [...first, '--disable-warning=ExperimentalWarning', onDrive(entry), ...words],
    {
      stdio: ['ignore', output, output],
      env: { ...process.env, LOCALAPPDATA: onDrive(desk.folder) },
    },
  );
  closeSync(output);
  onTestFinished(() => killOnWindows(child));
  return { child, printed: () => readFileSync(file, 'utf8') };
}

/** Ends a process the hard way, as a power cut would, and waits until it is gone. */
export async function killOnWindows(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
}

/** Runs `sengen …` to its end. */
export async function runSengenOnWindows(
  desk: Desk,
  ...words: string[]
): Promise<{ code: number | null; printed: string }> {
  const { child, printed } = startSengenOnWindows(desk, ...words);
  await once(child, 'close');
  return { code: child.exitCode, printed: printed() };
}

/** Serves a library, and answers the address once it is printed. */
export async function serveOnWindows(
  desk: Desk,
  library: string,
): Promise<{ child: ChildProcess; address: string }> {
  const { child, printed } = startSengenOnWindows(desk, 'serve', onDrive(library));
  for (;;) {
    const address = /^(http:\S+)\r?\n/m.exec(printed())?.[1];
    if (address !== undefined) return { child, address };
    if (child.exitCode !== null) throw new Error(`sengen serve ended with ${child.exitCode}: ${printed()}`);
    await new Promise((again) => setTimeout(again, 20));
  }
}

/** A disk of one megabyte; null where none can be made, which is said. */
export function smallDisk(): { readonly folder: string; readOnly(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-disk-'));
  const mount = (options: string): boolean =>
    process.platform === 'linux' &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
  if (!mount('size=1m')) {
    rmdirSync(folder);
    console.log('skipped: no disk of its own can be made here: only as root of a Linux');
    return null;
  }
  onTestFinished(() => {
    spawnSync('umount', [folder]);
    rmdirSync(folder);
  });
  return { folder, readOnly: () => void mount('remount,ro') };
}
