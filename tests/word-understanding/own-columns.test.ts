import { describe, expect, test } from 'vitest';
import { identify } from '../../main/domain/identify.ts';
import type { ReportDraft } from '../../main/domain/report-draft.ts';
import { interchangeOf } from '../../main/exchange/write-report-json.ts';
import { withForm } from '../../shared/model/forms/form-of-report.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { fullInitiative, report } from '../data/sample-content.ts';
import { madeUpFields, madeUpOfficeForm, madeUpValues } from '../fields/made-up-form.ts';
import { WordSurgery } from '../marked/word-surgery.ts';
import { cell, docxByHand, paragraph, row as tableRow, table } from '../word-reading/docx-by-hand.ts';
import { convertInLibreOffice } from '../support/convert-in-libre-office.ts';
import { exported } from './own-files.ts';
import { expectNothingLost } from './nothing-lost.ts';
import { understood } from './understood.ts';
import { sixHeadings } from './written-row.ts';

const row: Initiative = { ...fullInitiative(), own: madeUpValues };
const written: Report = withForm({ ...report(), stage: null, initiatives: [row] }, madeUpOfficeForm);

function taken(draft: ReportDraft): Record<string, unknown> {
  const newIdentifier = (): string => 'neverused';
  return interchangeOf(identify(draft, { existing: null, taken: new Set(), newIdentifier }).report);
}

describe('A report in a form of which no code knows the fields', () => {
  test('comes home from its Word file as it was, form and all', async () => {
    const { draft, unplaced, fields } = await understood(await exported(written));
    expect(taken(draft)).toEqual(interchangeOf(written));
    expect(unplaced).toEqual([]);
    expect(fields).toEqual(expect.arrayContaining(madeUpFields.map(({ id }) => id)));
  });

  test('also after LibreOffice saved it again', async () => {
    const saved = await convertInLibreOffice({
      content: await exported(written),
      from: 'docx',
      to: 'docx',
    });
    expect(taken((await understood(saved)).draft)).toEqual(interchangeOf(written));
  });

  test('takes what was written over in a cell from the print, each by its kind', async () => {
    const surgery = await WordSurgery.open(await exported(written));
    for (const [before, after] of [
      ['>【3-1-2】<', '>【4-2-1】<'],
      ['>・港小学校<', '>・北小学校<'],
      ['>△<', '>○<'],
      ['>11、17<', '>3、17<'],
      ['>1,250千円<', '>1,300千円<'],
    ] as const) {
      expect(surgery.document).toContain(before);
      surgery.document = surgery.document.replace(before, after);
    }
    const { draft } = await understood(surgery.bytes());
    expect(draft.initiatives[0]?.own).toEqual({
      ...madeUpValues,
      xmeasure: '4-2-1',
      xpartners: ['汐見商店会', '北小学校'],
      xgrade: '○',
      xgoals: ['3', '17'],
      xbudget: '1,300千円',
    });
  });
});

/** A table as an office types it: the six columns, and further ones. */
function typed(further: Readonly<Record<string, readonly string[]>>): Uint8Array {
  const columns = Object.entries(further);
  return docxByHand({
    body:
      paragraph('令和7年度 環境部長の目標宣言 達成状況報告') +
      table([
        tableRow([...sixHeadings, ...columns.map(([heading]) => [heading])].map((lines) => cell(lines))),
        tableRow([
          ...['1', '花壇の世話(公園課)', '・花壇を世話します。', '・花壇の数 5か所'].map((text) =>
            cell([text]),
          ),
          ...['・花壇を増やしました。', '・5か所になりました。'].map((text) => cell([text])),
          ...columns.map(([, lines]) => cell([...lines])),
        ]),
      ]),
  });
}

const further = {
  施策番号: ['3-1-2'],
  協働先: ['・汐見商店会', '・港小学校'],
  未達成の理由: ['雨が続き、屋外の会を開けませんでした。'],
  評価: ['△'],
  ＳＤＧｓのゴール: ['11、17'],
  予算額: ['1,250千円'],
  期限: ['令和8年12月'],
};

describe('Columns of a table typed by hand', () => {
  test('are found by the names of a known form, each in its own field', async () => {
    const bytes = typed(further);
    const read = await understood(bytes, 'accepted', [madeUpOfficeForm]);
    expect(read.draft.form).toEqual(madeUpOfficeForm);
    expect(read.draft.initiatives).toMatchObject([
      { title: '花壇の世話', section: '公園課', own: madeUpValues, outcomes: [{ figures: [] }] },
    ]);
    expect(read.unplaced).toEqual([]);
    await expectNothingLost(bytes, read);
  });

  test('are told as before where no form knows them', async () => {
    const bytes = typed({ 備考: ['別に定めます。'] });
    const read = await understood(bytes, 'accepted', [madeUpOfficeForm]);
    expect(read.draft).not.toHaveProperty('form');
    expect(read.unplaced.map(({ field, text }) => [field, text])).toEqual([['備考', '別に定めます。']]);
    await expectNothingLost(bytes, read);
  });

  test('of a name that any report may have tell no form', async () => {
    const bytes = typed({ 評価: ['△'] });
    const read = await understood(bytes, 'accepted', [madeUpOfficeForm]);
    expect(read).toEqual(await understood(bytes));
  });

  test('are found with the unit of their money behind the name', async () => {
    const { 予算額: _, ...others } = further;
    const bytes = typed({ ...others, '予算額（千円）': ['1,250'] });
    const read = await understood(bytes, 'accepted', [madeUpOfficeForm]);
    expect(read.draft.initiatives[0]?.own?.xbudget).toBe('1,250');
  });

  test('of another year are no field of this one', async () => {
    const bytes = typed({ ...further, 予算額: [], '予算額（前年度）': ['900千円'] });
    const read = await understood(bytes, 'accepted', [madeUpOfficeForm]);
    expect(read.draft.initiatives[0]?.own).not.toHaveProperty('xbudget');
    expect(read.unplaced.map(({ text }) => text)).toEqual(['900千円']);
  });
});
