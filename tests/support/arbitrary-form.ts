import fc from 'fast-check';
import { builtInRowFields } from '../../shared/model/fields/built-in-fields.ts';
import {
  fieldOwners,
  type FieldOwner,
  type OwnField,
  type OwnValue,
  type OwnValues,
} from '../../shared/model/fields/field.ts';
import {
  isItemField,
  itemOwners,
  partsOf,
  type ItemField,
  type ItemPart,
} from '../../shared/model/fields/item-parts.ts';
import { columnOfEms } from '../../shared/model/forms/cell-room.ts';
import type { OwnsFields } from '../../shared/model/fields/values.ts';
import { withForm } from '../../shared/model/forms/form-of-report.ts';
import { formProblems, isBroken } from '../../shared/model/forms/form-problems.ts';
import {
  officeFormFormat,
  ownKinds,
  type DocumentForm,
  type FormField,
  type OfficeForm,
} from '../../shared/model/forms/office-form.ts';
import type { Report } from '../../shared/model/report.ts';
import { arbitraryLine, arbitraryReport } from './arbitrary-report.ts';

/** What a form says of itself: never blank. */
const arbitraryName = arbitraryLine.filter((line) => line.trim() !== '');
const signs = ['◎', '○', '△', '×', 'A', 'B', '計画以上', '11', '評価不能'] as const;

const surroundings: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['【', '】'],
  ['', '時点'],
  ['約', ''],
];

const arbitraryFields: fc.Arbitrary<FormField[]> = fc
  .uniqueArray(
    fc.record(
      {
        id: fc.stringMatching(/^x[a-z0-9]{1,9}$/) as fc.Arbitrary<OwnField>,
        owner: fc.oneof({ weight: 5, arbitrary: fc.constant('row') }, fc.constantFrom(...fieldOwners)),
        kind: fc.constantFrom(...ownKinds),
        label: arbitraryName,
        season: fc.constantFrom('declaration', 'report'),
        names: fc.array(arbitraryName, { maxLength: 2 }),
        around: fc.constantFrom(...surroundings),
        bulleted: fc.boolean(),
        asked: fc.boolean(),
        guidance: arbitraryLine,
        example: arbitraryLine,
      },
      { requiredKeys: ['id', 'owner', 'kind', 'label', 'season', 'names', 'asked'], noNullPrototype: true },
    ),
    {
      maxLength: 8,
      comparator: (one, other) => one.id === other.id || one.label.trim() === other.label.trim(),
    },
  )
  .map((fields) =>
    (fields as FormField[]).map((field) =>
      field.kind === 'choice' || field.kind === 'choices'
        ? { ...field, choices: signs.map((sign) => ({ sign })) }
        : field,
    ),
  );

const papers = [
  [210, 297],
  [257, 364],
  [297, 420],
  [182, 257],
  [216, 279],
] as const;

const arbitraryPage = fc
  .record({
    paper: fc.constantFrom(...papers),
    landscape: fc.boolean(),
    margin: fc.record({
      top: fc.integer({ min: 0, max: 30 }),
      right: fc.integer({ min: 0, max: 30 }),
      bottom: fc.integer({ min: 0, max: 30 }),
      left: fc.integer({ min: 0, max: 30 }),
    }),
  })
  .map(({ paper: [short, long], landscape, margin }) => ({
    width: landscape ? long : short,
    height: landscape ? short : long,
    margin,
  }));

const arbitraryType = fc.record({
  font: fc.constantFrom('ＭＳ 明朝', 'ＭＳ ゴシック', 'BIZ UD明朝 Medium', '游ゴシック', 'A & "B" <C>'),
  bodySize: fc.constantFrom(8, 9, 9.5, 10, 10.5, 12),
  bodyLine: fc.constantFrom(12, 13.5, 18),
  titleSize: fc.constantFrom(12, 14, 16.5),
  titleLine: fc.constantFrom(18, 20, 25),
});

/** One of the form's documents: any of the fields in any order, in any number of columns, with a line for each target or not. */
function arbitraryDocument(fields: readonly FormField[]): fc.Arbitrary<DocumentForm> {
  const ofRow = fields.filter(({ owner }) => owner === 'row').map(({ id }) => id);
  const partsOfEach = (field: ItemField): ItemPart[] => [
    ...partsOf(field),
    ...fields.filter(({ owner }) => owner === itemOwners[field]).map(({ id }) => id),
  ];
  const ids = ['number' as const, ...builtInRowFields.map(({ id }) => id), ...ofRow];
  return fc
    .record({
      label: arbitraryName,
      title: fc.constantFrom('{yearLabel} {headPost}の目標宣言', '{department}の<目標> & 成果', '中間評価'),
      printed: fc.shuffledSubarray(ids, { minLength: 1 }),
      lines: fc.option(
        fc.record({
          targets: fc.shuffledSubarray(partsOfEach('targets'), { minLength: 1 }),
          outcomes: fc.shuffledSubarray(partsOfEach('outcomes')),
          together: fc.integer({ min: 1, max: 3 }),
          first: fc.boolean(),
        }),
      ),
      columns: fc.array(
        fc.record({
          heading: fc.array(arbitraryLine, { minLength: 1, maxLength: 4 }),
          fields: fc.integer({ min: 1, max: 4 }),
          share: fc.integer({ min: 1, max: 10 }),
        }),
        { minLength: ids.length, maxLength: ids.length },
      ),
      cellLabels: fc.dictionary(fc.constantFrom(...ids.slice(1)), arbitraryLine, { noNullPrototype: true }),
      asks: fc.record({ verdicts: fc.boolean(), outcomeTargets: fc.boolean() }),
      trackChanges: fc.boolean(),
      page: arbitraryPage,
      type: arbitraryType,
    })
    .map(({ printed, lines, columns: drawn, ...document }) => {
      const left = printed.filter((id) => lines === null || !isItemField(id));
      const filled = drawn.flatMap((column) => {
        // The number stands alone.
        const number = left.indexOf('number');
        const content = left.splice(0, number < 0 ? column.fields : Math.min(column.fields, number || 1));
        return content.length === 0 ? [] : [{ ...column, content }];
      });
      const ofEach = (['targets', 'outcomes'] as const).flatMap((field) =>
        lines === null ? [] : columnsOfEach(field, lines[field], lines.together),
      );
      const all = lines?.first === true ? [...ofEach, ...filled] : [...filled, ...ofEach];
      const shares = all.reduce((sum, { share }) => sum + share, 0);
      const { width, margin } = document.page;
      // A character in each column, and what is left of the text area by shares; rounded as a person types it.
      const least = Math.ceil(columnOfEms(1, document.type) * 10) / 10;
      const free = width - margin.left - margin.right - all.length * least;
      const columns = all.map(({ fields: _fields, share, ...column }) => ({
        ...column,
        width: least + Math.max(0, Math.floor((free * share * 10) / shares) / 10),
      }));
      return {
        ...document,
        columns,
        ...(lines === null ? {} : { shape: { kind: 'line-per-target' as const } }),
      };
    });
}

/** Columns for parts of each target or outcome, so many in each. */
function columnsOfEach(field: ItemField, parts: readonly ItemPart[], together: number) {
  const count = Math.ceil(parts.length / together);
  return Array.from({ length: count }, (_, at) => {
    const ofEach = parts.slice(at * together, (at + 1) * together);
    return { heading: [`指標${at + 1}`], content: [field], ofEach, fields: 1, share: 3 };
  });
}

/** Any form that can be used: what is wrong with it are hints at most. */
export const arbitraryOfficeForm: fc.Arbitrary<OfficeForm> = arbitraryFields
  .chain((fields) =>
    fc.record(
      {
        format: fc.constant(officeFormFormat),
        id: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
        label: arbitraryName,
        fields: fc.constant(fields),
        declaration: arbitraryDocument(fields),
        report: arbitraryDocument(fields),
      },
      { noNullPrototype: true },
    ),
  )
  .filter((form) => !formProblems(form).some(isBroken));

type ReportInForm = Report & { readonly form: OfficeForm };

/** A report written in any form. */
export const arbitraryReportInForm: fc.Arbitrary<ReportInForm> =
  arbitraryOfficeForm.chain(arbitraryReportIn);

/** A report written in a form, with something in most of the form's own fields. */
export function arbitraryReportIn(form: OfficeForm): fc.Arbitrary<ReportInForm> {
  return fc
    .tuple(
      arbitraryReport,
      ...(['row', 'target', 'outcome'] as const).map((owner) =>
        fc.array(ownValuesOf(form.fields, owner), { minLength: 5, maxLength: 5 }),
      ),
    )
    .map(([report, ofRows = [], ofTargets = [], ofOutcomes = []]) => ({
      ...withForm(report, form),
      form,
      initiatives: report.initiatives.map((row, index) => ({
        ...withOwnOf(row, ofRows[index]),
        targets: row.targets.map((target, at) => withOwnOf(target, ofTargets[(index + at) % 5])),
        outcomes: row.outcomes.map((outcome, at) => withOwnOf(outcome, ofOutcomes[(index + at) % 5])),
      })),
    }));
}

function withOwnOf<Holder extends OwnsFields>({ own: _own, ...holder }: Holder, own: OwnValues = {}) {
  return Object.keys(own).length === 0 ? holder : { ...holder, own };
}

function ownValuesOf(fields: readonly FormField[], whose: FieldOwner): fc.Arbitrary<OwnValues> {
  const asked = fields.filter(({ owner }) => owner === whose);
  return fc
    .tuple(...asked.map((field) => fc.option(valueOf(field), { nil: null, freq: 4 })))
    .map((values) =>
      Object.fromEntries(
        asked.flatMap(({ id }, index) => {
          const value = values[index] ?? null;
          return value === null ? [] : [[id, value] as const];
        }),
      ),
    );
}

function valueOf({ kind }: FormField): fc.Arbitrary<OwnValue> {
  switch (kind) {
    case 'choice':
      return fc.constantFrom(...signs);
    case 'choices':
      return fc.subarray([...signs], { minLength: 1 });
    case 'quantity':
      return fc.constantFrom('約5,400基', '1,250千円', '37.5%', '１２件(計４０件)');
    case 'date':
      return fc.constantFrom('令和8年12月', '第3四半期', '平成29年3月31日');
    case 'line':
      return arbitraryName;
    case 'paragraphs':
      return fc.array(arbitraryLine, { minLength: 1, maxLength: 3 });
  }
}
