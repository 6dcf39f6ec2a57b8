import { afterEach, describe, expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { markedFiles } from './observed/marked.ts';
import { openPinned, pinnedVersions, type PinnedLibrary } from './pinned-library.ts';
import { pinOf } from './pins.ts';

const newFolder = temporaryFolders();
let library: PinnedLibrary;

afterEach(() => library.application.close());

describe.each(pinnedVersions)(
  'Files that were exported from a library of version %i and marked',
  (version) => {
    test('come back with the same suggestions, which can be accepted and taken back', async () => {
      library = await openPinned(version, newFolder());
      expect(await markedFiles(library)).toEqual(pinOf('marked-files', version));
    });
  },
);
