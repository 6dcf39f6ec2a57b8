import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { currentUserName } from '../../main/command-line/open-application.ts';
import { builtEntry, kill, runSengen, serveSengen, startSengen } from '../support/run-sengen.ts';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { sampleReport } from '../support/real-report.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
beforeEach(() => void vi.stubEnv('SENGEN_ENTRY', builtEntry));
afterEach(() => void vi.unstubAllEnvs());

/** What `sengen serve` says to a person up to its address. */
async function toldBySecondServe(library: string): Promise<string> {
  const child = startSengen('serve', library);
  let told = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (told += text));
  await expect.poll(() => told).toMatch(/開いています。[^]*もう一度開いてください/);
  await kill(child);
  return told;
}

/** The library that another program serves, with the sample in it. */
async function served() {
  const folder = newFolder();
  const library = join(folder, '報告.sengen');
  const application = openTestApplication(folder);
  must(await application.call('sample.add', {}));
  await application.close();
  return { folder, library, first: await serveSengen(library) };
}

const who = `パソコン「${hostname()}」で、利用者「${currentUserName()}」が開いています。`;

test('a second program is told who has the library since when; one that was killed leaves no such word', async () => {
  const { folder, library, first } = await served();
  const imported = await runSengen('import', library, sampleReport);
  expect([imported.code, imported.stdout]).toEqual([2, '']);
  expect(imported.stderr).toContain(who);
  expect(imported.stderr).toMatch(/、\d{1,2}月\d{1,2}日 \d{1,2}:\d{2} から、/);
  expect((await runSengen('backup', library)).stderr).toContain(who);
  expect(await toldBySecondServe(library)).toContain(who);

  // What changes nothing works with the library as it is, and says so.
  const word = join(folder, '報告.docx');
  for (const words of [
    ['doctor', library],
    ['export', library, word],
  ]) {
    const ran = await runSengen(...words);
    expect(ran.code, `${words[0]}: ${ran.stderr}`).toBe(0);
    expect(ran.stderr).toContain(who);
    expect(ran.stderr).toMatch(/\d{1,2}月\d{1,2}日 \d{1,2}:\d{2} 時点の内容を読みました。/);
  }
  expect(statSync(word).size).toBeGreaterThan(10_000);
  await kill(first.child);
  const alone = await runSengen('list', library);
  expect([alone.code, alone.stderr]).toEqual([0, '']);
});
