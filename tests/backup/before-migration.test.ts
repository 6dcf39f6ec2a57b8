import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { BackupShelf } from '../../main/backup/backup-shelf.ts';
import { examineBackup } from '../../main/backup/apart.ts';
import { makeBackup } from '../../main/backup/make-backup.ts';
import { migrationShelf } from '../../main/backup/migration-shelf.ts';
import { allMigrations } from '../../main/data/migrations/all.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { libraryWith, now, report, valueOf } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';

const next = allMigrations.length + 1;
const addsTable = {
  version: next,
  name: 'adds a table',
  up: (database: SqliteDatabase.Database) => database.exec('CREATE TABLE new (id TEXT PRIMARY KEY) STRICT'),
};
const fails = {
  version: next,
  name: 'fails',
  up: () => {
    throw new Error('移行の途中');
  },
};

test('a library goes to the shelf of its backups before a migration, and nothing stands beside it', async () => {
  const folder = temporaryFolder();
  const [path, root] = [join(folder, '甲.sengen'), join(folder, '控え')];
  const content = report();
  libraryWith(path, content);
  const shelf = migrationShelf(root, now);
  // One that fails is tried again and again: what is kept already is not kept again.
  for (let tries = 0; tries < 2; tries += 1)
    expect(() => openLibrary(path, now, { migrations: [...allMigrations, fails], shelf })).toThrow(
      '移行の途中',
    );
  const opened = valueOf(openLibrary(path, now, { migrations: [...allMigrations, addsTable], shelf }));
  expect(readdirSync(folder).sort()).toEqual(['甲.sengen', '甲.sengen-journal', '控え'].sort());
  const backups = await new BackupShelf(root, opened).list();
  expect(backups).toMatchObject([{ number: 1, reason: 'migration', reports: 1, rows: 2, steps: 0 }]);
  expect(readdirSync(join(root, readdirSync(root)[0]!))).toEqual([backups[0]!.name]);
  if (process.platform !== 'win32') expect(statSync(backups[0]!.path).mode & 0o777).toBe(0o400);
  expect((await examineBackup(backups[0]!)).ok).toBe(true);
  const before = valueOf(openLibrary(backups[0]!.path, now));
  expect(before.isReadOnly).toBe(true);
  expect(valueOf(before.reports.read(content.id)).report).toEqual(content);
  before.close();
  // The next backup goes on counting from it.
  valueOf(await makeBackup(opened, new BackupShelf(root, opened), 'open', now()));
  expect((await new BackupShelf(root, opened).list()).map(({ number }) => number)).toEqual([2, 1]);
  opened.close();
});

test('where the shelf takes no writes, the copy stands beside the library', () => {
  const folder = temporaryFolder();
  const path = join(folder, '甲.sengen');
  libraryWith(path, report());
  const root = join(folder, '控え');
  writeFileSync(root, 'a file where the folder should be');
  valueOf(
    openLibrary(path, now, { migrations: [...allMigrations, addsTable], shelf: migrationShelf(root, now) }),
  ).close();
  const beside = readdirSync(folder).filter((name) => name.startsWith(`甲.before-v${next}-`));
  expect(beside).toHaveLength(1);
});
