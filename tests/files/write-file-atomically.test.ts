import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBoundedFile } from '../../main/files/read-bounded-file.ts';
import { writeFileAtomically } from '../../main/files/write-file-atomically.ts';
import { onWindows } from '../support/on-windows.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { mustFail } from '../support/must.ts';

const newFolder = temporaryFolders();
const good = Buffer.from('先週の報告');
const fresh = Buffer.from('今週の報告'.repeat(1_000));

test('a new file holds exactly the bytes, and nothing else is left', async () => {
  const folder = newFolder();
  expect(await writeFileAtomically(join(folder, '報告.docx'), fresh)).toEqual({
    ok: true,
    value: undefined,
  });
  expect(readdirSync(folder)).toEqual(['報告.docx']);
  expect(readFileSync(join(folder, '報告.docx')).equals(fresh)).toBe(true);
});

test('an existing file is replaced as a whole', async () => {
  const path = join(newFolder(), '報告.docx');
  writeFileSync(path, good);
  expect((await writeFileAtomically(path, fresh)).ok).toBe(true);
  expect(readFileSync(path).equals(fresh)).toBe(true);
});

describe('a target that must not be written', () => {
  test.skipIf(onWindows).each([
    ['long name', '01_令和7年度_報告.docx', '~$_令和7年度_報告.docx'],
    [
      'name of seven characters',
      '報告1234567'.slice(0, 7) + '.docx',
      '~$' + '報告1234567'.slice(1, 7) + '.docx',
    ],
    ['short name', '報告.docx', '~$報告.docx'],
    ['name held by LibreOffice', '報告書.docx', '.~lock.報告書.docx#'],
  ])('open in an office program (%s) is refused, and stays', async (_case, name, lock) => {
    const folder = newFolder();
    const path = join(folder, name);
    writeFileSync(path, good);
    writeFileSync(join(folder, lock), '');
    expect(mustFail(await writeFileAtomically(path, fresh))).toEqual({ code: 'target-in-use', path });
    expect(readFileSync(path).equals(good)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('read-only is refused, and stays', async () => {
    const path = join(newFolder(), '報告.docx');
    writeFileSync(path, good);
    chmodSync(path, 0o444);
    expect(mustFail(await writeFileAtomically(path, fresh))).toEqual({ code: 'target-read-only', path });
    expect(readFileSync(path).equals(good)).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('a pipe is refused, and stays one', async () => {
    const path = join(newFolder(), '管.docx');
    execFileSync('mkfifo', [path]);
    expect(mustFail(await writeFileAtomically(path, fresh))).toEqual({ code: 'target-is-a-device', path });
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  test('a folder is refused', async () => {
    const path = join(newFolder(), '報告.docx');
    mkdirSync(path);
    expect(mustFail(await writeFileAtomically(path, fresh))).toEqual({ code: 'target-is-a-folder', path });
  });

  test.skipIf(onWindows)('whose name or path is too long is refused as that', async () => {
    const folder = newFolder();
    const long = join(folder, `${'報告'.repeat(50)}.docx`);
    expect(mustFail(await writeFileAtomically(long, fresh))).toEqual({
      code: 'path-too-long',
      path: long,
      part: 'name',
      over: 17,
    });
    const deep = join(folder, ...Array<string>(60).fill('とても深いところにあるフォルダー'), '報告.docx');
    // More than the 4,095 bytes of a path would be asked of the system otherwise: it has no such folder.
    const deeper = join(
      deep,
      '..',
      ...Array<string>(40).fill('とても深いところにあるフォルダー'),
      '報告.docx',
    );
    expect(mustFail(await writeFileAtomically(deeper, fresh))).toMatchObject({
      code: 'path-too-long',
      part: 'path',
    });
    expect(mustFail(await readBoundedFile(long))).toMatchObject({ code: 'path-too-long', part: 'name' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('in a folder that is gone is refused', async () => {
    const path = join(newFolder(), '共有', '報告.docx');
    expect(mustFail(await writeFileAtomically(path, fresh))).toEqual({
      code: 'target-folder-missing',
      path,
    });
  });
});

describe('on a disk without room', () => {
  const mounted = process.platform === 'linux' && process.getuid?.() === 0 ? mountSmallDisk() : null;
  afterAll(() => {
    if (mounted !== null) execFileSync('umount', [mounted]);
  });

  test.skipIf(mounted === null)('the old file stays whole and no part of the new one is left', async () => {
    const path = join(mounted ?? '', '報告.docx');
    writeFileSync(path, Buffer.alloc(300_000, 1));
    expect(mustFail(await writeFileAtomically(path, Buffer.alloc(900_000, 2)))).toEqual({
      code: 'disk-full',
      path,
    });
    expect(readFileSync(path).equals(Buffer.alloc(300_000, 1))).toBe(true);
    expect(readdirSync(mounted ?? '')).toEqual(['報告.docx']);
  });
});

/** A file system of one megabyte; null (said aloud) where none can be mounted. */
function mountSmallDisk(): string | null {
  const folder = join('/tmp', `sengen-small-disk-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    console.warn('no small disk can be mounted here: writing to a full disk is not tried');
    return null;
  }
}
