import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastingFolder } from '../support/temporary-folder.ts';
import { acceptance, suggestions } from './observed/marked.ts';
import { openPinned, pinnedVersions, type PinnedLibrary } from './pinned-library.ts';
import { pinOf } from './pins.ts';

describe.each(pinnedVersions)(
  'Files that were exported from a library of version %i and marked',
  (version) => {
    const folder = lastingFolder();
    let library: PinnedLibrary;

    beforeAll(async () => {
      library = await openPinned(version, folder);
    });
    afterAll(() => library.application.close());

    test('come back with the same suggestions, beside those of the file that had come back', async () => {
      expect(await suggestions(library)).toEqual(pinOf('suggestions', version));
    });

    test('can be accepted, which can be taken back', async () => {
      expect(await acceptance(library)).toEqual(pinOf('acceptance', version));
    });
  },
);
