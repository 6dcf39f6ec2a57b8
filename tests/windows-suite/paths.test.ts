import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve, win32 } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BackupShelf } from '../../main/backup/backup-shelf.ts';
import { keepPort, portOf } from '../../main/browser/kept-ports.ts';
import { RecentLibraries } from '../../main/application/recent-libraries.ts';
import { createLibrary, openLibrary } from '../../main/data/opening/open-library.ts';
import { LibraryHolders } from '../../main/files/library-holders.ts';
import { isSamePlace } from '../../main/files/places.ts';
import { readBoundedFile } from '../../main/files/read-bounded-file.ts';
import { writeFileAtomically } from '../../main/files/write-file-atomically.ts';
import { actor, libraryWith, now, reopened, report, valueOf } from '../data/sample-content.ts';
import { startProgram } from '../data/start-program.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { mustFail } from '../support/must.ts';
import { runSengen } from '../support/run-sengen.ts';

/** One file has many names on Windows: other cases, other strokes, other drives. */

/** The same file by another drive's letter: Wine's Z is the machine's root; Windows makes one of a folder. */
function byAnotherDrive(path: string): string {
  const prefix = process.env['WINEPREFIX'];
  if (prefix !== undefined) {
    const drive = path.slice(0, 2).toLowerCase();
    return win32.normalize(`Z:${prefix}/dosdevices/${drive}${path.slice(2)}`);
  }
  const letter = [...'XYWVUTSR'].find((each) => !existsSync(`${each}:\\`)) ?? 'Q';
  spawnSync('subst', [`${letter}:`, dirname(path)]);
  onTestFinished(() => void spawnSync('subst', [`${letter}:`, '/D']));
  return `${letter}:\\${basename(path)}`;
}

const otherNames: readonly [what: string, name: (path: string) => string][] = [
  ['in capitals', (path) => path.toUpperCase()],
  ['with the other stroke', (path) => path.replaceAll('\\', '/')],
  ['by another drive', byAnotherDrive],
  ['with a detour', (path) => join(dirname(path), 'x', '..', basename(path))],
];

describe.each(otherNames)('a library that is called %s', (what, nameOf) => {
  function named(): { path: string; other: string; folder: string } {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    libraryWith(path, report());
    return { path, other: nameOf(path), folder };
  }

  test('is the same one', () => {
    const { path, other } = named();
    expect(isSamePlace(path, other)).toBe(true);
    const opened = valueOf(openLibrary(other, now));
    expect(opened.reports.list()).toHaveLength(1);
    opened.close();
    expect(createLibrary(other, now)).toEqual({
      ok: false,
      failure: { code: 'library-exists', path: resolve(other) },
    });
  });

  test('is in use while this program or another has it open', async () => {
    const { path, other } = named();
    const refused = { ok: false, failure: { code: 'library-in-use', path: other } };
    const library = reopened(path);
    expect(openLibrary(other, now)).toEqual(refused);
    valueOf(library.reports.create(report(), actor));
    library.close();
    const program = startProgram('hold-library.ts', path);
    await program.printed('held');
    expect(openLibrary(other, now)).toEqual(refused);
    await program.kill();
  });

  test('has one place on the shelf of its backups, one port and one line among those opened last', async () => {
    const { path, other, folder } = named();
    const copies = { madeAt: 'once' } as never;
    const place = (name: string): string => new BackupShelf(folder, { path: name, copies }).place;
    expect(place(other)).toBe(place(path));

    const ports = { path: join(folder, 'ports.json') };
    await keepPort(ports, path, 4711);
    expect(portOf(ports, other)).toBe(4711);
    await keepPort(ports, other, 4712);
    expect(portOf(ports, path)).toBe(4712);

    const recent = new RecentLibraries(join(folder, 'recent.json'));
    recent.opened(path, now());
    recent.opened(other, now());
    expect(recent.list().map((each) => each.path)).toEqual([other]);
    await recent.settled();
  });

  test('is told whose it is', () => {
    const { path, other, folder } = named();
    const holders = new LibraryHolders(join(folder, 'holders'));
    // As of now: a note of before the computer was started says nothing.
    holders.took(path, { user: '湊町 花子', since: new Date() });
    const refused = { ok: false, failure: { code: 'library-in-use', path: other } } as const;
    expect(holders.named(refused)).toMatchObject({ failure: { holder: { computer: hostname() } } });
    holders.letGo();
  });
});

test('a file that differs in case only is replaced, and keeps the name that it has', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'Report.docx'), 'old');
  expect((await writeFileAtomically(join(folder, 'REPORT.DOCX'), Buffer.from('new'))).ok).toBe(true);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(readFileSync(join(folder, 'Report.docx'), 'utf8')).toBe('new');
});

test('the command line takes a path of every form', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.sengen');
  libraryWith(path, report({ department: '港湾部' }));
  for (const [, nameOf] of otherNames) {
    const { code, stdout, stderr } = await runSengen('list', nameOf(path));
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('港湾部');
  }
});

describe('a long path', () => {
  /** A path of so many characters in a folder that is there. Letters, which every file system counts alike. */
  function pathOf(characters: number, ending: string): string {
    let folder = temporaryFolder();
    while (folder.length < characters - 60) folder = join(folder, 'f'.repeat(20));
    mkdirSync(folder, { recursive: true });
    const stem = 'n'.repeat(characters - folder.length - 1 - ending.length);
    const path = join(folder, stem + ending);
    expect(path).toHaveLength(characters);
    return path;
  }

  test('of 259 characters is written and read', async () => {
    const path = pathOf(259, '.docx');
    expect(await writeFileAtomically(path, Buffer.from('x'))).toEqual({ ok: true, value: undefined });
    expect(Buffer.from(valueOf(await readBoundedFile(path))).toString()).toBe('x');
  });

  test('of 260 is refused: neither Word nor the Explorer would open it', async () => {
    const path = pathOf(260, '.docx');
    expect(mustFail(await writeFileAtomically(path, Buffer.from('x')))).toEqual({
      code: 'path-too-long',
      path,
      part: 'path',
      over: 1,
    });
  });

  test.each([150, 200, 220])(
    'of %i characters is one for a library, from its making to its steps',
    (length) => {
      const path = pathOf(length, '.sengen');
      valueOf(createLibrary(path, now)).close();
      const library = reopened(path);
      valueOf(library.reports.create(report(), actor));
      library.close();
      expect(readdirSync(dirname(path))).toEqual([basename(path)]);
    },
  );

  test('of 221 is too long to make a library at', () => {
    const path = pathOf(221, '.sengen');
    expect(createLibrary(path, now)).toEqual({
      ok: false,
      failure: { code: 'path-too-long', path, part: 'path', over: 1 },
    });
    expect(readdirSync(dirname(path))).toEqual([]);
  });
});
