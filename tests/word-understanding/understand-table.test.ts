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

describe('Values that stand alone', () => {
  const values = (read: ReturnType<typeof understandTable>) =>
    read.rows.map(({ targets, outcomes }) => [
      targets.map(({ measure, value }) => [measure, value]),
      outcomes.map(({ statement, figures }) => [statement, ...figures.map(({ value }) => value)]),
    ]);

  it('are values of targets and figures of outcomes, where the person is in them', () => {
    const read = understandTable(
      [row('10件', '12件'), row('約5,400基', '延べ20回')],
      [['target-values'], ['figures']],
      null,
    );
    expect(values(read)).toEqual([
      [[['', '10件']], [['', '12件']]],
      [[['', '約5,400基']], [['', '延べ20回']]],
    ]);
    expect(read.unplaced).toEqual([]);
  });

  it('are taken for what they are when nobody has said so', () => {
    const table = [row('取組名', '目標値', '実績値'), row('公園の見守り', '10件', '12件')];
    expect(values(understandTable(table, null, null))).toEqual([[[['', '10件']], [['', '12件']]]]);
    const worded = [row('取組名', '達成目標', '目標達成状況'), row('公園', '巡回 10回', '巡回しました。')];
    expect(values(understandTable(worded, null, null))).toEqual([
      [[['巡回', '10回']], [['巡回しました。']]],
    ]);
  });

  it('come to the words that stand beside them, line by line', () => {
    const read = understandTable(
      [row('・巡回の回数\n・点検した基数', '20回\n8基', '巡回し、点検しました。', '巡回 22回\n点検 8基')],
      [['targets'], ['target-values'], ['outcomes'], ['figures']],
      null,
    );
    expect(values(read)).toEqual([
      [
        [
          ['巡回の回数', '20回'],
          ['点検した基数', '8基'],
        ],
        [['巡回し、点検しました。', '22回', '8基']],
      ],
    ]);
  });
});

describe('A section that is said for several rows', () => {
  const sections = (cells: readonly LooseCell[][]) =>
    understandTable(cells, [['section'], ['title'], ['plan']], null).rows.map(({ section }) => section);

  it('by a merged cell is the section of each', () => {
    const [first, second] = [row('公園みどり課', '見守り', '見守ります。'), row('', '花壇', '植えます。')];
    expect(
      sections([
        first.map((cell, at) => (at === 0 ? { ...cell, merge: 'start' } : cell)),
        second.map((cell, at) => (at === 0 ? { ...cell, lines: [], merge: 'continued' } : cell)),
      ]),
    ).toEqual(['公園みどり課', '公園みどり課']);
  });

  it('in a plain text, where a merged cell is an empty one, too', () => {
    const unknown = (...texts: string[]) =>
      row(...texts).map((cell) => ({ ...cell, merge: 'unknown' }) as const);
    expect(
      sections([
        unknown('公園みどり課', '見守り', '見守ります。'),
        unknown('', '花壇', '植えます。'),
        unknown('道路課', '道', '直します。'),
        unknown('', '橋', '直します。'),
      ]),
    ).toEqual(['公園みどり課', '公園みどり課', '道路課', '道路課']);
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
