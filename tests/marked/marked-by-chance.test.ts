import { afterEach, describe, expect, test } from 'vitest';
import type { CellDifference } from '../../shared/contract/sign-off-requests.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { markByChance } from './changes-by-chance.ts';
import { exportedSample, type ExportedSample } from './exported-sample.ts';
import { acceptAll, throughLibreOffice } from './libre-office.ts';

const newFolder = temporaryFolders();
let sample: ExportedSample;

afterEach(() => sample.application.close());

/** Rows are numbered by their places, and the form puts a bullet before each paragraph. */
function words(differences: readonly CellDifference[]): CellDifference[] {
  const plain = (text: string): string => text.replaceAll(/[\n・]/g, '');
  return differences.filter(
    ({ field, before, after }) => field !== 'number' && plain(before) !== plain(after),
  );
}

describe('A file that several people marked up all over', () => {
  test('has each change on a field, with its author; all accepted, the report is the file', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      sample = await exportedSample(newFolder());
      const marked = markByChance(await sample.surgery(), seed).bytes();
      const { suggestions, unplaced } = await sample.take(marked);
      expect(suggestions.length).toBeGreaterThan(15);
      expect(suggestions.filter(({ author }) => author === null)).toEqual([]);
      // Words that were only given another look.
      expect(unplaced.filter(({ why }) => why !== 'set-off')).toEqual([]);
      await sample.acceptAll();
      expect([seed, words(await sample.differences(marked))]).toEqual([seed, []]);
      if (seed < 6) await sample.application.close();
    }
  });

  test('says what LibreOffice says after accepting all', async () => {
    sample = await exportedSample(newFolder());
    const marked = markByChance(await sample.surgery(), 20_260_501).bytes();
    await sample.take(marked);
    await sample.acceptAll();
    const accepted = await throughLibreOffice(marked, acceptAll);
    expect(words(await sample.differences(accepted))).toEqual([]);
  });
});
