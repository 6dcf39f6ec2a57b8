import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { understandTable, type LooseCell } from '../../main/word/understanding/understand-table.ts';
import { tableRequests } from '../../shared/contract/table-requests.ts';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();

const row = (...texts: string[]): LooseCell[] =>
  texts.map((text, column) => ({ lines: text.split('\n'), column, span: 1, merge: 'none' }));

const six = row(
  '3',
  '公園の見守り\n(公園みどり課)',
  '・見守ります。\n・直します。',
  '[目標値]\n・巡回の回数(夜間) 年間 20回',
  '・巡回しました。\n[今後の取組の方向性]\n・続けます。',
  '[実績値]\n・巡回しました。\n【令和8年3月31日時点】\n巡回 22回',
);
const fields = (rows: readonly LooseCell[][], field: Parameters<typeof understandTable>[2] = null) =>
  understandTable(rows, null, field).columns.map((column) => column.fields.join('+'));

describe('Rows of a table without headings', () => {
  it('are the official table by their number of columns', () => {
    const columns = ['title+section', 'plan', 'targets', 'results+direction', 'outcomes'];
    expect(fields([six])).toEqual(['number', ...columns]);
    expect(fields([row('公園', '一', '二', '三', '四')])).toEqual(columns);
    expect(fields([row('1', '公園', '一', '二')])).toEqual(['number', ...columns.slice(0, 3)]);
    expect(fields([row('公園', '一', '二', '三')])).toEqual(columns.slice(0, 4));
  });

  it('begin where the person is when they are a piece of it', () => {
    expect(fields([row('一', '二')], 'results')).toEqual(['results+direction', 'outcomes']);
    expect(fields([row('一', '二')])).toEqual(['title+section', 'plan']);
  });

  it('are read cell by cell as a file’s are', () => {
    expect(understandTable([six], null, null)).toMatchObject({
      rows: [
        {
          title: '公園の見守り',
          section: '公園みどり課',
          plan: ['見守ります。', '直します。'],
          targets: [{ measure: '巡回の回数', note: '夜間', value: '年間 20回' }],
          results: ['巡回しました。'],
          direction: ['続けます。'],
          outcomes: [
            {
              statement: '巡回しました。',
              asOf: '令和8年3月31日時点',
              figures: [{ label: '巡回', value: '22回' }],
              targets: [0],
            },
          ],
        },
      ],
      unplaced: [],
    });
  });
});

describe('Columns', () => {
  it('follow the headings that are pasted along, whatever their order', () => {
    const table = [
      row('達成目標', '取組名', '取組結果'),
      row('巡回 20回', '公園の見守り', '巡回しました。'),
    ];
    expect(fields(table)).toEqual(['targets', 'title', 'results']);
    expect(understandTable(table, null, 'plan').rows).toMatchObject([
      { title: '公園の見守り', targets: [{ measure: '巡回', value: '20回' }], results: ['巡回しました。'] },
    ]);
  });

  it('follow what the person says, and name what then stands in no field', () => {
    const read = understandTable(
      [row('公園の見守り', '巡回しました。', 'メモ')],
      [['title'], ['results'], []],
      null,
    );
    expect(read.rows).toMatchObject([{ title: '公園の見守り', results: ['巡回しました。'] }]);
    expect(read.unplaced.map(({ text }) => text)).toEqual(['メモ']);
  });
});

it('the request answers one column for each of the grid, in the shape that the contract says', async () => {
  const application = openTestApplication(newFolder());
  const wide: LooseCell[] = [
    { lines: ['取組名'], column: 0, span: 2, merge: 'none' },
    { lines: ['取組結果'], column: 2, span: 1, merge: 'none' },
  ];
  const answer = must(
    await application.call('tables.understand', {
      rows: [wide, row('公園', '', '巡回しました。')],
      columns: null,
      field: null,
    }),
  );
  expect(v.is(tableRequests['tables.understand'].output, answer)).toBe(true);
  expect(answer.columns.map(({ heading }) => heading)).toEqual(['取組名', '取組名', '取組結果']);
  await application.close();
});
