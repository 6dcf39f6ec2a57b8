import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReportJson } from '../../main/exchange/write-report-json.ts';
import { lastingFolder } from '../support/temporary-folder.ts';
import { topics } from './observed/topics.ts';
import {
  firstWith,
  openPinned,
  pinnedJson,
  pinnedVersions,
  readReport,
  type PinnedLibrary,
} from './pinned-library.ts';
import { pinOf } from './pins.ts';

describe.each(pinnedVersions)('A library of version %i', (version) => {
  const folder = lastingFolder();
  let library: PinnedLibrary;

  beforeAll(async () => {
    library = await openPinned(version, folder);
  });
  afterAll(() => library.application.close());

  test('says what its program wrote out at the time, byte for byte', async () => {
    const json = writeReportJson(await readReport(library));
    const said = version < firstWith.breaksPerDocument ? withoutBreaksOfDeclaration(json) : json;
    expect(said).toBe(pinnedJson(version));
  });

  test.each(['history', 'search', 'comparisons', 'exports'] as const)('%s: as pinned', async (topic) => {
    expect(await topics[topic].observe(library)).toEqual(pinOf(topic, version));
  });

  if (version >= firstWith.signed) {
    test('what is signed is known as signed', async () => {
      expect(await topics['sign-offs'].observe(library)).toEqual(pinOf('sign-offs', version));
    });
  }

  test('bin, comments, links and phrases stand; it is sound', async () => {
    const kept = await topics.kept.observe(library);
    expect(kept).toEqual(pinOf('kept', version));
    expect(kept['check']).toMatchObject({ problems: [] });
  });
});

/** Where the document of a page break was not said, both documents break there from then on. */
function withoutBreaksOfDeclaration(json: string): string {
  return json.replaceAll(/^ *"declarationPageBreakBefore": true,\n/gm, '');
}
