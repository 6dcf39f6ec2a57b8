import fc from 'fast-check';
import { identifierFrom } from '../../shared/model/identifier.ts';
import { isPlainLine } from '../../shared/model/plain-text.ts';
import type { OwnField } from '../../shared/model/fields/field.ts';
import type { OwnsFields } from '../../shared/model/fields/values.ts';
import { withForm } from '../../shared/model/forms/form-of-report.ts';
import { madeUpOfficeForm } from '../fields/made-up-form.ts';
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

/** What a form's own fields hold; most hold nothing. */
const arbitraryOwn = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc
    .dictionary(
      fc.constantFrom<OwnField>('xmessage', 'xpartners', 'xbudget'),
      fc.oneof(
        arbitraryLine.filter((line) => line !== ''),
        fc.array(arbitraryLine, { minLength: 1, maxLength: 3 }),
      ),
      { noNullPrototype: true },
    )
    .map((own) => (Object.keys(own).length === 0 ? {} : { own })),
);

const arbitraryTarget = ownable({
  id: arbitraryIdentifier,
  measure: arbitraryLine,
  note: arbitraryPerhapsLine,
  value: arbitraryPerhapsLine,
  verdict: fc.option(fc.constantFrom(...verdicts), { nil: null }),
});

function ownable<T extends object>(parts: { [key in keyof T]: fc.Arbitrary<T[key]> }): fc.Arbitrary<
  T & OwnsFields
> {
  return fc.tuple(fc.record<T>(parts), arbitraryOwn).map(([holder, own]) => ({ ...holder, ...own }));
}

export const arbitraryInitiative: fc.Arbitrary<Initiative> = ownable({
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
    ownable({
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
}).map(({ outcomes, ...row }) => ({
  ...row,
  outcomes: outcomes.map(({ places, ...outcome }) => ({
    ...outcome,
    targets: places.flatMap((place) => row.targets[place]?.id ?? []),
  })),
}));

const arbitraryHeading = ownable<Omit<Report, 'own' | 'form'>>({
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

/** Most are written in the official form. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .tuple(arbitraryHeading, fc.constantFrom(null, null, null, madeUpOfficeForm))
  .map(([report, form]) => withForm(report as Report, form));
