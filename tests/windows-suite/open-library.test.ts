import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { replacing } from '../support/foreign-writers.ts';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';

/** What an open library is safe from on Windows, and what the mark of a read-only file means there. */

describe('nobody', () => {
  test.each(Object.entries(replacing))('%s while it is open: work goes on', async (_what, write) => {
    const folder = temporaryFolder();
    const application = openTestApplication(folder);
    onTestFinished(() => application.close());
    const path = join(folder, '報告.sengen');
    must(await application.call('sample.add', {}));
    const earlier = join(folder, 'earlier.bin');
    copyFileSync(path, earlier);
    expect(() => {
      write(path, earlier);
    }).toThrow(/EBUSY|EPERM|EACCES/u);
    const [first] = must(await application.call('reports.list', {}));
    const { report } = must(await application.call('reports.read', { report: first!.id }));
    const { id, title } = report.initiatives[0]!;
    const edits = [
      {
        kind: 'set-field',
        owner: 'row',
        initiative: id,
        field: 'title',
        before: title,
        after: '港の見回り',
      } as const,
    ];
    must(
      await application.call('reports.edit', { report: report.id, step: { id: newIdentifier(), edits } }),
    );
  });
});

test('a folder with the mark of a read-only file takes a library all the same: there it means an own icon', async () => {
  const folder = join(temporaryFolder(), '配布');
  mkdirSync(folder);
  chmodSync(folder, 0o555);
  const application = openTestApplication(folder);
  onTestFinished(() => application.close());
  must(await application.call('sample.add', {}));
});

test('a read-only file is looked at and stays as it is', async () => {
  const folder = temporaryFolder();
  const path = join(folder, '報告.sengen');
  const made = openTestApplication(folder);
  must(await made.call('sample.add', {}));
  await made.close();
  chmodSync(path, 0o444);
  const before = readFileSync(path);
  const application = openTestApplication(folder);
  const start = must(await application.call('application.start', {}));
  expect(start.libraryFailure).toBeNull();
  const [first] = must(await application.call('reports.list', {}));
  const { report } = must(await application.call('reports.read', { report: first!.id }));
  const edits = [
    {
      kind: 'set-field',
      owner: 'row',
      initiative: report.initiatives[0]!.id,
      field: 'title',
      before: report.initiatives[0]!.title,
      after: '書けない',
    } as const,
  ];
  const refused = await application.call('reports.edit', {
    report: report.id,
    step: { id: newIdentifier(), edits },
  });
  expect(refused).toMatchObject({ ok: false, failure: { code: 'library-read-only' } });
  await application.close();
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(existsSync(`${path}-journal`)).toBe(false);
  expect(statSync(path).mode & 0o222).toBe(0);
});
