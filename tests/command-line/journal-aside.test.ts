import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryWith, report } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { runSengen } from '../support/run-sengen.ts';

test('a command says on the way that a journal was set aside, and does its work', async () => {
  const file = join(temporaryFolder(), '報告.sengen');
  libraryWith(file, report());
  for (const command of ['list', 'backup']) {
    writeFileSync(`${file}-journal`, '別のファイルの残り');
    const run = await runSengen(command, file, ...(command === 'backup' ? [`${file}.out`] : []));
    expect(run.code).toBe(0);
    const aside = `${file}-journal${command === 'list' ? '' : '-2'}.old`;
    expect(run.stderr).toContain(`「${aside}」という名前に変えて残しました。`);
    expect(readFileSync(aside, 'utf8')).toBe('別のファイルの残り');
  }
  const quiet = await runSengen('list', file);
  expect(quiet.stderr).toBe('');
});

test('the page is told so with the library, until it is opened the next time', async () => {
  const folder = temporaryFolder();
  const file = join(folder, '報告.sengen');
  libraryWith(file, report());
  writeFileSync(`${file}-journal`, '別のファイルの残り');
  for (const journalAside of [`${file}-journal.old`, null]) {
    const application = openTestApplication(folder);
    const start = await application.call('application.start', {});
    expect(start).toMatchObject({ ok: true, value: { library: { journalAside }, libraryFailure: null } });
    await application.close();
  }
});
