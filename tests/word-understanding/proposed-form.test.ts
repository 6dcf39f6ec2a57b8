import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { builtInForms } from '../../main/application/built-in-forms.ts';
import { programFiles } from '../../main/files/program-files.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import {
  proposeForm,
  type NoTableForAForm,
  type ProposedForm,
} from '../../main/word/understanding/proposing/propose-form.ts';
import { writeWordFile } from '../../main/word/writing/write-word-file.ts';
import { formOfReport, withForm } from '../../shared/model/forms/form-of-report.ts';
import { formProblems, isBroken } from '../../shared/model/forms/form-problems.ts';
import { officeFormSchema, type OfficeForm } from '../../shared/model/forms/office-form.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { formNames, type FormName } from '../../shared/model/form.ts';
import { outline } from '../../shared/model/outline.ts';
import { emptyInitiative, type Report } from '../../shared/model/report.ts';
import type { Result } from '../../shared/result.ts';
import { must, mustFail } from '../support/must.ts';
import { sampleReport } from '../support/real-report.ts';
import { cell, docxByHand, paragraph, row, table } from '../word-reading/docx-by-hand.ts';
import { layouts } from './layouts.ts';
import { draftOfFile } from './understood.ts';

const known = builtInForms(programFiles().forms);

async function proposed(
  bytes: Uint8Array,
  forms: readonly OfficeForm[] = known,
): Promise<Result<ProposedForm, NoTableForAForm>> {
  return proposeForm(must(await readWordDocument(bytes)), { id: 'made', label: '課の様式', forms });
}

const blankReport: Report = {
  id: 'aaaaaaaa',
  municipality: 'みどり野市',
  department: '環境部',
  fiscalYear: 2026,
  yearLabel: '令和8年度',
  headPost: '環境部長',
  headName: '森 ひかる',
  stage: null,
  initiatives: [emptyInitiative('bbbbbbbb')],
};

/** A table of headings and empty rows; widths in millimetres. */
function emptyTable(headings: readonly (readonly string[])[], widths: readonly number[]): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${Math.round((width * 1_440) / 25.4)}"/>`).join('');
  const rows = [headings, ...[1, 2].map(() => headings.map(() => []))];
  return table(rows.map((cells) => row(cells.map((lines) => cell(lines))))).replace(
    '<w:tblGrid/>',
    `<w:tblGrid>${grid}</w:tblGrid>`,
  );
}

const section =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' +
  '<w:pgMar w:top="851" w:right="851" w:bottom="567" w:left="851"/></w:sectPr>';

const contents = (form: OfficeForm, name: FormName) => form[name].columns.map(({ content }) => content);

describe('A form after a table of the program', () => {
  const written = async (form: OfficeForm, name: FormName): Promise<Uint8Array> => {
    const report = withForm(blankReport, form);
    const document = formOfReport(report, name);
    return writeWordFile(outline(report, document), document, {
      marks: { report: report.id, revision: 1, contentHash: '0123456789abcdef', form: name },
      author: 'みどり野市',
      carried: '',
    });
  };

  test.each([officialForm, ...known])(
    'has its columns, headings, widths and paper: $label',
    async (form) => {
      for (const name of formNames) {
        const made = must(await proposed(await written(form, name)));
        expect(made.unknown).toEqual([]);
        expect(made.form[name].columns.map(({ width: _width, ...column }) => column)).toEqual(
          form[name].columns.map(({ width: _width, ...column }) => column),
        );
        expect(made.form[name].shape).toEqual(form[name].shape);
        expect(formProblems(made.form).filter(isBroken)).toEqual([]);
        for (const [at, { width }] of form[name].columns.entries()) {
          expect(Math.abs((made.form[name].columns[at]?.width ?? 0) - width)).toBeLessThan(0.5);
        }
        expect(made.form[name].page).toEqual(form[name].page);
        const printed = new Set(form[name].columns.flatMap(({ content }) => content));
        expect(made.form[name].cellLabels).toEqual(
          Object.fromEntries(
            Object.entries(form[name].cellLabels).filter(([field]) => printed.has(field as 'title')),
          ),
        );
        for (const field of made.form.fields) expect(form.fields).toContainEqual(field);
      }
    },
  );
});

describe('A form after a table of an office', () => {
  const headings = [
    ['番号'],
    ['重点目標', '(担当課)'],
    ['市民の声'],
    ['目標達成のための取組'],
    ['数値目標'],
    ['取組の結果'],
    ['協働の相手方'],
    ['未達成理由'],
  ];
  const widths = [10, 40, 35, 56, 40, 50, 17, 17];

  test('knows headings by what offices call them, and makes fields of the others', async () => {
    const bytes = docxByHand({ body: paragraph('部の目標') + emptyTable(headings, widths) + section });
    const { form, unknown } = must(await proposed(bytes));
    expect(v.is(officeFormSchema, form)).toBe(true);
    expect(formProblems(form).filter(isBroken)).toEqual([]);
    expect(unknown).toEqual(['市民の声', '協働の相手方']);
    const [voice, partner, reason] = form.fields;
    expect(contents(form, 'report')).toEqual([
      ['number'],
      ['title', 'section'],
      [voice?.id],
      ['plan'],
      ['targets'],
      ['results'],
      [partner?.id],
      [reason?.id],
    ]);
    expect(voice).toMatchObject({ kind: 'paragraphs', label: '市民の声', season: 'declaration' });
    expect(partner).toMatchObject({ label: '協働の相手方', season: 'report' });
    // One that a form of the program knows by this name.
    expect(known.flatMap(({ fields }) => fields)).toContainEqual(reason);
    expect(form.report.columns.map(({ heading }) => heading)).toEqual(headings);
    for (const [at, { width }] of form.report.columns.entries())
      expect(width).toBeCloseTo(widths[at] ?? 0, 0);
    expect(form.report.page).toEqual({
      width: 297,
      height: 210,
      margin: { top: 15, right: 15, bottom: 10, left: 15 },
    });
    // In spring, what is reported is not there yet.
    expect(contents(form, 'declaration')).toEqual([
      ['number'],
      ['title', 'section'],
      [voice?.id],
      ['plan'],
      ['targets'],
    ]);
  });

  test('gives the same name the same field, whoever reads it', async () => {
    const one = must(await proposed(docxByHand({ body: emptyTable(headings, widths) })));
    const other = must(
      await proposed(docxByHand({ body: emptyTable(headings.toReversed(), widths.toReversed()) })),
    );
    const ids = ({ form }: ProposedForm) =>
      new Map(form.fields.map(({ label, id }) => [label, id] as const));
    expect(ids(one).get('市民の声')).toBe(ids(other).get('市民の声'));
  });

  test('of spring leaves room for what is reported', async () => {
    const spring = docxByHand({ body: emptyTable(headings.slice(0, 5), widths.slice(0, 5)) });
    const { form } = must(await proposed(spring));
    expect(contents(form, 'declaration').slice(-2)).toEqual([['plan'], ['targets']]);
    expect(contents(form, 'report').slice(-3)).toEqual([['results'], ['direction'], ['outcomes']]);
    expect(formProblems(form).filter(isBroken)).toEqual([]);
  });

  test('that nobody knows has a field for each heading', async () => {
    const strange = docxByHand({ body: emptyTable([['あ'], ['い'], ['い'], ['う']], [0, 0, 0, 0]) });
    const { form, unknown } = must(await proposed(strange));
    expect(unknown).toEqual(['あ', 'い', 'い2', 'う']);
    expect(formProblems(form).filter(isBroken)).toEqual([]);
  });

  test.each([
    ['no table', paragraph('お知らせ'), 0],
    ['a table of two columns', table([row([cell(['月日']), cell(['行事'])])]), 1],
  ])('is refused for %s', async (_what, body, tables) => {
    expect(mustFail(await proposed(docxByHand({ body })))).toEqual({ code: 'form-table-missing', tables });
  });

  test.each(layouts)('is one that a file may hold, or none: $name', async ({ make }) => {
    const answer = await proposed(make(draftOfFile(sampleReport)));
    if (!answer.ok) return;
    expect(v.is(officeFormSchema, answer.value.form)).toBe(true);
    expect(formProblems(answer.value.form).map(({ code }) => code)).not.toContain('field-twice');
  });
});
