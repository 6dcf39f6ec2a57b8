import { appendFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

/* Hostile libraries found these: bytes behind the last page, which SQLite takes for nothing, as the program must. */

const newFolder = temporaryFolders();
const fileIn = (folder: string): string => join(folder, '報告.sengen');

async function write(application: TestApplication, text: string) {
  const [summary] = must(await application.call('reports.list', {}));
  const { report } = must(await application.call('reports.read', { report: summary!.id }));
  const { id, plan } = report.initiatives[0]!;
  const edits = [
    {
      kind: 'set-field',
      owner: 'row',
      initiative: id,
      field: 'plan',
      before: plan,
      after: [text],
    } as const,
  ];
  return application.call('reports.edit', { report: report.id, step: { id: newIdentifier(), edits } });
}

async function libraryWithMore(bytes: number): Promise<{ folder: string; application: TestApplication }> {
  const folder = newFolder();
  const before = openTestApplication(folder);
  must(await before.call('sample.add', {}));
  await before.close();
  appendFileSync(fileIn(folder), Buffer.alloc(bytes, 0x5a));
  return { folder, application: openTestApplication(folder) };
}

test.for([1, 398, 4096, 70_000])(
  'a library with %d bytes behind its last page is worked in, and nothing is called lost',
  async (bytes) => {
    const { folder, application } = await libraryWithMore(bytes);
    const size = statSync(fileIn(folder)).size;
    expect(must(await application.call('library.check', {})).problems).toEqual([]);
    must(await write(application, '後ろに何かが付いたファイルでも書ける文。'));
    expect(must(await application.call('library.check', {})).problems).toEqual([]);
    // Until it has grown over them, and after.
    must(await write(application, '長い文。'.repeat(24_000)));
    expect(statSync(fileIn(folder)).size).toBeGreaterThan(size);
    expect(must(await application.call('library.check', {})).problems).toEqual([]);
    await application.close();

    const again = openTestApplication(folder);
    expect(must(await again.call('application.start', {})).libraryFailure).toBeNull();
    expect(must(await again.call('library.check', {})).problems).toEqual([]);
    await again.close();
    expect(readdirSync(folder).filter((name) => name.includes('rescued'))).toEqual([]);
  },
);

test('what others put behind it while it is open is still noticed', async () => {
  const { folder, application } = await libraryWithMore(398);
  appendFileSync(fileIn(folder), Buffer.alloc(4096, 0x5a));
  expect(mustFail(await application.call('reports.list', {})).code).toBe('library-lost');
  await application.close();
});

test('and so is another file in its place, of whatever size', async () => {
  const { folder, application } = await libraryWithMore(398);
  writeFileSync(fileIn(folder), Buffer.alloc(statSync(fileIn(folder)).size, 0x5a));
  expect(mustFail(await application.call('reports.list', {})).code).toBe('library-lost');
  await application.close();
});
