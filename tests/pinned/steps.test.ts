import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { howMany } from '../support/how-many.ts';
import { lastingFolder } from '../support/temporary-folder.ts';
import { states, statesUp, type State } from './observed/steps.ts';
import { openPinned, ownLogs, pinnedVersions, type PinnedLibrary } from './pinned-library.ts';
import { pinOf } from './pins.ts';

/** Those first that differ. */
const byDifference = [...new Set([...ownLogs, ...pinnedVersions])];
const wholeWay = byDifference.slice(0, howMany({ usual: ownLogs.length, long: byDifference.length }));

describe.each(pinnedVersions)('The log of a library of version %i', (version) => {
  const folder = lastingFolder();
  const pinned = pinOf('steps', version) as State[];
  let library: PinnedLibrary;

  beforeAll(async () => {
    library = await openPinned(version, folder);
  });
  afterAll(() => library.application.close());

  test('does again what was taken back at the time', async () => {
    const seen = await statesUp(library);
    expect(seen.length).toBeGreaterThan(25);
    expect(seen).toEqual(pinned.slice(0, seen.length));
  });

  if (wholeWay.includes(version)) {
    test('is taken back to the empty report, and done again to the same content', async () => {
      expect(await states(library)).toEqual(pinned);
      expect(await statesUp(library)).toEqual(pinned);
    });
  }
});
