import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { actor, libraryWith, now, reopened, report, valueOf } from './sample-content.ts';
import { startProgram } from './start-program.ts';
import { folderState, temporaryFolder } from './temporary-folder.ts';

test('a library that another program has open is refused, untouched, until that program is gone', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.sengen');
  libraryWith(path, report());
  const before = folderState(folder);
  const other = startProgram('hold-library.ts', path);
  await other.printed('held');
  expect(openLibrary(path, now)).toEqual({ ok: false, failure: { code: 'library-in-use', path } });
  expect(folderState(folder)).toEqual(before);
  await other.kill();
  reopened(path).close();
});

test('the library that this program has open stays its own, however often it is asked for again', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.sengen');
  libraryWith(path, report());
  const library = reopened(path);
  // Reading the file here once more would have dropped the lock, and the other program got in.
  expect(openLibrary(path, now)).toMatchObject({ failure: { code: 'library-in-use' } });
  const other = startProgram('hold-library.ts', path);
  await other.printed('library-in-use');
  expect(valueOf(library.reports.create(report(), actor))).toBeUndefined();
  library.close();
});
