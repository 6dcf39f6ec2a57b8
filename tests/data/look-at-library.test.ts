import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookAtLibrary } from '../../main/data/opening/look-at-library.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import type { LibraryFile } from '../../main/data/library-file.ts';
import { howMany } from '../support/how-many.ts';
import {
  actor,
  identifier,
  initiative,
  libraryWith,
  now,
  report,
  reopened,
  valueOf,
} from './sample-content.ts';
import { startProgram } from './start-program.ts';
import { folderState, temporaryFolder } from './temporary-folder.ts';

/* A library that another program has open is looked at without its lock, and what is seen is one state of it. */

const rows = 60;
function libraryIn(folder: string) {
  const path = join(folder, '報告.sengen');
  const content = report({ initiatives: Array.from({ length: rows }, () => initiative()) });
  libraryWith(path, content);
  return { path, content };
}

const titlesIn = (library: LibraryFile, id: string): Set<string> =>
  new Set(valueOf(library.reports.read(id)).report.initiatives.map(({ title }) => title));

test('it is read as it stands, changes are refused, and nothing is laid down anywhere', async () => {
  const folder = temporaryFolder();
  const { path, content } = libraryIn(folder);
  const before = folderState(folder);
  const other = startProgram('hold-library.ts', path);
  await other.printed('held');
  const held = folderState(folder);
  const library = valueOf(await lookAtLibrary(path, now));
  expect([library.isReadOnly, library.asOf]).toEqual([true, now()]);
  expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
  expect(valueOf(library.search.bringUp(100))).toBe(0);
  expect(library.reports.undo(content.id, identifier(), actor)).toEqual({
    ok: false,
    failure: { code: 'library-in-use', path },
  });
  library.close();
  expect(folderState(folder)).toEqual(held);
  // The lock of the other program holds, and it stored all the same.
  expect(openLibrary(path, now)).toMatchObject({ failure: { code: 'library-in-use' } });
  await other.kill();
  reopened(path).close();
  expect(folderState(folder)).toEqual(before);
});

const looks = howMany({ usual: 4, long: 150 });

test(`${looks} looks at a library that is being written in each see one whole state, none older than was answered`, async () => {
  const { path, content } = libraryIn(temporaryFolder());
  const other = startProgram('store-in-bursts.ts', path, content.id);
  const answered = (): number => Number(other.output().trimEnd().split('\n').at(-1));
  let last = 0;
  for (let look = 0; look < looks;) {
    await other.printed(`${last + 1}\n`);
    const least = answered();
    const looked = await lookAtLibrary(path, now);
    // On a busy machine the writer's rests are short beside its steps.
    if (!looked.ok && looked.failure.code === 'library-busy') continue;
    look += 1;
    const library = valueOf(looked);
    const { sequence, report: read } = valueOf(library.reports.read(content.id));
    library.close();
    expect(sequence).toBeGreaterThanOrEqual(least);
    const texts = new Set(read.initiatives.map(({ plan }) => plan.join('\n')));
    expect([...texts]).toEqual([`${sequence}まで`.repeat(40)]);
    last = sequence;
  }
});

test('in the middle of a transaction there is nothing to see, and then what it made', async () => {
  const { path, content } = libraryIn(temporaryFolder());
  const other = startProgram('store-by-halves.ts', path);
  await other.printed('half');
  // What a plain copy would be: neither the state before nor the one behind.
  const copy = readFileSync(path);
  expect(copy.includes('読書の機会を広げる取組を見直した取組')).toBe(true);
  expect(await lookAtLibrary(path, now)).toEqual({ ok: false, failure: { code: 'library-busy', path } });
  other.say('go on\n');
  await other.printed('whole');
  const library = valueOf(await lookAtLibrary(path, now));
  expect(titlesIn(library, content.id)).toEqual(new Set(['読書の機会を広げる取組を見直した取組']));
  library.close();
});

test('the library that this program has open itself is not read, which would drop its lock', async () => {
  const { path } = libraryIn(temporaryFolder());
  const library = reopened(path);
  expect(await lookAtLibrary(path, now)).toEqual({ ok: false, failure: { code: 'library-in-use', path } });
  library.close();
});
