import fc from 'fast-check';
import { identifierFrom } from '../../shared/model/identifier.ts';
import { isPlainLine } from '../../shared/model/plain-text.ts';
import { verdicts, writingStages, type Initiative, type Report } from '../../shared/model/report.ts';

/** Text as it comes from office PCs: Japanese, digits of both widths, rare characters, emoji, spaces. */
const fragments = [
  '地域',
  '推進します。',
  '５００件',
  '約1,200基',
  '㈱',
  '𠮷田',
  '葛󠄀',
  'ｶﾞ',
  'が',
  '👩‍👧',
  ' ',
  '　',
  '・',
  '<&>"\'',
  '[目標値]',
  'ＤＸ',
];
export const arbitraryLine = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 5 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter(isPlainLine),
);
const arbitraryPerhapsLine = fc.option(
  arbitraryLine.filter((line) => line !== ''),
  { nil: null },
);
const paragraphs = fc.array(arbitraryLine, { maxLength: 3 });

export const arbitraryIdentifier = fc
  .uint8Array({ minLength: 10, maxLength: 10 })
  .map((bytes) => identifierFrom(bytes));

const arbitraryTarget = fc.record({
  id: arbitraryIdentifier,
  measure: arbitraryLine,
  note: arbitraryPerhapsLine,
  value: arbitraryPerhapsLine,
  verdict: fc.option(fc.constantFrom(...verdicts), { nil: null }),
});

export const arbitraryInitiative: fc.Arbitrary<Initiative> = fc
  .record({
    id: arbitraryIdentifier,
    title: arbitraryLine,
    section: arbitraryLine,
    pageBreakBefore: fc.boolean(),
    declarationPageBreakBefore: fc.boolean(),
    plan: paragraphs,
    targets: fc.uniqueArray(arbitraryTarget, { maxLength: 3, selector: ({ id }) => id }),
    results: paragraphs,
    direction: paragraphs,
    outcomes: fc.uniqueArray(
      fc.record({
        id: arbitraryIdentifier,
        statement: arbitraryLine,
        asOf: arbitraryPerhapsLine,
        figures: fc.array(fc.record({ label: arbitraryPerhapsLine, value: arbitraryLine }), {
          maxLength: 2,
        }),
        places: fc.uniqueArray(fc.nat({ max: 2 }), { maxLength: 3 }),
      }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
  })
  .map(({ outcomes, ...row }) => ({
    ...row,
    outcomes: outcomes.map(({ places, ...outcome }) => ({
      ...outcome,
      targets: places.flatMap((place) => row.targets[place]?.id ?? []),
    })),
  }));

export const arbitraryReport: fc.Arbitrary<Report> = fc.record({
  id: arbitraryIdentifier,
  municipality: arbitraryLine,
  department: arbitraryLine,
  fiscalYear: fc.integer({ min: 1926, max: 2999 }),
  yearLabel: arbitraryLine,
  headPost: arbitraryLine,
  headName: arbitraryLine,
  stage: fc.option(fc.constantFrom(...writingStages), { nil: null }),
  initiatives: fc.uniqueArray(arbitraryInitiative, { maxLength: 5, selector: ({ id }) => id }),
});
