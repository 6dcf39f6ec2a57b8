import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { actor, libraryWith, report, reopened, step, valueOf } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';
import type { Report } from '../../shared/model/report.ts';
import { runSengen, runSengenHere } from '../support/run-sengen.ts';

test('a library is backed up to a file and to the shelf, restored, and what stood there is kept', async () => {
  const folder = temporaryFolder();
  const [file, out] = [join(folder, '報告.sengen'), join(folder, '控え.sengen')];
  const content = report();
  libraryWith(file, content);
  const backedUp = await runSengen('backup', file, out, '--json');
  expect(backedUp).toMatchObject({ code: 0 });
  expect(JSON.parse(backedUp.stdout)).toEqual({ path: out, reports: 1, rows: 2, steps: 0, same: false });
  if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(['報告.sengen', '控え.sengen'].sort());

  const library = reopened(file);
  const [row] = content.initiatives;
  const edit = {
    kind: 'set-field',
    owner: 'row',
    initiative: row!.id,
    field: 'title',
    before: row!.title,
    after: '書き直し',
  } as const;
  valueOf(library.reports.commit(content.id, step(edit), actor));
  const changed = valueOf(library.reports.read(content.id)).report;
  library.close();

  const restored = await runSengen('restore', out, file, '--json');
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.stderr).toContain('戻す前のファイルは');
  expect(contentOf(file, content.id)).toEqual(content);
  // What stood there stands on the shelf, and restoring that takes it back.
  const { kept } = JSON.parse(restored.stdout) as { kept: string };
  expect(await runSengenHere('restore', kept, file)).toMatchObject({ code: 0 });
  expect(contentOf(file, content.id)).toEqual(changed);
  // A stick for this time: what is on the shelf is on it, and a missing one takes nothing from the backup.
  const stick = join(folder, 'USB');
  const missing = await runSengenHere('backup', file, '--second', stick, '--json');
  expect(missing).toMatchObject({ code: 1 });
  expect(missing.stderr).toContain('USBメモリーを差すか');
  expect(JSON.parse(missing.stdout)).toMatchObject({ steps: 1, same: false, second: 'absent' });
  mkdirSync(stick);
  const again = await runSengenHere('backup', file, '--second', stick, '--json');
  expect(again).toMatchObject({ code: 0 });
  const { path } = JSON.parse(again.stdout) as { path: string };
  expect(JSON.parse(again.stdout)).toMatchObject({ steps: 1, same: true, second: 'held' });
  expect(readdirSync(stick, { recursive: true, encoding: 'utf8' }).map((name) => basename(name))).toContain(
    basename(path),
  );
});

test('a damaged file is named by doctor, and set aside and not overwritten by restore', async () => {
  const folder = temporaryFolder();
  const [file, out] = [join(folder, '報告.sengen'), join(folder, '控え.sengen')];
  const content = report();
  libraryWith(file, content);
  expect(await runSengenHere('doctor', file)).toMatchObject({ code: 0, stdout: '' });
  expect(await runSengenHere('backup', file, out)).toMatchObject({ code: 0 });
  const bytes = readFileSync(file);
  bytes.fill(0xaa, 4096, bytes.length - 4096);
  writeFileSync(file, bytes);
  const looked = await runSengenHere('doctor', file, '--json');
  expect(looked).toMatchObject({ code: 1 });
  expect(JSON.parse(looked.stdout)).toMatchObject({ failure: 'library-damaged' });
  // No backup is made of it, and none is restored from it.
  expect(await runSengenHere('backup', file)).toMatchObject({ code: 2 });
  expect(await runSengenHere('restore', file, out)).toMatchObject({ code: 2 });
  expect(await runSengenHere('restore', out, file)).toMatchObject({ code: 0 });
  expect(contentOf(file, content.id)).toEqual(content);
  const aside = readdirSync(folder).filter((name) => name.includes('.damaged-'));
  expect(aside).toHaveLength(1);
  expect(readFileSync(join(folder, aside[0]!)).equals(bytes)).toBe(true);
  expect(readdirSync(folder)).toHaveLength(3);
});

function contentOf(file: string, id: string): Report {
  const library = reopened(file);
  const read = valueOf(library.reports.read(id)).report;
  library.close();
  return read;
}

test('before a file is taken in, the library is backed up as it was', async () => {
  const folder = temporaryFolder();
  const file = join(folder, '報告.sengen');
  const content = report();
  libraryWith(file, content);
  const before = JSON.parse((await runSengenHere('backup', file, '--json')).stdout) as { path: string };
  const shelf = join(before.path, '..');
  const library = reopened(file);
  const [row] = content.initiatives;
  const edit = { kind: 'set-field', owner: 'row', initiative: row!.id, field: 'title' } as const;
  const changed = step({ ...edit, before: row!.title, after: '取り込みの前' });
  valueOf(library.reports.commit(content.id, changed, actor));
  library.close();
  const sample = resolve(import.meta.dirname, '../../resources/sample/report.json');
  expect(await runSengenHere('import', file, sample)).toMatchObject({ code: 0 });
  // Other libraries that were made at the same time stand there, too.
  const ofThisFile = before.path.slice(-'_1a2b3c.sengen'.length);
  const backups = readdirSync(shelf).filter((name) => name.endsWith(ofThisFile));
  const titles = backups.map((name) => contentOf(join(shelf, name), content.id).initiatives[0]?.title);
  expect(titles).toContain('取り込みの前');
});
