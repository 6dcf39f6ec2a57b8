import { describe, expect, it } from 'vitest';
import { reportFiles } from '../support/real-report.ts';
import { layouts } from './layouts.ts';
import { officeLayouts } from './office-layouts.ts';
import { expectNothingLost } from './nothing-lost.ts';
import { draftOfFile, shown, understood } from './understood.ts';

describe('A report that a person typed in Word is understood', () => {
  for (const { name: file, path } of reportFiles()) {
    const report = draftOfFile(path);
    for (const { name, make, says, besides = 0, changes, saysAgain = false } of [
      ...layouts,
      ...officeLayouts,
    ]) {
      it(`${name} (${file})`, async () => {
        const bytes = make(report);
        const read = await understood(bytes, changes);
        console.log(`${name} (${file}): ${read.placed} / ${read.paragraphs} paragraphs placed`);
        expect(read.draft.initiatives.map(shown)).toEqual(
          report.initiatives.map((row, place) => {
            const unbroken = { ...shown(row), pageBreakBefore: false };
            return says === undefined ? unbroken : says(unbroken, place);
          }),
        );
        expect(read.paragraphs - read.placed).toBe(besides);
        expect(read.unplaced).toHaveLength(besides);
        expect(read.draft).toMatchObject({
          fiscalYear: report.fiscalYear,
          department: report.department,
          headPost: report.headPost,
          headName: report.headName,
        });
        if (!saysAgain) await expectNothingLost(bytes, read, changes);
      });
    }
  }
});
