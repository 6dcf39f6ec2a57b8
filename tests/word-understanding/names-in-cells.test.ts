import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelOf } from '../../main/word/understanding/labels.ts';
import type { UnderstoodReport } from '../../main/word/understanding/understood-report.ts';
import { cell, docxByHand, paragraph, row, table } from '../word-reading/docx-by-hand.ts';
import { howMany } from '../support/how-many.ts';
import { understood } from './understood.ts';
import { sixHeadings } from './written-row.ts';

/** The lines of a cell. */
type Lines = readonly string[];
type Row = readonly Lines[];

/** A table as an office lays it out, with rows that are filled in. */
interface Grid {
  readonly name: string;
  readonly headings: readonly Row[];
  readonly rows: readonly Row[];
  /** What each column holds. */
  readonly parts: readonly (readonly string[])[];
  /** Columns that are merged in twos of rows: the second of each pair is a part of the cell above. */
  readonly merged?: readonly number[];
}

const one = {
  number: ['1'],
  title: ['朝市の会場づくり'],
  section: ['商い振興課'],
  plan: ['・駅前の広場に屋台を並べます。', '・雨の日の会場も決めます。'],
  targets: ['・出店する店の数 40店'],
  results: ['・春から毎月開きました。'],
  direction: ['・夜の市も試します。'],
  outcomes: ['・出店は43店でした。', '【令和7年3月31日時点】', '43店'],
};
const two = {
  number: ['2'],
  title: ['空き店舗の貸し出し'],
  section: ['商い振興課'],
  plan: ['・持ち主と借り手を引き合わせます。'],
  targets: ['・貸し出す店の数 5店'],
  results: ['・説明会を三度開きました。'],
  direction: ['・改装の手助けをします。'],
  outcomes: ['・4店を貸し出しました。'],
};
type Part = keyof typeof one;
const both = (...columns: readonly (Part | Lines)[]): Pick<Grid, 'rows' | 'parts'> => {
  const parts = columns.map((column) => (typeof column === 'string' ? [column] : column));
  const linesOf = (own: Readonly<Record<Part, Lines>>, part: string): Lines =>
    part in own ? own[part as Part] : [part];
  return {
    parts,
    rows: [one, two].map((own) => parts.map((column) => column.flatMap((part) => linesOf(own, part)))),
  };
};
const headings = (...texts: Lines): Row => texts.map((text) => [text]);

const grids: readonly Grid[] = [
  {
    name: 'the official table',
    headings: [sixHeadings],
    ...both(
      'number',
      ['title', '(商い振興課)'],
      'plan',
      ['[目標値]', 'targets'],
      ['results', '[今後の取組の方向性]', 'direction'],
      ['[実績値]', 'outcomes'],
    ),
  },
  {
    name: 'the declaration alone, without numbers',
    headings: [headings('取組名', '担当課', '取組内容', '達成目標')],
    ...both('title', 'section', 'plan', 'targets'),
  },
  {
    name: 'each field in its column, sections merged',
    headings: [
      headings('番号', '取組名', '担当課', '取組内容', '達成目標', '取組結果', '今後の方向性', '達成状況'),
    ],
    ...both('number', 'title', 'section', 'plan', 'targets', 'results', 'direction', 'outcomes'),
    merged: [2],
  },
  {
    name: 'columns of other things, one under a heading that nobody knows',
    headings: [
      headings(
        '事業名',
        '予算額（千円）',
        '前年度実績',
        '事業内容',
        '目標値',
        '合言葉',
        '実施結果',
        '備考',
      ),
    ],
    ...both('title', ['1,200'], ['前の年は38店でした。'], 'plan', 'targets', ['にぎわい'], 'results', [
      'なし',
    ]),
  },
  {
    name: 'two rows of headings',
    headings: [
      headings('NO.', '取組名', '計画', '計画', '報告', '報告'),
      headings('', '', '取組内容', '達成目標', '取組結果', '目標達成状況'),
    ],
    ...both('number', 'title', 'plan', 'targets', 'results', 'outcomes'),
  },
  {
    name: 'the table below a title, without a column for it',
    headings: [headings('取組内容', '達成目標', '取組結果', '今後の取組', '実績')],
    ...both('plan', 'targets', 'results', 'direction', 'outcomes'),
  },
];

/** What offices call the parts of such a table, alone or with more. */
const names = [
  ...['結果', '目標', '実績', '取組', '内容', '概要', '評価', '成果', '課', '担当', '番号', '施策', '指標'],
  ...['取組名', '取組内容', '取組結果', '達成目標', '目標値', '数値目標', '実績値', '達成状況', '担当課'],
  ...['今後の取組の方向性', '今後の課題', '次年度の取組', '方向性', '目標達成状況', '事業名', '進捗状況'],
  ...['取組結果・今後の方向性', '内容（概要）', '備考', '予算額', '前年度実績', '計画', '改善', '報告'],
  ...['結果：目標達成', '目標値：実績値', '実績（年度末）', '①取組内容', '■目標', '取組結果※年度末に記入'],
];
/** Stand for the words of a name where a text is meant that names nothing. */
const plainWords = ['むつごろう', 'とびはぜ'];
const word = /[\p{Script=Han}\p{Script=Hiragana}]+/gu;

function fileOf({ headings: heads, rows, merged = [] }: Grid): Uint8Array {
  const written = (lines: Lines, merge?: 'restart' | 'continue'): string =>
    cell({
      xml: merge === 'continue' ? '' : lines.map((line) => paragraph(line)).join(''),
      ...(merge === undefined ? {} : { merge }),
    });
  return docxByHand({
    body:
      paragraph('令和6年度 産業部長の目標宣言 達成状況報告') +
      paragraph('産業部長　岸　みなと') +
      paragraph('駅前をにぎやかにする取り組み') +
      table([
        ...heads.map((cells, at) =>
          row(
            cells.map((lines, column) => {
              const [above, below] = [heads[at - 1]?.[column], heads[at + 1]?.[column]];
              if (above !== undefined && lines.join('') === '') return written(lines, 'continue');
              return written(lines, below?.join('') === '' ? 'restart' : undefined);
            }),
          ),
        ),
        ...rows.map((cells, at) =>
          row(
            cells.map((lines, column) =>
              written(lines, merged.includes(column) ? (at % 2 === 0 ? 'restart' : 'continue') : undefined),
            ),
          ),
        ),
      ]),
  });
}

/** What was understood, each text as it stands. */
function said({ draft, unplaced, fields }: UnderstoodReport): object {
  return {
    fields,
    initiatives: draft.initiatives,
    unplaced: unplaced.map(({ row: place, field, text, why }) => [place, field, text, why]),
  };
}

/** A name with other words between its signs. */
function plainOf(name: string): string {
  let place = -1;
  return name.replace(word, () => plainWords[(place += 1)] ?? '');
}

/** The same with the words of a name where plain ones stood. */
function renamed(what: object, name: string): object {
  const words = name.match(word) ?? [];
  const text = plainWords.reduce(
    (json, plain, place) => json.replaceAll(plain, words[place] ?? ''),
    JSON.stringify(what),
  );
  return JSON.parse(text) as object;
}

function withCell(grid: Grid, row: number, column: number, lines: Lines): Grid {
  return {
    ...grid,
    rows: grid.rows.map((cells, at) =>
      at === row ? cells.map((own, place) => (place === column ? lines : own)) : cells,
    ),
  };
}

interface Place {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

const places: readonly Place[] = grids.flatMap((grid) =>
  grid.rows.flatMap((cells, row) =>
    cells.flatMap((_, column) =>
      grid.merged?.includes(column) === true && row % 2 === 1 ? [] : [{ grid, row, column }],
    ),
  ),
);

/** Where a name stands among the lines of its cell. */
const among = {
  alone: (name: string) => [name],
  above: (name: string, lines: Lines) => [name, ...lines],
  below: (name: string, lines: Lines) => [...lines, name],
} as const;

describe('A name of a field is a text like any other where a text stands', () => {
  it('in any cell of a table with headings: nothing else moves', async () => {
    const known = new Map<string, Promise<UnderstoodReport>>();
    const reading = ({ grid, row, column }: Place, lines: Lines): Promise<UnderstoodReport> => {
      const key = [grid.name, row, column, ...lines].join();
      const read = known.get(key) ?? understood(fileOf(withCell(grid, row, column, lines)));
      known.set(key, read);
      return read;
    };
    const anyPlace = fc.constantFrom(...places);
    const anyName = fc.constantFrom(...names);
    const anywhere = fc.constantFrom('alone', 'above', 'below');
    await fc.assert(
      fc.asyncProperty(anyPlace, anyName, anywhere, async (place, name, where) => {
        const { grid, row, column } = place;
        const lines = grid.rows[row]?.[column] ?? [];
        const label = labelOf(name);
        const parts = grid.parts[column] ?? [];
        const own = label !== null && parts.includes(label.field);
        // Titles and sections are of several lines, of which a name may be the section's.
        fc.pre(where === 'alone' || !parts.some((part) => part === 'title' || part === 'section'));
        // A label over lines names what stands there, where no other column is for it.
        fc.pre(
          label === null ||
            where === 'alone' ||
            (!own && grid.parts.some((parts) => parts.includes(label.field))),
        );
        const read = said(await reading(place, among[where](name, lines)));
        // One that names the column's own field, with nothing below it, waits to be filled in.
        const expected = own
          ? said(await reading(place, [label.rest]))
          : renamed(said(await reading(place, among[where](plainOf(name), lines))), name);
        expect(read, `${grid.name}: ${name} ${where} in row ${row + 1}, column ${column + 1}`).toEqual(
          expected,
        );
      }),
      { numRuns: howMany({ usual: 150, long: 6_000 }) },
    );
  });

  it('right of its label in a sheet, or below it: nothing else moves', async () => {
    const parts = ['title', 'section', 'plan', 'targets', 'results', 'outcomes'] as const;
    const anyPlace = fc.record({ sheet: fc.constantFrom(...sheets), part: fc.constantFrom(...parts) });
    await fc.assert(
      fc.asyncProperty(anyPlace, fc.constantFrom(...names), async ({ sheet, part }, name) => {
        // Of its own field it is a label that nobody has filled in.
        fc.pre(labelOf(name)?.field !== part);
        const read = async (text: string): Promise<object> =>
          said(await understood(sheetFile(sheet.rows({ ...one, [part]: [text] }))));
        const expected = renamed(await read(plainOf(name)), name);
        expect(await read(name), `${sheet.name}: ${name} as ${part}`).toEqual(expected);
      }),
      { numRuns: howMany({ usual: 120, long: 3_000 }) },
    );
  });
});

/** A table of labels and texts, each cell a list of lines; with the columns of the grid that it covers. */
type SheetRows = readonly (readonly (readonly [lines: Lines, span: number])[])[];

const sheets: readonly {
  readonly name: string;
  readonly rows: (own: Readonly<Record<Part, Lines>>) => SheetRows;
}[] = [
  {
    name: 'labels at the left',
    rows: (own) => [
      [
        [['取組名'], 1],
        [own.title, 1],
      ],
      [
        [['担当課'], 1],
        [own.section, 1],
      ],
      [
        [['取組内容'], 1],
        [own.plan, 1],
      ],
      [
        [['達成目標'], 1],
        [own.targets, 1],
      ],
      [
        [['取組結果'], 1],
        [own.results, 1],
      ],
      [
        [['目標達成状況'], 1],
        [own.outcomes, 1],
      ],
    ],
  },
  {
    name: 'labels at the left, two initiatives',
    rows: (own) =>
      [own, two].flatMap((each): SheetRows => [
        [
          [['取組名'], 1],
          [each.title, 1],
        ],
        [
          [['取組内容'], 1],
          [each.plan, 1],
        ],
        [
          [['達成目標'], 1],
          [each.targets, 1],
        ],
        [
          [['取組結果'], 1],
          [each.results, 1],
        ],
      ]),
  },
  {
    name: 'two pairs a row',
    rows: (own) => [
      [
        [['取組名'], 1],
        [own.title, 1],
        [['担当課'], 1],
        [own.section, 1],
      ],
      [
        [['取組内容'], 1],
        [own.plan, 1],
        [['達成目標'], 1],
        [own.targets, 1],
      ],
      [
        [['取組結果'], 1],
        [own.results, 1],
        [['目標達成状況'], 1],
        [own.outcomes, 1],
      ],
    ],
  },
  {
    name: 'pairs of several widths',
    rows: (own) => [
      [
        [['取組名'], 1],
        [own.title, 1],
        [['担当課'], 1],
        [own.section, 1],
      ],
      [
        [['取組内容'], 1],
        [own.plan, 3],
      ],
      [
        [['達成目標'], 1],
        [own.targets, 3],
      ],
      [
        [['取組結果'], 1],
        [own.results, 3],
      ],
      [
        [['目標達成状況'], 1],
        [own.outcomes, 3],
      ],
    ],
  },
  {
    name: 'labels above their texts',
    rows: (own) => [
      [
        [['取組名'], 2],
        [['担当課'], 2],
      ],
      [
        [own.title, 2],
        [own.section, 2],
      ],
      [
        [['取組内容'], 2],
        [['達成目標'], 2],
      ],
      [
        [own.plan, 2],
        [own.targets, 2],
      ],
      [
        [['取組結果'], 2],
        [['目標達成状況'], 2],
      ],
      [
        [own.results, 2],
        [own.outcomes, 2],
      ],
    ],
  },
];

function sheetFile(rows: SheetRows): Uint8Array {
  return docxByHand({
    body:
      paragraph('令和6年度 産業部長の目標宣言 達成状況報告') +
      paragraph('産業部長　岸　みなと') +
      table(
        rows.map((cells) =>
          row(
            cells.map(([lines, span]) =>
              cell({ xml: lines.map((line) => paragraph(line)).join(''), span }),
            ),
          ),
        ),
      ),
  });
}
