import { describe, expect, it } from 'vitest';
import { cell, docxByHand, paragraph, row, table } from '../word-reading/docx-by-hand.ts';
import { understood } from './understood.ts';
import { sixHeadings } from './written-row.ts';

const report = table([
  row(sixHeadings.map(cell)),
  row(
    [
      ['1'],
      ['道路の補修', '(道路管理課)'],
      ['・傷んだ道を直します。・通報の窓口を設けます。'],
      ['[目標値] ・補修箇所数 120か所　・窓口の開設'],
      ['・131か所を直しました。[今後の取組の方向性]・見回りを続けます。'],
      ['[実績値]・目標を達成しました。【令和8年3月31日時点】131か所'],
    ].map(cell),
  ),
]);

async function headingOf(above: string): Promise<object> {
  const { draft, missing, unplaced } = await understood(docxByHand({ body: above + report }));
  const { initiatives: _, id: __, stage: ___, ...heading } = draft;
  return { ...heading, missing, unplaced: unplaced.map(({ text }) => text) };
}

const all = {
  municipality: '',
  department: '建設部',
  fiscalYear: 2025,
  yearLabel: '令和7年度',
  headPost: '建設部長',
  headName: '森　さくら',
  missing: ['municipality'],
  unplaced: [],
};
const lines = (...texts: readonly string[]): string => texts.map((text) => paragraph(text)).join('');

describe('Year, department, post and name are read', () => {
  const cases: readonly (readonly [string, string, object])[] = [
    [
      'off title and name line',
      lines('令和7年度 建設部長の目標宣言 達成状況報告', '建設部長　森　さくら'),
      all,
    ],
    [
      'off a title on three lines',
      lines('令和7年度', '建設部長の目標宣言', '(達成状況報告)', '建設部長 森　さくら'),
      all,
    ],
    [
      'off a title with the year behind',
      lines('建設部長の目標宣言（令和７年度）', '職・氏名　建設部長　森　さくら'),
      { ...all, yearLabel: '令和７年度' },
    ],
    [
      'off a title that names the city',
      lines('令和7年度 星見市 建設部長の目標宣言', '建設部長 森　さくら'),
      { ...all, municipality: '星見市', missing: [] },
    ],
    [
      'off a title that names the department',
      lines('令和7年度　建設部　目標達成状況報告', '建設部長　森　さくら'),
      all,
    ],
    [
      'off labelled lines',
      lines('星見市', '令和7年度目標宣言', '部名：建設部', '部長名：森　さくら'),
      { ...all, municipality: '星見市', headPost: '', missing: ['headPost'] },
    ],
    [
      'off cells beside each other',
      table([
        row([cell(['部局名']), cell(['建設部']), cell(['職・氏名']), cell(['建設部長　森　さくら'])]),
      ]) + lines('令和7年度の目標'),
      { ...all, unplaced: ['部局名', '職・氏名'] },
    ],
    [
      'and what else stands there is named',
      lines('令和7年度 建設部長の目標宣言', '建設部長　森　さくら', '市民の皆様へお知らせします。'),
      { ...all, unplaced: ['市民の皆様へお知らせします。'] },
    ],
  ];
  it.each(cases)('%s', async (_, above, expected) => {
    expect(await headingOf(above)).toEqual(expected);
  });
});

describe('Lines that were run together', () => {
  it('are taken apart where nothing else is possible', async () => {
    const { draft } = await understood(
      docxByHand({ body: lines('令和7年度 建設部長の目標宣言') + report }),
    );
    expect(draft.initiatives[0]).toMatchObject({
      plan: ['傷んだ道を直します。', '通報の窓口を設けます。'],
      targets: [
        { measure: '補修箇所数', value: '120か所' },
        { measure: '窓口の開設', value: null },
      ],
      results: ['131か所を直しました。'],
      direction: ['見回りを続けます。'],
      outcomes: [
        {
          statement: '目標を達成しました。',
          asOf: '令和8年3月31日時点',
          figures: [{ label: null, value: '131か所' }],
        },
      ],
    });
  });
});
