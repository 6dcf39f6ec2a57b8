import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { currentUserName } from '../../main/command-line/open-application.ts';
import { builtEntry, kill, runSengen, serveSengen, startSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
beforeEach(() => void vi.stubEnv('SENGEN_ENTRY', builtEntry));
afterEach(() => void vi.unstubAllEnvs());

/** What `sengen serve` says to a person up to its address. */
async function toldBySecondServe(library: string): Promise<string> {
  const child = startSengen('serve', library);
  let told = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (told += text));
  await expect.poll(() => told, { timeout: 30_000 }).toMatch(/開いています。[^]*もう一度開いてください/);
  await kill(child);
  return told;
}

test('a second program is told who has the library since when; one that was killed leaves no such word', async () => {
  const library = join(newFolder(), '報告.sengen');
  const first = await serveSengen(library);
  const who = `パソコン「${hostname()}」で、利用者「${currentUserName()}」が開いています。`;
  const listed = await runSengen('list', library);
  expect([listed.code, listed.stdout]).toEqual([2, '']);
  expect(listed.stderr).toContain(who);
  expect(listed.stderr).toMatch(/、\d{1,2}月\d{1,2}日 \d{1,2}:\d{2} から、/);
  expect((await runSengen('backup', library)).stderr).toContain(who);
  expect(await toldBySecondServe(library)).toContain(who);
  await kill(first.child);
  expect((await runSengen('list', library)).code).toBe(0);
});
