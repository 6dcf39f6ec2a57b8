import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { exportedFiles } from './observed/exports.ts';
import { openPinned, pinnedFolder } from './pinned-library.ts';

const newFolder = temporaryFolders();

/** The files of one library are kept whole, so that what differs can be looked at; of the others their hashes. */
test('Every file that goes out of a library of version 15 is the same, byte for byte', async () => {
  const library = await openPinned(15, newFolder());
  const files = await exportedFiles(library);
  await library.application.close();
  const folder = join(pinnedFolder, 'exports');
  expect([...files.keys()].sort()).toEqual(readdirSync(folder).sort());
  for (const [name, bytes] of files) {
    expect(Buffer.compare(bytes, readFileSync(join(folder, name))), name).toBe(0);
  }
});
