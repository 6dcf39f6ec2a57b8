import { cell, docxByHand, paragraph, row, run, table } from '../word-reading/docx-by-hand.ts';

/**
 * Files of a few ten thousand bytes that cost most for their size: each is one pattern, many times over.
 * All are within the counts that the reader allows.
 */
export const largeFiles: Readonly<Record<string, () => Uint8Array>> = {
  九万の段落: () => docxByHand({ body: times(90_000, (at) => paragraph(`本文${at}の目標と結果`)) }),
  三千の行: () =>
    docxByHand({
      body: table([
        headings,
        times(3_000, (at) => cells([`取組${at}`, `計画${at}`, `目標${at}`, `結果${at}`, `達成${at}`])),
      ]),
    }),
  一万六千の行: () =>
    docxByHand({
      body: table([
        headings,
        times(16_000, (at) => cells([`取組${at}`, `計画${at}`, `目標${at}`, `結果${at}`, `達成${at}`])),
      ]),
    }),
  同じ取組名の行: () =>
    docxByHand({
      body: table([headings, times(16_000, (at) => cells(['取組', `計画${at}`, '目', '結', '達']))]),
    }),
  六千の表: () =>
    docxByHand({
      body: times(
        6_000,
        (at) =>
          paragraph(`第${at}課`) + table([headings, cells([`取組${at % 7}`, '計', '目', '結', '達'])]),
      ),
    }),
  下へ結合した取組名: () =>
    docxByHand({
      body: table([
        headings,
        times(16_000, (at) =>
          row([
            cell({ xml: paragraph(at === 0 ? '取組' : ''), merge: at === 0 ? 'restart' : 'continue' }),
            ...[`計画${at}`, `目標${at}`, `結果${at}`, `達成${at}`].map((text) => cell([text])),
          ]),
        ),
      ]),
    }),
  セルの中の表: () =>
    docxByHand({
      body: table([
        headings,
        row([
          cell(['取組']),
          cell({
            xml:
              table([
                cells(['指標', '目標値', '実績値']),
                times(25_000, (at) => cells([`指標${at}`, `${at}件`, '1件'])),
              ]) + paragraph(''),
          }),
          ...['目', '結', '達'].map((text) => cell([text])),
        ]),
      ]),
    }),
  三十万の改行: () =>
    docxByHand({
      body: table([
        headings,
        row([
          cell(['取組']),
          cell({ xml: paragraph(`<w:r>${'<w:t>あ</w:t><w:br/>'.repeat(300_000)}</w:r>`) }),
          ...['目', '結', '達'].map((text) => cell([text])),
        ]),
      ]),
    }),
  表の中の表の中の表: () =>
    docxByHand({
      body: times(
        300,
        () =>
          `${'<w:tbl><w:tr><w:tc>'.repeat(80)}${paragraph('深い')}${'</w:tc></w:tr></w:tbl>'.repeat(80)}`,
      ),
    }),
  四万のしおり: () =>
    docxByHand({
      body: times(40_000, (at) =>
        paragraph(`<w:bookmarkStart w:id="${at}" w:name="_sg_row${at}_plan"/>${run('文')}`),
      ),
    }),
};

const headings = cells(['取組名', '取組内容', '達成目標', '取組結果', '目標達成状況']);

function cells(texts: readonly string[]): string {
  return row(texts.map((text) => cell([text])));
}

function times(count: number, made: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => made(at)).join('');
}
