import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { onWindows } from '../support/on-windows.ts';
import {
  actor,
  identifier,
  initiative,
  libraryWith,
  now,
  report,
  step,
  valueOf,
} from './sample-content.ts';
import { folderState, temporaryFolder } from './temporary-folder.ts';
import { makeVersionOne, versionOne } from './version-one.ts';

test.each(onWindows ? ['its file'] : ['its file', 'its folder'])(
  'a library that is read-only by %s opens for reading alone',
  (what) => {
    const folder = join(temporaryFolder(), '配布');
    mkdirSync(folder);
    const path = join(folder, 'a.sengen');
    const content = report({ initiatives: [initiative({ title: '港の見回り' })] });
    libraryWith(path, content);
    if (what === 'its file') chmodSync(path, 0o444);
    else chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    const before = folderState(folder);

    const library = valueOf(openLibrary(path, now));
    expect(library.isReadOnly).toBe(true);
    expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
    // The search index is derived: it is brought up in memory.
    expect(valueOf(library.search.bringUp(10))).toBe(0);
    expect(library.search.find({ query: '見回り', limit: 5, after: null }).hits).toHaveLength(1);
    const refused = { ok: false, failure: { code: 'library-read-only', path } };
    const edit = step({
      kind: 'set-field',
      owner: 'row',
      initiative: content.initiatives[0]!.id,
      field: 'title',
      before: '港の見回り',
      after: '浜の見回り',
    });
    expect(library.reports.commit(content.id, edit, actor)).toEqual(refused);
    expect(library.reports.undo(content.id, identifier(), actor)).toEqual(refused);
    expect(library.reports.create(report(), actor)).toEqual(refused);
    expect(library.phrases.list()).toEqual([]);
    // Another program may have it at the same time.
    const other = valueOf(openLibrary(path, now));
    other.close();
    library.close();
    expect(folderState(folder)).toEqual(before);
  },
);

test('a read-only library of an older version is brought to the newest in memory alone', () => {
  const folder = temporaryFolder();
  const path = join(folder, '産業部.sengen');
  makeVersionOne(path);
  chmodSync(path, 0o444);
  const before = folderState(folder);
  const library = valueOf(openLibrary(path, now));
  expect(library.isReadOnly).toBe(true);
  const { initiatives } = valueOf(library.reports.read(versionOne.report)).report;
  expect(initiatives.map(({ title }) => title)).toEqual(versionOne.titles);
  library.close();
  expect(folderState(folder)).toEqual(before);
});
