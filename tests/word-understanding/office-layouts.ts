import type { InitiativeDraft, ReportDraft } from '../../main/domain/report-draft.ts';
import { cell, docxByHand, paragraph, row, table, wordNamespace } from '../word-reading/docx-by-hand.ts';
import { headingRow, opening, type Layout } from './layouts.ts';
import { sixCells, sixHeadings, writtenRow } from './written-row.ts';

/** Further ways of offices: what stands where no heading says so, what is said twice, what stands beside. */

const headings = (...texts: readonly string[]): string => row(texts.map((text) => cell([text])));

const sixOf = (draft: InitiativeDraft, place: number): string[][] => sixCells(writtenRow(draft, place));

const rowsOf = (report: ReportDraft): string[] =>
  report.initiatives.map((draft, place) => row(sixOf(draft, place).map(cell)));

/** Eight columns, each field in its own. */
function apart(draft: InitiativeDraft, place: number): string[][] {
  const written = writtenRow(draft, place);
  return [
    [written.number],
    [written.title],
    [draft.section],
    written.plan,
    written.targets,
    written.results,
    written.direction,
    written.outcomes,
  ];
}

const eight = (report: ReportDraft, names: readonly string[]): Uint8Array =>
  docxByHand({
    body:
      opening(report) +
      table([
        headings(...names),
        ...report.initiatives.map((draft, place) => row(apart(draft, place).map(cell))),
      ]),
  });

const empty = cell({ xml: '' });
const merged = (texts: readonly string[]): string =>
  cell({ xml: texts.map((text) => paragraph(text)).join(''), merge: 'restart' });
const mergedOn = cell({ xml: '', merge: 'continue' });

/** Rows cut in two by the page: the second half bears number and title again. */
const cutRows = (report: ReportDraft, again: (title: string) => string): string =>
  report.initiatives
    .flatMap((draft, place) => {
      const [number = [], title = [], plan = [], targets = [], results = [], outcomes = []] = sixOf(
        draft,
        place,
      );
      if (place % 3 !== 1) return [row(sixOf(draft, place).map(cell))];
      const [first = '', section = ''] = title;
      return [
        row([number, title, plan, targets, results.slice(0, 1), ['']].map(cell)),
        row([
          cell(number),
          cell([again(first), section]),
          empty,
          empty,
          cell(results.slice(1)),
          cell(outcomes),
        ]),
      ];
    })
    .join('');

export const officeLayouts: readonly Layout[] = [
  {
    name: 'other words for the same headings',
    make: (report) =>
      eight(report, [
        '項目番号',
        '重点施策',
        '担当所属',
        '具体的な実施内容',
        '数値目標（目標値）',
        '取組の実績',
        '来年度に向けた取組',
        '目標に対する実績',
      ]),
  },
  {
    name: 'headings with spaces between the letters, on several lines',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            row(
              [
                ['Ｎｏ'],
                ['取　組　名', '（担 当 課 名）'],
                ['取 組 内 容'],
                ['達　成', '目　標'],
                ['取 組', '結 果', '今後の取組の', '方向性'],
                ['目標達成', '状　　況'],
              ].map(cell),
            ),
            ...rowsOf(report),
          ]),
      }),
  },
  {
    name: 'numbers before the titles, without a column of their own',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            row(sixHeadings.slice(1).map(cell)),
            ...report.initiatives.map((draft, place) => {
              const [, [title = '', section = ''] = [], ...rest] = sixOf(draft, place);
              const number = String(place + 1).replace(/\d/g, (digit) =>
                String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
              );
              return row([[`${number}\u3000${title}`, section], ...rest].map(cell));
            }),
          ]),
      }),
  },
  {
    name: 'numbers under no heading, numbered headings',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            headings(
              '',
              '①取組名（担当課名）',
              '②取組内容',
              '③達成目標',
              '④取組結果・今後の取組の方向性',
              '⑤目標達成状況',
            ),
            ...rowsOf(report),
          ]),
      }),
  },
  {
    name: 'rows cut by the page, number and title put again',
    make: (report) =>
      docxByHand({ body: opening(report) + table([headingRow, cutRows(report, (title) => title)]) }),
    saysAgain: true,
  },
  {
    name: 'rows cut by the page, marked as going on',
    make: (report) =>
      docxByHand({
        body: opening(report) + table([headingRow, cutRows(report, (title) => `${title}（つづき）`)]),
      }),
    saysAgain: true,
  },
  {
    name: 'a section of several rows named once, then 〃',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            headings(
              '番号',
              '取組名',
              '担当課',
              '取組内容',
              '達成目標',
              '取組結果',
              '今後の方向性',
              '達成状況',
            ),
            ...report.initiatives.map((draft, place) => {
              const same = report.initiatives[place - 1]?.section === draft.section;
              return row(apart(draft, place).map((texts, at) => cell(at === 2 && same ? ['〃'] : texts)));
            }),
          ]),
      }),
    saysAgain: true,
  },
  {
    name: 'results over direction in two rows, all else merged over both',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            headingRow,
            ...report.initiatives.flatMap((draft, place) => {
              const cells = sixOf(draft, place);
              const results = cells[4] ?? [];
              const label = results.findIndex((text) => text.startsWith('['));
              const first = cells.map((texts, at) =>
                at === 4 ? cell(results.slice(0, label)) : merged(texts),
              );
              const second = cells.map((_, at) => (at === 4 ? cell(results.slice(label)) : mergedOn));
              return [row(first), row(second)];
            }),
          ]),
      }),
  },
  {
    name: 'a table an initiative, in two layers of headings',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          report.initiatives
            .map((draft, place) => {
              const cells = apart(draft, place);
              return table([
                headings('NO', '取組名', '担当課', '取組内容'),
                row(cells.slice(0, 4).map(cell)),
                headings('達成目標', '取組結果', '今後の取組の方向性', '目標達成状況'),
                row(cells.slice(4).map(cell)),
              ]);
            })
            .join(paragraph('')),
      }),
  },
  {
    name: 'a table an initiative, headings at the side',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          report.initiatives
            .map((draft, place) => {
              const written = writtenRow(draft, place);
              const line = (heading: string, texts: readonly string[]): string =>
                row([cell([heading]), cell(texts)]);
              return table([
                row([cell(['取組名']), cell([draft.title]), cell(['担当課']), cell([draft.section])]),
                line('取組内容', written.plan),
                line('達成目標', written.targets),
                line('取組結果', written.results),
                line('今後の取組の方向性', written.direction),
                line('目標達成状況', written.outcomes),
              ]);
            })
            .join(paragraph('')),
      }),
  },
  {
    name: 'items in rows of their own under merged titles',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([
            headingRow,
            ...report.initiatives.flatMap((draft, place) => {
              const cells = sixOf(draft, place);
              const most = Math.max(...cells.map(({ length }) => length));
              return Array.from({ length: most }, (_, line) =>
                row(
                  cells.map((texts, at) => {
                    if (at < 2) return line === 0 ? merged(texts) : mergedOn;
                    const text = texts[line];
                    return text === undefined ? empty : cell([text]);
                  }),
                ),
              );
            }),
          ]),
      }),
  },
  {
    name: 'title and name in the rows above the headings, all in a frame',
    make: (report) =>
      docxByHand({
        body: table([
          row([cell({ xml: opening(report) + table([headingRow, ...rowsOf(report)]) + paragraph('') })]),
        ]),
      }),
    saysAgain: true,
  },
  {
    name: 'title in the header of the page',
    make: (report) =>
      docxByHand({
        body: table([headingRow, ...rowsOf(report)]),
        parts: [
          {
            name: 'header1.xml',
            type: 'header',
            xml: `<w:hdr xmlns:w="${wordNamespace}">${opening(report)}</w:hdr>`,
          },
        ],
      }),
  },
  {
    name: 'a cover with a message, remarks below the table',
    make: (report) =>
      docxByHand({
        body:
          ['部長の目標宣言', '部長からのメッセージ', 'みなさまと共に歩みます。']
            .map((text) => paragraph(text))
            .join('') +
          opening(report) +
          table([headingRow, ...rowsOf(report)]) +
          paragraph('※ 数値は速報です。'),
      }),
    besides: 4,
    saysAgain: true,
  },
  {
    name: 'two departments in one file: the first is read, the other named',
    make: (report) =>
      docxByHand({
        body:
          opening(report) +
          table([headingRow, ...rowsOf(report)]) +
          paragraph('令和7年度 環境整備部長の目標宣言 達成状況報告') +
          table([headings('取組名', '達成目標'), row([cell(['街路樹の手入れ']), cell(['・剪定 120本'])])]),
      }),
    besides: 5,
  },
];
