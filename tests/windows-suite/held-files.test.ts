import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BackupShelf } from '../../main/backup/backup-shelf.ts';
import { backupStamp } from '../../main/backup/backup-name.ts';
import { examineApart } from '../../main/backup/apart.ts';
import { makeBackup } from '../../main/backup/make-backup.ts';
import { createLibrary, openLibrary } from '../../main/data/opening/open-library.ts';
import { putInPlace } from '../../main/files/patience.ts';
import { readBoundedFile } from '../../main/files/read-bounded-file.ts';
import { PrivateFolder } from '../../main/files/private-folder.ts';
import { setAside } from '../../main/files/set-aside.ts';
import { writeFileAtomically } from '../../main/files/write-file-atomically.ts';
import { actor, libraryWith, now, reopened, report, valueOf } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { mustFail } from '../support/must.ts';
import { holdFile, scanFolder } from './other-programs.ts';

/** Files that another program has open and shares with nobody, which Windows alone knows. */

const good = Buffer.from('先週の報告');
const fresh = Buffer.from('今週の報告'.repeat(1_000));
/** How long a scanner looks at a file, in ms. The last is as long as one takes over a large file. */
const looks = [100, 2_000, 30_000];

/** Does `work` while the other lets go, and once more should that have taken it longer than is waited. */
async function whileLettingGo<T extends { readonly ok: boolean }>(
  other: { letGo(): Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  const [done] = await Promise.allSettled([work(), other.letGo()]);
  return done.status === 'fulfilled' && done.value.ok ? done.value : work();
}

describe('a file that another program has open', () => {
  test('is not replaced, and is when the program has let go', async () => {
    const folder = temporaryFolder();
    const path = join(folder, '報告.docx');
    writeFileSync(path, good);
    const other = await holdFile(path);
    expect(mustFail(await writeFileAtomically(path, fresh))).toEqual({ code: 'target-in-use', path });
    expect(readdirSync(folder)).toEqual(['報告.docx']);
    await other.letGo();
    expect(readFileSync(path).equals(good)).toBe(true);
    expect((await writeFileAtomically(path, fresh)).ok).toBe(true);
    expect(readFileSync(path).equals(fresh)).toBe(true);
  });

  test('is refused at once where Word’s own file lies beside it, and not where that is left over', async () => {
    const folder = temporaryFolder();
    const path = join(folder, '01_令和7年度_報告.docx');
    writeFileSync(path, good);
    writeFileSync(join(folder, '~$_令和7年度_報告.docx'), '');
    const other = await holdFile(path);
    expect(mustFail(await writeFileAtomically(path, fresh))).toEqual({ code: 'target-in-use', path });
    await other.letGo();
    expect((await writeFileAtomically(path, fresh)).ok).toBe(true);
  });

  test('is replaced when the other lets go while it is waited for', async () => {
    const path = join(temporaryFolder(), '報告.docx');
    writeFileSync(path, good);
    const other = await holdFile(path);
    expect((await whileLettingGo(other, () => writeFileAtomically(path, fresh))).ok).toBe(true);
    expect(readFileSync(path).equals(fresh)).toBe(true);
  });

  test('is read when the other has let go, and refused before', async () => {
    const path = join(temporaryFolder(), '報告.docx');
    writeFileSync(path, good);
    const other = await holdFile(path);
    expect(mustFail(await readBoundedFile(path))).toEqual({
      code: 'file-unreadable',
      path,
      cause: 'EBUSY',
    });
    const read = await whileLettingGo(other, () => readBoundedFile(path));
    expect(Buffer.from(valueOf(read)).equals(good)).toBe(true);
  });

  test('is no library to open as long as it is held: it is called in use, and opens afterwards', async () => {
    const path = join(temporaryFolder(), 'a.sengen');
    libraryWith(path, report());
    const other = await holdFile(path);
    expect(openLibrary(path, now)).toEqual({ ok: false, failure: { code: 'library-in-use', path } });
    await other.letGo();
    reopened(path).close();
  });

  test('is not set aside without the journal that belongs to it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    libraryWith(path, report());
    writeFileSync(`${path}-journal`, 'half a transaction');
    const other = await holdFile(path);
    expect(mustFail(await setAside(path, '.damaged'))).toEqual({ code: 'target-in-use', path });
    await other.letGo();
    expect(readdirSync(folder).sort()).toEqual(['a.sengen', 'a.sengen-journal']);
    expect(valueOf(await setAside(path, '.damaged'))).toBe(join(folder, 'a.damaged.sengen'));
    expect(readdirSync(folder).sort()).toEqual(['a.damaged.sengen', 'a.damaged.sengen-journal']);
  });

  test('and is a draft of ours goes when the other has let go', async () => {
    const place = join(temporaryFolder(), '下書き');
    const folder = new PrivateFolder(place);
    valueOf(await folder.write('a.json', '{}'));
    const other = await holdFile(join(place, 'a.json'));
    await whileLettingGo(other, async () => {
      await folder.remove('a.json');
      return { ok: true };
    });
    expect(await folder.names()).toEqual([]);
  });
});

describe.each(looks)('what was just written, and is looked at for %i ms', (look) => {
  /** Does `work` while another program holds `path`, which lets go after so long. */
  async function during<T>(path: string, work: () => Promise<T>): Promise<T> {
    const other = await holdFile(path);
    const [done] = await Promise.all([work(), delay(look).then(() => other.letGo())]);
    return done;
  }

  test('gets its name', async () => {
    const folder = temporaryFolder();
    const written = join(folder, '~a.tmp');
    const path = join(folder, '報告.docx');
    writeFileSync(written, fresh);
    await during(written, () => putInPlace(written, path));
    expect(readFileSync(path).equals(fresh)).toBe(true);
    expect(existsSync(written)).toBe(false);
  });

  test('is read through as a backup, and shelved', async () => {
    const folder = temporaryFolder();
    libraryWith(join(folder, 'a.sengen'), report());
    const library = reopened(join(folder, 'a.sengen'));
    onTestFinished(() => library.close());
    const shelf = new BackupShelf(join(folder, '控え'), library);
    const draft = await shelf.draft();
    await library.copies.copyTo(draft);
    const digest = valueOf(await during(draft, () => examineApart(draft)));
    const backup = {
      number: 1,
      stamp: backupStamp(now()),
      reason: 'work',
      ...digest,
      place: shelf.place,
    } as const;
    await during(draft, () => shelf.shelve(draft, backup));
    expect(await shelf.list()).toMatchObject([{ number: 1, reports: 1 }]);
  });
});

describe.each(looks)('while a scanner looks at each new file for %i ms', (look) => {
  test('a file is written, whole, and nothing is left beside it', async () => {
    const folder = temporaryFolder();
    const scanner = await scanFolder(folder, look);
    const names = ['報告.docx', '見え消し.docx'];
    for (const name of names) {
      expect(await writeFileAtomically(join(folder, name), fresh)).toEqual({ ok: true, value: undefined });
    }
    // Until then it may have any of them in its hand.
    await scanner.end();
    expect(readdirSync(folder)).toHaveLength(2);
    for (const name of names) expect(readFileSync(join(folder, name)).equals(fresh)).toBe(true);
  });

  test('a library is made, or refused without a trace; once made it takes steps', async () => {
    const folder = temporaryFolder();
    const scanner = await scanFolder(folder, look);
    const path = join(folder, 'a.sengen');
    let made = createLibrary(path, now);
    while (!made.ok && existsSync(path)) {
      // It stands there whole, and the scanner was not done with it.
      expect(made.failure).toEqual({ code: 'library-in-use', path });
      made = openLibrary(path, now);
    }
    const library = valueOf(made);
    const contents = Array.from({ length: 5 }, () => report());
    for (const each of contents) valueOf(library.reports.create(each, actor));
    library.close();
    await scanner.end();
    const again = reopened(path);
    expect(again.reports.list()).toHaveLength(5);
    again.close();
  });

  test('a backup is made and read through, and the oldest makes room', async () => {
    const folder = temporaryFolder();
    libraryWith(join(folder, 'a.sengen'), report());
    const library = reopened(join(folder, 'a.sengen'));
    onTestFinished(() => library.close());
    const shelf = new BackupShelf(join(folder, '控え'), library);
    mkdirSync(shelf.folder, { recursive: true });
    const scanner = await scanFolder(shelf.folder, look);
    for (let at = 0; at < 2; at += 1) {
      valueOf(library.reports.create(report(), actor));
      expect(valueOf(await makeBackup(library, shelf, 'work', now())).kind).toBe('made');
    }
    await scanner.end();
    expect(readdirSync(shelf.folder)).toHaveLength(2);
    expect((await shelf.list()).map(({ reports }) => reports)).toEqual([3, 2]);
  });

  test('a library whose index is broken is mended', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    const content = report();
    libraryWith(path, content);
    const database = new SqliteDatabase(path);
    database.exec('DROP TABLE search_rows');
    database.close();
    const scanner = await scanFolder(folder, look);
    let opened = openLibrary(path, now);
    while (!opened.ok) {
      expect(opened.failure.code).toBeOneOf(['library-in-use', 'target-in-use']);
      opened = openLibrary(path, now);
    }
    expect(valueOf(opened.value.reports.read(content.id)).report).toEqual(content);
    opened.value.close();
    await scanner.end();
  });
});

test('the scanner of these tests is one that is in the way', async () => {
  const folder = temporaryFolder();
  const scanner = await scanFolder(folder, 60_000);
  writeFileSync(join(folder, 'a.docx'), good);
  await expect.poll(() => scanner.scanned, { timeout: 60_000 }).toEqual(['a.docx']);
  expect(() => writeFileSync(join(folder, 'a.docx'), fresh)).toThrow(/EBUSY/u);
  await scanner.end();
});
