import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { understood } from './understood.ts';
import { fileOf, truth, variations } from './variations.ts';

describe('Each text of a typed report stands in its field, or is told', () => {
  for (const variation of variations) {
    it(variation.name, async () => {
      const bytes = fileOf(variation);
      const read = await understood(bytes);
      const { wrong, lost } = await judge(bytes, truth, read);
      expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
      expect(read.draft.initiatives.map(({ title }) => title)).toEqual(truth.map(({ title }) => title));
      expect(read.unplaced.length, JSON.stringify(read.unplaced)).toBe(variation.told ?? 0);
      expect(read.placed + read.unplaced.length).toBe(read.paragraphs);
      if (variation.verdicts !== undefined) {
        const verdicts = read.draft.initiatives.flatMap(({ targets }) =>
          targets.map(({ verdict }) => verdict),
        );
        expect(verdicts).toEqual(variation.verdicts);
      }
    });
  }
});
