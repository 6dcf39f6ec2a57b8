import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../../main/command-line/run-command.ts';
import { programFiles } from '../../main/files/program-files.ts';
import { forkReading } from '../../main/foreign-files/apart/fork-reading.ts';
import { processReader } from '../../main/foreign-files/apart/process-reader.ts';
import type { Reader } from '../../main/foreign-files/reader.ts';

/** The sources; `SENGEN_ENTRY` names the built program instead, which is what a person runs and starts sooner. */
const entry = (): string =>
  resolve(import.meta.dirname, '../..', process.env['SENGEN_ENTRY'] ?? 'main/command-line/sengen.ts');

/** The built program, for tests that start it many times; `npm test` has built it by then. */
export const builtEntry = 'out/main/sengen.js';

/** Where the program keeps what is a person's own: nobody's real folder is written in. */
let ownFolder: string | undefined;
const ownFolders: string[] = [];
function home(): string {
  if (ownFolder !== undefined) return ownFolder;
  ownFolder = mkdtempSync(join(tmpdir(), 'sengen-home-'));
  if (ownFolders.push(ownFolder) === 1) {
    process.once('exit', () => {
      for (const each of ownFolders) rmSync(each, { recursive: true, force: true });
    });
  }
  return ownFolder;
}

/**
 * Programs started from here on are another person's: they find no drafts and remember no files of those before. Each file
 * of tests begins so (a worker runs many); a test that counts what is a person's own begins so, too.
 */
export function anotherPerson(): void {
  ownFolder = undefined;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own. */
export async function runSengen(...words: string[]): Promise<Ran> {
  const child = startSengen(...words);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

/** Its processes outlast a command: each start of one costs more than most commands. They end with this process. */
let reader: Reader | undefined;
function lastingReader(): Reader {
  reader ??= processReader(forkReading, programFiles().reading);
  return { run: reader.run, close: () => undefined };
}

/**
 * Runs the command line in this process: for what a command does and says. That the built program does and says the same as
 * a process is for tests of runSengen, each of which costs the start of one.
 */
export async function runSengenHere(...words: string[]): Promise<Ran> {
  const own = ['XDG_DATA_HOME', 'LOCALAPPDATA'] as const;
  const before = own.map((name) => [name, process.env[name]] as const);
  for (const name of own) process.env[name] = home();
  let stdout = '';
  let stderr = '';
  try {
    const code = await runCommand(words, {
      output: (text) => (stdout += `${text}\n`),
      messages: (text) => (stderr += `${text}\n`),
      reader: lastingReader(),
    });
    return { code, stdout, stderr };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

export function startSengen(...words: string[]): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry(), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_DATA_HOME: home(), LOCALAPPDATA: home() },
  });
}

/** Starts `sengen serve` and answers its address once it is printed. */
export async function serveSengen(...words: string[]): Promise<{ child: ChildProcess; address: string }> {
  const child = startSengen('serve', ...words);
  let printed = '';
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const address = await new Promise<string>((found, refused) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const line = /^(http:\S+)\n/m.exec(printed)?.[1];
      if (line !== undefined) found(line);
    });
    child.once('close', (code) => {
      refused(new Error(`sengen serve ended with ${code}: ${complaints}`));
    });
  });
  return { child, address };
}

/** Ends a process the hard way, as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}
