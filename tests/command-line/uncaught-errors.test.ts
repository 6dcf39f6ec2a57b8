import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstFault } from '../../main/command-line/faults.ts';
import { runCommand } from '../../main/command-line/run-command.ts';
import { exitCodes } from '../../main/command-line/terminal.ts';
import { comeIn } from '../support/come-in.ts';
import { builtEntry, runSengen, serveSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
beforeEach(() => {
  vi.stubEnv('SENGEN_ENTRY', builtEntry);
  const thrower = pathToFileURL(join(import.meta.dirname, 'throw-on-signal.ts'));
  vi.stubEnv('NODE_OPTIONS', `--import=${thrower.href} --disable-warning=ExperimentalWarning`);
});
afterEach(() => void vi.unstubAllEnvs());

test.skipIf(process.platform === 'win32').each(['error', 'rejection'])(
  'an %s that nobody catches ends `sengen serve` with a word, everything stored and the library let go of',
  async (kind) => {
    vi.stubEnv('SENGEN_FAULT', kind);
    const library = join(newFolder(), '報告.sengen');
    const { child, address } = await serveSengen(library);
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    const cookie = await comeIn(address);
    const answer = await fetch(new URL('/call/sample.add', address), {
      method: 'POST',
      headers: { cookie, origin: new URL(address).origin, 'content-type': 'application/json' },
      body: JSON.stringify({ input: {} }),
    });
    expect(await answer.json()).toMatchObject({ ok: true });
    child.kill('SIGUSR2');
    await once(child, 'close');
    expect(child.exitCode).toBe(exitCodes.unexpected);
    const [, reference] = /予期しない問題が起きました（番号 (\w+)）/.exec(said) ?? [];
    expect(said).toContain('保存済みの内容はそのままです。');
    // For whoever looks for the cause.
    expect(said).toContain(
      `[${reference}] serve: Error: ${kind === 'error' ? 'an error' : 'a promise'} that nobody`,
    );
    // A program that simply dies leaves its journal.
    expect(existsSync(`${library}-journal`)).toBe(false);
    const listed = await runSengen('list', library);
    expect([listed.code, listed.stderr]).toEqual([0, '']);
    expect(listed.stdout).toContain('15件');
  },
);

test('a second error ends the process, whatever the first one was waiting for', async () => {
  const faults = new EventEmitter();
  const ends: number[] = [];
  const first = firstFault(faults, (code) => ends.push(code));
  faults.emit('uncaughtException', new Error('one'));
  expect((await first).error).toEqual(new Error('one'));
  expect(ends).toEqual([]);
  faults.emit('unhandledRejection', new Error('two'));
  expect(ends).toEqual([exitCodes.unexpected]);
});

test('a command that a bug ends says so, with a reference, in Japanese', async () => {
  const said: string[] = [];
  const terminal = {
    output: () => {
      throw new Error('the pipe is gone');
    },
    messages: (text: string) => void said.push(text),
  };
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await runCommand(['list', await libraryWithReport(), '--json'], terminal);
  log.mockRestore();
  expect(code).toBe(exitCodes.unexpected);
  expect(said.join()).toMatch(/予期しない問題が起きました（番号 \w+）/);
});

async function libraryWithReport(): Promise<string> {
  const library = join(newFolder(), '報告.sengen');
  const words = ['--municipality', '星見市', '--department', '総務部', '--fiscal-year', '2026'];
  await runCommand(['new', library, ...words, '--post', '部長', '--name', '相沢'], {
    output: () => undefined,
    messages: () => undefined,
  });
  return library;
}
