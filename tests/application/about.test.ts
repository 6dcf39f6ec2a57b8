import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProgramLog } from '../../main/files/program-log.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { must } from '../support/must.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
beforeEach(() => {
  folder = newFolder();
  application = openTestApplication(folder);
});
afterEach(() => application.close());

test('what is told to who helps holds no text of the reports, and is written as the person left it', async () => {
  const { report } = must(await application.call('sample.add', {}));
  const { report: sample } = must(await application.call('reports.read', { report }));
  const { support } = must(await application.call('application.about', {}));

  expect(support).toContain(`報告 1件、取組 ${sample.initiatives.length}件`);
  const texts = sample.initiatives.flatMap(({ title, section, plan }) => [title, section, ...plan]);
  for (const text of [...texts, sample.department, sample.headName]) {
    if (text.length > 2) expect(support).not.toContain(text);
  }

  const path = join(folder, '問い合わせ.txt');
  application.files.support = path;
  expect(must(await application.call('application.saveSupport', { text: '1行目\n2行目' }))).toEqual({
    path,
  });
  expect(readFileSync(path, 'utf8')).toBe('1行目\r\n2行目');
});

test('it is there without a library, too', async () => {
  const without = openTestApplication(folder, join('ない', 'ない', '報告.sengen'));
  try {
    expect(must(await without.call('application.about', {})).support).toContain('開いているファイル: なし');
  } finally {
    await without.close();
  }
});

test('the log gives its latest faults back, the oldest first, and is its owner’s alone', () => {
  const log = new ProgramLog(join(folder, 'logs'));
  expect(log.latest(3)).toEqual([]);
  for (const reference of ['a', 'b', 'c', 'd'])
    log.write({ reference, request: 'x', error: new Error('待') });

  expect(log.latest(3).map(({ reference }) => reference)).toEqual(['b', 'c', 'd']);
  expect(log.latest(1)[0]?.error).toMatch(/^Error: 待\n/u);
  if (process.platform !== 'win32') {
    expect(statSync(join(folder, 'logs', 'sengen.log')).mode & 0o077).toBe(0);
  }
});
